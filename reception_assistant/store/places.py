"""Where people stand in the list: a number for each that follows the sort key.

The index for finding people gives its answers in the order of these numbers, so the first of many
are had without looking at the others.
"""

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite3 import Connection

# A place is a number of 63 bits: the first nine letters of the sort key, and a number among those
# who begin alike.
_LETTERS, _BITS, _BITS_ALIKE = 9, 5, 18
_END = "0"
_ALPHABET = "abcdefghijklmnopqrstuvwxyz"
# What each letter up to and including this one becomes in a number to base 32.
_CODES_UP_TO = (
    ("\x1f", _END),
    (" ", "1"),
    ("`", "2"),
    *zip(_ALPHABET, "3456789abcdefghijklmnopqrs", strict=True),
    ("|", "t"),
    ("~", "u"),
    (chr(sys.maxunicode), "v"),
)


class _Codes(dict[int, str]):
    """The letters of a sort key as digits to base 32, in the same order."""

    def __missing__(self, letter: int) -> str:
        self[letter] = code = next(code for last, code in _CODES_UP_TO if letter <= ord(last))
        return code


_CODES = _Codes()


class Places:
    """Gives each person a place of their own, after those who begin alike."""

    def __init__(self, connection: "Connection") -> None:
        self._connection = connection
        self._last: dict[int, int] = {}

    def next(self, kept: str) -> int:
        """Return the place for one more person with this sort key, as it is kept."""
        letters = kept[:_LETTERS].translate(_CODES).ljust(_LETTERS, _END)
        first = int(letters, 1 << _BITS) << _BITS_ALIKE
        place = self._last.get(first) or self._last_taken(first)
        self._last[first] = place = place + 1
        return place

    def _last_taken(self, first: int) -> int:
        row = self._connection.execute(
            "SELECT MAX(place) FROM persons WHERE place >= ? AND place < ?",
            (first, first + (1 << _BITS_ALIKE)),
        ).fetchone()
        return first if row[0] is None else int(row[0])


def begin_alike(one: int, other: int) -> bool:
    """Tell whether two places are of people whose order within the list they do not tell."""
    return one >> _BITS_ALIKE == other >> _BITS_ALIKE
