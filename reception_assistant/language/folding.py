"""Text made comparable for finding words in it, with the way back to where each letter stood."""

import re
import unicodedata
from bisect import bisect_right
from functools import lru_cache

from reception_assistant.text import fold

_DROPPED = "'’‘`´·"
_SEPARATORS = "-‐‑–—/_"
# Everything but the plainest letters, digits and signs; one class, because that is scanned fastest.
_ODD = r"[^!-&(-,.0-^a-~ ]"
_ODD_OR_SPACES = r"[^!-&(-,.0-^a-~ ]|  +"  # slower


class Folded:
    """A text in small letters without accents, apostrophes, hyphens or double spaces.

    What else divides words stays, so that a word never goes on over a comma. `span` tells where a
    part of `text` stands in `original`.
    """

    __slots__ = ("_places", "_sources", "original", "text")

    def __init__(self, original: str) -> None:
        self.original = original
        self._places, self._sources = [0], [0]
        pieces: list[str] = []
        done = longer = 0  # by how much the folded text is longer than the original, up to here
        spaced = False
        for odd in re.finditer(_ODD_OR_SPACES if "  " in original else _ODD, original):
            start, end = odd.span()
            if start < done:
                continue
            before, instead = original[done:start], _instead(odd[0])
            spaced = before.endswith(" ") if before else spaced
            if instead == " " and spaced:
                instead = ""
            spaced = instead == " " or (spaced and not instead)
            while spaced and original[end : end + 1] == " ":
                end += 1
            if len(instead) != end - start:
                for place in range(len(instead)):
                    self._turn(start + longer + place, start)
                longer += len(instead) - (end - start)
                self._turn(end + longer, end)
            pieces += (before, instead)
            done = end
        pieces.append(original[done:])
        self.text = "".join(pieces).lower()

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where the letters from `start` to `end` stand in the original, with accents."""
        last = self.source(end - 1) + 1
        while _is_accent(self.original[last : last + 1]):
            last += 1
        return self.source(start), last

    def source(self, place: int) -> int:
        """Return where the letter at `place` stands in the original."""
        turn = bisect_right(self._places, place) - 1
        return self._sources[turn] + place - self._places[turn]

    def _turn(self, place: int, source: int) -> None:
        self._places.append(place)
        self._sources.append(source)


def _is_accent(letter: str) -> bool:
    return letter >= "\u0300" and unicodedata.category(letter)[0] == "M"


def capitals(form: str) -> tuple[int, ...]:
    """Return which letters of the folded `form` belong to an abbreviation: OPG's, but not X-foto.

    They are found only where they are capitals: HAP is a place, and "hap" a bite.
    """
    if form.islower():
        return ()
    short = {
        place
        for word in re.finditer(r"\w+", form)
        if len(word[0]) > 1 and word[0].isupper()
        for place in range(*word.span())
        if form[place].isupper()
    }
    folded = Folded(form)
    return tuple(place for place in range(len(folded.text)) if folded.source(place) in short)


@lru_cache(maxsize=1_000)
def _instead(odd: str) -> str:
    """Return what stands for an odd sign, or for a row of spaces."""
    if odd in _DROPPED:
        return ""
    if odd in _SEPARATORS or odd.isspace():
        return " "
    kind = unicodedata.category(odd)
    if kind == "Cf":  # shows nothing, such as a place where a word may be broken
        return ""
    return fold(odd) or ("" if kind[0] == "M" else " ")
