"""Saying one treatment in plain words: which words are said otherwise, and whether that is Dutch.

A line of the file is taken apart when it is needed.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from reception_assistant.errors import BugError
from reception_assistant.language.fitting import bends, repeats, stands_alone
from reception_assistant.language.folding import Folded, capitals
from reception_assistant.language.short_forms import HEADS, TREATMENTS
from reception_assistant.text import fold

GENERAL = "algemeen"
_UNKNOWN = "anders"
_WHEN = ("", "los", "eigen", "los eigen")
_HYPHENS = "-‐‑–"
_WORD = re.compile(r"\w+")


class Short(NamedTuple):
    """A word in the agenda and what is said for it.

    `alone`: only where no other word stands beside it. `only_own`: only in its own discipline,
    which is "" for what the practice itself added.
    """

    form: str
    discipline: str
    plain: str
    alone: bool = False
    only_own: bool = False


class TreatmentWords:
    """Knows the short forms of a file, and what a practice added itself.

    The practice's own discipline goes before what is for everybody. Where it is not known, the
    words of all count on which they agree.
    """

    def __init__(
        self, lines: Iterable[str], discipline: str, own: Iterable[tuple[str, str]]
    ) -> None:
        self._discipline = discipline
        self._own: dict[str, Short] = {}
        for form, plain in own:
            self._own.setdefault(fold(form), Short(form, "", plain))
        self._lines = _by_form(lines)
        self._longest = 1 + max((key.count(" ") for key in (*self._own, *self._lines)), default=0)

    def _short(self, key: str) -> Short | None:
        if short := self._own.get(key):
            return short
        shorts = [short_of(line) for line in self._lines.get(key, "").splitlines()]
        for whose in (self._discipline, GENERAL):
            for short in shorts:
                if short.discipline == whose:
                    return short
        if self._discipline != _UNKNOWN:
            return None  # a word of another trade may mean something else here
        others = [short for short in shorts if not short.only_own]
        agree = len({short.plain for short in others}) == 1
        return others[0] if agree else None

    def said(self, treatment: str) -> str:
        """Return `treatment` in plain words, or as it is where there are none."""
        text = _Treatment(treatment)
        at = 0
        while at < len(text.words):
            for count in range(min(self._longest, len(text.words) - at), 0, -1):
                if short := self._short(text.letters(at, at + count)):
                    text.say(short, at, at + count)
                    at += count
                    break
            else:
                at += 1
        return text.said()


class _Treatment:
    """One treatment, of which parts are said otherwise, from left to right."""

    def __init__(self, original: str) -> None:
        self._original, self._folded = original, Folded(original)
        spans = [word.span() for word in _WORD.finditer(self._folded.text)]
        self._spans = spans
        self._places = [self._folded.span(*span) for span in spans]
        self.words = [self._folded.text[start:end] for start, end in spans]
        self._pieces: list[str] = []
        self._done = self._words_done = 0

    def letters(self, first: int, last: int) -> str:
        """Return the words from `first` up to `last`, folded, with what divides them."""
        return self._folded.text[self._spans[first][0] : self._spans[last - 1][1]]

    def say(self, short: Short, first: int, last: int) -> None:
        """Say `short` for the words from `first` up to `last`, if that is good Dutch."""
        start, end = self._places[first][0], self._places[last - 1][1]
        if self._in_compound(start, end) or not self._has_capitals(short.form, first):
            return
        if not short.discipline or self._fits(short, first, last):
            self._pieces += (self._original[self._done : start], self._dressed(short, first, end))
            self._done, self._words_done = end, last

    def said(self) -> str:
        """Return all of it as it is said now."""
        if not self._pieces:
            return self._original
        return "".join((*self._pieces, self._original[self._done :]))

    def _in_compound(self, start: int, end: int) -> bool:
        """Tell whether a hyphen ties the words to others, as in M3-extractie."""
        around = self._original[max(0, start - 1) : start], self._original[end : end + 1]
        return any(sign and sign in _HYPHENS for sign in around)

    def _has_capitals(self, form: str, first: int) -> bool:
        start = self._spans[first][0]
        sources = (self._folded.source(start + at) for at in capitals(form))
        return all(self._original[source].isupper() for source in sources)

    def _fits(self, short: Short, first: int, last: int) -> bool:
        before, after = self._beside(first - 1, first), self._beside(last, last - 1)
        was_said = first > 0 and self._words_done == first  # then it is no adjective
        if short.alone and not stands_alone(before, after):
            return False
        if not short.alone and not was_said and bends(before):
            return False
        said = fold(" ".join(self._pieces)).split()
        others = [*said, *self.words[self._words_done : first], *self.words[last:]]
        return not repeats(fold(short.plain).split(), others)

    def _beside(self, at: int, near: int) -> str:
        """Return the word at `at` when only spaces divide it from `near`; a number is no word."""
        if not 0 <= at < len(self.words):
            return ""
        left, right = sorted((at, near))
        between = self._original[self._places[left][1] : self._places[right][0]]
        return self.words[at] if between.isspace() and self.words[at].isalpha() else ""

    def _dressed(self, short: Short, first: int, end: int) -> str:
        """Return the plain word with the capitals of the word that it replaces."""
        shown = self._original[self._places[first][0] : end]
        usual = short.form[:1].islower()  # else the capital is a part of the form
        if usual and len(shown) > 1 and shown.isupper():
            return short.plain.upper()
        if shown[:1].isupper() and usual:
            letters = 2 if short.plain.startswith("ij") else 1
            return short.plain[:letters].upper() + short.plain[letters:]
        return short.plain


def _by_form(lines: Iterable[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for line in lines:
        form = key = line.partition(";")[0]
        if not (form.isalpha() and form.isascii() and form.islower()):  # mostly it is
            key = fold(form)
        found[key] = f"{found[key]}\n{line}" if key in found else line
    return found


def short_of(line: str) -> Short:
    """Take a line of the file apart; one that is wrong raises `BugError`."""
    form, discipline, plain, when = (*line.split(";"), "", "", "")[:4]
    if line.count(";") != HEADS.count(";") or when not in _WHEN or not (form and plain):
        raise BugError(f"a wrong line in {TREATMENTS}: {line}")
    return Short(form, discipline, plain, "los" in when, "eigen" in when)
