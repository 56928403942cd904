"""The goodbye names the next meeting as people say it, and wishes what fits the day."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reception_assistant.naming.farewell import appointment_sentence, farewell, until, wish
from reception_assistant.naming.person import Pronoun
from tests.core.naming.worked_cases import PARTS, FarewellCase, at, farewell_cases, letters

CASES = farewell_cases()
MONDAY, TUESDAY, FRIDAY = at("2026-03-02 10:00"), at("2026-03-03 10:00"), at("2026-03-06 10:00")


def test_all_worked_farewells_are_here() -> None:
    assert len(CASES) == 27


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.label)
def test_each_worked_farewell_is_said_as_written(case: FarewellCase) -> None:
    assert until(case.now, case.following) == case.phrase


@pytest.mark.parametrize(
    ("now", "following", "phrase"),
    [
        ("2026-03-03 10:00", "2026-03-03 10:00", "tot ziens"),
        ("2026-03-03 10:00", "2026-03-03 09:59", "tot ziens"),
        ("2026-03-03 10:00", "2026-03-02 10:00", "tot ziens"),
        ("2026-03-03 10:00", "2026-03-03 10:01", "tot zo"),
        ("2026-03-03 09:00", "2026-03-03 10:00", "tot zo"),
        ("2026-03-03 11:59", "2026-03-03 12:59", "tot zo"),  # across noon
        ("2026-03-03 09:00", "2026-03-03 10:01", "tot straks"),
        ("2026-03-03 06:00", "2026-03-03 11:59", "tot straks"),
        ("2026-03-03 12:00", "2026-03-03 17:59", "tot straks"),
        ("2026-03-03 18:00", "2026-03-03 23:59", "tot straks"),
        ("2026-03-03 00:00", "2026-03-03 05:59", "tot straks"),
        ("2026-03-03 04:59", "2026-03-03 06:00", "tot vanochtend"),
        ("2026-03-03 00:00", "2026-03-03 11:59", "tot vanochtend"),
        ("2026-03-03 10:59", "2026-03-03 12:00", "tot vanmiddag"),
        ("2026-03-03 00:00", "2026-03-03 17:59", "tot vanmiddag"),
        ("2026-03-03 16:59", "2026-03-03 18:00", "tot vanavond"),
        ("2026-03-03 00:00", "2026-03-03 23:59", "tot vanavond"),
        ("2026-03-03 23:59", "2026-03-04 00:00", "tot morgen"),  # days count, not hours
        ("2026-03-03 00:00", "2026-03-04 23:59", "tot morgen"),
    ],
)
def test_today_is_told_apart_by_the_hour(now: str, following: str, phrase: str) -> None:
    assert until(at(now), at(following)) == phrase


@pytest.mark.parametrize(
    ("now", "following", "phrase"),
    [
        ("2026-03-03 10:00", "2026-03-03 15:00", "tot vanmiddag om drie uur"),
        ("2026-03-03 10:00", "2026-03-03 12:30", "tot vanmiddag om half één"),
        ("2026-03-03 12:30", "2026-03-03 16:00", "tot straks"),
        ("2026-03-03 12:30", "2026-03-03 18:00", "tot vanavond"),
        ("2026-03-03 10:00", "2026-03-10 15:00", "tot volgende week dinsdag"),
    ],
)
def test_in_belgium_the_afternoon_gets_its_clock_time(
    now: str, following: str, phrase: str
) -> None:
    assert until(at(now), at(following), belgian=True) == phrase


@pytest.mark.parametrize(
    ("start", "days", "phrase"),
    [
        (TUESDAY, 1, "tot morgen"),
        (TUESDAY, 2, "tot overmorgen"),
        (TUESDAY, 3, "tot vrijdag"),
        (TUESDAY, 6, "tot maandag"),
        (TUESDAY, 7, "tot volgende week dinsdag"),
        (TUESDAY, 12, "tot volgende week zondag"),
        (MONDAY, 7, "tot volgende week maandag"),
        (MONDAY, 13, "tot volgende week zondag"),  # goes before two weeks
        (MONDAY, 14, "tot over twee weken"),
        (FRIDAY, 9, "tot volgende week zondag"),
        (FRIDAY, 10, "tot maandag 16 maart"),
        (FRIDAY, 12, "tot woensdag 18 maart"),
        (at("2026-03-08 10:00"), 7, "tot volgende week zondag"),  # on a Sunday
        (at("2026-03-08 10:00"), 8, "tot maandag 16 maart"),
        (FRIDAY, 13, "tot over twee weken"),
        (TUESDAY, 17, "tot over twee weken"),
        (TUESDAY, 18, "tot over drie weken"),
        (TUESDAY, 24, "tot over drie weken"),
        (TUESDAY, 25, "tot over vier weken"),
        (TUESDAY, 28, "tot over vier weken"),
        (TUESDAY, 29, "tot over een maand"),
        (TUESDAY, 33, "tot over een maand"),
        (TUESDAY, 34, "tot over vijf weken"),
        (TUESDAY, 38, "tot over vijf weken"),
        (TUESDAY, 39, "tot over zes weken"),
        (TUESDAY, 45, "tot over zes weken"),
        (TUESDAY, 46, "tot over zeven weken"),
        (TUESDAY, 52, "tot over zeven weken"),
        (TUESDAY, 53, "tot over acht weken"),
        (TUESDAY, 58, "tot over acht weken"),
        (TUESDAY, 59, "tot over twee maanden"),
        (TUESDAY, 76, "tot over twee maanden"),
        (TUESDAY, 77, "tot over drie maanden"),
        (TUESDAY, 167, "tot over vijf maanden"),
        (TUESDAY, 168, "tot over een half jaar"),
        (TUESDAY, 197, "tot over een half jaar"),
        (TUESDAY, 198, "tot over zeven maanden"),
        (TUESDAY, 350, "tot over elf maanden"),
        (TUESDAY, 351, "tot over een jaar"),
        (TUESDAY, 380, "tot over een jaar"),
        (TUESDAY, 381, "tot maart volgend jaar"),
        (TUESDAY, 500, "tot juli volgend jaar"),
        (at("2026-10-01 10:00"), 457, "tot januari 2028"),  # 1 January after next year
        (at("2026-10-01 10:00"), 456, "tot december volgend jaar"),
        (TUESDAY, 501, "tot over anderhalf jaar"),
        (TUESDAY, 600, "tot over anderhalf jaar"),
        (TUESDAY, 601, "tot over anderhalf jaar"),  # 1.65 years: still nearest to the half
        (TUESDAY, 639, "tot over anderhalf jaar"),
        (TUESDAY, 640, "tot over twee jaar"),
        (TUESDAY, 821, "tot over twee jaar"),
        (TUESDAY, 822, "tot over tweeënhalf jaar"),
        (TUESDAY, 1096, "tot over drie jaar"),
        (TUESDAY, 1278, "tot over drieënhalf jaar"),
    ],
)
def test_each_row_of_the_table_holds_from_its_first_to_its_last_day(
    start: datetime, days: int, phrase: str
) -> None:
    assert until(start, start + timedelta(days=days)) == phrase


@pytest.mark.parametrize(
    ("now", "following", "phrase"),
    [
        ("2025-12-31 10:00", "2026-01-01 10:00", "tot morgen"),
        ("2025-12-29 10:00", "2026-01-04 10:00", "tot zondag"),
        ("2025-12-29 10:00", "2026-01-05 10:00", "tot volgende week maandag"),
        ("2025-12-28 10:00", "2026-01-05 10:00", "tot maandag 5 januari"),
        ("2024-02-28 10:00", "2024-03-01 10:00", "tot overmorgen"),  # over 29 February
    ],
)
def test_weeks_run_on_across_the_new_year(now: str, following: str, phrase: str) -> None:
    assert until(at(now), at(following)) == phrase


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("2026-03-05 16:59", "Fijne dag!"),
        ("2026-03-05 17:00", "Fijne avond!"),
        ("2026-03-06 11:59", "Fijne dag!"),
        ("2026-03-06 12:00", "Fijn weekend!"),
        ("2026-03-08 23:59", "Fijn weekend!"),
        ("2026-03-09 00:00", "Fijne dag!"),
        ("2026-12-23 16:59", "Fijne dag!"),
        ("2026-12-24 00:00", "Fijne kerst!"),
        ("2026-12-25 18:00", "Fijne kerst!"),  # a Friday evening
        ("2026-12-26 23:59", "Fijne kerst!"),
        ("2026-12-27 00:00", "Fijn weekend!"),
        ("2026-12-28 16:00", "Fijne dag!"),
        ("2026-12-29 00:00", "Alvast een goed nieuwjaar!"),
        ("2026-12-31 23:59", "Alvast een goed nieuwjaar!"),
        ("2027-01-01 00:00", "Goed nieuwjaar!"),
        ("2027-01-06 23:59", "Goed nieuwjaar!"),
        ("2027-01-07 00:00", "Fijne dag!"),
    ],
)
def test_the_wish_fits_the_day_and_the_hour(now: str, expected: str) -> None:
    assert wish(at(now)) == expected


@pytest.mark.parametrize(
    ("spoken", "phrase", "sober", "sentence"),
    [
        (
            "mevrouw De Vries",
            "tot over een half jaar",
            False,
            "Dag mevrouw De Vries, tot over een half jaar!",
        ),
        ("", "tot over een half jaar", False, "Dag, tot over een half jaar!"),
        ("mevrouw De Vries", "tot morgen", True, "Sterkte, mevrouw De Vries."),
        ("", "tot morgen", True, "Sterkte."),
        ("R.M.", "tot morgen", False, "Dag R.M., tot morgen!"),
        ("R.M.", "tot morgen", True, "Sterkte, R.M."),
        ("Kim", "", False, "Dag Kim!"),
        ("", "", False, "Dag!"),
    ],
)
def test_the_goodbye_has_no_empty_part(
    *, spoken: str, phrase: str, sober: bool, sentence: str
) -> None:
    assert farewell(spoken, phrase, sober=sober) == sentence


@pytest.mark.parametrize(
    ("pronoun", "now", "following", "sentence"),
    [
        (
            Pronoun.U,
            "2026-06-02 10:00",
            "2026-12-08 09:10",
            "Uw afspraak is op dinsdag 8 december om tien over negen.",
        ),
        (
            Pronoun.JE,
            "2026-06-02 10:00",
            "2026-12-08 19:30",
            "Je afspraak is op dinsdag 8 december om half acht 's avonds.",
        ),
        (
            Pronoun.UNKNOWN,
            "2026-12-30 10:00",
            "2027-01-05 09:00",
            "Uw afspraak is op dinsdag 5 januari om negen uur.",
        ),
        (
            Pronoun.U,
            "2026-12-30 10:00",
            "2027-12-15 09:00",
            "Uw afspraak is op woensdag 15 december om negen uur.",
        ),
        (
            Pronoun.U,
            "2026-12-30 10:00",
            "2027-12-16 09:00",
            "Uw afspraak is op donderdag 16 december 2027 om negen uur.",
        ),
    ],
)
def test_day_and_time_of_the_appointment_are_a_sentence(
    pronoun: Pronoun, now: str, following: str, sentence: str
) -> None:
    assert appointment_sentence(at(following), pronoun, at(now)) == sentence


def test_without_the_date_of_today_no_year_is_named() -> None:
    sentence = appointment_sentence(at("2026-12-08 09:10"), Pronoun.U)
    assert sentence == "Uw afspraak is op dinsdag 8 december om tien over negen."


@settings(deadline=None)
@given(now=st.datetimes(), following=st.datetimes(), belgian=st.booleans())
def test_every_pair_of_moments_has_a_phrase(
    *, now: datetime, following: datetime, belgian: bool
) -> None:
    phrase = until(now, following, belgian=belgian)
    assert phrase.startswith("tot ")
    assert phrase == " ".join(phrase.split())
    assert "{" not in phrase
    digits = [word for word in phrase.split() if word.isdigit()]
    assert len(digits) <= 1  # the day of a date, or the year after a month


@settings(deadline=None)
@given(st.datetimes(at("2020-01-01"), at("2040-01-01")), st.integers(0, 4000))
def test_only_an_appointment_of_two_weeks_and_more_is_counted(now: datetime, days: int) -> None:
    phrase = until(now, now + timedelta(days=days))
    assert (phrase == "tot ziens") == (days == 0)
    assert days >= 13 or not phrase.startswith("tot over ")
    assert days <= 600 or phrase.endswith(" jaar")


@settings(deadline=None)
@given(spoken=PARTS, sober=st.booleans())
def test_a_goodbye_keeps_every_letter_of_the_name(*, spoken: str, sober: bool) -> None:
    sentence = farewell(spoken, "tot morgen", sober=sober)
    assert letters(spoken) in letters(sentence)
    assert "  " not in sentence
    assert sentence[-1] in ".!"
