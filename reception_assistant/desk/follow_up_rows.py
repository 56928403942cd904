"""The lines of the list of follow-ups: for whom, what, before when, and who sees to it."""

from datetime import datetime

from reception_assistant.agenda.day import Person
from reception_assistant.agenda.marks import Mark
from reception_assistant.calls.phone import read_number
from reception_assistant.follow_ups.follow_up import FollowUp, Kind
from reception_assistant.follow_ups.grouping import Group, when_words
from reception_assistant.follow_ups.listed import Listed, Numbers, Row
from reception_assistant.i18n import _
from reception_assistant.naming.spoken import age_on, spoken_name
from reception_assistant.store.follow_up_lines import Line, Lines

_OFTEN = 2


def listed(lines: Lines, numbers: Numbers, now: datetime) -> Listed:
    """Return the list as it is shown at `now` (local wall time)."""
    rows = {
        group: tuple(_row(line, group, now) for line in found) for group, found in lines.items()
    }
    return Listed(
        rows[Group.LATE], rows[Group.TODAY], rows[Group.LATER], rows[Group.WAITING], numbers
    )


def who_words(follow_up: FollowUp, person: Person | None, now: datetime) -> str:
    """Return for whom it is, as somebody is called aloud; without a name, how to reach them."""
    if person is not None:
        age = age_on(person.birth_date, now.date()) if person.birth_date else None
        name = spoken_name(person.name, age)
        if name:
            return name
    if follow_up.kind is Kind.REVIEW and not follow_up.whom:
        return _("onze verbetering")
    return follow_up.whom or _number_shown(follow_up.reach) or _("naam onbekend")


def _number_shown(reach: str) -> str:
    number = read_number(reach) if reach else None
    return number.shown if number else reach


def owner_words(name: str, *, works_here: bool) -> str:
    """Return who sees to it, and that somebody left."""
    return name if works_here else _("{name} (werkt hier niet meer)").format(name=name)


def _row(line: Line, group: Group, now: datetime) -> Row:
    follow_up, person = line.follow_up, line.person
    return Row(
        follow_up.id,
        who_words(follow_up, person, now),
        follow_up.what,
        when_words(follow_up, now),
        owner_words(follow_up.owner, works_here=line.works_here),
        follow_up.owner_id,
        follow_up.kind,
        follow_up.person_id,
        line.tries,
        group is Group.LATE,
        line.hand_overs >= _OFTEN,
        line.waits_for,
        person is not None and Mark.NOT_ALOUD in person.marks,
    )
