"""Taking a citizen service number (BSN) out of what was written down.

A BSN is known by its shape: nine digits in a row that pass the eleven-test, or any digits close to
the word. Its digits become dots, one for each, and nothing else changes: the place of a cursor in
the text stays right.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

_WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)
_ELEVEN = 11
_NEAR = 3  # words
_DOT = "."

_NINE = re.compile(r"(?<![\d+])\d{9}(?!\d)")
# The country or the 0 of a telephone number, after which nine digits are no BSN: "+31 (0) ",
# "0031 ", "0-". Written together they are not nine in a row anyway. That of "14:00 " and "€ 10,00 "
# belongs to what stands before it.
_ALONE = r"(?<!\d)(?<!\d\S)(?<!,)"
_OF_TELEPHONE = re.compile(
    rf"(?:(?:\+ ?|{_ALONE}00 ?)\d{{0,3}}[ -]?(?:\(0\)|0)?|{_ALONE}0|\(0\))[ -]?$"
)
_LONGEST_START = 16
_CALLED = re.compile(r"(?<![^\W\d_])(?:bsn|burgerservice|b\. ?s\. ?n(?![^\W\d_]))", re.IGNORECASE)
# Digits with a space, a dot or a hyphen between them are one number: "123 456.782".
_PART = re.compile(
    rf"(?P<called>{_CALLED.pattern}[^\W\d_]*)|(?P<number>\d(?:[ .-]{{0,2}}\d)*)|[^\W\d_]+",
    re.IGNORECASE,
)


class Cleaned(NamedTuple):
    """A text without BSN, and whether there was one."""

    text: str
    found: bool


def without_bsn(text: str) -> Cleaned:
    """Return `text` with a dot for each digit of what is a BSN."""
    letters = list(text)
    plain = text.replace("\u00a0", " ")
    for start, end in (*_by_the_test(plain), *_near_the_word(plain)):
        for place in range(start, end):
            if letters[place].isdecimal():
                letters[place] = _DOT
    cleaned = "".join(letters)
    return Cleaned(cleaned, cleaned != text)


def passes_eleven_test(digits: str) -> bool:
    """Tell whether nine digits can be a BSN."""
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, digits, strict=True))
    return total % _ELEVEN == 0


def _by_the_test(text: str) -> Iterator[tuple[int, int]]:
    for found in _NINE.finditer(text):
        before = text[max(0, found.start() - _LONGEST_START) : found.start()]
        if passes_eleven_test(found.group()) and not _OF_TELEPHONE.search(before):
            yield found.span()


def _near_the_word(text: str) -> Iterator[tuple[int, int]]:
    """Give the numbers that stand at most three words from the word.

    Other numbers between them are no words: as dots they would not be either, and what is cleaned
    twice must stay as it is.
    """
    if not _CALLED.search(text):
        return
    numbers: list[tuple[int, tuple[int, int]]] = []
    called: list[int] = []
    words = 0
    for part in _PART.finditer(text):
        if part["number"]:
            numbers.append((words, part.span()))
            continue
        if part["called"]:
            called.append(words)
        words += 1
    for before, span in numbers:
        nearest = bisect_left(called, before)
        after = called[nearest] - before + 1 if nearest < len(called) else _NEAR + 1
        since = before - called[nearest - 1] if nearest else _NEAR + 1
        if min(after, since) <= _NEAR:
            yield span
