"""What a script needs to speak to somebody now: its moment, and the words that are filled in."""

from datetime import datetime
from typing import NamedTuple

from reception_assistant.agenda.marks import Mark
from reception_assistant.calls.call import CallHead
from reception_assistant.calls.moments import spoken_before
from reception_assistant.calls.promise import Promise
from reception_assistant.desk.caller import Caller
from reception_assistant.i18n import _
from reception_assistant.library.context import Context, Mood, Sign, age_band
from reception_assistant.library.placeholders import Placeholder
from reception_assistant.naming.farewell import until
from reception_assistant.naming.greeting import greeting_word
from reception_assistant.naming.person import Salutation
from reception_assistant.naming.spoken import spoken_name
from reception_assistant.naming.spoken_time import (
    clock_words_in_full,
    date_words,
    number_words,
)
from reception_assistant.settings.catalogue import COUNTRY, DISCIPLINE, PRACTICE_NAME, Settings


class Speaker(NamedTuple):
    """Who speaks, and for which practice."""

    employee: str
    practice: str = ""
    discipline: str = ""
    belgian: bool = False


def speaker(settings: Settings, employee: str) -> Speaker:
    """Return who speaks here now."""
    return Speaker(
        employee,
        settings.get(PRACTICE_NAME),
        settings.get(DISCIPLINE),
        belgian=settings.get(COUNTRY) == "BE",
    )


def context_of(head: CallHead, mood: Mood | None, caller: Caller | None, by: Speaker) -> Context:
    """Return the moment of a conversation, for choosing scripts and wordings."""
    return Context(
        moment=head.direction.moment,
        discipline=by.discipline,
        reason=head.reason,
        mood=mood,
        age=age_band(caller.age) if caller else None,
        signs=signs_of(caller) if caller else frozenset(),
    )


def signs_of(caller: Caller) -> frozenset[Sign]:
    """Return the marks of somebody and of their visit, and what is still open with them."""
    marks = caller.visit.all_marks if caller.visit else caller.person.marks
    signs = {Sign(mark.value) for mark in marks}
    if caller.visit is not None and caller.visit.animal_deceased:
        signs.add(Sign.ANIMAL_DECEASED)
    if caller.promised:
        signs.add(Sign.OPEN_PROMISE)
    return frozenset(signs)


def values_of(
    caller: Caller | None, promise: Promise | None, by: Speaker, now: datetime
) -> dict[str, str]:
    """Return what is filled in; what is not known is left out.

    The name of somebody who is marked "naam niet hardop" is not known here.
    """
    following = caller.next_start if caller else None
    values = {
        Placeholder.GREETING: greeting_word(now),
        Placeholder.EMPLOYEE: by.employee,
        Placeholder.PRACTICE: by.practice or _("de praktijk"),
        Placeholder.UNTIL: until(now, following, belgian=by.belgian),
    }
    if caller is not None:
        values |= _of_caller(caller, now)
    if promise is not None:
        values[Placeholder.PROMISE_WHAT] = promise.what
        values[Placeholder.PROMISE_WHEN] = spoken_before(promise.before, now)
    return {name.value: text for name, text in values.items() if text}


def _of_caller(caller: Caller, now: datetime) -> dict[Placeholder, str]:
    visit, following = caller.visit, caller.following
    marks = visit.all_marks if visit else caller.person.marks
    aloud = Mark.NOT_ALOUD not in marks
    name = caller.person.name._replace(salutation=Salutation.UNKNOWN, title_spoken=False)
    starts = visit.start if visit else caller.next_start
    nearest = visit or following
    return {
        Placeholder.SPOKEN_NAME: caller.spoken_name if aloud else "",
        Placeholder.FULL_NAME: spoken_name(name) if aloud else "",
        Placeholder.PRACTITIONER: _with_whom(caller),
        Placeholder.TREATMENT: nearest.what_for if nearest else "",
        Placeholder.APPOINTMENT: _moment_words(starts, now),
        Placeholder.NEXT_APPOINTMENT: _moment_words(caller.next_start, now),
        Placeholder.WAITING_TIME: _minutes_words(caller.late),
        Placeholder.ANIMAL: visit.animal if visit and visit.animal else caller.animal,
    }


def _with_whom(caller: Caller) -> str:
    if caller.visit is not None:
        return caller.visit.with_whom
    return caller.following.practitioner if caller.following else ""


def _moment_words(moment: datetime | None, now: datetime) -> str:
    """Return "vandaag om half tien", "dinsdag 8 december om kwart over twee"."""
    if moment is None:
        return ""
    clock = clock_words_in_full(moment)
    if moment.date() == now.date():
        return _("vandaag om {time}").format(time=clock)
    day = date_words(moment, year=moment.year != now.year)
    return _("{day} om {time}").format(day=day, time=clock)


def _minutes_words(minutes: int) -> str:
    if minutes <= 0:
        return ""
    if minutes == 1:
        return _("een minuut")
    return _("{number} minuten").format(number=number_words(minutes))
