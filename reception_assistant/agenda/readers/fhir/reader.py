"""The reader of FHIR: each appointment with who comes, who sees them, and what is told of it."""

from datetime import date
from zoneinfo import ZoneInfo

from reception_assistant.agenda.incoming import IncomingRow, Progress, Reading, no_progress
from reception_assistant.agenda.readers.fhir.access import Fields, is_part
from reception_assistant.agenda.readers.fhir.appointments import Appointments
from reception_assistant.agenda.readers.fhir.notes import Notes
from reception_assistant.agenda.readers.fhir.parsing import JsonReader, not_fhir, text_of, too_deep
from reception_assistant.agenda.readers.fhir.persons import Persons
from reception_assistant.agenda.readers.fhir.references import identity
from reception_assistant.agenda.readers.fhir.resources import Resources
from reception_assistant.agenda.readers.trouble import UnreadableFileError, whole_file_refused
from reception_assistant.i18n import N_, _, ngettext

_PARSING_PART = 0.6
_PER_STEP = 200
_PLACE = N_("afspraak {number}")
_PLACE_IN_LINES = N_("regel {number}")
_OF_APPOINTMENT = frozenset(
    {
        *("datum", "tijd", "duur", "kenmerk", "patientnummer", "naam", "behandeling"),
        *("behandelaar", "status", "opmerking", "kenmerken", "dier", "diersoort", "ouder"),
    }
)
_OF_PATIENT = frozenset(
    {
        *("voornaam", "roepnaam", "voorletters", "voorvoegsel", "achternaam", "naamgebruik"),
        *("partner_voorvoegsel", "partner_achternaam", "aanspreekvorm", "titel"),
        *("geboortedatum", "telefoon"),
    }
)


def read_fhir(
    data: bytes, *, zone: ZoneInfo, today: date, progress: Progress | None = None
) -> Reading:
    """Return every appointment in `data`, and what was not understood of it.

    Times become those on the clock in `zone`; `today` decides which name counts and bounds the
    dates of birth. Trouble with the whole file is one rejection at "bestand". `progress` hears the
    part done now and then, and may raise `Cancelled`.
    """
    try:
        return _File(data, progress or no_progress).reading(zone, today)
    except UnreadableFileError as trouble:
        return whole_file_refused(trouble)
    except RecursionError:  # just shallow enough to be parsed, and too deep to be compared
        return whole_file_refused(too_deep())


class _File:
    """One file on its way from bytes to facts."""

    def __init__(self, data: bytes, progress: Progress) -> None:
        self._progress = progress
        progress(0.0)
        text, remark = text_of(data)
        json = JsonReader(len(data), lambda part: progress(part * _PARSING_PART))
        self._notes = Notes()
        self._notes.say(remark)
        self._resources = Resources(self._notes)
        for document in json.documents(text):
            self._notes.by_line = json.by_line
            if not (json.by_line or isinstance(document.value, list) or is_part(document.value)):
                raise not_fhir()
            self._resources.add(document)
        if self._resources.holds_nothing:
            raise not_fhir()
        self._bsn = json.bsn
        self._notes.say(self._bsn.remark)

    def reading(self, zone: ZoneInfo, today: date) -> Reading:
        """Return all that the file says."""
        persons = Persons(self._resources, today)
        rows = self._rows(Appointments(self._resources, persons, self._notes, self._bsn, zone))
        self._resources.tell()
        self._tell_idle(persons)
        if self._notes.lacking:
            self._notes.say(
                _("Niet alles was te lezen. Daarom haalt Balie niets weg uit de agenda.")
            )
        self._progress(1.0)
        return Reading(
            rows=tuple(rows),
            columns=_OF_APPOINTMENT | (_OF_PATIENT if persons.met else frozenset()),
            rejected=tuple(self._notes.rejected),
            remarks=self._notes.all(),
            place=_PLACE_IN_LINES if self._notes.by_line else _PLACE,
            whole=self._resources.whole and not self._notes.lacking,
        )

    def _rows(self, appointments: Appointments) -> list[IncomingRow]:
        rows: list[IncomingRow] = []
        taken = self._resources.taken()
        entries = self._resources.appointments
        for place, entry in enumerate(entries):
            if place % _PER_STEP == 0:
                done = place / len(entries)
                self._progress(_PARSING_PART + (1 - _PARSING_PART) * done)
            other = taken.get(place)
            if not other:
                rows += appointments.rows(entry)
            elif other.older:
                self._notes.add(
                    entry.number, _("dit is een oudere versie van een afspraak; overgeslagen.")
                )
            else:
                where = self._notes.where(other.by)
                reason = _("Het kenmerk van deze afspraak staat ook bij {where}.")
                self._notes.refuse(entry.number, reason.format(where=where))
        return rows

    def _tell_idle(self, persons: Persons) -> None:
        """Remark how many persons have no appointment."""
        coming = {_who(fields) for fields in persons.met}
        idle = len({_who(fields) for fields in self._resources.patients} - coming)
        if idle:
            self._notes.say(
                ngettext(
                    "{count} persoon in dit bestand heeft geen afspraak en is niet overgenomen.",
                    "{count} personen in dit bestand hebben geen afspraak en zijn niet "
                    "overgenomen.",
                    idle,
                ).format(count=idle)
            )


def _who(fields: Fields) -> str:
    return identity(fields) or f"#{id(fields)}"
