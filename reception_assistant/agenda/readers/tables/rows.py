"""From the rows of a table to appointments: one for each row, or the reason why not."""

import re
from datetime import date, datetime
from zoneinfo import ZoneInfo

from reception_assistant.agenda.incoming import IncomingRow, Progress, Reading, Rejected
from reception_assistant.agenda.profile import DayOrder
from reception_assistant.agenda.readers.cells import tidy
from reception_assistant.agenda.readers.day_orders import DayOrders
from reception_assistant.agenda.readers.remarks import Remarks
from reception_assistant.agenda.readers.tables.columns import (
    NAME_PARTS,
    READ_COLUMNS,
    TAKEN_COLUMNS,
    TOLD_COLUMNS,
    Columns,
)
from reception_assistant.agenda.readers.tables.names import RowNames
from reception_assistant.agenda.readers.tables.opening import OpenTable
from reception_assistant.agenda.readers.tables.starts import Starts
from reception_assistant.agenda.readers.tables.values import CellValues
from reception_assistant.agenda.readers.tables.vocabulary import Vocabulary
from reception_assistant.agenda.readers.trouble import NotUnderstoodError, at_line
from reception_assistant.i18n import _

_LONGEST_NAME = 200
_LONGEST_CELL = 2000
_ROWS_PER_STEP = 2000
_BY_SPREADSHEET = re.compile(r"-?\d(?:[.,]\d+)?E\+\d+", re.ASCII | re.IGNORECASE)
# Without the zero or the plus in front, and perhaps with dots between the thousands.
_WITHOUT_ZERO = re.compile(
    r"(?:[1-9]\d{8}|31[1-9]\d{8}|32[1-9]\d{7,8})(?:\.0)?|[1-9]\d\d([., ])\d{3}\1\d{3}", re.ASCII
)
_MINUTES_A_DAY = 1440
_NUMBERS = ("kenmerk", "patientnummer", "telefoon")


class Rows:
    """The rows of one table on their way to facts; `zone` is that of the practice.

    `order` is which comes first in a date, day or month.
    """

    def __init__(
        self,
        table: OpenTable,
        columns: Columns,
        vocabulary: Vocabulary,
        remarks: Remarks,
        *,
        today: date,
        zone: ZoneInfo,
        order: DayOrder,
    ) -> None:
        self._remarks = remarks
        self._table, self._header = table.text, table.header
        self._columns = columns
        self._pick_read = columns.picker(READ_COLUMNS)
        self._pick_taken = columns.picker(TAKEN_COLUMNS)
        self._pick_told = columns.picker(TOLD_COLUMNS)
        self.orders = DayOrders()
        self._starts = Starts(columns, self.orders, order, zone)
        self._odd: list[str] = []
        # In our own form a wrong date of birth says nothing of the other dates.
        births = DayOrders() if columns.own else self.orders
        self._values = CellValues(today, vocabulary, self._odd.append, births, order)
        self._names = RowNames(columns, self._values)
        self._limits = [
            (place, name, _LONGEST_NAME if name in NAME_PARTS else _LONGEST_CELL)
            for name, place in columns.places.items()
        ]
        self._seen: dict[str, int] = {}
        self._seen_whole: dict[str, int] = {}
        self._rejected: list[Rejected] = []

    def read(self, progress: Progress) -> Reading:
        """Return all that the file says."""
        rows: list[IncomingRow] = []
        done, lines = 0, len(self._table.lines)
        for line in self._table.hidden:
            self._remarks.add(line, _("hier stonden onzichtbare tekens; die zijn weggelaten."))
        progress(0.0)
        records = self._table.records(
            self._header,
            refuse=self._refuse_line,
            is_row=self._is_row,
            keep_lines=self._columns.place("opmerking"),
        )
        for line, text, cells in records:
            try:
                rows.append(self._row(line, text, cells))
            except NotUnderstoodError as trouble:
                self._refuse(line, trouble.reason, cells)
            if self._odd:
                self._tell_odd(line)
            done += 1
            if done % _ROWS_PER_STEP == 0:
                progress(line / lines)
        if not done and not self._rejected:
            self._remarks.say(_("Onder de namen van de kolommen staat geen enkele afspraak."))
        progress(1.0)
        self._seen_whole.clear()  # it holds lines too
        return Reading(
            rows=tuple(rows),
            columns=self._columns.known,
            rejected=tuple(self._rejected),
            remarks=self._remarks.all(),
        )

    def _row(self, line: int, text: str, cells: list[str]) -> IncomingRow:
        if len(cells) != self._columns.width or self._columns.unnamed:
            self._fit(cells)
        if len(text) > _LONGEST_NAME and max(map(len, cells)) > _LONGEST_NAME:
            self._check_lengths(cells)
        if "E+" in text or "e+" in text:
            self._drop_mangled(cells)
        cells.append("")  # what a column that the file has not holds in every row
        day, time, minutes, birth_date, marks, booking, end = self._pick_read(cells)
        key, number, phone, treatment, practitioner = self._pick_taken(cells)
        animal, species, parent, pronunciation, remark = self._pick_told(cells)
        self._doubt_phone(phone)
        values = self._values
        start = self._starts.start(day, time)
        row = IncomingRow(
            line=line,
            start=start,
            minutes=self._minutes(start, minutes, end),
            key=key,
            number=number,
            name=self._names.name(cells),
            birth_date=values.birth_dates[birth_date],
            phone=phone,
            treatment=treatment,
            practitioner=practitioner,
            animal=animal,
            species=species,
            parent=parent,
            marks=values.marks[marks],
            pronunciation=pronunciation,
            booking=values.bookings[booking],
            remark=remark,
        )
        self._refuse_double(line, key, text)
        return row

    def _minutes(self, start: datetime, minutes: str, end: str) -> int:
        if minutes or not end:
            return self._values.minutes[minutes]
        try:
            until = self._starts.end(start, end)
        except NotUnderstoodError:
            self._odd.append(_("in de kolom eindtijd staat geen tijd; dit vak is overgeslagen."))
            return 0
        lasting = round((until - start).total_seconds()) // 60
        if 0 <= lasting <= _MINUTES_A_DAY:
            return lasting
        if lasting < 0:
            self._odd.append(_("het einde is vóór het begin; de duur bleef leeg."))
        else:
            self._odd.append(_("het einde is meer dan een dag na het begin; de duur bleef leeg."))
        return 0

    def _refuse(self, line: int, reason: str, cells: list[str]) -> None:
        # The key tells that this appointment is still in the file, though it could not be read.
        place = self._columns.place("kenmerk")
        key = cells[place] if place < min(len(cells), self._columns.width) else ""
        self._rejected.append(Rejected(at_line(line), reason, key))

    def _refuse_line(self, line: int, reason: str) -> None:
        cells = self._table.lines[line - 1].split(self._header.delimiter)
        self._refuse(line, reason, [tidy(cell.strip('" ')) for cell in cells])

    def _tell_odd(self, line: int) -> None:
        for text in self._odd:
            self._remarks.add(line, text)
        self._odd.clear()

    def _refuse_double(self, line: int, key: str, text: str) -> None:
        seen, what = (self._seen, key) if key else (self._seen_whole, text)
        first = seen.setdefault(what, line)
        if first == line:
            return
        if key:
            reason = _("Het kenmerk van deze afspraak staat ook op regel {line}.")
        else:
            reason = _("Deze afspraak staat precies zo ook op regel {line}.")
        raise NotUnderstoodError(reason.format(line=first))

    def _is_row(self, cells: list[str]) -> bool:
        places = self._columns.place("datum"), self._columns.place("tijd")
        try:
            self._starts.start(*(tidy(cells[place]) for place in places))
        except (IndexError, NotUnderstoodError):
            return False
        return True

    def _fit(self, cells: list[str]) -> None:
        width = self._columns.width
        if any(cells[width:]):
            raise NotUnderstoodError(
                _(
                    "Deze regel heeft {count} vakken en er zijn {width} kolommen. Zet "
                    "aanhalingstekens om een tekst waar het scheidingsteken in staat."
                ).format(count=len(cells), width=width)
            )
        del cells[width:]
        if len(cells) < width:
            self._odd.append(_("hier zijn minder vakken dan kolommen; de rest bleef leeg."))
            cells += [""] * (width - len(cells))
        if any(cells[place] for place in self._columns.unnamed):
            self._odd.append(_("hier staat iets in een kolom zonder naam; dat is overgeslagen."))

    def _check_lengths(self, cells: list[str]) -> None:
        for place, name, limit in self._limits:
            if len(cells[place]) > limit:
                if name in NAME_PARTS:
                    reason = _("De naam is te lang: {count} tekens, hoogstens {limit}.")
                else:
                    reason = _("Het vak {name} is te lang: {count} tekens, hoogstens {limit}.")
                raise NotUnderstoodError(
                    reason.format(name=name, count=len(cells[place]), limit=limit)
                )

    def _drop_mangled(self, cells: list[str]) -> None:
        for name in _NUMBERS:
            place = self._columns.place(name)
            if place < len(cells) and _BY_SPREADSHEET.fullmatch(cells[place]):
                cells[place] = ""
                self._odd.append(
                    _(
                        "een spreadsheet heeft de kolom {name} beschadigd (zoals 6,1E+08); "
                        "dit vak is overgeslagen."
                    ).format(name=name)
                )

    def _doubt_phone(self, phone: str) -> None:
        if _WITHOUT_ZERO.fullmatch(phone):
            self._odd.append(
                _(
                    "dit telefoonnummer begint niet met een 0. Waarschijnlijk haalde een "
                    "spreadsheet die weg; het nummer staat er zoals in het bestand."
                )
            )
