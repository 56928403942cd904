"""Who is on the line: how to address them, what to know of them, and what was said before."""

from datetime import datetime
from typing import NamedTuple

from reception_assistant.agenda.day import Following, Person, Visit
from reception_assistant.calls.past_call import PastCall
from reception_assistant.cues.cue import Cue


class Caller(NamedTuple):
    """Somebody on the line, or at the desk, as the screen shows them.

    `facts` are lines about the person ("geboren op 14-3-1958 (68 jaar)", "spreek met u", the next
    appointment); `look_at` tells that the name could not be taken apart. `visit` is given at the
    desk, with `late` as the minutes that its turn comes later; `animal` is theirs where there is
    one only; `promised` tells that a promise to them is still open.
    """

    person: Person
    spoken_name: str
    list_name: str
    facts: tuple[str, ...] = ()
    cues: tuple[Cue, ...] = ()
    history: tuple[PastCall, ...] = ()
    look_at: bool = False
    age: int | None = None
    following: Following | None = None
    visit: Visit | None = None
    late: int = 0
    animal: str = ""
    promised: bool = False

    @property
    def next_start(self) -> datetime | None:
        """When they come next."""
        return self.following.start if self.following else None
