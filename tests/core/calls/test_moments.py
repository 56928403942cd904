"""Before when: offered as people say it, never over already, never in a weekend."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reception_assistant.calls.moments import choices, spoken_before, written

WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
TUESDAY = datetime.fromisoformat("2026-11-24T09:00")


def labels(now: str) -> list[str]:
    return [each.label for each in choices(datetime.fromisoformat(now))]


@pytest.mark.parametrize(
    ("now", "offered"),
    [
        (
            "2026-11-24T09:00",
            [
                "vandaag voor 12.00",
                "vandaag voor 17.00",
                "morgen voor 12.00",
                "morgen voor 17.00",
                "donderdag voor 17.00",
                "volgende week dinsdag voor 17.00",
            ],
        ),
        (
            "2026-11-27T16:45",
            [
                "maandag voor 12.00",
                "maandag voor 17.00",
                "dinsdag voor 17.00",
                "volgende week vrijdag voor 17.00",
            ],
        ),
        (
            "2026-11-29T10:00",
            [
                "morgen voor 12.00",
                "morgen voor 17.00",
                "dinsdag voor 17.00",
                "maandag 7 december voor 17.00",
            ],
        ),
    ],
)
def test_the_usual_moments_from_a_weekday_a_friday_and_a_sunday(
    now: str, offered: list[str]
) -> None:
    assert labels(now) == offered


@given(st.datetimes(TUESDAY, TUESDAY.replace(year=2035)))
@settings(max_examples=60)
def test_what_is_offered_lies_ahead_on_a_workday_in_order(now: datetime) -> None:
    offered = choices(now)
    moments = [datetime.fromisoformat(each.before) for each in offered]
    assert moments == sorted(moments)
    assert all(moment - now >= timedelta(minutes=30) for moment in moments)
    assert all(moment.weekday() < 5 for moment in moments)
    assert len({each.label for each in offered}) == len(offered) >= 4
    assert all(each.spoken == spoken_before(each.before, now) for each in offered)
    assert all(len(each.before) == len("2026-11-24T12:00") for each in offered)


@pytest.mark.parametrize(
    ("before", "said"),
    [
        ("2026-11-24T12:00", "vandaag voor twaalf uur"),
        ("2026-11-24T17:00", "vandaag voor vijf uur"),
        ("2026-11-24T19:30", "vandaag voor half acht 's avonds"),
        ("2026-11-25T12:00", "morgenochtend"),
        ("2026-11-25T09:30", "morgen voor half tien"),
        ("2026-11-30T12:00", "maandag voor twaalf uur"),
        ("2026-12-01T17:00", "volgende week dinsdag voor vijf uur"),
        ("2026-12-24T17:00", "donderdag 24 december voor vijf uur"),
        ("2026-11-23T17:00", "maandag 23 november voor vijf uur"),
    ],
)
def test_a_moment_is_said_as_people_do(before: str, said: str) -> None:
    assert spoken_before(before, TUESDAY) == said


@pytest.mark.parametrize(
    ("now", "before", "said"),
    [
        ("2026-11-21T10:00", "2026-11-23T17:00", "maandag voor vijf uur"),
        ("2026-11-21T10:00", "2026-11-30T17:00", "maandag 30 november voor vijf uur"),
        ("2026-11-20T10:00", "2026-11-27T17:00", "volgende week vrijdag voor vijf uur"),
        ("2026-11-20T10:00", "2026-12-03T17:00", "donderdag 3 december voor vijf uur"),
        ("2026-12-28T10:00", "2027-01-08T17:00", "volgende week vrijdag voor vijf uur"),
    ],
)
def test_next_week_is_the_next_one_of_the_calendar(now: str, before: str, said: str) -> None:
    assert spoken_before(before, datetime.fromisoformat(now)) == said


def _understood(said: str, now: datetime) -> datetime | None:
    """Return the day that somebody thinks of who hears this; None where it was a date."""
    day = said.removesuffix(" voor vijf uur")
    if day in ("vandaag", "morgen"):
        return now + timedelta(days=day == "morgen")
    words = day.split()
    if words[-1] not in WEEKDAYS:
        return None
    if words[:-1] == ["volgende", "week"]:
        monday = now + timedelta(days=7 - now.weekday())
        return monday + timedelta(days=WEEKDAYS.index(words[-1]))
    return now + timedelta(days=(WEEKDAYS.index(words[-1]) - now.weekday()) % 7)


@pytest.mark.parametrize("today", range(14))
def test_who_hears_it_thinks_of_the_same_day(today: int) -> None:
    now = datetime.fromisoformat("2026-11-16T17:00") + timedelta(days=today)
    for ahead in range(22):
        moment = now + timedelta(days=ahead)
        said = spoken_before(moment.isoformat(timespec="minutes"), now)
        heard = _understood(said, now)
        assert heard == moment or (heard is None and f" {moment.day} " in said), said


def test_a_moment_in_a_list_is_a_date() -> None:
    assert written("2026-11-24T17:00") == "24-11-2026 17:00"
