"""The day as the first window needs it: one SQL text for the visits, one for their marks."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from reception_assistant.agenda.day import Day, Following, Person, Visit
from reception_assistant.agenda.marks import Mark
from reception_assistant.agenda.visit import Booking, EventKind, VisitEvent, standing, status_of
from reception_assistant.naming.person import Country, NameUse, PersonName, Pronoun, Salutation

if TYPE_CHECKING:
    from sqlite3 import Connection

    from reception_assistant.store.driver import Rows

PERSON_COLUMNS = """p.id, p.given_name, p.call_name, p.initials, p.prefix, p.surname, p.name_use,
    p.partner_prefix, p.partner_surname, p.salutation, p.pronoun, p.title, p.title_spoken,
    p.country, p.as_received, p.birth_date, p.phone, p.pronunciation, p.marks, p.loose,
    p.corrected, p.sort_key, p.row_version"""
_PERSON_WIDTH = 23

# Of a loose person the next appointment is known only when nobody else on that day has the same
# name in a source that knows this one: else it could be the other one's. The length is asked for
# so that SQLite looks by day, and makes no index of its own over all appointments.
_VISITS = f"""
SELECT {PERSON_COLUMNS},
    a.id, a.starts, a.minutes, a.treatment, pr.name, pr.spoken, an.name, an.species, an.deceased,
    a.parent, a.marks, a.remark, a.booking, a.withdrawn_utc, a.source_id, a.row_version,
    n.starts, coalesce(nullif(npr.spoken, ''), npr.name), n.treatment
FROM appointments a
JOIN persons p ON p.id = a.person_id
LEFT JOIN practitioners pr ON pr.id = a.practitioner_id
LEFT JOIN animals an ON an.id = a.animal_id
LEFT JOIN appointments n ON n.id = (
    SELECT f.id FROM appointments f
    WHERE f.person_id = a.person_id AND f.starts > max(a.starts, :now)
        AND f.booking = 'gepland' AND f.withdrawn_utc = ''
        AND NOT (p.loose AND EXISTS (
            SELECT 1 FROM sources s
            CROSS JOIN source_persons ps ON ps.source_id = s.id AND ps.person_id = a.person_id
            CROSS JOIN appointments o ON o.starts >= :day AND o.starts < :end
            CROSS JOIN source_persons os ON os.source_id = s.id AND os.person_id = o.person_id
            WHERE o.id <> a.id AND length(o.withdrawn_utc) = 0 AND os.name_key = ps.name_key))
    ORDER BY f.starts LIMIT 1)
LEFT JOIN practitioners npr ON npr.id = n.practitioner_id
WHERE a.starts >= :day AND a.starts < :end
ORDER BY a.starts_utc, p.sort_key, a.id
"""

_EVENTS = """
SELECT e.appointment_id, e.id, e.kind, e.at_utc, e.employee_id, e.undoes
FROM appointments a JOIN visit_events e ON e.appointment_id = a.id
WHERE a.starts >= :day AND a.starts < :end
"""

_APART = "\x1f"
_LAST_MINUTE = "~"  # sorts after every hour of the day


def read_day(connection: "Connection", day: date, now: datetime | None) -> Day:
    """Return the visits of `day`; what comes next is looked for after `now` (local wall time)."""
    moment = "" if now is None else f"{now:%Y-%m-%dT%H:%M}"
    span = {"day": f"{day:%Y-%m-%d}", "end": f"{day:%Y-%m-%d}T{_LAST_MINUTE}", "now": moment}
    events: dict[str, list[VisitEvent]] = {}
    for row in connection.execute(_EVENTS, span):
        events.setdefault(row[0], []).append(
            VisitEvent(row[1], EventKind(row[2]), row[3], row[4], row[5])
        )
    rows: Rows = connection.execute(_VISITS, span).fetchall()
    return Day(day, tuple(_visit(row, events) for row in rows))


def person_of(row: tuple[Any, ...]) -> Person:
    """Return the person in `PERSON_COLUMNS` of a row."""
    name = PersonName(
        given_name=row[1],
        call_name=row[2],
        initials=row[3],
        prefix=row[4],
        surname=row[5],
        name_use=NameUse(row[6]),
        partner_prefix=row[7],
        partner_surname=row[8],
        salutation=Salutation(row[9]),
        pronoun=Pronoun(row[10]),
        title=row[11],
        title_spoken=bool(row[12]),
        country=Country(row[13]),
        as_received=row[14],
    )
    return Person(
        id=row[0],
        name=name,
        birth_date=date.fromisoformat(row[15]) if row[15] else None,
        phone=row[16],
        pronunciation=row[17],
        marks=marks_of(row[18]),
        loose=bool(row[19]),
        corrected=frozenset(row[20].split()),
        sort_key=as_shown(row[21]),
        version=row[22],
    )


def as_kept(sort_key: str) -> str:
    """Return a sort key as the database keeps it: Jansen before Jansens.

    Its parts are kept apart by a character that comes before every letter, so that comparing the
    whole text compares part by part.
    """
    return sort_key.replace("|", _APART)


def as_shown(kept: str) -> str:
    """Return the sort key that `as_kept` kept."""
    return kept.replace(_APART, "|")


def marks_of(text: str) -> frozenset[Mark]:
    """Return the marks in a column of marks."""
    return frozenset(Mark(word) for word in text.split()) if text else frozenset()


def marks_text(marks: frozenset[Mark]) -> str:
    """Return `marks` as a column holds them."""
    return " ".join(sorted(marks))


def _visit(row: tuple[Any, ...], events: dict[str, list[VisitEvent]]) -> Visit:
    key, starts, minutes, treatment, practitioner, called, *rest = row[_PERSON_WIDTH:]
    animal, species, deceased, parent, marks, remark, booking, *rest = rest
    withdrawn, source, version, *following = rest
    seen = standing(events.get(key, ()))
    of_visit = marks_of(marks)
    return Visit(
        id=key,
        start=datetime.fromisoformat(starts),
        person=person_of(row),
        status=status_of(Booking(booking), seen, withdrawn=bool(withdrawn)),
        since=seen[-1].at_utc if seen else "",
        minutes=minutes,
        treatment=treatment,
        practitioner=practitioner or "",
        practitioner_spoken=called or "",
        animal=animal or "",
        species=species or "",
        animal_deceased=bool(deceased) or Mark.ANIMAL_DECEASED in of_visit,
        parent=parent,
        marks=of_visit,
        remark=remark,
        following=following_of(following),
        by_hand=source is None,
        version=version,
    )


def following_of(columns: Sequence[Any]) -> Following | None:
    """Return the next appointment in the columns start, practitioner, treatment."""
    starts, practitioner, treatment = columns
    if starts is None:
        return None
    return Following(
        start=datetime.fromisoformat(starts),
        practitioner=practitioner or "",
        treatment=treatment or "",
    )
