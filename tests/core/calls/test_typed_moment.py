"""What somebody types is read as they mean it, said back with its date, and never in the past."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reception_assistant.calls.moments import choices
from reception_assistant.calls.typed_moment import Window, read_moment
from reception_assistant.clock import StandingClock
from reception_assistant.desk.practice_time import PracticeTime
from reception_assistant.errors import KnownError

TUESDAY = datetime.fromisoformat("2026-11-24T09:12")
CHRISTMAS = {date(2026, 12, 25), date(2026, 12, 26)}


def read(text: str, now: datetime = TUESDAY) -> Window:
    window = read_moment(text, now)
    assert window is not None, text
    return window


def open_on(day: date) -> bool:
    return day.weekday() < 5 and day not in CHRISTMAS


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("vandaag", "dinsdag 24 november voor 17.00 uur"),
        ("vandaag nog", "dinsdag 24 november voor 17.00 uur"),
        ("vandaag 16u", "dinsdag 24 november voor 16.00 uur"),
        ("voor 12", "dinsdag 24 november voor 12.00 uur"),
        ("vóór één uur", "dinsdag 24 november voor 13.00 uur"),
        ("half drie", "dinsdag 24 november voor 14.30 uur"),
        ("halfdrie", "dinsdag 24 november voor 14.30 uur"),
        ("om half 12", "dinsdag 24 november voor 11.30 uur"),
        ("kwart over 2", "dinsdag 24 november voor 14.15 uur"),
        ("10 over 2 uur", "dinsdag 24 november voor 14.10 uur"),
        ("tien voor half drie", "dinsdag 24 november voor 14.20 uur"),
        ("voor tien voor twaalf", "dinsdag 24 november voor 11.50 uur"),
        ("16.30", "dinsdag 24 november voor 16.30 uur"),
        ("16u30", "dinsdag 24 november voor 16.30 uur"),
        ("14 uur 30", "dinsdag 24 november voor 14.30 uur"),
        ("na 15:00", "dinsdag 24 november tussen 15.00 en 17.00 uur"),
        ("vanaf 18 uur", "dinsdag 24 november tussen 18.00 en 20.00 uur"),
        ("rond 14:00", "dinsdag 24 november tussen 13.30 en 14.30 uur"),
        ("tussen 11 en 12", "dinsdag 24 november tussen 11.00 en 12.00 uur"),
        ("tussen 11 en 1", "dinsdag 24 november tussen 11.00 en 13.00 uur"),
        ("tussen 6 en 7", "dinsdag 24 november tussen 18.00 en 19.00 uur"),
        ("van 10 tot half 12", "dinsdag 24 november tussen 10.00 en 11.30 uur"),
        ("10:00-11:30", "dinsdag 24 november tussen 10.00 en 11.30 uur"),
        ("10-11 uur", "dinsdag 24 november tussen 10.00 en 11.00 uur"),
        ("eind van de middag", "dinsdag 24 november tussen 15.00 en 17.00 uur"),
        ("in de loop van de middag", "dinsdag 24 november tussen 12.00 en 17.00 uur"),
        ("vanmiddag", "dinsdag 24 november tussen 12.00 en 17.00 uur"),
        ("vanmorgen", "dinsdag 24 november voor 12.00 uur"),
        ("tussen de middag", "dinsdag 24 november tussen 12.00 en 13.00 uur"),
        ("vanavond", "dinsdag 24 november tussen 18.00 en 21.00 uur"),
        ("vanavond 7 uur", "dinsdag 24 november voor 19.00 uur"),
        ("eind van de dag", "dinsdag 24 november voor 17.00 uur"),
        ("over een kwartier", "dinsdag 24 november voor 09.30 uur"),
        ("over een half uur", "dinsdag 24 november voor 09.45 uur"),
        ("binnen een uur", "dinsdag 24 november voor 10.15 uur"),
        ("over anderhalf uur", "dinsdag 24 november voor 10.45 uur"),
        ("over 20 minuten", "dinsdag 24 november voor 09.35 uur"),
        ("morgen", "woensdag 25 november voor 17.00 uur"),
        ("morgen voor 12", "woensdag 25 november voor 12.00 uur"),
        ("MORGEN VOOR TWAALF!", "woensdag 25 november voor 12.00 uur"),
        ("voor 12 morgen", "woensdag 25 november voor 12.00 uur"),
        ("morgenochtend", "woensdag 25 november tussen 08.00 en 12.00 uur"),
        ("morgen 's ochtends", "woensdag 25 november tussen 08.00 en 12.00 uur"),
        ("morgen vroeg", "woensdag 25 november tussen 08.00 en 10.00 uur"),
        ("morgenmiddag twee uur", "woensdag 25 november voor 14.00 uur"),
        ("morgen na de lunch", "woensdag 25 november tussen 13.00 en 17.00 uur"),
        ("morgen tussen 9 en half elf", "woensdag 25 november tussen 09.00 en 10.30 uur"),
        ("de volgende werkdag", "woensdag 25 november voor 17.00 uur"),
        ("overmorgen", "donderdag 26 november voor 17.00 uur"),
        ("vrijdag", "vrijdag 27 november voor 17.00 uur"),
        ("uiterlijk vrijdag", "vrijdag 27 november voor 17.00 uur"),
        ("voor vrijdag", "donderdag 26 november voor 17.00 uur"),
        ("vr 14:00", "vrijdag 27 november voor 14.00 uur"),
        ("vr. 27 nov. voor 14.30 uur", "vrijdag 27 november voor 14.30 uur"),
        ("a.s. vrijdag", "vrijdag 27 november voor 17.00 uur"),
        ("vrijdagmiddag voor 4", "vrijdag 27 november voor 16.00 uur"),
        ("vrijdag morgen", "vrijdag 27 november tussen 08.00 en 12.00 uur"),
        ("deze week", "vrijdag 27 november voor 17.00 uur"),
        ("eind van de week", "vrijdag 27 november voor 17.00 uur"),
        ("voor het weekend", "vrijdag 27 november voor 17.00 uur"),
        ("over 3 werkdagen", "vrijdag 27 november voor 17.00 uur"),
        ("na het weekend", "maandag 30 november voor 17.00 uur"),
        ("voor 1 december", "maandag 30 november voor 17.00 uur"),
        ("eind van de maand", "maandag 30 november voor 17.00 uur"),
        ("maandag om kwart voor vijf", "maandag 30 november voor 16.45 uur"),
        ("dinsdag", "dinsdag 1 december voor 17.00 uur"),
        ("volgende week dinsdag", "dinsdag 1 december voor 17.00 uur"),
        ("dinsdag volgende week 15u", "dinsdag 1 december voor 15.00 uur"),
        ("begin volgende week", "dinsdag 1 december voor 17.00 uur"),
        ("volgende week", "vrijdag 4 december voor 17.00 uur"),
        ("volgende vrijdag", "vrijdag 4 december voor 17.00 uur"),
        ("over een week", "dinsdag 1 december voor 17.00 uur"),
        ("over 2 weken", "dinsdag 8 december voor 17.00 uur"),
        ("over twee weken voor 12", "dinsdag 8 december voor 12.00 uur"),
        ("over een maand", "donderdag 24 december voor 17.00 uur"),
        ("24-11", "dinsdag 24 november voor 17.00 uur"),
        ("25-11", "woensdag 25 november voor 17.00 uur"),
        ("25 nov 14.30", "woensdag 25 november voor 14.30 uur"),
        ("de 25e", "woensdag 25 november voor 17.00 uur"),
        ("de 3e", "donderdag 3 december voor 17.00 uur"),
        ("1 dec", "dinsdag 1 december voor 17.00 uur"),
        ("2026-12-01", "dinsdag 1 december voor 17.00 uur"),
        ("1/12/26 9:45", "dinsdag 1 december voor 09.45 uur"),
        ("1.12.2026", "dinsdag 1 december voor 17.00 uur"),
        ("12-1", "dinsdag 12 januari 2027 voor 17.00 uur"),
        ("20-11", "zaterdag 20 november 2027 voor 17.00 uur"),
        ("ma 9-12", "maandag 30 november tussen 09.00 en 12.00 uur"),
        ("maandag 13-15", "maandag 30 november tussen 13.00 en 15.00 uur"),
        ("wo 9-12", "woensdag 9 december voor 17.00 uur"),
        ("morgen tussen 9-12", "woensdag 25 november tussen 09.00 en 12.00 uur"),
        ("eind november", "maandag 30 november voor 17.00 uur"),
        ("begin december", "maandag 7 december voor 17.00 uur"),
        ("half december voor 12", "dinsdag 15 december voor 12.00 uur"),
        ("eind van volgende maand", "donderdag 31 december voor 17.00 uur"),
        ("begin november", "vrijdag 5 november 2027 voor 17.00 uur"),
        ("voor de kerst", "donderdag 24 december voor 17.00 uur"),
        ("1.12 uur", "dinsdag 24 november voor 13.12 uur"),
        ("voor 1.30", "dinsdag 24 november voor 13.30 uur"),
        ("29-2-2028", "dinsdag 29 februari 2028 voor 17.00 uur"),
    ],
)
def test_what_is_typed_is_read_as_people_mean_it(typed: str, said: str) -> None:
    window = read(typed)
    assert window.words == said
    assert read(window.words)[:3] == window[:3]


@pytest.mark.parametrize(
    "typed",
    [
        *("", "  ", "hallo", "zsm", "14", "vr 14", "jan", "morgen of overmorgen", "na vrijdag"),
        *("vr 14:00 15:00", "maandag over een week", "vannacht", "voor", "tussen 11", "x" * 200),
        *("1.12", "06.11", "vr 1.12"),
        "bel na 15:00 terug over de rekening",
    ],
)
def test_what_is_not_clear_is_not_guessed(typed: str) -> None:
    assert read_moment(typed, TUESDAY) is None


@pytest.mark.parametrize(
    ("typed", "trouble"),
    [
        ("vandaag 08:00", "al voorbij"),
        ("8 uur", "al voorbij"),
        ("23-11-2026", "al voorbij"),
        ("deze week maandag", "al voorbij"),
        ("24-11-2026 09:12", "al voorbij"),
        ("30 feb", "datum bestaat niet"),
        ("29-2", "datum bestaat niet"),
        ("11-25", "datum bestaat niet"),
        ("de 32e", "datum bestaat niet"),
        ("morgen 24:00", "tijd bestaat niet"),
        ("morgen 12:75", "tijd bestaat niet"),
        ("donderdag 27 november", "vrijdag"),
        ("maandag 12-9", "zondag"),
        ("tussen 16:00 en 14:00", "Het eind ligt voor het begin"),
        ("morgenmiddag 9 uur", "deel van de dag"),
        ("na 23:50", "te laat"),
    ],
)
def test_what_cannot_be_says_why(typed: str, trouble: str) -> None:
    with pytest.raises(KnownError, match=trouble) as caught:
        read_moment(typed, TUESDAY)
    assert caught.value.advice


def test_on_a_friday_evening_the_week_that_is_meant_is_the_next_one() -> None:
    saturday = datetime.fromisoformat("2026-11-28T10:00")
    assert read("eind van de week", saturday).words.startswith("vrijdag 4 december")
    assert read("na het weekend", saturday).words.startswith("maandag 30 november")
    assert read("over 1 werkdag", saturday).words.startswith("maandag 30 november")


def test_holidays_are_no_working_days() -> None:
    thursday = datetime.fromisoformat("2026-12-24T09:00")
    window = read_moment("volgende werkdag", thursday, open_on)
    assert window is not None
    assert window.words == "maandag 28 december voor 17.00 uur"
    assert not window.remark
    week = read_moment("eind van de week", thursday, open_on)
    assert week is not None
    assert week.before == datetime.fromisoformat("2026-12-24T17:00")
    typed = read_moment("25 december", thursday, open_on)
    assert typed is not None
    assert typed.remark == "Let op: dat is geen werkdag."


def test_what_has_begun_already_counts_from_now() -> None:
    now = datetime.fromisoformat("2026-11-24T13:00")
    assert read("vanmiddag", now).words == "dinsdag 24 november voor 17.00 uur"
    assert read("vanmiddag", now).after is None


def test_a_time_that_does_not_exist_when_the_clock_goes_forward_is_moved_and_said() -> None:
    saturday = datetime.fromisoformat("2026-03-28T10:00")
    window = read("morgen 02:10", saturday)
    assert window.before == datetime.fromisoformat("2026-03-29T03:00")
    assert window.words == "zondag 29 maart voor 03.00 uur"
    assert "02.10 uur bestaat die nacht niet" in window.remark
    night = datetime.fromisoformat("2026-03-29T01:40")
    assert read("over een half uur", night).before == datetime.fromisoformat("2026-03-29T03:10")


def test_an_hour_that_comes_twice_is_the_first_one() -> None:
    saturday = datetime.fromisoformat("2026-10-24T10:00")
    window = read("morgen 02:30", saturday)
    assert window.before == datetime.fromisoformat("2026-10-25T02:30")
    assert "De eerste keer telt" in window.remark
    time = PracticeTime(StandingClock(datetime.fromisoformat("2026-10-24T08:00+00:00")), "")
    assert time.to_utc(window.before.isoformat(timespec="minutes")) == "2026-10-25T00:30"
    assert time.from_utc("2026-10-25T00:30") == window.before
    night = datetime.fromisoformat("2026-10-25T01:30")
    assert read("over 2 uur", night).before == datetime.fromisoformat("2026-10-25T02:30")


MOMENTS = st.datetimes(datetime(2026, 1, 1), datetime(2029, 12, 31))  # noqa: DTZ001  wall time


@given(MOMENTS, st.integers(0, 400), st.integers(0, 23), st.integers(0, 59))
@settings(max_examples=80, deadline=None)
def test_any_date_and_time_reads_back(now: datetime, ahead: int, hour: int, minute: int) -> None:
    then = (now + timedelta(days=ahead)).replace(hour=hour, minute=minute, second=0, microsecond=0)
    typed = f"{then.day}-{then.month}-{then.year} {then:%H:%M}"
    if then <= now:
        with pytest.raises(KnownError, match="voorbij"):
            read(typed, now)
        return
    window = read(typed, now)
    moved = "bestaat die nacht niet" in window.remark
    assert window.before == then or moved
    assert read(window.words, now)[:3] == window[:3]


@given(MOMENTS)
@settings(max_examples=30, deadline=None)
def test_the_moments_on_the_buttons_can_be_typed(now: datetime) -> None:
    for choice in choices(now):
        assert read(choice.label, now).before == datetime.fromisoformat(choice.before)


_SOME_WORDS = (
    "morgen vandaag vr za voor na om over binnen tussen en half kwart een 2 12 30 uur week weken "
    "werkdagen eind van de volgende middag 's ochtends 14:00 25-11 1 dec 2027 deze maand de 31e "
    "weekend rond - . ' ij begin december ma 9-12 kerst"
)
PIECES = st.sampled_from(_SOME_WORDS.split())


@given(MOMENTS, st.lists(PIECES, max_size=6).map(" ".join) | st.text(max_size=30))
@settings(max_examples=200, deadline=None)
def test_whatever_is_typed_is_ahead_and_reads_back_or_is_refused(now: datetime, text: str) -> None:
    try:
        window = read_moment(text, now)
    except KnownError:
        return
    if window is not None:
        assert window.before > now
        assert window.after is None or now < window.after < window.before
        assert read(window.words, now)[:3] == window[:3]
