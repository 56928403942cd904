"""Finds words of the trade and phrases in a text, all of them in one pass."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick

from reception_assistant.language.folding import Folded, capitals
from reception_assistant.language.wording import Wording, wording_of
from reception_assistant.language.words import Phrase, PlainWord

_Found = tuple[int, int, int, PlainWord | Phrase]
"""Start, less than nothing by its length, end and what it is: so that the longest comes first."""


class Match(NamedTuple):
    """A word or a phrase that was found, and where it stands in the text."""

    start: int
    end: int
    found: PlainWord | Phrase


class _Form(NamedTuple):
    """One form of a word; an open side is one where the letters may go on."""

    word: PlainWord
    open_before: bool
    open_after: bool
    capitals: tuple[int, ...]

    def stands(self, folded: Folded, start: int, end: int) -> bool:
        """Tell whether the letters from `start` to `end` are this form of the word."""
        text = folded.text
        if text[start - 1 : start].isalnum() > self.open_before:
            return False
        if text[end : end + 1].isalnum() > self.open_after:
            return False
        return all(folded.original[folded.source(start + at)].isupper() for at in self.capitals)


class _Pattern:
    """Everything that may be meant where certain letters stand.

    `sure` is what they mean where they are a whole word, whatever their capitals.
    """

    def __init__(self) -> None:
        self.forms: list[_Form] = []
        self.wordings: list[Wording] = []
        self._left: tuple[str, ...] = ()  # what stands before them
        self.is_open = False
        self.sure: PlainWord | None = None

    def add(self, form: _Form) -> None:
        """Add a form, of which the first that fits is meant."""
        if not self.forms and not form.capitals:
            self.sure = form.word
        self.forms.append(form)
        self.is_open |= form.open_before or form.open_after

    def add_wording(self, wording: Wording) -> None:
        """Add a phrase of which these letters are the longest word."""
        self.wordings.append(wording)
        self._left += (wording.left,)

    def words(self, folded: Folded, start: int, end: int) -> Iterator[_Found]:
        """Return the word that is meant from `start` to `end`, with all of its letters."""
        text = folded.text
        for form in self.forms:
            if form.stands(folded, start, end):
                while text[start - 1 : start].isalnum():
                    start -= 1
                while text[end : end + 1].isalnum():
                    end += 1
                yield start, start - end, end, form.word
                return

    def phrases(self, text: str, start: int, end: int) -> Sequence[_Found]:
        """Return the phrases of which the word from `start` to `end` is the longest.

        Mostly another word stands beside it, and that is seen fast; only where more than a space
        divides them it must be looked at properly.
        """
        spaced = text[start - 1 : start] == " " and text[start - 2].isalnum()
        if spaced and not text.endswith(self._left, 0, start):
            return ()
        spaced_after = text[end : end + 1] == " " and text[end + 1 : end + 2].isalnum()
        found: list[_Found] = []
        for wording in self.wordings:
            if spaced and not text.endswith(wording.left, 0, start):
                continue
            if spaced_after and not text.startswith(wording.right, end):
                continue
            if said := wording.around(text, start, end):
                found.append((said[0], said[0] - said[1], said[1], wording.phrase))
        return found


class Matcher:
    """Finds the words that count in a practice of `discipline`, and phrases.

    Words that mean something else there are left out; where several disciplines have the same
    word, the practice's own comes first.
    """

    def __init__(
        self, words: Iterable[PlainWord], phrases: Iterable[Phrase], discipline: str
    ) -> None:
        self._patterns: dict[str, _Pattern] = {}
        for word in sorted(words, key=lambda word: word.distance(discipline)):
            if word.is_sure_at(discipline):
                for form in (word.term, *word.forms):
                    self._add_form(word, form)
        for wording in map(wording_of, phrases):
            self._pattern(wording.anchor).add_wording(wording)
        self._meant = tuple(self._patterns.values())
        # Not "leftmost longest": what fails at its borders would hide what is shorter and right.
        self._automaton = AhoCorasick(self._patterns)

    def find(self, text: str) -> list[Match]:
        """Return what stands in `text`, from left to right, longest first, never overlapping."""
        folded = Folded(text)
        found = self._everything(folded)
        found.sort(key=lambda each: each[:2])
        matches: list[Match] = []
        done = 0
        for start, _shorter, end, what in found:
            if start >= done:
                matches.append(Match(*folded.span(start, end), what))
                done = end
        return matches

    def _everything(self, folded: Folded) -> list[_Found]:
        """Return all that can be found, also what overlaps; thousands of words in milliseconds."""
        text, meant = folded.text, self._meant
        found: list[_Found] = []
        for number, start, end in self._automaton.find_matches_as_indexes(text, overlapping=True):
            pattern = meant[number]
            if text[start - 1 : start].isalnum() or text[end : end + 1].isalnum():
                if pattern.is_open:
                    found += pattern.words(folded, start, end)
                continue
            if pattern.sure is not None:
                found.append((start, start - end, end, pattern.sure))
            elif pattern.forms:
                found += pattern.words(folded, start, end)
            if pattern.wordings:
                found += pattern.phrases(text, start, end)
        return found

    def _add_form(self, word: PlainWord, form: str) -> None:
        letters = form.strip("*")
        if text := Folded(letters).text.strip():
            made = _Form(word, form.startswith("*"), form.endswith("*"), capitals(letters))
            self._pattern(text).add(made)

    def _pattern(self, letters: str) -> _Pattern:
        return self._patterns.setdefault(letters, _Pattern())
