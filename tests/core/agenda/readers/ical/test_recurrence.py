"""When a repetition falls, against the rules of another program (dateutil)."""

from datetime import UTC, date, datetime, timedelta
from itertools import islice

import pytest
from dateutil.rrule import rrulestr  # type: ignore[import-untyped]
from hypothesis import given, settings
from hypothesis import strategies as st

from reception_assistant.agenda.readers.ical.content import Property
from reception_assistant.agenda.readers.ical.moments import LATEST, Moments
from reception_assistant.agenda.readers.ical.recurrence import Reach, occurrences
from reception_assistant.agenda.readers.ical.rule import last_wall, read_rule
from reception_assistant.agenda.readers.ical.steps import OutOfStepsError, Steps
from reception_assistant.agenda.readers.trouble import NotUnderstoodError

at = datetime.fromisoformat
ALWAYS = Reach(1, date.max.toordinal())
MANY_STEPS = 3_000_000
SIXTY = ",".join(map(str, range(60)))
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
STARTS = st.datetimes(at("1990-01-01T00:00"), at("2040-01-01T00:00")).map(
    lambda moment: moment.replace(microsecond=0)
)


def walls(
    text: str, start: datetime, *, reach: Reach = ALWAYS, most: int = 50, steps: int = MANY_STEPS
) -> list[datetime]:
    """Return the first times of a rule."""
    moments = Moments(lambda _name, _line: UTC, lambda _line, _text: None)
    rule = read_rule(Property(1, (), text), moments)
    until = last_wall(rule, lambda moment: moment.wall)
    return list(islice(occurrences(rule, start, until, reach, Steps(steps)), most))


def reach(first: date, last: date) -> Reach:
    return Reach(first.toordinal(), last.toordinal())


def several(values: st.SearchStrategy[object], most: int = 3) -> st.SearchStrategy[str]:
    words = st.lists(values, min_size=1, max_size=most, unique=True)
    return words.map(lambda chosen: ",".join(map(str, chosen)))


def signed(most: int) -> st.SearchStrategy[int]:
    return st.integers(1, most) | st.integers(-most, -1)


MONTHS = several(st.integers(1, 12))
MONTH_DAYS = several(signed(31))
WEEKDAYS = several(st.sampled_from(DAYS), 5)
PLACES = several(signed(4), 2)
TIMES = st.fixed_dictionaries(
    {},
    optional={
        "BYHOUR": several(st.integers(0, 23)),
        "BYMINUTE": several(st.integers(0, 59), 2),
        "BYSECOND": several(st.integers(0, 59), 2),
    },
)


def numbered(most: int) -> st.SearchStrategy[str]:
    return several(st.builds(lambda n, day: f"{n}{day}", signed(most), st.sampled_from(DAYS)), 2)


def parts(
    optional: dict[str, st.SearchStrategy[str]], **given_parts: st.SearchStrategy[str]
) -> st.SearchStrategy[dict[str, str]]:
    return st.fixed_dictionaries(given_parts, optional=optional)


# The other program does not look at the first week of the next year for the numbers below these.
WEEKS = st.integers(1, 53) | st.integers(-50, -1)
DAILY = parts({"BYMONTH": MONTHS, "BYMONTHDAY": MONTH_DAYS, "BYDAY": WEEKDAYS})
WEEKLY = parts({"BYMONTH": MONTHS, "BYDAY": WEEKDAYS, "WKST": st.sampled_from(DAYS)})
MONTHLY = parts(
    {"BYMONTH": MONTHS, "BYMONTHDAY": MONTH_DAYS, "BYDAY": WEEKDAYS | numbered(5)}
) | parts({}, BYDAY=WEEKDAYS | numbered(2), BYSETPOS=PLACES)
YEARLY = (
    parts({"BYMONTH": MONTHS, "BYMONTHDAY": MONTH_DAYS, "BYDAY": WEEKDAYS | numbered(5)})
    | parts({"BYDAY": WEEKDAYS}, BYYEARDAY=several(signed(366)))
    | parts({"WKST": st.sampled_from(DAYS)}, BYDAY=WEEKDAYS, BYWEEKNO=several(WEEKS))
    | parts({"BYMONTH": MONTHS}, BYDAY=WEEKDAYS, BYSETPOS=PLACES)
)
RULES = st.one_of(
    st.tuples(st.just("DAILY"), DAILY),
    st.tuples(st.just("WEEKLY"), WEEKLY),
    st.tuples(st.just("MONTHLY"), MONTHLY),
    st.tuples(st.just("YEARLY"), YEARLY),
)
INTERVALS = parts({"INTERVAL": st.integers(1, 5).map(str)})
COUNTS = parts({"COUNT": st.integers(1, 500).map(str)})


def written(rule: tuple[str, dict[str, str]], *more: dict[str, str]) -> str:
    together = rule[1].copy()
    for each in more:
        together.update(each)
    return ";".join([f"FREQ={rule[0]}", *(f"{name}={text}" for name, text in together.items())])


def by_dateutil(text: str, start: datetime, last: datetime, count: int) -> list[datetime]:
    # It looks for ever for what never falls, so it gets an end.
    return list(islice(rrulestr(f"{text};UNTIL={last:%Y%m%dT%H%M%S}", dtstart=start), count))


@settings(max_examples=150, deadline=None)
@given(RULES, TIMES, INTERVALS, st.integers(1, 60), STARTS)
def test_a_rule_falls_when_another_program_says_it_does(
    rule: tuple[str, dict[str, str]],
    times: dict[str, str],
    interval: dict[str, str],
    count: int,
    start: datetime,
) -> None:
    last = start + timedelta(days=2000)
    text = written(rule, times, interval)
    found = walls(f"{text};COUNT={count}", start, reach=reach(date.min, last.date()), most=60)
    assert [moment for moment in found if moment <= last] == by_dateutil(text, start, last, count)


@settings(max_examples=150, deadline=None)
@given(RULES, INTERVALS, COUNTS, STARTS, st.integers(-100, 4000))
def test_what_is_not_looked_at_does_not_change_what_is(
    rule: tuple[str, dict[str, str]],
    interval: dict[str, str],
    count: dict[str, str],
    start: datetime,
    days: int,
) -> None:
    first = start.date() + timedelta(days=days)
    last = first + timedelta(days=400)
    text = written(rule, interval, count)
    near = walls(text, start, reach=reach(first, last), most=5000)
    everything = walls(text, start, reach=reach(date.min, last), most=5000)
    in_reach = [moment for moment in everything if moment.date() >= first]
    assert [moment for moment in near if moment.date() >= first] == in_reach


def test_a_rule_starts_far_in_the_past_without_being_counted_out() -> None:
    found = walls(
        "FREQ=DAILY",
        at("0001-01-01T09:00"),
        reach=reach(date(2026, 1, 1), LATEST.date()),
        steps=200,
    )
    assert at("2026-01-01T09:00") in found


@pytest.mark.parametrize("count", [5, 999_999_999])
@pytest.mark.parametrize("rule", ["DAILY", "WEEKLY", "WEEKLY;BYDAY=MO,TH", "MONTHLY", "YEARLY"])
def test_a_plain_series_that_ended_long_ago_costs_next_to_nothing(rule: str, count: int) -> None:
    found = walls(
        f"FREQ={rule};COUNT={count}",
        at("1970-01-01T09:00"),
        reach=reach(date(2026, 1, 1), date(2026, 1, 2)),
        steps=100,
    )
    assert len(found) < 40


def test_the_last_day_of_the_world_ends_every_rule() -> None:
    start = at("9999-12-30T09:00")
    assert len(walls("FREQ=DAILY", start)) == 2
    assert len(walls("FREQ=WEEKLY;INTERVAL=999999999", start)) == 1
    assert len(walls("FREQ=MONTHLY;INTERVAL=999999999", start)) == 1
    assert len(walls("FREQ=YEARLY;COUNT=999999999", start)) == 1


def test_a_week_of_the_year_without_a_weekday_is_the_weekday_of_the_first_time() -> None:
    found = walls("FREQ=YEARLY;BYWEEKNO=20", at("1997-05-14T09:00"), most=3)
    assert found == [at("1997-05-14T09:00"), at("1998-05-13T09:00"), at("1999-05-19T09:00")]


def test_the_place_in_a_week_counts_from_its_first_day() -> None:
    found = walls("FREQ=WEEKLY;BYDAY=MO,WE,FR;BYSETPOS=1", at("2026-03-04T09:00"), most=2)
    assert found == [at("2026-03-09T09:00"), at("2026-03-16T09:00")]


def test_plain_and_numbered_weekdays_go_together() -> None:
    found = walls("FREQ=MONTHLY;BYDAY=FR,1MO", at("2026-03-01T09:00"), most=3)
    assert [moment.day for moment in found] == [2, 6, 13]


def test_the_second_monday_of_a_week_is_just_a_monday() -> None:
    start = at("2026-03-03T09:00")
    assert walls("FREQ=WEEKLY;BYDAY=2MO", start) == walls("FREQ=WEEKLY;BYDAY=MO", start)


@pytest.mark.parametrize(
    ("until", "times"),
    [("20260305", 3), ("20260305T090000", 3), ("20260305T085959", 2), ("20260302", 0)],
)
def test_until_a_day_is_with_that_day(until: str, times: int) -> None:
    assert len(walls(f"FREQ=DAILY;UNTIL={until}", at("2026-03-03T09:00"))) == times


@pytest.mark.parametrize(
    "rule",
    [
        "",
        "WEEKLY",
        "W1 MO #10",
        "FREQ=",
        "FREQ=SOMETIMES",
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=DAILY;INTERVAL=-1",
        "FREQ=DAILY;INTERVAL=1.5",
        "FREQ=DAILY;INTERVAL=99999999999999999999",
        "FREQ=DAILY;COUNT=0",
        "FREQ=DAILY;COUNT=x",
        "FREQ=DAILY;UNTIL=soon",
        "FREQ=DAILY;UNTIL=20260231",
        "FREQ=DAILY;WKST=XX",
        "FREQ=WEEKLY;BYDAY=XX",
        "FREQ=WEEKLY;BYDAY=MO,",
        "FREQ=MONTHLY;BYMONTHDAY=32",
        "FREQ=MONTHLY;BYMONTHDAY=x",
        "FREQ=MONTHLY;BYMONTHDAY=0",
        "FREQ=YEARLY;BYMONTH=13",
        "FREQ=YEARLY;BYMONTH=-1",
        "FREQ=DAILY;BYHOUR=24",
        "FREQ=YEARLY;BYEASTER=0",
        "FREQ=MONTHLY;BYMONTHDAY=31;SKIP=FORWARD",
        "FREQ=HOURLY",
        "FREQ=HOURLY;INTERVAL=24",
        "FREQ=SECONDLY",
    ],
)
def test_a_rule_that_is_not_understood_is_refused(rule: str) -> None:
    with pytest.raises(NotUnderstoodError):
        walls(rule, at("2026-03-03T09:00"))


@pytest.mark.parametrize(
    "rule", ["freq=daily; count=2", "FREQ=DAILY;COUNT=+2;", ";COUNT=2;FREQ=DAILY"]
)
def test_a_rule_may_be_written_carelessly(rule: str) -> None:
    assert len(walls(rule, at("2026-03-03T09:00"))) == 2


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;COUNT=5",
        "FREQ=YEARLY;BYWEEKNO=53;BYMONTH=6",
        f"FREQ=DAILY;BYHOUR=0,1,2,3,4,5,6;BYMINUTE={SIXTY};BYSECOND={SIXTY}",
    ],
)
def test_a_rule_that_takes_too_much_work_is_given_up(rule: str) -> None:
    with pytest.raises(OutOfStepsError):
        walls(rule, at("2026-03-03T09:00"), steps=20_000)
