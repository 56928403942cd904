"""What happens in a conversation: each event is stored as it happens, and none is rewritten."""

from enum import StrEnum

from msgspec import Struct

from reception_assistant.calls.promise import Promise


class Kind(StrEnum):
    """The kinds of events."""

    BEGUN = "begun"
    """A script begins, at `step`, and nothing of another one is left to go back to."""
    ANSWERED = "answered"
    """The answer with `number` (its place in the file, from 0) was given at `step`."""
    WENT_ON = "went_on"
    """What stands at `step` was said: on by its goto, its end, or back out of a detour."""
    WENT_BACK = "went_back"
    """To what was shown before."""
    WENT_ASIDE = "went_aside"
    """Another script lies over this one now, at `step` of it; F8 does this, and an answer."""
    CAME_BACK = "came_back"
    """Out of the detour, to the step it came from."""
    REMEMBERED = "remembered"
    """`text` was written down under `name` at `step`."""
    MISSING = "missing"
    """None of the answers at `step` fitted; `text` is what was said."""
    PROMISED = "promised"
    """`promise` was made."""
    MOOD = "mood"
    """The other sounds like `name` from now on."""
    PARKED = "parked"
    RESUMED = "resumed"


class Event(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """One event: who, when (UTC, ISO), and at which step of which version of a script."""

    kind: Kind
    at_utc: str
    employee_id: str
    version: str = ""
    step: str = ""
    number: int = -1
    name: str = ""
    label: str = ""
    text: str = ""
    promise: Promise | None = None
