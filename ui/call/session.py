"""One conversation as the screen has it: what happens in it, and who it is with."""

from typing import TYPE_CHECKING

from reception_assistant.calls.call import CallHead
from reception_assistant.desk.conversation import Conversation

if TYPE_CHECKING:
    from reception_assistant.desk.caller import Caller


class Session:
    """A conversation with what was read for it; `kept` says in words when it was saved last."""

    def __init__(self, conversation: Conversation) -> None:
        self.conversation = conversation
        self.caller: Caller | None = None
        self.kept = ""
        self.script_to_begin = ""
        """With which script it opens, as soon as the library is there."""
        self.is_ending = False
        self.is_stale = False
        """It went on at another window: what is here is not kept any more."""
        self.without_bsn = ""
        """The note as it is kept, when digits in it were a BSN; else ""."""

    @property
    def head(self) -> CallHead:
        """What is known of the conversation."""
        return self.conversation.head

    @property
    def id(self) -> str:
        """By which it is known."""
        return self.conversation.head.id

    @property
    def is_parked(self) -> bool:
        """Tell whether it was put aside."""
        return bool(self.conversation.head.parked_utc)
