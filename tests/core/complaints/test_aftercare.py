"""After an incident somebody asks how you are: the next day, and once more after a week."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from reception_assistant.complaints.aftercare import answered_on, care_question, with_answer
from reception_assistant.complaints.incident import Incident

DAY = date(2026, 11, 24)
INCIDENT = Incident(
    id="1",
    day=DAY.isoformat(),
    facts="Er is een beker gegooid.",
    employee_id="sanne",
    employee="Sanne",
    told="Fatima",
    expires="2027-11-24",
    made_utc="2026-11-24T09:00",
)


def asked(incident: Incident, after: int, by: str = "sanne") -> str:
    found = care_question(incident, DAY + timedelta(days=after), by)
    return found.question if found else ""


def test_nothing_is_asked_on_the_day_itself() -> None:
    assert asked(INCIDENT, 0) == ""


def test_the_question_of_the_next_day_stays_until_it_is_answered() -> None:
    assert asked(INCIDENT, 1) == asked(INCIDENT, 4)
    assert asked(INCIDENT, 1) == "U heeft iets naars meegemaakt. Hoe gaat het nu met u?"
    answered = replace(INCIDENT, aftercare=with_answer("", DAY + timedelta(days=1), "Beter."))
    assert asked(answered, 1) == asked(answered, 6) == ""


def test_it_is_asked_once_more_after_a_week() -> None:
    answered = replace(INCIDENT, aftercare=with_answer("", DAY + timedelta(days=2), "Beter."))
    assert asked(answered, 7) == "Het is nu een week geleden. Hoe kijkt u erop terug?"
    again = with_answer(answered.aftercare, DAY + timedelta(days=8), "Goed.")
    assert asked(replace(INCIDENT, aftercare=again), 30) == ""


def test_a_colleague_is_asked_about_her_by_name() -> None:
    assert asked(INCIDENT, 1, "fatima") == "Hoe gaat het met Sanne?"
    assert "Sanne" in asked(INCIDENT, 7, "fatima")


@settings(max_examples=50)
@given(st.lists(st.tuples(st.dates(date(2020, 1, 1)), st.text(min_size=1)), max_size=4))
def test_each_answer_keeps_its_day_whatever_was_typed(answers: list[tuple[date, str]]) -> None:
    kept = ""
    for day, words in answers:
        kept = with_answer(kept, day, words)
    assert set(answered_on(kept)) == {day for day, _words in answers}
