"""A text becomes a table: header, separator, rows with the line where they really stand."""

import csv
import io
from typing import Literal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reception_assistant.agenda.readers.tables.text import DELIMITERS, Header, TableText

Rows = list[tuple[int, list[str]]]


def known(cells: list[str]) -> int:
    """Count the columns that this test knows."""
    return len({"a", "b", "c"} & {cell.strip().lower() for cell in cells})


def looks_like_a_row(cells: list[str]) -> bool:
    return cells[0].isdigit()


def table(text: str, *, keep_lines: int = -1) -> tuple[Header, Rows, list[int]]:
    """Return the header, the rows and what was refused."""
    refused: list[int] = []
    lines = TableText(text)
    header = lines.find_header(known)
    assert header is not None
    rows = lines.records(
        header,
        refuse=lambda line, _reason: refused.append(line),
        is_row=looks_like_a_row,
        keep_lines=keep_lines,
    )
    return header, [(line, cells) for line, _text, cells in rows], refused


@pytest.mark.parametrize("mark", DELIMITERS)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_what_separates_the_cells_is_found_out_with_any_line_ending(mark: str, end: str) -> None:
    header, rows, _refused = table(end.join([f"a{mark}b{mark}c", f"1{mark}2{mark}3", ""]))
    assert header.delimiter == mark
    assert rows == [(2, ["1", "2", "3"])]


@pytest.mark.parametrize("line", ["sep=;", "SEP=;", '"sep=;"', "sep=,", "sep=;;;"])
def test_the_line_of_excel_is_heeded_but_the_header_decides(line: str) -> None:
    header, rows, _refused = table(f"{line}\na;b;c\n1;2;3")
    assert (header.line, header.above) == (2, ())
    assert rows == [(3, ["1", "2", "3"])]


def test_the_line_of_excel_may_stand_under_a_title() -> None:
    header, _rows, _refused = table("Week 45\nsep=;\na;b;c\n1;2;3")
    assert (header.line, header.above) == (3, (1,))


def test_the_line_of_excel_may_name_an_unusual_separator() -> None:
    assert table("sep=^\na^b^c\n1^2^3")[1] == [(3, ["1", "2", "3"])]
    assert table("sep=\t\na\tb\tc\n1\t2\t3")[1] == [(3, ["1", "2", "3"])]


def test_titles_above_the_header_are_told() -> None:
    header, rows, _refused = table("Week 45; a\n\nPraktijk\na;b;c\n1;2;3\n")
    assert (header.line, header.above) == (4, (1, 3))
    assert rows == [(5, ["1", "2", "3"])]


def test_the_header_is_sought_in_the_first_twenty_lines_only() -> None:
    assert TableText("\n" * 19 + "a;b").find_header(known)
    assert TableText("\n" * 20 + "a;b").find_header(known) is None


def test_a_line_end_within_quotes_is_no_row_and_the_next_lines_keep_their_number() -> None:
    _header, rows, _refused = table('a;b;c\n1;"x\ny;z";3\n4;5;6\n\n7;8;"9\n"\n10;11;12')
    assert rows == [
        (2, ["1", "x y;z", "3"]),
        (4, ["4", "5", "6"]),
        (6, ["7", "8", "9"]),
        (8, ["10", "11", "12"]),
    ]


def test_line_ends_are_kept_only_in_the_column_that_asks_for_them() -> None:
    _header, rows, _refused = table('a;b\r\n"1 \r\n x";" x  y \r\n\r\nz\r\n"', keep_lines=1)
    assert rows == [(2, ["1 x", "x y\n\nz"])]


def test_a_quote_inside_a_cell_is_part_of_it() -> None:
    assert table('a;b\n1;Jan "Jopie" Smit\n2;"Jan ""Jopie"" Smit"')[1] == [
        (2, ["1", 'Jan "Jopie" Smit']),
        (3, ["2", 'Jan "Jopie" Smit']),
    ]


@given(
    st.lists(st.text(st.sampled_from('";ab '), max_size=5), min_size=2, max_size=4),
    st.sampled_from([csv.QUOTE_ALL, csv.QUOTE_MINIMAL, csv.QUOTE_NONE]),
)
@example(["", "", ""], csv.QUOTE_ALL)
@example(['a";"b', ""], csv.QUOTE_ALL)
def test_quotes_mean_what_they_mean_to_every_other_program(
    cells: list[str], quoting: Literal[0, 1, 3]
) -> None:
    if quoting == csv.QUOTE_NONE:
        line = ";".join(cells)
    else:
        out = io.StringIO()
        csv.writer(out, delimiter=";", quoting=quoting, lineterminator="").writerow(cells)
        line = out.getvalue()
    [expected] = csv.reader([line], delimiter=";")
    expected = [" ".join(cell.split()) for cell in expected]
    _header, rows, refused = table(f"a;b\n{line}")
    assert rows == ([(2, expected)] if any(expected) and not refused else [])


def test_empty_rows_are_skipped() -> None:
    assert table('a;b\n\n  \n;\n;;;\n \t;\n"";""\n\u2003;\n1;2')[1] == [(9, ["1", "2"])]


def test_rows_may_have_fewer_or_more_cells_than_the_header() -> None:
    assert table("a;b\n1\n1;2;3")[1] == [(2, ["1"]), (3, ["1", "2", "3"])]


def test_a_quote_that_is_never_closed_costs_one_line() -> None:
    _header, rows, refused = table('a;b\n1;"x\n2;y\n3;z')
    assert refused == [2]
    assert [line for line, _cells in rows] == [3, 4]


def test_a_quote_that_is_closed_rows_later_swallows_none_of_them() -> None:
    _header, rows, refused = table('a;b\n1;"x\n2;y\n3;"z"\n4;q')
    assert refused == [2]
    assert [line for line, _cells in rows] == [3, 4, 5]


def test_a_quote_that_is_open_for_a_hundred_lines_was_not_meant() -> None:
    _header, rows, refused = table('a;b\n1;"x\n' + "tekst\n" * 120 + '"\n2;y')
    assert refused == [2, 123]
    assert len(rows) == 121


def test_a_cell_too_long_for_the_csv_reader_is_refused_and_the_next_row_is_read() -> None:
    _header, rows, refused = table('a;b\n1;"' + "x" * 200_000 + '"\n2;y')
    assert refused == [2]
    assert rows == [(3, ["2", "y"])]


@pytest.mark.parametrize("name", ["Jan\0sen", "Jan\u202esen", "\ufeffJansen", "Jan\u200bsen"])
def test_invisible_letters_are_left_out_and_their_lines_known(name: str) -> None:
    lines = TableText(f"a;b\n1;2\n3;{name}\n")
    assert lines.hidden == [3]
    assert lines.lines[2] == "3;Jansen"


def test_a_line_break_of_word_becomes_a_space() -> None:
    assert table("a;b\n1;Jan\x0bSmit")[1] == [(2, ["1", "Jan Smit"])]


@pytest.mark.parametrize("cell", [" x y", "x  y ", "x\u00a0y", "x\ty", '" x y"', '"x  y"'])
def test_white_space_is_single_and_never_at_the_edge(cell: str) -> None:
    assert table(f"a;b\n1;{cell}\n{cell};1")[1] == [(2, ["1", "x y"]), (3, ["x y", "1"])]


def test_white_space_in_a_file_with_tabs_between_cells() -> None:
    assert table("a\tb\n 1\tx  y \n2\tz")[1] == [(2, ["1", "x y"]), (3, ["2", "z"])]


def test_an_accent_written_apart_is_joined_with_its_letter() -> None:
    assert table("a;b\n1;Zoe\u0308\n2;\u037e")[1] == [(2, ["1", "Zoë"]), (3, ["2", ";"])]
