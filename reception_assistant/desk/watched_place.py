"""A place that another program writes: what is in it now, and what of that is new and at rest."""

from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from reception_assistant.errors import KnownError
from reception_assistant.i18n import _

AT_REST = timedelta(seconds=1)
"""So long size and time of a file must stay the same before it is read."""

_ONE_EXPORT = 3_600_000_000_000  # nanoseconds; files this near the newest were written with it
_MOST_FILES = 200
_UNFINISHED = (".tmp", ".part", ".crdownload", ".partial", ".lock", ".bak")
_SCHEMES = ("https://", "webcal://", "webcals://")


class Seen(NamedTuple):
    """One file as it lies there: its size in bytes and its time in nanoseconds."""

    name: str
    size: int
    time: int


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
        if path.is_dir():
            found = [
                _seen(each, each.name)
                for each in path.iterdir()
                if each.is_file() and not _is_unfinished(each.name)
            ]
            return tuple(sorted(found, key=lambda seen: (seen.time, seen.name))[-_MOST_FILES:])
        return (_seen(path, ""),)
    except OSError as error:
        raise KnownError(
            _("Het bestand of de map van de agenda is niet bereikbaar."),
            _("De dag blijft zoals hij was. Kijk of de schijf of het netwerk er is."),
        ) from error


def newest_file(path: Path) -> Path | None:
    """Return the file itself, or the newest in a folder; None when the folder is empty."""
    found = look_at(path)
    return path / found[-1].name if found else None


def seen_text(found: tuple[Seen, ...]) -> str:
    """Return `found` as one text, to be kept and compared."""
    return "\n".join(f"{seen.size}:{seen.time}:{seen.name}" for seen in found)


def to_read(found: tuple[Seen, ...], seen_before: str) -> tuple[Seen, ...]:
    """Return which of `found` are new since `seen_before`; at first only the last export."""
    if not found:
        return ()
    if not seen_before:
        newest = found[-1].time
        return tuple(seen for seen in found if seen.time > newest - _ONE_EXPORT)
    before = set(seen_before.split("\n"))
    return tuple(seen for seen in found if seen_text((seen,)) not in before)


class Rest:
    """Waits until what lies in a place no longer changes."""

    def __init__(self) -> None:
        self._last: tuple[Seen, ...] | None = None
        self._since: datetime | None = None

    def is_at_rest(self, found: tuple[Seen, ...], now: datetime) -> bool:
        """Tell whether `found` has been the same for a second; ask again until it has."""
        if found != self._last or self._since is None:
            self._last, self._since = found, now
            return False
        return now - self._since >= AT_REST


def _seen(path: Path, name: str) -> Seen:
    told = path.stat()
    return Seen(name, told.st_size, told.st_mtime_ns)


def _is_unfinished(name: str) -> bool:
    return name.startswith((".", "~")) or name.lower().endswith(_UNFINISHED)
