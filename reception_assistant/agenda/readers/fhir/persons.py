"""Who a patient is: the person that is greeted, and the animal that is brought along."""

import re
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from reception_assistant.agenda.marks import Mark
from reception_assistant.agenda.readers.dates import birth_day
from reception_assistant.agenda.readers.fhir.access import (
    Fields,
    Note,
    Part,
    codes,
    extension,
    is_current,
    unheard,
    words,
)
from reception_assistant.agenda.readers.fhir.names import name_of, written
from reception_assistant.agenda.readers.fhir.resources import Resources
from reception_assistant.agenda.readers.trouble import NotUnderstoodError
from reception_assistant.i18n import _
from reception_assistant.naming.person import PersonName
from reception_assistant.naming.surname import first_name
from reception_assistant.text import fold

_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_PART_OF_DAY = re.compile(r"\d{4}(?:-\d\d)?", re.ASCII)
_PHONE_USES = {"mobile": 0, "home": 1, "": 2, "work": 3}
_OTHER_PHONE = 4
_NO_RANK = 1_000_000
_OWNER = frozenset({"own", "owner", "eigenaar", "eigenaresse", "baas", "baasje"})


class Person(Struct, frozen=True, kw_only=True):
    """What a patient tells; `name` is None when there is none, `trouble` why it cannot be used.

    `notes` are the remarks to make at each appointment of this person.
    """

    name: PersonName | None = None
    trouble: str = ""
    birth_date: date | None = None
    phone: str = ""
    animal: str = ""
    species: str = ""
    marks: frozenset[Mark] = frozenset()
    notes: tuple[str, ...] = ()


class Persons:
    """Reads each patient of the file once, however many appointments there are."""

    def __init__(self, resources: Resources, today: date) -> None:
        self._resources = resources
        self._today = today
        self._known: dict[int, Person] = {}
        self._met: dict[int, Fields] = {}
        self._written: dict[int, str] = {}
        self._relatives: dict[int, list[Fields]] | None = None

    def person(self, fields: Fields) -> Person:
        """Return who the patient in `fields` is."""
        known = self._known.get(id(fields))
        if known is None:
            self._known[id(fields)] = known = self._read(fields)
        return known

    def meet(self, fields: Fields) -> None:
        """Note that a patient takes part in an appointment."""
        self._met[id(fields)] = fields

    @property
    def met(self) -> list[Fields]:
        """The patients that take part in an appointment."""
        return list(self._met.values())

    def written(self, fields: Fields) -> str:
        """Return the name of somebody who works here or comes along, as it is written."""
        known = self._written.get(id(fields))
        if known is None:
            try:
                name = name_of(Part(fields, unheard), self._today)
            except NotUnderstoodError:
                name = None
            self._written[id(fields)] = known = written(name) if name else ""
        return known

    def _read(self, fields: Fields) -> Person:
        notes: list[str] = []
        patient = Part(fields, notes.append)
        species = _species(patient)
        try:
            if species is None:
                person = self._human(patient, notes.append)
            else:
                person = self._animal(patient, species, self._relatives_of(fields, notes.append))
        except NotUnderstoodError as trouble:
            person = Person(trouble=trouble.reason)
        return replace(person, notes=tuple(dict.fromkeys(notes)))

    def _human(self, patient: Part, note: Note) -> Person:
        return Person(
            name=name_of(patient, self._today),
            birth_date=_birth_date(patient.text("birthDate"), self._today, note),
            phone=_phone(patient, self._today),
            marks=frozenset({Mark.SENSITIVE} if _is_deceased(patient) else ()),
        )

    def _animal(self, patient: Part, species: str, relatives: list[Part]) -> Person:
        """Return the owner with the animal: only the day of birth of the animal is known."""
        animal = name_of(patient, self._today)
        around = [*patient.parts("contact"), *relatives]
        around = [each for each in around if is_current(each.part("period"), self._today)]
        owner, phone = None, ""
        for each in sorted(around, key=_is_no_owner):
            owner = name_of(each, self._today)
            if owner:
                phone = _phone(each, self._today)
                break
        called = (first_name(animal) or written(animal)) if animal else ""
        if not owner and animal:
            # Greeted by its own name, so that it is not greeted once more beside its owner.
            owner, called = PersonName(as_received=written(animal)), ""
        return Person(
            name=owner,
            phone=phone or _phone(patient, self._today),
            animal=called,
            species=species,
            marks=frozenset({Mark.ANIMAL_DECEASED} if _is_deceased(patient) else ()),
        )

    def _relatives_of(self, fields: Fields, note: Note) -> list[Part]:
        if self._relatives is None:
            self._relatives = {}
            for entry in self._resources.relatives:
                relative = Part(entry.fields, unheard)
                target = self._resources.index.find(relative.part("patient"), entry.home)
                self._relatives.setdefault(id(target.fields), []).append(entry.fields)
        return [Part(each, note) for each in self._relatives.get(id(fields), ())]


def _species(patient: Part) -> str | None:
    """Return what animal a patient is, empty when that is not said; None for a human being."""
    told = extension(patient, "patient-animal")
    if told:
        return words(extension(told, "species").part("valueCodeableConcept"))
    before = patient.part("animal")  # STU3
    return words(before.part("species")) if before else None


def _is_no_owner(around: Part) -> bool:
    """Tell whether somebody is not said to be the owner; whoever is, comes first."""
    for relationship in around.parts("relationship"):
        told = {relationship.text("text"), words(relationship), *codes(relationship)}
        if not _OWNER.isdisjoint(map(fold, told)):
            return False
    return True


def _is_deceased(patient: Part) -> bool:
    return patient.flag("deceasedBoolean") or bool(patient.text("deceasedDateTime"))


def _birth_date(text: str, today: date, note: Note) -> date | None:
    if not text:
        return None
    if _PART_OF_DAY.fullmatch(text):
        note(_("de geboortedatum is niet volledig; die is overgeslagen."))
        return None
    try:
        if _DAY.fullmatch(text):
            return birth_day(text, today)
    except NotUnderstoodError:
        pass
    note(_("er staat geen geboortedatum die kan kloppen; die is overgeslagen."))
    return None


def _phone(part: Part, today: date) -> str:
    """Return the number on which somebody is reached best."""
    best, phone = (_OTHER_PHONE + 1, 0), ""
    for telecom in part.parts("telecom"):
        use, number = telecom.text("use"), telecom.text("value").removeprefix("tel:")
        if telecom.text("system") != "phone" or use == "old" or not number:
            continue
        rank = (_PHONE_USES.get(use, _OTHER_PHONE), telecom.number("rank") or _NO_RANK)
        if rank < best and is_current(telecom.part("period"), today):
            best, phone = rank, number
    return phone
