"""Two promises to one person about one subject that do not agree with each other."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from itertools import combinations
from typing import NamedTuple

from reception_assistant.follow_ups.follow_up import FollowUp, Kind, State
from reception_assistant.follow_ups.grouping import day_words, in_order
from reception_assistant.i18n import _
from reception_assistant.text import digits, fold

_A_DAY = timedelta(days=1)
_MOST = 20
"""So many to one person about one subject are compared: with more, each pair takes long."""
TOLD = frozenset({Kind.PROMISE, Kind.CALLBACK, Kind.THIRD_PARTY})
"""What the client was told; the others are of the practice itself."""


class Contradiction(NamedTuple):
    """Two that differ, the one that is due first in front, and what to say of it on the screen."""

    first: FollowUp
    second: FollowUp
    words: str


def contradictions(follow_ups: Iterable[FollowUp], now: datetime) -> list[Contradiction]:
    """Return the open promises to one person about one subject that differ, two by two.

    They differ when their moments lie more than a day apart, or when somebody else would do
    something else. A promise without a subject, or to nobody who is known, is not compared.
    """
    together: dict[tuple[str, str], list[FollowUp]] = {}
    for each in in_order(follow_ups):
        whom = _whom(each)
        if whom and each.subject and each.kind in TOLD and each.state is State.OPEN:
            together.setdefault((whom, each.subject), []).append(each)
    return [
        Contradiction(first, second, _words(first, second, now))
        for promised in together.values()
        for first, second in combinations(promised[:_MOST], 2)
        if _differ(first, second)
    ]


def _whom(follow_up: FollowUp) -> str:
    """Return whom it was promised to, comparable; "" where that is not certain."""
    if follow_up.person_id:
        return follow_up.person_id
    name, number = fold(follow_up.whom), digits(follow_up.reach)
    return f"{name} {number}" if name and number else ""


def _differ(first: FollowUp, second: FollowUp) -> bool:
    apart = datetime.fromisoformat(second.before) - datetime.fromisoformat(first.before)
    if apart > _A_DAY:
        return True
    return first.owner_id != second.owner_id and fold(first.what) != fold(second.what)


def _words(first: FollowUp, second: FollowUp, now: datetime) -> str:
    return _(
        "Hierover staan twee beloften: {first} en {second}. "
        "Kies samen één antwoord, en bel daarna pas."
    ).format(first=_one(first, now), second=_one(second, now))


def _one(follow_up: FollowUp, now: datetime) -> str:
    before = datetime.fromisoformat(follow_up.before)
    return _("{owner} voor {day} {time}").format(
        owner=follow_up.owner, day=day_words(before, now), time=f"{before:%H:%M}"
    )
