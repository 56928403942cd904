"""What is known of a sheet before it is read: how large it is, and what will need a remark."""

from io import BytesIO
from typing import NamedTuple

from reception_assistant.agenda.readers.tables.zip_check import too_large

MARK = "\ue000"  # a letter for private use, which no text of a practice holds
MOST_SHEETS = 1_000


class SheetName(NamedTuple):
    """A sheet as the workbook lists it."""

    name: str
    hidden: bool


class SheetFacts:
    """What was seen in a sheet; rows are counted from 1, as the user sees them."""

    def __init__(self) -> None:
        self.filled_rows = 0
        self.hidden_rows = 0
        self.error_rows: list[int] = []
        self.false_cells: set[tuple[int, int]] = set()
        """Row and column, counted from 0, of cells that would show a value where there is none."""
        self.unanswered = 0
        """Cells with a formula of which the outcome was not saved."""


class SafeSheet(NamedTuple):
    """A workbook that the library may read, and the sheet in it that is wanted.

    Cells may hold `MARK` and a place in `texts` instead of the text itself.
    """

    workbook: BytesIO
    name: str
    facts: SheetFacts
    texts: list[str]


def check_size(rows: int, columns: int, most: int) -> int:
    """Return how many cells there are up to the last; raises `UnreadableFileError` above `most`.

    The library that reads a sheet makes a place for each of them, filled or not. Two cells in two
    corners are 550 GB, and then it does not raise: the whole program is gone.
    """
    if rows * columns > most:
        raise too_large()
    return rows * columns
