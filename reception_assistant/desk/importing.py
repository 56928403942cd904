"""Reading an agenda file: understood, matched, planned, and written in one transaction."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from reception_assistant.agenda.incoming import Progress, Reading, Rejected, in_bulk
from reception_assistant.agenda.matching import Matcher
from reception_assistant.agenda.plan import Known, Plan, keyed, make_plan, rows_read
from reception_assistant.agenda.readers.tables.rows import read_own_csv
from reception_assistant.audit.entry import Action
from reception_assistant.changes import Changed
from reception_assistant.desk.acting import Acting, By
from reception_assistant.desk.practice_time import PracticeTime
from reception_assistant.errors import KnownError
from reception_assistant.i18n import _
from reception_assistant.ids import NewId
from reception_assistant.store import sources
from reception_assistant.store.database import Store
from reception_assistant.store.importing import Context, write_plan

if TYPE_CHECKING:
    from reception_assistant.store.driver import Connection

log = logging.getLogger(__name__)

OWN_CSV = "eigen csv"
_READ_PART, _PLAN_PART = 0.4, 0.5
_LARGEST_FILE = 200_000_000


@dataclass(frozen=True, slots=True)
class Outcome:
    """What reading a file did, or would do: counts of rows, and what was not understood.

    `kept_back` counts the appointments that are gone from the file but stay, because they are more
    than half of a day.
    """

    read: int
    new: int
    changed: int
    unchanged: int
    withdrawn: int
    kept_back: int
    rejected: tuple[Rejected, ...]
    remarks: tuple[str, ...]

    @property
    def usable(self) -> int:
        """The number of rows that could be used."""
        return self.new + self.changed + self.unchanged


def _no_progress(_done: float) -> None:
    pass


class ImportDesk:
    """What may be asked about agenda files."""

    def __init__(self, store: Store, acting: Acting, time: PracticeTime, new_id: NewId) -> None:
        self._store = store
        self._acting = acting
        self._time = time
        self._new_id = new_id

    def try_file(self, path: Path, *, even_large: bool = False) -> Outcome:
        """Return what reading the file at `path` would do; nothing is written."""
        with in_bulk() as bulk:
            return self._try(path, bulk, even_large=even_large)

    def _try(self, path: Path, bulk: list[object], *, even_large: bool) -> Outcome:
        reading = self._read(path, _no_progress)
        with self._store.reading() as connection:
            source = sources.find_source(connection, OWN_CSV)
            plan = self._plan(connection, source, reading, bulk, even_large=even_large)
        bulk += [*plan.persons, *plan.appointments, *reading.rows]
        return _outcome(plan)

    def import_file(
        self,
        path: Path,
        by: By,
        *,
        even_large: bool = False,
        progress: Progress = _no_progress,
    ) -> Outcome:
        """Read the file at `path` into the agenda: all of it, or nothing.

        `even_large` lets more than half of the appointments of a day be withdrawn. `progress` is
        told the part done and may raise `Cancelled`; then nothing was changed.

        Raises:
            KnownError: the file cannot be read, or the database cannot be written.
        """
        with in_bulk() as bulk:
            return self._import(path, by, bulk, progress, even_large=even_large)

    def _import(
        self, path: Path, by: By, bulk: list[object], progress: Progress, *, even_large: bool
    ) -> Outcome:
        reading = self._read(path, lambda part: progress(part * _READ_PART))
        if not reading.rows:
            return _outcome(_nothing(reading))
        with self._acting.deed(by, Action.AGENDA_IMPORTED, Changed.DAY) as deed:
            connection = deed.db.conn
            source = sources.find_source(connection, OWN_CSV)
            plan = self._plan(connection, source, reading, bulk, even_large=even_large)
            progress(_PLAN_PART)
            source = source or sources.Source(self._new_id(), OWN_CSV, "csv", "", "", "")
            sources.save_source(deed.db, self._covering(source, reading))
            context = Context(
                source.id,
                self._time.zone,
                self._time.to_utc,
                self._acting.now_utc(),
                self._new_id,
            )
            write_plan(deed.db, plan, context, _stepwise(plan, progress))
            outcome = _outcome(plan)
            deed.subject_id, deed.detail = source.id, _counts(outcome)
            progress(1.0)
        bulk += [*plan.persons, *plan.appointments, *reading.rows]
        log.info("agenda read: %d rows, %d rejected", outcome.read, len(outcome.rejected))
        return outcome

    def _read(self, path: Path, progress: Progress) -> Reading:
        try:
            if path.stat().st_size > _LARGEST_FILE:
                raise KnownError(
                    _("Dit bestand is te groot voor een agenda."),
                    _("Er is niets veranderd. Maak een lijst van hooguit een jaar."),
                )
            data = path.read_bytes()
        except OSError as error:
            raise KnownError(
                _("Het bestand kan niet worden gelezen."),
                _("Er is niets veranderd. Kijk of het er staat en of u het mag openen."),
            ) from error
        return read_own_csv(data, today=self._time.now().date(), progress=progress)

    def _plan(
        self,
        connection: "Connection",
        source: sources.Source | None,
        reading: Reading,
        bulk: list[object],
        *,
        even_large: bool,
    ) -> Plan:
        by_hand = sources.find_source(connection, sources.BY_HAND)
        told_before = list(sources.known_persons(connection, source.id)) if source else []
        matcher = Matcher(
            told_before,
            sources.known_persons(connection, by_hand.id) if by_hand else (),
            self._new_id,
        )
        rows = keyed(matcher.match(reading.rows))
        known = Known({}, (), {})
        if rows:
            days = _days(reading)
            keys = [row.key for row in rows] if source else []
            known = sources.known_appointments(
                connection, source.id if source else "", keys, days[0], days[-1]
            )
        bulk += [*told_before, *rows, *known.in_period]
        return make_plan(
            reading, rows, known, self._new_id, now=self._time.now(), even_large=even_large
        )

    def _covering(self, source: sources.Source, reading: Reading) -> sources.Source:
        days = [day.isoformat() for day in _days(reading)]
        return source._replace(
            first_day=min(filter(None, (source.first_day, *days))),
            last_day=max(filter(None, (source.last_day, *days))),
            read_utc=self._acting.now_utc(),
        )


def _nothing(reading: Reading) -> Plan:
    """Return the plan for a file without any usable row."""
    return Plan(rows_read(reading), rejected=list(reading.rejected), remarks=list(reading.remarks))


def _days(reading: Reading) -> list[date]:
    return sorted({row.start.date() for row in reading.rows})


def _stepwise(plan: Plan, progress: Progress) -> Callable[[int], None]:
    """Return what counts the steps of the writing and passes on the part done."""
    total = max(1, len(plan.persons) + len(plan.appointments))
    done = 0

    def step(number: int) -> None:
        nonlocal done
        done += number
        progress(_PLAN_PART + (1 - _PLAN_PART) * min(1.0, done / total))

    return step


def _outcome(plan: Plan) -> Outcome:
    return Outcome(
        read=plan.read,
        new=plan.new,
        changed=plan.changed,
        unchanged=plan.unchanged,
        withdrawn=len(plan.withdrawn),
        kept_back=plan.kept_back,
        rejected=tuple(plan.rejected),
        remarks=tuple(plan.remarks),
    )


def _counts(outcome: Outcome) -> str:
    return (
        f"read={outcome.read} new={outcome.new} changed={outcome.changed} "
        f"unchanged={outcome.unchanged} withdrawn={outcome.withdrawn} "
        f"rejected={len(outcome.rejected)}"
    )
