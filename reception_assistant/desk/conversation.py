"""One conversation that is going on: who, why, which step, what is noted, what is not yet kept."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from msgspec.structs import replace

from reception_assistant.calls.call import CallHead, Direction
from reception_assistant.calls.promise import Promise
from reception_assistant.library.content import Library, Version
from reception_assistant.library.context import Mood
from reception_assistant.library.script import Script
from reception_assistant.run.event import Event, Kind
from reception_assistant.run.machine import replay, step, step_at
from reception_assistant.run.open_call import OpenCall
from reception_assistant.run.state import Place, Run


class Unsaved(NamedTuple):
    """What is not yet kept: the head, the events from `first` on, and the note (None: as kept)."""

    head: CallHead
    first: int
    events: tuple[Event, ...]
    note: str | None


class Conversation:
    """A conversation as one employee leads it; everything that a screen can do, a test can do.

    It touches no disk: what happens is kept by whoever asks `unsaved` for it, and says so with
    `note_saved`. `scripts` are the versions that run in it, by their ids; `employee_id` tells who
    is at the desk now.
    """

    def __init__(
        self,
        opened: OpenCall,
        scripts: Mapping[str, Script],
        employee_id: Callable[[], str],
        now_utc: Callable[[], str],
    ) -> None:
        self.head = opened.head
        self.note = opened.note
        self.revision = opened.revision
        """As which one it was kept last, so that two windows do not overwrite one another."""
        self.events = list(opened.events)
        self._scripts = dict(scripts)
        self._employee_id = employee_id
        self._now_utc = now_utc
        self.run: Run = replay(opened.events, self._scripts)
        self._kept_head = opened.head if opened.saved_utc else None
        self._kept_events = len(opened.events)
        self._kept_note: str | None = opened.note

    @property
    def scripts(self) -> Mapping[str, Script]:
        """The scripts that run in it, by the ids of their versions."""
        return self._scripts

    def begin(self, version: Version) -> None:
        """Begin a script; another one that was running is left."""
        self._scripts[version.id] = version.script
        self._happen(Kind.BEGUN, Place(version.id, version.script.start))
        if not self.head.script_version:
            self.head = replace(self.head, script_version=version.id)

    def answer(self, number: int, library: Library) -> None:
        """Give the answer with this number; what it leads to aside comes from `library`."""
        place, here = self.run.place, step_at(self.run.place, self._scripts)
        if here is None or not 0 <= number < len(here.answers):
            return
        aside = library.version(here.answers[number].detour)
        if aside is not None:
            self._scripts[aside.id] = aside.script
        self._happen(Kind.ANSWERED, place, number=number, name=aside.id if aside else "")

    def go_on(self) -> None:
        """Go on from a step that is only said, or end there."""
        self._happen(Kind.WENT_ON, self.run.place)

    def go_back(self) -> None:
        """Go back to what was shown before."""
        self._happen(Kind.WENT_BACK, self.run.place)

    def go_aside(self, version: Version, at: str = "") -> None:
        """Lay another script over this one; where none runs, begin it."""
        if self.run.place is None:
            self.begin(version)
            return
        self._scripts[version.id] = version.script
        self._happen(Kind.WENT_ASIDE, Place(version.id, at or version.script.start))

    def come_back(self) -> None:
        """Leave the detour for the step that it came from."""
        self._happen(Kind.CAME_BACK, self.run.place)

    def remember(self, key: str, label: str, text: str) -> None:
        """Write down what was said at this step."""
        if self.run.remembered.get(key, "") != text:
            self._happen(Kind.REMEMBERED, self.run.place, name=key, label=label, text=text)

    def miss(self, said: str) -> None:
        """Note that none of the answers fitted, and what was said."""
        self._happen(Kind.MISSING, self.run.place, text=said)

    def promise(self, promise: Promise) -> None:
        """Note what was promised."""
        self._happen(Kind.PROMISED, self.run.place, promise=promise)

    def sounds(self, mood: Mood | None) -> None:
        """Note how the other sounds from now on."""
        if mood is self.run.mood:
            return
        self._happen(Kind.MOOD, self.run.place, name=mood or "")
        self.head = replace(self.head, mood_start=self.head.mood_start or mood, mood_end=mood)

    def is_about(self, reason: str) -> None:
        """Note why the other calls."""
        self.head = replace(self.head, reason=reason)

    def is_with(self, person_id: str | None, *, unknown: bool = False) -> None:
        """Note who it is, or that this is not known."""
        self.head = replace(self.head, person_id=person_id, unknown=unknown)

    def goes(self, direction: Direction) -> None:
        """Note who began it."""
        self.head = replace(self.head, direction=direction)

    def write(self, note: str) -> None:
        """Take the note as it is now."""
        self.note = note

    def keep_digits(self) -> None:
        """Note that the digits in this note are no BSN."""
        self.head = replace(self.head, not_bsn=True)
        self._kept_note = None  # what was kept has dots in it

    def park(self) -> None:
        """Put the conversation aside."""
        self._happen(Kind.PARKED, self.run.place)
        self.head = replace(self.head, parked_utc=self._now_utc())

    def resume(self) -> None:
        """Take it up again, by whoever is here now."""
        if self.head.parked_utc:
            self._happen(Kind.RESUMED, self.run.place)
            self.head = replace(self.head, parked_utc="")

    def unsaved(self) -> Unsaved | None:
        """Return what must still be kept; None when all is."""
        note = self.note if self.note != self._kept_note else None
        events = tuple(self.events[self._kept_events :])
        if note is None and not events and self.head == self._kept_head:
            return None
        return Unsaved(self.head, self._kept_events, events, note)

    def note_saved(self, saved: Unsaved, revision: int = 0) -> None:
        """Note that this was kept; what happened since is still to be kept."""
        self.revision = revision
        self._kept_head = saved.head
        self._kept_events = max(self._kept_events, saved.first + len(saved.events))
        if saved.note is not None:
            self._kept_note = saved.note

    def _happen(
        self,
        kind: Kind,
        place: Place | None,
        *,
        number: int = -1,
        name: str = "",
        label: str = "",
        text: str = "",
        promise: Promise | None = None,
    ) -> None:
        """Let something happen, unless it changes nothing where we are."""
        event = Event(
            kind=kind,
            at_utc=self._now_utc(),
            employee_id=self._employee_id(),
            version=place.version if place else "",
            step=place.step if place else "",
            number=number,
            name=name,
            label=label,
            text=text,
            promise=promise,
        )
        after = step(self.run, event, self._scripts)
        if after == self.run and kind not in _WITHOUT_TRACE:
            return
        self.run = after
        self.events.append(event)


_WITHOUT_TRACE = frozenset({Kind.MISSING, Kind.PARKED, Kind.RESUMED})
"""Events that leave the run as it is, and yet happened."""
