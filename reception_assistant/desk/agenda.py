"""The day at the desk: who comes, marking them, and appointments made by hand."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from reception_assistant.agenda.day import Day
from reception_assistant.agenda.marks import Mark
from reception_assistant.agenda.moving import is_move
from reception_assistant.agenda.visit import Booking, EventKind, VisitEvent
from reception_assistant.audit.entry import Action
from reception_assistant.changes import Changed
from reception_assistant.desk.acting import Acting, By
from reception_assistant.desk.plain_treatments import PlainTreatments
from reception_assistant.desk.practice_time import PracticeTime
from reception_assistant.errors import KnownError
from reception_assistant.i18n import _
from reception_assistant.ids import NewId
from reception_assistant.store import practitioners, visits
from reception_assistant.store.database import Store
from reception_assistant.store.first_day import marks_text, read_day
from reception_assistant.store.staff import read_settings

if TYPE_CHECKING:
    from reception_assistant.store.driver import Connection

_LONGEST = 24 * 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Booked:
    """An appointment as it is made or changed by hand; `start` is local wall time."""

    person_id: str
    start: datetime
    minutes: int = 0
    treatment: str = ""
    practitioner: str = ""
    animal: str = ""
    species: str = ""
    marks: frozenset[Mark] = frozenset()
    remark: str = ""


class AgendaDesk:
    """What may be asked of the agenda."""

    def __init__(
        self,
        store: Store,
        acting: Acting,
        time: PracticeTime,
        new_id: NewId,
        treatments: PlainTreatments,
    ) -> None:
        self._store = store
        self._acting = acting
        self._time = time
        self._new_id = new_id
        self._treatments = treatments

    def day(self, day: date, now: datetime | None) -> Day:
        """Return the appointments of `day`; what comes next is looked for after `now`."""
        with self._store.reading() as connection:
            found = read_day(connection, day, now)
            return self._treatments.in_day(found, read_settings(connection))

    def practitioners(self) -> list[str]:
        """Return the names of everybody who sees people here."""
        with self._store.reading() as connection:
            return practitioners.practitioner_names(connection)

    def mark(self, visit_id: str, kind: EventKind, by: By) -> VisitEvent | None:
        """Note at the desk that somebody arrived, went in, left or did not come.

        Returns the event, or None when the visit already stood so. A visit of another day than
        today or before cannot be marked yet.
        """
        with self._acting.deed(by, Action.VISIT_MARKED, Changed.DAY) as deed:
            standing = visits.read_standing(deed.db.conn, visit_id)
            if standing is None:
                raise _gone()
            if standing.start.date() > self._time.now().date():
                raise KnownError(
                    _("Deze afspraak is pas op een andere dag."),
                    _("Er is niets genoteerd. Kies de afspraak van vandaag."),
                )
            deed.subject_id, deed.detail = visit_id, kind.value
            if standing.status.value == kind.value:
                deed.needless = True
                return None
            event = VisitEvent(self._new_id(), kind, self._acting.now_utc(), by.employee.id)
            visits.add_event(deed.db.conn, visit_id, event)
            return event

    def undo(self, by: By) -> tuple[str, EventKind] | None:
        """Take back the newest mark that this employee made today.

        Returns the visit and what was undone, or None when there is nothing left to undo.
        """
        with self._acting.deed(by, Action.VISIT_UNDONE, Changed.DAY) as deed:
            midnight = self._time.to_utc(self._time.now().date().isoformat() + "T00:00")
            found = visits.last_own_event(deed.db.conn, by.employee.id, midnight)
            if found is None:
                deed.needless = True
                return None
            visit_id, event = found
            deed.subject_id, deed.detail = visit_id, event.kind.value
            undone = VisitEvent(
                self._new_id(),
                EventKind.UNDONE,
                self._acting.now_utc(),
                by.employee.id,
                undoes=event.id,
            )
            visits.add_event(deed.db.conn, visit_id, undone)
            return visit_id, event.kind

    def add(self, booked: Booked, by: By) -> str:
        """Add an appointment by hand and return its id."""
        with self._acting.deed(by, Action.APPOINTMENT_ADDED, Changed.DAY) as deed:
            deed.subject_id = self._new_id()
            columns = self._columns(deed.db.conn, booked)
            columns["person_id"] = booked.person_id
            visits.add_appointment(deed.db.conn, deed.subject_id, columns)
            return deed.subject_id

    def change(self, visit_id: str, version: int, booked: Booked, by: By) -> None:
        """Move or change an appointment that was last seen at `version`."""
        with self._acting.deed(by, Action.APPOINTMENT_CHANGED, Changed.DAY) as deed:
            deed.subject_id = visit_id
            before = visits.read_standing(deed.db.conn, visit_id)
            columns = self._columns(deed.db.conn, booked)
            if not visits.change_appointment(deed.db.conn, visit_id, version, columns):
                raise _gone()
            if before is not None and is_move(before.start, booked.start):
                now = self._acting.now_utc()
                visits.add_move(deed.db.conn, self._new_id(), visit_id, before.start, now)

    def cancel(self, visit_id: str, version: int, by: By) -> None:
        """Cancel an appointment that was last seen at `version`; it stays in the agenda as such."""
        self._book(visit_id, version, Booking.CANCELLED, by)

    def restore(self, visit_id: str, version: int, by: By) -> None:
        """Let a cancelled appointment stand again."""
        self._book(visit_id, version, Booking.PLANNED, by)

    def _book(self, visit_id: str, version: int, booking: Booking, by: By) -> None:
        with self._acting.deed(by, Action.APPOINTMENT_CANCELLED, Changed.DAY) as deed:
            deed.subject_id, deed.detail = visit_id, booking.value
            columns = {"booking": booking.value, "withdrawn_utc": ""}
            if not visits.change_appointment(deed.db.conn, visit_id, version, columns):
                raise _gone()

    def _columns(self, connection: "Connection", booked: Booked) -> dict[str, object]:
        if not 0 <= booked.minutes <= _LONGEST:
            raise KnownError(
                _("Een afspraak duurt hooguit een dag."), _("Vul een kleiner aantal minuten in.")
            )
        starts = booked.start.isoformat(timespec="minutes")
        return {
            "practitioner_id": practitioners.practitioner_id(
                connection, booked.practitioner.strip(), self._new_id
            ),
            "animal_id": visits.animal_id(
                connection,
                booked.person_id,
                booked.animal.strip(),
                booked.species.strip(),
                self._new_id,
            ),
            "starts": starts,
            "zone": self._time.zone,
            "starts_utc": self._time.to_utc(starts),
            "minutes": booked.minutes,
            "treatment": booked.treatment.strip(),
            "marks": marks_text(booked.marks),
            "remark": booked.remark.strip(),
        }


def _gone() -> KnownError:
    return KnownError(
        _("Deze afspraak is net door iemand anders veranderd."),
        _("Er is niets overschreven. Kijk hoe hij er nu in staat en doe het dan opnieuw."),
    )
