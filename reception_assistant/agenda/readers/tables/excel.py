"""What stands in a workbook of Excel (.xlsx), and a copy with one sheet that is safe to read.

The copy holds nothing but what was looked at here. Instead of the shared texts it holds short
marks, because the library copies a text for each cell that uses it: one long text in very many
cells would be more than any memory.
"""

import re
from collections.abc import Callable
from xml.parsers.expat import XMLParserType

from reception_assistant.agenda.readers.tables.csv_text import MOST_LETTERS
from reception_assistant.agenda.readers.tables.sheet_facts import (
    MARK,
    MOST_SHEETS,
    SafeSheet,
    SheetFacts,
    SheetName,
    check_size,
)
from reception_assistant.agenda.readers.tables.zip_check import (
    Archive,
    attribute,
    beside,
    damaged,
    packed,
    too_large,
)

BOOK = "xl/workbook.xml"

_RELATED = "xl/_rels/workbook.xml.rels"
_LOST_LETTER = re.compile("_x([0-9A-Fa-f]{4})_")
_COLUMN = re.compile("[A-Za-z]{1,3}")
# The library knows only the errors of older Excels, and gives up at one of these.
_NEW_ERROR = re.compile(
    rb">#(?:SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|UNKNOWN!|BUSY!|PYTHON!|EXTERNAL!|TIMEOUT!"
    rb"|GETTING_DATA)<"
)
_MOST_TARGETS = 10_000
_MOST_FORMATS, _LONGEST_FORMAT = 200_000, 500
_TRUE = frozenset({"1", "true", "on"})

_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_ONLY = "blad"
_WORKBOOK = (
    f'<workbook xmlns:r="{_RELATIONS}"><workbookPr date1904="%d"/><sheets>'
    f'<sheet name="{_ONLY}" sheetId="1" r:id="rId1"/></sheets></workbook>'
)
_ROOT = (
    '<Relationships><Relationship Id="rId1" Target="xl/workbook.xml"'
    f' Type="{_RELATIONS}/officeDocument"/></Relationships>'
)
_TARGETS = (
    '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"'
    f' Type="{_RELATIONS}/worksheet"/></Relationships>'
)


class ExcelBook:
    """A workbook: which sheets it has, and each of them made safe."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._from_1904 = False
        self._listed: list[tuple[SheetName, str]] = []
        targets = _Targets()
        if archive.has(_RELATED):
            archive.walk(archive.part(_RELATED), _starting(targets.meet))
        archive.walk(archive.part(BOOK), _starting(self._meet))
        found = [each for each in self._listed if each[1] in targets.sheets]
        self.sheets = tuple(sheet for sheet, _relation in found)
        self._parts = [targets.sheets[relation] for _sheet, relation in found]
        self._styles = targets.by_kind.get("styles", "")
        self._strings = targets.by_kind.get("sharedStrings", "")
        self._looked_at: tuple[int, bytes, SheetFacts] | None = None

    def facts(self, place: int) -> SheetFacts:
        """Return what is in a sheet; raises `UnreadableFileError` when it is far too large."""
        return self._look_at(place)[1]

    def safe(self, place: int) -> SafeSheet:
        """Return a sheet made safe to read, as the only one of a workbook."""
        cells, facts = self._look_at(place)
        if facts.error_rows:
            cells = _NEW_ERROR.sub(b">#N/A<", cells)
        texts = self._texts()
        parts = {
            "_rels/.rels": _ROOT.encode(),
            BOOK: (_WORKBOOK % self._from_1904).encode(),
            _RELATED: _TARGETS.encode(),
            "xl/sharedStrings.xml": _marks(len(texts)),
            "xl/worksheets/sheet1.xml": cells,
        }
        if self._archive.has(self._styles):
            parts["xl/styles.xml"] = self._archive.part(self._styles)
            self._archive.walk(parts["xl/styles.xml"], _starting(_Formats().meet))
        self._looked_at = None  # a large sheet need not be there twice
        return SafeSheet(packed(parts), _ONLY, facts, texts)

    def _look_at(self, place: int) -> tuple[bytes, SheetFacts]:
        if self._looked_at is None or self._looked_at[0] != place:
            cells = self._archive.part(self._parts[place])
            walk = _SheetWalk(self._archive.most_cells)
            self._archive.walk(cells, walk.attend)
            self._looked_at = place, cells, walk.finished()
        return self._looked_at[1:]

    def _texts(self) -> list[str]:
        walk = _TextsWalk()
        if self._archive.has(self._strings):
            self._archive.walk(self._archive.part(self._strings), walk.attend)
        return walk.texts

    def _meet(self, name: str, attributes: list[str]) -> None:
        kind = _local(name)
        if kind == "workbookPr":
            self._from_1904 = attribute(attributes, "date1904").lower() in _TRUE
        elif kind == "sheet":
            hidden = attribute(attributes, "state") in {"hidden", "veryHidden"}
            relations = [value for key, value in _pairs(attributes) if key.endswith(":id")]
            sheet = SheetName(attribute(attributes, "name"), hidden)
            self._listed += [(sheet, relation) for relation in relations[:1]]
            if len(self._listed) > MOST_SHEETS:
                raise too_large()


class _Targets:
    """Which parts the workbook points at."""

    def __init__(self) -> None:
        self._met = 0
        self.by_kind: dict[str, str] = {}
        self.sheets: dict[str, str] = {}

    def meet(self, name: str, attributes: list[str]) -> None:
        if _local(name) != "Relationship":
            return
        self._met += 1
        if self._met > _MOST_TARGETS:
            raise too_large()
        kind = attribute(attributes, "Type").rpartition("/")[2]
        part = beside(BOOK, attribute(attributes, "Target"))
        self.by_kind.setdefault(kind, part)
        if kind == "worksheet":
            self.sheets[attribute(attributes, "Id")] = part


class _Formats:
    """Counts the formats, because each cell format is looked up letter by letter."""

    def __init__(self) -> None:
        self._met = 0

    def meet(self, _name: str, attributes: list[str]) -> None:
        self._met += 1
        if self._met > _MOST_FORMATS or max(map(len, attributes), default=0) > _LONGEST_FORMAT:
            raise too_large()


class _TextsWalk:
    """Gathers the texts that cells share; how to say a Japanese name is no part of the text."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self._pieces: list[str] = []
        self._letters = 0
        self._read = self._aside = False
        self._kinds = _Kinds()

    def attend(self, parser: XMLParserType) -> None:
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text

    def _start(self, name: str, _attributes: list[str]) -> None:
        kind = self._kinds[name]
        if kind == "t":
            self._read = not self._aside
        elif kind == "rPh":
            self._aside = True

    def _end(self, name: str) -> None:
        kind = self._kinds[name]
        if kind == "t":
            self._read = False
        elif kind == "rPh":
            self._aside = False
        elif kind == "si":
            self.texts.append(_LOST_LETTER.sub(_found_letter, "".join(self._pieces)))
            self._pieces.clear()

    def _text(self, text: str) -> None:
        if self._read:
            self._pieces.append(text)
            self._letters += len(text)
            if self._letters > MOST_LETTERS:
                raise too_large()


class _SheetWalk:
    """Sees how large a sheet is, and what is odd in it."""

    def __init__(self, most_cells: int) -> None:
        self._most_cells = most_cells
        self._facts = SheetFacts()
        self._kinds = _Kinds()
        self._parser: XMLParserType | None = None
        self._row = ""
        self._row_number = 0
        self._row_filled, self._row_hidden = True, False
        self._column = ""
        self._columns: set[str] = set()
        self._filled_columns: set[str] = set()
        self._last_filled = self._last_named = self._rows = 0
        self._asked = False
        """Whether the last cell has a formula, and no outcome so far."""
        self._over = False
        # Some programs write no places: each cell then comes after the one before it.
        self._placeless = self._in_cell = False
        self._run = self._longest_run = 0

    def attend(self, parser: XMLParserType) -> None:
        """Hear what there is in the sheet that `parser` goes through."""
        self._parser = parser
        parser.StartElementHandler = self._start

    def finished(self) -> SheetFacts:
        """Return what was seen; raises `UnreadableFileError` when the sheet is far too large."""
        self._settle()
        rows, columns = self._last_filled, _widest(self._filled_columns)
        if self._placeless:
            rows = max(rows, self._last_named + self._rows)
            columns = max(columns, _widest(self._columns) + self._longest_run)
        check_size(rows, columns, self._most_cells)
        return self._facts

    def _start(self, name: str, attributes: list[str]) -> None:
        kind = self._kinds[name]
        if kind == "v":
            self._asked = False
            self._fill()
        elif kind == "c":
            self._begin_cell(attributes)
        elif kind == "row":
            self._begin_row(attributes)
        elif kind == "f":
            self._asked = not self._over
        elif kind == "is":
            self._fill()
        elif kind == "extLst":  # there are formulas in it that belong to no cell
            self._settle()
            self._over = True

    def _begin_cell(self, attributes: list[str]) -> None:
        if self._asked:
            self._settle()
        place = attributes[1] if attributes[:1] == ["r"] else attribute(attributes, "r")
        self._column = place.rstrip("0123456789")
        self._columns.add(self._column)
        if self._placeless or not place:
            self._count_on(place)
        number = place[len(self._column) :]
        if number != self._row and number:
            self._last_filled = max(self._last_filled, int(number))
        if "e" in attributes and attribute(attributes, "t") == "e":
            self._facts.error_rows.append(int(number or self._row_number or self._rows))

    def _begin_row(self, attributes: list[str]) -> None:
        self._settle()
        if self._in_cell:
            raise damaged()
        self._rows += 1
        self._run = 0
        self._row_filled = False
        self._row = attributes[1] if attributes[:1] == ["r"] else attribute(attributes, "r")
        self._row_number = int(self._row or 0)
        self._last_named = max(self._last_named, self._row_number)
        self._row_hidden = "hidden" in attributes and attribute(attributes, "hidden") in _TRUE

    def _fill(self) -> None:
        self._filled_columns.add(self._column)
        if not self._row_filled:
            self._row_filled = True
            self._facts.filled_rows += 1
            self._facts.hidden_rows += self._row_hidden
            self._last_filled = max(self._last_filled, self._row_number)

    def _count_on(self, place: str) -> None:
        if self._in_cell:
            raise damaged()
        if not self._placeless:
            self._placeless = True
            if self._parser is not None:
                self._parser.EndElementHandler = self._end
        self._in_cell = True
        self._run = 0 if place else self._run + 1
        self._longest_run = max(self._longest_run, self._run)

    def _end(self, name: str) -> None:
        if self._kinds[name] == "c":
            self._in_cell = False

    def _settle(self) -> None:
        if self._asked:
            self._facts.unanswered += 1
            self._asked = False


class _Kinds(dict[str, str]):
    """The name of each tag without the prefix of its namespace."""

    def __missing__(self, name: str) -> str:
        kind = self[name] = _local(name)
        return kind


def _marks(number: int) -> bytes:
    marks = "".join(f"<si><t>{MARK}{each}</t></si>" for each in range(number))
    return f"<sst>{marks}</sst>".encode()


def _widest(columns: set[str]) -> int:
    widest = 0
    for letters in columns - {""}:
        if not _COLUMN.fullmatch(letters):
            raise damaged()
        number = 0
        for letter in letters.upper():
            number = number * 26 + ord(letter) - ord("A") + 1
        widest = max(widest, number)
    return widest


def _found_letter(found: re.Match[str]) -> str:
    # Excel writes so what XML cannot hold, and the underscore that would look like it.
    letter = chr(int(found[1], 16))
    return letter if letter < " " or letter == "_" else found[0]


def _starting(meet: Callable[[str, list[str]], None]) -> Callable[[XMLParserType], None]:
    def attend(parser: XMLParserType) -> None:
        parser.StartElementHandler = meet

    return attend


def _local(name: str) -> str:
    return name[name.find(":") + 1 :]


def _pairs(attributes: list[str]) -> "zip[tuple[str, str]]":
    return zip(attributes[::2], attributes[1::2], strict=True)
