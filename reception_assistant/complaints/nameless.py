"""Leaving out of a text who it is about."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from reception_assistant.i18n import _
from reception_assistant.naming.prefixes import PREFIX_WORDS
from reception_assistant.text import fold

_WORD = re.compile(r"([^\W_]+)(?:['’]s\b)?")
_ENDINGS = ("s", "en")  # Fatimas lijst, de Jansens, de Vriesen
_SHORTEST = 2  # letters; one letter alone is an initial
_MOST_WORDS = 6  # "mevrouw dr. van der Wit"
_FEW = 2  # words of a name without capitals; more are a description
_SMALL = frozenset(map(fold, PREFIX_WORDS)) | {"een", "en", "met", "nog", "of", "vd"}
"""Small words in names, which say nothing of somebody alone."""
_ADDRESSED = frozenset(
    (
        *("mevrouw", "mevr", "mw", "meneer", "mijnheer", "dhr", "heer", "de", "familie", "fam"),
        *("dr", "drs", "mr", "ir", "dokter", "zuster"),
    )
)
_SHORT = frozenset({"mw", "mevr", "dhr", "fam", "dr", "drs", "mr", "ir"})
_BETWEEN = re.compile(r"[\s.'’-]*")


class _Word(NamedTuple):
    """A word of a text: where it stands, and the forms in which a name may stand in it.

    `opens` tells that it begins a sentence, or the text.
    """

    start: int
    end: int
    text: str
    forms: tuple[str, ...]
    opens: bool = False


class Names:
    """The names that are left out."""

    def __init__(self, names: Iterable[str]) -> None:
        self._alone: set[str] = set()
        self._whole: dict[str, set[tuple[str, ...]]] = {}
        for name in names:
            self._add([each.text for each in _words(name)])

    def _add(self, words: list[str]) -> None:
        while words and fold(words[0]) in _ADDRESSED - _SMALL:
            words.pop(0)
        known = tuple(map(fold, words))
        telling = [word for word in words if _is_telling(word)]
        described = len(telling) > _FEW and all(word.islower() for word in telling)
        if not telling or described:
            return
        self._alone.update(map(fold, telling))
        if len(known) > 1:
            self._whole.setdefault(known[0], set()).add(known)

    def out_of(self, text: str) -> str:
        """Return `text` with "iemand" wherever one of these stands."""
        words = list(_words(text))
        result, done = "", 0
        for start, end in _joined(text, words, list(self._found(words))):
            result += text[done:start] + _("iemand")
            done = end
        return result + text[done:]

    def _found(self, words: Sequence[_Word]) -> Iterator[tuple[int, int]]:
        """Give from which to which word a name stands."""
        at = 0
        while at < len(words):
            length = self._length(words, at)
            if length:
                yield at, at + length
            at += length or 1

    def _length(self, words: Sequence[_Word], at: int) -> int:
        """Return how many words the name has that begins here; 0 when none does."""
        for whole in sorted(self._whole.get(fold(words[at].text), ()), key=len, reverse=True):
            here = words[at : at + len(whole)]
            if len(here) == len(whole) and all(
                part in word.forms for part, word in zip(whole, here, strict=True)
            ):
                return len(whole)
        word = words[at]
        capital = not word.text.islower()
        return int(capital and not self._alone.isdisjoint(word.forms)) or _addressed(words, at)


def without_names(text: str, names: Iterable[str]) -> str:
    """Return `text` in which nobody of `names` is named, in whatever way it was written.

    A part of a name counts where it has a capital, so that "de bakker" stays where Bakker goes.
    """
    return Names(names).out_of(text)


def _joined(
    text: str, words: Sequence[_Word], found: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """Give the places in the text, with what belongs to them: "mevrouw", an initial, two names."""
    last: tuple[int, int] | None = None
    for first, after in found:
        begin = first
        while begin and _belongs(text, words[begin - 1], words[begin]):
            begin -= 1
        start, end = words[begin].start, words[after - 1].end
        if last is not None and (start <= last[1] or _BETWEEN.fullmatch(text, last[1], start)):
            last = last[0], end
            continue
        if last is not None:
            yield last
        last = start, end
    if last is not None:
        yield last


def _belongs(text: str, before: _Word, name: _Word) -> bool:
    """Tell whether the word before a name is a part of how somebody is called."""
    if not _BETWEEN.fullmatch(text, before.end, name.start):
        return False
    initial = len(before.text) == 1 and before.text.isupper()
    return initial or fold(before.text) in _ADDRESSED


def _addressed(words: Sequence[_Word], at: int) -> int:
    """Return how many words stand for somebody in "mevrouw de Wit", whoever that is."""
    if fold(words[at].text) not in _ADDRESSED - _SMALL:
        return 0
    for length, word in enumerate(words[at + 1 : at + _MOST_WORDS], 2):
        if word.opens:
            return 0
        if fold(word.text) in _SMALL | _ADDRESSED:
            continue
        return length if word.text[0].isupper() and len(word.text) > 1 else 0
    return 0


def _is_telling(word: str) -> bool:
    return len(word) >= _SHORTEST and fold(word) not in _SMALL | _ADDRESSED


def _words(text: str) -> Iterator[_Word]:
    for match in _WORD.finditer(text):
        word = match.group(1)
        plain = fold(word)
        forms = (plain, *(plain.removesuffix(each) for each in _ENDINGS if plain.endswith(each)))
        yield _Word(match.start(), match.end(), word, forms, _opens(text, match.start()))


def _opens(text: str, at: int) -> bool:
    """Tell whether a sentence begins here; the full stop of "mw." ends none."""
    before = text[:at].rstrip()
    if not before.endswith("."):
        return not before or before[-1] in "!?:;\n"
    return fold(before[:-1].rpartition(" ")[2]) not in _SHORT
