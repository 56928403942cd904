"""Where a table begins: a header with names that we know or not, further down, or none at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reception_assistant.agenda.profile import TableChoices
from reception_assistant.agenda.readers.trouble import UnreadableFileError
from tests.core.agenda.readers.helpers import opened, read_table, reading

ROWS = (
    "3-11-2026;9:05;Jansen, P.;0612345678;",
    "3-11-2026;9:25;Vries, J. de;;controle",
    "3-11-2026;9:45;Smit, K.;0612345670;controle",
)


def test_names_that_nobody_knows_are_a_header_all_the_same() -> None:
    table = opened("Wanneer;Uurtje;Wie;Contact;Wat", *ROWS)
    assert (table.header.line, table.header.names) == (
        1,
        ("Wanneer", "Uurtje", "Wie", "Contact", "Wat"),
    )
    assert [cells[2] for cells in table.sample] == ["Jansen, P.", "Vries, J. de", "Smit, K."]


@pytest.mark.parametrize(
    "above",
    [
        ("Praktijk De Kies",),
        ("Praktijk De Kies;;;;", "", "Lijst van 3-11-2026;;;;"),
        (";;;;", "Week 45;;;;"),
        ("Lijst;van;dinsdag",),
        ("Contact: 020-1234567, Dorpsstraat 1", "gemaakt op 2-11-2026 17:05"),
    ],
)
def test_titles_above_unknown_names_are_passed_over_and_told(above: tuple[str, ...]) -> None:
    table = opened(*above, "Wanneer;Uurtje;Wie;Contact;Wat", *ROWS)
    assert table.header.line == len(above) + 1
    told = [number for number, line in enumerate(above, 1) if line.strip(";")]
    assert list(table.header.above) == told
    assert len(table.sample) == 3


def test_a_header_may_leave_some_columns_without_a_name() -> None:
    table = opened("Wanneer;Uurtje;Wie;;", *ROWS)
    assert table.header.names == ("Wanneer", "Uurtje", "Wie", "", "")


def test_without_a_header_every_line_is_a_row_and_the_columns_are_numbered() -> None:
    table = opened(*ROWS)
    assert (table.header.line, table.header.after) == (0, 0)
    assert table.header.names == tuple(f"kolom {number}" for number in range(1, 6))
    assert [cells[2] for cells in table.sample] == ["Jansen, P.", "Vries, J. de", "Smit, K."]


def test_without_a_header_a_first_row_with_few_cells_is_not_lost() -> None:
    table = opened("3-11-2026;9:05;Jansen, P.;;", *ROWS[1:])
    assert [cells[2] for cells in table.sample] == ["Jansen, P.", "Vries, J. de", "Smit, K."]


def test_rows_without_a_header_are_read_as_somebody_chose() -> None:
    columns = {"datum": "kolom 1", "tijd": "kolom 2", "naam": "kolom 3"}
    found = read_table("\n".join(ROWS).encode(), TableChoices(columns=columns))
    assert [row.line for row in found.rows] == [1, 2, 3]
    assert found.rejected == ()


def test_known_words_in_a_row_do_not_make_it_a_header() -> None:
    table = opened("3-11-2026;9:05;Jansen, P.;Telefoon;Huisarts", *ROWS)
    assert table.header.line == 0
    assert len(table.sample) == 4


def test_of_two_lines_the_one_with_most_names_that_we_know_is_the_header() -> None:
    table = opened("Naam van de lijst;tijd", "Datum;Tijd;Naam;Telefoon;Reden", *ROWS)
    assert (table.header.line, table.header.above) == (2, (1,))


def test_the_line_above_the_first_row_is_the_header_of_two_full_lines() -> None:
    table = opened("blok;blok;persoon;persoon;zorg", "Wanneer;Uurtje;Wie;Contact;Wat", *ROWS)
    assert (table.header.line, table.header.above) == (2, (1,))


def test_without_any_row_the_fullest_line_is_the_header() -> None:
    assert opened("Lijst;;", "Wanneer;Uurtje;Wie").header.line == 2


def test_the_mark_between_the_cells_is_the_one_that_most_lines_agree_on() -> None:
    table = opened(
        "Wanneer,Wie,Waarom",
        '3-11-2026 9:05,"Jansen; P.",a;b;c;d',
        "3-11-2026 9:25,Smit,a;b;c;d",
        "3-11-2026 9:45,Bos,d",
    )
    assert table.header.delimiter == ","
    assert table.column(1) == ["Jansen; P.", "Smit", "Bos"]


@pytest.mark.parametrize("line", ["sep=;", '"sep=;"', "SEP=;"])
def test_the_line_of_excel_above_unknown_names_is_no_row(line: str) -> None:
    table = opened(line, "Wanneer;Uurtje;Wie;Contact;Wat", *ROWS)
    assert (table.header.line, table.header.above) == (2, ())


@pytest.mark.parametrize("text", ["hallo", "hallo\nallemaal\n", "a\tb", "Wie;Wat"])
def test_a_text_is_a_table_only_with_two_columns(text: str) -> None:
    if ";" in text or "\t" in text:
        assert len(opened(text).header.names) == 2
    else:
        with pytest.raises(UnreadableFileError, match="geen namen van kolommen"):
            opened(text)


@pytest.mark.parametrize(
    "text",
    [
        "<html><body><table><tr><td>datum;tijd;naam",
        "\n  <!DOCTYPE html>\n<table>",
        "<!-- lijst --><TABLE border=1>",
        "<meta charset=utf-8>\ndatum;tijd;naam\n3-11-2026;9:05;A",
    ],
)
def test_a_web_page_with_the_name_of_a_spreadsheet_is_told(text: str) -> None:
    [rejected] = reading(text).rejected
    assert rejected.where == "bestand"
    assert rejected.reason == (
        "Dit is een webpagina, ook al heet het bestand misschien anders. "
        "Open het in Excel, sla het op als CSV en kies dat bestand."
    )


CELL = st.text(st.sampled_from('ab ;,|\t"1-:€\n'), max_size=6)


@given(st.lists(st.lists(CELL, max_size=5).map(";".join), max_size=25))
def test_whatever_the_text_no_line_is_both_above_and_below_the_header(lines: list[str]) -> None:
    try:
        table = opened(*lines)
    except UnreadableFileError:
        return
    header = table.header
    assert header.names
    assert all(line < max(header.line, header.after + 1) for line in header.above)
    assert header.after >= header.line or not header.line
    # What is neither above nor a row says nothing.
    first = header.after if not header.line else header.line - 1
    skipped = {*range(1, first + 1)} - set(header.above)
    for line in skipped:
        text = table.text.lines[line - 1]
        assert not text.strip(" \t;,|") or text.lower().lstrip(' "').startswith("sep=")
