"""When somebody's turn comes: later than planned when their practitioner runs late."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from reception_assistant.agenda.background import Delay
from reception_assistant.agenda.day import Visit
from reception_assistant.agenda.visit import Status

FromUtc = Callable[[str], datetime]
"""Turns a moment in UTC (ISO) into wall time of the practice."""

AWAITED = (Status.EXPECTED, Status.ARRIVED)
"""The states of somebody whose turn is still to come."""
TOLD_HOLDS = timedelta(hours=3)
"""So long what was told at the desk counts; after that nobody knows whether it still does."""
_STILL_INSIDE = timedelta(hours=1)
"""So long over its time a visit is believed to go on; after that it was not marked as over."""
_NOT_COMING = timedelta(minutes=20)
_FIVE = timedelta(minutes=5)
_USUAL_MINUTES = 20


class Turn(NamedTuple):
    """When it is somebody's turn (wall time, to five minutes), so many minutes after the plan.

    `told_at` is when this was told at the desk; `busy_since_plan` the planned start of the visit
    that is still going on. One of them says how it is known.
    """

    start: datetime
    minutes: int
    told_at: datetime | None = None
    busy_since_plan: datetime | None = None


def turns(
    visits: Sequence[Visit], now: datetime, delays: Mapping[str, Delay], from_utc: FromUtc
) -> dict[str, Turn]:
    """Return, by visit, the turns that come later than planned on the day of `now`."""
    found: dict[str, Turn] = {}
    for practitioner in {visit.practitioner for visit in visits} - {""}:
        own = [visit for visit in visits if visit.practitioner == practitioner]
        delay = delays.get(practitioner)
        told_at = from_utc(delay.at_utc) if delay else None
        if delay and told_at and told_at <= now <= told_at + TOLD_HOLDS:
            found.update(_as_told(own, now, delay.minutes, told_at))
        else:
            found.update(_as_seen(own, now, from_utc))
    return found


def _as_told(
    visits: Sequence[Visit], now: datetime, minutes: int, told_at: datetime
) -> Iterator[tuple[str, Turn]]:
    """Give the turns of somebody who was said to run `minutes` late."""
    for visit in visits:
        if minutes and visit.status in AWAITED and visit.start <= told_at + TOLD_HOLDS:
            start = _rounded(max(visit.start + timedelta(minutes=minutes), now))
            yield visit.id, Turn(start, minutes, told_at=told_at)


def _as_seen(
    visits: Sequence[Visit], now: datetime, from_utc: FromUtc
) -> Iterator[tuple[str, Turn]]:
    """Give the turns that follow from who is inside now, each after the one before."""
    inside = [visit for visit in visits if visit.status is Status.TAKEN_IN and visit.since]
    if not inside:
        return
    last = max(inside, key=lambda visit: visit.since)
    over_at = from_utc(last.since) + timedelta(minutes=last.minutes or _USUAL_MINUTES)
    if now > over_at + _STILL_INSIDE:
        return
    free = max(now, over_at)
    for visit in visits:
        gone = visit.status is Status.EXPECTED and visit.start + _NOT_COMING < now
        # Who waits by the agenda alone, or since before the last one went in, was not marked on.
        forgotten = visit.status is Status.ARRIVED and (not visit.since or visit.start < last.start)
        if visit.status not in AWAITED or gone or forgotten:
            continue
        start = max(visit.start, free)
        free = start + timedelta(minutes=visit.minutes)
        late = (start - visit.start) // timedelta(minutes=1)
        if late:
            yield visit.id, Turn(_rounded(start), late, busy_since_plan=last.start)


def _rounded(moment: datetime) -> datetime:
    """Return the next whole five minutes."""
    over = timedelta(minutes=moment.minute % 5, seconds=moment.second)
    exact = moment.replace(microsecond=0)
    return exact - over + _FIVE if over else exact
