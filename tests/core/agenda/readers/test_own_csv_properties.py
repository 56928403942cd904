"""Whatever the file: no crash, and nothing that gets lost in silence."""

import csv
import io

from hypothesis import assume, example, given
from hypothesis import strategies as st

from reception_assistant.agenda.incoming import Reading
from reception_assistant.agenda.readers.cells import visible
from tests.core.agenda.readers.helpers import reading

HEAD = "datum;tijd;naam;aanspreekvorm;status;opmerking"
# Cells that are nearly right are the ones that go wrong.
CELLS = st.one_of(
    st.sampled_from(
        ["3-11-2026", "31-2-26", "9:05", "0905", "Smit", "de Vries, J.", "m", "v", "gepland", ""]
    ),
    st.text(max_size=12),
    st.text(st.sampled_from(";,\"\n\r\t '|=\0\u202e\ufeff"), max_size=6),
)
NO_TEXT = reading(b"\x01" * 99)
ROWS = st.lists(st.lists(CELLS, max_size=8), max_size=8)


def lines_told(found: Reading) -> set[int]:
    """Return the first line of each row that was read or refused."""
    refused = {int(rejected.where.removeprefix("regel ")) for rejected in found.rejected}
    return refused | {row.line for row in found.rows}


@given(st.binary(max_size=400))
@example(b"\xff\xfe\x00")
@example(b'datum;tijd;naam\n"')
def test_any_bytes_give_a_reading(data: bytes) -> None:
    found = reading(data)
    assert found.rows or found.rejected or found.remarks


@given(st.binary(max_size=200))
def test_any_bytes_under_a_good_header_give_a_reading(data: bytes) -> None:
    found = reading(HEAD.encode() + b"\n" + data)
    assert found.rows or found.rejected or found.remarks


@given(st.lists(st.lists(CELLS, min_size=1, max_size=8).map(";".join), max_size=8))
def test_every_line_that_says_something_is_a_row_or_a_refusal(lines: list[str]) -> None:
    text = "\n".join([HEAD, *lines]).replace('"', "").rstrip("\0\x1a")
    found = reading(text)
    physical = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    saying = {
        number
        for number, line in enumerate(physical, 1)
        if number > 1 and any(cell.strip() for cell in visible(line).split(";"))
    }
    if not any(rejected.where == "bestand" for rejected in found.rejected):
        assert lines_told(found) == saying


@given(ROWS)
def test_every_row_of_a_well_written_file_is_a_row_or_a_refusal(rows: list[list[str]]) -> None:
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(HEAD.split(";"))
    writer.writerows(rows)
    found = reading(out.getvalue())
    if not any(rejected.where == "bestand" for rejected in found.rejected):
        saying = [row for row in rows if any(visible(cell).strip() for cell in row)]
        assert len(found.rows) + len(found.rejected) >= len(saying)


@given(st.data(), ROWS)
def test_the_same_file_gives_the_same_facts_in_every_encoding_and_line_ending(
    data: st.DataObject, rows: list[list[str]]
) -> None:
    out = io.StringIO(newline="")
    end = data.draw(st.sampled_from(["\n", "\r\n", "\r"]))
    writer = csv.writer(out, delimiter=";", lineterminator="\n")
    writer.writerow(HEAD.split(";"))
    writer.writerows([cell.replace("\r", "") for cell in row] for row in rows)
    text = out.getvalue()
    encoding = data.draw(st.sampled_from(["utf-8-sig", "utf-16"]))
    found = reading(text)
    # So full of strays that it counts as no text: where that begins may differ by a line end.
    assume(found.columns)
    assert reading(text.replace("\n", end).encode(encoding)) in (found, NO_TEXT)


@given(ROWS)
def test_no_sentence_to_the_user_repeats_a_name(rows: list[list[str]]) -> None:
    text = HEAD + "\n" + "".join(f"3-11-20x6;9:0;Geheim {n};Geheim;;Geheim\n" for n in range(3))
    found = reading(text)
    told = [rejected.reason for rejected in found.rejected] + list(found.remarks)
    assert told
    assert not any("Geheim" in sentence for sentence in told)
