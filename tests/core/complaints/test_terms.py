"""Terms: the last day inside it, holidays, extensions, and how they are said."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reception_assistant.complaints.complaint import Extension, Form
from reception_assistant.complaints.reading import regime_of, shipped_regimes
from reception_assistant.complaints.regime import Due
from reception_assistant.complaints.terms import (
    after_working_days,
    check_extension,
    due,
    due_words,
    has_term,
    is_near,
    is_overdue,
    last_working_day,
    may_extend,
    term_words,
    weeks_left,
)
from reception_assistant.complaints.working_days import is_working_day
from reception_assistant.errors import KnownError
from tests.core.complaints.a_complaint import complaint

TODAY = date(2026, 11, 24)
WKKGZ = regime_of(shipped_regimes(), "wkkgz")
VET = regime_of(shipped_regimes(), "dierenarts")
DAYS = st.dates(date(2020, 1, 1), date(2040, 12, 31))


def longer(weeks: int) -> Extension:
    return Extension(at_utc="2026-11-20T09:00:00+00:00", weeks=weeks, reason="Wij zoeken nog.")


def written(day: date, *more: Extension) -> Due:
    return due(Form.WRITTEN, day, WKKGZ, more, is_working_day)


def spoken(day: date) -> date:
    return due(Form.SPOKEN, day, WKKGZ, (), is_working_day).legal


def test_twelve_november_and_six_weeks_is_24_december() -> None:
    assert written(date(2026, 11, 12)) == (date(2026, 12, 24), date(2026, 12, 24), True)


@pytest.mark.parametrize(
    ("received", "legal", "shown"),
    [
        (date(2026, 11, 13), date(2026, 12, 25), date(2026, 12, 24)),  # Christmas Day, a Friday
        (date(2026, 11, 14), date(2026, 12, 26), date(2026, 12, 24)),
        (date(2026, 3, 16), date(2026, 4, 27), date(2026, 4, 24)),  # King's Day, a Monday
        (date(2026, 2, 23), date(2026, 4, 6), date(2026, 4, 3)),  # Easter Monday; Good Friday works
        (date(2026, 11, 20), date(2027, 1, 1), date(2026, 12, 31)),
        (date(2024, 1, 18), date(2024, 2, 29), date(2024, 2, 29)),  # a leap year
        (date(2025, 3, 24), date(2025, 5, 5), date(2025, 5, 2)),  # free once in five years
        (date(2026, 3, 24), date(2026, 5, 5), date(2026, 5, 5)),
    ],
)
def test_a_last_day_without_work_shows_the_working_day_before(
    received: date, legal: date, shown: date
) -> None:
    assert written(received) == (legal, shown, True)


@pytest.mark.parametrize(
    ("received", "last"),
    [
        (date(2026, 11, 24), date(2026, 11, 27)),  # Tuesday: Wednesday is day 1
        (date(2026, 11, 27), date(2026, 12, 2)),  # Friday: Monday is day 1
        (date(2026, 11, 28), date(2026, 12, 2)),  # Saturday
        (date(2026, 12, 23), date(2026, 12, 29)),  # over Christmas
        (date(2026, 4, 24), date(2026, 4, 30)),  # over King's Day
        (date(2026, 3, 28), date(2026, 4, 1)),  # the clock goes forward on Sunday
        (date(2026, 10, 23), date(2026, 10, 28)),  # the clock goes back on Sunday
    ],
)
def test_a_spoken_complaint_counts_three_working_days(received: date, last: date) -> None:
    assert spoken(received) == last


def test_an_extension_counts_from_the_end_of_the_first_term() -> None:
    assert written(date(2026, 11, 13), longer(4)).legal == date(2027, 1, 22)
    assert written(date(2026, 11, 13), longer(1), longer(2)).legal == date(2027, 1, 15)


def test_more_weeks_than_the_rule_allows_do_not_count() -> None:
    assert written(date(2026, 11, 12), longer(4), longer(4)).legal == date(2027, 1, 21)


def test_where_the_law_sets_no_term_the_own_days_count() -> None:
    found = due(Form.WRITTEN, date(2026, 11, 24), VET, (), is_working_day)
    assert found == (date(2026, 12, 8), date(2026, 12, 8), False)


@settings(max_examples=60, deadline=None)
@given(day=DAYS, weeks=st.integers(0, 4))
def test_what_is_shown_is_a_working_day_and_never_too_late(day: date, weeks: int) -> None:
    found = written(day, *([longer(weeks)] if weeks else []))
    assert found.legal == day + timedelta(weeks=6 + weeks)
    assert found.shown <= found.legal
    assert is_working_day(found.shown)
    between = (found.legal - found.shown).days
    assert not any(is_working_day(found.legal - timedelta(each)) for each in range(between))


@settings(max_examples=60, deadline=None)
@given(day=DAYS, days=st.integers(1, 15))
def test_so_many_working_days_lie_behind_the_day_it_came_in(day: date, days: int) -> None:
    last = after_working_days(day, days, is_working_day)
    passed = [day + timedelta(each) for each in range(1, (last - day).days + 1)]
    assert sum(map(is_working_day, passed)) == days
    assert last_working_day(last, is_working_day) == last


@pytest.mark.parametrize(
    ("last", "words"),
    [
        (date(2026, 12, 24), "uiterlijk 24 december"),
        (date(2027, 1, 4), "uiterlijk 4 januari 2027"),
        (date(2026, 12, 8), "nog 14 dagen"),
        (date(2026, 12, 3), "nog 9 dagen"),
        (date(2026, 11, 25), "uiterlijk morgen"),
        (TODAY, "uiterlijk vandaag"),
        (date(2026, 11, 23), "1 dag te laat"),
        (date(2026, 11, 20), "4 dagen te laat"),
    ],
)
def test_before_when_is_said_in_a_few_words(last: date, words: str) -> None:
    assert due_words(Due(last, last, statutory=True), TODAY) == words


def test_between_the_working_day_and_the_legal_day_there_is_still_time() -> None:
    term = Due(date(2026, 11, 25), date(2026, 11, 23), statutory=True)
    assert due_words(term, TODAY) == "geen werkdag meer, termijn tot en met woensdag"
    assert is_near(term, TODAY)
    assert not is_overdue(term, TODAY)


def test_a_term_of_the_law_is_near_a_week_before_and_an_own_one_the_day_before() -> None:
    week, days = TODAY + timedelta(7), TODAY + timedelta(3)
    assert is_near(Due(week, week, statutory=True), TODAY)
    assert not is_near(Due(days, days, statutory=False), TODAY)


def test_who_is_nobody_has_no_term() -> None:
    assert not has_term(complaint(whom=""))
    assert due_words(None, TODAY) == "geen termijn"
    assert not is_overdue(None, TODAY)


def test_the_card_tells_the_rule_the_day_and_what_can_still_be_added() -> None:
    found = complaint(form=Form.WRITTEN, received="2026-11-13")
    told = term_words(found, WKKGZ, written(date(2026, 11, 13)), TODAY)
    assert told.head == "Wkkgz, schriftelijk op 13 november"
    assert told.lines == (
        "Antwoord uiterlijk 24 december.",
        "De wet geeft tot en met vrijdag 25 december, maar dan is de praktijk dicht.",
        "Verlengen kan nog 4 weken, met een brief en de reden.",
    )


def test_what_is_said_about_more_time_is_true() -> None:
    for regime, form, may in (
        (WKKGZ, Form.WRITTEN, True),
        (WKKGZ, Form.SPOKEN, False),
        (VET, Form.WRITTEN, True),
        (VET, Form.SPOKEN, False),
    ):
        found = complaint(form=form, received="2026-11-23")
        term = due(form, date(2026, 11, 23), regime, (), is_working_day)
        told = " ".join(term_words(found, regime, term, TODAY).lines)
        assert ("Verlengen kan" in told) is may is may_extend(found, regime, term, TODAY)
        assert not may_extend(found, regime, term, date(2027, 6, 1))
        assert not may_extend(complaint(form=form, whom=""), regime, term, TODAY)


def test_what_turns_out_to_be_spoken_gets_no_weeks() -> None:
    day = date(2026, 11, 20)
    assert due(Form.SPOKEN, day, WKKGZ, [longer(4)], is_working_day).legal == spoken(day)
    assert due(Form.WRITTEN, day, VET, [longer(2)], is_working_day).legal == date(2026, 12, 18)


def test_an_extension_asks_a_reason_and_has_an_end() -> None:
    check_extension(WKKGZ, (), 4, "Wij wachten op het laboratorium.")
    assert weeks_left(WKKGZ, [longer(3)]) == 1
    with pytest.raises(KnownError, match="waarom"):
        check_extension(WKKGZ, (), 4, "  ")
    with pytest.raises(KnownError, match="nog 1 week bij"):
        check_extension(WKKGZ, [longer(3)], 2, "Ziek.")
    with pytest.raises(KnownError, match="niet langer"):
        check_extension(WKKGZ, [longer(4)], 1, "Ziek.")
    with pytest.raises(KnownError, match="nog 4 weken bij"):
        check_extension(WKKGZ, (), 0, "Ziek.")
