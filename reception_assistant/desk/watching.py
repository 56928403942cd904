"""Following the sources that are watched: what is new is read, and trouble is told once."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from reception_assistant.clock import Clock
from reception_assistant.desk.acting import By
from reception_assistant.desk.agenda_files import AgendaFile, take_file
from reception_assistant.desk.importing import How, ImportDesk, Outcome
from reception_assistant.desk.watched_place import Rest, is_address, look_at, seen_text, to_read
from reception_assistant.desk.web_calendar import Opener, fetch, safe_opener
from reception_assistant.errors import KnownError
from reception_assistant.store.database import Store
from reception_assistant.store.watches import Watch, read_watches, save_watch

_PATIENCE = timedelta(seconds=60)
"""A place may be gone for so long before anything is said: some programs delete and write anew."""


class News(NamedTuple):
    """What was found at a watched place: files to read, or what kept us from looking."""

    watch: Watch
    files: tuple[AgendaFile, ...] = ()
    seen: str = ""
    trouble: str = ""


class Followed(NamedTuple):
    """What reading a watched place did; `trouble` only where it was not told before."""

    outcomes: tuple[Outcome, ...] = ()
    trouble: str = ""


class Watching:
    """Looks at the watched places; `look` may run in another thread than `read`."""

    def __init__(self, store: Store, imports: ImportDesk, clock: Clock) -> None:
        self._store, self._imports, self._clock = store, imports, clock
        self._opener: Opener | None = None
        self._rests: dict[str, Rest] = {}
        self._gone_since: dict[str, datetime] = {}
        self._asked: dict[str, datetime] = {}

    def watches(self) -> list[Watch]:
        """Return what is watched."""
        with self._store.reading() as connection:
            return read_watches(connection)

    def look(self, watch: Watch, *, at_once: bool = False) -> News | None:
        """Return what is new at a watched place; None when there is nothing to do.

        A file is new when it is another than the last one read, and at rest. `at_once` does not
        wait for that, nor for the next time that an address is due.
        """
        now = self._clock.now()
        try:
            news = (
                self._ask(watch, now, at_once=at_once)
                if is_address(watch.place)
                else self._files_of(watch, now, at_once=at_once)
            )
        except KnownError as error:
            return self._missed(watch, now, str(error), at_once=at_once)
        self._gone_since.pop(watch.source_id, None)
        return news

    def look_at_all(self, watches: Iterable[Watch]) -> list[News]:
        """Return what is new at these places."""
        return [news for watch in watches if (news := self.look(watch)) is not None]

    def read(self, news: News, by: By) -> Followed:
        """Read what was found, in the thread that writes; trouble is kept and told once."""
        how = How(source_id=news.watch.source_id)
        outcomes: list[Outcome] = []
        trouble = news.trouble
        try:
            for file in news.files:
                outcome = self._imports.import_taken(file, by, how)
                outcomes.append(outcome)
                if not outcome.usable and outcome.rejected:
                    trouble = outcome.rejected[0].reason
        except KnownError as error:
            trouble = str(error)
        self._note(news, trouble)
        return Followed(tuple(outcomes), trouble if trouble != news.watch.trouble else "")

    def _files_of(self, watch: Watch, now: datetime, *, at_once: bool) -> News | None:
        path = Path(watch.place)
        found = look_at(path)
        rest = self._rests.setdefault(watch.source_id, Rest())
        if seen_text(found) == watch.seen and not at_once:
            return None
        if not rest.is_at_rest(found, now) and not at_once:
            return None
        new = to_read(found, "" if at_once else watch.seen)
        files = tuple(take_file(path / seen.name if seen.name else path) for seen in new)
        return News(watch, files, seen_text(found))

    def _ask(self, watch: Watch, now: datetime, *, at_once: bool) -> News | None:
        asked = self._asked.get(watch.source_id)
        if not at_once and asked and now - asked < timedelta(minutes=watch.every_minutes):
            return None
        self._asked[watch.source_id] = now
        self._opener = self._opener or safe_opener()
        file = fetch(watch.place, self._opener)
        seen = sha256(file.data).hexdigest()
        return None if seen == watch.seen and not at_once else News(watch, (file,), seen)

    def _missed(self, watch: Watch, now: datetime, trouble: str, *, at_once: bool) -> News | None:
        since = self._gone_since.setdefault(watch.source_id, now)
        if at_once or now - since >= _PATIENCE or is_address(watch.place):
            return News(watch, trouble=trouble)
        return None

    def _note(self, news: News, trouble: str) -> None:
        watch = news.watch
        if (watch.seen, watch.trouble) == (news.seen, trouble):
            return
        with self._store.writing() as db:
            standing = [each for each in read_watches(db.conn) if each.source_id == watch.source_id]
            if standing:
                seen = news.seen or standing[0].seen
                save_watch(db.conn, standing[0]._replace(seen=seen, trouble=trouble))
