"""The figures of a year add up, and name nobody."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from reception_assistant.complaints.complaint import Form, Where
from reception_assistant.complaints.feedback import Sort
from reception_assistant.complaints.overview import (
    Case,
    Count,
    Loops,
    Terms,
    counted,
    loops_words,
    told_counts,
)

NEW_YEAR, TODAY = date(2026, 1, 1), date(2026, 11, 24)
DAYS = st.dates(NEW_YEAR, date(2026, 12, 31))
CASES = st.builds(
    Case,
    received=DAYS,
    form=st.sampled_from(Form),
    where=st.sampled_from(Where),
    due=st.none() | DAYS,
    answered=st.none() | DAYS,
    closed=st.booleans(),
    agreed=st.booleans(),
    reason=st.sampled_from(("", "Rekening", "Afspraak")),
    theme=st.sampled_from(("", "Wachten")),
    cause=st.sampled_from(("", "Telefoon bezet")),
    loops=st.integers(0, 3),
    extended=st.booleans(),
)


def case(day: date, due: date | None, answered: date | None = None) -> Case:
    return Case(day, Form.WRITTEN, Where.LETTER, due, answered)


@given(st.lists(CASES, max_size=12))
@settings(max_examples=40)
def test_each_complaint_counts_once_in_every_part(cases: list[Case]) -> None:
    found = counted(2026, TODAY, cases)
    terms = found.terms
    assert found.received == len(cases)
    for part in (found.months, found.forms, found.channels, found.reasons, found.themes):
        assert sum(each.number for each in part) == len(cases)
    assert sum(each.number for each in found.causes) == len(cases)
    in_all = terms.in_time + terms.too_late + terms.waiting + terms.overdue + terms.nobody
    assert in_all == len(cases)
    assert found.agreed <= found.closed


def test_the_last_day_of_the_term_is_in_time() -> None:
    due = date(2026, 12, 24)
    on_time = case(date(2026, 11, 12), due, due)
    late = case(date(2026, 11, 12), due, due + timedelta(1))
    assert counted(2026, TODAY, [on_time, late]).terms == Terms(in_time=1, too_late=1)
    assert counted(2026, TODAY, [on_time, late]).terms.kept == "50 %"


def test_who_still_waits_is_late_only_after_the_term() -> None:
    waiting = case(date(2026, 10, 13), TODAY)
    overdue = case(date(2026, 10, 12), TODAY - timedelta(1))
    nobody = case(date(2026, 10, 12), None)
    found = counted(2026, TODAY, [waiting, overdue, nobody]).terms
    assert found == Terms(waiting=1, overdue=1, nobody=1)
    assert found.kept == "0 %"
    assert Terms(waiting=1).kept == ""


def test_what_occurs_most_stands_first_and_what_is_not_known_is_said() -> None:
    cases = [case(TODAY, None)._replace(theme=each) for each in ("Geld", "Wachten", "Wachten", "")]
    assert counted(2026, TODAY, cases).themes == (
        Count("Wachten", 2),
        Count("Geld", 1),
        Count("Nog geen thema", 1),
    )


def test_a_year_is_whole_when_it_is_over() -> None:
    assert not counted(2026, TODAY, []).is_whole
    assert counted(2025, TODAY, []).is_whole


def test_solutions_that_were_not_good_at_once_are_told_in_words() -> None:
    year = counted(2026, TODAY, [])
    assert loops_words(year._replace(loops=Loops(1, 3))).startswith("Bij 1 klacht ")
    assert loops_words(year._replace(loops=Loops(2, 3))).startswith("Bij 2 klachten ")


def test_a_year_in_which_nothing_was_solved_boasts_of_no_solution() -> None:
    year = counted(2026, TODAY, [])
    assert loops_words(year) == ""
    assert loops_words(year._replace(received=1)) == ""
    assert loops_words(year._replace(received=2, closed=2, agreed=1)) == ""
    assert loops_words(year._replace(received=2, closed=1, agreed=1)).startswith("Bij elke ")


def test_compliments_count_as_well() -> None:
    assert told_counts({Sort.COMPLIMENT: 3})[0] == Count("Complimenten", 3)
