"""From an appointment in FHIR to its rows: one for each patient that comes."""

from datetime import datetime
from functools import partial
from typing import NamedTuple
from zoneinfo import ZoneInfo

from reception_assistant.agenda.incoming import IncomingRow
from reception_assistant.agenda.readers.fhir.access import Note, Part, words
from reception_assistant.agenda.readers.fhir.bsn import BsnFilter
from reception_assistant.agenda.readers.fhir.moments import Moment, minutes_between, moment
from reception_assistant.agenda.readers.fhir.names import LONGEST_NAME, name_shown
from reception_assistant.agenda.readers.fhir.notes import Notes
from reception_assistant.agenda.readers.fhir.participants import Cast, Comer, Participants
from reception_assistant.agenda.readers.fhir.persons import Person, Persons
from reception_assistant.agenda.readers.fhir.references import identity
from reception_assistant.agenda.readers.fhir.resources import Entry, Resources
from reception_assistant.agenda.readers.trouble import NotUnderstoodError
from reception_assistant.agenda.visit import Booking
from reception_assistant.i18n import _
from reception_assistant.naming.person import PersonName
from reception_assistant.naming.spoken import age_on

_LONGEST_TEXT = 2000
_MINUTES_A_DAY = 1440
_GROWN_UP = 18
_PENDING = "pending"
_NOT_AGREED = frozenset({"proposed", "waitlist"})
_BOOKINGS = {
    "booked": Booking.PLANNED,
    _PENDING: Booking.PLANNED,
    "arrived": Booking.CAME,
    "checked-in": Booking.CAME,
    "fulfilled": Booking.CAME,
    "noshow": Booking.NO_SHOW,
    "cancelled": Booking.CANCELLED,
    "entered-in-error": Booking.CANCELLED,
}


class _Facts(NamedTuple):
    """What an appointment says, whoever comes."""

    number: int
    start: datetime
    minutes: int
    treatment: str
    remark: str
    practitioner: str
    companion: str
    booking: Booking


class Appointments:
    """Reads the appointments of a file, one after the other."""

    def __init__(
        self, resources: Resources, persons: Persons, notes: Notes, bsn: BsnFilter, zone: ZoneInfo
    ) -> None:
        self._persons = persons
        self._participants = Participants(resources.index, persons)
        self._notes = notes
        self._bsn = bsn
        self._zone = zone

    def rows(self, entry: Entry) -> list[IncomingRow]:
        """Return a row for each patient of an appointment; what is wrong goes to the notes."""
        note = partial(self._notes.add, entry.number)
        appointment = Part(entry.fields, note)
        cast = self._participants.cast(appointment, entry.home, note)
        status = appointment.text("status").lower()
        if status in _NOT_AGREED:
            note(_("er is nog geen tijd afgesproken (voorstel of wachtlijst); niet overgenomen."))
            return []
        booking = _booking(status, note)
        keyed = self._keyed(identity(entry.fields), cast.comers)
        try:
            facts = self._facts(appointment, entry.number, cast, booking, note)
        except NotUnderstoodError as trouble:
            for key, _comer in keyed:
                self._refuse(entry.number, trouble.reason, key, booking)
            return []
        rows = []
        for key, comer in keyed:
            try:
                rows.append(self._row(facts, comer, key, note))
            except NotUnderstoodError as trouble:
                self._refuse(entry.number, trouble.reason, key, booking)
        return rows

    def _keyed(self, own: str, comers: list[Comer]) -> list[tuple[str, Comer | None]]:
        """Return those who come with the key of each; only one needs nothing but the appointment's.

        The appointment without anybody is in it too, so that it is refused by its key.
        """
        key = "" if self._bsn.holds(own) else own
        if not comers:
            return [(key, None)]
        if not key or len(comers) < 2:  # noqa: PLR2004  nobody to tell apart
            return [(key, comer) for comer in comers]
        return [
            (f"{key}|{self._number(comer) or place}", comer)
            for place, comer in enumerate(comers, 1)
        ]

    def _number(self, comer: Comer) -> str:
        return "" if self._bsn.holds(comer.number) else comer.number

    def _refuse(self, number: int, reason: str, key: str, booking: Booking) -> None:
        # A key keeps what we have of this appointment: not right for one that is off.
        off = booking is Booking.CANCELLED
        self._notes.refuse(number, reason, "" if off else key)
        if not (key or off):
            self._notes.lacking = True

    def _facts(
        self, appointment: Part, number: int, cast: Cast, booking: Booking, note: Note
    ) -> _Facts:
        begin = moment(appointment.text("start"), self._zone)
        if not begin.zoned:
            note(_("bij de tijd staat geen tijdzone; Balie leest hem als de tijd hier."))
        return _Facts(
            number=number,
            start=begin.local(self._zone),
            minutes=self._minutes(appointment, begin, note),
            treatment=_cut(_treatment(appointment), _LONGEST_TEXT, note),
            remark=_cut(appointment.lines("comment"), _LONGEST_TEXT, note),
            practitioner=_cut(cast.practitioner, LONGEST_NAME, note),
            companion=_cut(cast.companion, LONGEST_NAME, note),
            booking=booking,
        )

    def _minutes(self, appointment: Part, begin: Moment, note: Note) -> int:
        minutes = appointment.number("minutesDuration")
        end = appointment.text("end")
        if minutes is None and end:
            try:
                minutes = minutes_between(begin, moment(end, self._zone))
            except NotUnderstoodError:
                note(_("het einde is niet te lezen; de duur is overgeslagen."))
        if minutes is None or 0 <= minutes <= _MINUTES_A_DAY:
            return minutes or 0
        note(_("de duur kan niet kloppen; die is overgeslagen."))
        return 0

    def _row(self, facts: _Facts, comer: Comer | None, key: str, note: Note) -> IncomingRow:
        if comer is None:
            raise NotUnderstoodError(_("Er staat geen naam bij deze afspraak."))
        person = self._persons.person(comer.fields) if comer.fields else Person()
        for text in person.notes:
            note(text)
        name = _name(person, comer, note)
        booking = facts.booking
        if comer.declined and booking is Booking.PLANNED:
            booking = Booking.CANCELLED
            note(_("deze persoon heeft de afspraak afgewezen; die staat nu als afgezegd."))
        age = age_on(person.birth_date, facts.start.date()) if person.birth_date else _GROWN_UP
        return IncomingRow(
            line=facts.number,
            start=facts.start,
            minutes=facts.minutes,
            key=key,
            number=self._number(comer),
            name=name,
            birth_date=person.birth_date,
            phone=_cut(person.phone, LONGEST_NAME, note),
            treatment=facts.treatment,
            practitioner=facts.practitioner,
            animal=person.animal,
            species=_cut(person.species, LONGEST_NAME, note),
            parent=facts.companion if 0 <= age < _GROWN_UP else "",
            marks=person.marks,
            booking=booking,
            remark=facts.remark,
        )


def _booking(status: str, note: Note) -> Booking:
    if status == _PENDING:
        note(_("deze afspraak is nog niet door iedereen bevestigd."))
    elif not status:
        note(_("er staat geen status bij; Balie leest de afspraak als gepland."))
    elif status not in _BOOKINGS:
        note(_("Balie kent de status niet en leest de afspraak als gepland."))
    return _BOOKINGS.get(status, Booking.PLANNED)


def _name(person: Person, comer: Comer, note: Note) -> PersonName:
    if person.trouble:
        raise NotUnderstoodError(person.trouble)
    if person.name:
        return person.name
    if not comer.shown:
        raise NotUnderstoodError(
            _("De persoon van deze afspraak staat niet met een naam in het bestand.")
        )
    name = name_shown(comer.shown)
    if not comer.sure:
        note(_("er staat niet bij wie de patiënt is; kijk de naam na."))
        return PersonName(as_received=comer.shown)
    if comer.fields is None:
        note(_("de naam komt uit de afspraak, want de persoon zelf staat niet in het bestand."))
    else:
        note(_("de naam komt uit de afspraak, want bij de persoon zelf staat er geen."))
    return name


def _treatment(appointment: Part) -> str:
    """Return in words why somebody comes, as near to what the practice calls it as there is."""
    service = ", ".join(filter(None, map(words, appointment.parts("serviceType"))))
    if service or (service := appointment.text("description")):
        return service
    reasons = [*appointment.parts("reasonCode"), *appointment.parts("reason")]  # R4, STU3
    why = ", ".join(filter(None, map(words, reasons)))
    return why or words(appointment.part("appointmentType"))


def _cut(text: str, limit: int, note: Note) -> str:
    if len(text) <= limit:
        return text
    note(
        _("een tekst is te lang; daarvan zijn de eerste {limit} tekens gelezen.").format(
            limit=limit
        )
    )
    return text[:limit].rstrip()
