"""A promise: what, before when, by whom, and how the other is reached."""

from enum import StrEnum

from msgspec import Struct


class Channel(StrEnum):
    """How the other hears of it."""

    CALL = "bellen"
    MAIL = "mailen"
    LETTER = "brief"
    AT_DESK = "balie"


class Promise(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What was promised to somebody.

    `before` is local wall time of the practice (ISO, to the minute); `owner_id` is the employee
    who sees to it, `by` is how whoever does it is called aloud; `reach` is the number or address.
    """

    what: str
    before: str
    owner_id: str
    by: str = ""
    channel: Channel = Channel.CALL
    reach: str = ""
