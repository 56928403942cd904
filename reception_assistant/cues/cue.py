"""A cue: something to know before somebody stands at the desk, and perhaps something to say."""

from enum import StrEnum
from typing import NamedTuple

from reception_assistant.agenda.day import Visit


class Tone(StrEnum):
    """How a cue looks: to watch, to be calm with, or to be careful with."""

    ATTENTION = "attention"
    CALM = "calm"
    STOP = "stop"


class Cue(NamedTuple):
    """What to know, what to say about it ("" for nothing), and why it is shown.

    `say` never joins a name with a reason or a treatment: it may be heard in the waiting room.
    """

    kind: str
    know: str
    say: str
    because: str
    tone: Tone = Tone.CALM


class Situation(NamedTuple):
    """What a rule may look at."""

    visit: Visit
    spoken_name: str
    age: int | None
