"""What to know of the times before and after: only where the agenda can know it."""

from datetime import date, timedelta

from reception_assistant.agenda.marks import Mark
from reception_assistant.agenda.visit import Status
from reception_assistant.cues.cue import Cue, Priority, Situation, Tone
from reception_assistant.i18n import _
from reception_assistant.naming.spoken_time import date_words, number_words

_A_YEAR = timedelta(days=365)
_A_WEEK = timedelta(days=7)
_TWICE = 2
_NOT_THERE = (Status.NO_SHOW, Status.CANCELLED, Status.WITHDRAWN)


def first_visit(seen: Situation) -> Cue | None:
    """Tell that somebody is here for the first time."""
    if Mark.FIRST_VISIT in seen.visit.all_marks:
        because = _("omdat «eerste bezoek» in de agenda staat")
    elif _never_came(seen):
        because = _("omdat er het afgelopen jaar geen eerdere afspraak was")
    else:
        return None
    return Cue(
        "first_visit",
        _("Voor het eerst hier. Wijs de weg en zeg wie er komt."),
        "" if seen.sober else _("Welkom! Zal ik even laten zien waar de wachtkamer is?"),
        because,
        Tone.ATTENTION,
        Priority.WELCOME,
    )


def moved_twice(seen: Situation) -> Cue | None:
    """Tell that this appointment was moved more than once."""
    if seen.past.moved < _TWICE:
        return None
    return Cue(
        "moved_twice",
        _("Deze afspraak is al {times} keer verzet.").format(times=number_words(seen.past.moved)),
        "" if seen.sober else _("Fijn dat het nu lukt."),
        _("omdat de agenda dat laat zien"),
    )


def no_show_last(seen: Situation) -> Cue | None:
    """Tell that somebody did not come the last time, without a reproach."""
    missed = seen.past.missed_at
    if missed is None or seen.visit.start - missed > _A_YEAR:
        return None
    return Cue(
        "no_show_last",
        _("Kwam de vorige keer niet. Maak er geen verwijt van."),
        "" if seen.sober else seen.you(_("Fijn dat u er bent."), _("Fijn dat je er bent.")),
        _("omdat de afspraak van {day} op «niet gekomen» staat").format(
            day=date_words(missed, year=missed.year != seen.visit.start.year)
        ),
    )


def no_next(seen: Situation) -> Cue | None:
    """Tell at the goodbye that nothing is planned, and offer to do so."""
    known_until = _known_until(seen)
    if (
        known_until is None
        or seen.sober
        or seen.visit.following is not None
        or seen.visit.status in _NOT_THERE
    ):
        return None
    return Cue(
        "no_next",
        _("Er is nog geen nieuwe afspraak."),
        _("Zullen we meteen een nieuwe afspraak maken?"),
        _("omdat de agenda tot {day} geen nieuwe afspraak laat zien").format(
            day=date_words(known_until, year=known_until.year != seen.now.year)
        ),
        at_leaving=True,
    )


def _never_came(seen: Situation) -> bool:
    """Tell whether the source knows a year of the past, and this person is not in it."""
    past = seen.past
    return (
        past.first_day is not None
        and past.first_day <= seen.visit.start.date() - _A_YEAR
        and past.came_at is None
        and not seen.visit.person.loose
    )


def _known_until(seen: Situation) -> date | None:
    """Return the last day of a source that reaches far enough, and was read lately."""
    past, today = seen.past, seen.now.date()
    if past.last_day is None or past.read_on is None or seen.visit.person.loose:
        return None
    far_enough = past.last_day >= today + seen.wishes.ahead_weeks * _A_WEEK
    return past.last_day if far_enough and past.read_on > today - _A_WEEK else None
