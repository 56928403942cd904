"""What still stands between people and the practice, put into words for the cues."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta

from reception_assistant.calls.moments import spoken_before
from reception_assistant.calls.open_promise import OpenPromise
from reception_assistant.cues.standing import Standing
from reception_assistant.desk.practice_time import PracticeTime
from reception_assistant.follow_ups.contradicting import TOLD, contradictions
from reception_assistant.follow_ups.follow_up import FollowUp, Kind, Source
from reception_assistant.library.choosing import canonical_reasons
from reception_assistant.library.content import Lists
from reception_assistant.naming.spoken_time import date_words
from reception_assistant.store.database import Store
from reception_assistant.store.library import read_lists
from reception_assistant.store.standing import (
    PromiseRow,
    StandingRows,
    standing_of,
    standing_of_day,
)

_LATELY = timedelta(days=30)
"""Calls of longer ago are not about the same thing any more."""


class StandingDesk:
    """What may be asked about promises, complaints and questions that came before."""

    def __init__(self, store: Store, time: PracticeTime) -> None:
        self._store = store
        self._time = time

    def of_day(self, day: date) -> dict[str, Standing]:
        """Return what stands for everybody who comes on `day`, by the ids of the people."""
        with self._store.reading() as connection:
            rows = standing_of_day(connection, day.isoformat(), self._since())
            labels = _labels(read_lists(connection)) if rows else {}
        return {key: self._standing(key, each, labels) for key, each in rows.items()}

    def of_person(self, person_id: str, promises: tuple[OpenPromise, ...]) -> Standing:
        """Return what stands for one person; `promises` are all that are open, also of just now."""
        with self._store.reading() as connection:
            rows = standing_of(connection, person_id, self._since())
            labels = _labels(read_lists(connection)) if rows.alike else {}
        found = self._standing(person_id, rows, labels)
        of_our_own = {row.id for row in rows.promises if not _was_told(row)}
        first = next((each for each in promises if each.id not in of_our_own), None)
        if first is None:
            return found
        return found._replace(promise=(first.what, first.before), late=first.late)

    def _since(self) -> str:
        since = self._time.now() - _LATELY
        return self._time.to_utc(since.isoformat(timespec="minutes"))

    def _standing(self, key: str, rows: StandingRows, labels: Mapping[str, str]) -> Standing:
        now = self._time.now()
        first = next(filter(_was_told, rows.promises), None)
        alike = rows.alike[0] if rows.alike else None
        told = Standing(
            promise=(first.what, spoken_before(first.before, now)) if first else None,
            late=first is not None and datetime.fromisoformat(first.before) < now,
            complaint=_day_words(date.fromisoformat(rows.complaint), now) if rows.complaint else "",
            differing=_differing(key, rows.promises, now),
            ask_after=any(row.kind == Kind.SOLVED for row in rows.promises),
        )
        if alike is None:
            return told
        since = self._time.from_utc(alike.first_utc)
        return told._replace(
            subject=labels.get(alike.reason, alike.reason),
            times=alike.times,
            since=_day_words(since.date(), now),
        )


def _was_told(row: PromiseRow) -> bool:
    """Tell whether the client knows of it; the rest is on the practice's own list only."""
    return Kind(row.kind) in TOLD


def _labels(lists: Lists) -> Mapping[str, str]:
    """Return how each reason is called, by every id that it ever had."""
    known = canonical_reasons(lists.reasons)
    names = {each.id: each.label for each in lists.reasons}
    return {key: names[now] for key, now in known.items()}


def _differing(person_id: str, rows: Sequence[PromiseRow], now: datetime) -> str:
    promised = [
        FollowUp(
            id=row.id,
            kind=Kind(row.kind),
            source=Source.CALL,
            what=row.what,
            before=row.before,
            owner_id=row.owner_id,
            owner=row.owner,
            made_utc="",
            person_id=person_id,
            subject=row.subject,
        )
        for row in rows
    ]
    return next((each.words for each in contradictions(promised, now)), "")


def _day_words(day: date, now: datetime) -> str:
    return date_words(day, year=day.year != now.year)
