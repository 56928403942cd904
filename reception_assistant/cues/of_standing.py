"""What to know of promises, complaints and questions that came before."""

from collections.abc import Callable

from reception_assistant.cues.cue import Cue, Priority, Tone
from reception_assistant.cues.standing import Standing
from reception_assistant.i18n import _
from reception_assistant.naming.spoken_time import number_words

OFTEN = 2
"""After so many calls about one thing the next one is the third."""


def cues_of_standing(standing: Standing) -> list[Cue]:
    """Return what to know of it; nothing of this is said where others may hear it."""
    return [cue for rule in _RULES if (cue := rule(standing)) is not None]


def _differing(standing: Standing) -> Cue | None:
    if not standing.differing:
        return None
    because = _("omdat twee open beloften over hetzelfde gaan")
    return _cue("differing_promises", standing.differing, because)


def _promised(standing: Standing) -> Cue | None:
    if standing.promise is None:
        return None
    what, when = standing.promise
    if standing.late:
        know = _(
            "Te laat: wij beloofden «{what}», {when}. Begin daarmee, en zeg dat het u spijt. "
            "Zeg het zacht als er anderen bij zijn."
        )
        because = _("omdat deze belofte over tijd is")
    else:
        know = _("Wij beloofden: {what}. Voor wanneer: {when}.")
        because = _("omdat deze belofte nog openstaat")
    kind = "overdue_promise" if standing.late else "open_promise"
    return _cue(kind, know.format(what=what.rstrip("."), when=when), because)


def _complaint(standing: Standing) -> Cue | None:
    if not standing.complaint:
        return None
    return _cue(
        "open_complaint",
        _("Er is nog een klacht open. Vraag even apart hoe het nu gaat."),
        _("omdat de klacht van {day} nog openstaat").format(day=standing.complaint),
    )


def _ask_after(standing: Standing) -> Cue | None:
    if not standing.ask_after or standing.complaint:
        return None
    return _cue(
        "ask_after",
        _("Vraag even apart hoe het nu gaat met wat er speelde."),
        _("omdat een klacht is gesloten, en we nog vragen of het echt is opgelost"),
    )


def _third_time(standing: Standing) -> Cue | None:
    if standing.times < OFTEN:
        return None
    return _cue(
        "same_subject",
        _(
            "Al {times} keer gesproken over «{subject}». Maak het nu af, of zeg wie dat doet."
        ).format(times=number_words(standing.times), subject=standing.subject),
        _("omdat die gesprekken er sinds {day} waren").format(day=standing.since),
    )


def _cue(kind: str, know: str, because: str) -> Cue:
    return Cue(kind, know, "", because, Tone.ATTENTION, Priority.NOW)


_RULES: tuple[Callable[[Standing], Cue | None], ...] = (
    _differing,
    _promised,
    _complaint,
    _ask_after,
    _third_time,
)
