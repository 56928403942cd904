"""Following the sources that are watched: what is new is read, and trouble is told once."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import NamedTuple

from reception_assistant.agenda.readers.trouble import UnreadableFileError
from reception_assistant.changes import Changed, ChangeFeed
from reception_assistant.clock import Clock
from reception_assistant.desk.acting import By
from reception_assistant.desk.agenda_files import AgendaFile
from reception_assistant.desk.importing import How, ImportDesk, Outcome
from reception_assistant.desk.watched_place import WatchedFiles, as_gone, is_address
from reception_assistant.desk.web_calendar import (
    Opener,
    Start,
    WatchedAddress,
    in_background,
    safe_opener,
)
from reception_assistant.errors import KnownError
from reception_assistant.store.database import Store
from reception_assistant.store.watches import Watch, read_watches, save_watch

_BETWEEN_TRIES = timedelta(minutes=1)
"""So long after it failed to keep what was read, it is tried again."""


class News(NamedTuple):
    """What was found at a watched place: files to read, and what kept us from others.

    `seen` is the state of the place once they are read, None when it could not be reached.
    `is_asked_for` tells that somebody waits for it.
    """

    watch: Watch
    files: tuple[AgendaFile, ...] = ()
    seen: str | None = None
    trouble: str = ""
    is_asked_for: bool = False

    def seen_after(self) -> str:
        """Return what is to be kept of the state of the place."""
        return as_gone(self.watch.seen) if self.seen is None else self.seen

    def is_known(self) -> bool:
        """Tell whether nothing of this is new."""
        before = (self.watch.seen, self.watch.trouble)
        return not self.files and before == (self.seen_after(), self.trouble)


class Followed(NamedTuple):
    """What reading a watched place did; `trouble` only where it was not told before."""

    outcomes: tuple[Outcome, ...] = ()
    trouble: str = ""


class Watching:
    """Looks at the watched places; `look` may run in another thread than `read`.

    `opener` and `start` say how web addresses are asked, `changes` who hears of trouble.
    """

    def __init__(
        self,
        store: Store,
        imports: ImportDesk,
        clock: Clock,
        changes: ChangeFeed | None = None,
        *,
        opener: Opener | None = None,
        start: Start = in_background,
    ) -> None:
        self._store, self._imports, self._clock = store, imports, clock
        self._changes, self._opener, self._start = changes, opener, start
        self._places: dict[tuple[str, str], WatchedFiles | WatchedAddress] = {}
        self._failed: dict[str, datetime] = {}
        self._told: dict[str, str] = {}

    def watches(self) -> list[Watch]:
        """Return what is watched."""
        with self._store.reading() as connection:
            return read_watches(connection)

    def look(self, watch: Watch, *, at_once: bool = False) -> News | None:
        """Return what is new at a watched place; None when there is nothing to do.

        A file is new when it is another than the last one read, and at rest. `at_once` does not
        wait for that, nor for the next time that an address is due, and reads once more.
        """
        now = self._clock.now()
        if not at_once and self._failed_lately(watch, now):
            return None
        try:
            found = self._place(watch).look(watch, now, at_once=at_once)
        except KnownError as error:
            news = News(watch, trouble=str(error), is_asked_for=at_once)
        else:
            if found is None:
                return None
            news = News(watch, *found, is_asked_for=at_once)
        return None if news.is_known() and not at_once else news

    def look_at_all(self, watches: Iterable[Watch]) -> list[News]:
        """Return what is new at these places."""
        return [news for watch in watches if (news := self.look(watch)) is not None]

    def read(self, news: News, by: By) -> Followed:
        """Read what was found, in the thread that writes; trouble is kept and told once.

        When nothing can be written now, it is tried again a minute later, and only then told:
        another window may be reading the very same.
        """
        key = news.watch.source_id
        before = self._told.get(key, news.watch.trouble)
        is_first = key not in self._failed and not news.is_asked_for
        outcomes: list[Outcome] = []
        self._failed[key] = self._clock.now()
        try:
            trouble = self._read_files(news, by, outcomes)
            self._note(news, trouble)
        except KnownError as error:
            if is_first:
                return Followed(tuple(outcomes))
            self._told[key] = trouble = str(error)
        else:
            del self._failed[key]
            self._told.pop(key, None)
        return Followed(tuple(outcomes), trouble if trouble != before else "")

    def _read_files(self, news: News, by: By, outcomes: list[Outcome]) -> str:
        """Read the files of `news`; return what is to be told of those that gave nothing."""
        trouble = news.trouble
        for file in news.files:
            watch = self._standing(news.watch)
            if watch is None:  # nobody wants it any more
                break
            try:
                outcome = self._imports.import_taken(file, by, How(source_id=watch.source_id))
            except UnreadableFileError as error:
                trouble = str(error)
                continue
            outcomes.append(outcome)
            if not outcome.usable and outcome.rejected:
                first = outcome.rejected[0]
                trouble = f"{first.where}: {first.reason}" if outcome.read else first.reason
        return trouble

    def _note(self, news: News, trouble: str) -> None:
        watch = self._standing(news.watch)
        if watch is None:
            return
        after = watch._replace(seen=news.seen_after(), trouble=trouble)
        if after == watch:
            return
        with self._store.writing() as db:
            save_watch(db.conn, after)
        if self._changes is not None and after.trouble != watch.trouble:
            self._changes.publish(Changed.SOURCES, None)

    def _standing(self, watch: Watch) -> Watch | None:
        """Return the same watch as it is kept now: it may be gone, or feed another source."""
        with self._store.writing() as db:  # asked in the thread that writes
            found = [each for each in read_watches(db.conn) if each.place == watch.place]
        same = [each for each in found if each.source_id == watch.source_id]
        return next(iter((*same, *found)), None)

    def _place(self, watch: Watch) -> WatchedFiles | WatchedAddress:
        key = (watch.source_id, watch.place)
        place = self._places.get(key)
        if place is None:
            place = WatchedFiles(watch.place)
            if is_address(watch.place):
                self._opener = self._opener or safe_opener()
                place = WatchedAddress(self._opener, self._start)
            self._places[key] = place
        return place

    def _failed_lately(self, watch: Watch, now: datetime) -> bool:
        failed = self._failed.get(watch.source_id)
        return failed is not None and timedelta(0) <= now - failed < _BETWEEN_TRIES
