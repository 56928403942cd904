"""What the figures of a year and the page for the change of shift are counted from."""

from typing import TYPE_CHECKING, Any, NamedTuple

from reception_assistant.complaints.complaint import (
    Complaint,
    Extension,
    Field,
    Form,
    State,
    Where,
    Yes,
)
from reception_assistant.complaints.overview import Promises

if TYPE_CHECKING:
    from sqlite3 import Connection

    from reception_assistant.store.driver import Rows

_OUTCOME = "uitkomst"
# Of each complaint no word of its record but the cause, and when the letter with the outcome went.
_COMPLAINTS = f"""SELECT c.id, c.received_on, c.form, c.told_where, c.regime, c.reason, c.person_id,
    c.whom, c.reach, c.loops, c.state, c.closed_utc, c.closed_reason,
    COALESCE((SELECT SUM(x.weeks) FROM complaint_extensions x WHERE x.complaint_id = c.id), 0),
    COALESCE((SELECT a.value FROM complaint_answers a
        WHERE a.complaint_id = c.id AND a.field = '{Field.CAUSE}'), ''),
    COALESCE((SELECT MIN(v.at_utc) FROM complaint_events v
        WHERE v.complaint_id = c.id AND v.kind = 'letter' AND v.detail = '{_OUTCOME}'), ''),
    c.state = '{State.CLOSED}' AND EXISTS (SELECT 1 FROM complaint_answers a
        WHERE a.complaint_id = c.id AND a.field = '{Field.SOLVED}' AND a.value = '{Yes.YES}'),
    COALESCE((SELECT v.field FROM complaint_events v
        WHERE v.complaint_id = c.id AND v.kind = 'closed' AND c.state = '{State.CLOSED}'
        ORDER BY v.at_utc DESC, v.id DESC LIMIT 1), '')
FROM complaints c WHERE c.received_on BETWEEN ? AND ? ORDER BY c.received_on, c.id"""
# Looking back at an improvement is promised to nobody outside.
_PROMISES = """SELECT
    COALESCE(SUM(state = 'kept' AND substr(closed_utc, 1, 16) <= before_utc), 0),
    COALESCE(SUM(state = 'kept' AND substr(closed_utc, 1, 16) > before_utc), 0),
    COALESCE(SUM(state = 'open'), 0),
    COALESCE(SUM(state = 'open' AND before_utc < ?), 0),
    COALESCE(SUM(state = 'gone'), 0),
    COALESCE(SUM(helped = 'ja'), 0),
    COALESCE(SUM(helped IN ('ja', 'deels', 'nee')), 0)
FROM promises
WHERE before_local >= ? AND before_local < ? AND kind <> 'terugkijken'"""
_NAMES = """SELECT name, '', '', '', '' FROM employees
UNION SELECT name, '', '', '', '' FROM practitioners
UNION SELECT whom, animal, '', '', '' FROM complaints
UNION SELECT whom, '', '', '', '' FROM feedback
UNION SELECT p.given_name, p.call_name, p.prefix || ' ' || p.surname,
    p.partner_prefix || ' ' || p.partner_surname, p.as_received
FROM persons p WHERE p.id IN (SELECT person_id FROM complaints UNION SELECT person_id FROM feedback)
"""
# The version that is published now, when it came after the moment and is not the first of what
# ships: at the first start nothing has changed.
_CHANGED = """SELECT s.id FROM scripts s JOIN script_versions v ON v.id = s.version_id
WHERE v.made_utc >= ? AND (v.number > 1 OR v.origin <> 'shipped') ORDER BY v.made_utc, s.id"""


class YearCase(NamedTuple):
    """A complaint as far as it counts, and when its outcome was told in a letter (UTC, or "").

    `solved` tells that the customer said yes before it was closed; `last` is the last day inside
    the term as it was then (ISO), "" while it is open or where that was not kept.
    """

    complaint: Complaint
    cause: str
    outcome_utc: str
    solved: bool
    last: str


def complaints_between(connection: "Connection", first: str, last: str) -> list[YearCase]:
    """Return the complaints that came in on these local days or between them."""
    rows: Rows = connection.execute(_COMPLAINTS, (first, last)).fetchall()
    return [_case(row) for row in rows]


def promises_between(connection: "Connection", first: str, after: str, now_utc: str) -> Promises:
    """Return what became of what was to be done from `first` (local) and before `after`."""
    row = connection.execute(_PROMISES, (now_utc, first, after)).fetchone()
    return Promises(*map(int, row))


def names_known(connection: "Connection") -> list[str]:
    """Return the names that may stand in a text about complaints: of all who told, and of ours."""
    return [name for row in connection.execute(_NAMES) for name in row if name.strip()]


def scripts_changed_since(connection: "Connection", moment_utc: str) -> list[str]:
    """Return the ids of the scripts that are said otherwise since then."""
    return [row[0] for row in connection.execute(_CHANGED, (moment_utc,))]


def _case(row: tuple[Any, ...]) -> YearCase:
    (key, received, form, where, regime, reason, person_id, whom, reach, loops, state) = row[:11]
    closed_utc, closed_reason, weeks, cause, outcome_utc, solved, last = row[11:]
    complaint = Complaint(
        id=key,
        subject="",
        received=received,
        form=Form(form),
        where=Where(where),
        regime=regime,
        owner_id="",
        owner="",
        made_utc="",
        reason=reason,
        person_id=person_id,
        whom=whom,
        reach=reach,
        loops=loops,
        state=State(state),
        extensions=(Extension(at_utc="", weeks=weeks, reason=""),) if weeks else (),
        closed_utc=closed_utc,
        closed_reason=closed_reason,
    )
    return YearCase(complaint, cause, outcome_utc, bool(solved), last)
