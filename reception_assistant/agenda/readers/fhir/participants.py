"""Who takes part in an appointment: those who come, who sees them, and who comes along."""

from typing import NamedTuple

from reception_assistant.agenda.readers.fhir.access import Fields, Note, Part, codes, unheard
from reception_assistant.agenda.readers.fhir.persons import Persons
from reception_assistant.agenda.readers.fhir.references import Home, Index, Target
from reception_assistant.i18n import _

_STAFF = frozenset({"Practitioner", "PractitionerRole"})
_FIRST_IN_CHARGE = "PPRF"
_ONLY_TOLD = "information-only"


class Comer(NamedTuple):
    """Somebody for whom an appointment is; not `sure` when the file does not say that it is so."""

    fields: Fields | None
    number: str
    shown: str
    declined: bool = False
    sure: bool = True


class Cast(NamedTuple):
    """Everybody of one appointment."""

    comers: list[Comer]
    practitioner: str
    companion: str


class _Taking(NamedTuple):
    """One participant with what it points at."""

    participant: Part
    target: Target
    shown: str

    @property
    def declined(self) -> bool:
        """Whether this participant will not be there."""
        return self.participant.text("status") == "declined"

    @property
    def weight(self) -> tuple[bool, bool]:
        """The lower, the more likely it is who sees the patient."""
        roles = [code for each in self.participant.parts("type") for code in codes(each)]
        told = self.participant.text("required") == _ONLY_TOLD
        return told, _FIRST_IN_CHARGE not in roles


class Participants:
    """Finds the people of an appointment."""

    def __init__(self, index: Index, persons: Persons) -> None:
        self._index = index
        self._persons = persons

    def cast(self, appointment: Part, home: Home, note: Note) -> Cast:
        """Return everybody who takes part in `appointment`."""
        taking = [
            _Taking(each, self._index.find(actor, home), actor.text("display"))
            for each in appointment.parts("participant")
            if (actor := each.part("actor"))
        ]
        for each in taking:
            if each.target.kind == "Patient" and each.target.fields:
                self._persons.meet(each.target.fields)
        coming = [each for each in taking if not each.declined]
        related = [each for each in coming if each.target.kind == "RelatedPerson"]
        names = [name for each in related if (name := self._name(each, home))]
        return Cast(_comers(taking), self._practitioner(coming, home, note), "".join(names[:1]))

    def _practitioner(self, coming: list[_Taking], home: Home, note: Note) -> str:
        staff = [each for each in coming if each.target.kind in _STAFF]
        staff.sort(key=lambda each: each.weight)
        names = list(dict.fromkeys(filter(None, (self._name(each, home) for each in staff))))
        if len(names) > 1:
            note(_("er staat meer dan één behandelaar bij; Balie toont de eerste."))
        return "".join(names[:1])

    def _name(self, taking: _Taking, home: Home) -> str:
        fields = taking.target.fields
        if fields is None:
            return taking.shown
        if taking.target.kind != "PractitionerRole":
            return self._persons.written(fields) or taking.shown
        reference = Part(fields, unheard).part("practitioner")
        behind = self._index.find(reference, home).fields
        name = self._persons.written(behind) if behind else ""
        return name or taking.shown or reference.text("display")


def _comers(taking: list[_Taking]) -> list[Comer]:
    """Return the patients, each once; else the only one of whom the file does not say who it is."""
    comers: dict[object, Comer] = {}
    for each in taking:
        if each.target.kind == "Patient":
            fields, number = each.target.fields, each.target.number
            who = id(fields) if fields else number or each.shown
            comers.setdefault(who, Comer(fields, number, each.shown, each.declined))
    if comers:
        return list(comers.values())
    unknown = [
        each
        for each in taking
        if each.shown and not each.target.kind and each.participant.text("required") != _ONLY_TOLD
    ]
    if len(unknown) != 1:
        return []
    [only] = unknown
    return [Comer(None, "", only.shown, only.declined, sure=False)]
