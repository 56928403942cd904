"""What a source tells of a person and of an appointment, as one comparable text each.

The text of the last time is kept beside the facts. A field is taken over only when the source
says something else than before, so that what was put right by hand stays until then, and reading
the same file twice changes nothing.
"""

from collections.abc import Sequence
from operator import attrgetter

from reception_assistant.agenda.incoming import IncomingRow
from reception_assistant.agenda.marks import PERSON_MARKS
from reception_assistant.naming.person import Country, NameUse, PersonName, Pronoun, Salutation

_SEPARATOR = "\x1f"  # the readers let no control character through

NAME_FIELDS = (
    "given_name",
    "call_name",
    "initials",
    "prefix",
    "surname",
    "name_use",
    "partner_prefix",
    "partner_surname",
    "salutation",
    "pronoun",
    "title",
    "title_spoken",
    "country",
    "as_received",
)
PERSON_FIELDS = (*NAME_FIELDS, "birth_date", "phone", "pronunciation", "marks")
APPOINTMENT_FIELDS = (
    "starts",
    "person_id",
    "practitioner",
    "animal",
    "species",
    "minutes",
    "treatment",
    "parent",
    "marks",
    "remark",
    "booking",
)

_COLUMNS = {
    "given_name": "voornaam",
    "call_name": "roepnaam",
    "initials": "voorletters",
    "prefix": "voorvoegsel",
    "surname": "achternaam",
    "name_use": "naamgebruik",
    "partner_prefix": "partner_voorvoegsel",
    "partner_surname": "partner_achternaam",
    "salutation": "aanspreekvorm",
    "pronoun": "aanspreken",
    "title": "titel",
    "title_spoken": "titel_gebruiken",
    "country": "land",
    "birth_date": "geboortedatum",
    "phone": "telefoon",
    "pronunciation": "uitspraak",
    "marks": "kenmerken",
    "practitioner": "behandelaar",
    "animal": "dier",
    "species": "diersoort",
    "minutes": "duur",
    "treatment": "behandeling",
    "parent": "ouder",
    "remark": "opmerking",
    "booking": "status",
}
_WHOLE_NAME = frozenset({"given_name", "initials", "prefix", "surname", "salutation"})
_name_parts = attrgetter(*NAME_FIELDS)


def silent_fields(fields: Sequence[str], columns: frozenset[str]) -> frozenset[str]:
    """Return the fields that a file with these columns says nothing about."""
    silent = {name for name in fields if name in _COLUMNS and _COLUMNS[name] not in columns}
    return frozenset(silent - _WHOLE_NAME if "naam" in columns else silent)


def person_told(rows: Sequence[IncomingRow]) -> tuple[str, ...]:
    """Return what the rows of one person tell of them, in the order of `PERSON_FIELDS`.

    The name of the fullest row counts, of equals the last; of the other fields the last that is
    filled in; of the marks all that occur.
    """
    row = rows[0]
    name, marks = row.name, row.marks
    birth_date, phone, pronunciation = row.birth_date, row.phone, row.pronunciation
    for later in rows[1:]:
        if later.name != name and _fullness(later.name) >= _fullness(name):
            name = later.name
        marks = marks | later.marks
        birth_date = later.birth_date or birth_date
        phone = later.phone or phone
        pronunciation = later.pronunciation or pronunciation
    parts = [("1" if part else "") if part in (True, False) else part for part in _name_parts(name)]
    born = birth_date.isoformat() if birth_date else ""
    of_person = " ".join(sorted(marks & PERSON_MARKS)) if marks else ""
    return (*parts, born, phone, pronunciation, of_person)


def appointment_told(row: IncomingRow, person_id: str, starts: str) -> tuple[str, ...]:
    """Return what `row` tells of an appointment, in the order of `APPOINTMENT_FIELDS`."""
    marks = " ".join(sorted(row.marks - PERSON_MARKS)) if row.marks else ""
    return (
        starts,
        person_id,
        row.practitioner,
        row.animal,
        row.species,
        str(row.minutes),
        row.treatment,
        row.parent,
        marks,
        row.remark,
        row.booking.value,
    )


def joined(told: Sequence[str]) -> str:
    """Return what was told as one text, to be kept and compared."""
    return _SEPARATOR.join(told)


def merged(
    told: tuple[str, ...], before: str, fields: Sequence[str], silent: frozenset[str]
) -> tuple[str, ...]:
    """Return `told` with the fields that the file is silent about as they were told before."""
    if not before or not silent:
        return told
    earlier = before.split(_SEPARATOR)
    return tuple(
        old if name in silent else new for name, new, old in zip(fields, told, earlier, strict=True)
    )


def differences(told: Sequence[str], before: str, fields: Sequence[str]) -> dict[str, str]:
    """Return the fields that are told differently now, with what is told."""
    if not before:
        return dict(zip(fields, told, strict=True))
    earlier = before.split(_SEPARATOR)
    return {name: new for name, new, old in zip(fields, told, earlier, strict=True) if new != old}


def name_from(told: Sequence[str]) -> PersonName:
    """Return the name in what was told of a person."""
    fields = dict(zip(PERSON_FIELDS, told, strict=False))
    return PersonName(
        given_name=fields["given_name"],
        call_name=fields["call_name"],
        initials=fields["initials"],
        prefix=fields["prefix"],
        surname=fields["surname"],
        name_use=NameUse(fields["name_use"]),
        partner_prefix=fields["partner_prefix"],
        partner_surname=fields["partner_surname"],
        salutation=Salutation(fields["salutation"]),
        pronoun=Pronoun(fields["pronoun"]),
        title=fields["title"],
        title_spoken=bool(fields["title_spoken"]),
        country=Country(fields["country"]),
        as_received=fields["as_received"],
    )


def _fullness(name: PersonName) -> int:
    return sum(1 for part in _name_parts(name) if part)
