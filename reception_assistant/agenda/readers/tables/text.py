"""From text to a table: which line is the header, what separates the cells, and the rows."""

import csv
import re
from collections.abc import Callable, Iterator

from msgspec import Struct

from reception_assistant.agenda.readers.cells import (
    strange,
    tidy,
    tidy_lines,
    visible,
)
from reception_assistant.agenda.readers.pieces import pieces
from reception_assistant.agenda.readers.trouble import NotUnderstoodError
from reception_assistant.i18n import _

DELIMITERS = (";", ",", "\t", "|")

HEADER_LINES = 20
_LONGEST_HEADER = 20_000
_LONGEST_RECORD = 100  # lines; a quote that is open for longer was never meant to be open
_SEPARATOR_LINE = re.compile(r'\s*"?sep=([^\w\s"]|\t)"?[ ,;|\t]*', re.IGNORECASE)
_WHITE = " \t\xa0"
EMPTY = _WHITE + "".join(DELIMITERS)


class Header(Struct, frozen=True, kw_only=True):
    """The line with the names of the columns (0 when there is none), and what stands above it."""

    line: int
    names: tuple[str, ...]
    delimiter: str
    above: tuple[int, ...] = ()
    after: int
    """How many lines come before the first row."""


class TableText:
    """The text of a table, line by line; `hidden` are the lines that held invisible letters."""

    def __init__(self, text: str) -> None:
        self.lines = [""]
        for piece in pieces(text, "\n"):  # each goes on in the last line, which is empty so far
            self.lines[-1:] = piece.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        self.hidden: list[int] = []
        self._strange = strange(text)
        if self._strange.hidden:
            self._hide()

    def beginning(self, lines: int) -> "TableText":
        """Return the first `lines` lines as a table of their own."""
        return TableText("\n".join(self.lines[:lines]))

    def find_header(self, score: Callable[[list[str]], int]) -> Header | None:
        """Return the line among the first twenty with the highest `score` for its cells, if any."""
        delimiters: tuple[str, ...] = DELIMITERS
        best, header = 0, None
        above: list[int] = []
        for at, line in enumerate(self.lines[:HEADER_LINES]):
            if not line.strip(EMPTY):
                continue
            if said := _SEPARATOR_LINE.fullmatch(line):
                # Excel's own line says what separates the cells; a file saved again may lie.
                delimiters = (said[1], *DELIMITERS)
                continue
            for delimiter in delimiters:
                names, used = self.cells_at(at, delimiter)
                if score(names) > best:
                    best = score(names)
                    header = Header(
                        line=at + 1,
                        names=tuple(tidy(name) for name in names),
                        delimiter=delimiter,
                        above=tuple(above),
                        after=at + used,
                    )
            above.append(at + 1)
        return header

    def cells_at(self, at: int, delimiter: str) -> tuple[list[str], int]:
        """Return the cells that begin on the line with index `at`, and how many lines they take.

        There are none where the line is too long for a header or has a quote that never closes.
        """
        if len(self.lines[at]) > _LONGEST_HEADER:
            return [], 1
        try:
            return self._record(at, delimiter)
        except NotUnderstoodError:
            return [], 1

    def records(
        self,
        header: Header,
        *,
        refuse: Callable[[int, str], None],
        is_row: Callable[[list[str]], bool],
        keep_lines: int = -1,
    ) -> Iterator[tuple[int, str, list[str]]]:
        """Yield each row under `header`: its first line, its text as it stands, its tidy cells.

        Empty rows are skipped. A quote that is never closed costs one line, which `refuse` hears
        about; that it swallows rows shows by `is_row`. Only in the column with index `keep_lines`
        line ends are kept.
        """
        lines, delimiter = self.lines, header.delimiter
        empty = _WHITE + delimiter
        at, end = header.after, len(lines)
        while at < end:
            text = lines[at]
            if not text.strip(empty):
                at += 1
                continue
            used = 1
            if '"' not in text:
                cells = text.split(delimiter)
            else:
                try:
                    cells, used = self._record(at, delimiter, is_row)
                except NotUnderstoodError as trouble:
                    refuse(at + 1, trouble.reason)
                    at += 1
                    continue
                text = "\n".join(lines[at : at + used])
            if self._untidy(text, cells, delimiter):
                cells = _tidied(cells, keep_lines)
            if any(cells):
                yield at + 1, text, cells
            at += used

    def _hide(self) -> None:
        for at, line in enumerate(self.lines):
            seen = visible(line)
            if seen != line:
                self.lines[at] = seen
                self.hidden.append(at + 1)

    def _record(
        self, at: int, delimiter: str, is_row: Callable[[list[str]], bool] | None = None
    ) -> tuple[list[str], int]:
        text = self.lines[at]
        if '"' not in text:
            return text.split(delimiter), 1
        # All cells quoted, and no other quotes than around them: split, which is quicker.
        inner, between = text[1:-1], f'"{delimiter}"'
        around = len(text) > 1 and text[0] == text[-1] == '"'
        if around and inner.count('"') == 2 * inner.count(between):
            return inner.split(between), 1
        reader = csv.reader(self._feed(at), delimiter=delimiter)
        try:
            cells = next(reader)
        except csv.Error:
            if reader.line_num > 1:
                raise _never_closed() from None
            raise NotUnderstoodError(_("Een vak op deze regel is veel te lang.")) from None
        used = reader.line_num
        if used > 1 and is_row:
            for line in self.lines[at + 1 : at + used]:
                if is_row([cell.strip(' "') for cell in line.split(delimiter)]):
                    raise _never_closed()
        return cells, used

    def _feed(self, at: int) -> Iterator[str]:
        # The csv reader asks for one more line only while a quote is open.
        for line in self.lines[at : at + _LONGEST_RECORD]:
            yield line + "\n"
        raise _never_closed()

    def _untidy(self, text: str, cells: list[str], delimiter: str) -> bool:
        if "\n" in text:
            return True
        if delimiter in _WHITE or '"' in text:
            text, delimiter = ";".join(cells), ";"
        if " " + delimiter in text or delimiter + " " in text or "  " in text:
            return True
        if text[:1] == " " or text[-1:] == " ":
            return True
        if self._strange.white and text != " ".join(text.split()):
            return True
        return self._strange.apart and not text.isascii()


def _tidied(cells: list[str], keep_lines: int) -> list[str]:
    tidied = [tidy(cell) for cell in cells]
    if 0 <= keep_lines < len(cells):
        tidied[keep_lines] = tidy_lines(cells[keep_lines])
    return tidied


def _never_closed() -> NotUnderstoodError:
    return NotUnderstoodError(
        _("Op deze regel begint een aanhalingsteken dat nergens sluit. Haal het weg.")
    )
