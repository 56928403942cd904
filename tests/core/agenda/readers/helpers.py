"""Files written in a test, and what the reader makes of them."""

from datetime import date

from reception_assistant.agenda.incoming import IncomingRow, Reading
from reception_assistant.agenda.readers.tables.rows import read_own_csv

TODAY = date(2026, 11, 3)


def reading(text: str | bytes) -> Reading:
    """Read a file as it would arrive today; `text` is saved as UTF-8."""
    data = text if isinstance(text, bytes) else text.encode()
    return read_own_csv(data, today=TODAY)


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
