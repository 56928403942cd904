"""Plain words for what somebody types: a term, a form of it, a plain word or a phrase."""

import re
from collections.abc import Iterable
from enum import IntEnum
from typing import NamedTuple

from reception_assistant.language.words import Phrase, PlainWord
from reception_assistant.text import fold

Answer = PlainWord | Phrase
MOST = 8
_OF_PHRASES = 2  # as far as the words for everybody
_INSIDE_FROM, _SLIP_FROM = 3, 4  # letters


class _Fit(IntEnum):
    """How well something answers what was typed, the best first."""

    EXACT = 0
    FORM = 1
    STANDS_IN_IT = 2
    START = 3
    START_OF_FORM = 4
    PLAIN = 5
    LATER_WORD = 6
    INSIDE = 7
    SLIP = 8
    NONE = 9


class _Entry(NamedTuple):
    """Something that can be found: by its names, the first of which is its own, or in plain words.

    `distance` is how far it is from the practice that asks.
    """

    answer: Answer
    names: tuple[str, ...]
    plain: str
    distance: int

    def fit(self, typed: str) -> _Fit:
        """Return how well this answers `typed`."""
        return min(
            _own_name_fit(typed, self.names[0]),
            min((_form_fit(typed, name) for name in self.names[1:]), default=_Fit.NONE),
            _plain_fit(typed, self.plain),
        )

    def slip(self, typed: str) -> _Fit:
        """Return whether one slip of the finger made `typed` out of the beginning of a name."""
        begin = set(typed[:2])
        near = (name for name in self.names if begin.intersection(name[:2]))
        parts = {name[: len(typed) + more] for name in near for more in (-1, 0, 1)}
        return _Fit.SLIP if any(one_slip(typed, part) for part in parts) else _Fit.NONE


class Lookup:
    """Finds words and phrases for a practice of `discipline`, whose own words come first."""

    def __init__(
        self, words: Iterable[PlainWord], phrases: Iterable[Phrase], discipline: str
    ) -> None:
        self._entries = [
            _Entry(
                word,
                tuple(_letters(form) for form in (word.term, *word.forms)),
                _letters(word.short),
                word.distance(discipline),
            )
            for word in words
        ]
        self._entries += [
            _Entry(phrase, (_letters(phrase.pattern),), "", _OF_PHRASES) for phrase in phrases
        ]

    def answers(self, typed: str, inside: Iterable[Answer] = (), most: int = MOST) -> list[Answer]:
        """Return at most `most` answers to `typed`, the best first.

        `inside` is what a matcher found in it: of a sentence, or of a word made of others.
        """
        wanted = _letters(typed)
        if not wanted:
            return []
        places = {answer: place for place, answer in reversed([*enumerate(inside)])}
        fits = [
            (min(entry.fit(wanted), _in_it(entry.answer, places)), entry) for entry in self._entries
        ]
        if all(fit is _Fit.NONE for fit, _entry in fits) and len(wanted) >= _SLIP_FROM:
            fits = [(entry.slip(wanted), entry) for entry in self._entries]
        found = [
            (fit, places.get(entry.answer, 0), entry.distance, len(entry.names[0]), entry.answer)
            for fit, entry in fits
            if fit is not _Fit.NONE
        ]
        found.sort(key=lambda each: each[:-1])
        return _without_doubles(each[-1] for each in found)[:most]


def one_slip(typed: str, meant: str) -> bool:
    """Tell whether a letter too many, too few, wrong or swapped makes `typed` out of `meant`."""
    pairs = zip(typed, meant, strict=False)
    start = next(
        (at for at, (one, other) in enumerate(pairs) if one != other), min(len(typed), len(meant))
    )
    rest, wanted = typed[start:], meant[start:]
    swapped = rest[:2] == wanted[1::-1] and rest[2:] == wanted[2:]
    return swapped or rest[1:] == wanted[1:] or rest[1:] == wanted or rest == wanted[1:]


def _in_it(answer: Answer, places: dict[Answer, int]) -> _Fit:
    return _Fit.STANDS_IN_IT if answer in places else _Fit.NONE


def _without_doubles(answers: Iterable[Answer]) -> list[Answer]:
    """Leave out what another discipline says in the same words."""
    first: dict[tuple[str, str], Answer] = {}
    for answer in answers:
        said = answer.better if isinstance(answer, Phrase) else answer.said
        first.setdefault((answer[0], said), answer)
    return list(first.values())


def _own_name_fit(typed: str, name: str) -> _Fit:
    if name == typed:
        return _Fit.EXACT
    return _Fit.START if name.startswith(typed) else _part_fit(typed, name)


def _form_fit(typed: str, name: str) -> _Fit:
    if name == typed:
        return _Fit.FORM
    return _Fit.START_OF_FORM if name.startswith(typed) else _part_fit(typed, name)


def _plain_fit(typed: str, plain: str) -> _Fit:
    if plain == typed:
        return _Fit.PLAIN
    in_it = all(f" {part}" in f" {plain}" for part in typed.split())
    return _Fit.LATER_WORD if in_it else _Fit.NONE


def _part_fit(typed: str, name: str) -> _Fit:
    if f" {typed}" in name:
        return _Fit.LATER_WORD
    return _Fit.INSIDE if len(typed) >= _INSIDE_FROM and typed in name else _Fit.NONE


def _letters(text: str) -> str:
    """Return the folded words of `text`, without punctuation."""
    return " ".join(re.findall(r"\w+", fold(text)))
