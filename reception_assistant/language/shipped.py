"""The words and phrases that ship with the program, in `scripts_nl/woorden/`."""

import csv
from collections.abc import Iterable, Iterator

from reception_assistant.errors import BugError
from reception_assistant.language.words import Discipline, Phrase, PhraseKind, PlainWord, Severity
from reception_assistant.paths import scripts_nl

WORDS, PHRASES = "vaktermen.csv", "zinnen.csv"
_OF_WORDS = ["term", "discipline", "kort", "uitleg", "ernst", "vormen", "opmerking"]
_OF_PHRASES = ["patroon", "zeg_liever", "waarom", "soort"]


def shipped_words() -> tuple[PlainWord, ...]:
    """Return all words of the trade, in the order of their file."""
    return tuple(read_words(_lines(WORDS)))


def shipped_phrases() -> tuple[Phrase, ...]:
    """Return all phrases, in the order of their file."""
    return tuple(read_phrases(_lines(PHRASES)))


def read_words(lines: Iterable[str]) -> Iterator[PlainWord]:
    """Read words; a line that is wrong raises `BugError` with its number."""
    for number, row in _rows(lines, WORDS, _OF_WORDS):
        term, discipline, short, explanation, severity, forms, remark = row
        try:
            word = PlainWord(
                term,
                Discipline(discipline),
                short,
                explanation,
                Severity(severity),
                tuple(forms.split("|")) if forms else (),
                remark,
            )
        except ValueError as error:
            raise _wrong(WORDS, number, str(error)) from error
        if not (word.term and word.said) or not all(form.strip("*") for form in word.forms):
            raise _wrong(WORDS, number, "no term, no form, or nothing to say instead")
        yield word


def read_phrases(lines: Iterable[str]) -> Iterator[Phrase]:
    """Read phrases; a line that is wrong raises `BugError` with its number."""
    for number, (pattern, better, why, kind) in _rows(lines, PHRASES, _OF_PHRASES):
        if not any(letter.isalpha() for letter in pattern) or not better:
            raise _wrong(PHRASES, number, "no phrase, or nothing to say instead")
        try:
            yield Phrase(pattern, better, why, PhraseKind(kind))
        except ValueError as error:
            raise _wrong(PHRASES, number, str(error)) from error


def _lines(name: str) -> list[str]:
    return scripts_nl("woorden", name).read_text(encoding="utf-8").splitlines()


def _rows(
    lines: Iterable[str], name: str, heads: list[str]
) -> Iterator[tuple[int, tuple[str, ...]]]:
    reader = csv.reader(lines, strict=True)
    if next(reader, None) != heads:
        raise _wrong(name, 1, f"the heads are not {','.join(heads)}")
    try:
        for row in reader:
            if len(row) != len(heads):
                raise _wrong(name, reader.line_num, f"{len(row)} fields, not {len(heads)}")
            yield reader.line_num, tuple(row)
    except csv.Error as error:
        raise _wrong(name, reader.line_num, str(error)) from error


def _wrong(name: str, number: int, why: str) -> BugError:
    return BugError(f"{name}, line {number}: {why}")
