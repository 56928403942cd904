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
from reception_assistant.desk.practice_time import PracticeTime
from reception_assistant.errors import KnownError, StoreError
from reception_assistant.i18n import _
from reception_assistant.ids import NewId
from reception_assistant.library.content import Lists
from reception_assistant.run.cleaning import clean_ending, clean_events, clean_text, sound
from reception_assistant.run.event import Event
from reception_assistant.run.open_call import OpenCall
from reception_assistant.store import calls as store_calls
from reception_assistant.store import promises as store_promises
from reception_assistant.store.calls import Filing
from reception_assistant.store.database import Store
from reception_assistant.store.journal import Journal
from reception_assistant.store.library import read_lists
from reception_assistant.store.people import read_person
from reception_assistant.store.promises import StillOpen
from reception_assistant.store.staff import read_employees

_AFTER_ALL = "~"  # after every moment as it is written
_DAY = timedelta(days=1)
_Over = list[tuple[OpenCall, Ending]]


class Kept(NamedTuple):
    """What was kept: at what wall time, and the note as it is kept now ("" when it did not change).

    `bsn` tells that digits in the note were a BSN, and are dots now.
    """

    saved: datetime
    note: str = ""
    bsn: bool = False


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
        self, head: CallHead, first: int, events: Sequence[Event], note: str | None, _by: By
    ) -> Kept:
        """Keep how a conversation stands, without any BSN; keeping the same again changes nothing.

        `events` are those from number `first` on; `note` is None when it did not change.

        Raises:
            KnownError: it went on somewhere else, or is over; nothing is overwritten.
            StoreError: it cannot be written now; try again soon.
        """
        cleaned = clean_text(note or "", head)
        kept_note = None if note is None else cleaned.text
        self._journal.keep(head, first, clean_events(events, head), kept_note, self.now_utc())
        return Kept(self._time.now(), cleaned.text, cleaned.found)

    def end(
        self,
        head: CallHead,
        first: int,
        events: Sequence[Event],
        note: str,
        ending: Ending,
        _by: By,
    ) -> Kept:
        """Keep a conversation that is over: from here on it is safe, and goes into the log.

        Raises:
            KnownError: something is still to be filled in (`calls/finishing.py`), or as `keep`.
            StoreError: it cannot be written now; try again soon.
        """
        with self._store.reading() as connection:
            known = read_lists(connection).outcome(ending.outcome)
        outcome = refuse_unfinished(known, ending, self._time.now())
        cleaned = clean_text(note, head)
        over = clean_ending(replace(ending, outcome=outcome.id), head)
        now = self.now_utc()
        self._journal.end(head, first, clean_events(events, head), cleaned.text, over, now)
        return Kept(self._time.now(), cleaned.text, cleaned.found)

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
        """Write into the log what is over, also what a crash left; returns how many calls."""
        ended = self._ended()
        for opened, ending in ended:
            self._log(opened, ending, by)
            self._journal.forget(opened.head.id)
        return len(ended)

    def history(self, person_id: str, limit: int = 20) -> list[PastCall]:
        """Return the earlier calls with somebody, newest first, also those not yet in the log."""
        waiting = self._waiting_of(person_id)
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
        waiting = self._waiting_of(person_id)
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
        changed = Changed.CALLS | Changed.PROMISES
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

    def _log(self, opened: OpenCall, ending: Ending, by: By) -> None:
        """Write one call that is over into the log, in the name of who ended it."""
        promise = ending.promise
        before_utc = self._time.to_utc(promise.before) if promise is not None else ""
        with self._store.reading() as connection:
            everybody = read_employees(connection)
        ended_by = (each for each in everybody if each.id == ending.employee_id and each.active)
        who = By(next(ended_by, by.employee), by.origin)
        changed = Changed.CALLS | (Changed.PROMISES if promise is not None else Changed(0))
        with self._acting.deed(who, Action.CALL_FINISHED, changed) as deed:
            deed.subject_id = opened.head.id
            filing = Filing(who.employee.id, self._time.zone, before_utc)
            deed.needless = not store_calls.add_call(deed.db.conn, opened, ending, filing)

    def _ended(self) -> _Over:
        return [
            (each, ending) for each in self._journal.read() if (ending := each.ending) is not None
        ]

    def _waiting_of(self, person_id: str) -> _Over:
        """Return the calls with somebody that are over and not in the log yet, as far as known."""
        with suppress(StoreError):
            return [each for each in self._ended() if each[0].head.person_id == person_id]
        return []

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
