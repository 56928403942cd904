"""A promise that is still to be kept."""

from typing import NamedTuple

from reception_assistant.calls.promise import Channel


class OpenPromise(NamedTuple):
    """What was promised, before when in words, and who sees to it; `late` when that is over."""

    id: str
    what: str
    before: str
    owner: str
    channel: Channel = Channel.CALL
    reach: str = ""
    late: bool = False
