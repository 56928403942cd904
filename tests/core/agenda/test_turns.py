"""When somebody's turn comes: as told at the desk, or as seen from who is inside."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reception_assistant.agenda.background import Delay
from reception_assistant.agenda.day import Person, Visit
from reception_assistant.agenda.turns import Turn, turns
from reception_assistant.agenda.visit import Status
from reception_assistant.naming.person import PersonName


def at(time: str) -> datetime:
    return datetime.fromisoformat(f"2026-11-24T{time}")


def here(moment: str) -> datetime:
    """Return a moment as it is: in these tests the wall shows UTC."""
    return datetime.fromisoformat(moment)


def visit(
    time: str, status: Status = Status.EXPECTED, since: str = "", who: str = "Bakker"
) -> Visit:
    person = Person(id=time, name=PersonName(surname="Zonneveld"))
    marked = at(since).isoformat() if since else ""
    return Visit(time, at(time), person, status, marked, minutes=20, practitioner=who)


def found(now: str, *visits: Visit, told: tuple[int, str] | None = None) -> dict[str, str]:
    delays = {"Bakker": Delay(told[0], at(told[1]).isoformat())} if told else {}
    every = turns(visits, at(now), delays, here)
    return {key: f"{turn.start:%H:%M}" for key, turn in every.items()}


INSIDE = visit("09:00", Status.TAKEN_IN, "09:25")


def test_on_time_nothing_is_later() -> None:
    inside = visit("09:00", Status.TAKEN_IN, "09:00")
    assert found("09:05", inside, visit("09:20"), visit("09:40")) == {}


def test_each_follows_on_the_one_before() -> None:
    visits = (INSIDE, visit("09:20", Status.ARRIVED, "09:15"), visit("09:40"), visit("11:00"))
    assert found("09:30", *visits) == {"09:20": "09:45", "09:40": "10:05"}


def test_a_gap_in_the_agenda_makes_up_for_it() -> None:
    assert found("09:30", INSIDE, visit("10:00")) == {}


def test_who_is_inside_longer_than_planned_makes_the_next_later() -> None:
    inside = visit("09:00", Status.TAKEN_IN, "09:00")
    assert found("09:37", inside, visit("09:20")) == {"09:20": "09:40"}


def test_who_does_not_come_takes_no_time() -> None:
    visits = (INSIDE, visit("09:05"), visit("09:40"))
    assert found("09:30", *visits) == {"09:40": "09:45"}


def test_a_visit_that_was_never_marked_as_over_is_not_believed_for_ever() -> None:
    assert found("10:46", INSIDE, visit("10:40"), visit("11:00")) == {}


def test_other_practitioners_are_on_time() -> None:
    assert found("09:30", INSIDE, visit("09:20", who="Smit"), visit("09:20", who="")) == {}


def test_what_is_told_at_the_desk_counts() -> None:
    visits = (visit("09:20"), visit("09:40", Status.ARRIVED), visit("10:00", Status.LEFT))
    told = found("09:10", *visits, told=(20, "09:05"))
    assert told == {"09:20": "09:40", "09:40": "10:00"}


def test_told_on_time_counts_against_what_is_seen() -> None:
    assert found("09:30", INSIDE, visit("09:20"), told=(0, "09:28")) == {}


def test_what_was_told_hours_ago_is_forgotten() -> None:
    assert found("12:06", visit("12:20"), told=(20, "09:05")) == {}
    assert found("09:10", visit("15:00"), told=(20, "09:05")) == {}


def test_a_new_time_is_never_in_the_past() -> None:
    assert found("09:52", visit("09:20"), told=(20, "09:05")) == {"09:20": "09:55"}


def test_a_turn_says_how_it_is_known() -> None:
    (seen,) = turns((INSIDE, visit("09:40")), at("09:30"), {}, here).values()
    assert seen == Turn(at("09:45"), 5, busy_since_plan=at("09:00"))
    delays = {"Bakker": Delay(10, at("09:05").isoformat())}
    (told,) = turns((visit("09:20"),), at("09:10"), delays, here).values()
    assert told == Turn(at("09:30"), 10, told_at=at("09:05"))


_MINUTES = st.integers(0, 10 * 60)


@given(
    st.lists(st.tuples(_MINUTES, st.sampled_from(Status), _MINUTES), max_size=12),
    _MINUTES,
    st.one_of(st.none(), st.tuples(st.integers(0, 240), _MINUTES)),
)
def test_a_turn_is_never_before_its_plan_nor_before_now(
    days: list[tuple[int, Status, int]], minute: int, told: tuple[int, int] | None
) -> None:
    start = at("08:00")
    visits = [
        visit("09:00")._replace(
            id=str(number),
            start=start + timedelta(minutes=plan),
            status=status,
            since=(start + timedelta(minutes=since)).isoformat(),
        )
        for number, (plan, status, since) in enumerate(sorted(days))
    ]
    now = start + timedelta(minutes=minute)
    delays = (
        {"Bakker": Delay(told[0], (start + timedelta(minutes=told[1])).isoformat())} if told else {}
    )
    by_id = {each.id: each for each in visits}
    for key, turn in turns(visits, now, delays, here).items():
        assert turn.start >= max(by_id[key].start, now)
        assert turn.start.minute % 5 == 0
        assert by_id[key].status in (Status.EXPECTED, Status.ARRIVED)


@pytest.mark.parametrize("since", ["23:58"])
def test_going_in_around_midnight_does_no_harm(since: str) -> None:
    inside = visit("23:30", Status.TAKEN_IN, since)
    assert found("23:59", inside, visit("23:50")) == {"23:50": "00:20"}
