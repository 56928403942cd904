"""Spreadsheets made in a test: as Excel and as LibreOffice write them, but small."""

import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

from reception_assistant.agenda.readers.tables.text import Header, TableText

Cell = str | int | float | bool | date | datetime | time | timedelta | None
Row = Sequence[Cell]

# Their places in `_STYLES`.
_DAY, _MOMENT, _CLOCK, _SPAN = 1, 2, 3, 4
_EPOCH, _EPOCH_1904 = datetime(1899, 12, 30), datetime(1904, 1, 1)  # noqa: DTZ001  wall time

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_ODS_TYPE = "application/vnd.oasis.opendocument.spreadsheet"
_ODS_NAMES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in [("office", "office"), ("table", "table"), ("text", "text")]
)
_STYLES = f"""<styleSheet xmlns="{_MAIN}"><numFmts count="3">
<numFmt numFmtId="164" formatCode="d\\-m\\-yyyy"/><numFmt numFmtId="165" formatCode="d/m/yy h:mm"/>
<numFmt numFmtId="166" formatCode="[h]:mm"/></numFmts><cellXfs count="5"><xf numFmtId="0"/>
<xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="20"/><xf numFmtId="166"/></cellXfs>
</styleSheet>"""


class Sheet(NamedTuple):
    """One sheet of a workbook; `start` is where its first cell stands, as in (3, 2) for B3."""

    name: str
    rows: Sequence[Row]
    hidden: bool = False
    start: tuple[int, int] = (1, 1)


class Raw(str):
    """A cell that is given as it stands in the file, for what Excel writes but this does not."""

    __slots__ = ()


def xlsx(
    rows: Sequence[Row] = (),
    *,
    sheets: Sequence[Sheet] = (),
    from_1904: bool = False,
    parts: Mapping[str, str | bytes] | None = None,
) -> bytes:
    """Return a workbook of Excel with `rows` on its only sheet, or else with `sheets`.

    `parts` are put in the place of those with the same name, or added.
    """
    all_sheets = sheets or [Sheet("Blad1", rows)]
    strings: dict[str, int] = {}
    made: dict[str, str | bytes] = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"/>',
        "_rels/.rels": _relations([("officeDocument", "xl/workbook.xml")]),
        "xl/workbook.xml": _workbook(all_sheets, from_1904=from_1904),
        "xl/_rels/workbook.xml.rels": _relations(
            [("worksheet", f"worksheets/sheet{n}.xml") for n in range(1, len(all_sheets) + 1)]
            + [("styles", "styles.xml"), ("sharedStrings", "sharedStrings.xml")]
        ),
        "xl/styles.xml": _STYLES,
    }
    for number, sheet in enumerate(all_sheets, 1):
        text = "".join(_xlsx_rows(sheet, strings, _EPOCH_1904 if from_1904 else _EPOCH))
        made[f"xl/worksheets/sheet{number}.xml"] = (
            f'<worksheet xmlns="{_MAIN}"><sheetData>{text}</sheetData></worksheet>'
        )
    items = "".join(f'<si><t xml:space="preserve">{escape(text)}</t></si>' for text in strings)
    made["xl/sharedStrings.xml"] = f'<sst xmlns="{_MAIN}">{items}</sst>'
    return zipped({**made, **(parts or {})})


def ods(rows: Sequence[Row] = (), *, sheets: Sequence[Sheet] = ()) -> bytes:
    """Return a workbook of LibreOffice with `rows` on its only sheet, or else with `sheets`."""
    tables = "".join(_ods_table(sheet) for sheet in sheets or [Sheet("Blad1", rows)])
    return ods_with(f"<office:spreadsheet>{tables}</office:spreadsheet>")


def ods_with(body: str) -> bytes:
    """Return a workbook of LibreOffice with this XML in its body."""
    styles = (
        '<style:style xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"'
        ' style:name="weg" style:family="table"><style:table-properties table:display="false"/>'
        "</style:style>"
    )
    return zipped(
        {
            "mimetype": _ODS_TYPE,
            "content.xml": f"<office:document-content {_ODS_NAMES}><office:automatic-styles>"
            f"{styles}</office:automatic-styles><office:body>{body}</office:body>"
            "</office:document-content>",
            "META-INF/manifest.xml": "<manifest:manifest"
            ' xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
            f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{_ODS_TYPE}"/>'
            "</manifest:manifest>",
        }
    )


def read_back(text: str) -> list[tuple[int, list[str]]]:
    """Return the filled rows that the reader of tables finds in `text`, each with its line."""
    table, header = TableText(text), Header(line=0, names=(), delimiter=";", after=0)
    refused: list[int] = []
    rows = table.records(
        header, refuse=lambda line, _reason: refused.append(line), is_row=lambda _cells: False
    )
    found = [(line, cells) for line, _text, cells in rows]
    assert refused == []
    return found


def zipped(parts: Mapping[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a zip file with `parts`."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def _workbook(sheets: Iterable[Sheet], *, from_1904: bool) -> str:
    listed = "".join(
        f'<sheet name={quoteattr(sheet.name)} sheetId="{number}" r:id="rId{number}"'
        f"{' state=' + quoteattr('hidden') if sheet.hidden else ''}/>"
        for number, sheet in enumerate(sheets, 1)
    )
    dates = '<workbookPr date1904="1"/>' if from_1904 else "<workbookPr/>"
    return (
        f'<workbook xmlns="{_MAIN}" xmlns:r="{_RELATIONS}">{dates}'
        f"<sheets>{listed}</sheets></workbook>"
    )


def _relations(targets: Iterable[tuple[str, str]]) -> str:
    listed = "".join(
        f'<Relationship Id="rId{number}" Type="{_RELATIONS}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{listed}</Relationships>'


def _xlsx_rows(sheet: Sheet, strings: dict[str, int], epoch: datetime) -> Iterator[str]:
    first_row, first_column = sheet.start
    for number, row in enumerate(sheet.rows, first_row):
        cells = "".join(
            _xlsx_cell(f"{_letters(column)}{number}", cell, strings, epoch)
            for column, cell in enumerate(row, first_column)
            if cell is not None
        )
        yield f'<row r="{number}">{cells}</row>'


def _xlsx_cell(place: str, cell: Cell, strings: dict[str, int], epoch: datetime) -> str:
    at = f'<c r="{place}"'
    if isinstance(cell, Raw):
        return f"{at}{cell}"
    if isinstance(cell, str):
        return f'{at} t="s"><v>{strings.setdefault(cell, len(strings))}</v></c>'
    if isinstance(cell, bool):
        return f'{at} t="b"><v>{cell:d}</v></c>'
    if isinstance(cell, int | float):
        return f"{at}><v>{cell}</v></c>"
    style, number = _serial(cell, epoch)
    return f'{at} s="{style}"><v>{number!r}</v></c>'


def _serial(cell: date | datetime | time | timedelta | None, epoch: datetime) -> tuple[int, float]:
    day = timedelta(days=1)
    if isinstance(cell, datetime):
        return _MOMENT, (cell - epoch) / day
    if isinstance(cell, date):
        return _DAY, (cell - epoch.date()).days
    if isinstance(cell, time):
        return _CLOCK, (datetime.combine(epoch, cell) - epoch) / day
    return _SPAN, (cell or timedelta()) / day


def _letters(column: int) -> str:
    letters = ""
    while column:
        column, letter = divmod(column - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return letters


def _ods_table(sheet: Sheet) -> str:
    first_row, first_column = sheet.start
    above = f'<table:table-row table:number-rows-repeated="{first_row - 1}"/>'
    before = f'<table:table-cell table:number-columns-repeated="{first_column - 1}"/>'
    rows = "".join(
        "<table:table-row>"
        + (before if first_column > 1 else "")
        + "".join(map(_ods_cell, row))
        + "</table:table-row>"
        for row in sheet.rows
    )
    style = ' table:style-name="weg"' if sheet.hidden else ""
    return (
        f"<table:table table:name={quoteattr(sheet.name)}{style}>"
        f"{above if first_row > 1 else ''}{rows}</table:table>"
    )


def _ods_cell(cell: Cell) -> str:
    if cell is None:
        return "<table:table-cell/>"
    if isinstance(cell, Raw):
        return f"<table:table-cell{cell}"
    if isinstance(cell, str):
        lines = "".join(f"<text:p>{escape(line)}</text:p>" for line in cell.split("\n"))
        return f'<table:table-cell office:value-type="string">{lines}</table:table-cell>'
    if isinstance(cell, bool):
        return _ods_value("boolean", "boolean-value", str(cell).lower())
    if isinstance(cell, int | float):
        return _ods_value("float", "value", repr(cell))
    return _ods_moment(cell)


def _ods_moment(cell: date | datetime | time | timedelta) -> str:
    if isinstance(cell, date):  # and datetime
        return _ods_value("date", "date-value", cell.isoformat())
    if isinstance(cell, time):
        return _ods_value("time", "time-value", f"PT{cell:%H}H{cell:%M}M{cell:%S}S")
    minutes, seconds = divmod(cell // timedelta(seconds=1), 60)
    span = f"PT{minutes // 60:02}H{minutes % 60:02}M{seconds:02}S"
    return _ods_value("time", "time-value", span)


def _ods_value(kind: str, attribute: str, value: str) -> str:
    return (
        f'<table:table-cell office:value-type="{kind}" office:{attribute}="{value}">'
        f"<text:p>{value}</text:p></table:table-cell>"
    )
