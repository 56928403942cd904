"""Where a conversation stands."""

from collections.abc import Mapping
from typing import NamedTuple

from reception_assistant.calls.promise import Promise
from reception_assistant.library.context import Mood
from reception_assistant.library.script import End, Script

Scripts = Mapping[str, Script]
"""The scripts by the id of their version: a run keeps those that it began with."""


class Place(NamedTuple):
    """A step of a version of a script."""

    version: str
    step: str


class Run(NamedTuple):
    """One conversation between two events.

    `stack` holds where we are, the outermost script first and the detour we are in last; it is
    empty as long as no script has begun. `trail` holds the earlier stacks, oldest first, to which
    "back" returns. `ended` says how the script ended, and is None until then; `asks_finish` tells
    that the script has nothing more to say and the outcome is to be chosen.
    """

    stack: tuple[Place, ...] = ()
    trail: tuple[tuple[Place, ...], ...] = ()
    remembered: Mapping[str, str] = {}
    promise: Promise | None = None
    mood: Mood | None = None
    ended: End | None = None
    asks_finish: bool = False

    @property
    def place(self) -> Place | None:
        """The step that is shown now."""
        return self.stack[-1] if self.stack else None

    @property
    def aside(self) -> bool:
        """Tell whether this is a detour, from which one comes back."""
        return len(self.stack) > 1
