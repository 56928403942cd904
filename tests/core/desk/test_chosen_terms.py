"""What a manager chooses about terms and tries counts at once, also for what is open already."""

from datetime import date

import pytest

from reception_assistant.complaints.complaint import Complaint, Form, NewComplaint, Where
from reception_assistant.complaints.listed import Search
from reception_assistant.follow_ups.follow_up import Kind, NewFollowUp, Reached
from reception_assistant.settings.catalogue import (
    CALLS_FROM,
    CALLS_UNTIL,
    COMPLAINT_RULE,
    DISCIPLINE,
    GOOD_FRIDAY,
    HOURS_BETWEEN,
    LIBERATION_DAY,
    OWN_DAYS,
    SPOKEN_DAYS,
    TRIES_A_DAY,
    YES,
    Setting,
)
from tests.helpers.practice import Ids, Practice, open_practice


def choose(practice: Practice, setting: Setting, value: str) -> None:
    practice.desk.settings.choose(setting, value, practice.by)


def complaint(practice: Practice, form: Form, received: str = "2026-11-24") -> Complaint:
    new = NewComplaint(
        subject=f"lang gewacht {received}",
        received=received,
        form=form,
        where=Where.PHONE,
        owner_id=practice.by.employee.id,
        whom="mevrouw De Vries",
        reach="0612345678",
    )
    return practice.desk.after.complaints.begin(new, practice.by)


def promised(practice: Practice) -> str:
    new = NewFollowUp(
        kind=Kind.CALLBACK,
        what="Rekening nakijken",
        before="2027-06-01T17:00",
        owner_id=practice.by.employee.id,
        whom="meneer Jansen",
    )
    return practice.desk.after.follow_ups.add(new, practice.by)


def test_the_days_for_a_spoken_complaint_count_in_the_record_and_the_register(
    practice: Practice,
) -> None:
    desk = practice.desk.after.complaints
    told = complaint(practice, Form.SPOKEN)
    assert desk.due(told).legal == date(2026, 11, 27)
    choose(practice, SPOKEN_DAYS, "1")
    assert desk.due(told).legal == date(2026, 11, 25)
    assert [each.due_words for each in desk.listed(Search())] == ["uiterlijk morgen"]
    assert {each.spoken_days for each in desk.regimes()} == {1}


def test_what_another_window_chose_counts_here(practice: Practice) -> None:
    told = complaint(practice, Form.SPOKEN)
    assert practice.desk.after.complaints.due(told).legal == date(2026, 11, 27)
    with open_practice(practice.folder, practice.clock, Ids(7)) as other:
        choose(other, SPOKEN_DAYS, "1")
    (row,) = practice.desk.after.complaints.listed(Search())
    assert row.due_words == "uiterlijk morgen"


def test_the_days_of_the_practices_own_rule_leave_the_law_as_it_is(practice: Practice) -> None:
    choose(practice, OWN_DAYS, "5")
    choose(practice, COMPLAINT_RULE, "eigen")
    desk = practice.desk.after.complaints
    assert desk.due(complaint(practice, Form.WRITTEN)).legal == date(2026, 12, 1)
    choose(practice, COMPLAINT_RULE, "wkkgz")
    by_law = complaint(practice, Form.WRITTEN, "2026-11-12")
    assert desk.due(by_law).legal == date(2026, 12, 24)


def test_the_chosen_rule_holds_for_new_complaints_only(practice: Practice) -> None:
    choose(practice, DISCIPLINE, "tandarts")
    before = complaint(practice, Form.WRITTEN)
    assert before.regime == "wkkgz"
    choose(practice, COMPLAINT_RULE, "wmo")
    assert complaint(practice, Form.WRITTEN, "2026-11-23").regime == "wmo"
    kept = practice.desk.after.complaints.one(before.id)
    assert kept is not None
    assert kept.regime == "wkkgz"


def test_on_good_friday_and_the_fifth_of_may_a_practice_can_be_closed(practice: Practice) -> None:
    practice.at("09:00", date(2027, 3, 25))
    told = complaint(practice, Form.SPOKEN, "2027-03-25")
    key, desk = promised(practice), practice.desk.after
    assert desk.complaints.due(told).legal == date(2027, 3, 31)
    assert desk.follow_ups.next_try(key, Reached.VOICEMAIL) == "2027-03-26T09:00"
    choose(practice, GOOD_FRIDAY, YES)
    assert desk.complaints.due(told).legal == date(2027, 4, 1)
    assert desk.follow_ups.next_try(key, Reached.VOICEMAIL) == "2027-03-30T09:00"
    practice.at("09:00", date(2027, 5, 4))
    assert desk.follow_ups.next_try(key, Reached.VOICEMAIL) == "2027-05-05T09:00"
    choose(practice, LIBERATION_DAY, YES)
    assert desk.follow_ups.next_try(key, Reached.VOICEMAIL) == "2027-05-07T09:00"  # Ascension Day


@pytest.mark.parametrize(
    ("setting", "value", "planned"),
    [
        (HOURS_BETWEEN, "4", "2026-11-24T13:00"),
        (TRIES_A_DAY, "1", "2026-11-25T09:00"),
        (CALLS_FROM, "13.00", "2026-11-24T13:00"),
    ],
)
def test_the_practice_chooses_when_it_tries_again(
    practice: Practice, setting: Setting, value: str, planned: str
) -> None:
    key, desk = promised(practice), practice.desk.after.follow_ups
    assert desk.next_try(key) == "2026-11-24T11:00"
    choose(practice, setting, value)
    assert desk.next_try(key) == planned
    assert desk.tried(key, Reached.NOT_REACHED, "", practice.by).next_try == planned


def test_after_the_last_hour_nobody_is_called(practice: Practice) -> None:
    key = promised(practice)
    practice.at("12:30")
    assert practice.desk.after.follow_ups.next_try(key) == "2026-11-24T14:30"
    choose(practice, CALLS_UNTIL, "14")
    assert practice.desk.after.follow_ups.next_try(key) == "2026-11-25T09:00"
