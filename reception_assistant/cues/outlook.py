"""What is known ahead of each visit of a day, at any moment of it."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from types import MappingProxyType
from typing import NamedTuple

from reception_assistant.agenda.background import Background, Past
from reception_assistant.agenda.day import Visit
from reception_assistant.agenda.saying import Manners, is_sober
from reception_assistant.agenda.turns import AWAITED, TOLD_HOLDS, FromUtc, Turn, turns
from reception_assistant.agenda.visit import Status
from reception_assistant.cues.cue import Cue, Situation, Wishes
from reception_assistant.cues.rules import cues_for
from reception_assistant.cues.standing import Standing
from reception_assistant.naming.spoken import age_on, pronoun

_MINUTE = timedelta(minutes=1)
_NOTHING = Past()


class Told(NamedTuple):
    """So many minutes somebody was said to run late: 0 is on time, None is nothing said.

    `seen` is how late they are by what can be seen, to whole five minutes.
    """

    minutes: int | None
    seen: int = 0


class Outlook:
    """The cues of a day, from its visits and what lies behind them.

    Who waits and who runs late is known of `today` only. `standing` is what still stands between
    each person, by their id, and the practice.
    """

    def __init__(
        self,
        visits: Sequence[Visit],
        background: Background,
        wishes: Wishes,
        manners: Manners,
        from_utc: FromUtc,
        today: date,
        standing: Mapping[str, Standing] = MappingProxyType({}),
    ) -> None:
        self._visits = [visit for visit in visits if visit.start.date() == today]
        self._today = today
        self._background = background
        self._standing = standing
        self._wishes, self._manners, self._from_utc = wishes, manners, from_utc
        self._turns_at: datetime | None = None
        self._turns: dict[str, Turn] = {}

    def cues(self, visit: Visit, now: datetime) -> list[Cue]:
        """Return the cues of `visit` when it is `now` (local wall time), the weightiest first."""
        return cues_for(self._situation(visit, now))

    def told_late(self, visit: Visit, now: datetime) -> Told | None:
        """Return what was told today of how late the practitioner of `visit` runs.

        None where it does not matter any more, or not yet.
        """
        awaited = visit.status in AWAITED and visit.start.date() == self._today
        if not awaited or not visit.practitioner:
            return None
        delay = self._background.delays.get(visit.practitioner)
        if delay is not None and now > self._from_utc(delay.at_utc) + TOLD_HOLDS:
            delay = None
        turn = self._turns_of(now).get(visit.id)
        seen = (turn.start - visit.start) // _MINUTE if turn and turn.told_at is None else 0
        return Told(delay.minutes if delay is not None else None, seen)

    def _situation(self, visit: Visit, now: datetime) -> Situation:
        born = visit.person.birth_date
        age = age_on(born, visit.start.date()) if born else None
        return Situation(
            visit=visit,
            now=now,
            pronoun=pronoun(visit.person.name, age),
            sober=is_sober(visit, self._manners),
            past=self._background.pasts.get(visit.id, _NOTHING),
            turn=self._turns_of(now).get(visit.id),
            waited=self._waited(visit, now),
            wishes=self._wishes,
            standing=self._standing.get(visit.person.id, Standing()),
        )

    def _turns_of(self, now: datetime) -> dict[str, Turn]:
        if self._turns_at != now:
            self._turns = turns(self._visits, now, self._background.delays, self._from_utc)
            self._turns_at = now
        return self._turns

    def _waited(self, visit: Visit, now: datetime) -> int | None:
        """Return the minutes since somebody arrived, counted from their own time at the earliest.

        None when they are not waiting, or when this practice never marks who goes in.
        """
        waits = visit.status is Status.ARRIVED and bool(visit.since)
        if not waits or not self._background.marks_going_in or visit.start.date() != self._today:
            return None
        return (now - max(visit.start, self._from_utc(visit.since))) // _MINUTE
