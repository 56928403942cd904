"""What is remembered of a conversation that is over: enough to see whether something new comes.

Only digests: what was said is in the log, and nowhere else.
"""

from collections.abc import Iterable
from hashlib import blake2b
from typing import NamedTuple

import msgspec
from msgspec import Struct

from reception_assistant.calls.call import CallHead, CallRecord, Ending
from reception_assistant.errors import KnownError
from reception_assistant.i18n import _
from reception_assistant.run.event import Event
from reception_assistant.run.open_call import Told


class Over(NamedTuple):
    """A conversation that is over; `about` is what is known of it beside note, end and events."""

    about: CallHead | CallRecord
    note: str
    ending: Ending
    events: Iterable[tuple[int, Event]]
    """Each with its number."""


class Tombstone(Struct, frozen=True, kw_only=True):
    """The digests of a conversation that is over; those of its events by their numbers."""

    about: str
    note: str
    ending: str
    events: dict[int, str]

    def refuse_new(self, told: Told) -> None:
        """Raise `KnownError` when `told` is more than what was kept; a true repeat is none."""
        if self._is_known(told):
            return
        raise KnownError(
            _("Dit gesprek is intussen afgerond."),
            _("Wat u hier nog schreef, staat op dit scherm. Begin er een nieuw gesprek voor."),
        )

    def _is_known(self, told: Told) -> bool:
        return (
            _about(told.head) == self.about
            and (told.note is None or _digest(told.note) == self.note)
            and (told.ending is None or _end(told.ending) == self.ending)
            and all(
                self.events.get(seq) == _of_event(event)
                for seq, event in enumerate(told.events, start=told.first)
            )
        )


def tombstone_of(over: Over) -> Tombstone:
    """Return what is to be remembered of a conversation that is over."""
    return Tombstone(
        about=_about(over.about),
        note=_digest(over.note),
        ending=_end(over.ending),
        events={seq: _of_event(event) for seq, event in over.events},
    )


def is_same_event(kept: Event, event: Event) -> bool:
    """Tell whether it is one event, also when digits were taken out of its text meanwhile."""
    return _identity(kept) == _identity(event)


def _about(facts: CallHead | CallRecord) -> str:
    """Return the digest of what the log keeps of `facts`, so that both give the same one."""
    return _digest(
        facts.direction,
        facts.number,
        facts.person_id,
        facts.reason,
        facts.mood_start,
        facts.mood_end,
    )


def _end(ending: Ending) -> str:
    """Return the digest of how it ended; who ended it the same way a moment later adds nothing."""
    return _digest(ending.outcome, ending.alternative, ending.promise)


def _of_event(event: Event) -> str:
    return _digest(*_identity(event))


def _identity(event: Event) -> tuple[object, ...]:
    return (event.kind, event.at_utc, event.employee_id, event.version, event.step, event.number)


def _digest(*facts: object) -> str:
    return blake2b(msgspec.json.encode(facts), digest_size=8).hexdigest()
