"""Complaints on disk: begun once, answered with versions, and found without what is private."""

from msgspec.structs import replace

from reception_assistant.complaints.complaint import (
    Extension,
    Field,
    Form,
    NewComplaint,
    Phase,
    State,
    Where,
)
from reception_assistant.complaints.listed import Search
from reception_assistant.store import complaints
from reception_assistant.store.complaints import NewEvent
from tests.helpers.practice import Practice

AT = "2026-11-24T08:00:00.000"


def new(practice: Practice) -> NewComplaint:
    return NewComplaint(
        subject="lang gewacht",
        received="2026-11-12",
        form=Form.WRITTEN,
        where=Where.LETTER,
        owner_id=practice.by.employee.id,
        regime="wkkgz",
    )


def test_a_complaint_is_begun_once(practice: Practice) -> None:
    with practice.desk.store.writing() as db:
        assert complaints.add_complaint(db.conn, "k1", new(practice), AT)
        other = replace(new(practice), subject="iets anders")
        assert not complaints.add_complaint(db.conn, "k1", other, AT)
        found = complaints.read_complaint(db.conn, "k1")
    assert found is not None
    assert (found.subject, found.phase, found.row_version) == ("lang gewacht", Phase.PREPARE, 1)
    assert complaints.read_complaint(db.conn, "k2") is None


def test_a_call_that_is_not_in_the_log_yet_is_known_all_the_same(practice: Practice) -> None:
    key = complaints.complaint_id("gesprek-1")
    told = replace(new(practice), call_id="gesprek-1", person_id="onbekend")
    with practice.desk.store.writing() as db:
        complaints.add_complaint(db.conn, key, told, AT)
        found = complaints.read_complaint(db.conn, key)
    assert found is not None
    assert (found.call_id, found.person_id) == ("gesprek-1", None)


def test_each_answer_has_its_own_version(practice: Practice) -> None:
    written = (AT, practice.by.employee.id)
    with practice.desk.store.writing() as db:
        complaints.add_complaint(db.conn, "k1", new(practice), AT)
        for text in ("Ik zat", "Ik zat er lang"):
            complaints.put_answer(db.conn, "k1", Field.WORDS, text, written)
        complaints.put_answer(db.conn, "k1", Field.WISH, "", written)
        found = complaints.read_complaint(db.conn, "k1")
    assert found is not None
    assert found.answers == {"woorden": "Ik zat er lang", "wens": ""}
    assert found.versions == {"woorden": 2, "wens": 1}
    assert found.row_version == 1


def test_the_step_log_stands_in_the_order_of_time(practice: Practice) -> None:
    who = practice.by.employee.id
    with practice.desk.store.writing() as db:
        complaints.add_complaint(db.conn, "k1", new(practice), AT)
        for number, kind in enumerate(("begun", "handed_over", "handed_over")):
            complaints.add_event(db.conn, "k1", NewEvent(f"e{number}", AT, who, kind, 3))
        extension = Extension(at_utc=AT, weeks=2, reason="ziek")
        complaints.add_extension(db.conn, "k1", extension, ("x1", who))
        complaints.change_complaint(db.conn, "k1", {"mandates": "kopie\nbloemetje"})
        found = complaints.read_complaint(db.conn, "k1")
        (key,) = complaints.search_keys(db.conn, Search())
    assert found is not None
    assert [event.kind for event in found.events] == ["begun", "handed_over", "handed_over"]
    assert (found.hand_overs, found.extensions) == (2, (extension,))
    assert (found.mandates, found.row_version) == (("kopie", "bloemetje"), 2)
    assert (key.weeks, key.state, key.to_answer) == (2, State.OPEN, False)


def test_what_is_private_is_not_searched(practice: Practice) -> None:
    written = (AT, practice.by.employee.id)
    with practice.desk.store.writing() as db:
        complaints.add_complaint(db.conn, "k1", new(practice), AT)
        for field in (Field.BETWEEN_LINES, Field.WISH):
            complaints.put_answer(db.conn, "k1", field, f"ziet bleek {field}", written)
        assert complaints.search_keys(db.conn, Search(text="regels")) == []
        assert len(complaints.search_keys(db.conn, Search(text="bleek wens"))) == 1
        assert complaints.search_keys(db.conn, Search(text="%")) == []
