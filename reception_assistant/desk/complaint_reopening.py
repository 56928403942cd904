"""Opening a complaint that was closed again: nothing is lost, and it is asked anew."""

from reception_assistant.changes import Changed
from reception_assistant.complaints.complaint import Complaint, Field, Phase, State
from reception_assistant.desk.acting import By, Deed
from reception_assistant.desk.complaint_deeds import Change, ComplaintDeeds, there
from reception_assistant.follow_ups.follow_up import Done, FollowUp, Helped, Kind
from reception_assistant.store import complaints as store_complaints


def reopen(change: Change, deeds: ComplaintDeeds, why: str) -> Complaint:
    """Let it be open, at the question whether it is solved or before, and return it so.

    `why` is kept in the step log; what is open already stays as it is.
    """
    was, connection = change.was, change.connection
    if was.state is State.OPEN:
        return was
    deeds.note(change, "reopened", detail=why)
    if was.answer(Field.SOLVED):
        written = deeds.acting.now_utc(), change.by.employee.id
        store_complaints.put_answer(connection, was.id, Field.SOLVED, "", written)
    columns = {
        "state": State.OPEN.value,
        "closed_utc": "",
        "closed_reason": "",
        "phase": int(min(was.phase, Phase.CHECK)),
    }
    store_complaints.change_complaint(connection, was.id, columns)
    return there(connection, was.id)


def reopen_unsolved(deeds: ComplaintDeeds, deed: Deed, by: By, asked: FollowUp, done: Done) -> None:
    """Let a complaint be open again when "is het opgelost?" (`asked`) was not answered with yes."""
    unsolved = done.helped in (Helped.NO, Helped.PARTLY)
    if asked.kind is not Kind.SOLVED or not asked.complaint_id or not unsolved:
        return
    change = Change(deed, by, there(deed.db.conn, asked.complaint_id))
    if change.was.state is State.CLOSED:
        reopen(change, deeds, done.result)
        deed.changed |= Changed.COMPLAINTS
