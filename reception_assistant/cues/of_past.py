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
    if not seen.arriving:
        return None
    if Mark.FIRST_VISIT in seen.visit.all_marks:
        know = _("Voor het eerst hier. Wijs de weg en zeg bij wie de afspraak is.")
        say = _("Welkom! Zal ik even laten zien waar de wachtkamer is?")
        because = seen.because_marked(Mark.FIRST_VISIT)
    elif first_day := _empty_since(seen):
        know = _("Waarschijnlijk voor het eerst hier. Vraag het even.")
        say = seen.you(_("Bent u hier al eerder geweest?"), _("Ben je hier al eerder geweest?"))
        because = _("omdat de agenda sinds {day} geen eerder bezoek laat zien").format(
            day=date_words(first_day, year=True)
        )
    else:
        return None
    spoken = seen.visit.status is Status.EXPECTED and not seen.sober
    return Cue(
        "first_visit", know, say if spoken else "", because, Tone.ATTENTION, Priority.WELCOME
    )


def moved_twice(seen: Situation) -> Cue | None:
    """Tell that this appointment was moved more than once."""
    if seen.past.moved < _TWICE or not seen.arriving:
        return None
    return Cue(
        "moved_twice",
        _("Deze afspraak is al {times} keer verzet.").format(times=number_words(seen.past.moved)),
        "" if seen.sober else _("Fijn dat het nu lukt."),
        _("omdat de agenda {times} keer een andere tijd had").format(
            times=number_words(seen.past.moved)
        ),
    )


def no_show_last(seen: Situation) -> Cue | None:
    """Tell that somebody did not come the last time, without a reproach."""
    missed = seen.past.missed_at
    if missed is None or seen.visit.start - missed > _A_YEAR or not seen.arriving:
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
        _("Is er nog een afspraak nodig? Dan maken we die meteen."),
        _("omdat de agenda tot {day} geen nieuwe afspraak laat zien").format(
            day=date_words(known_until, year=known_until.year != seen.now.year)
        ),
        at_leaving=True,
    )


def _empty_since(seen: Situation) -> date | None:
    """Return since when a source that knows a year of the past has no visit of this person."""
    past = seen.past
    if past.first_day is None or past.came_at is not None or seen.visit.person.loose:
        return None
    return past.first_day if past.first_day <= seen.visit.start.date() - _A_YEAR else None


def _known_until(seen: Situation) -> date | None:
    """Return the last day of a source that reaches far enough, and was read lately."""
    past, today = seen.past, seen.now.date()
    if past.last_day is None or past.read_on is None or seen.visit.person.loose:
        return None
    far_enough = past.last_day >= today + seen.wishes.ahead_weeks * _A_WEEK
    return past.last_day if far_enough and past.read_on > today - _A_WEEK else None
