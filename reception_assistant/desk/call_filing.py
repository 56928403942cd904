"""Taking conversations that are over out of the journal and into the log."""

import logging
from contextlib import suppress

from reception_assistant.audit.entry import Action
from reception_assistant.calls.call import Ending
from reception_assistant.changes import Changed
from reception_assistant.desk.acting import Acting, By
from reception_assistant.desk.practice_time import PracticeTime
from reception_assistant.errors import KnownError, StoreError
from reception_assistant.run.open_call import OpenCall
from reception_assistant.store import calls
from reception_assistant.store.calls import Filing
from reception_assistant.store.database import Store
from reception_assistant.store.driver import is_busy
from reception_assistant.store.journal import Journal
from reception_assistant.store.of_one_call import has_complaint
from reception_assistant.store.staff import read_employees

_Over = list[tuple[OpenCall, Ending]]

log = logging.getLogger(__name__)


class CallFiling:
    """Writes into the log what is over, each call apart."""

    def __init__(self, store: Store, journal: Journal, acting: Acting, time: PracticeTime) -> None:
        self._store = store
        self._journal = journal
        self._acting = acting
        self._time = time

    def waiting_of(self, person_id: str) -> _Over:
        """Return the calls with somebody that are over and not in the log yet, as far as known."""
        with suppress(StoreError):
            return [each for each in self._ended() if each[0].head.person_id == person_id]
        return []

    def file_ended(self, by: By) -> int:
        """Write into the log what is over; returns how many calls.

        One that cannot be written stays in the journal for the next time, and keeps no other one
        waiting: the first of such troubles is raised at the end.
        """
        if not self._journal.is_waiting():
            return 0
        filed, trouble = 0, None
        for opened, ending in self._ended():
            try:
                self._file(opened, ending, by)
                self._journal.forget(opened.head.id)
            except Exception as error:  # noqa: BLE001  raised at the end
                trouble = trouble or error
                if not isinstance(error, KnownError):
                    kind = type(error).__name__
                    log.warning("the conversation %s is not logged: %s", opened.head.id, kind)
                if is_busy(error):
                    break  # each of the others would wait as long for nothing
            else:
                filed += 1
        if trouble is not None:
            raise trouble
        return filed

    def _ended(self) -> _Over:
        """Return what is over and not in the log yet, oldest first."""
        return [
            (each, ending) for each in self._journal.read() if (ending := each.ending) is not None
        ]

    def _file(self, opened: OpenCall, ending: Ending, by: By) -> None:
        """Write one call that is over into the log, in the name of who ended it."""
        promise = ending.promise
        before_utc = self._time.to_utc(promise.before) if promise is not None else ""
        with self._store.reading() as connection:
            everybody = read_employees(connection)
            complaint = has_complaint(connection, opened.head.id)
        ended_by = (each for each in everybody if each.id == ending.employee_id and each.active)
        who = By(next(ended_by, by.employee), by.origin)
        changed = Changed.CALLS
        if promise is not None or complaint:
            changed |= Changed.PROMISES
        if complaint:
            changed |= Changed.COMPLAINTS
        with self._acting.deed(who, Action.CALL_FINISHED, changed) as deed:
            deed.subject_id = opened.head.id
            filing = Filing(who.employee.id, self._time.zone, before_utc)
            deed.needless = not calls.add_call(deed.db.conn, opened, ending, filing)
