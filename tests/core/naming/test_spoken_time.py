"""Times and numbers sound as people say them."""

from datetime import date, time

import pytest

from reception_assistant.naming.spoken_time import (
    clock_words,
    clock_words_in_full,
    date_words,
    half_more_words,
    month_name,
    number_words,
    weekday_name,
)


@pytest.mark.parametrize(
    ("clock", "words"),
    [
        ("09:00", "negen uur"),
        ("09:01", "één over negen"),
        ("09:10", "tien over negen"),
        ("09:14", "veertien over negen"),
        ("09:15", "kwart over negen"),
        ("09:16", "veertien voor half tien"),
        ("09:20", "tien voor half tien"),
        ("09:25", "vijf voor half tien"),
        ("09:29", "één voor half tien"),
        ("09:30", "half tien"),
        ("09:31", "één over half tien"),
        ("09:35", "vijf over half tien"),
        ("09:44", "veertien over half tien"),
        ("09:45", "kwart voor tien"),
        ("09:46", "veertien voor tien"),
        ("09:59", "één voor tien"),
        ("15:00", "drie uur"),
        ("12:00", "twaalf uur"),
        ("00:00", "twaalf uur"),
        ("12:30", "half één"),
        ("12:45", "kwart voor één"),
        ("13:00", "één uur"),
        ("23:45", "kwart voor twaalf"),
        ("00:10", "tien over twaalf"),
    ],
)
def test_a_clock_time_is_said_in_words(clock: str, words: str) -> None:
    assert clock_words(time.fromisoformat(clock)) == words


@pytest.mark.parametrize(
    ("clock", "words"),
    [
        ("05:59", "één voor zes 's nachts"),
        ("06:00", "zes uur"),
        ("17:59", "één voor zes"),
        ("18:00", "zes uur 's avonds"),
    ],
)
def test_evening_and_night_are_named_so_that_no_time_is_taken_for_another(
    clock: str, words: str
) -> None:
    assert clock_words_in_full(time.fromisoformat(clock)) == words


def test_every_minute_of_the_day_has_words_of_its_own() -> None:
    minutes = [time(hour, minute) for hour in range(24) for minute in range(60)]
    words = {clock_words_in_full(minute) for minute in minutes}
    assert len(words) == len(minutes)
    assert not any(letter.isdigit() for phrase in words for letter in phrase)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "nul"),
        (1, "een"),
        (2, "twee"),
        (12, "twaalf"),
        (19, "negentien"),
        (20, "twintig"),
        (21, "eenentwintig"),
        (22, "tweeëntwintig"),
        (33, "drieëndertig"),
        (44, "vierenveertig"),
        (90, "negentig"),
        (100, "honderd"),
        (101, "honderdeen"),
        (999, "negenhonderdnegenennegentig"),
        (1000, "duizend"),
        (2026, "tweeduizend zesentwintig"),
    ],
)
def test_a_number_is_said_in_words(number: int, words: str) -> None:
    assert number_words(number) == words


@pytest.mark.parametrize(
    ("whole", "words"),
    [
        (0, "half"),
        (1, "anderhalf"),
        (2, "tweeënhalf"),
        (3, "drieënhalf"),
        (4, "vierenhalf"),
        (12, "twaalfenhalf"),
        (22, "tweeëntwintigenhalf"),
    ],
)
def test_a_half_more_is_one_word(whole: int, words: str) -> None:
    assert half_more_words(whole) == words


def test_days_and_months_are_dutch_on_every_machine() -> None:
    tuesday = date(2026, 12, 8)
    assert weekday_name(tuesday) == "dinsdag"
    assert month_name(tuesday) == "december"
    assert date_words(tuesday) == "dinsdag 8 december"
    assert date_words(tuesday, year=True) == "dinsdag 8 december 2026"
    assert len({weekday_name(date(2026, 3, day)) for day in range(1, 8)}) == 7
    assert len({month_name(date(2026, month, 1)) for month in range(1, 13)}) == 12
