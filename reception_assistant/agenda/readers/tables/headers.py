"""Where a table begins: the line with the names of its columns, known or not, or none at all."""

from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

from reception_assistant.agenda.readers.cells import tidy
from reception_assistant.agenda.readers.dates import appointment_day, split_moment, time_of_day
from reception_assistant.agenda.readers.tables.columns import known_score
from reception_assistant.agenda.readers.tables.text import (
    DELIMITERS,
    EMPTY,
    HEADER_LINES,
    Header,
    TableText,
)
from reception_assistant.agenda.readers.tables.vocabulary import Vocabulary
from reception_assistant.agenda.readers.trouble import NotUnderstoodError
from reception_assistant.i18n import _

_SURE = 2  # known names in one line
_FEWEST_COLUMNS = 2
_HALF = 0.5
_MOST_LOOKED_AT = 200  # columns

_Line = tuple[int, list[str], int]
"""Where a line stands, its cells, and how many lines it takes."""


def find_header(table: TableText, vocabulary: Vocabulary) -> Header | None:
    """Return where the table begins; None when this is no table."""
    known = table.find_header(lambda cells: known_score(cells, vocabulary))
    if known and known_score(known.names, vocabulary) >= _SURE and not _is_row(known.names):
        return known
    return _plain_header(table) or known


def _plain_header(table: TableText) -> Header | None:
    """Return the header by its form alone: a full line of as many cells as most lines."""
    best: tuple[int, int] = (0, 0)
    found = None
    for delimiter in DELIMITERS:
        lines = [each for each in _lines(table, delimiter) if len(each[1]) >= _FEWEST_COLUMNS]
        widths = Counter(len(cells) for _at, cells, _used in lines)
        for width, times in widths.most_common(1):
            if (times, width) > best:
                best = times, width
                found = delimiter, [each for each in lines if len(each[1]) == width]
    if found is None:
        return None
    delimiter, lines = found
    at, cells, used = _beginning(lines)
    above = tuple(
        line + 1
        for line in range(at)
        if table.lines[line].strip(EMPTY) and not _is_sep(table, line)
    )
    if _holds_data(cells):
        names = tuple(
            _("kolom {number}").format(number=number) for number in range(1, len(cells) + 1)
        )
        return Header(line=0, names=names, delimiter=delimiter, above=above, after=at)
    names = tuple(map(tidy, cells))
    return Header(line=at + 1, names=names, delimiter=delimiter, above=above, after=at + used)


def _beginning(lines: list[_Line]) -> _Line:
    """Return the line just above the first row; that row where there is none, or the fullest."""
    fullest = max(_filled(cells) for _at, cells, _used in lines)
    full = [each for each in lines if _filled(each[1]) >= max(_FEWEST_COLUMNS, fullest * _HALF)]
    for above, row in pairwise([None, *full]):
        if row and _holds_data(row[1]):
            return above or row
    return next(each for each in lines if _filled(each[1]) == fullest)


def _lines(table: TableText, delimiter: str) -> list[_Line]:
    found = []
    at = 0
    while at < min(HEADER_LINES, len(table.lines)):
        cells, used = table.cells_at(at, delimiter)
        if any(cell.strip() for cell in cells) and not _is_sep(table, at):
            found.append((at, cells, used))
        at += used
    return found


def _is_sep(table: TableText, at: int) -> bool:
    return table.lines[at].lstrip(' "').lower().startswith("sep=")


def _filled(cells: list[str]) -> int:
    return sum(1 for cell in cells if cell.strip())


def _is_row(cells: Iterable[str]) -> bool:
    """Tell whether a line with known names is a row all the same: it holds a day or a time."""
    return any(not cell.isdigit() and _is_data(cell) for cell in cells)


def _holds_data(cells: list[str]) -> bool:
    return any(map(_is_data, cells[:_MOST_LOOKED_AT]))


def _is_data(cell: str) -> bool:
    """Tell whether a cell is a day or a time or a number, which no column is called."""
    text = tidy(cell)
    if text.replace(".", "").replace(",", "").isdigit() or split_moment(text):
        return True
    for understand in (appointment_day, time_of_day):
        try:
            understand(text)
        except NotUnderstoodError:
            continue
        return True
    return False
