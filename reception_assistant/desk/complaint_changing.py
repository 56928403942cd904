"""Putting right what a complaint is: of whom, about what, and how it came."""

from typing import TypedDict

from reception_assistant.audit.entry import Action
from reception_assistant.complaints.complaint import Complaint, Form, Where
from reception_assistant.desk.acting import By
from reception_assistant.desk.complaint_beginning import checked_day, checked_subject
from reception_assistant.desk.complaint_deeds import ComplaintDeeds, clean, kept_reach, there
from reception_assistant.desk.complaint_terms import ComplaintTerms
from reception_assistant.desk.follow_up_checks import clash, kept_text
from reception_assistant.desk.noted_checks import refuse_gone_person
from reception_assistant.store import complaints as store_complaints

_COLUMNS = {"received": "received_on", "where": "told_where"}
"""The fields that the file calls otherwise."""


class Corrections(TypedDict, total=False):
    """What can be put right; what is not named stays."""

    subject: str
    reason: str
    received: str
    form: Form
    where: Where
    regime: str
    person_id: str | None
    whom: str
    animal: str
    reach: str


class ComplaintChanging:
    """Changes the head of a complaint, unless a colleague was first."""

    def __init__(self, deeds: ComplaintDeeds, terms: ComplaintTerms) -> None:
        self._deeds = deeds
        self._terms = terms

    def change(self, complaint_id: str, row_version: int, by: By, new: Corrections) -> Complaint:
        """Put some of it right; see `ComplaintsDesk.change`."""
        with self._deeds.change(complaint_id, Action.COMPLAINT_CHANGED, by) as change:
            ready = self._checked(new)
            other = {
                name: value for name, value in ready.items() if value != getattr(change.was, name)
            }
            if not other:
                change.deed.needless = True
                return change.was
            if change.was.row_version != row_version:
                raise clash()
            refuse_gone_person(change.deed, ready.get("person_id"))
            change.deed.detail = " ".join(sorted(other))
            for name in sorted(other):
                self._deeds.note(change, "changed", field=name)
            columns = {_COLUMNS.get(name, name): value for name, value in other.items()}
            store_complaints.change_complaint(change.connection, complaint_id, columns)
            return there(change.connection, complaint_id)

    def _checked(self, new: Corrections) -> Corrections:
        """Return it as it may be kept."""
        ready = new.copy()
        if "subject" in new:
            ready["subject"] = checked_subject(new["subject"])
        if "received" in new:
            ready["received"] = checked_day(new["received"], self._deeds.time.now().date())
        if "regime" in new:
            ready["regime"] = self._terms.regime(new["regime"]).id
        if "whom" in new:
            ready["whom"] = kept_text(clean(new["whom"]))
        if "animal" in new:
            ready["animal"] = kept_text(clean(new["animal"]))
        if "reach" in new:
            ready["reach"] = kept_reach(new["reach"])
        return ready
