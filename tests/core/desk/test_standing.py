"""What was promised, asked and complained about before is known, also on the telephone."""

from datetime import timedelta

from reception_assistant.calls.call import CallRecord, Direction
from reception_assistant.complaints.complaint import Form, NewComplaint, Where
from reception_assistant.cues.cue import Cue
from reception_assistant.follow_ups.follow_up import Kind, NewFollowUp
from tests.helpers.practice import TODAY, Practice

HEADER = "datum;tijd;naam;geboortedatum;behandeling;behandelaar"
ROW = f"{TODAY:%d-%m-%Y};09:30;Jansen;14-03-1958;controle;Bakker"


def _someone(practice: Practice) -> str:
    practice.read(HEADER, ROW)
    return practice.visit().person.id


def _cues(practice: Practice, person_id: str) -> dict[str, Cue]:
    caller = practice.desk.callers.caller(person_id)
    assert caller is not None
    return {cue.kind: cue for cue in caller.cues}


def _at_the_desk(practice: Practice) -> dict[str, Cue]:
    now = practice.desk.time.now()
    outlook = practice.desk.ahead.outlook(practice.desk.agenda.day(TODAY, now))
    return {cue.kind: cue for cue in outlook.cues(practice.visit(), now)}


def _promise(practice: Practice, person_id: str, before: str, what: str = "Terugbellen") -> None:
    new = NewFollowUp(
        kind=Kind.CALLBACK,
        what=what,
        before=before,
        owner_id=practice.by.employee.id,
        person_id=person_id,
        subject="rekening",
    )
    practice.desk.after.follow_ups.add(new, practice.by)


def test_an_open_promise_is_known_at_the_desk_and_on_the_telephone(practice: Practice) -> None:
    key = _someone(practice)
    assert "open_promise" not in _cues(practice, key) | _at_the_desk(practice)
    _promise(practice, key, "2026-11-24T17:00")
    for cues in (_cues(practice, key), _at_the_desk(practice)):
        assert "Terugbellen" in cues["open_promise"].know
        assert cues["open_promise"].say == ""


def test_a_promise_that_is_over_time_is_said_to_be_late(practice: Practice) -> None:
    key = _someone(practice)
    _promise(practice, key, "2026-11-24T12:00")
    practice.at("13:00")
    for cues in (_cues(practice, key), _at_the_desk(practice)):
        assert "open_promise" not in cues
        assert cues["overdue_promise"].know.startswith("Te laat")


def test_promises_that_do_not_go_together_are_told(practice: Practice) -> None:
    key = _someone(practice)
    _promise(practice, key, "2026-11-25T17:00")
    assert "differing_promises" not in _cues(practice, key)
    _promise(practice, key, "2026-12-04T12:00", "Een brief sturen")
    assert "differing_promises" in _cues(practice, key)
    assert "differing_promises" in _at_the_desk(practice)


def test_the_third_call_about_the_same_thing_is_told(practice: Practice) -> None:
    key = _someone(practice)
    practice.desk.library.fill()
    for number in (1, 2):
        assert "same_subject" not in _cues(practice, key)
        practice.desk.calls.add_records([_call(number, key)], practice.by)
    for cues in (_cues(practice, key), _at_the_desk(practice)):
        assert "twee keer" in cues["same_subject"].know
        assert "«Rekening»" in cues["same_subject"].know


def test_calls_of_long_ago_or_about_other_things_do_not_count(practice: Practice) -> None:
    key = _someone(practice)
    practice.desk.library.fill()
    old = _call(1, key, "2026-10-01T09:00:00.000")
    other = _call(2, key, reason="afspraak-maken")
    practice.desk.calls.add_records([old, other, _call(3, key)], practice.by)
    assert "same_subject" not in _cues(practice, key)


def test_an_open_complaint_is_told_until_it_is_closed(practice: Practice) -> None:
    key = _someone(practice)
    begun = practice.desk.after.complaints.begin(_complaint(practice, key), practice.by)
    assert "12 november" in _cues(practice, key)["open_complaint"].because
    assert "open_complaint" in _at_the_desk(practice)
    practice.desk.after.complaints.close(begun.id, practice.by, "De klant is verhuisd.")
    assert "open_complaint" not in _cues(practice, key)


def test_what_was_promised_to_nobody_is_never_said_to_be_promised(practice: Practice) -> None:
    key = _someone(practice)
    begun = practice.desk.after.complaints.begin(_complaint(practice, key), practice.by)
    practice.desk.after.complaints.close(begun.id, practice.by, "De klant wil het zo laten.")
    at_the_desk = _at_the_desk(practice)
    practice.at("09:00", TODAY + timedelta(days=20))
    for cues in (at_the_desk, _cues(practice, key)):
        assert not {"open_promise", "overdue_promise"} & set(cues)
        assert begun.subject not in " ".join(each.know for each in cues.values())
        assert "hoe het nu gaat" in cues["ask_after"].know
    _promise(practice, key, "2026-12-24T12:00", "Een kopie sturen")
    assert "Een kopie sturen" in _cues(practice, key)["open_promise"].know
    practice.desk.after.complaints.reopen(begun.id, "Het speelt weer.", practice.by)
    assert "ask_after" not in _cues(practice, key)


def _complaint(practice: Practice, key: str) -> NewComplaint:
    return NewComplaint(
        subject="lang gewacht",
        received="2026-11-12",
        form=Form.SPOKEN,
        where=Where.DESK,
        owner_id=practice.by.employee.id,
        person_id=key,
    )


def _call(
    number: int, key: str, started: str = "2026-11-20T09:00:00.000", reason: str = "rekening"
) -> CallRecord:
    return CallRecord(
        id=f"{number:08x}-0000-7000-8000-000000000000",
        direction=Direction.IN,
        started_utc=started,
        ended_utc=started,
        employee_id="",
        employee="Sanne",
        outcome="informatie-gegeven",
        person_id=key,
        reason=reason,
    )
