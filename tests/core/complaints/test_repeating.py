"""Causes that come back: in the right quarter, under the right name, and said plainly."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from reception_assistant.complaints.learning import Cause, Improvement, Repeated, Worked
from reception_assistant.complaints.repeating import (
    cause_of,
    quarter_of,
    repeated_causes,
    repeated_words,
)

WAITED = Cause(id="wachttijd", label="Te lang wachten", aliases=("wachten",))
SCREEN = Improvement(
    id="1",
    cause="wachttijd",
    what="Na tien minuten iets zeggen",
    owner_id="1",
    owner="Sanne",
    since="2026-11-20",
    review="2026-12-18",
)


@settings(max_examples=50)
@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)))
def test_quarters_lie_against_each_other(day: date) -> None:
    quarter = quarter_of(day)
    assert quarter.first <= day <= quarter.last
    assert quarter.first.day == 1
    assert quarter.first.month in (1, 4, 7, 10)
    after = quarter_of(quarter.last + timedelta(days=1))
    assert after.first == quarter.last + timedelta(days=1)


def test_a_cause_is_found_by_its_older_name_too() -> None:
    assert cause_of([WAITED], "wachttijd") == cause_of([WAITED], "wachten") == WAITED


def test_a_cause_that_left_the_list_keeps_its_name() -> None:
    assert cause_of([WAITED], "parkeren") == Cause(id="parkeren", label="parkeren")


def test_a_cause_under_its_older_name_counts_with_it() -> None:
    done = replace(SCREEN, id="2", worked=Worked.YES)
    older = replace(SCREEN, id="3", cause="wachten")
    times = {"wachten": 1, "parkeren": 2, "wachttijd": 2, "tocht": 1}
    found = repeated_causes([WAITED], times, [SCREEN, done, older])
    assert [(each.cause.id, each.times) for each in found] == [("wachttijd", 3), ("parkeren", 2)]
    assert found[0].improvements == (SCREEN, older)
    assert found[1].improvements == ()


def test_it_is_said_how_often_and_what_is_being_done() -> None:
    assert repeated_words(Repeated(cause=WAITED, times=3, improvements=(SCREEN,))) == (
        "Dit kwartaal al 3 keer: Te lang wachten. "
        "Verbetering «Na tien minuten iets zeggen» loopt sinds 20 november."
    )
    assert repeated_words(Repeated(cause=WAITED, times=2)) == (
        "Dit kwartaal al 2 keer: Te lang wachten. Er loopt nog geen verbetering."
    )
