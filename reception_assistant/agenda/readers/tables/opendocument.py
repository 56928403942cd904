"""What stands in a workbook of LibreOffice (.ods), and a copy of it that is safe to read.

Rows, cells and spaces are repeated there by a number, so that a few letters can stand for billions
of cells. All of that is counted before the library sees it.
"""

from typing import NamedTuple
from xml.parsers.expat import XMLParserType

from reception_assistant.agenda.readers.tables.sheet_facts import (
    MOST_SHEETS,
    SafeSheet,
    SheetFacts,
    SheetName,
    check_size,
)
from reception_assistant.agenda.readers.tables.zip_check import (
    Archive,
    attribute,
    damaged,
    locked,
    packed,
    too_large,
)

MIMETYPE = b"application/vnd.oasis.opendocument.spreadsheet"

_CONTENT, _MANIFEST = "content.xml", "META-INF/manifest.xml"
_MOST_COPIED = 20_000_000  # bytes of text that is only there by repeating
_MOST_FALSE = 100_000
_GAPS = (b"<text:tab/>", b"<text:line-break/>")
_HIDING = frozenset({"collapse", "filter"})
_REPEATED = "table:number-columns-repeated"
_KIND = "calcext:value-type"
_CELLS = frozenset({"table:table-cell", "table:covered-table-cell"})


class OpenBook:
    """A workbook: which sheets it has, and all of them made safe."""

    def __init__(self, archive: Archive) -> None:
        if archive.has(_MANIFEST) and b"encryption-data" in archive.part(_MANIFEST):
            raise locked()
        self._content = archive.part(_CONTENT)
        for gap in _GAPS:  # the library leaves these out, and glues the words
            self._content = self._content.replace(gap, b"<text:s/>")
        walk = _ContentWalk(archive.most_cells)
        archive.walk(self._content, walk.attend)
        self.sheets = tuple(walk.sheets)
        self._facts = walk.facts

    def facts(self, place: int) -> SheetFacts:
        """Return what is in a sheet."""
        return self._facts[place]

    def safe(self, place: int) -> SafeSheet:
        """Return a sheet made safe to read; the workbook has all of them."""
        manifest = b"<manifest:manifest/>"
        parts = {"mimetype": MIMETYPE, _MANIFEST: manifest, _CONTENT: self._content}
        return SafeSheet(packed(parts), self.sheets[place].name, self._facts[place], [])


class _Row:
    """A row with all that repeat it."""

    def __init__(self, attributes: list[str], starts: int) -> None:
        self.starts = starts
        self.repeats = _count(attribute(attributes, "table:number-rows-repeated"))
        self.hidden = attribute(attributes, "table:visibility") in _HIDING
        self.columns = self.filled_columns = 0
        self.copied = 0
        """Bytes that are there by repeating cells and spaces."""
        self.errors: list[int] = []


class _ContentWalk:
    """Sees how large the sheets are, and what is odd in them."""

    def __init__(self, most_cells: int) -> None:
        self._most_cells = most_cells
        self.sheets: list[SheetName] = []
        self.facts: list[SheetFacts] = []
        self._parser: XMLParserType | None = None
        self._shapes = _Shapes()
        self._style = ""
        self._hiding: set[str] = set()
        self._sheet: SheetFacts | None = None
        self._row: _Row | None = None
        self._in_cell = self._filled = self._special = self._wrong = False
        self._repeats = 1
        self._starts = 0
        self._rows = self._last_row = self._last_column = 0
        self._cells = self._copied = 0

    def attend(self, parser: XMLParserType) -> None:
        """Hear what there is in the file that `parser` goes through."""
        self._parser = parser
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end

    def _start(self, name: str, attributes: list[str]) -> None:
        if name == "text:p":
            self._filled = True
        elif name in _CELLS:
            if self._row is not None:
                self._begin_cell(attributes)
        elif name == "table:table-row":
            if self._sheet is not None:
                self._refuse_within(self._row)
                self._row = _Row(attributes, self._at())
        elif name == "table:table":
            self._refuse_within(self._sheet)
            self._begin_sheet(attributes)
        elif self._in_cell:
            self._filled = True
            if name == "text:s":
                self._add_spaces(_count(attribute(attributes, "text:c")))
        elif name.startswith("style:"):
            self._meet_style(name, attributes)

    def _end(self, name: str) -> None:
        if name in _CELLS:
            if self._row is not None:
                self._end_cell(self._row)
        elif name == "table:table-row":
            if self._row is not None and self._sheet is not None:
                self._end_row(self._row, self._sheet)
        elif name == "table:table" and self._sheet is not None:
            self._cells += check_size(self._last_row, self._last_column, self._most_cells)
            check_size(self._cells, 1, self._most_cells)
            self._sheet = None

    def _meet_style(self, name: str, attributes: list[str]) -> None:
        if name == "style:style":
            self._style = attribute(attributes, "style:name")
        elif attribute(attributes, "table:display") == "false":
            self._hiding.add(self._style)

    def _begin_sheet(self, attributes: list[str]) -> None:
        self._sheet = SheetFacts()
        self._rows = self._last_row = self._last_column = 0
        if "table:name" in attributes[::2]:
            name = attribute(attributes, "table:name")
            hidden = attribute(attributes, "table:style-name") in self._hiding
            self.sheets.append(SheetName(name, hidden))
            self.facts.append(self._sheet)
            _within(len(self.sheets), MOST_SHEETS)

    def _begin_cell(self, attributes: list[str]) -> None:
        if self._in_cell:
            raise damaged()
        self._in_cell = True
        self._filled, has_kind, special = self._shapes[tuple(attributes[::2])]
        self._special = special or (has_kind and "error" in attributes)
        if self._special:
            self._begin_special(attributes)

    def _begin_special(self, attributes: list[str]) -> None:
        self._repeats = _count(attribute(attributes, _REPEATED))
        self._starts = self._at() - sum(map(len, attributes))
        self._wrong = attribute(attributes, _KIND) == "error"
        if self._filled and self._sheet is not None:
            values = [name for name in attributes[::2] if name.startswith("office:")]
            self._sheet.unanswered += not values

    def _end_cell(self, row: _Row) -> None:
        self._in_cell = False
        if self._special:
            self._end_special(row)
            return
        row.columns += 1
        if self._filled:
            row.filled_columns = row.columns

    def _end_special(self, row: _Row) -> None:
        before, row.columns = row.columns, row.columns + self._repeats
        if self._filled:
            row.filled_columns = row.columns
            row.copied += (self._at() - self._starts) * (self._repeats - 1)
        if self._wrong:
            _within(len(row.errors) + self._repeats, _MOST_FALSE)
            row.errors += range(before, row.columns)

    def _add_spaces(self, spaces: int) -> None:
        if self._row is not None:
            self._row.copied += spaces
            self._starts -= spaces

    def _end_row(self, row: _Row, sheet: SheetFacts) -> None:
        if row.filled_columns:
            self._last_row = self._rows + row.repeats
            self._last_column = max(self._last_column, row.filled_columns)
            check_size(self._last_row, self._last_column, self._most_cells)
            length = self._at() - row.starts
            self._copied += (length + row.copied) * row.repeats - length
            _within(self._copied, _MOST_COPIED)
            sheet.filled_rows += row.repeats
            sheet.hidden_rows += row.repeats * row.hidden
        if row.errors:
            _within(len(sheet.false_cells) + len(row.errors) * row.repeats, _MOST_FALSE)
            rows = range(self._rows, self._rows + row.repeats)
            sheet.error_rows += [each + 1 for each in rows]
            sheet.false_cells.update((each, column) for each in rows for column in row.errors)
        self._rows += row.repeats
        self._row = None

    def _at(self) -> int:
        return self._parser.CurrentByteIndex if self._parser is not None else 0

    def _refuse_within(self, outer: object) -> None:
        # A table in a cell: the library loses its way in it, and so would we.
        if outer is not None:
            raise damaged()


class _Shape(NamedTuple):
    """What the names of the attributes of a cell tell."""

    filled: bool
    has_kind: bool
    special: bool


class _Shapes(dict[tuple[str, ...], _Shape]):
    """Cells have the same few shapes, so each is looked at once."""

    def __missing__(self, names: tuple[str, ...]) -> _Shape:
        has_formula = "table:formula" in names
        shape = self[names] = _Shape(
            filled=has_formula or any(name.startswith("office:") for name in names),
            has_kind=_KIND in names,
            special=has_formula or _REPEATED in names,
        )
        return shape


def _count(number: str) -> int:
    count = int(number or 1)
    if count < 1:
        raise damaged()
    return count


def _within(number: int, most: int) -> None:
    if number > most:
        raise too_large()
