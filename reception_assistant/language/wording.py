"""A phrase taken apart, and where it is said in a folded text, whatever the punctuation."""

import re
from collections.abc import Callable
from typing import NamedTuple

from reception_assistant.errors import BugError
from reception_assistant.language.folding import Folded
from reception_assistant.language.words import Phrase

_GAP = "..."
_MOST_IN_GAP = 3
_WORD = re.compile(r"\w+")
_ENDS_SENTENCE = re.compile("[.!?]")

_Span = tuple[int, int]
_Step = Callable[[str, int], _Span | None]


class Wording(NamedTuple):
    """The words of a phrase: its longest, by which it is found, and those on either side.

    Those before stand in the order in which they are met, so backwards. `left` and `right` are the
    words beside the longest with a space, and "" where any word may stand.
    """

    phrase: Phrase
    anchor: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    left: str
    right: str

    def around(self, text: str, start: int, end: int) -> _Span | None:
        """Return where the phrase is said whose anchor goes from `start` to `end`."""
        first = _reach(text, start, self.before, _word_before)
        if first is None:
            return None
        last = _reach(text, end, self.after, _word_after)
        return None if last is None else (first, last)


def wording_of(phrase: Phrase) -> Wording:
    """Take a phrase apart."""
    parts: list[str] = []
    for part in phrase.pattern.split():
        parts += [_GAP] if part == _GAP else _WORD.findall(Folded(part).text)
    while parts and parts[-1] == _GAP:
        parts.pop()
    while parts and parts[0] == _GAP:
        parts.pop(0)
    if not parts:
        raise BugError(f"a phrase without words: {phrase.pattern}")
    at = max(range(len(parts)), key=lambda place: (parts[place] != _GAP, len(parts[place])))
    before, after = (*parts[:at][::-1], _GAP), (*parts[at + 1 :], _GAP)
    return Wording(
        phrase,
        anchor=parts[at],
        before=before[:-1],
        after=after[:-1],
        left="" if before[0] == _GAP else f"{before[0]} ",
        right="" if after[0] == _GAP else f" {after[0]}",
    )


def _reach(text: str, place: int, parts: tuple[str, ...], step: _Step) -> int | None:
    """Return how far the words `parts` go from `place` on, or None when others stand there."""
    if not parts:
        return place
    rest = parts[1:]
    if parts[0] != _GAP:
        word = step(text, place)
        if word is None or text[slice(*word)] != parts[0]:
            return None
        return _reach(text, _far(word, place), rest, step)
    for _word in range(_MOST_IN_GAP + 1):
        found = _reach(text, place, rest, step)
        if found is not None:
            return found
        word = step(text, place)
        if word is None or _ENDS_SENTENCE.search(_between(text, place, word)):
            return None
        place = _far(word, place)
    return None


def _word_before(text: str, place: int) -> _Span | None:
    """Return where the last word before `place` stands."""
    if text[place - 1 : place] == " ":  # as nearly always, and much faster
        start = text.rfind(" ", 0, place - 1) + 1
        if text[start : place - 1].isalnum():
            return start, place - 1
    end = place
    while end and not text[end - 1].isalnum():
        end -= 1
    start = end
    while start and text[start - 1].isalnum():
        start -= 1
    return (start, end) if start < end else None


def _word_after(text: str, place: int) -> _Span | None:
    if text[place : place + 1] == " ":
        end = text.find(" ", place + 1)
        end = end if end > 0 else len(text)
        if text[place + 1 : end].isalnum():
            return place + 1, end
    found = _WORD.search(text, place)
    return found.span() if found else None


def _far(word: _Span, place: int) -> int:
    return word[1] if word[0] >= place else word[0]


def _between(text: str, place: int, word: _Span) -> str:
    return text[place : word[0]] if word[0] >= place else text[word[1] : place]
