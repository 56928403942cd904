"""A place that another program writes: what is in it now, and what of that is new and at rest."""

import stat
from collections.abc import Iterable
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from reception_assistant.desk.agenda_files import AgendaFile, take_file
from reception_assistant.errors import KnownError
from reception_assistant.i18n import _
from reception_assistant.store.watches import Watch

AT_REST = timedelta(seconds=1)
"""So long size and time of a file must stay the same before it is read."""

_PATIENCE = timedelta(minutes=1)
"""A place may be out of reach for so long before anything is said: some programs delete and write
anew, and some keep a file to themselves while they write."""

_MOST_HELD = 50_000_000  # bytes of files at a time; the others wait for the next look
_ONE_EXPORT = 3_600_000_000_000  # nanoseconds; files this near the newest were written with it
_MOST_FILES = 2_000
_UNFINISHED = (
    *(".tmp", ".temp", ".part", ".partial", ".filepart", ".crdownload", ".download"),
    *(".lock", ".bak", "~", "-wal", "-shm", "-journal"),
)
_OF_THE_SYSTEM = frozenset({"thumbs.db", "desktop.ini"})
_SCHEMES = ("https://", "webcal://", "webcals://")
_NOTHING = "-"  # an empty folder was seen: whatever comes into it is new
_GONE = "?\n"  # stands before what was seen, while the place cannot be reached


class Seen(NamedTuple):
    """One file as it lies there: its size in bytes and its time in nanoseconds."""

    name: str
    size: int
    time: int


class Found(NamedTuple):
    """What was found at a watched place: files to read, and its state once they are read.

    `trouble` is what to tell of files that could not be taken.
    """

    files: tuple[AgendaFile, ...]
    seen: str
    trouble: str = ""


def is_address(place: str) -> bool:
    """Tell whether `place` is a web address; raises `KnownError` for one that is not safe."""
    lowered = place.lower()
    if lowered.startswith(_SCHEMES):
        return True
    if lowered.startswith(("http:", "ftp:")):
        raise KnownError(
            _("Dit adres is niet beveiligd: iedereen onderweg kan meelezen."),
            _("Er is niets veranderd. Gebruik een adres dat met https begint."),
        )
    return False


def look_at(path: Path) -> tuple[Seen, ...]:
    """Return the files at `path`, oldest first; raises `KnownError` when nothing is there."""
    try:
        if not path.is_dir():
            return (_file_itself(path),)
        found = [
            seen
            for each in path.iterdir()
            if not _is_unfinished(each.name) and (seen := _file_in_folder(each)) is not None
        ]
    except (OSError, ValueError) as error:
        raise KnownError(
            _("Het bestand of de map van de agenda is niet bereikbaar."),
            _("De dag blijft zoals hij was. Kijk of de schijf of het netwerk er is."),
        ) from error
    return tuple(sorted(found, key=lambda seen: (seen.time, seen.name))[-_MOST_FILES:])


def newest_file(path: Path) -> Path | None:
    """Return the file itself, or the newest in a folder; None when the folder is empty."""
    found = look_at(path)
    return path / found[-1].name if found else None


def seen_text(found: Iterable[Seen]) -> str:
    """Return `found` as one text, to be kept and compared; never empty."""
    return "\n".join(map(_line, found)) or _NOTHING


def to_read(found: tuple[Seen, ...], seen_before: str, *, anew: bool = False) -> tuple[Seen, ...]:
    """Return which of `found` are new since `seen_before`, oldest first.

    At first these are the files of the last export only, and `anew` they are read once more.
    """
    before = set(seen_before.removeprefix(_GONE).split("\n")) - {""}
    newest = found[-1].time if found and (anew or not before) else None
    return tuple(
        seen
        for seen in found
        if (newest is not None and seen.time > newest - _ONE_EXPORT)
        or (before and _line(seen) not in before)
    )


def as_gone(seen: str) -> str:
    """Return what was seen of a place, marked because it cannot be reached now."""
    return seen if was_gone(seen) else _GONE + seen


def was_gone(seen: str) -> bool:
    """Tell whether a place could not be reached the last time."""
    return seen.startswith(_GONE)


class WatchedFiles:
    """The file or the folder of one watched source: gives what is new in it and at rest."""

    def __init__(self, place: str) -> None:
        self._path = Path(place)
        self._since: dict[Seen, datetime] = {}
        self._shut_since: datetime | None = None

    def look(self, watch: Watch, now: datetime, *, at_once: bool) -> Found | None:
        """Return what is new; None when there is nothing to do yet.

        Raises:
            KnownError: it cannot be reached, for a minute already.
        """
        try:
            found = look_at(self._path)
        except KnownError:
            if at_once or self._is_long(now):
                raise
            return None
        if seen_text(found) == watch.seen and not at_once:
            self._shut_since = None
            return None
        moving = frozenset() if at_once else self._moving(found, now)
        new = to_read(found, watch.seen, anew=at_once or was_gone(watch.seen))
        taken = self._take([seen for seen in new if seen not in moving], now, at_once=at_once)
        left = set(new) - set(taken.done)
        if left and not taken.done and not taken.trouble:
            return None
        seen = seen_text(each for each in found if each not in left)
        return Found(tuple(taken.files), seen, taken.trouble)

    def _take(self, still: list[Seen], now: datetime, *, at_once: bool) -> "_Taken":
        """Take the files in their order, as far as they can be had and held."""
        taken, is_shut = _Taken([], []), False
        for seen in still:
            path = self._path / seen.name if seen.name else self._path
            try:
                file = take_file(path)
            except KnownError as error:
                is_shut = isinstance(error.__cause__, OSError)
                if is_shut and not (at_once or self._is_long(now)):
                    break
                taken = taken._replace(trouble=str(error))
                if not is_shut or seen is not still[-1]:  # the newer ones wait no longer
                    taken.done.append(seen)
                continue
            if not at_once and (not _is_still(path, seen) or taken.is_full()):
                break
            taken.files.append(file)
            taken.done.append(seen)
        if not is_shut:
            self._shut_since = None
        return taken

    def _moving(self, found: tuple[Seen, ...], now: datetime) -> frozenset[Seen]:
        """Return which of `found` have not been the same for a second."""
        # A clock that was put back begins anew.
        self._since = {seen: min(self._since.get(seen, now), now) for seen in found}
        return frozenset(seen for seen in found if now - self._since[seen] < AT_REST)

    def _is_long(self, now: datetime) -> bool:
        """Tell whether it has been out of reach for long, counted from the first time."""
        self._shut_since = min(self._shut_since or now, now)
        return now - self._shut_since >= _PATIENCE


class _Taken(NamedTuple):
    """What was taken; `done` are also the files that are given up, because of `trouble`."""

    files: list[AgendaFile]
    done: list[Seen]
    trouble: str = ""

    def is_full(self) -> bool:
        """Tell whether this is as much as is held at a time."""
        return sum(len(file.data) for file in self.files) > _MOST_HELD


def _line(seen: Seen) -> str:
    # A name may hold anything, also letters that no text can keep.
    name = seen.name.encode("unicode_escape").decode("ascii")
    return f"{seen.size}:{seen.time}:{name}"


def _file_itself(path: Path) -> Seen:
    size, time = _state(path)
    if not size:  # some programs empty a file first, and write much later
        raise KnownError(
            _("Het bestand van de agenda is leeg."),
            _("De dag blijft zoals hij was. Kijk of het programma dat het maakt klaar is."),
        )
    return Seen("", size, time)


def _state(path: Path) -> tuple[int, int]:
    """Return size and time of a file; of a database together with what is still beside it."""
    told = path.stat()
    size, time = told.st_size, told.st_mtime_ns
    try:
        beside = path.with_name(f"{path.name}-wal").stat()
    except (OSError, ValueError):
        return size, time
    return size + beside.st_size, max(time, beside.st_mtime_ns)


def _is_still(path: Path, seen: Seen) -> bool:
    """Tell whether the file at `path` is as it was seen: nobody wrote while it was read."""
    try:
        now = _file_in_folder(path) if seen.name else _file_itself(path)
    except (OSError, KnownError):
        return False
    return now == seen


def _file_in_folder(path: Path) -> Seen | None:
    """Return the file at `path`; None for what is empty, no file, or gone since it was listed."""
    try:
        told = path.stat()
    except FileNotFoundError:
        return None
    if not told.st_size or not stat.S_ISREG(told.st_mode):
        return None
    return Seen(path.name, told.st_size, told.st_mtime_ns)


def _is_unfinished(name: str) -> bool:
    lowered = name.lower()
    return name.startswith((".", "~")) or lowered.endswith(_UNFINISHED) or lowered in _OF_THE_SYSTEM
