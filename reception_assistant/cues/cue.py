"""A cue: something to know before somebody stands at the desk, and perhaps something to say."""

from datetime import datetime
from enum import IntEnum, StrEnum
from typing import NamedTuple

from reception_assistant.agenda.background import Past
from reception_assistant.agenda.day import Visit
from reception_assistant.agenda.marks import Mark
from reception_assistant.agenda.turns import Turn
from reception_assistant.agenda.visit import Status
from reception_assistant.agenda.words import mark_word
from reception_assistant.cues.standing import Standing
from reception_assistant.i18n import _
from reception_assistant.naming.person import Pronoun


class Tone(StrEnum):
    """How a cue looks: to watch, to be calm with, or to be careful with."""

    ATTENTION = "attention"
    CALM = "calm"
    STOP = "stop"


class Priority(IntEnum):
    """How much a cue weighs: the lowest comes first, equals in the order of the rules."""

    HARM = 1
    """Forgetting it hurts somebody."""
    NOW = 2
    """It is going on at this moment."""
    WELCOME = 3
    """It is needed for the first words."""
    CARE = 4
    """It makes the visit better."""


class Cue(NamedTuple):
    """What to know, what to say about it ("" for nothing), and why it is shown.

    `say` never joins a name with a reason or a treatment: it may be heard in the waiting room.
    `at_leaving` tells that it is for the goodbye.
    """

    kind: str
    know: str
    say: str
    because: str
    tone: Tone = Tone.CALM
    priority: Priority = Priority.CARE
    at_leaving: bool = False


class Wishes(NamedTuple):
    """What this practice wants to be told: limits in minutes and weeks, and birthdays or not."""

    waiting_minutes: int = 15
    late_minutes: int = 10
    ahead_weeks: int = 8
    birthdays: bool = False


class Situation(NamedTuple):
    """What a rule may look at; `now` is local wall time.

    `turn` is given when the turn comes later than planned, `waited` are the minutes in the waiting
    room where they can be known. At a `sober` visit nothing cheerful is said. `standing` is what
    was promised, asked and complained about before.
    """

    visit: Visit
    now: datetime
    pronoun: Pronoun = Pronoun.U
    sober: bool = False
    past: Past = Past()
    turn: Turn | None = None
    waited: int | None = None
    wishes: Wishes = Wishes()
    standing: Standing = Standing()

    @property
    def arriving(self) -> bool:
        """Tell whether what is said at the arrival still makes sense."""
        return self.visit.status not in (Status.TAKEN_IN, Status.LEFT)

    def because_marked(self, mark: Mark) -> str:
        """Return that a mark is why, and where it stands."""
        if mark in self.visit.person.marks:
            reason = _("omdat «{mark}» bij deze persoon staat")
        else:
            reason = _("omdat «{mark}» bij deze afspraak staat")
        return reason.format(mark=mark_word(mark))

    def you(self, u: str, je: str) -> str:
        """Return the sentence that fits how this person is spoken to."""
        return je if self.pronoun is Pronoun.JE else u
