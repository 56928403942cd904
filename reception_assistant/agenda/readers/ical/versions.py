"""The versions of an appointment that a calendar holds, and which of them counts."""

import re
from collections.abc import Iterable
from hashlib import sha256

from msgspec import Struct

from reception_assistant.agenda.readers.ical.components import Calendar, Component, Note
from reception_assistant.agenda.readers.ical.content import Property
from reception_assistant.i18n import _

_NUMBER = re.compile(r"\d{1,9}", re.ASCII)
_LONGEST_UID = 255
_STAMP = re.compile(r"\d{8}(?:T\d{6}Z?)?", re.ASCII)


class Version(Struct):
    """An event as one place in the file tells it.

    `original` tells who comes where a cancellation no longer does.
    """

    event: Component
    uid: str
    calendar_name: str
    cancelled: bool
    place: int
    """Counts the events of the file."""
    rank: tuple[int, str, int]
    original: Component | None = None

    @property
    def line(self) -> int:
        """Where it begins in the file."""
        return self.event.line

    @property
    def replaces(self) -> Property | None:
        """Which time of its series it replaces, None for the series or the only time."""
        return self.event.first("RECURRENCE-ID")

    @property
    def for_later_too(self) -> bool:
        """Whether it replaces all later times as well."""
        found = self.replaces
        return found is not None and found.parameter("RANGE").upper() == "THISANDFUTURE"


def grouped(calendars: Iterable[Calendar]) -> list[list[Version]]:
    """Return the events that have one UID together, in the order of the file.

    One without is on its own.
    """
    groups: list[list[Version]] = []
    by_uid: dict[str, list[Version]] = {}
    place = 0
    for calendar in calendars:
        name, cancelled = calendar.name, calendar.method == "CANCEL"
        for event in calendar.events:
            place += 1
            version = _version(event, place, name, cancelled=cancelled)
            group = by_uid.get(version.uid)
            if group is None or not version.uid:
                group = by_uid[version.uid] = []
                groups.append(group)
            group.append(version)
    return groups


def _version(event: Component, place: int, calendar_name: str, *, cancelled: bool) -> Version:
    changed = event.text("LAST-MODIFIED") or event.text("DTSTAMP")
    sequence = event.text("SEQUENCE")
    return Version(
        event=event,
        uid=read_uid(event),
        calendar_name=calendar_name,
        cancelled=cancelled or event.code("STATUS") == "CANCELLED",
        place=place,
        rank=(
            int(sequence) if _NUMBER.fullmatch(sequence) else 0,
            changed if _STAMP.fullmatch(changed) else "",
            place,
        ),
    )


def read_uid(event: Component) -> str:
    """Return the key of an event in its source; a very long one is made short."""
    uid = event.text("UID")
    return uid if len(uid) <= _LONGEST_UID else sha256(uid.encode()).hexdigest()


def newest(versions: Iterable[Version], note: Note) -> Version:
    """Return the version that counts, with a remark at each of the others.

    Highest SEQUENCE, then the latest change, then the last in the file.
    """
    first, *others = sorted(versions, key=lambda version: version.rank, reverse=True)
    for other in others:
        note(
            other.line,
            _("van deze afspraak staat er een nieuwere versie in het bestand; die telt."),
        )
    told = next((other.event for other in others if other.event.text("SUMMARY")), None)
    inherit(first, told)
    return first


def inherit(version: Version, original: Component | None) -> None:
    """Let a cancellation that does not say who comes take that from its original."""
    if version.cancelled and version.original is None and not version.event.text("SUMMARY"):
        version.original = original
