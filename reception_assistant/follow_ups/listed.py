"""What the list of follow-ups shows, and what is shown of the one that is open."""

from enum import StrEnum
from typing import NamedTuple

from reception_assistant.follow_ups.follow_up import FollowUp, Kind

LIMIT = 500
"""More rows than this are not read for one group; the numbers count them all."""


class Which(StrEnum):
    """Which ones the list is about."""

    ALL = "alles"
    MINE = "van-mij"
    CALLBACKS = "terugbellen"
    THIRD_PARTY = "wij-bellen-zelf"
    COMPLAINTS = "klachten"


class Row(NamedTuple):
    """One line: for whom, what, before when in words, and who sees to it.

    `tries` counts the attempts; `waits_for` is whom we asked and wait for, else ""; `not_aloud`
    tells that the name of this person is not said aloud.
    """

    id: str
    who: str
    what: str
    when: str
    owner: str
    owner_id: str
    kind: Kind
    person_id: str | None = None
    tries: int = 0
    overdue: bool = False
    handed_over_often: bool = False
    waits_for: str = ""
    not_aloud: bool = False


class Numbers(NamedTuple):
    """How many there are in all, in each group."""

    late: int = 0
    today: int = 0
    later: int = 0
    waiting: int = 0


class Listed(NamedTuple):
    """The list in its groups, what is due first in front; `LIMIT` rows at most in each."""

    late: tuple[Row, ...] = ()
    today: tuple[Row, ...] = ()
    later: tuple[Row, ...] = ()
    waiting: tuple[Row, ...] = ()
    numbers: Numbers = Numbers()


class Past(NamedTuple):
    """Something that was before: when in words ("24 nov 08:46"), and what."""

    when: str
    what: str


class Opened(NamedTuple):
    """The one that is open: for whom, how to begin, how to reach them, and what was before."""

    follow_up: FollowUp
    who: str
    sentence: str
    reach_words: str = ""
    hints: tuple[str, ...] = ()
    history: tuple[Past, ...] = ()
    person_id: str | None = None
