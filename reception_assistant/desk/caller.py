"""Who is on the line: how to address them, what to know of them, and what was said before."""

from typing import NamedTuple

from reception_assistant.agenda.day import Person
from reception_assistant.calls.past_call import PastCall
from reception_assistant.cues.cue import Cue


class Caller(NamedTuple):
    """Somebody on the line, or at the desk, as the screen shows them.

    `facts` are lines about the person ("geboren op 14-3-1958 (68 jaar)", "spreek met u", the next
    appointment); `look_at` tells that the name could not be taken apart.
    """

    person: Person
    spoken_name: str
    list_name: str
    facts: tuple[str, ...] = ()
    cues: tuple[Cue, ...] = ()
    history: tuple[PastCall, ...] = ()
    look_at: bool = False
