"""In which group of the list something belongs, in which order, and when it is due in words."""

from collections.abc import Iterable
from datetime import datetime, time, timedelta
from enum import StrEnum

from reception_assistant.follow_ups.follow_up import FollowUp
from reception_assistant.i18n import _
from reception_assistant.naming.spoken_time import date_words

_DAY = timedelta(days=1)
_END = time(17)
"""The end of a working day: what is promised before then is promised for that day."""


class Group(StrEnum):
    """The four groups of the list."""

    LATE = "te-laat"
    TODAY = "vandaag"
    LATER = "later"
    WAITING = "wacht"


def group(follow_up: FollowUp, now: datetime) -> Group:
    """Return the group at `now` (wall time); what was promised counts before anything else.

    Late is late, also where we wait for somebody else: the client still waits for us. Of today is
    what was promised for today, and what is to be tried again today.
    """
    before = datetime.fromisoformat(follow_up.before)
    if is_late(before, now):
        return Group.LATE
    if follow_up.waits_for_other:
        return Group.WAITING
    if before.date() == now.date():
        return Group.TODAY
    again = datetime.fromisoformat(follow_up.next_try) if follow_up.next_try else None
    if again is not None and again.date() <= now.date():
        return Group.TODAY
    return Group.LATER


def is_late(before: datetime, now: datetime) -> bool:
    """Tell whether the end of what was promised is over."""
    return before < now


def in_order(follow_ups: Iterable[FollowUp]) -> list[FollowUp]:
    """Return what was promised soonest in front; of the same moment, what was made first."""
    return sorted(follow_ups, key=lambda each: (each.before, each.made_utc, each.id))


def grouped(follow_ups: Iterable[FollowUp], now: datetime) -> dict[Group, list[FollowUp]]:
    """Return all of them in their groups, each in order."""
    groups: dict[Group, list[FollowUp]] = {each: [] for each in Group}
    for follow_up in in_order(follow_ups):
        groups[group(follow_up, now)].append(follow_up)
    return groups


def when_words(follow_up: FollowUp, now: datetime) -> str:
    """Return when it is due, short: "gisteren voor 17:00", "tussen 11:00 en 12:00".

    A later try that is planned is said with it: "vanaf 14:00, voor 17:00".
    """
    before = datetime.fromisoformat(follow_up.before)
    promised = _promised(follow_up.after, before, now)
    again = datetime.fromisoformat(follow_up.next_try) if follow_up.next_try else None
    if again is None or again <= now or is_late(before, now):
        return promised
    if again.date() == now.date():
        start = _("vanaf {time}").format(time=_clock(again))
    else:
        start = _("{day} vanaf {time}").format(day=day_words(again, now), time=_clock(again))
    if again < before:
        return _("{start}, {promised}").format(start=start, promised=promised)
    return _("{promised}, opnieuw {start}").format(promised=promised, start=start)


def day_words(moment: datetime, now: datetime) -> str:
    """Return "gisteren", "vandaag", "morgen" or the date, with the year where it is another."""
    away = moment.date() - now.date()
    if away == -_DAY:
        return _("gisteren")
    if not away:
        return _("vandaag")
    if away == _DAY:
        return _("morgen")
    return date_words(moment, year=moment.year != now.year)


def _promised(after: str, before: datetime, now: datetime) -> str:
    start = datetime.fromisoformat(after) if after else None
    named = before.date() != now.date() or is_late(before, now)
    day = day_words(before, now)
    if start is not None and start.date() == before.date():
        fields = {"start": _clock(start), "end": _clock(before)}
        if named:
            return _("{day} tussen {start} en {end}").format(day=day, **fields)
        return _("tussen {start} en {end}").format(**fields)
    if not named:
        return _("voor {time}").format(time=_clock(before))
    if before.time() == _END and before - now > _DAY and before.date() - now.date() > _DAY:
        return day
    return _("{day} voor {time}").format(day=day, time=_clock(before))


def _clock(moment: datetime) -> str:
    return f"{moment:%H:%M}"
