"""Days and times in every way that a Dutch list writes them."""

import contextlib
from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reception_assistant.agenda.readers.dates import appointment_day, birth_day, time_of_day
from reception_assistant.agenda.readers.trouble import NotUnderstoodError

TODAY = date(2026, 11, 3)


@pytest.mark.parametrize(
    "text",
    [
        "03-11-2026",
        "3-11-2026",
        "3-11-26",
        "03/11/2026",
        "3.11.2026",
        "3.11.26",
        "2026-11-03",
        "2026/11/3",
        "2026.11.03",
        "ma 3 nov 2026",
        "Di 3 nov. 2026",
        "dinsdag 3 november 2026",
        "di. 03-11-2026",
        "3 november 2026",
        "3 NOV 26",
        "3-nov-2026",
        "03-nov-26",
        "3 nov '26",
        "2026-11-03 00:00:00",
        "2026-11-03T00:00",
        "3-11-2026 0:00",
    ],
)
def test_a_day_is_understood_however_it_is_written(text: str) -> None:
    assert appointment_day(text) == date(2026, 11, 3)


@pytest.mark.parametrize(
    ("word", "month"),
    [
        ("jan", 1), ("januari", 1), ("feb", 2), ("februari", 2), ("mrt", 3), ("maart", 3),
        ("apr", 4), ("mei", 5), ("jun", 6), ("juli", 7), ("aug", 8), ("augustus", 8), ("sept", 9),
        ("okt", 10), ("oktober", 10), ("nov", 11), ("dec", 12), ("december", 12),
    ],
)  # fmt: skip
def test_every_month_is_known_by_name(word: str, month: int) -> None:
    assert appointment_day(f"5 {word} 2026") == date(2026, month, 5)


def test_day_and_month_are_in_dutch_order() -> None:
    assert appointment_day("04-11-2026") == date(2026, 11, 4)


@pytest.mark.parametrize(
    "text", ["31-02-2026", "29-2-2026", "32-1-2026", "11/25/2026", "0-1-2026", "2026-13-01"]
)
def test_an_impossible_day_is_refused_and_named(text: str) -> None:
    with pytest.raises(NotUnderstoodError, match=r"^Deze datum bestaat niet: \d+-\d+-\d+\.$"):
        appointment_day(text)


@pytest.mark.parametrize("text", ["3-11-0026", "3-11-9999", "0001-01-01"])
def test_a_year_that_cannot_be_meant_is_refused(text: str) -> None:
    with pytest.raises(NotUnderstoodError, match="bestaat niet"):
        appointment_day(text)


@pytest.mark.parametrize(
    "text",
    ["Jansen", "3 foo 2026", "3-11", "3-11/2026", "2026110", "3-11-2026 09:05", "٣-١١-٢٠٢٦", "-"],
)
def test_what_is_no_day_is_refused_without_repeating_it(text: str) -> None:
    with pytest.raises(NotUnderstoodError, match="De datum is niet te lezen") as refused:
        appointment_day(text)
    assert refused.value.reason == "De datum is niet te lezen. Schrijf hem zo: 3-11-2026."


def test_a_missing_day_or_time_is_said() -> None:
    with pytest.raises(NotUnderstoodError, match="geen datum"):
        appointment_day("")
    with pytest.raises(NotUnderstoodError, match="geen tijd"):
        time_of_day("")


@pytest.mark.parametrize(
    ("text", "born"),
    [
        ("3-11-26", date(2026, 11, 3)),
        ("4-11-26", date(1926, 11, 4)),
        ("1-1-99", date(1999, 1, 1)),
        ("1-1-00", date(2000, 1, 1)),
        ("29-2-00", date(2000, 2, 29)),
        ("29-2-96", date(1996, 2, 29)),
        ("15 mei 1948", date(1948, 5, 15)),
        ("1948-05-15", date(1948, 5, 15)),
    ],
)
def test_a_short_year_of_birth_is_the_last_one_possible(text: str, born: date) -> None:
    assert birth_day(text, TODAY) == born


@pytest.mark.parametrize("text", ["4-11-2026", "31-2-1990", "29-2-27", "1-1-1700", "Jansen", ""])
def test_nobody_is_born_in_the_future_or_on_a_day_that_is_not_there(text: str) -> None:
    with pytest.raises(NotUnderstoodError):
        birth_day(text, TODAY)


@given(st.dates(TODAY - timedelta(days=36000), TODAY))
def test_a_birth_date_of_this_or_the_last_century_survives_two_digits(born: date) -> None:
    assert birth_day(f"{born.day}-{born.month}-{born.year % 100:02}", TODAY) == born


@pytest.mark.parametrize(
    "text",
    [
        "9:05", "09:05", "09.05", "9.05", "0905", "905", "9:05:00", "09:05:59", "9u05", "9 u 05",
        "9:05 uur", "9.05u", "9 uur 05", "9U05", "09:05:00.0000000",
    ],
)  # fmt: skip
def test_a_time_is_understood_however_it_is_written(text: str) -> None:
    assert time_of_day(text) == time(9, 5)


def test_a_whole_hour_needs_no_minutes() -> None:
    assert time_of_day("9u") == time_of_day("9 uur") == time(9)
    assert time_of_day("0:00") == time(0)


@pytest.mark.parametrize("text", ["24:00", "9:60", "25:10", "2460", "9:05:60"])
def test_an_impossible_time_is_refused(text: str) -> None:
    with pytest.raises(NotUnderstoodError, match="Deze tijd bestaat niet"):
        time_of_day(text)


@pytest.mark.parametrize("text", ["Jansen", "9", "9:5", "-9:05", "9:05-9:20", "12345", "٩:٠٥", ":"])
def test_what_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(NotUnderstoodError, match="De tijd is niet te lezen"):
        time_of_day(text)


@given(st.text(max_size=40))
def test_no_text_breaks_the_reading_of_days_and_times(text: str) -> None:
    with contextlib.suppress(NotUnderstoodError):
        appointment_day(text)
    with contextlib.suppress(NotUnderstoodError):
        birth_day(text, TODAY)
    with contextlib.suppress(NotUnderstoodError):
        time_of_day(text)
