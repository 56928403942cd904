"""What to know of somebody on the telephone: who cannot be seen, and hears only a voice."""

from collections.abc import Callable
from typing import NamedTuple

from reception_assistant.agenda.day import Person
from reception_assistant.agenda.marks import Mark
from reception_assistant.agenda.words import mark_word
from reception_assistant.cues.cue import Cue, Priority, Tone
from reception_assistant.cues.of_standing import cues_of_standing
from reception_assistant.cues.standing import Standing
from reception_assistant.i18n import _


class Calling(NamedTuple):
    """What a rule may look at: the person, and what still stands between them and the practice."""

    person: Person
    standing: Standing = Standing()


def cues_of_caller(calling: Calling) -> tuple[Cue, ...]:
    """Return what to know, the weightiest first."""
    found = [cue for rule in _RULES if (cue := rule(calling)) is not None]
    found += cues_of_standing(calling.standing)
    return tuple(sorted(found, key=lambda cue: cue.priority))


def _not_aloud(calling: Calling) -> Cue | None:
    return _marked(
        calling,
        Mark.NOT_ALOUD,
        "not_aloud",
        _("Zeg de naam niet hardop. In de wachtkamer kan iemand meeluisteren."),
        Tone.STOP,
        Priority.HARM,
    )


def _pronunciation(calling: Calling) -> Cue | None:
    sound = calling.person.pronunciation.rstrip(".")
    if not sound:
        return None
    return Cue(
        "pronunciation",
        _("Zo klinkt de naam: {sound}.").format(sound=sound),
        "",
        _("omdat de uitspraak bij deze persoon staat"),
        Tone.ATTENTION,
        Priority.WELCOME,
    )


def _hard_of_hearing(calling: Calling) -> Cue | None:
    know = _("Hoort slecht. Spreek rustig en duidelijk, met korte zinnen.")
    return _marked(calling, Mark.HARD_OF_HEARING, "hard_of_hearing", know)


def _interpreter(calling: Calling) -> Cue | None:
    know = _("Heeft een tolk. Gebruik korte zinnen en laat de tolk uitpraten.")
    return _marked(calling, Mark.INTERPRETER, "interpreter", know)


def _tense(calling: Calling) -> Cue | None:
    return _marked(calling, Mark.TENSE, "tense", _("Gespannen. Neem de tijd."))


def _marked(
    calling: Calling,
    mark: Mark,
    kind: str,
    know: str,
    tone: Tone = Tone.CALM,
    priority: Priority = Priority.CARE,
) -> Cue | None:
    if mark not in calling.person.marks:
        return None
    because = _("omdat «{mark}» bij deze persoon staat").format(mark=mark_word(mark))
    return Cue(kind, know, "", because, tone, priority)


_RULES: tuple[Callable[[Calling], Cue | None], ...] = (
    _not_aloud,
    _pronunciation,
    _hard_of_hearing,
    _interpreter,
    _tense,
)
