"""Conversations: kept while they go on, written into the log when they are over, and read back."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import date, datetime, timedelta
from typing import NamedTuple

from msgspec.structs import replace

from reception_assistant.audit.entry import Action
from reception_assistant.calls.call import CallHead, CallRecord, Direction, Ending
from reception_assistant.calls.finishing import refuse_unfinished
from reception_assistant.calls.moments import spoken_before
from reception_assistant.calls.open_promise import OpenPromise
from reception_assistant.calls.past_call import PastCall
from reception_assistant.calls.telling import direction_words, promise_line
from reception_assistant.calls.unattached import Unattached
from reception_assistant.changes import Changed
from reception_assistant.desk.acting import Acting, By
from reception_assistant.desk.call_filing import CallFiling
from reception_assistant.desk.practice_time import PracticeTime
from reception_assistant.errors import KnownError, StoreError
from reception_assistant.i18n import _
from reception_assistant.ids import NewId
from reception_assistant.library.content import Lists
from reception_assistant.library.lists import Outcome
from reception_assistant.run.cleaning import clean_ending, clean_events, clean_text, sound
from reception_assistant.run.event import Event
from reception_assistant.run.open_call import OpenCall, Told
from reception_assistant.run.tombstone import Tombstone
from reception_assistant.store import calls as store_calls
from reception_assistant.store import promises as store_promises
from reception_assistant.store.apart import reading_apart
from reception_assistant.store.calls import Filing
from reception_assistant.store.database import Store
from reception_assistant.store.journal import Journal
from reception_assistant.store.library import read_lists
from reception_assistant.store.people import read_person
from reception_assistant.store.promises import StillOpen
from reception_assistant.store.staff import read_employees

_AFTER_ALL = "~"  # after every moment as it is written
_DAY = timedelta(days=1)


class Kept(NamedTuple):
    """What was kept: at what wall time, and the note as it is kept now ("" when it did not change).

    `bsn` tells that digits in the note were a BSN, and are dots now. `revision` is to be told as
    `seen` with what is kept next.
    """

    saved: datetime
    note: str = ""
    bsn: bool = False
    revision: int = 0


class Added(NamedTuple):
    """How many calls of a file were new, and how many were here already."""

    new: int
    known: int


class CallsDesk:
    """What may be asked about conversations and the log of them.

    What goes on is kept in the journal (`keep`, `end`), which never waits; the log is written by
    `log_ended`, which may wait behind an import.
    """

    def __init__(
        self, store: Store, journal: Journal, acting: Acting, time: PracticeTime, new_id: NewId
    ) -> None:
        self._store = store
        self._journal = journal
        self._acting = acting
        self._time = time
        self._new_id = new_id
        self._filing = CallFiling(store, journal, acting, time)

    @property
    def notice(self) -> str:
        """What the user should know of the file with conversations; "" as long as all is well."""
        return self._journal.notice

    def now_utc(self) -> str:
        """Return this moment as events and endings keep it."""
        return self._acting.now_utc()

    def begin(
        self,
        direction: Direction,
        by: By,
        number: str = "",
        person_id: str | None = None,
        appointment_id: str | None = None,
    ) -> CallHead:
        """Return the head of a conversation that begins now; it is not kept yet."""
        return CallHead(
            id=self._new_id(),
            employee_id=by.employee.id,
            started_utc=self.now_utc(),
            direction=direction,
            number=sound(number.strip()),
            person_id=person_id,
            appointment_id=appointment_id,
        )

    def keep(
        self,
        head: CallHead,
        first: int,
        events: Sequence[Event],
        note: str | None,
        _by: By,
        *,
        seen: int | None = None,
    ) -> Kept:
        """Keep how a conversation stands, without any BSN; keeping the same again changes nothing.

        `events` are those from number `first` on; `note` is None when it did not change. `seen` is
        the revision that stands on the screen, of `OpenCall` or of what was `Kept` last: then what
        another window wrote meanwhile is not overwritten. None asks for no such care.

        Raises:
            KnownError: it went on somewhere else, or is over; nothing is overwritten.
            StoreError: it cannot be written now; try again soon.
        """
        return self._keep(Told(head, first, events, note, seen=seen))

    def end(
        self,
        head: CallHead,
        first: int,
        events: Sequence[Event],
        note: str,
        ending: Ending,
        _by: By,
        *,
        outcome: Outcome | None = None,
        seen: int | None = None,
    ) -> Kept:
        """Keep a conversation that is over: from here on it is safe, and goes into the log.

        `outcome` is the one that `ending` names, of whoever has the lists; else it is looked up.

        Raises:
            KnownError: something is still to be filled in (`calls/finishing.py`), or as `keep`.
            StoreError: it cannot be written now; try again soon.
        """
        if outcome is None:
            with reading_apart(self._store.path) as connection:
                outcome = read_lists(connection).outcome(ending.outcome)
        known = refuse_unfinished(outcome, ending, self._time.now())
        over = replace(ending, outcome=known.id)
        return self._keep(Told(head, first, events, note, over, seen))

    def written_elsewhere(self) -> bool:
        """Tell whether another window wrote in a conversation since this was asked last."""
        return self._journal.written_elsewhere()

    def open_calls(self) -> list[OpenCall]:
        """Return the conversations that are not over, oldest first."""
        return [each for each in self._journal.read() if each.ending is None]

    def note_no_bsn(self, call_id: str, by: By) -> None:
        """Remember who said that a number in the note of this conversation is no BSN."""
        with self._acting.deed(by, Action.BSN_KEPT, Changed(0)) as deed:
            deed.subject_id = call_id

    def log_ended(self, by: By) -> int:
        """Write into the log what is over, also what a crash left; returns how many calls.

        It is at once done when nothing waits, so that it may be asked every few seconds. What
        cannot be written now stays in the journal for the next time; the others are written.

        Raises:
            StoreError: somebody else is writing for long, or as every write.
        """
        return self._filing.file_ended(by)

    def history(self, person_id: str, limit: int = 20) -> list[PastCall]:
        """Return the earlier calls with somebody, newest first, also those not yet in the log."""
        waiting = self._filing.waiting_of(person_id)
        with self._store.reading() as connection:
            lists = read_lists(connection)
            found = store_calls.of_person(connection, person_id, limit)
            names = {each.id: each.name for each in read_employees(connection)} if waiting else {}
        known = {record.id for record in found}
        found += [_record(*each, names) for each in waiting if each[0].head.id not in known]
        found.sort(key=lambda record: record.started_utc, reverse=True)
        return [self._past(record, lists) for record in found[:limit]]

    def open_promises(self, person_id: str) -> list[OpenPromise]:
        """Return what is still to be kept to somebody, what is due first before.

        What was promised in calls that are not yet in the log is among it.
        """
        waiting = self._filing.waiting_of(person_id)
        with self._store.reading() as connection:
            found = store_promises.open_promises(connection, person_id)
            names = {each.id: each.name for each in read_employees(connection)} if waiting else {}
        known = {each.id for each in found}
        for opened, ending in waiting:
            key, promise = store_promises.promise_id(opened.head.id), ending.promise
            if promise is not None and key not in known:
                owner = names.get(promise.owner_id, "")
                found.append(StillOpen(key, promise, owner, ending.ended_utc))
        now = self._time.now()
        return [_open_promise(each, now) for each in sorted(found, key=_due)]

    def unattached(self, limit: int = 50) -> list[Unattached]:
        """Return the newest calls in the log that belong to nobody."""
        with self._store.reading() as connection:
            lists = read_lists(connection)
            found = store_calls.of_nobody(connection, limit)
        return [Unattached(self._past(record, lists), record.number) for record in found]

    def attach(self, call_id: str, person_id: str, by: By) -> None:
        """Let a call in the log that belongs to nobody belong to somebody, with its promise."""
        changed = Changed.CALLS | Changed.PROMISES | Changed.COMPLAINTS
        with self._acting.deed(by, Action.CALL_ATTACHED, changed) as deed:
            deed.subject_id = call_id
            if read_person(deed.db.conn, person_id) is None:
                raise KnownError(
                    _("Deze persoon is er niet meer."),
                    _("Er is niets veranderd. Zoek de persoon nog eens op."),
                )
            if not store_calls.attach(deed.db.conn, call_id, person_id):
                raise KnownError(
                    _("Dit gesprek hoort al bij iemand."),
                    _("Er is niets veranderd. Bekijk het gesprek nog eens."),
                )

    def record(self, call_id: str) -> CallRecord | None:
        """Return a call as the log keeps it; None when there is none with this id."""
        with self._store.reading() as connection:
            return store_calls.read_record(connection, call_id)

    def records(self, first: date | None = None, last: date | None = None) -> list[CallRecord]:
        """Return the calls in the log that began on these days or between them, oldest first."""
        from_utc = self._midnight(first) if first else ""
        until_utc = self._midnight(last + _DAY) if last else _AFTER_ALL
        with self._store.reading() as connection:
            return store_calls.read_records(connection, from_utc, until_utc)

    def export(self, first: date | None, last: date | None, by: By) -> list[CallRecord]:
        """Return the calls of these days to be taken elsewhere; the audit remembers how many."""
        found = self.records(first, last)
        with self._acting.deed(by, Action.CALLS_EXPORTED, Changed(0)) as deed:
            deed.detail = str(len(found))
        return found

    def add_records(self, records: Sequence[CallRecord], by: By) -> Added:
        """Add calls as another log wrote them down; those that are here stay as they are.

        A promise that should have been kept before now counts as done with.
        """
        now, new = self._time.now(), 0
        changed = Changed.CALLS | Changed.PROMISES
        with self._acting.deed(by, Action.CALLS_IMPORTED, changed) as deed:
            for record in records:
                before = record.promise.before if record.promise else ""
                before_utc = self._time.to_utc(before) if before else ""
                is_open = bool(before) and datetime.fromisoformat(before) > now
                filing = Filing(by.employee.id, self._time.zone, before_utc)
                new += store_calls.add_record(deed.db.conn, record, filing, is_open=is_open)
            deed.detail, deed.needless = str(new), not new
        return Added(new, len(records) - new)

    def _midnight(self, day: date) -> str:
        return self._time.to_utc(f"{day.isoformat()}T00:00")

    def _keep(self, told: Told) -> Kept:
        """Keep without any BSN what is told."""
        head, ending = told.head, told.ending
        note = clean_text(told.note or "", head)
        cleaned = told._replace(
            events=clean_events(told.events, head),
            note=None if told.note is None else note.text,
            ending=None if ending is None else clean_ending(ending, head),
        )
        left = None if self._journal.knows(head.id) else self._left_in_log(head.id)
        if left is None:
            revision = self._journal.keep(cleaned, self.now_utc())
        else:
            left.refuse_new(cleaned)
            revision = told.seen or 0
        return Kept(self._time.now(), note.text, note.found, revision)

    def _left_in_log(self, call_id: str) -> Tombstone | None:
        """Return what the log has of a call; keeping goes on where the log cannot be asked."""
        with suppress(StoreError), reading_apart(self._store.path) as connection:
            return store_calls.read_tombstone(connection, call_id)
        return None

    def _past(self, record: CallRecord, lists: Lists) -> PastCall:
        reason, outcome = lists.reason(record.reason), lists.outcome(record.outcome)
        return PastCall(
            id=record.id,
            started=self._time.from_utc(record.started_utc),
            direction=direction_words(record.direction),
            reason=reason.label if reason else record.reason,
            outcome=outcome.label if outcome else record.outcome,
            note=record.note,
            employee=record.employee,
            promise=promise_line(record.promise),
        )


def _due(promise: StillOpen) -> str:
    return promise.promise.before


def _open_promise(found: StillOpen, now: datetime) -> OpenPromise:
    promise = found.promise
    return OpenPromise(
        found.id,
        promise.what,
        spoken_before(promise.before, now),
        found.owner,
        promise.channel,
        promise.reach,
        late=datetime.fromisoformat(promise.before) < now,
    )


def _record(opened: OpenCall, ending: Ending, names: dict[str, str]) -> CallRecord:
    """Return a call that is not in the log yet as the log will keep it, without its path."""
    head = opened.head
    return CallRecord(
        id=head.id,
        direction=head.direction,
        started_utc=head.started_utc,
        ended_utc=ending.ended_utc,
        employee_id=ending.employee_id,
        employee=names.get(ending.employee_id, ""),
        outcome=ending.outcome,
        number=head.number,
        person_id=head.person_id,
        reason=head.reason,
        note=opened.note,
        promise=ending.promise,
    )
