"""The reader of our own CSV: one appointment per row, under a header with fixed names."""

import gc
import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime

from reception_assistant.agenda.incoming import IncomingRow, Progress, Reading, Rejected, let_go
from reception_assistant.agenda.readers.cells import tidy
from reception_assistant.agenda.readers.dates import appointment_day, time_of_day
from reception_assistant.agenda.readers.decoding import decode
from reception_assistant.agenda.readers.tables.columns import (
    NAME_PARTS,
    READ_COLUMNS,
    TAKEN_COLUMNS,
    TOLD_COLUMNS,
    known_columns,
    own_columns,
)
from reception_assistant.agenda.readers.tables.names import OwnNames
from reception_assistant.agenda.readers.tables.values import Memo, OwnValues
from reception_assistant.agenda.readers.remarks import Remarks
from reception_assistant.agenda.readers.tables.text import Header, TableText
from reception_assistant.agenda.readers.trouble import (
    NotUnderstoodError,
    UnreadableFileError,
    at_line,
    whole_file_refused,
)
from reception_assistant.i18n import _

_LONGEST_NAME = 200
_LONGEST_CELL = 2000
_ROWS_PER_STEP = 2000
_BY_SPREADSHEET = re.compile(r"-?\d(?:[.,]\d+)?E\+\d+")
_NUMBERS = ("kenmerk", "patientnummer", "telefoon")


def read_own_csv(data: bytes, *, today: date, progress: Progress | None = None) -> Reading:
    """Return every appointment in `data`, and what was not understood of it.

    Trouble with the whole file is one rejection at "bestand". `today` bounds the dates of birth.
    `progress` hears the part done now and then, and may raise `Cancelled`.
    """
    try:
        with _no_collection():
            return _OwnCsv(data, today).read(progress or _unheard)
    except UnreadableFileError as trouble:
        return whole_file_refused(trouble)


class _OwnCsv:
    """One file on its way from bytes to facts."""

    def __init__(self, data: bytes, today: date) -> None:
        decoded = decode(data)
        self._remarks = Remarks()
        for remark in decoded.remarks:
            self._remarks.say(remark)
        self._table = TableText(decoded.text)
        self._header = self._found_header()
        self._columns = own_columns(self._header, self._remarks)
        self._pick_read = self._columns.picker(READ_COLUMNS)
        self._pick_taken = self._columns.picker(TAKEN_COLUMNS)
        self._pick_told = self._columns.picker(TOLD_COLUMNS)
        self._days = Memo(appointment_day)
        self._times = Memo(time_of_day)
        self._odd: list[str] = []
        self._values = OwnValues(today, self._odd.append)
        self._names = OwnNames(self._columns, self._values)
        self._limits = [
            (place, name, _LONGEST_NAME if name in NAME_PARTS else _LONGEST_CELL)
            for place, name in enumerate(self._columns.names)
            if name
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
        let_go(self._table.lines)
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
        if "E+" in text:
            self._drop_mangled(cells)
        cells.append("")  # what a column that the file has not holds in every row
        day, time, minutes, birth_date, marks, booking = self._pick_read(cells)
        key, number, phone, treatment, practitioner = self._pick_taken(cells)
        animal, species, parent, pronunciation, remark = self._pick_told(cells)
        values = self._values
        row = IncomingRow(
            line=line,
            start=datetime.combine(self._days[day], self._times[time]),
            minutes=values.minutes[minutes],
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

    def _found_header(self) -> Header:
        header = self._table.find_header(known_columns)
        if header:
            return header
        raise UnreadableFileError(
            _("In dit bestand staan geen namen van kolommen."),
            _("Zet er een regel boven met bijvoorbeeld datum;tijd;naam."),
        )

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
        try:
            appointment_day(cells[self._columns.place("datum")])
            time_of_day(cells[self._columns.place("tijd")])
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


@contextmanager
def _no_collection() -> Iterator[None]:
    # The rows hold no cycles; looking for some while they come in doubles the time.
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _unheard(_part: float) -> None:
    """Take the place of a progress that nobody wants."""
