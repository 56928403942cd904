"""The list of what is still to be done, read group by group: no more of it than is shown."""

from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from reception_assistant.agenda.day import Person
from reception_assistant.calls.promise import Channel
from reception_assistant.follow_ups.follow_up import FollowUp, Kind, Reached, Source
from reception_assistant.follow_ups.grouping import Group
from reception_assistant.follow_ups.listed import LIMIT, Numbers, Which
from reception_assistant.store.first_day import PERSON_COLUMNS, person_of

if TYPE_CHECKING:
    from sqlite3 import Connection

    from reception_assistant.store.driver import Rows

# The same as `waits_for_other` and `group` of the follow-ups themselves.
_WAITS = f"""(p.kind = '{Kind.THIRD_PARTY}' AND p.answer = '' AND EXISTS (
    SELECT 1 FROM promise_attempts a
    WHERE a.promise_id = p.id AND a.reached <> '{Reached.NOT_REACHED}'))"""
_AGAIN = "(p.next_try_local <> '' AND p.next_try_local < :tomorrow_local)"
_OF_GROUP = {
    Group.LATE: ("p.before_utc < :now",),
    Group.WAITING: (f"p.before_utc >= :now AND {_WAITS}",),
    Group.TODAY: (
        f"p.before_utc >= :now AND p.before_utc < :tomorrow AND NOT {_WAITS}",
        f"p.before_utc >= :tomorrow AND {_AGAIN} AND NOT {_WAITS}",
    ),
    Group.LATER: (f"p.before_utc >= :tomorrow AND NOT {_AGAIN} AND NOT {_WAITS}",),
}
"""Which are of a group; in parts that an index can find."""
_CHOSEN = {
    Which.ALL: "p.state = 'open'",
    Which.MINE: "p.state = 'open' AND p.owner_id = :mine",
    Which.CALLBACKS: f"p.state = 'open' AND p.kind = '{Kind.CALLBACK}'",
    Which.THIRD_PARTY: f"p.state = 'open' AND p.kind = '{Kind.THIRD_PARTY}'",
    Which.COMPLAINTS: "p.state = 'open' AND p.complaint_id IS NOT NULL",
}
_FACTS = """p.id, p.kind, p.what, p.before_local, p.after_local, p.next_try_local, p.owner_id,
    o.name, p.made_utc, p.person_id, p.whom, COALESCE(NULLIF(p.reach, ''),
        (SELECT c.number FROM calls c WHERE c.id = p.call_id), ''), p.third_party, p.complaint_id"""
_NUMBER_OF_FACTS = 14
_ORDER = "p.before_utc, p.made_utc, p.id"
_LINES = f"""SELECT {_FACTS}, o.active,
    (SELECT COUNT(*) FROM promise_attempts a WHERE a.promise_id = p.id),
    (SELECT COUNT(*) FROM promise_hand_overs h WHERE h.promise_id = p.id),
    {_WAITS}, {PERSON_COLUMNS.replace("p.", "n.")}
    FROM promises p
    CROSS JOIN employees o ON o.id = p.owner_id LEFT JOIN persons n ON n.id = p.person_id
    WHERE {{where}} ORDER BY {_ORDER} LIMIT :most"""
_MOST = {Group.LATE: LIMIT, Group.TODAY: LIMIT, Group.LATER: 150, Group.WAITING: 150}
"""How many are read: of what is not to be done now, as many as somebody would look through."""
_REMEMBERED = 4096


class Bounds(NamedTuple):
    """The moments between which something is of today, in UTC; `tomorrow_local` is wall time."""

    now: str
    tomorrow: str
    tomorrow_local: str


class Line(NamedTuple):
    """One of the list: its facts without what became of it, and who it is for.

    `works_here` tells whether its owner still does; `waits_for` is whom we asked and wait for.
    """

    follow_up: FollowUp
    person: Person | None
    tries: int
    hand_overs: int
    works_here: bool
    waits_for: str = ""


Lines = dict[Group, list[Line]]


def read_lines(
    connection: "Connection", which: Which, mine: str, bounds: Bounds
) -> tuple[Lines, Numbers]:
    """Return what is still to be done in its groups, and how much that is in all.

    `mine` is the id of the employee who asks.
    """
    values = {**bounds._asdict(), "mine": mine}
    lines, number = dict[Group, list[Line]](), dict[Group, int]()
    for group, parts in _OF_GROUP.items():
        found = _lines(
            connection, [f"{_CHOSEN[which]} AND {part}" for part in parts], values, group
        )
        lines[group], number[group] = found
    if number[Group.LATER] == _MOST[Group.LATER]:
        # All but the others: that is counted without looking at each of them.
        others = sum(number.values()) - number[Group.LATER]
        number[Group.LATER] = _counted(connection, _CHOSEN[which], values) - others
    numbers = (number[each] for each in (Group.LATE, Group.TODAY, Group.LATER, Group.WAITING))
    return lines, Numbers(*numbers)


def _lines(
    connection: "Connection", parts: list[str], values: dict[str, str], group: Group
) -> tuple[list[Line], int]:
    """Return the first of a group, and how many there are; of what is later only those read."""
    most = _MOST[group]
    given = {**values, "most": most}
    rows: Rows = [
        row
        for part in parts
        for row in connection.execute(_LINES.format(where=part), given).fetchall()
    ]
    lines = [_line(row) for row in rows]
    if len(parts) > 1:
        lines = sorted(lines, key=_due)[:most]
    if len(rows) < most or group is Group.LATER:
        return lines, len(rows)
    return lines, sum(_counted(connection, part, values) for part in parts)


def _due(line: Line) -> tuple[str, str, str]:
    follow_up = line.follow_up
    return follow_up.before, follow_up.made_utc, follow_up.id


def _counted(connection: "Connection", where: str, values: dict[str, str]) -> int:
    row = connection.execute(f"SELECT COUNT(*) FROM promises p WHERE {where}", values).fetchone()
    return int(row[0])


def _line(row: tuple[Any, ...]) -> Line:
    key, kind, what, before, after, again, owner_id, owner, made, *rest = row[:_NUMBER_OF_FACTS]
    person_id, whom, reach, third_party, complaint_id = rest
    active, tries, hand_overs, waits, *person = row[_NUMBER_OF_FACTS:]
    follow_up = FollowUp(
        id=key,
        kind=Kind(kind),
        source=Source.DESK,
        channel=Channel.CALL,
        what=what,
        before=before,
        after=after,
        next_try=again,
        owner_id=owner_id,
        owner=owner,
        made_utc=made,
        person_id=person_id,
        whom=whom,
        reach=reach,
        third_party=third_party,
        complaint_id=complaint_id,
    )
    someone = _person(tuple(person)) if person_id else None
    waits_for = third_party if waits else ""
    return Line(follow_up, someone, tries, hand_overs, bool(active), waits_for)


@lru_cache(_REMEMBERED)
def _person(columns: tuple[Any, ...]) -> Person:
    """Return the person in these columns; most are the same at each look at the list."""
    return person_of(columns)
