"""Spreadsheets (.xlsx and .ods): the cells of one sheet as the text of a table."""

import re
from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Any

from python_calamine import CalamineWorkbook

from reception_assistant.agenda.readers.remarks import Remarks
from reception_assistant.agenda.readers.tables.csv_text import (
    DELIMITER,
    CsvText,
    CsvWriter,
    number_text,
    on_one_line,
)
from reception_assistant.agenda.readers.tables.excel import BOOK, ExcelBook
from reception_assistant.agenda.readers.tables.opendocument import MIMETYPE, OpenBook
from reception_assistant.agenda.readers.tables.sheet_facts import (
    MARK,
    SafeSheet,
    SheetFacts,
)
from reception_assistant.agenda.readers.tables.zip_check import Archive, damaged, locked, too_large
from reception_assistant.agenda.readers.trouble import UnreadableFileError
from reception_assistant.i18n import _, ngettext

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_REMEMBERED = 10_000
# How LibreOffice writes a span of time that is no time of day.
_SPAN = re.compile(r"(-?)PT(\d{1,6})H(\d{1,6})M(\d{1,6})(?:\.\d+)?S", re.ASCII)


def sheet_names(data: bytes) -> tuple[str, ...]:
    """Return the names of the sheets in `data`, in the order of the file.

    Raises:
        UnreadableFileError: it is no spreadsheet that Balie reads, or not safe to open.
    """
    return tuple(sheet.name for sheet in _book(data).sheets)


def sheet_text(data: bytes, sheet: str = "") -> CsvText:
    """Return the cells of a sheet; without a name, of the first that can be a table.

    Raises:
        UnreadableFileError: it is no spreadsheet that Balie reads, not safe to open, or empty.
    """
    book = _book(data)
    place = _place_of(book, sheet) if sheet else _likely_place(book)
    safe = book.safe(place)
    remarks = _remarks(safe.facts)
    if not sheet and len(book.sheets) > 1:
        remarks.say(
            _("Dit bestand heeft {count} werkbladen. Balie leest alleen werkblad {number}.").format(
                count=len(book.sheets), number=place + 1
            )
        )
    del book  # its bytes are in the copy too
    text = _text(safe)
    if not text.strip(DELIMITER + '"\n '):
        raise UnreadableFileError(
            _("Er staat niets op dit werkblad."), _("Kies het werkblad met de afspraken.")
        )
    return CsvText(text, remarks.all())


def _book(data: bytes) -> ExcelBook | OpenBook:
    if data.startswith(_OLE):
        raise locked() if _LOCKED in data else _other_kind(_old())
    if not data.startswith(_ZIP):
        raise _other_kind(_no_spreadsheet())
    archive = Archive(data)
    book: ExcelBook | OpenBook
    if archive.has("mimetype") and archive.part("mimetype").startswith(MIMETYPE):
        book = OpenBook(archive)
    elif archive.has(BOOK):
        book = ExcelBook(archive)
    else:
        raise _other_kind(_old() if archive.has("xl/workbook.bin") else _no_spreadsheet())
    if not book.sheets:
        raise damaged()
    return book


def _place_of(book: ExcelBook | OpenBook, name: str) -> int:
    for place, sheet in enumerate(book.sheets):
        if sheet.name == name:
            return place
    raise UnreadableFileError(
        _("Het gekozen werkblad staat niet meer in dit bestand."),
        _("Kies opnieuw een werkblad."),
    )


def _likely_place(book: ExcelBook | OpenBook) -> int:
    shown = [place for place, sheet in enumerate(book.sheets) if not sheet.hidden]
    for place in shown if len(book.sheets) > 1 else ():
        if book.facts(place).filled_rows > 1:
            return place
    return (shown or [0])[0]


def _remarks(facts: SheetFacts) -> Remarks:
    remarks = Remarks()
    if facts.hidden_rows:
        remarks.say(
            ngettext(
                "Er is {count} verborgen rij; die is ook gelezen.",
                "Er zijn {count} verborgen rijen; die zijn ook gelezen.",
                facts.hidden_rows,
            ).format(count=facts.hidden_rows)
        )
    if facts.unanswered:
        remarks.say(
            ngettext(
                "In {count} vak staat een formule zonder uitkomst; dat vak is leeg gelaten. "
                "Open het bestand in Excel en sla het opnieuw op.",
                "In {count} vakken staat een formule zonder uitkomst; die zijn leeg gelaten. "
                "Open het bestand in Excel en sla het opnieuw op.",
                facts.unanswered,
            ).format(count=facts.unanswered)
        )
    wrong = _("een formule geeft hier een fout; dat vak is leeg gelaten.")
    for row in facts.error_rows:
        remarks.add(row, wrong)
    return remarks


def _text(safe: SafeSheet) -> str:
    writer = CsvWriter()
    # The same days, times and numbers come back all the time.
    as_text: dict[type, Callable[[Any], str]] = {
        kind: lru_cache(_REMEMBERED)(write) for kind, write in _AS_TEXT.items()
    }
    as_text[str] = _Texts(safe.texts).__getitem__
    false_cells = safe.facts.false_cells
    for number, row in enumerate(_rows(safe)):
        cells = [as_text[type(cell)](cell) for cell in row]
        if false_cells:
            cells = [
                "" if (number, column) in false_cells else cell for column, cell in enumerate(cells)
            ]
        writer.add(cells)
        if writer.is_full:
            raise too_large()
    return writer.text()


def _rows(safe: SafeSheet) -> Iterator[list[Any]]:
    """Give the rows of a sheet from its first on, each with its first column."""
    try:
        with CalamineWorkbook.from_filelike(safe.workbook) as workbook:
            safe.workbook.close()  # the library has taken its own copy
            sheet = workbook.get_sheet_by_name(safe.name)
        if sheet.start is None:
            return
        before = [""] * sheet.start[1]
        for row in sheet.iter_rows():
            yield before + row
    except (KeyboardInterrupt, SystemExit, GeneratorExit):
        raise
    except BaseException as trouble:  # a panic of the library is no Exception
        raise damaged() from trouble


class _Texts(dict[str, str]):
    """What to write for each text in a cell; those that cells share are remembered."""

    def __init__(self, shared: list[str]) -> None:
        super().__init__()
        self._shared = shared

    def __missing__(self, text: str) -> str:
        if text.startswith(MARK) and text[1:].isdecimal() and int(text[1:]) < len(self._shared):
            written = self[text] = on_one_line(self._shared[int(text[1:])])
            return written
        if "PT" in text and (found := _SPAN.fullmatch(text)):
            hours, minutes, seconds = map(int, found.groups()[1:])
            span = timedelta(hours=hours, minutes=minutes, seconds=seconds)
            return _span_text(-span if found[1] else span)
        return on_one_line(text)


def _yes_or_no(answer: bool) -> str:  # noqa: FBT001  the value of a cell
    return "ja" if answer else "nee"


def _time_text(clock: time) -> str:
    return _moment_text(datetime.combine(date.min, clock)).removeprefix(f"{date.min} ")


def _moment_text(moment: datetime) -> str:
    # 9:05 is a fraction of a day there, and comes back a millisecond early or late.
    moment = (moment + timedelta(milliseconds=500)).replace(microsecond=0)
    if moment.time() == time(0) and moment.date() != date.min:
        return moment.date().isoformat()
    return moment.isoformat(" ", "seconds" if moment.second else "minutes")


def _span_text(span: timedelta) -> str:
    seconds = round(span.total_seconds())
    hours, rest = divmod(abs(seconds), 3600)
    minutes, left = divmod(rest, 60)
    tail = f":{left:02}" if left else ""
    return f"{'-' if seconds < 0 else ''}{hours}:{minutes:02}{tail}"


_AS_TEXT: dict[type, Callable[[Any], str]] = {
    bool: _yes_or_no,
    int: str,
    float: number_text,
    datetime: _moment_text,
    date: date.isoformat,
    time: _time_text,
    timedelta: _span_text,
}


def _other_kind(message: str) -> UnreadableFileError:
    return UnreadableFileError(message, _("Sla het op als .xlsx of CSV en kies dat bestand."))


def _old() -> str:
    return _("Dit soort Excel-bestand kan Balie niet lezen.")


def _no_spreadsheet() -> str:
    return _("Dit is geen bestand van Excel of LibreOffice Calc.")
