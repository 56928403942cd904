"""What was written down in a conversation, as it may be kept: without any BSN.

As soon as somebody said of a conversation that a number in it is no BSN, its digits stay.
"""

from collections.abc import Sequence

import msgspec

from reception_assistant.calls.bsn import Cleaned, without_bsn
from reception_assistant.calls.call import CallHead, Ending
from reception_assistant.calls.promise import Promise
from reception_assistant.run.event import Event


def clean_text(text: str, head: CallHead) -> Cleaned:
    """Return what was written, and whether a BSN was taken out of it."""
    text = sound(text)
    return Cleaned(text, found=False) if head.not_bsn else without_bsn(text)


def clean_events(events: Sequence[Event], head: CallHead) -> list[Event]:
    """Return events with what was said and promised as it may be kept."""
    return [
        msgspec.structs.replace(
            event,
            text=clean_text(event.text, head).text,
            promise=_clean_promise(event.promise, head),
        )
        for event in events
    ]


def clean_ending(ending: Ending, head: CallHead) -> Ending:
    """Return an ending with what was offered and promised as it may be kept."""
    return msgspec.structs.replace(
        ending,
        alternative=clean_text(ending.alternative.strip(), head).text,
        promise=_clean_promise(ending.promise, head),
    )


def sound(text: str) -> str:
    """Return `text` without halves of letters, which no file can hold."""
    return text.encode("utf-8", "replace").decode()


def _clean_promise(promise: Promise | None, head: CallHead) -> Promise | None:
    """Return a promise as it may be kept; the number to call back stays."""
    if promise is None:
        return None
    return msgspec.structs.replace(
        promise,
        what=clean_text(promise.what.strip(), head).text,
        by=sound(promise.by.strip()),
        reach=sound(promise.reach.strip()),
    )
