"""The people we address: found, added and put right."""

from dataclasses import dataclass
from datetime import date, datetime

from reception_assistant.agenda.day import Following, Person
from reception_assistant.agenda.finding import phone_key, phrases
from reception_assistant.agenda.marks import PERSON_MARKS, Mark
from reception_assistant.audit.entry import Action
from reception_assistant.changes import Changed
from reception_assistant.desk.acting import Acting, By
from reception_assistant.desk.plain_treatments import PlainTreatments
from reception_assistant.errors import KnownError
from reception_assistant.i18n import _
from reception_assistant.ids import NewId
from reception_assistant.naming.listed import full_name
from reception_assistant.naming.person import PersonName
from reception_assistant.store import people
from reception_assistant.store.database import Store
from reception_assistant.store.first_day import marks_text
from reception_assistant.text import fold

_LONGEST_NAME = 200
_NAME_FIELDS = PersonName._fields


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonForm:
    """A person as filled in by hand."""

    name: PersonName
    birth_date: date | None = None
    phone: str = ""
    pronunciation: str = ""
    marks: frozenset[Mark] = frozenset()


class PeopleDesk:
    """What may be asked about people."""

    def __init__(
        self, store: Store, acting: Acting, new_id: NewId, treatments: PlainTreatments
    ) -> None:
        self._store = store
        self._acting = acting
        self._new_id = new_id
        self._treatments = treatments
        self._finder = people.Finder()

    def find(self, typed: str, today: date) -> list[Person]:
        """Return at most 50 people who fit what was typed so far, those seen soon or lately first.

        One letter is enough as the start of any part of a name, three may stand anywhere; a birth
        date and a phone number are known in their usual forms.
        """
        with self._store.reading() as connection:
            return self._finder.find(connection, phrases(typed, today), today)

    def get_ready(self, today: date) -> None:
        """Hold those who are seen soon or lately, so that also the first search is quick."""
        with self._store.reading() as connection:
            self._finder.find(connection, phrases("a", today), today)

    def person(self, person_id: str) -> Person | None:
        """Return one person."""
        with self._store.reading() as connection:
            return people.read_person(connection, person_id)

    def following(self, person_id: str, now: datetime) -> Following | None:
        """Return the next appointment of somebody after `now` (local wall time)."""
        with self._store.reading() as connection:
            found = people.next_of(connection, person_id, now.isoformat(timespec="minutes"))
            return self._treatments.in_following(found, connection)

    def add(self, form: PersonForm, by: By) -> str:
        """Add somebody by hand and return their id."""
        fields = _checked(form)
        with self._acting.deed(by, Action.PERSON_ADDED, Changed.DAY) as deed:
            deed.subject_id = self._new_id()
            filled = {name for name, value in fields.items() if value}
            people.add_person(
                deed.db.conn, deed.subject_id, {**fields, "corrected": " ".join(sorted(filled))}
            )
            people.link_by_hand(
                deed.db.conn,
                deed.subject_id,
                fold(full_name(form.name)),
                fields["birth_date"],
                phone_key(form.phone),
            )
            return deed.subject_id

    def correct(self, person: Person, form: PersonForm, by: By) -> None:
        """Put somebody's data right; what was changed here is not overwritten by a file."""
        before = _fields(_form_of(person))
        changed = {name: value for name, value in _checked(form).items() if value != before[name]}
        if not changed:
            return
        with self._acting.deed(by, Action.PERSON_CORRECTED, Changed.DAY) as deed:
            deed.subject_id, deed.detail = person.id, " ".join(sorted(changed))
            now = people.read_person(deed.db.conn, person.id)
            if now is None or now.version != person.version:
                raise KnownError(
                    _("Deze gegevens zijn net door iemand anders veranderd."),
                    _("Er is niets overschreven. Open de gegevens nog eens en kijk ze na."),
                )
            corrected = " ".join(sorted(now.corrected | changed.keys()))
            people.change_fields(deed.db.conn, person.id, {**changed, "corrected": corrected})


def _form_of(person: Person) -> PersonForm:
    return PersonForm(
        name=person.name,
        birth_date=person.birth_date,
        phone=person.phone,
        pronunciation=person.pronunciation,
        marks=person.marks,
    )


def _fields(form: PersonForm) -> dict[str, str]:
    name = {field: getattr(form.name, field) for field in _NAME_FIELDS}
    name["title_spoken"] = "1" if form.name.title_spoken else ""
    return {
        **{field: str(value) for field, value in name.items()},
        "birth_date": form.birth_date.isoformat() if form.birth_date else "",
        "phone": form.phone.strip(),
        "pronunciation": form.pronunciation.strip(),
        "marks": marks_text(form.marks & (PERSON_MARKS | {Mark.SENSITIVE})),
    }


def _checked(form: PersonForm) -> dict[str, str]:
    if not full_name(form.name).strip():
        raise KnownError(
            _("Er is nog geen naam ingevuld."), _("Vul minstens een voornaam of achternaam in.")
        )
    if any(len(str(getattr(form.name, field))) > _LONGEST_NAME for field in _NAME_FIELDS):
        raise KnownError(
            _("Een deel van de naam is te lang."),
            _("Vul hoogstens {number} letters in.").format(number=_LONGEST_NAME),
        )
    return _fields(form)
