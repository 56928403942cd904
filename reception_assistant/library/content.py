"""Everything that a library holds, as it is used: published scripts and the lists beside them."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple, TypeVar

from reception_assistant.library.finding import Places
from reception_assistant.library.lists import Allowed, Mandate, Outcome, Reason, StopSign
from reception_assistant.library.sample_person import SamplePerson
from reception_assistant.library.script import Script

_Item = TypeVar("_Item", Reason, Outcome)


class ScriptFile(NamedTuple):
    """A script as it was read: from which file, and on which line each part stands."""

    file: str
    script: Script
    places: Places = Places()


class Version(NamedTuple):
    """A published version of a script, which never changes."""

    id: str
    script: Script


class Lists(NamedTuple):
    """The side files of a pack, or those of the practice."""

    reasons: tuple[Reason, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    mandates: tuple[Mandate, ...] = ()
    stop_signs: tuple[StopSign, ...] = ()
    allowed: tuple[Allowed, ...] = ()
    persons: tuple[SamplePerson, ...] = ()

    def reason(self, key: str) -> Reason | None:
        """Return the reason with this id, or with this alias."""
        return _named(self.reasons, key)

    def outcome(self, key: str) -> Outcome | None:
        """Return the outcome with this id, or with this alias."""
        return _named(self.outcomes, key)


class Library(NamedTuple):
    """What may be used now: `scripts` by id, each in its published version."""

    scripts: Mapping[str, Version]
    lists: Lists = Lists()

    def version(self, script_id: str) -> Version | None:
        """Return the published version of a script."""
        return self.scripts.get(script_id)


def _named(items: Iterable[_Item], key: str) -> _Item | None:
    listed = tuple(items)
    found = next((item for item in listed if item.id == key), None)
    return found or next((item for item in listed if key in item.aliases), None)
