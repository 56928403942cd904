"""Reading the words and the sentences that a pack brings along."""

from collections.abc import Callable, Iterable, Iterator
from io import StringIO
from itertools import chain
from typing import Generic, NamedTuple, TypeVar

from reception_assistant.errors import BugError
from reception_assistant.i18n import _
from reception_assistant.language.shipped import read_phrases, read_words
from reception_assistant.language.words import Phrase, PlainWord
from reception_assistant.library.finding import Code, Finding
from reception_assistant.library.reading.opening import text_of
from reception_assistant.library.reading.refused import RefusedError
from reception_assistant.library.reading.walk import Walk

_Fact = TypeVar("_Fact", PlainWord, Phrase)


class WordsReading(NamedTuple, Generic[_Fact]):
    """What was read of one file, and everything that is wrong with it."""

    facts: tuple[_Fact, ...]
    findings: list[Finding]


def read_plain_words(data: bytes, file: str) -> WordsReading[PlainWord]:
    """Read words of the trade; a line that is wrong is left out."""
    return _read(data, file, read_words)


def read_sentences(data: bytes, file: str) -> WordsReading[Phrase]:
    """Read what is better not said; a line that is wrong is left out."""
    return _read(data, file, read_phrases)


def _read(
    data: bytes, file: str, reading: Callable[[Iterable[str]], Iterator[_Fact]]
) -> WordsReading[_Fact]:
    walk = Walk(file)
    facts: list[_Fact] = []
    try:
        lines = _Lines(text_of(data))
    except RefusedError as refused:
        return WordsReading((), [refused.finding(file)])
    before = 0
    while lines.head and lines.number != before:
        before = lines.number
        try:
            for fact in reading(chain([lines.head], lines)):
                facts.append(fact)  # noqa: PERF402  what came before a wrong line is kept
        except BugError:
            walk.report(
                Code.WRONG_VALUE,
                (),
                _("Deze regel van de woorden klopt niet."),
                _("Kijk of elke kolom goed gevuld is. De kop is die van de lijst van Balie zelf."),
                lines.number,
            )
    return WordsReading(tuple(facts), walk.by_line())


class _Lines:
    """The lines of a table under its head, with the number of the one that was taken last."""

    def __init__(self, text: str) -> None:
        self._rest = iter(StringIO(text, newline=""))
        self.head = next(self._rest, "")
        self.number = 1

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = next(self._rest)
        self.number += 1
        return line
