"""By what a calendar is known again: the program that wrote it, and what it is called."""

import re

from msgspec import Struct

from reception_assistant.agenda.readers.ical.components import read_components
from reception_assistant.agenda.readers.ical.lines import calendar_lines
from reception_assistant.agenda.readers.pieces import pieces

_TOP = 65_536
_LONGEST = 200
_EVENT = re.compile(rb"^[ \t]*BEGIN:VEVENT\b", re.IGNORECASE | re.MULTILINE)


class CalendarHead(Struct, frozen=True):
    """What stands at the top of a calendar, and how many events it holds.

    `product` is the program that wrote it and `name` what it is called; of several calendars
    those of the first that tells them.
    """

    product: str
    name: str
    events: int


def calendar_head(data: bytes) -> CalendarHead:
    """Return the head of a calendar; raises `UnreadableFileError` when it is no text."""
    top = read_components(calendar_lines(data[:_TOP]), _unheard, _unseen)
    return CalendarHead(
        product=next((each.product for each in top.calendars if each.product), "")[:_LONGEST],
        name=next((each.name for each in top.calendars if each.name), "")[:_LONGEST],
        events=sum(map(_events, pieces(data, b"\n"))),
    )


def _events(piece: bytes) -> int:
    # Without the zeros, UTF-16 reads like the others.
    return len(_EVENT.findall(piece.replace(b"\0", b"").replace(b"\r", b"\n")))


def _unheard(_line: int, _text: str) -> None:
    """Pass over what is strange: whoever reads the calendar itself hears of it."""


def _unseen(_part: float) -> None:
    """Take the place of a progress that nobody wants."""
