"""Letters about a complaint: written out from a template, and remembered when they were made."""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from reception_assistant.agenda.day import Person
from reception_assistant.audit.entry import Action
from reception_assistant.changes import Changed
from reception_assistant.complaints.complaint import Complaint, Field
from reception_assistant.complaints.nameless import Names
from reception_assistant.complaints.terms import has_term
from reception_assistant.desk.acting import Acting, By
from reception_assistant.desk.practice_time import PracticeTime
from reception_assistant.errors import KnownError
from reception_assistant.follow_ups.follow_up import FollowUp, State
from reception_assistant.follow_ups.follow_up import Kind as ToDo
from reception_assistant.i18n import _, ngettext
from reception_assistant.ids import NewId
from reception_assistant.naming.person import Salutation
from reception_assistant.naming.spoken import age_on, spoken_name
from reception_assistant.naming.spoken_time import date_words, number_words
from reception_assistant.paper.letters import Kind, Letter, LetterField, Template, written
from reception_assistant.paths import scripts_nl
from reception_assistant.settings.catalogue import PRACTICE_NAME
from reception_assistant.store import complaints as store_complaints
from reception_assistant.store.complaints import NewEvent
from reception_assistant.store.database import Store
from reception_assistant.store.overview import names_known
from reception_assistant.store.people import read_person
from reception_assistant.store.staff import read_employees, read_settings

if TYPE_CHECKING:
    from reception_assistant.desk.complaints import ComplaintsDesk
    from reception_assistant.desk.learning import LearningDesk

_OWN_FOLDER = "brieven"
_EVENT = "letter"
_TO_PARENTS_BELOW = 16
_PROMISED = (ToDo.PROMISE, ToDo.CALLBACK, ToDo.THIRD_PARTY)
_TELL_A_DAY = (Kind.RECEIPT, Kind.EXTENSION)
_ONCE = 1
_FROM_RECORD = {
    LetterField.WORDS: Field.WORDS,
    LetterField.WISH: Field.WISH,
    LetterField.APOLOGY: Field.APOLOGY,
    LetterField.SOLUTION: Field.SOLUTION,
}
"""What of the record may be in a letter; what is private is not among it."""


class LettersDesk:
    """What may be asked about letters.

    The templates ship in `scripts_nl/brieven/`; a practice puts its own beside its data, in a
    folder `brieven` and under the same name.
    """

    def __init__(
        self,
        store: Store,
        acting: Acting,
        time: PracticeTime,
        new_id: NewId,
        complaints: "ComplaintsDesk",
        learning: "LearningDesk",
    ) -> None:
        self._store = store
        self._acting = acting
        self._time = time
        self._new_id = new_id
        self._complaints = complaints
        self._learning = learning

    def kinds(self, complaint: Complaint) -> tuple[Kind, ...]:
        """Return the letters that make sense now, in the order in which they are sent."""
        return tuple(kind for kind in Kind if _lacking(kind, complaint) is None)

    def letter(self, complaint_id: str, kind: Kind, by: By) -> Letter:
        """Return a letter as it would be sent today; nothing is kept of it.

        Raises:
            KnownError: there is nothing yet to write about, or the template cannot be filled in.
        """
        kind = Kind(kind)
        complaint = self._there(complaint_id)
        lacking = _lacking(kind, complaint) or self._too_late(kind, complaint)
        if lacking is not None:
            raise lacking
        return written(kind, self._template(kind), dict(self._values(complaint, by)))

    def note_made(self, complaint_id: str, kind: Kind, by: By) -> None:
        """Remember that a letter was printed or saved; twice on one day counts once."""
        kind = Kind(kind)
        with self._acting.deed(by, Action.COMPLAINT_LETTER, Changed.COMPLAINTS) as deed:
            deed.subject_id, deed.detail = complaint_id, kind.value
            complaint = store_complaints.read_complaint(deed.db.conn, complaint_id)
            if complaint is None:
                raise _gone()
            now = self._acting.now_utc()
            if self._was_made(complaint, kind, self._time.from_utc(now).date()):
                deed.needless = True
                return
            event = NewEvent(
                self._new_id(), now, by.employee.id, _EVENT, int(complaint.phase), "", kind.value
            )
            store_complaints.add_event(deed.db.conn, complaint_id, event)

    def _was_made(self, complaint: Complaint, kind: Kind, today: date) -> bool:
        return any(
            each.kind == _EVENT
            and each.detail == kind
            and self._time.from_utc(each.at_utc).date() == today
            for each in complaint.events
        )

    def _there(self, complaint_id: str) -> Complaint:
        found = self._complaints.one(complaint_id)
        if found is None:
            raise _gone()
        return found

    def _template(self, kind: Kind) -> Template:
        own = self._store.path.parent / _OWN_FOLDER / f"{kind}.md"
        path = own if own.is_file() else scripts_nl(_OWN_FOLDER, f"{kind}.md")
        return Template(path.name, _text_of(path))

    def _too_late(self, kind: Kind, complaint: Complaint) -> KnownError | None:
        """Return why this letter can promise no day any more; None when it can."""
        if kind not in _TELL_A_DAY or not has_term(complaint):
            return None
        if self._complaints.due(complaint).legal >= self._time.now().date():
            return None
        return KnownError(
            _("De termijn van deze klacht is al voorbij."),
            _("Er is geen brief gemaakt. Bel de klant vandaag, en zeg wanneer u antwoordt."),
        )

    def _values(self, complaint: Complaint, by: By) -> Iterator[tuple[LetterField, str]]:
        with self._store.reading() as connection:
            practice = read_settings(connection).get(PRACTICE_NAME)
            person = read_person(connection, complaint.person_id) if complaint.person_id else None
            working = {each.id: each.name for each in read_employees(connection) if each.active}
            names = Names(names_known(connection))
        today = self._time.now().date()
        yield LetterField.PRACTICE, practice
        yield LetterField.SENDER, by.employee.name
        yield LetterField.DATE, date_words(today, year=True)
        yield from _of_addressee(complaint, person, today)
        yield LetterField.ANIMAL, complaint.animal
        yield LetterField.SUBJECT, complaint.subject
        received = date.fromisoformat(complaint.received)
        yield LetterField.RECEIVED, date_words(received, year=True)
        yield LetterField.OWNER, working.get(complaint.owner_id, by.employee.name)
        yield from ((field, complaint.answer(of)) for field, of in _FROM_RECORD.items())
        yield from self._of_term(complaint)
        yield LetterField.AGREED, "\n".join(self._agreed(complaint.id, working, today))
        changes = [each.what for each in self._learning.of_complaint(complaint.id)]
        # What names somebody is between the practice and them, not for the customer.
        yield LetterField.CHANGE, "\n".join(each for each in changes if names.out_of(each) == each)
        yield LetterField.NEXT_DOOR, self._complaints.regime(complaint).where_next

    def _of_term(self, complaint: Complaint) -> Iterator[tuple[LetterField, str]]:
        if not has_term(complaint):
            return
        yield LetterField.TERM, self._term_words(complaint)
        if complaint.extensions:
            last = complaint.extensions[-1]
            before = replace(complaint, extensions=complaint.extensions[:-1])
            yield LetterField.FORMER_TERM, self._term_words(before)
            yield LetterField.MORE_TIME, _weeks_words(last.weeks)
            yield LetterField.BECAUSE, last.reason

    def _term_words(self, complaint: Complaint) -> str:
        due = self._complaints.due(complaint)
        last = due.shown if due.shown >= self._time.now().date() else due.legal
        return _("uiterlijk {day}").format(day=date_words(last, year=True))

    def _agreed(self, complaint_id: str, working: Mapping[str, str], today: date) -> Iterator[str]:
        """Give what was promised: what, before when and by whom."""
        for each in self._complaints.promised(complaint_id):
            if each.kind in _PROMISED and each.state is not State.GONE:
                yield _agreed_words(each, working.get(each.owner_id, ""), today)


def _of_addressee(
    complaint: Complaint, person: Person | None, today: date
) -> Iterator[tuple[LetterField, str]]:
    """Give who the letter is for and how it begins; for a child these are the parents."""
    if person is None:
        yield LetterField.NAME, complaint.whom
        whom = complaint.whom
        yield (
            LetterField.GREETING,
            _("Beste {name},").format(name=whom) if whom else _("Goedendag,"),
        )
        return
    age = age_on(person.birth_date, today) if person.birth_date else None
    plain = person.name._replace(salutation=Salutation.UNKNOWN, title_spoken=False)
    name, spoken = spoken_name(plain), spoken_name(person.name, age)
    if age is not None and 0 <= age < _TO_PARENTS_BELOW:
        yield LetterField.NAME, _("Aan de ouder of verzorger van {name}").format(name=name)
        spoken = _("ouder of verzorger van {name}").format(name=spoken_name(plain, age))
    else:
        yield LetterField.NAME, name
    yield (
        LetterField.GREETING,
        _("Beste {name},").format(name=spoken) if spoken else _("Goedendag,"),
    )


def _agreed_words(promised: FollowUp, owner: str, today: date) -> str:
    """Return what was promised; `owner` is "" when who would do it works here no more."""
    what = promised.what.strip().removesuffix(".")
    if promised.state is State.DONE:
        return _("{what}: dat is al gedaan.").format(what=what)
    before = date.fromisoformat(promised.before[:10])
    if before < today:
        return _("{what}: daar zijn we nog mee bezig.").format(what=what)
    day, who = date_words(before, year=True), promised.by or owner
    sentence = _("{what}: uiterlijk {day}, door {owner}.") if who else _("{what}: uiterlijk {day}.")
    return sentence.format(what=what, day=day, owner=who)


def _weeks_words(weeks: int) -> str:
    if weeks == _ONCE:
        return _("één week")
    return ngettext("{number} week", "{number} weken", weeks).format(number=number_words(weeks))


def _lacking(kind: Kind, complaint: Complaint) -> KnownError | None:
    """Return why this letter cannot be written yet; None when it can."""
    if kind is Kind.EXTENSION and not complaint.extensions:
        return KnownError(
            _("Bij deze klacht is nog geen extra tijd vastgelegd."),
            _("Er is geen brief gemaakt. Leg eerst vast hoeveel tijd erbij komt, en waarom."),
        )
    if kind is Kind.OUTCOME and not complaint.answer(Field.SOLUTION).strip():
        return KnownError(
            _("Bij deze klacht staat nog geen oplossing."),
            _("Er is geen brief gemaakt. Vul eerst stap 4 in."),
        )
    return None


def _text_of(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise KnownError(
            _("De brief «{file}» is niet te lezen.").format(file=path.name),
            _("Er is geen brief gemaakt. Bewaar het bestand als gewone tekst (UTF-8)."),
        ) from error


def _gone() -> KnownError:
    return KnownError(
        _("Deze klacht is er niet meer."),
        _("Er is geen brief gemaakt. Zoek de klacht nog eens op in de lijst."),
    )
