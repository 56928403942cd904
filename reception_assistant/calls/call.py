"""A call: what is written down of one conversation, on the telephone or at the desk."""

from enum import StrEnum

from msgspec import Struct

from reception_assistant.calls.promise import Promise
from reception_assistant.library.context import Moment, Mood


class Direction(StrEnum):
    """Who began it."""

    IN = "in"
    OUT = "uit"
    DESK = "balie"

    @property
    def is_phone(self) -> bool:
        """Tell whether it is on the telephone."""
        return self is not Direction.DESK

    @property
    def moment(self) -> Moment:
        """Where the conversation is."""
        return Moment.DESK if self is Direction.DESK else Moment.PHONE


class CallHead(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is known of a conversation that is going on.

    `person_id` is None for somebody unknown, who can be attached later; `unknown` tells that the
    receptionist said so, and is not just still looking. `appointment_id` is the visit it began
    from. `script_version` is the version of the first script; moments are UTC (ISO).
    """

    id: str
    employee_id: str
    started_utc: str
    direction: Direction = Direction.IN
    number: str = ""
    person_id: str | None = None
    unknown: bool = False
    appointment_id: str | None = None
    reason: str = ""
    mood_start: Mood | None = None
    mood_end: Mood | None = None
    script_version: str = ""
    parked_utc: str = ""
    not_bsn: bool = False
    """The receptionist said of this note that a number in it is no BSN."""


class Ending(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How a conversation ended: `alternative` is what was offered when it could not be done."""

    outcome: str
    ended_utc: str
    employee_id: str
    alternative: str = ""
    promise: Promise | None = None


class Remembered(Struct, frozen=True, kw_only=True):
    """What was written down at a step."""

    id: str
    label: str
    text: str


class CallRecord(Struct, frozen=True, kw_only=True):
    """A finished call as the log keeps it.

    `script_id` and `script_version` are of its first script, "" when none ran; `path` holds the
    steps in the order in which they were shown, as "script/step".
    """

    id: str
    direction: Direction
    started_utc: str
    ended_utc: str
    employee_id: str
    employee: str
    outcome: str
    number: str = ""
    person_id: str | None = None
    reason: str = ""
    mood_start: Mood | None = None
    mood_end: Mood | None = None
    script_id: str = ""
    script_version: str = ""
    path: tuple[str, ...] = ()
    remembered: tuple[Remembered, ...] = ()
    note: str = ""
    alternative: str = ""
    promise: Promise | None = None
