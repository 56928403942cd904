"""The first start: whether the practice must be asked, and what it answered."""

from collections.abc import Sequence
from typing import NamedTuple

from reception_assistant.audit.entry import Action
from reception_assistant.desk.acting import By
from reception_assistant.desk.practitioners import PractitionersDesk
from reception_assistant.desk.settings import SettingsDesk
from reception_assistant.desk.staff import StaffDesk
from reception_assistant.errors import KnownError
from reception_assistant.i18n import _
from reception_assistant.settings.catalogue import (
    AT_THE_DESK,
    CLIENT_TERM,
    DISCIPLINE,
    PRACTICE_NAME,
    WELCOMED,
    YES,
    Settings,
)
from reception_assistant.staff.employee import Employee, Role
from reception_assistant.staff.practitioner import Practitioner
from reception_assistant.store.audit import read_entries
from reception_assistant.store.database import Store
from reception_assistant.store.practitioners import read_practitioners
from reception_assistant.store.sources import read_sources
from reception_assistant.store.staff import read_employees, read_settings
from reception_assistant.text import fold

UNNAMED = "Balie"
"""How the first employee is called until somebody gives their own name."""

_WORKED = frozenset(
    {
        Action.AGENDA_IMPORTED,
        Action.SOURCE_WATCHED,
        Action.APPOINTMENT_ADDED,
        Action.PERSON_ADDED,
    }
)
"""Whoever did one of these knows Balie already."""

_TERMS = {
    "tandarts": "patiënt",
    "dierenarts": "baasje",
    "huisarts": "patiënt",
    "welzijn": "cliënt",
}


class Answers(NamedTuple):
    """What the practice answered; empty is what it skipped."""

    practice: str = ""
    discipline: str = ""
    own_name: str = ""
    colleagues: tuple[str, ...] = ()
    practitioners: tuple[str, ...] = ()


class _Known(NamedTuple):
    settings: Settings
    everybody: list[Employee]
    practitioners: list[Practitioner]


class WelcomeDesk:
    """Asks a practice that is new here who it is."""

    def __init__(
        self,
        store: Store,
        settings: SettingsDesk,
        staff: StaffDesk,
        practitioners: PractitionersDesk,
    ) -> None:
        self._store, self._settings = store, settings
        self._staff, self._practitioners = staff, practitioners

    def needed(self) -> bool:
        """Tell whether this is a new practice that was not asked anything yet.

        Whoever already worked with Balie is never asked, also not after an older version.
        """
        with self._store.reading() as connection:
            settings = read_settings(connection)
            if settings.yes(WELCOMED) or settings.get(PRACTICE_NAME):
                return False
            if len(read_employees(connection)) > 1 or read_sources(connection):
                return False
            return not any(each.action in _WORKED for each in read_entries(connection))

    def answers(self, employee: Employee) -> Answers:
        """Return what is known already; `employee` is who would answer."""
        with self._store.reading() as connection:
            settings, everybody = read_settings(connection), read_employees(connection)
            practitioners = read_practitioners(connection)
        own = next((each.name for each in everybody if each.id == employee.id), "")
        discipline = settings.get(DISCIPLINE)
        was_asked = settings.yes(WELCOMED) or bool(settings.get(PRACTICE_NAME))
        return Answers(
            settings.get(PRACTICE_NAME),
            discipline if was_asked or discipline != DISCIPLINE.default else "",
            "" if own == UNNAMED else own,
            tuple(each.name for each in everybody if each.active and each.id != employee.id),
            tuple(each.called for each in practitioners),
        )

    def keep(self, answers: Answers, before: Answers, by: By) -> None:
        """Keep what is answered otherwise than `before`.

        Whoever stood there and no longer does goes again. What is the same is left alone, for it
        may have been changed elsewhere since.
        """
        if (answers.practice, answers.discipline) != (before.practice, before.discipline):
            self.keep_practice(answers.practice, answers.discipline, by)
        self._let_colleagues_go(_less(before.colleagues, answers.colleagues), by)
        self._let_practitioners_go(_less(before.practitioners, answers.practitioners), by)
        self.keep_people(
            answers.own_name if answers.own_name != before.own_name else "",
            _less(answers.colleagues, before.colleagues),
            _less(answers.practitioners, before.practitioners),
            by,
        )

    def keep_practice(self, name: str, discipline: str, by: By) -> None:
        """Keep who the practice is, and the word that fits its people.

        Without a discipline that stays as it is; so does a word that the practice chose itself.
        """
        before = self._known().settings
        wanted = [(PRACTICE_NAME, " ".join(name.split()))]
        if discipline:
            wanted.append((DISCIPLINE, discipline))
            if before.get(CLIENT_TERM) == _term(before.get(DISCIPLINE)):
                wanted.append((CLIENT_TERM, _term(discipline)))
        for setting, value in wanted:
            if value != before.get(setting):
                self._settings.choose(setting, value, by)

    def keep_people(
        self, own_name: str, colleagues: Sequence[str], practitioners: Sequence[str], by: By
    ) -> None:
        """Keep how the one who answers is called, and add whoever is not there yet.

        Whoever answers stays at the desk.
        """
        if fold(own_name) in filter(None, map(fold, colleagues)):
            raise KnownError(
                _("U staat zelf ook bij uw collega's."),
                _("Haal uw naam daar weg, of zet er een letter of achternaam bij."),
            )
        known = self._known()
        others = [each for each in known.everybody if each.id != by.employee.id]
        works_here = {fold(each.name): each for each in others}
        me = self._named(own_name, next(each for each in known.everybody if each not in others), by)
        works_here[fold(me.name)] = me
        if not known.settings.get(AT_THE_DESK):  # else it is the first by name, from now on
            self._staff.sit_down(me, by.origin)
        for name in filter(fold, colleagues):
            found = works_here.get(fold(name))
            if found is None:
                works_here[fold(name)] = self._staff.add(name, Role.RECEPTIONIST, by)
            elif not found.active:  # somebody who left is back
                self._staff.change(found._replace(active=True), by)
        there = set().union(*map(_keys, known.practitioners))
        for name in filter(fold, practitioners):
            if fold(name) not in there:
                there |= _keys(self._practitioners.add(name, by))

    def done(self, by: By) -> None:
        """Never ask of itself again."""
        if not self._known().settings.yes(WELCOMED):
            self._settings.choose(WELCOMED, YES, by)

    def _known(self) -> _Known:
        with self._store.writing() as db:  # asked in the thread that writes
            return _Known(
                read_settings(db.conn), read_employees(db.conn), read_practitioners(db.conn)
            )

    def _named(self, own_name: str, me: Employee, by: By) -> Employee:
        renamed = me._replace(name=" ".join(own_name.split()) or me.name)
        if renamed != me:
            self._staff.change(renamed, by)
        return renamed

    def _let_colleagues_go(self, names: Sequence[str], by: By) -> None:
        keys = {fold(name) for name in names}
        for each in self._known().everybody if keys else ():
            if fold(each.name) in keys and each.active and each.id != by.employee.id:
                self._staff.change(each._replace(active=False), by)

    def _let_practitioners_go(self, names: Sequence[str], by: By) -> None:
        keys = {fold(name) for name in names}
        for each in self._known().practitioners if keys else ():
            if keys & _keys(each) and not each.in_agenda:
                self._practitioners.remove(each, by)


def _less(names: Sequence[str], others: Sequence[str]) -> list[str]:
    """Return `names` without those that are among `others` too."""
    taken = {fold(name) for name in others}
    return [name for name in names if fold(name) not in taken]


def _keys(practitioner: Practitioner) -> set[str]:
    return {fold(practitioner.name), fold(practitioner.called)}


def _term(discipline: str) -> str:
    return _TERMS.get(discipline, CLIENT_TERM.default)
