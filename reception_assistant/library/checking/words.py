"""Finds in a line what is better said otherwise: words of the trade, phrases and figures."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import NamedTuple

from reception_assistant.language.matching import Matcher
from reception_assistant.language.words import Discipline, Phrase, PlainWord, Severity
from reception_assistant.library.checking.figures import FIGURES

_BETWEEN = " . Xxx . "  # nothing is found that stands on both sides of it
_GENERAL = (Discipline.GENERAL, Discipline.OWN)


class Spotted(NamedTuple):
    """Something that was found, and the letters in which it was said."""

    said: str
    what: PlainWord | Phrase


class WordFinder:
    """Knows the words and phrases of a library; a text is looked through for each of them."""

    def __init__(self, words: Iterable[PlainWord], phrases: Iterable[Phrase]) -> None:
        # What is to be avoided comes first where a word is in the list twice.
        self._words = sorted(words, key=lambda word: word.severity is not Severity.AVOID)
        self._of_trade: dict[frozenset[str], Matcher] = {}
        self._phrases = Matcher(FIGURES, phrases, "")

    def words(self, texts: Sequence[str], disciplines: Sequence[str]) -> list[list[Spotted]]:
        """Return the words of the trade in each text, for practices of `disciplines`.

        Without any it is for everybody: then the words of all disciplines, but those that mean
        something else outside their own.
        """
        key = frozenset(disciplines)
        if key not in self._of_trade:
            self._of_trade[key] = self._matcher(disciplines)
        return _spotted(texts, self._of_trade[key])

    def phrases(self, texts: Sequence[str]) -> list[list[Spotted]]:
        """Return the phrases better not said in each text, and as `PlainWord` the figures."""
        return _spotted(texts, self._phrases)

    def _matcher(self, disciplines: Sequence[str]) -> Matcher:
        chosen = [_unmistakable(word) for word in self._words if _counts(word, disciplines)]
        return Matcher(chosen, (), disciplines[0] if disciplines else "")


def is_of_everybody(word: PlainWord) -> bool:
    """Tell whether a word belongs to no discipline in particular."""
    return word.discipline in _GENERAL


def _counts(word: PlainWord, disciplines: Sequence[str]) -> bool:
    if disciplines:
        return is_of_everybody(word) or word.discipline in disciplines
    return is_of_everybody(word) or not word.ambiguous


def _unmistakable(word: PlainWord) -> PlainWord:
    """Return a word that is known to mean what it says here, without the mark that it may not."""
    return word._replace(remark=word.advice)


def _spotted(texts: Sequence[str], matcher: Matcher) -> list[list[Spotted]]:
    """Return each thing once for each text, in the letters of the first time.

    One pass over all texts together is much faster than one for each.
    """
    starts = list(accumulate((len(text) + len(_BETWEEN) for text in texts[:-1]), initial=0))
    everything = _BETWEEN.join(texts)
    found: list[dict[PlainWord | Phrase, Spotted]] = [{} for _text in starts]
    for match in matcher.find(everything):
        spotted = Spotted(everything[match.start : match.end], match.found)
        found[bisect_right(starts, match.start) - 1].setdefault(match.found, spotted)
    return [list(each.values()) for each in found[: len(texts)]]
