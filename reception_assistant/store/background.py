"""What lies behind the visits of a day, read from their source, their past and the desk."""

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from reception_assistant.agenda.background import Background, Delay, Past
from reception_assistant.agenda.visit import Booking, EventKind, Status, VisitEvent, status_of

if TYPE_CHECKING:
    from sqlite3 import Connection

_HALF_A_YEAR = timedelta(days=183)
_LATELY = timedelta(days=7)

# Of each visit: how far its source tells, the last time that this person came before, the last
# appointment that stood before it, and how often it was moved: the moves that were seen here, and
# the appointments since the last visit that the source calls moved.
_PASTS = """
SELECT t.id, t.known_from, t.known_until, t.read_utc, t.came_at, t.last_id,
    (SELECT COUNT(DISTINCT substr(m.at_utc, 1, 10)) FROM moves m WHERE m.appointment_id = t.id)
    + (SELECT COUNT(*) FROM appointments v
        WHERE v.person_id = t.person_id AND v.starts > max(:lately, coalesce(t.came_at, ''))
            AND v.starts < :later AND v.booking = 'verzet' AND v.withdrawn_utc = ''
            AND v.practitioner_id IS t.practitioner_id AND v.animal_id IS t.animal_id
            AND NOT t.loose)
FROM (
    SELECT a.id, a.person_id, a.practitioner_id, a.animal_id, p.loose,
        s.known_from, s.known_until, s.read_utc,
        (SELECT c.starts FROM appointments c
            WHERE c.person_id = a.person_id AND c.starts < a.starts
                AND coalesce((SELECT e.kind FROM visit_events e
                        WHERE e.appointment_id = c.id AND e.kind <> 'undone'
                            AND NOT EXISTS (SELECT 1 FROM visit_events u WHERE u.undoes = e.id)
                        ORDER BY e.at_utc DESC, e.id DESC LIMIT 1),
                    CASE WHEN c.booking IN ('gepland', 'gekomen') AND c.withdrawn_utc = ''
                        THEN 'came' ELSE 'no_show' END) <> 'no_show'
            ORDER BY c.starts DESC LIMIT 1) AS came_at,
        (SELECT l.id FROM appointments l
            WHERE l.person_id = a.person_id AND l.starts < a.starts AND NOT p.loose
                AND l.booking IN ('gepland', 'gekomen', 'niet-gekomen') AND l.withdrawn_utc = ''
            ORDER BY l.starts DESC LIMIT 1) AS last_id
    FROM appointments a
    JOIN persons p ON p.id = a.person_id
    LEFT JOIN sources s ON s.id = a.source_id
    WHERE a.starts >= :day AND a.starts < :end) t
"""
_STANDING = """
SELECT a.starts, a.booking, e.id, e.kind, e.at_utc, e.employee_id, e.undoes
FROM appointments a LEFT JOIN visit_events e ON e.appointment_id = a.id WHERE a.id = ?
"""
_DELAYS = """
SELECT pr.name, d.minutes, d.at_utc
FROM delays d JOIN practitioners pr ON pr.id = d.practitioner_id
WHERE d.at_utc >= :since ORDER BY d.at_utc, d.id
"""
_MARKS_GOING_IN = """
SELECT EXISTS (
    SELECT 1 FROM appointments a JOIN visit_events e ON e.appointment_id = a.id
    WHERE a.starts >= :lately AND a.starts < :end AND e.kind = 'taken_in'
        AND NOT EXISTS (SELECT 1 FROM visit_events u WHERE u.undoes = e.id))
"""


def read_background(connection: "Connection", day: date, since_utc: str) -> Background:
    """Return what lies behind the visits of `day`; what was told of delays counts `since_utc`."""
    span = {
        "day": f"{day}",
        "end": f"{day}T~",
        "lately": f"{day - _HALF_A_YEAR}",
        "later": f"{day + _HALF_A_YEAR}",
    }
    pasts = {row[0]: _past(connection, row) for row in connection.execute(_PASTS, span).fetchall()}
    told = {row[0]: row[1:] for row in connection.execute(_DELAYS, {"since": since_utc})}
    delays = {name: Delay(*delay) for name, delay in told.items() if delay[0] is not None}
    span["lately"] = f"{day - _LATELY}"
    marked = connection.execute(_MARKS_GOING_IN, span).fetchone()[0]
    return Background(pasts, delays, bool(marked))


def _past(connection: "Connection", row: tuple[Any, ...]) -> Past:
    _id, first_day, last_day, read_utc, came_at, last_id, moved = row
    return Past(
        first_day=_day(first_day),
        last_day=_day(last_day),
        read_on=_day(read_utc),
        came_at=datetime.fromisoformat(came_at) if came_at else None,
        missed_at=_missed(connection, last_id) if last_id else None,
        moved=moved,
    )


def _missed(connection: "Connection", appointment_id: str) -> datetime | None:
    """Return when an appointment was that nobody came to; None when somebody did."""
    rows = connection.execute(_STANDING, (appointment_id,)).fetchall()
    events = [VisitEvent(row[2], EventKind(row[3]), *row[4:]) for row in rows if row[2]]
    status = status_of(Booking(rows[0][1]), events, withdrawn=False)
    return datetime.fromisoformat(rows[0][0]) if status is Status.NO_SHOW else None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text[:10]) if text else None
