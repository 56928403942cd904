"""Marking visits at the desk: events are added and never rewritten; the status follows."""

from datetime import date
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reception_assistant.agenda.visit import (
    Booking,
    EventKind,
    Status,
    VisitEvent,
    standing,
    status_of,
)
from reception_assistant.changes import Change, Changed
from reception_assistant.desk.acting import By
from reception_assistant.errors import KnownError
from reception_assistant.staff.employee import Role
from reception_assistant.store.visits import events_of
from tests.helpers.practice import Practice

MARKS = [kind for kind in EventKind if kind is not EventKind.UNDONE]
HEADER = "datum;tijd;kenmerk;achternaam;behandelaar;status"


@pytest.fixture
def busy(practice: Practice) -> Practice:
    """Give a practice where Vries comes at 9:10 and Berg at 9:30."""
    practice.read(HEADER, "24-11-2026;09:10;A1;Vries;;", "24-11-2026;09:30;A2;Berg;;")
    return practice


def _events(practice: Practice, time: str = "09:10") -> list[EventKind]:
    visit_id = practice.visit(time).id
    with practice.desk.store.reading() as connection:
        return [event.kind for event in events_of(connection, visit_id)]


@pytest.mark.parametrize("kind", MARKS)
def test_a_mark_is_the_status(kind: EventKind, busy: Practice) -> None:
    busy.mark(kind, "09:10")
    assert busy.visit("09:10").status.value == kind.value
    assert busy.visit("09:30").status is Status.EXPECTED


def test_a_visit_goes_through_the_practice(busy: Practice) -> None:
    for kind in (EventKind.ARRIVED, EventKind.TAKEN_IN, EventKind.LEFT):
        busy.mark(kind, "09:10")
        assert busy.visit("09:10").status.value == kind.value
    assert _events(busy) == [EventKind.ARRIVED, EventKind.TAKEN_IN, EventKind.LEFT]


def test_marking_the_same_again_changes_nothing_and_tells_nobody(busy: Practice) -> None:
    busy.mark(EventKind.ARRIVED, "09:10")
    heard: list[Change] = []
    busy.desk.changes.listen(heard.append)
    before = busy.audit()
    assert busy.desk.agenda.mark(busy.visit("09:10").id, EventKind.ARRIVED, busy.by) is None
    assert _events(busy) == [EventKind.ARRIVED]
    assert (heard, busy.audit()) == ([], before)


def test_a_mark_is_told_with_its_origin(busy: Practice) -> None:
    heard: list[Change] = []
    busy.desk.changes.listen(heard.append)
    screen = object()
    by = By(busy.by.employee, screen)
    busy.desk.agenda.mark(busy.visit("09:10").id, EventKind.ARRIVED, by)
    assert heard == [Change(Changed.DAY, screen)]


def test_a_mark_is_kept_with_who_made_it_and_when(busy: Practice) -> None:
    event = busy.desk.agenda.mark(busy.visit("09:10").id, EventKind.ARRIVED, busy.by)
    assert event is not None
    assert event.employee_id == busy.by.employee.id
    assert event.at_utc == "2026-11-24T08:00:00.000"


def test_a_visit_of_another_day_cannot_be_marked_yet(busy: Practice) -> None:
    busy.at("23:59", date(2026, 11, 23))
    with pytest.raises(KnownError, match="andere dag"):
        busy.mark(EventKind.ARRIVED, "09:10")
    assert _events(busy) == []


def test_a_visit_of_yesterday_can_still_be_put_right(busy: Practice) -> None:
    busy.at("08:00", date(2026, 11, 25))
    busy.mark(EventKind.NO_SHOW, "09:10")
    assert busy.visit("09:10").status is Status.NO_SHOW


def test_a_visit_that_is_not_there_is_told(busy: Practice) -> None:
    with pytest.raises(KnownError, match="net door iemand anders"):
        busy.desk.agenda.mark("nothing", EventKind.ARRIVED, busy.by)


def test_somebody_who_was_withdrawn_may_come_all_the_same(practice: Practice) -> None:
    rows = [f"24-11-2026;{time};{time};V;;" for time in ("09:10", "10:00", "11:00")]
    practice.read(HEADER, *rows)
    practice.read(HEADER, *rows[:2])
    assert practice.visit("11:00").status is Status.WITHDRAWN
    practice.mark(EventKind.ARRIVED, "11:00")
    assert practice.visit("11:00").status is Status.ARRIVED


def test_undo_takes_back_own_marks_newest_first(busy: Practice) -> None:
    busy.mark(EventKind.ARRIVED, "09:10")
    busy.mark(EventKind.ARRIVED, "09:30")
    busy.mark(EventKind.TAKEN_IN, "09:10")
    ids = {time: busy.visit(time).id for time in ("09:10", "09:30")}
    undone = [busy.desk.agenda.undo(busy.by) for _each in range(4)]
    assert undone == [
        (ids["09:10"], EventKind.TAKEN_IN),
        (ids["09:30"], EventKind.ARRIVED),
        (ids["09:10"], EventKind.ARRIVED),
        None,
    ]
    assert {visit.status for visit in busy.visits()} == {Status.EXPECTED}


def test_undoing_rewrites_nothing(busy: Practice) -> None:
    busy.mark(EventKind.LEFT, "09:10")
    busy.desk.agenda.undo(busy.by)
    busy.mark(EventKind.LEFT, "09:10")
    assert _events(busy) == [EventKind.LEFT, EventKind.UNDONE, EventKind.LEFT]
    assert busy.visit("09:10").status is Status.LEFT


def test_marks_of_before_today_are_not_undone(busy: Practice) -> None:
    busy.mark(EventKind.ARRIVED, "09:10")
    busy.at("00:01", date(2026, 11, 25))
    assert busy.desk.agenda.undo(busy.by) is None
    assert busy.visit("09:10").status is Status.ARRIVED


def test_a_mark_just_after_midnight_is_of_today(practice: Practice) -> None:
    practice.read(HEADER, "24-11-2026;00:05;A1;Vries;;")
    practice.at("00:01")
    practice.mark(EventKind.ARRIVED)
    practice.at("23:59")
    assert practice.desk.agenda.undo(practice.by) is not None


def test_two_at_the_desk_each_undo_their_own(busy: Practice) -> None:
    sanne = By(busy.desk.staff.add("Sanne", Role.RECEPTIONIST, busy.by))
    first, second = (busy.visit(time).id for time in ("09:10", "09:30"))
    busy.desk.agenda.mark(first, EventKind.ARRIVED, sanne)
    busy.desk.agenda.mark(second, EventKind.ARRIVED, busy.by)
    assert busy.desk.agenda.undo(sanne) == (first, EventKind.ARRIVED)
    assert busy.desk.agenda.undo(sanne) is None
    assert busy.visit("09:30").status is Status.ARRIVED


def test_two_may_mark_the_same_visit(busy: Practice) -> None:
    """Undoing the earlier mark leaves the later one of a colleague as the status."""
    sanne = By(busy.desk.staff.add("Sanne", Role.RECEPTIONIST, busy.by))
    visit = busy.visit("09:10").id
    busy.desk.agenda.mark(visit, EventKind.ARRIVED, busy.by)
    busy.desk.agenda.mark(visit, EventKind.TAKEN_IN, sanne)
    assert busy.desk.agenda.undo(busy.by) == (visit, EventKind.ARRIVED)
    assert busy.visit("09:10").status is Status.TAKEN_IN


STEPS = st.lists(st.sampled_from([*MARKS, EventKind.UNDONE]), max_size=12)


@given(STEPS, st.sampled_from(Booking), st.booleans(), st.randoms())
def test_the_status_is_that_of_the_last_mark_that_stands(
    steps: list[EventKind], booking: Booking, withdrawn: object, shuffle: Random
) -> None:
    events: list[VisitEvent] = []
    stack: list[VisitEvent] = []
    for number, kind in enumerate(steps):
        undoes = stack.pop().id if kind is EventKind.UNDONE and stack else None
        event = VisitEvent(f"{number:03}", kind, f"2026-11-24T08:{number:02}", "me", undoes)
        if kind is not EventKind.UNDONE:
            stack.append(event)
        events.append(event)
    shuffle.shuffle(events)
    assert standing(events) == tuple(stack)
    status = status_of(booking, events, withdrawn=bool(withdrawn))
    if stack:
        assert status.value == stack[-1].kind.value
    else:
        assert status == status_of(booking, (), withdrawn=bool(withdrawn))
        assert (status is Status.WITHDRAWN) == bool(withdrawn)
