"""One follow-up as it is opened: how to begin, what to know, and what was before."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import TYPE_CHECKING

from msgspec.structs import replace

from reception_assistant.agenda.day import Person
from reception_assistant.agenda.marks import Mark
from reception_assistant.calls.call import CallRecord
from reception_assistant.calls.promise import Channel
from reception_assistant.calls.telling import direction_words
from reception_assistant.cues.of_caller import Calling, cues_of_caller
from reception_assistant.desk.follow_up_rows import who_words
from reception_assistant.desk.practice_time import PracticeTime
from reception_assistant.follow_ups.contradicting import contradictions
from reception_assistant.follow_ups.follow_up import FollowUp, Helped, Kind, Reached, State
from reception_assistant.follow_ups.listed import Opened, Past
from reception_assistant.follow_ups.telling import Addressee, Speaker, opening
from reception_assistant.follow_ups.waiting_words import hints, reach_words
from reception_assistant.i18n import N_, _
from reception_assistant.library.content import Lists
from reception_assistant.library.context import Age, age_band
from reception_assistant.naming.person import Pronoun
from reception_assistant.naming.spoken import age_on, pronoun, spoken_name
from reception_assistant.settings.catalogue import AT_THE_DESK, PRACTICE_NAME
from reception_assistant.staff.employee import at_the_desk
from reception_assistant.store import calls, follow_ups, people
from reception_assistant.store.library import read_lists
from reception_assistant.store.staff import read_employees, read_settings

if TYPE_CHECKING:
    from reception_assistant.store.driver import Connection

_MOST = 20
_MONTHS = (
    *(N_("jan"), N_("feb"), N_("mrt"), N_("apr"), N_("mei"), N_("jun")),
    *(N_("jul"), N_("aug"), N_("sep"), N_("okt"), N_("nov"), N_("dec")),
)

_REACHED = {
    Reached.NOT_REACHED: N_("niet bereikt"),
    Reached.VOICEMAIL: N_("ingesproken"),
    Reached.LEFT_WORD: N_("boodschap achtergelaten"),
    Reached.SPOKEN: N_("gesproken, nog niet klaar"),
}
_HELPED = {
    Helped.YES: N_("voelt zich geholpen"),
    Helped.PARTLY: N_("voelt zich deels geholpen"),
    Helped.NO: N_("voelt zich niet geholpen"),
}
_Dated = tuple[str, str]
"""A moment in UTC, and what happened."""


def opened(connection: "Connection", follow_up_id: str, here: PracticeTime) -> Opened | None:
    """Return one with all that is shown of it; None when there is none with this id."""
    found = follow_ups.read(connection, follow_up_id)
    if found is None:
        return None
    now = here.now()
    settings = read_settings(connection)
    by = at_the_desk(read_employees(connection), settings.get(AT_THE_DESK))
    person = people.read_person(connection, found.person_id) if found.person_id else None
    found = _with_reach(connection, found, person)
    to = _addressee(found, person, now.date())
    speaker = Speaker(by.name, by.id, settings.get(PRACTICE_NAME))
    return Opened(
        found,
        who_words(found, person, now),
        opening(found, to, speaker, now, here.from_utc(found.made_utc)),
        _reach_words(found, person, now.date()),
        tuple(_hints(connection, found, person, here)),
        tuple(_history(connection, found, here)),
        found.person_id,
    )


def _addressee(found: FollowUp, person: Person | None, today: date) -> Addressee:
    if person is None:
        return Addressee(found.whom)
    age = age_on(person.birth_date, today) if person.birth_date else None
    return Addressee(
        spoken_name(person.name, age),
        pronoun(person.name, age) is Pronoun.JE,
        age_band(age) is Age.CHILD,
        Mark.NOT_ALOUD not in person.marks,
    )


def _reach_words(found: FollowUp, person: Person | None, today: date) -> str:
    """Return "06 12345678 · spreek met u": how to reach whom we speak with now."""
    to_other = found.kind is Kind.THIRD_PARTY and not found.answer
    if person is None or to_other:
        return reach_words(found)
    age = age_on(person.birth_date, today) if person.birth_date else None
    je = pronoun(person.name, age) is Pronoun.JE
    told = _("spreek met je") if je else _("spreek met u")
    return " · ".join(filter(None, (reach_words(found), told)))


def _with_reach(connection: "Connection", found: FollowUp, person: Person | None) -> FollowUp:
    """Return it with a number to call: that of the person, or that they called from."""
    if found.reach or found.channel is not Channel.CALL:
        return found
    known = person.phone if person else ""
    return replace(found, reach=known or follow_ups.number_of_call(connection, found))


def _hints(
    connection: "Connection", found: FollowUp, person: Person | None, here: PracticeTime
) -> Iterator[str]:
    """Give what to know before somebody calls, the weightiest first."""
    now = here.now()
    if person is not None:
        yield from (cue.know for cue in cues_of_caller(Calling(person)))
    if found.state is not State.OPEN:
        return
    here_now = {each.id for each in read_employees(connection) if each.active}
    asked = [each for each in found.attempts if each.reached is not Reached.NOT_REACHED]
    since = here.from_utc(asked[-1].at_utc) if asked else None
    yield from hints(found, now, since, owner_left=found.owner_id not in here_now)
    if found.person_id:
        others = follow_ups.open_of(connection, found.person_id)
        for each in contradictions(others, now):
            if found.id in (each.first.id, each.second.id):
                yield each.words


def _history(connection: "Connection", found: FollowUp, here: PracticeTime) -> Iterator[Past]:
    """Give what was before, newest first."""
    lists = read_lists(connection)
    lines = list(_own(found))
    lines += [(each.started_utc, _call_words(each, lists)) for each in _calls(connection, found)]
    if found.person_id:
        closed = follow_ups.closed_of(connection, found.person_id, _MOST)
        lines += [
            (each.closed_utc or each.made_utc, _closed_words(each))
            for each in closed
            if each.id != found.id
        ]
    lines.sort(reverse=True)
    today = here.now().date()
    for moment, words in lines[:_MOST]:
        yield Past(_moment_words(here.from_utc(moment), today), words)


def _calls(connection: "Connection", found: FollowUp) -> list[CallRecord]:
    """Return the calls with this person; of who is nobody, the call that it was promised in."""
    if found.person_id:
        return calls.of_person(connection, found.person_id, _MOST)
    record = calls.read_record(connection, found.call_id) if found.call_id else None
    return [record] if record else []


def _own(found: FollowUp) -> Iterator[_Dated]:
    """Give what happened with this one itself."""
    yield (
        found.made_utc,
        _("Beloofd: {what} ({owner})").format(
            what=found.what.rstrip("."),
            owner=found.hand_overs[0].from_name if found.hand_overs else found.owner,
        ),
    )
    for attempt in found.attempts:
        tried = _("Geprobeerd: {reached} ({employee})").format(
            reached=_(_REACHED[attempt.reached]), employee=attempt.employee
        )
        yield attempt.at_utc, ". ".join(filter(None, (tried, attempt.note)))
    for given in found.hand_overs:
        yield (
            given.at_utc,
            _("Overgedragen van {giver} aan {taker}: {note}").format(
                giver=given.from_name, taker=given.to_name, note=given.note
            ),
        )
    if found.closed_utc:
        yield found.closed_utc, _closed_words(found)


def _closed_words(found: FollowUp) -> str:
    if found.state is State.GONE:
        said = _("Niet meer nodig: {what}").format(what=found.what.rstrip("."))
    else:
        said = _("Afgerond: {what}").format(what=found.what.rstrip("."))
    helped = _(_HELPED[found.helped]) if found.helped in _HELPED else ""
    return ". ".join(filter(None, (said, found.result.rstrip("."), helped)))


def _call_words(record: CallRecord, lists: Lists) -> str:
    reason, outcome = lists.reason(record.reason), lists.outcome(record.outcome)
    about = reason.label if reason else record.reason
    ended = outcome.label if outcome else record.outcome
    told = ", ".join(filter(None, (about, ended)))
    return _("Gesprek ({direction}): {told}").format(
        direction=direction_words(record.direction), told=told
    )


def _moment_words(moment: datetime, today: date) -> str:
    """Return "24 nov 08:46"; of another year the day with its year."""
    month = _(_MONTHS[moment.month - 1])
    if moment.year == today.year:
        return f"{moment.day} {month} {moment:%H:%M}"
    return f"{moment.day} {month} {moment.year}"
