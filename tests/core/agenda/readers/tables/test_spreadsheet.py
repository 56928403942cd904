"""A spreadsheet becomes the text of a table, row by row; what is not safe to open never is."""

import contextlib
import zipfile
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reception_assistant.agenda.readers.cells import tidy, visible
from reception_assistant.agenda.readers.tables.spreadsheet import sheet_names, sheet_text
from reception_assistant.agenda.readers.trouble import UnreadableFileError
from tests.helpers.spreadsheets import Cell, Raw, Sheet, ods, ods_with, read_back, xlsx, zipped

Make = Callable[..., bytes]
both = pytest.mark.parametrize("make", [xlsx, ods])

SHEET = "xl/worksheets/sheet1.xml"
STRINGS = "xl/sharedStrings.xml"
NINE_OH_FIVE = datetime(2026, 11, 24, 9, 5)  # noqa: DTZ001  wall time


def lines(data: bytes, sheet: str = "") -> list[str]:
    return sheet_text(data, sheet).text.splitlines()


def xlsx_of(rows: str, around: str = "{}") -> bytes:
    """Return a workbook with this XML in its sheet."""
    body = around.format(f"<sheetData>{rows}</sheetData>")
    return xlsx(parts={SHEET: f"<worksheet>{body}</worksheet>"})


def ods_of(rows: str) -> bytes:
    return ods_with(
        f'<office:spreadsheet><table:table table:name="a">{rows}</table:table></office:spreadsheet>'
    )


def ods_row(cells: str, times: int = 1) -> str:
    repeated = f' table:number-rows-repeated="{times}"'
    return f"<table:table-row{repeated}>{cells}</table:table-row>"


def ods_cell(times: int = 1, text: str = "x") -> str:
    repeated = f' table:number-columns-repeated="{times}"'
    return (
        f'<table:table-cell office:value-type="string"{repeated}><text:p>{text}</text:p>'
        "</table:table-cell>"
    )


EMPTY = '<table:table-cell table:number-columns-repeated="{}"/>'


def refused(data: bytes, words: str) -> None:
    """See that a file is refused, and that it is said what to do."""
    with pytest.raises(UnreadableFileError, match=words) as raised:
        sheet_text(data)
    assert raised.value.advice


@both
def test_each_kind_of_cell_is_written_as_the_reader_of_tables_understands_it(make: Make) -> None:
    row: list[Cell] = [
        "Vries",
        date(2026, 11, 24),
        NINE_OH_FIVE,
        time(9, 5),
        timedelta(hours=26, minutes=5),
        612345678,
        1.5,
        True,
        False,
        None,
        "x",
    ]
    assert lines(make([["kop"], row])) == [
        "kop" + ";" * 10,
        "Vries;2026-11-24;2026-11-24 09:05;09:05;26:05;612345678;1.5;ja;nee;;x",
    ]


@both
def test_a_day_with_the_time_of_midnight_is_a_day(make: Make) -> None:
    assert lines(make([[datetime(2026, 11, 24), "x"]])) == ["2026-11-24;x"]  # noqa: DTZ001


@both
@pytest.mark.parametrize(
    "clock", [time(0, 0), time(7, 10), time(9, 5), time(23, 59), time(9, 5, 7)]
)
def test_a_time_is_a_fraction_of_a_day_there_and_comes_back_whole(make: Make, clock: time) -> None:
    moment = datetime.combine(date(2026, 11, 24), clock)
    short = clock.isoformat("seconds" if clock.second else "minutes")
    told = f"2026-11-24 {short}" if clock != time(0) else "2026-11-24"
    assert lines(make([[clock, moment, "x"]])) == [f"{short};{told};x"]


def test_every_minute_survives_the_way_excel_counts() -> None:
    first = datetime(2026, 11, 24)  # noqa: DTZ001
    moments = [first + timedelta(minutes=each) for each in range(1, 1440)]
    # Excel keeps fifteen digits.
    days = [(moment - datetime(1899, 12, 30)) / timedelta(days=1) for moment in moments]  # noqa: DTZ001
    cells = [[Raw(f' s="2"><v>{number:.15g}</v></c>')] for number in days]
    assert lines(xlsx(cells)) == [moment.isoformat(" ", "minutes") for moment in moments]


def test_a_workbook_that_counts_from_1904_has_the_same_days() -> None:
    row: list[Cell] = [date(2026, 11, 24), NINE_OH_FIVE, time(9, 5)]
    assert lines(xlsx([row], from_1904=True)) == ["2026-11-24;2026-11-24 09:05;09:05"]


@both
def test_numbers_have_no_fraction_that_is_not_there(make: Make) -> None:
    row: list[Cell] = [612345678.0, -3.0, 0.0, 12345.75, 123456789012345, 1.2345678901234567e18]
    assert lines(make([row])) == ["612345678;-3;0;12345.75;123456789012345;1.23456789012346E+18"]


@both
def test_a_line_end_in_a_cell_is_a_space(make: Make) -> None:
    assert lines(make([["Kees\nVries", "x"], ["b"]])) == ["Kees Vries;x", "b;"]


@both
def test_line_and_row_have_the_same_number_wherever_the_table_stands(make: Make) -> None:
    text = sheet_text(make(sheets=[Sheet("a", [["naam"], [], ["Vries"]], start=(4, 3))])).text
    assert read_back(text) == [(4, ["", "", "naam"]), (6, ["", "", "Vries"])]


@both
def test_the_first_sheet_that_can_be_a_table_is_taken_and_said_so(make: Make) -> None:
    data = make(
        sheets=[
            Sheet("toelichting", [["Agenda van de week"]]),
            Sheet("oud & weg", [["naam"], ["Bakker"]], hidden=True),
            Sheet("agenda", [["naam"], ["Vries"]]),
            Sheet("meer", [["naam"], ["Smit"]]),
        ]
    )
    assert sheet_names(data) == ("toelichting", "oud & weg", "agenda", "meer")
    text = sheet_text(data)
    assert text.text.splitlines() == ["naam", "Vries"]
    assert text.remarks == ("Dit bestand heeft 4 werkbladen. Balie leest alleen werkblad 3.",)
    chosen = sheet_text(data, "oud & weg")
    assert (chosen.text.splitlines(), chosen.remarks) == (["naam", "Bakker"], ())


@both
def test_without_a_sheet_that_can_be_a_table_the_first_is_taken(make: Make) -> None:
    sheets = [Sheet("a", [["een"]]), Sheet("b", [["twee"]])]
    assert lines(make(sheets=sheets)) == ["een"]


@both
def test_a_sheet_that_is_no_longer_there_is_said_so(make: Make) -> None:
    with pytest.raises(UnreadableFileError, match="werkblad staat niet meer"):
        sheet_text(make([["a"]]), "weg")


@both
@pytest.mark.parametrize("rows", [[], [[None, ""], [" "]]])
def test_an_empty_sheet_is_said_to_be_empty(make: Make, rows: list[list[Cell]]) -> None:
    refused(make(rows), "Er staat niets op dit werkblad")


def test_texts_in_pieces_are_whole_and_the_reading_of_japanese_is_left_out() -> None:
    strings = (
        '<sst><si><r><t>Jan</t></r><r><rPr><b/></rPr><t xml:space="preserve"> Vries</t></r>'
        "<rPh><t>jan</t></rPh></si><si/><si><t>a_x000D_b_x005F_c</t></si></sst>"
    )
    row = "".join(f'<c r="{column}1" t="s"><v>{at}</v></c>' for at, column in enumerate("ABC"))
    sheet = f'<worksheet><sheetData><row r="1">{row}</row></sheetData></worksheet>'
    assert lines(xlsx(parts={SHEET: sheet, STRINGS: strings})) == ["Jan Vries;;a b_c"]


def test_what_dot_net_writes_is_read_as_well() -> None:
    sheet = (
        '\ufeff<?xml version="1.0" encoding="utf-8"?><x:worksheet xmlns:x="a"><x:sheetData>'
        '<x:row><x:c t="inlineStr"><x:is><x:t>naam</x:t></x:is></x:c><x:c><x:v>3</x:v></x:c>'
        "</x:row>"
        '<x:row/><x:row><x:c t="str"><x:f>A1</x:f><x:v>Vries</x:v></x:c></x:row>'
        "</x:sheetData></x:worksheet>"
    )
    assert lines(xlsx(parts={SHEET: sheet})) == ["naam;3", ";", "Vries;"]


def test_names_of_parts_as_windows_paths_are_found() -> None:
    data = xlsx([["naam"], ["Vries"]])
    with zipfile.ZipFile(BytesIO(data)) as archive:
        parts = {each: archive.read(each) for each in archive.namelist()}
    turned = {name.replace("/", "\\").replace("xl\\", "XL\\"): part for name, part in parts.items()}
    assert lines(zipped(turned)) == ["naam", "Vries"]


def test_merged_and_hidden_rows_stay_where_they_are_and_hidden_ones_are_told() -> None:
    rows = (
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="2" hidden="1"><c r="A2"><v>2</v></c></row>'
        '<row r="5"><c r="B5"><v>5</v></c></row>'
    )
    text = sheet_text(xlsx_of(rows, '{}<mergeCells><mergeCell ref="A1:B4"/></mergeCells>'))
    assert read_back(text.text) == [(1, ["1", ""]), (2, ["2", ""]), (5, ["", "5"])]
    assert text.remarks == ("Er is 1 verborgen rij; die is ook gelezen.",)


@pytest.mark.parametrize("error", ["#N/A", "#DIV/0!", "#SPILL!", "#GETTING_DATA"])
def test_an_error_of_excel_is_left_empty_and_told_with_its_row(error: str) -> None:
    data = xlsx([["naam", "x"], ["Vries", Raw(f' t="e"><f>A1</f><v>{error}</v></c>')]])
    text = sheet_text(data)
    assert text.text.splitlines() == ["naam;x", "Vries;"]
    assert text.remarks == ("Regel 2: een formule geeft hier een fout; dat vak is leeg gelaten.",)


def test_an_error_of_libreoffice_is_left_empty_and_told_with_its_row() -> None:
    # It stands in the file as the number 0, or as the text of the error.
    wrong = (
        ' table:formula="of:=1/0" office:value-type="float" office:value="0"'
        ' calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell>'
    )
    text = sheet_text(ods([["naam", "x", "y"], ["Vries", Raw(wrong), "y"]]))
    assert text.text.splitlines() == ["naam;x;y", "Vries;;y"]
    assert text.remarks == ("Regel 2: een formule geeft hier een fout; dat vak is leeg gelaten.",)


def test_a_formula_of_which_the_outcome_was_not_saved_is_told() -> None:
    text = sheet_text(xlsx([["naam", "x"], ["Vries", Raw("><f>A1</f></c>")]]))
    assert text.text.splitlines() == ["naam;x", "Vries;"]
    assert "formule zonder uitkomst" in text.remarks[0]


def test_repeated_rows_and_cells_are_all_there() -> None:
    data = ods_of(
        ods_row(ods_cell(3) + EMPTY.format(16381), 2)
        + ods_row(EMPTY.format(16384), 2)
        + ods_row(ods_cell())
        + ods_row(EMPTY.format(16384), 1048571)
    )
    assert lines(data) == ["x;x;x", "x;x;x", ";;", ";;", "x;;"]


def test_words_that_a_tab_or_a_line_end_keeps_apart_stay_apart() -> None:
    text = (
        "<text:p>de<text:s/>korte<text:tab/>lijst<text:line-break/>van</text:p><text:p>A</text:p>"
    )
    cell = f' office:value-type="string">{text}</table:table-cell>'
    assert lines(ods([[Raw(cell), "x"]])) == ["de korte lijst van A;x"]


def test_a_note_beside_a_cell_is_not_read() -> None:
    note = "<office:annotation><text:p>geheim</text:p></office:annotation>"
    cell = f' office:value-type="string">{note}<text:p>Vries</text:p></table:table-cell>'
    assert lines(ods([[Raw(cell), "x"]])) == ["Vries;x"]


_TEXTS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Co"]) | st.just('"'), max_size=12
)
_GRIDS = st.integers(1, 5).flatmap(
    lambda width: st.lists(st.lists(_TEXTS, min_size=width, max_size=width), min_size=1, max_size=6)
)


@both
@settings(deadline=None)
@given(grid=_GRIDS)
def test_what_comes_out_is_read_back_as_the_same_cells(make: Make, grid: list[list[str]]) -> None:
    read = read_back(sheet_text(make([["kop"] * len(grid[0]), *grid])).text)
    tidied = [[tidy(visible(cell)) for cell in row] for row in grid]
    expected = [(line, row) for line, row in enumerate(tidied, 2) if any(row)]
    assert read[1:] == expected


CORNERS = '<row r="1"><c r="A1"><v>1</v></c></row><row r="{row}"><c r="{cell}"><v>2</v></c></row>'
FAR_TOO_MUCH = "veel meer dan Balie kan lezen"
DAMAGED = "beschadigd of niet helemaal opgeslagen"


@pytest.mark.parametrize(
    ("row", "cell"),
    [
        ("1048576", "XFD1048576"),
        ("1048576", "C1048576"),
        ("999", "XFD999"),
        ("4294967295", "ZZZ4294967295"),
        ("1", "ZZZ9999999"),
        ("99999999999999999999", "A1"),
    ],
)
def test_two_cells_in_far_corners_are_refused(row: str, cell: str) -> None:
    refused(xlsx_of(CORNERS.format(row=row, cell=cell)), FAR_TOO_MUCH)


def test_a_far_cell_without_anything_in_it_is_no_hindrance() -> None:
    rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576" s="1"/></row>'
    assert lines(xlsx_of(rows)) == ["1"]


PLACELESS = "<c><v>1</v></c>"


@pytest.mark.parametrize(
    "rows",
    [
        f'<row r="900000">{PLACELESS}{PLACELESS}</row>',
        f"<row>{PLACELESS * 1000}</row>" + "<row/>" * 999 + f"<row>{PLACELESS}</row>",
        f'<row><c r="XFD1"><v>1</v></c>{PLACELESS}</row>' + f"<row>{PLACELESS}</row>" * 99,
        # Rows that seem to begin where the library sees none.
        '<row r="1">' + f"<c><is><row/></is></c>{PLACELESS}" * 900 + '</row><row r="900">'
        f"{PLACELESS}</row>",
        f'<row r="1">{PLACELESS}' + '<c r="A1"><is><row/></is></c>' * 9 + "</row>",
    ],
)
def test_cells_that_say_no_place_are_counted(rows: str) -> None:
    refused(xlsx_of(rows), f"{FAR_TOO_MUCH}|{DAMAGED}")


def test_one_long_text_in_very_many_cells_is_refused() -> None:
    cells = "".join(
        f'<row r="{row}"><c r="A{row}" t="s"><v>0</v></c></row>' for row in range(1, 9000)
    )
    sheet = f"<worksheet><sheetData>{cells}</sheetData></worksheet>"
    strings = f"<sst><si><t>{'x' * 32_000}</t></si></sst>"
    refused(xlsx(parts={SHEET: sheet, STRINGS: strings}), FAR_TOO_MUCH)


@pytest.mark.parametrize(
    "rows",
    [
        ods_row(ods_cell(), 1_000_000_000),
        ods_row(ods_cell(1_000_000_000)),
        ods_row(ods_cell(16_384), 1_048_576),
        ods_row(ods_cell()) + ods_row(EMPTY.format(1), 1_048_570) + ods_row(ods_cell()),
        ods_row(ods_cell(text='<text:s text:c="4000000000"/>')),
        ods_row(ods_cell(text='<text:s text:c="60000"/>' * 400)),
        ods_row(ods_cell(text='<text:s text:c="60000"/>'), 400),
        ods_row(ods_cell(text="x" * 100_000), 10_000),
        ods_row(ods_cell(10_000, "x" * 100_000)),
        ods_row(EMPTY.format('9000" table:formula="' + "x" * 90_000)),
        ods_row(EMPTY.format(16_383) + '<table:table-cell table:formula="of:=1"/>')
        + ods_row(EMPTY.format(1), 1_000)
        + ods_row(ods_cell()),
    ],
)
def test_what_is_there_by_repeating_is_counted(rows: str) -> None:
    refused(ods_of(rows), FAR_TOO_MUCH)


@pytest.mark.parametrize("number", ["0", "-1", "x", "1.5", "9" * 5000])
def test_a_number_of_repetitions_that_cannot_be_is_refused(number: str) -> None:
    row = f'<table:table-row table:number-rows-repeated="{number}">{ods_cell()}</table:table-row>'
    refused(ods_of(row), DAMAGED)


def test_a_table_in_a_cell_is_refused() -> None:
    table = f'<table:table table:name="b">{ods_row(ods_cell(9000), 9000)}</table:table>'
    refused(ods_of(ods_row(ods_cell(text=table))), DAMAGED)


def test_a_zip_bomb_is_refused_before_it_is_unpacked() -> None:
    bomb = xlsx([["a"]], parts={"xl/media/plaatje.bin": bytes(101_000_000)})
    assert len(bomb) < 200_000
    refused(bomb, FAR_TOO_MUCH)
    refused(xlsx_of(" " * 6_000_000), FAR_TOO_MUCH)
    refused(xlsx([["a"]], parts={STRINGS: "<sst>" + "<si/>" * 900_000 + "</sst>"}), FAR_TOO_MUCH)


def test_very_many_parts_or_sheets_are_refused() -> None:
    refused(
        zipped({"xl/workbook.xml": "", **{str(each): "" for each in range(2100)}}), FAR_TOO_MUCH
    )
    listed = "".join(f'<sheet name="{each}" r:id="rId1"/>' for each in range(1100))
    book = f'<workbook xmlns:r="r"><sheets>{listed}</sheets></workbook>'
    refused(xlsx([["a"]], parts={"xl/workbook.xml": book}), FAR_TOO_MUCH)


def test_a_file_that_is_too_large_is_said_so() -> None:
    refused(b"PK\x03\x04" + bytes(20_000_000), "te groot: 21 MB, hoogstens 20 MB")


@pytest.mark.parametrize(
    "sheet",
    [
        '<!DOCTYPE x [<!ENTITY a "b">]><worksheet><sheetData/></worksheet>',
        "<worksheet><sheetData></worksheet>",
        "",
        "<worksheet><sheetData/></worksheet>".encode("utf-16"),
        f"<worksheet><!--{'x' * 2_000_000}--><sheetData/></worksheet>",
        f'<worksheet a="{">" * 2_000_000}"><sheetData/></worksheet>',
        '<worksheet><sheetData><row r="x"/></sheetData></worksheet>',
        '<worksheet><sheetData><row r="1"><c r="1A"><v>1</v></c></row></sheetData></worksheet>',
        '<worksheet><sheetData><row r="1"><c t="q"><v>1</v></c></row></sheetData></worksheet>',
        '<worksheet><sheetData><row r="1"><c t="s"><v>9</v></c></row></sheetData></worksheet>',
    ],
)
def test_a_sheet_with_faults_is_said_to_be_damaged(sheet: str | bytes) -> None:
    refused(xlsx([["a"]], parts={SHEET: sheet}), f"{DAMAGED}|{FAR_TOO_MUCH}")


def test_a_file_that_was_cut_off_is_said_to_be_damaged() -> None:
    for data in (xlsx([["a"]]), ods([["a"]])):
        refused(data[:-30], DAMAGED)


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
PROTECTED = OLE + "EncryptedPackage".encode("utf-16-le")
TEXT_TYPE = "application/vnd.oasis.opendocument.text"


def locked_ods() -> bytes:
    with zipfile.ZipFile(BytesIO(ods([["a"]]))) as archive:
        parts = {each: archive.read(each) for each in archive.namelist()}
    manifest = "<a><manifest:encryption-data/></a>"
    return zipped({**parts, "META-INF/manifest.xml": manifest, "content.xml": "rommel"})


def locked_zip() -> bytes:
    data = bytearray(xlsx([["a"]]))
    at = data.rindex(b"PK\x01\x02", 0, data.rindex(b"xl/workbook.xml"))
    data[at + 8] |= 1
    return bytes(data)


@pytest.mark.parametrize("data", [PROTECTED, locked_ods(), locked_zip()])
def test_a_password_is_recognised(data: bytes) -> None:
    refused(data, "wachtwoord")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (OLE, "Dit soort Excel-bestand"),
        (zipped({"xl/workbook.bin": b"x"}), "Dit soort Excel-bestand"),
        (zipped({"word/document.xml": "<a/>", "[Content_Types].xml": "<a/>"}), "geen bestand van"),
        (zipped({"mimetype": TEXT_TYPE, "content.xml": "<a/>"}), "geen bestand van"),
        (zipped({"Index/Document.iwa": b"x"}), "geen bestand van"),
        (zipped({"agenda.csv": b"naam;datum"}), "geen bestand van"),
        (b"naam;datum\nVries;1-1-2026\n", "geen bestand van"),
        (b"", "geen bestand van"),
    ],
)
def test_another_kind_of_file_is_told_what_to_do(data: bytes, words: str) -> None:
    refused(data, words)
    with pytest.raises(UnreadableFileError, match=r"Sla het op als \.xlsx of CSV"):
        sheet_names(data)


ROWS: list[list[Cell]] = [
    ["naam", "datum", "tijd"],
    ["Vries", date(2026, 11, 24), time(9, 5)],
    ["Bakker\n", NINE_OH_FIVE, 612345678],
    [True, 1.5, None],
]
_PARTS = []
for _data in (xlsx(ROWS), ods(ROWS)):
    with zipfile.ZipFile(BytesIO(_data)) as _archive:
        _PARTS.append({each: _archive.read(each) for each in _archive.namelist()})

_PIECES = st.binary(max_size=4) | st.sampled_from(
    [b"<c>", b"</c>", b"<row>", b"<v>", b'r="XFD1048576"', b'"', b"<", b"&", b"-1", b"1e999"]
)
_PIECES |= st.sampled_from(
    [b"<!--", b"<![CDATA[", b"<table:table-row>", b'table:number-columns-repeated="90000000"']
)
_PIECES |= st.sampled_from(
    [b"<is><row/></is>", b't="s"', b't="e"', b"<dimension ref='B9:A1'/>", b"9" * 20, b"\xff\xfe"]
)
_CHANGES = st.lists(
    st.tuples(st.integers(0, 99), st.integers(0, 5000), _PIECES, st.integers(0, 9)),
    min_size=1,
    max_size=4,
)


@settings(max_examples=200, deadline=None)
@given(kind=st.integers(0, 1), changes=_CHANGES, outside=st.booleans())
def test_whatever_is_changed_in_a_file_it_is_read_or_refused(
    kind: int,
    changes: list[tuple[int, int, bytes, int]],
    outside: bool,  # noqa: FBT001
) -> None:
    parts = dict(_PARTS[kind])
    names = list(parts)
    whole = bytearray(zipped(parts))
    for which, place, put, taken in changes:
        content = whole if outside else bytearray(parts[names[which % len(names)]])
        at = place % (len(content) + 1)
        content[at : at + taken] = put
        if not outside:
            parts[names[which % len(names)]] = bytes(content)
    data = bytes(whole) if outside else zipped(parts)
    for read in (sheet_names, sheet_text):
        with contextlib.suppress(UnreadableFileError):
            read(data)
