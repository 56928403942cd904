"""Remembering that a database was found damaged, so that the next opening moves it aside."""

from contextlib import suppress
from pathlib import Path

_MARK = ".beschadigd"


def note(path: Path) -> None:
    """Remember that a read or a write found the database at `path` damaged."""
    with suppress(OSError):  # a disk that takes nothing more: then the next read finds it again
        _mark(path).touch()


def is_noted(path: Path) -> bool:
    """Tell whether the database at `path` was found damaged."""
    return _mark(path).exists()


def forget(path: Path) -> None:
    """Remember no longer that the database at `path` was damaged."""
    with suppress(OSError):
        _mark(path).unlink(missing_ok=True)


def _mark(path: Path) -> Path:
    return path.with_name(path.name + _MARK)
