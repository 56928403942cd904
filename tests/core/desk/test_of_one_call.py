"""What one call led to belongs together, also when it is found out later in that call."""

import pytest

from reception_assistant.changes import Change, Changed
from reception_assistant.complaints.complaint import Field
from reception_assistant.complaints.listed import Search
from reception_assistant.complaints.steps import has_promise
from reception_assistant.follow_ups.follow_up import Kind, NewFollowUp
from reception_assistant.follow_ups.listed import Which
from reception_assistant.run.event import Kind as EventKind
from tests.core.calls.talks import Talk, fill_library, promise, somebody
from tests.helpers.practice import Practice


@pytest.fixture
def talk(practice: Practice) -> Talk:
    fill_library(practice)
    return Talk(practice, number="0612345678")


def test_who_is_found_after_the_complaint_began_is_whom_it_is_of(
    practice: Practice, talk: Talk
) -> None:
    desk = practice.desk.after.complaints
    talk.is_about(number="")
    begun = desk.from_call(talk.head, {"woorden": "Niemand belde"}, practice.by)
    made = desk.promise(begun.id, _new(practice, "Een kopie sturen"), practice.by)
    told: list[Change] = []
    practice.desk.changes.listen(told.append)
    (jan,) = somebody(practice, "Vries")
    talk.is_about(person_id=jan, number="0612345678")
    talk.ends()
    talk.logged()
    now = desk.one(begun.id)
    assert now is not None
    assert (now.person_id, now.reach, now.call_id) == (jan, "0612345678", talk.id)
    assert [row.who for row in desk.listed(Search())] == ["Vries"]
    assert [each.id for each in desk.of_person(jan)] == [begun.id]
    assert [each.id for each in practice.desk.after.follow_ups.of_person(jan)] == [made]
    assert any(Changed.COMPLAINTS in each.what for each in told)


def test_a_name_told_later_in_the_call_is_how_they_are_called(
    practice: Practice, talk: Talk
) -> None:
    desk = practice.desk.after.complaints
    begun = desk.from_call(talk.head, {}, practice.by)
    talk.happens(talk.event(EventKind.REMEMBERED, "erkennen", name="naam", text="mevrouw Bos"))
    talk.ends()
    talk.logged()
    assert [row.who for row in desk.listed(Search())] == ["mevrouw Bos"]
    now = desk.one(begun.id)
    assert now is not None
    assert now.reach == "0612345678"


def test_a_call_given_to_somebody_later_takes_its_complaint_along(
    practice: Practice, talk: Talk
) -> None:
    desk = practice.desk.after.complaints
    begun = desk.from_call(talk.head, {}, practice.by)
    made = desk.promise(begun.id, _new(practice, "Een kopie sturen"), practice.by)
    talk.ends()
    talk.logged()
    (jan,) = somebody(practice, "Vries")
    practice.desk.calls.attach(talk.id, jan, practice.by)
    assert [each.id for each in desk.of_person(jan)] == [begun.id]
    assert [each.id for each in practice.desk.after.follow_ups.of_person(jan)] == [made]


def test_what_stands_in_the_record_is_not_written_over_by_the_call(
    practice: Practice, talk: Talk
) -> None:
    desk = practice.desk.after.complaints
    jan, piet = somebody(practice, "Vries", "Jansen")
    talk.is_about(person_id=jan)
    begun = desk.from_call(talk.head, {}, practice.by)
    talk.is_about(person_id=piet, number="0687654321")
    talk.ends()
    talk.logged()
    assert desk.one(begun.id) == begun


def test_what_was_promised_in_the_call_is_not_asked_again_in_the_complaint(
    practice: Practice, talk: Talk
) -> None:
    desk = practice.desk.after.complaints
    begun = desk.from_call(talk.head, {"woorden": "Niemand belde"}, practice.by)
    talk.ends("terugbelafspraak", promise=promise(practice, "Bellen met de uitslag"))
    talk.logged()
    practice.desk.calls.log_ended(practice.by)
    now = desk.one(begun.id)
    assert now is not None
    assert has_promise(now)
    assert now.answer(Field.WORDS) == "Niemand belde"
    assert [each.what for each in desk.promised(begun.id)] == ["Bellen met de uitslag"]
    listed = practice.desk.after.follow_ups.listed(Which.COMPLAINTS, practice.by)
    assert [row.what for row in listed.today] == ["Bellen met de uitslag"]


def _new(practice: Practice, what: str) -> NewFollowUp:
    return NewFollowUp(
        kind=Kind.PROMISE,
        what=what,
        before="2026-11-25T17:00",
        owner_id=practice.by.employee.id,
    )
