"""The reader of calendars: one appointment per event, and per time that an event comes back."""

from datetime import date
from zoneinfo import ZoneInfo

from reception_assistant.agenda.incoming import (
    Progress,
    Reading,
    Window,
    in_bulk,
    let_go,
    no_progress,
)
from reception_assistant.agenda.profile import CalendarChoices
from reception_assistant.agenda.readers.ical.components import read_components
from reception_assistant.agenda.readers.ical.events import Events
from reception_assistant.agenda.readers.ical.lines import calendar_lines
from reception_assistant.agenda.readers.ical.moments import Moments
from reception_assistant.agenda.readers.ical.rows import Rows
from reception_assistant.agenda.readers.ical.series import SeriesWriter
from reception_assistant.agenda.readers.ical.steps import Steps
from reception_assistant.agenda.readers.ical.times import Times
from reception_assistant.agenda.readers.ical.versions import grouped
from reception_assistant.agenda.readers.ical.zones import Zones
from reception_assistant.agenda.readers.remarks import Remarks
from reception_assistant.agenda.readers.trouble import UnreadableFileError, whole_file_refused
from reception_assistant.i18n import _, ngettext

_GROUPS_PER_STEP = 500
_COMPONENTS_PART = 0.5
_INVITATIONS = frozenset({"REQUEST", "REPLY", "CANCEL", "ADD", "COUNTER"})
_UNUSED = ("ATTACH", "X-")


def read_calendar(
    data: bytes,
    choices: CalendarChoices,
    window: Window,
    *,
    zone: ZoneInfo,
    progress: Progress | None = None,
) -> Reading:
    """Return every appointment in `data` in the days of `window`, and what was not understood.

    `zone` is that of the practice. Trouble with the whole file is one rejection at "bestand".
    `progress` hears the part done now and then, and may raise `Cancelled`.
    """
    progress = progress or no_progress
    progress(0.0)
    try:
        with in_bulk():
            return _CalendarReader(data, choices, window, zone, progress).read()
    except UnreadableFileError as trouble:
        return whole_file_refused(trouble)


class _CalendarReader:
    """One file on its way from bytes to facts."""

    def __init__(
        self,
        data: bytes,
        choices: CalendarChoices,
        window: Window,
        zone: ZoneInfo,
        progress: Progress,
    ) -> None:
        self._window, self._progress = window, progress
        self._notes = _Notes()
        note = self._notes.add
        self._lines = calendar_lines(data)
        self._file = read_components(
            self._lines, note, lambda part: progress(part * _COMPONENTS_PART)
        )
        if not self._file.calendars and not self._file.broken_off:
            raise UnreadableFileError(
                _("In dit bestand staat geen agenda (BEGIN:VCALENDAR ontbreekt)."),
                _("Kies een agenda die is bewaard als iCalendar, met .ics achter de naam."),
            )
        steps = Steps()
        zones = Zones(zone, self._file.zones, window, steps, note)
        moments = Moments(zones.zone, note)
        times = Times(moments, zone, note)
        self._writer = SeriesWriter(moments, times, window, steps, note)
        self._rows = Rows(self._writer, times, Events(choices, note), note)

    def read(self) -> Reading:
        """Return all that the file says of the days of the window."""
        groups = grouped(self._file.calendars)
        for done, versions in enumerate(groups, 1):
            self._rows.read_group(versions)
            if done % _GROUPS_PER_STEP == 0:
                part = done / len(groups)
                self._progress(_COMPONENTS_PART + part * (1 - _COMPONENTS_PART))
        if self._file.broken_off:
            self._rows.refuse_broken_off(self._file.broken_off)
        methods = {calendar.method for calendar in self._file.calendars}
        whole = self._file.whole and not self._rows.unfinished and not methods & _INVITATIONS
        rows, rejected, remarks = self._rows.all(), self._rows.rejected(), self._remarks(methods)
        if not (rows or rejected or remarks):
            remarks = (_("In dit bestand staat geen enkele afspraak."),)
        reading = Reading(
            rows=rows,
            columns=self._rows.columns,
            rejected=rejected,
            remarks=remarks,
            whole=whole,
            until=self._window.last if whole else None,
        )
        self._progress(1.0)
        for calendar in self._file.calendars:
            let_go(calendar.events)
        let_go(groups)
        let_go(self._lines.lines)
        return reading

    def _remarks(self, methods: set[str]) -> tuple[str, ...]:
        remarks = Remarks()
        for text in self._lines.remarks:
            remarks.say(text)
        self._tell_trouble(remarks, methods)
        self._tell_skipped(remarks)
        for line in self._lines.cut:
            if not self._lines.lines[line - 1].upper().startswith(_UNUSED):
                remarks.add(line, _("deze regel is veel te lang; alleen het begin is gelezen."))
        self._notes.tell(remarks)
        return remarks.all()

    def _tell_trouble(self, remarks: Remarks, methods: set[str]) -> None:
        if not self._file.whole:
            remarks.say(
                _(
                    "Het einde van dit bestand ontbreekt (END:VCALENDAR). Misschien is het niet "
                    "helemaal opgehaald. Wat er niet in staat, blijft daarom in de agenda."
                )
            )
        if "COUNTER" in methods:
            remarks.say(
                _(
                    "In dit bestand stelt iemand een andere tijd voor. "
                    "Kijk na of die is afgesproken."
                )
            )

    def _tell_skipped(self, remarks: Remarks) -> None:
        all_day, todos = self._rows.all_day, self._file.todos
        if all_day:
            text = ngettext(
                "{count} afspraak duurt de hele dag. Dat is geen bezoek en is overgeslagen.",
                "{count} afspraken duren de hele dag. Dat zijn geen bezoeken; "
                "die zijn overgeslagen.",
                all_day,
            )
            remarks.say(text.format(count=all_day))
        if todos:
            text = ngettext(
                "{count} taak staat ook in dit bestand; die is overgeslagen.",
                "{count} taken staan ook in dit bestand; die zijn overgeslagen.",
                todos,
            )
            remarks.say(text.format(count=todos))
        if self._writer.outside or self._writer.partly:
            remarks.say(self._outside())

    def _outside(self) -> str:
        outside, partly = self._writer.outside, self._writer.partly
        told = [
            _("Gelezen zijn de dagen van {first} tot en met {last}.").format(
                first=_numbers(self._window.first), last=_numbers(self._window.last)
            )
        ]
        if outside:
            text = ngettext(
                "Daarbuiten valt {count} afspraak; die is overgeslagen.",
                "Daarbuiten vallen {count} afspraken; die zijn overgeslagen.",
                outside,
            )
            told.append(text.format(count=outside))
        if partly:
            text = ngettext(
                "Van {count} herhaalde afspraak valt een deel daarbuiten.",
                "Van {count} herhaalde afspraken valt een deel daarbuiten.",
                partly,
            )
            told.append(text.format(count=partly))
        return " ".join(told)


class _Notes:
    """Remarks about lines, in the order in which they were thought of."""

    def __init__(self) -> None:
        self._notes: list[tuple[int, str]] = []

    def add(self, line: int, text: str) -> None:
        """Note a remark about a line."""
        self._notes.append((line, text))

    def tell(self, remarks: Remarks) -> None:
        """Add them to `remarks`, in the order of the file."""
        for line, text in sorted(self._notes, key=lambda note: note[0]):
            remarks.add(line, text)


def _numbers(day: date) -> str:
    return _("{day}-{month}-{year}").format(day=day.day, month=day.month, year=day.year)
