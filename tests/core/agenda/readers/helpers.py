"""Files written in a test, and what the reader makes of them."""

from datetime import date
from zoneinfo import ZoneInfo

from reception_assistant.agenda.incoming import IncomingRow, Progress, Reading
from reception_assistant.agenda.profile import TableChoices
from reception_assistant.agenda.readers.decoding import decode
from reception_assistant.agenda.readers.remarks import Remarks
from reception_assistant.agenda.readers.tables.columns import (
    OUR_COLUMNS,
    chosen_columns,
    column_names,
    known_columns,
)
from reception_assistant.agenda.readers.tables.opening import OpenTable, open_table
from reception_assistant.agenda.readers.tables.reader import TableReader
from reception_assistant.agenda.readers.tables.vocabulary import read_vocabulary
from reception_assistant.agenda.readers.trouble import UnreadableFileError, whole_file_refused
from reception_assistant.paths import scripts_nl

TODAY = date(2026, 11, 3)
ZONE = ZoneInfo("Europe/Amsterdam")
VOCABULARY = read_vocabulary(scripts_nl("agenda", "kolommen.toml"), OUR_COLUMNS)


def read_table(
    data: bytes, choices: TableChoices | None = None, progress: Progress = lambda _part: None
) -> Reading:
    """Read a table as the desk does: by the names that are known, or as chosen."""
    try:
        decoded = decode(data)
        table = open_table(decoded.text, VOCABULARY, decoded.remarks)
        remarks = table.start_remarks()
        if choices is None:
            columns = known_columns(
                table.header, VOCABULARY, table.dropped, table.holds_moments, remarks
            )
        else:
            columns = chosen_columns(table.header, choices, table.dropped, remarks)
    except UnreadableFileError as trouble:
        return whole_file_refused(trouble)
    return TableReader(VOCABULARY, TODAY, ZONE).read(table, columns, remarks, progress)


def reading(text: str | bytes) -> Reading:
    """Read a file as it would arrive today; `text` is saved as UTF-8."""
    data = text if isinstance(text, bytes) else text.encode()
    return read_table(data)


def row_of(**cells: str) -> IncomingRow:
    """Read the one appointment of a file that has these cells, and nothing to remark."""
    found = reading_of(**cells)
    assert (found.rejected, found.remarks) == ((), ())
    [row] = found.rows
    return row


def reading_of(**cells: str) -> Reading:
    """Read a file with one appointment; day, time and name are filled in when not given."""
    name = {} if {"naam", "achternaam"} & set(cells) else {"achternaam": "Vries"}
    cells = {"datum": "3-11-2026", "tijd": "9:05"} | name | cells
    quoted = ['"' + cell.replace('"', '""') + '"' for cell in cells.values()]
    return reading(";".join(cells) + "\n" + ";".join(quoted) + "\n")


def trouble(text: str | bytes) -> list[tuple[str, str]]:
    """Return the place and the reason of everything that was refused."""
    return [(rejected.where, rejected.reason) for rejected in reading(text).rejected]


def opened(*lines: str) -> OpenTable:
    """Open the table that has these lines."""
    return open_table("\n".join(lines), VOCABULARY)


def known(*lines: str) -> tuple[dict[str, str], tuple[str, ...]]:
    """Return which column each of ours is found in, by name, and what is remarked about it."""
    table, remarks = opened(*lines), Remarks()
    columns = known_columns(table.header, VOCABULARY, table.dropped, table.holds_moments, remarks)
    names = column_names(table.header)
    return {ours: names[place] for ours, place in columns.places.items()}, remarks.all()
