"""A conversation as it is kept while it goes on: enough to take it up again where it was."""

from typing import NamedTuple

from reception_assistant.calls.call import CallHead, Ending
from reception_assistant.run.event import Event


class OpenCall(NamedTuple):
    """What is kept of one conversation.

    `saved_utc` is when it was kept last, "" for one that was not kept yet; `ending` is set once it
    is over and only still has to be written into the log.
    """

    head: CallHead
    events: tuple[Event, ...] = ()
    note: str = ""
    saved_utc: str = ""
    ending: Ending | None = None
