"""What changed, told to whoever shows it: one mechanism for our own writes and those of others."""

import enum
from collections.abc import Callable
from typing import NamedTuple


class Changed(enum.Flag):
    """The subjects that a write can touch."""

    DAY = enum.auto()
    CALLS = enum.auto()
    PROMISES = enum.auto()
    COMPLAINTS = enum.auto()
    LIBRARY = enum.auto()
    STAFF = enum.auto()
    SETTINGS = enum.auto()
    SOURCES = enum.auto()
    EVERYTHING = DAY | CALLS | PROMISES | COMPLAINTS | LIBRARY | STAFF | SETTINGS | SOURCES


class Change(NamedTuple):
    """One committed write: what it touched, and who asked for it (None: another process)."""

    what: Changed
    origin: object | None


Listener = Callable[[Change], None]


class ChangeFeed:
    """Passes each change to its listeners, in the thread that made the change."""

    def __init__(self) -> None:
        self._listeners: list[Listener] = []

    def listen(self, listener: Listener) -> None:
        """Call `listener` at each change from now on."""
        self._listeners.append(listener)

    def forget(self, listener: Listener) -> None:
        """Stop calling `listener`."""
        self._listeners.remove(listener)

    def publish(self, what: Changed, origin: object | None) -> None:
        """Tell everybody that `what` changed."""
        for listener in tuple(self._listeners):
            listener(Change(what, origin))
