"""Where a table begins: the line with the names of its columns, known or not, or none at all."""

from collections import Counter
from collections.abc import Iterable

from reception_assistant.agenda.readers.cells import tidy
from reception_assistant.agenda.readers.dates import appointment_day, split_moment, time_of_day
from reception_assistant.agenda.readers.tables.columns import known_score
from reception_assistant.agenda.readers.tables.text import (
    DELIMITERS,
    HEADER_LINES,
    Header,
    TableText,
)
from reception_assistant.agenda.readers.tables.vocabulary import Vocabulary
from reception_assistant.agenda.readers.trouble import NotUnderstoodError
from reception_assistant.i18n import _

_SURE = 2  # known names in one line
_FEWEST_COLUMNS = 2
_MOSTLY = 0.8


def find_header(table: TableText, vocabulary: Vocabulary) -> Header | None:
    """Return where the table begins; None when this is no table."""
    known = table.find_header(lambda cells: known_score(cells, vocabulary))
    if known and known_score(known.names, vocabulary) >= _SURE and not _is_row(known.names):
        return known
    return _plain_header(table) or known


def _plain_header(table: TableText) -> Header | None:
    """Return the header by its form alone: the first full line of as many cells as most lines."""
    best: tuple[int, int] = (0, 0)
    found = None
    for delimiter in DELIMITERS:
        lines = _lines(table, delimiter)
        widths = Counter(len(cells) for _at, cells, _used in lines)
        for width, times in widths.most_common(1):
            if width >= _FEWEST_COLUMNS and (times, width) > best:
                best = times, width
                found = delimiter, [each for each in lines if len(each[1]) == width]
    if found is None:
        return None
    delimiter, lines = found
    fullest = max(_filled(cells) for _at, cells, _used in lines)
    at, cells, used = next(each for each in lines if _filled(each[1]) >= fullest * _MOSTLY)
    above = tuple(
        line + 1 for line in range(at) if table.lines[line].strip() and not _is_sep(table, line)
    )
    if any(map(_is_data, cells)):
        names = tuple(
            _("kolom {number}").format(number=number) for number in range(1, len(cells) + 1)
        )
        return Header(line=0, names=names, delimiter=delimiter, above=above, after=at)
    names = tuple(map(tidy, cells))
    return Header(line=at + 1, names=names, delimiter=delimiter, above=above, after=at + used)


def _lines(table: TableText, delimiter: str) -> list[tuple[int, list[str], int]]:
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
