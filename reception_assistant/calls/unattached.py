"""A call that belongs to nobody yet."""

from typing import NamedTuple

from reception_assistant.calls.past_call import PastCall


class Unattached(NamedTuple):
    """A call to attach to somebody; `number` is as it came in, "" when it was not told."""

    call: PastCall
    number: str = ""
