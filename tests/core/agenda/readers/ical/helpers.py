"""Calendars written in a test, and what the reader makes of them."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from reception_assistant.agenda.incoming import IncomingRow, Reading, Window
from reception_assistant.agenda.profile import CalendarChoices
from reception_assistant.agenda.readers.ical.reader import read_calendar

ZONE = ZoneInfo("Europe/Amsterdam")
YEAR = Window(date(2026, 1, 1), date(2026, 12, 31))
at = datetime.fromisoformat


def event(*lines: str, start: str = "DTSTART:20260303T090000", title: str = "Jansen") -> str:
    """Return an event with these lines; without a start or a title when that is empty."""
    usual = [start, f"SUMMARY:{title}" if title else ""]
    return "\n".join(["BEGIN:VEVENT", *filter(None, usual), *lines, "END:VEVENT"])


def calendar(*parts: str) -> str:
    """Return a calendar that holds these events or other lines; the first is on line 3."""
    return "\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", *parts, "END:VCALENDAR", ""])


def reading(
    text: str | bytes, choices: CalendarChoices | None = None, window: Window = YEAR
) -> Reading:
    """Read a calendar; `text` is saved as UTF-8."""
    data = text if isinstance(text, bytes) else text.encode()
    return read_calendar(data, choices or CalendarChoices(), window, zone=ZONE)


def rows_of(text: str, choices: CalendarChoices | None = None) -> tuple[IncomingRow, ...]:
    """Return the rows of a calendar in which nothing is to be remarked."""
    found = reading(text, choices)
    assert (found.rejected, found.remarks) == ((), ())
    return found.rows


def row_of(*lines: str, choices: CalendarChoices | None = None, **usual: str) -> IncomingRow:
    """Return the one appointment of a calendar with an event that has these lines."""
    [row] = rows_of(calendar(event(*lines, **usual)), choices)
    return row


def starts(text: str) -> list[str]:
    """Return when the appointments of a calendar are, in order of time: "03-03 09:00"."""
    return [f"{row.start:%d-%m %H:%M}" for row in sorted(reading(text).rows, key=lambda r: r.start)]
