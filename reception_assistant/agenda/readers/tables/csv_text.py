"""Rows of cells from elsewhere written as CSV, in which each row is one line."""

import csv
from collections.abc import Iterable
from io import StringIO
from typing import NamedTuple

DELIMITER = ";"
MOST_LETTERS = 20_000_000

_KNOWN_DIGITS = 15  # of a longer number a spreadsheet has lost the last ones


class CsvText(NamedTuple):
    """Cells as CSV with ";" in which the number of a line is that of the row, and what to say.

    It is not `whole` when rows were left out because there are too many.
    """

    text: str
    remarks: tuple[str, ...] = ()
    whole: bool = True


class CsvWriter:
    """Writes rows that the reader of tables reads back as they were."""

    def __init__(self) -> None:
        self._out = StringIO()
        self._row = csv.writer(self._out, delimiter=DELIMITER, lineterminator="\n").writerow

    @property
    def is_full(self) -> bool:
        """Tell whether there is more text now than a list of appointments ever has."""
        return self._out.tell() > MOST_LETTERS

    def add(self, cells: Iterable[str]) -> None:
        """Write a row; its cells have no line ends."""
        self._row(cells)

    def text(self) -> str:
        """Return all that was written."""
        return self._out.getvalue()


def on_one_line(text: str) -> str:
    """Return `text` with spaces for its line ends."""
    return text if text.isprintable() else " ".join(text.splitlines())


def number_text(number: float) -> str:
    """Return `number` as it is read aloud: a telephone number is no fraction."""
    if number.is_integer():
        whole = str(int(number))
        return whole if len(whole.lstrip("-")) <= _KNOWN_DIGITS else f"{number:.15G}"
    return repr(number) if abs(number) < float("inf") else ""
