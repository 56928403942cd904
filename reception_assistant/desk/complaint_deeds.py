"""What every change of a complaint has in common: it is there, it is logged, and it is one deed."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from reception_assistant.audit.entry import Action
from reception_assistant.calls.bsn import without_bsn
from reception_assistant.calls.phone import read_number
from reception_assistant.changes import Changed
from reception_assistant.complaints.complaint import Complaint, Field, State
from reception_assistant.desk.acting import Acting, By, Deed
from reception_assistant.desk.practice_time import PracticeTime
from reception_assistant.errors import KnownError
from reception_assistant.i18n import _
from reception_assistant.ids import NewId
from reception_assistant.run.cleaning import sound
from reception_assistant.store import complaints as store_complaints
from reception_assistant.store.complaints import NewEvent

if TYPE_CHECKING:
    from reception_assistant.store.driver import Connection

_LONGEST = 20_000  # letters in one field
# What a terminal or a printer would take for an order, and what turns the direction of a line.
_NOT_TO_READ = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


class Change(NamedTuple):
    """A change of a complaint under way: the deed, who does it, and the complaint as it was."""

    deed: Deed
    by: By
    was: Complaint

    @property
    def connection(self) -> "Connection":
        """The connection to write with."""
        return self.deed.db.conn


class ComplaintDeeds:
    """Opens complaints to change them, and writes the step log."""

    def __init__(self, acting: Acting, time: PracticeTime, new_id: NewId) -> None:
        self.acting = acting
        self.time = time
        self.new_id = new_id

    @contextmanager
    def change(self, complaint_id: str, action: Action, by: By) -> Iterator[Change]:
        """Give a complaint to change; at the end all of it is kept, or nothing.

        Raises:
            KnownError: it is not there any more, or this employee may not do it.
        """
        with self.acting.deed(by, action, Changed.COMPLAINTS) as deed:
            deed.subject_id = complaint_id
            yield Change(deed, by, there(deed.db.conn, complaint_id))

    @contextmanager
    def open_change(self, complaint_id: str, action: Action, by: By) -> Iterator[Change]:
        """Give a complaint to change as `change` does, as long as it is open.

        Raises:
            KnownError: it is closed, or as with `change`.
        """
        with self.change(complaint_id, action, by) as change:
            refuse_closed(change.was)
            yield change

    def note(self, change: Change, kind: str, *, field: str = "", detail: str = "") -> None:
        """Add a line to the step log; never of what is private."""
        if field == Field.BETWEEN_LINES:
            return
        self.note_first(change.connection, change.was, change.by, kind, (field, detail))

    def note_first(
        self,
        connection: "Connection",
        complaint: Complaint,
        by: By,
        kind: str,
        what: tuple[str, str] = ("", ""),
    ) -> None:
        """Add a line to the step log of a complaint; `what` is of which field, and what of it."""
        event = NewEvent(
            self.new_id(),
            self.acting.now_utc(),
            by.employee.id,
            kind,
            int(complaint.phase),
            *what,
        )
        store_complaints.add_event(connection, complaint.id, event)


def there(connection: "Connection", complaint_id: str) -> Complaint:
    """Return a complaint; raises `KnownError` when it is not there any more."""
    found = store_complaints.read_complaint(connection, complaint_id)
    if found is None:
        raise KnownError(
            _("Deze klacht is er niet meer."),
            _("Er is niets veranderd. Zoek haar nog eens op in de lijst."),
        )
    return found


def refuse_closed(complaint: Complaint) -> None:
    """Raise `KnownError` when nothing is done about it any more."""
    if complaint.state is State.CLOSED:
        raise KnownError(
            _("Deze klacht is gesloten. Er is niets veranderd."),
            _("Open haar eerst weer als er nog iets moet gebeuren."),
        )


def clean(text: str) -> str:
    """Return what was written as it may be kept: without any BSN, and letters only.

    Raises:
        KnownError: there is more of it than anybody reads.
    """
    if len(text) > _LONGEST:
        raise KnownError(
            _("Deze tekst is te lang om te bewaren. Hij staat er nog."),
            _("Houd het belangrijkste over, en probeer het dan nog eens."),
        )
    return without_bsn(_NOT_TO_READ.sub("", sound(text))).text


def kept_reach(text: str) -> str:
    """Return how to reach somebody as it may be kept; a telephone number stays as it is."""
    reach = text.strip()
    kept = clean(reach)
    if kept == reach or any(map(str.isalpha, reach)):
        return kept
    return reach if read_number(reach) else kept
