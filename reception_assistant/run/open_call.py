"""A conversation as it is kept while it goes on: enough to take it up again where it was."""

from collections.abc import Sequence
from typing import NamedTuple

from reception_assistant.calls.call import CallHead, Ending
from reception_assistant.run.event import Event


class OpenCall(NamedTuple):
    """What is kept of one conversation.

    `saved_utc` is when it was kept last, "" for one that was not kept yet; `ending` is set once it
    is over and only still has to be written into the log. `revision` counts what was changed in
    it: whoever goes on in it says which one is on the screen (`Told.seen`).
    """

    head: CallHead
    events: tuple[Event, ...] = ()
    note: str = ""
    saved_utc: str = ""
    ending: Ending | None = None
    revision: int = 0


class Told(NamedTuple):
    """What a window tells of a conversation, to be kept: all of it, or nothing.

    `events` are those from number `first` on; `note` is None when it did not change; with an
    `ending` it is over. `seen` is the revision that the window knows, None when it does not say:
    then what another window wrote in head and note is overwritten.
    """

    head: CallHead
    first: int = 0
    events: Sequence[Event] = ()
    note: str | None = None
    ending: Ending | None = None
    seen: int | None = None
