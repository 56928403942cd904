"""What lies behind the visits of a day: the past of each, and who was said to run late."""

from collections.abc import Mapping
from datetime import date, datetime
from types import MappingProxyType
from typing import NamedTuple


class Past(NamedTuple):
    """What the source of a visit knows around it; None or 0 where it cannot know.

    `first_day` and `last_day` are how far back and ahead the source tells, `read_on` when it was
    read last. `came_at` is the last time that this person came before, `missed_at` the appointment
    right before this one when they did not come to it, `moved` how often this one was moved.
    """

    first_day: date | None = None
    last_day: date | None = None
    read_on: date | None = None
    came_at: datetime | None = None
    missed_at: datetime | None = None
    moved: int = 0


class Delay(NamedTuple):
    """So many minutes somebody was said to run late, and when that was said (ISO, UTC)."""

    minutes: int
    at_utc: str


class Background(NamedTuple):
    """What lies behind a day: pasts by visit, delays by practitioner.

    `marks_going_in` tells whether this practice marks who goes in; only then it can be seen how
    long somebody has been waiting.
    """

    pasts: Mapping[str, Past] = MappingProxyType({})
    delays: Mapping[str, Delay] = MappingProxyType({})
    marks_going_in: bool = False
