"""The register as a file for others: CSV for a spreadsheet or JSON for a program.

The heads of the columns are part of the format. What is private stands in neither.
"""

import csv
from collections.abc import Callable, Iterator, Sequence
from io import StringIO

import msgspec
from msgspec.structs import replace

from reception_assistant.calls.cells import guarded, lines_of
from reception_assistant.complaints.complaint import Complaint, Field
from reception_assistant.complaints.regime import Due
from reception_assistant.complaints.terms import has_term
from reception_assistant.library.content import Lists

DueOf = Callable[[Complaint], Due]
"""Gives before when a complaint is to be answered."""

_DELIMITER = ";"
_HEAD = (
    "klacht",
    "binnen",
    "vorm",
    "waar",
    "regel",
    "uiterlijk",
    "stap",
    "rondes",
    "staat",
    "gesloten utc",
    "gesloten omdat",
    "eigenaar",
    "reden",
    "reden id",
    "onderwerp",
    "wie",
    "persoon id",
    "dier",
    "bereik",
)
_FIELDS = tuple(field for field in Field if field is not Field.BETWEEN_LINES)
_TAIL = ("kaders", "verlengd")
_HEADS = (*_HEAD, *(field.value for field in _FIELDS), *_TAIL)


def shared(complaint: Complaint) -> Complaint:
    """Return a complaint as others may read it."""
    answers = {field.value: complaint.answer(field) for field in _FIELDS}
    return replace(
        complaint,
        answers={name: text for name, text in answers.items() if text},
        versions={},
    )


def written_json(complaints: Sequence[Complaint]) -> str:
    """Return the complaints as JSON."""
    told = [shared(each) for each in complaints]
    return msgspec.json.format(msgspec.json.encode(told), indent=2).decode() + "\n"


def written_csv(complaints: Sequence[Complaint], lists: Lists, due_of: DueOf) -> str:
    """Return the complaints as CSV, one on each row, that a spreadsheet shows and does not run."""
    out = StringIO(newline="")
    writer = csv.writer(out, delimiter=_DELIMITER, lineterminator="\r\n")
    writer.writerow(_HEADS)
    for complaint in complaints:
        writer.writerow([guarded(cell) for cell in _cells(complaint, lists, due_of)])
    return out.getvalue()


def _cells(complaint: Complaint, lists: Lists, due_of: DueOf) -> Iterator[str]:
    """Give the cells of one complaint, in the order of the heads."""
    reason = lists.reason(complaint.reason)
    yield from (
        complaint.id,
        complaint.received,
        complaint.form.value,
        complaint.where.value,
        complaint.regime,
        due_of(complaint).legal.isoformat() if has_term(complaint) else "",
        str(int(complaint.phase)),
        str(complaint.loops),
        complaint.state.value,
        complaint.closed_utc,
        complaint.closed_reason,
        complaint.owner,
        reason.label if reason else "",
        complaint.reason,
        complaint.subject,
        complaint.whom,
        complaint.person_id or "",
        complaint.animal,
        complaint.reach,
    )
    for field in _FIELDS:
        yield complaint.answer(field)
    yield lines_of((each,) for each in complaint.mandates)
    yield lines_of((str(each.weeks), each.reason) for each in complaint.extensions)
