"""The audit: one entry for each action, with who did it; never what somebody is called."""

from datetime import date, datetime

from msgspec.structs import replace

from reception_assistant.agenda.visit import EventKind
from reception_assistant.audit.entry import Action
from reception_assistant.complaints.complaint import Field, Form, NewComplaint, Phase, Where
from reception_assistant.complaints.feedback import NewFeedback, Sort
from reception_assistant.complaints.learning import Worked
from reception_assistant.desk.acting import By
from reception_assistant.desk.agenda import Booked
from reception_assistant.desk.agenda_files import take_file
from reception_assistant.desk.incidents import NewIncident
from reception_assistant.desk.learning import NewImprovement
from reception_assistant.desk.mandates import NewMandate
from reception_assistant.desk.people import PersonForm
from reception_assistant.follow_ups.follow_up import Done, Helped, Kind, NewFollowUp, Reached
from reception_assistant.library.lists import May
from reception_assistant.naming.person import PersonName
from reception_assistant.paper import letters
from reception_assistant.settings.catalogue import PRACTICE_NAME, THEME
from reception_assistant.staff.employee import Employee, Role
from tests.core.calls.talks import Talk, fill_library
from tests.helpers.practice import Practice

NINE = datetime.fromisoformat("2026-11-24T09:00")


def _work(practice: Practice) -> By:
    """Do everything that can be done, once each; return who did it."""
    desk = practice.desk
    sanne = By(desk.staff.add("Sanne", Role.MANAGER, practice.by))
    desk.staff.change(sanne.employee._replace(name="Sanne Wit"), sanne)
    desk.staff.sit_down(sanne.employee)
    bakker = desk.practitioners.add("Zonneveldt", sanne)
    desk.practitioners.remove(desk.practitioners.call(bakker, "tandarts Zonneveldt", sanne), sanne)
    desk.settings.choose(PRACTICE_NAME, "De Linde", sanne)
    desk.settings.choose(THEME, "dark", sanne)
    file = practice.file("datum;tijd;achternaam", "24-11-2026;11:00;Zonneveld")
    desk.imports.import_file(file, sanne)
    look = desk.assistant.look(take_file(file), ())
    kept = desk.profiles.save(look.profile, sanne)
    desk.profiles.remove(kept, sanne)
    source = desk.sources.watch(str(file), sanne)
    bos = PersonForm(name=PersonName(surname="Zonneveld"))
    person_id = desk.people.add(bos, sanne)
    person = desk.people.person(person_id)
    assert person is not None
    desk.people.correct(person, PersonForm(name=PersonName(surname="Zonnevelt")), sanne)
    visit_id = desk.agenda.add(Booked(person_id=person_id, start=NINE), sanne)
    later = Booked(person_id=person_id, start=NINE.replace(hour=10))
    desk.agenda.change(visit_id, 1, later, sanne)
    desk.agenda.cancel(visit_id, 2, sanne)
    desk.agenda.mark(visit_id, EventKind.ARRIVED, sanne)
    desk.agenda.undo(sanne)
    desk.ahead.run_late("Zonneveldt", 20, sanne)
    desk.sources.remove(source.id, sanne)
    _talk(practice, person_id, sanne)
    _care(practice, person_id, sanne)
    return sanne


def _talk(practice: Practice, person_id: str, by: By) -> None:
    """Have a conversation with somebody unknown, who turns out to be known."""
    fill_library(practice)
    calls = practice.desk.calls
    talk = Talk(practice)
    calls.note_no_bsn(talk.id, by)
    talk.ends()
    talk.logged()
    calls.attach(talk.id, person_id, by)
    (record,) = calls.export(None, None, by)
    calls.add_records([replace(record, id="another", note="Zonneveld")], by)


def _care(practice: Practice, person_id: str, by: By) -> None:
    """Promise, hear a complaint and learn from it, with all that belongs to it, once each."""
    after, employee = practice.desk.after, by.employee
    other = next(each for each in practice.desk.staff.everybody() if each.id != employee.id)
    new = NewFollowUp(
        kind=Kind.PROMISE,
        what="Zonneveld mailen",
        before="2026-11-25T17:00",
        owner_id=employee.id,
        person_id=person_id,
    )
    promise = after.follow_ups.add(new, by)
    after.follow_ups.change(promise, 1, replace(new, what="Bellen"), by)
    after.follow_ups.tried(promise, Reached.NOT_REACHED, "Zonneveld", by)
    after.follow_ups.hand_over(promise, other.id, "Zonneveld", by)
    after.follow_ups.not_needed(promise, "Zonneveld", by)
    after.follow_ups.reopen(promise, by)
    after.follow_ups.done(promise, Done(result="Zonneveld", helped=Helped.YES), by)
    _complain(practice, person_id, other, by)
    told = NewFeedback(sort=Sort.IDEA, text="Zonneveld", person_id=person_id)
    after.feedback.reply(after.feedback.tell(told, by), "Zonneveld", by)
    incident = after.incidents.note(
        NewIncident(facts="Zonneveld", told="Zonneveld", expires="2026-11-24"), by
    )
    after.incidents.aftercare(incident, "Zonneveld", by)
    after.incidents.expire(date(2027, 11, 24), by)
    after.mandates.add(NewMandate(may=May.SELF, label="Zonneveld", say="", whom=""), by)


def _complain(practice: Practice, person_id: str, other: Employee, by: By) -> None:
    after = practice.desk.after
    complaint = after.complaints.begin(
        NewComplaint(
            subject="Zonneveld",
            received="2026-11-12",
            form=Form.WRITTEN,
            where=Where.LETTER,
            owner_id=by.employee.id,
            regime="wkkgz",
            person_id=person_id,
        ),
        by,
    ).id
    after.complaints.write(complaint, {Field.WORDS: "Zonneveld"}, {}, by)
    after.complaints.go_to(complaint, Phase.ACKNOWLEDGE, by)
    after.complaints.extend(complaint, 4, "Zonneveld", by)
    after.complaints.hand_over(complaint, other.id, "Zonneveld", by)
    current = after.complaints.one(complaint)
    assert current is not None
    after.complaints.change(complaint, current.row_version, by, subject="Zonnevelt")
    after.letters.note_made(complaint, letters.Kind.RECEIPT, by)
    after.complaints.close(complaint, by, "Zonneveld", ask_later=False)
    after.complaints.reopen(complaint, "Zonneveld", by)
    after.complaints.export(None, None, by)
    improvement = after.learning.improve(
        NewImprovement(
            cause=after.learning.causes()[0].id,
            what="Zonneveld",
            owner_id=by.employee.id,
            review="2027-01-12",
        ),
        by,
    )
    after.learning.review(improvement, Worked.YES, "Zonneveld", by)


def test_every_action_leaves_one_entry_with_who_did_it(practice: Practice) -> None:
    first = practice.by
    sanne = _work(practice)
    entries = practice.audit()
    assert [entry.action for entry in entries] == [
        Action.EMPLOYEE_ADDED,
        Action.EMPLOYEE_CHANGED,
        Action.DESK_TAKEN,
        Action.PRACTITIONER_ADDED,
        Action.PRACTITIONER_CHANGED,
        Action.PRACTITIONER_REMOVED,
        Action.SETTING_CHANGED,
        Action.LOOK_CHANGED,
        Action.AGENDA_IMPORTED,
        Action.PROFILE_SAVED,
        Action.PROFILE_REMOVED,
        Action.SOURCE_WATCHED,
        Action.PERSON_ADDED,
        Action.PERSON_CORRECTED,
        Action.APPOINTMENT_ADDED,
        Action.APPOINTMENT_CHANGED,
        Action.APPOINTMENT_CANCELLED,
        Action.VISIT_MARKED,
        Action.VISIT_UNDONE,
        Action.PRACTITIONER_LATE,
        Action.SOURCE_REMOVED,
        Action.BSN_KEPT,
        Action.CALL_FINISHED,
        Action.CALL_ATTACHED,
        Action.CALLS_EXPORTED,
        Action.CALLS_IMPORTED,
        Action.FOLLOW_UP_ADDED,
        Action.FOLLOW_UP_CHANGED,
        Action.FOLLOW_UP_TRIED,
        Action.FOLLOW_UP_HANDED_OVER,
        Action.FOLLOW_UP_GONE,
        Action.FOLLOW_UP_REOPENED,
        Action.FOLLOW_UP_DONE,
        Action.COMPLAINT_BEGUN,
        Action.COMPLAINT_WRITTEN,
        Action.COMPLAINT_STEPPED,
        Action.COMPLAINT_EXTENDED,
        Action.COMPLAINT_HANDED_OVER,
        Action.COMPLAINT_CHANGED,
        Action.COMPLAINT_LETTER,
        Action.COMPLAINT_CLOSED,
        Action.COMPLAINT_REOPENED,
        Action.COMPLAINTS_EXPORTED,
        Action.IMPROVEMENT_ADDED,
        Action.IMPROVEMENT_REVIEWED,
        Action.FEEDBACK_TOLD,
        Action.FEEDBACK_REPLIED,
        Action.INCIDENT_NOTED,
        Action.INCIDENT_CARED,
        Action.INCIDENT_EXPIRED,
        Action.MANDATE_CHANGED,
    ]
    assert {entry.action for entry in entries} == set(Action)
    assert entries[0].employee_id == first.employee.id
    assert {entry.employee_id for entry in entries[1:]} == {sanne.employee.id}
    assert all(entry.at_utc == "2026-11-24T08:00:00.000" for entry in entries)


def test_the_audit_says_what_it_is_about_and_no_more(practice: Practice) -> None:
    _work(practice)
    text = "\n".join(f"{entry.subject_id} {entry.detail}" for entry in practice.audit())
    assert "Zonneve" not in text
    assert "De Linde" not in text
    by_action = {entry.action: entry for entry in practice.audit()}
    assert by_action[Action.PERSON_CORRECTED].detail == "surname"
    assert by_action[Action.SETTING_CHANGED].detail == "practice.name"
    marked, undone = by_action[Action.VISIT_MARKED], by_action[Action.VISIT_UNDONE]
    assert (marked.detail, undone.detail) == ("arrived", "arrived")
    assert marked.subject_id == undone.subject_id
    finished, attached = by_action[Action.CALL_FINISHED], by_action[Action.CALL_ATTACHED]
    assert finished.subject_id == attached.subject_id != ""
    assert (by_action[Action.CALLS_EXPORTED].detail, by_action[Action.CALLS_IMPORTED].detail) == (
        "1",
        "1",
    )


def test_undoing_nothing_leaves_nothing(practice: Practice) -> None:
    assert practice.desk.agenda.undo(practice.by) is None
    assert practice.audit() == []
