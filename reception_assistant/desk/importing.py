"""Reading an agenda file: understood, matched, planned, and written in one transaction."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from reception_assistant.agenda.incoming import (
    Progress,
    Reading,
    Rejected,
    Window,
    in_bulk,
    no_progress,
)
from reception_assistant.agenda.matching import Matcher
from reception_assistant.agenda.plan import Known, Plan, keyed, make_plan, rows_read
from reception_assistant.agenda.profile import Kind, Profile
from reception_assistant.agenda.readers.trouble import UnreadableFileError
from reception_assistant.audit.entry import Action
from reception_assistant.changes import Changed
from reception_assistant.desk.acting import Acting, By, Deed
from reception_assistant.desk.agenda_files import AgendaFile, AgendaFiles, take_file
from reception_assistant.desk.practice_time import PracticeTime
from reception_assistant.desk.source_choice import Belonging, as_before, settled
from reception_assistant.ids import NewId
from reception_assistant.store import sources
from reception_assistant.store.database import Store
from reception_assistant.store.importing import Context, write_plan
from reception_assistant.store.profiles import read_profiles
from reception_assistant.store.readings import (
    KeptReading,
    Problem,
    add_reading,
)

if TYPE_CHECKING:
    from reception_assistant.store.driver import Connection

_NO_GAP = timedelta(days=7)  # a practice may be closed for some days
log = logging.getLogger(__name__)

_READ_PART, _PLAN_PART = 0.4, 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class How:
    """How a file is to be read.

    Without a `profile` it is the one that such files are known by, if any. `window` are the wanted
    days, for a calendar one year back to two ahead where nobody says otherwise. `even_large` lets
    more than half of the appointments of a day be withdrawn. `source_id` is the source that it
    certainly belongs to, because that is being watched.
    """

    profile: Profile | None = None
    window: Window | None = None
    even_large: bool = False
    source_id: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What reading a file did, or would do: counts of rows, and what was not understood.

    `kept_back` counts the appointments that are gone from the file but stay, because they are more
    than half of a day. `source` is where they belong, and `profile` how they were read. `first` and
    `last` are the days between which the appointments of the file lie.
    """

    read: int
    new: int
    changed: int
    unchanged: int
    withdrawn: int
    kept_back: int
    rejected: tuple[Rejected, ...]
    remarks: tuple[str, ...]
    source: str = ""
    profile: str = ""
    first: date | None = None
    last: date | None = None

    @property
    def usable(self) -> int:
        """The number of rows that could be used."""
        return self.new + self.changed + self.unchanged


class ImportDesk:
    """What may be asked about reading agenda files."""

    def __init__(
        self, store: Store, acting: Acting, time: PracticeTime, files: AgendaFiles, new_id: NewId
    ) -> None:
        self._store = store
        self._acting = acting
        self._time = time
        self._files = files
        self._new_id = new_id

    def window(self, first: date | None, last: date | None) -> Window | None:
        """Return the wanted days when somebody named the first or the last; None when nobody did.

        What was not named is as usual for a calendar: a year back, two years ahead.
        """
        if first is None and last is None:
            return None
        usual = self._files.usual_window()
        return Window(first or usual.first, last or usual.last)

    def try_file(self, path: Path, how: How | None = None) -> Outcome:
        """Return what reading the file at `path` would do; nothing is written.

        Raises:
            UnclearColumnsError: somebody must say which column holds what.
            KnownError: the file cannot be read.
        """
        file, how = take_file(path), how or How()
        with in_bulk() as bulk:
            with self._store.reading() as connection:
                profile = self._profile(connection, file, how)
            reading = self._files.read(file, profile, how.window, no_progress)
            belongs = self._belongs(file, profile, how)
            with self._store.reading() as connection:
                known = sources.read_sources(connection)
                belongs = as_before(connection, belongs, file.place, known)
                source = belongs.among(known, self._new_id)
                plan = self._plan(connection, source, reading, bulk, even_large=how.even_large)
            bulk += [*plan.persons, *plan.appointments, *reading.rows]
            return _outcome(plan, source, profile)

    def import_file(
        self,
        path: Path,
        by: By,
        how: How | None = None,
        *,
        progress: Progress = no_progress,
    ) -> Outcome:
        """Read the file at `path` into the agenda: all of it, or nothing.

        `progress` is told the part done and may raise `Cancelled`; then nothing was changed.

        Raises:
            UnclearColumnsError: somebody must say which column holds what.
            KnownError: the file cannot be read, or the database cannot be written.
        """
        return self.import_taken(take_file(path), by, how, progress=progress)

    def import_taken(
        self,
        file: AgendaFile,
        by: By,
        how: How | None = None,
        *,
        progress: Progress = no_progress,
    ) -> Outcome:
        """Read a file that was taken already; see `import_file`."""
        with in_bulk() as bulk:
            return self._import(file, by, how or How(), bulk, progress)

    def _import(
        self, file: AgendaFile, by: By, how: How, bulk: list[object], progress: Progress
    ) -> Outcome:
        with self._store.writing() as db:  # this thread has no other connection
            profile = self._profile(db.conn, file, how) or self._followed_profile(
                db.conn, file, how
            )
        reading = self._files.read(
            file, profile, how.window, lambda part: progress(part * _READ_PART)
        )
        belongs = self._belongs(file, profile, how)
        with self._acting.deed(by, Action.AGENDA_IMPORTED, Changed.DAY | Changed.SOURCES) as deed:
            connection = deed.db.conn
            known = sources.read_sources(connection)
            belongs = as_before(connection, belongs, file.place, known)
            source = belongs.among(known, self._new_id)
            plan = _nothing(reading)
            if reading.rows:
                source = settled(connection, source, belongs, known, self._new_id)
                plan = self._plan(connection, source, reading, bulk, even_large=how.even_large)
                progress(_PLAN_PART)
            elif source.id not in {each.id for each in known}:
                deed.needless = True
                return _outcome(plan, None, profile)
            sources.save_source(deed.db, self._covering(source, reading))
            self._write(deed, plan, source, progress)
            outcome = _outcome(plan, source, profile)
            self._keep(deed, source, file.place, outcome)
            progress(1.0)
        bulk += [*plan.persons, *plan.appointments, *reading.rows]
        log.info("agenda read: %d rows, %d rejected", outcome.read, len(outcome.rejected))
        return outcome

    def _profile(self, connection: "Connection", file: AgendaFile, how: How) -> Profile | None:
        if how.profile is not None:
            self._files.refuse_other_kind(file, how.profile)
            return how.profile
        profiles = read_profiles(connection)
        return self._files.recognised(file, profiles) if profiles else None

    def _belongs(self, file: AgendaFile, profile: Profile | None, how: How) -> Belonging:
        by_signature = profile is None and file.kind in (Kind.CALENDAR, Kind.FHIR)
        return Belonging(
            file.kind,
            self._files.title(file),
            self._files.signature(file) if by_signature else "",
            profile,
            how.source_id,
        )

    def _followed_profile(
        self, connection: "Connection", file: AgendaFile, how: How
    ) -> Profile | None:
        """Return the profile of the source that is followed, where the file can be read by it."""
        followed = [each for each in sources.read_sources(connection) if each.id == how.source_id]
        keys = {each.profile_id for each in followed}
        profiles = [each for each in read_profiles(connection) if each.id in keys]
        profile = next((each for each in profiles if each.kind is file.kind), None)
        if profile is not None and file.kind in (Kind.TABLE, Kind.DATABASE):
            try:
                table = self._files.open(file, profile.table.table)
                self._files.read_table(table.beginning(1), profile, no_progress)
            except UnreadableFileError:
                return None
        return profile

    def _write(self, deed: Deed, plan: Plan, source: sources.Source, progress: Progress) -> None:
        if not (plan.persons or plan.appointments or plan.withdrawn):
            deed.changed = Changed.SOURCES
            return
        context = Context(
            source.id,
            self._time.zone,
            self._time.to_utc,
            self._acting.now_utc(),
            self._new_id,
        )
        write_plan(deed.db, plan, context, _stepwise(plan, progress))

    def _keep(self, deed: Deed, source: sources.Source, place: str, outcome: Outcome) -> None:
        deed.subject_id, deed.detail = source.id, _counts(outcome)
        reading = KeptReading(
            self._new_id(),
            source.id,
            self._acting.now_utc(),
            place.encode(errors="replace").decode(),  # the name of a file may be no text
            outcome.read,
            outcome.new,
            outcome.changed,
            outcome.unchanged,
            outcome.withdrawn,
            len(outcome.rejected),
        )
        problems = [Problem("", remark) for remark in outcome.remarks]
        problems += [Problem(each.where, each.reason) for each in outcome.rejected]
        add_reading(deed.db.conn, reading, problems)

    def _plan(
        self,
        connection: "Connection",
        source: sources.Source,
        reading: Reading,
        bulk: list[object],
        *,
        even_large: bool,
    ) -> Plan:
        by_hand = sources.find_source(connection, sources.BY_HAND)
        told_before = list(sources.known_persons(connection, source.id))
        matcher = Matcher(
            told_before,
            sources.known_persons(connection, by_hand.id) if by_hand else (),
            self._new_id,
        )
        rows = keyed(matcher.match(reading.rows))
        known = Known({}, (), {})
        if rows:
            days = _days(reading)
            keys = [row.key for row in rows] if source.read_utc else []
            known = sources.known_appointments(connection, source.id, keys, days[0], days[-1])
        bulk += [*told_before, *rows, *known.in_period]
        return make_plan(
            reading, rows, known, self._new_id, now=self._time.now(), even_large=even_large
        )

    def _covering(self, source: sources.Source, reading: Reading) -> sources.Source:
        covered = _days(reading)
        days = [day.isoformat() for day in covered]
        known_from, known_until = _known_span(source, covered)
        return source._replace(
            known_from=known_from,
            known_until=known_until,
            first_day=min(filter(None, (source.first_day, *days)), default=""),
            last_day=max(filter(None, (source.last_day, *days)), default=""),
            read_utc=self._acting.now_utc(),
        )


def _nothing(reading: Reading) -> Plan:
    """Return the plan for a file without any usable row."""
    return Plan(rows_read(reading), rejected=list(reading.rejected), remarks=list(reading.remarks))


def _days(reading: Reading) -> list[date]:
    days = {row.start.date() for row in reading.rows}
    if days and reading.until:
        days.add(max(reading.until, *days))
    return sorted(days)


def _known_span(source: sources.Source, days: list[date]) -> tuple[str, str]:
    """Return the days that `source` knows without a gap once these were read.

    What is to come is known as far as it was read now; the past goes on where it was known before.
    """
    if not days:
        return source.known_from, source.known_until
    first, last = days[0], days[-1]
    if source.known_from and source.known_until:
        known_from = date.fromisoformat(source.known_from)
        known_until = date.fromisoformat(source.known_until)
        if known_from < first <= known_until + _NO_GAP:
            first = known_from
    return first.isoformat(), last.isoformat()


def _stepwise(plan: Plan, progress: Progress) -> Callable[[int], None]:
    """Return what counts the steps of the writing and passes on the part done."""
    total = max(1, len(plan.persons) + len(plan.appointments))
    done = 0

    def step(number: int) -> None:
        nonlocal done
        done += number
        progress(_PLAN_PART + (1 - _PLAN_PART) * min(1.0, done / total))

    return step


def _outcome(plan: Plan, source: sources.Source | None, profile: Profile | None) -> Outcome:
    return Outcome(
        read=plan.read,
        new=plan.new,
        changed=plan.changed,
        unchanged=plan.unchanged,
        withdrawn=len(plan.withdrawn),
        kept_back=plan.kept_back,
        rejected=tuple(plan.rejected),
        remarks=tuple(plan.remarks),
        source=source.name if source else "",
        profile=profile.name if profile else "",
        first=plan.first,
        last=plan.last,
    )


def _counts(outcome: Outcome) -> str:
    return (
        f"read={outcome.read} new={outcome.new} changed={outcome.changed} "
        f"unchanged={outcome.unchanged} withdrawn={outcome.withdrawn} "
        f"rejected={len(outcome.rejected)}"
    )
