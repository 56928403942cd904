"""From lines to events: what stands between BEGIN and END, however badly it is closed."""

import re
from collections.abc import Callable

from msgspec import Struct, field

from reception_assistant.agenda.incoming import Progress
from reception_assistant.agenda.readers.cells import visible
from reception_assistant.agenda.readers.ical.content import (
    Property,
    clean,
    read_property,
    text_of,
)
from reception_assistant.agenda.readers.ical.lines import CalendarLines
from reception_assistant.i18n import _

Note = Callable[[int, str], None]
"""Hears a remark about a line; the text goes on after "Regel 3: "."""

_LINES_PER_STEP = 20_000
_NAME = re.compile(r"\s*([A-Za-z0-9_-]+)\s*([:;])")
_TOP = frozenset({"VCALENDAR", "VEVENT", "VTODO", "VJOURNAL", "VFREEBUSY", "VTIMEZONE"})
_OBSERVANCES = frozenset({"STANDARD", "DAYLIGHT"})
_OF_EVENT = (
    "UID RECURRENCE-ID SEQUENCE LAST-MODIFIED DTSTAMP DTSTART DTEND DURATION RRULE EXRULE RDATE"
    " EXDATE SUMMARY DESCRIPTION CATEGORIES ORGANIZER ATTENDEE STATUS CLASS"
    " X-MICROSOFT-CDO-ALLDAYEVENT"
)
_OF_OBSERVANCE = frozenset({"DTSTART", "TZOFFSETFROM", "TZOFFSETTO", "RRULE", "RDATE"})
_KEPT = {
    "VCALENDAR": frozenset({"METHOD", "PRODID", "X-WR-CALNAME", "NAME"}),
    "VEVENT": frozenset(_OF_EVENT.split()),
    "VTIMEZONE": frozenset({"TZID", "X-LIC-LOCATION"}),
} | dict.fromkeys(_OBSERVANCES, _OF_OBSERVANCE)


class Component(Struct):
    """An event, a time zone or a part of one, with the lines of the properties that we use."""

    kind: str
    line: int
    written: dict[str, list[tuple[int, str]]] = field(default_factory=dict)
    parts: list["Component"] = field(default_factory=list)

    def all(self, name: str) -> list[Property]:
        """Return every property with this name, in the order of the file."""
        return [read_property(line, text) for line, text in self.written.get(name, ())]

    def first(self, name: str) -> Property | None:
        """Return the first property with this name."""
        found = self.written.get(name)
        return read_property(*found[0]) if found else None

    def text(self, name: str) -> str:
        """Return the text of the first property with this name, empty when there is none."""
        found = self.first(name)
        return text_of(found) if found else ""

    def code(self, name: str) -> str:
        """Return a word with a fixed meaning, in capitals."""
        return self.text(name).upper()


class Calendar(Struct):
    """One VCALENDAR of the file, or what stands outside any."""

    properties: Component
    events: list[Component] = field(default_factory=list)

    @property
    def method(self) -> str:
        """What the calendar was sent for: "REQUEST", "CANCEL"; empty for a whole one."""
        return self.properties.code("METHOD")

    @property
    def product(self) -> str:
        """The program that wrote it."""
        return self.properties.text("PRODID")

    @property
    def name(self) -> str:
        """What the calendar is called."""
        return self.properties.text("X-WR-CALNAME") or self.properties.text("NAME")


class CalendarFile(Struct):
    """All that a file holds; `broken_off` is an event of which the end is missing."""

    calendars: list[Calendar] = field(default_factory=list)
    zones: dict[str, Component] = field(default_factory=dict)
    todos: int = 0
    whole: bool = True
    broken_off: Component | None = None


def read_components(lines: CalendarLines, note: Note, progress: Progress) -> CalendarFile:
    """Return the events in `lines`; `note` hears what is strange about them.

    `progress` hears the part done, and may raise `Cancelled`.
    """
    return _Cutter(note).cut(lines, progress)


class _Cutter:
    """Goes through the lines and knows in what it stands: a calendar, an event, a part of it."""

    def __init__(self, note: Note) -> None:
        self._note = note
        self._file = CalendarFile()
        self._calendar: Calendar | None = None
        self._component: Component | None = None
        self._inner: Component | None = None
        self._outside: Calendar | None = None

    def cut(self, lines: CalendarLines, progress: Progress) -> CalendarFile:
        """Return what the lines hold."""
        for line, written in enumerate(lines.lines, 1):
            if line % _LINES_PER_STEP == 0:
                progress(line / len(lines.lines))
            if not written:
                continue
            text = visible(written) if lines.hidden else written
            found = _NAME.match(text)
            if not found:
                self._tell_stray(line)
                continue
            name = found[1].upper()
            if name == "BEGIN":
                self._begin(line, clean(text[found.end() :]).upper())
            elif name == "END":
                self._end(line, clean(text[found.end() :]).upper())
            elif self._keep(name, line, text) and text != written:
                self._note(line, _("hier stonden onzichtbare tekens; die zijn weggelaten."))
        return self._finished()

    def _begin(self, line: int, kind: str) -> None:
        if kind not in _TOP:
            if self._component is None:
                self._component = Component(kind, line)
            elif self._inner is None:
                self._inner = Component(kind, line)
            return
        self._leave()
        if kind == "VCALENDAR":
            self._file.whole = self._file.whole and not self._calendar
            self._calendar = Calendar(Component(kind, line))
            self._file.calendars.append(self._calendar)
        else:
            self._component = Component(kind, line)

    def _end(self, line: int, kind: str) -> None:
        if self._inner and kind not in _TOP:
            if kind == self._inner.kind:
                self._leave_inner()
        elif self._component and kind == self._component.kind:
            if self._inner:
                self._note(
                    line, _("hier ontbreekt het einde van een onderdeel; kijk deze afspraak na.")
                )
            self._close()
        elif kind == "VCALENDAR":
            self._leave()
            self._calendar = None

    def _keep(self, name: str, line: int, text: str) -> bool:
        """Keep a property if we use it where it stands; return whether we do."""
        inside = self._inner or self._component
        if inside is None and self._calendar:
            inside = self._calendar.properties
        if inside is None or name not in _KEPT.get(inside.kind, ()):
            return False
        inside.written.setdefault(name, []).append((line, text))
        return True

    def _tell_stray(self, line: int) -> None:
        if self._component and self._component.kind == "VEVENT" and not self._inner:
            self._note(line, _("dit hoort nergens bij; deze regel is overgeslagen."))

    def _leave(self) -> None:
        """Close what stands open where something else begins or the calendar ends."""
        if self._component:
            if self._component.kind == "VEVENT":
                self._note(
                    self._component.line,
                    _("het einde van deze afspraak ontbreekt (END:VEVENT); kijk die na."),
                )
            self._close()

    def _leave_inner(self) -> None:
        if self._inner and self._component and self._inner.kind in _OBSERVANCES:
            self._component.parts.append(self._inner)
        self._inner = None

    def _close(self) -> None:
        self._leave_inner()
        component, self._component = self._component, None
        if component is None:
            return
        if component.kind == "VEVENT":
            self._here().events.append(component)
        elif component.kind == "VTIMEZONE":
            self._file.zones.setdefault(component.text("TZID"), component)
        elif component.kind == "VTODO":
            self._file.todos += 1

    def _here(self) -> Calendar:
        if self._calendar:
            return self._calendar
        if self._outside is None:
            self._outside = Calendar(Component("VCALENDAR", 0))
            self._file.calendars.append(self._outside)
        return self._outside

    def _finished(self) -> CalendarFile:
        open_event = self._component
        if open_event and open_event.kind == "VEVENT":
            self._file.broken_off = open_event
            self._component = None
        elif open_event:
            self._close()
        if self._calendar or open_event:
            self._file.whole = False
        return self._file
