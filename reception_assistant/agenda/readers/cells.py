"""Cells made clean: no invisible letters, one form for each accent, single spaces."""

import re
import unicodedata
from operator import or_
from typing import NamedTuple

from reception_assistant.agenda.readers.pieces import pieces

# Control characters but tab and line ends, marks that turn the writing direction around, and
# letters without width; white space among them (a line break of Word, for one) becomes a space.
_HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"
    "\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]"
)
_WHITE = frozenset(letter for letter in map(chr, range(0x3001)) if letter.isspace()) - {" ", "\n"}
_USUAL = bytes(code for code in range(128) if 32 <= code < 127 or code in b"\t\n\r")  # noqa: PLR2004


class Strange(NamedTuple):
    """What a whole text holds that must be looked for in every cell."""

    hidden: bool = False
    white: bool = False
    """White space other than a space and a line end."""
    apart: bool = False
    """An accent that is written apart from its letter, or else not in its usual form (NFC)."""


def strange(text: str) -> Strange:
    """Return what is strange in `text`; quick, also for a whole file."""
    found = Strange()
    for piece in pieces(text, "\n"):
        found = Strange._make(map(or_, found, _strange(piece)))
    return found


def _strange(text: str) -> Strange:
    unusual = text.encode("utf-8").translate(None, _USUAL).decode("utf-8")
    return Strange(
        hidden=bool(_HIDDEN.search(unusual)),
        white="\t" in text or not set(unusual).isdisjoint(_WHITE),
        apart=not text.isascii() and not unicodedata.is_normalized("NFC", text),
    )


def visible(text: str) -> str:
    """Return `text` without the letters that nobody can see."""
    return _HIDDEN.sub(lambda found: " " if found[0].isspace() else "", text)


def tidy(cell: str) -> str:
    """Return `cell` on one line, with single spaces and accents in their usual form."""
    return " ".join(unicodedata.normalize("NFC", cell).split())


def tidy_lines(cell: str) -> str:
    """Return `cell` like `tidy`, but with its line ends kept."""
    return "\n".join(tidy(line) for line in cell.split("\n")).strip()
