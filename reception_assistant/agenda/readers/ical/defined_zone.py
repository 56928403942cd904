"""A time zone that a calendar describes itself (VTIMEZONE)."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, tzinfo
from itertools import islice

from reception_assistant.agenda.incoming import Window
from reception_assistant.agenda.readers.ical.components import Component
from reception_assistant.agenda.readers.ical.moments import (
    EARLIEST,
    LATEST,
    Moment,
    Moments,
    in_utc,
)
from reception_assistant.agenda.readers.ical.recurrence import Reach, occurrences
from reception_assistant.agenda.readers.ical.rule import last_wall, read_rule
from reception_assistant.agenda.readers.ical.steps import Steps
from reception_assistant.agenda.readers.trouble import NotUnderstoodError

_OFFSET = re.compile(r"([+-])(\d\d)(\d\d)(\d\d)?", re.ASCII)
_BESIDE = 400  # days, so that both changes of the year before and after the window are there
_MOST_DATES = 500
_NOTHING = timedelta()


class DefinedZone(tzinfo):
    """A zone by its changes: when each comes in UTC, and the offset from then on."""

    def __init__(self, changes: list[tuple[datetime, timedelta]], before: timedelta) -> None:
        self._offsets = [before, *(offset for _moment, offset in changes)]
        self._in_utc = [moment for moment, _offset in changes]
        # An hour that is skipped still counts as before the change, the first of two as well.
        self._on_wall = [
            moment + max(earlier, later)
            for (moment, later), earlier in zip(changes, self._offsets, strict=False)
        ]

    def utcoffset(self, moment: datetime | None) -> timedelta:
        """Return how far a wall time is ahead of UTC."""
        if moment is None:
            return self._offsets[0]
        return self._offsets[bisect_right(self._on_wall, moment.replace(tzinfo=None))]

    def fromutc(self, moment: datetime) -> datetime:
        """Return the wall time of a moment in UTC."""
        return moment + self._offsets[bisect_right(self._in_utc, moment.replace(tzinfo=None))]

    def tzname(self, _moment: datetime | None) -> None:
        """Return nothing: the changes have no names here."""

    def dst(self, _moment: datetime | None) -> None:
        """Return nothing: what of the offset is summer time does not matter."""


def defined_zone(component: Component, window: Window, steps: Steps) -> DefinedZone:
    """Return the zone that a component describes, right for the days of `window`.

    Raises `NotUnderstoodError` or `OutOfStepsError` when it cannot be worked out.
    """
    moments = Moments(_no_zone, _unheard)
    reach = Reach(window.first.toordinal() - _BESIDE, window.last.toordinal() + _BESIDE)
    changes: dict[datetime, timedelta] = {}
    earliest, before = LATEST, _NOTHING
    for part in component.parts:
        earlier, later = _offset(part, "TZOFFSETFROM"), _offset(part, "TZOFFSETTO")
        if earlier is None or later is None:
            continue
        for wall in _walls(part, moments, earlier, reach, steps):
            try:
                moment = wall - earlier
            except OverflowError:
                continue
            changes[moment] = later
            if moment < earliest:
                earliest, before = moment, earlier
    if not changes:
        raise NotUnderstoodError(component.kind)
    return DefinedZone(_well_apart(changes), before)


def _well_apart(changes: dict[datetime, timedelta]) -> list[tuple[datetime, timedelta]]:
    """Return the changes in order, without those at the very ends of time."""
    first, last = EARLIEST + timedelta(days=2), LATEST - timedelta(days=2)
    return [(moment, offset) for moment, offset in sorted(changes.items()) if first < moment < last]


def _walls(
    part: Component, moments: Moments, earlier: timedelta, reach: Reach, steps: Steps
) -> Iterator[datetime]:
    found = part.first("DTSTART")
    if not found:
        return
    start = moments.read(found).wall
    yield start
    for listed in islice(part.all("RDATE"), _MOST_DATES):
        for period in islice(moments.several(listed), _MOST_DATES):
            steps.spend(1)
            yield period.start.wall
    if written := part.first("RRULE"):
        rule = read_rule(written, moments)
        until = last_wall(rule, lambda moment: _on_wall(moment, earlier))
        # Of a rule that ended long ago the last time still counts.
        first = min(reach.first, until.toordinal() - _BESIDE)
        yield from occurrences(rule, start, until, Reach(first, reach.last), steps)


def _no_zone(_name: str, _line: int) -> tzinfo:
    return UTC


def _unheard(_line: int, _text: str) -> None:
    """Pass over what is strange about the description: it shows when the zone is unknown."""


def _on_wall(moment: Moment, offset: timedelta) -> datetime:
    if moment.zone is None:
        return moment.wall
    try:
        return in_utc(moment.wall, moment.zone) + offset
    except OverflowError:
        return moment.wall


def _offset(part: Component, name: str) -> timedelta | None:
    found = _OFFSET.fullmatch(part.text(name))
    if not found:
        return None
    hours, minutes, seconds = (int(digits or 0) for digits in found.groups()[1:])
    length = timedelta(hours=hours, minutes=minutes, seconds=seconds)
    if length >= timedelta(days=1):
        return None
    return -length if found[1] == "-" else length
