"""One entry of the audit: who did what to which subject; never what somebody is called or said."""

from enum import StrEnum
from typing import NamedTuple


class Action(StrEnum):
    """What can be done that is worth remembering."""

    VISIT_MARKED = "visit.marked"
    VISIT_UNDONE = "visit.undone"
    AGENDA_IMPORTED = "agenda.imported"
    PROFILE_SAVED = "profile.saved"
    PROFILE_REMOVED = "profile.removed"
    SOURCE_WATCHED = "source.watched"
    SOURCE_REMOVED = "source.removed"
    APPOINTMENT_ADDED = "appointment.added"
    APPOINTMENT_CHANGED = "appointment.changed"
    APPOINTMENT_CANCELLED = "appointment.cancelled"
    PERSON_ADDED = "person.added"
    PERSON_CORRECTED = "person.corrected"
    EMPLOYEE_ADDED = "employee.added"
    EMPLOYEE_CHANGED = "employee.changed"
    PRACTITIONER_ADDED = "practitioner.added"
    PRACTITIONER_CHANGED = "practitioner.changed"
    PRACTITIONER_REMOVED = "practitioner.removed"
    PRACTITIONER_LATE = "practitioner.late"
    DESK_TAKEN = "desk.taken"
    SETTING_CHANGED = "setting.changed"
    LOOK_CHANGED = "look.changed"
    MANDATE_CHANGED = "mandate.changed"
    CALL_FINISHED = "call.finished"
    CALL_ATTACHED = "call.attached"
    CALLS_EXPORTED = "calls.exported"
    CALLS_IMPORTED = "calls.imported"
    FOLLOW_UP_ADDED = "follow_up.added"
    FOLLOW_UP_CHANGED = "follow_up.changed"
    FOLLOW_UP_TRIED = "follow_up.tried"
    FOLLOW_UP_HANDED_OVER = "follow_up.handed_over"
    FOLLOW_UP_DONE = "follow_up.done"
    FOLLOW_UP_GONE = "follow_up.gone"
    FOLLOW_UP_REOPENED = "follow_up.reopened"
    COMPLAINT_BEGUN = "complaint.begun"
    COMPLAINT_WRITTEN = "complaint.written"
    COMPLAINT_STEPPED = "complaint.stepped"
    COMPLAINT_EXTENDED = "complaint.extended"
    COMPLAINT_HANDED_OVER = "complaint.handed_over"
    COMPLAINT_CLOSED = "complaint.closed"
    COMPLAINT_REOPENED = "complaint.reopened"
    COMPLAINT_CHANGED = "complaint.changed"
    COMPLAINT_LETTER = "complaint.letter"
    COMPLAINTS_EXPORTED = "complaints.exported"
    IMPROVEMENT_ADDED = "improvement.added"
    IMPROVEMENT_REVIEWED = "improvement.reviewed"
    FEEDBACK_TOLD = "feedback.told"
    FEEDBACK_REPLIED = "feedback.replied"
    INCIDENT_NOTED = "incident.noted"
    INCIDENT_CARED = "incident.cared"
    INCIDENT_EXPIRED = "incident.expired"
    BSN_KEPT = "bsn.kept"
    """Somebody said that a number in a note is no BSN, so that its digits stayed."""


class Entry(NamedTuple):
    """One action: `detail` holds counts or names of fields."""

    id: str
    at_utc: str
    employee_id: str
    action: Action
    subject_id: str = ""
    detail: str = ""
