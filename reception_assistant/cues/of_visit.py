"""What to know of this visit: sorrow that is near, somebody who waits, a doctor who runs late."""

from datetime import timedelta

from reception_assistant.agenda.marks import Mark
from reception_assistant.agenda.turns import Turn
from reception_assistant.agenda.words import mark_word
from reception_assistant.cues.cue import Cue, Priority, Situation, Tone
from reception_assistant.i18n import _, ngettext
from reception_assistant.naming.spoken_time import clock_words

_MINUTE = timedelta(minutes=1)


def animal_deceased(seen: Situation) -> Cue | None:
    """Warn that the animal is no longer there: nothing cheerful, and no question after it."""
    if not seen.visit.animal_deceased:
        return None
    name = seen.visit.animal or _("Het dier")
    return Cue(
        "animal_deceased",
        _("{animal} is overleden. Vraag niet hoe het met het dier gaat.").format(animal=name),
        "",
        _("omdat «{mark}» in de agenda staat").format(mark=mark_word(Mark.ANIMAL_DECEASED)),
        Tone.CALM,
        Priority.HARM,
    )


def sensitive(seen: Situation) -> Cue | None:
    """Warn that something sad or heavy is going on."""
    marked = Mark.SENSITIVE in seen.visit.all_marks
    if not marked and (not seen.sober or seen.visit.animal_deceased):
        return None
    if marked:
        because = seen.because_marked(Mark.SENSITIVE)
    else:
        because = _("omdat dit op uw lijst «Afspraken met een rustige groet» staat")
    return Cue(
        "sensitive",
        _("Gevoelig bezoek. Blijf rustig, met weinig woorden."),
        "",
        because,
        Tone.CALM,
        Priority.HARM,
    )


def practitioner_late(seen: Situation) -> Cue | None:
    """Tell that the turn comes later, with the new time in words."""
    turn = seen.turn
    if turn is None or (turn.told_at is None and turn.minutes < seen.wishes.late_minutes):
        return None
    minutes = turn.minutes if turn.told_at else (turn.start - seen.visit.start) // _MINUTE
    know = ngettext(
        "{who} loopt uit: ongeveer {minutes} minuut later.",
        "{who} loopt uit: ongeveer {minutes} minuten later.",
        minutes,
    ).format(who=_capital(seen.visit.with_whom), minutes=minutes)
    say = seen.you(
        _("Het loopt wat uit. U bent rond {time} aan de beurt."),
        _("Het loopt wat uit. Je bent rond {time} aan de beurt."),
    ).format(time=clock_words(turn.start))
    return Cue("practitioner_late", know, say, _why_late(turn), Tone.ATTENTION, Priority.NOW)


def waiting_long(seen: Situation) -> Cue | None:
    """Tell that somebody has been waiting longer than this practice finds right."""
    waited, limit = seen.waited, seen.wishes.waiting_minutes
    if waited is None or waited < limit:
        return None
    thanks = seen.you(_("Dank u voor het wachten."), _("Dank je voor het wachten."))
    ask = _("Ik vraag even hoe lang het nog duurt.")
    return Cue(
        "waiting_long",
        _("Wacht al {minutes} minuten.").format(minutes=waited),
        thanks if seen.turn else f"{thanks} {ask}",
        _("omdat {limit} minuten wachten bij u lang is").format(limit=limit),
        Tone.ATTENTION,
        Priority.NOW,
    )


def _why_late(turn: Turn) -> str:
    if turn.told_at is not None:
        return _("omdat dit om {time} aan de balie is gemeld").format(time=f"{turn.told_at:%H:%M}")
    return _("omdat het bezoek van {time} nog bezig is").format(
        time=f"{turn.busy_since_plan:%H:%M}"
    )


def _capital(words: str) -> str:
    """Return `words` at the start of a sentence; what already has a capital stays as it is."""
    return words[:1].upper() + words[1:]
