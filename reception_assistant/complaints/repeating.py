"""Causes that come back: in which quarter, and how that is said."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from reception_assistant.complaints.learning import Cause, Improvement, Repeated
from reception_assistant.i18n import _
from reception_assistant.naming.spoken_time import month_name

_MONTHS_IN_QUARTER = 3
_COMES_BACK = 2  # times in a quarter
_DAY = timedelta(days=1)
_INTO_NEXT = timedelta(days=100)
"""From the first day of a quarter (90 to 92 days) always into the next one."""


class Quarter(NamedTuple):
    """The first and the last day of three months."""

    first: date
    last: date


def quarter_of(day: date) -> Quarter:
    """Return the quarter of the year that `day` is in."""
    first = day.replace(month=day.month - (day.month - 1) % _MONTHS_IN_QUARTER, day=1)
    following = (first + _INTO_NEXT).replace(day=1)
    return Quarter(first, following - _DAY)


def cause_of(causes: Sequence[Cause], known_as: str) -> Cause:
    """Return the cause with this id, also when it was known by another one before.

    What is on the list no more is called as it was written down.
    """
    for cause in causes:
        if known_as == cause.id or known_as in cause.aliases:
            return cause
    return Cause(id=known_as, label=known_as)


def repeated_causes(
    causes: Sequence[Cause], times: Mapping[str, int], known: Sequence[Improvement]
) -> list[Repeated]:
    """Return what came back, the most often first, with the improvements that still run.

    `times` are complaints by the cause as it was written down.
    """
    counted: Counter[str] = Counter()
    for written, number in times.items():
        counted[cause_of(causes, written).id] += number
    running: dict[str, list[Improvement]] = {}
    for each in known:
        if each.worked is None:
            running.setdefault(cause_of(causes, each.cause).id, []).append(each)
    found = [
        Repeated(
            cause=cause_of(causes, key), times=number, improvements=tuple(running.get(key, ()))
        )
        for key, number in counted.items()
        if number >= _COMES_BACK
    ]
    return sorted(found, key=lambda each: (-each.times, each.cause.label))


def repeated_words(repeated: Repeated) -> str:
    """Return a line for a screen: what came back, how often, and what is being done about it."""
    line = _("Dit kwartaal al {times} keer: {cause}.").format(
        times=repeated.times, cause=repeated.cause.label
    )
    running = [improvement_words(each) for each in repeated.improvements]
    return " ".join((line, *(running or [_("Er loopt nog geen verbetering.")])))


def improvement_words(improvement: Improvement) -> str:
    """Return what is being done about it, and since when."""
    return _("Verbetering «{what}» loopt sinds {day}.").format(
        what=improvement.what, day=_day_words(improvement.since)
    )


def _day_words(day: str) -> str:
    since = date.fromisoformat(day)
    return _("{day} {month}").format(day=since.day, month=month_name(since))
