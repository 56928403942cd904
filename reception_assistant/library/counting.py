"""How long a text is when it is said: its words, its sentences and its seconds."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from reception_assistant.library.filling import Part, parse

_WORDS_A_MINUTE = 120
_SECONDS_A_MINUTE = 60
_PLACEHOLDER_WORDS = ["", ""]

_PLACEHOLDER, _REST_OF_IT = "\ue000", "\ue001"  # neither letters nor the end of a sentence
_WORD = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f])*")
# What stands before a dot that ends no sentence: something written short, or initials.
_SHORT = re.compile(
    r"(?:^|[^\w.])(?:(?i:dr|bijv|enz|o\.a|i\.v\.m|a\.s)|(?:[A-ZÀ-ÖØ-Þ]\.)*(?:[A-ZÀ-ÖØ-Þ]|IJ|Th|Ph|Chr))\Z"
)
_LONGEST_SHORT = 12
_GOES_ON = re.compile(r"[\da-zà-öø-þ]")  # 12.30, a.u.b.
_END = re.compile(r"[.!?]+[\"'”’»)\]]*|\n")


class Sentence(NamedTuple):
    """A sentence as it is written, where it starts in the text, and how many words it has."""

    start: int
    text: str
    words: int


def words(text: str) -> int:
    """Return how many words are said; what is filled in later counts as two."""
    return len(words_in(parse(text)))


def words_in(parts: Iterable[Part]) -> list[str]:
    """Return the words of a text as written, with two empty ones for each placeholder."""
    found: list[str] = []
    for part in parts:
        found += _PLACEHOLDER_WORDS if part.name else _WORD.findall(part.text)
    return found


def seconds(text: str) -> int:
    """Return how long it takes to say `text`, in whole seconds, rounded up."""
    return seconds_for(words(text))


def seconds_for(count: int) -> int:
    """Return how long it takes to say so many words."""
    return -(-count * _SECONDS_A_MINUTE // _WORDS_A_MINUTE)


def sentences(text: str) -> tuple[Sentence, ...]:
    """Return the sentences of `text`, without those in which nothing is said."""
    masked = _masked(text)
    found: list[Sentence] = []
    start = 0
    for end in _ends(masked):
        if count := _counted(masked[start:end]):
            written = text[start:end]
            space = len(written) - len(written.lstrip())
            found.append(Sentence(start + space, written.strip(), count))
        start = end
    return tuple(found)


def _ends(masked: str) -> Iterator[int]:
    """Give the places where sentences end; the last is that of the text."""
    last = len(masked)
    for found in _END.finditer(masked):
        end = found.end()
        if end < last and (found[0] != "." or not _is_inside(masked, end - 1)):
            yield end
    yield last


def _is_inside(masked: str, dot: int) -> bool:
    """Tell whether a sentence goes on after the dot there."""
    if _GOES_ON.match(masked, dot + 1) and masked[dot - 1 : dot].isalnum():
        return True
    return _SHORT.search(masked[max(0, dot - _LONGEST_SHORT) : dot]) is not None


def _masked(text: str) -> str:
    """Return a text as long as `text`, in which placeholders hold no words and no ends."""
    text = text.replace(_PLACEHOLDER, " ")
    if "{" not in text:
        return text
    return "".join(
        _PLACEHOLDER + _REST_OF_IT * (len(part.text) - 1) if part.name else part.text
        for part in parse(text)
    )


def _counted(masked: str) -> int:
    return len(_WORD.findall(masked)) + len(_PLACEHOLDER_WORDS) * masked.count(_PLACEHOLDER)
