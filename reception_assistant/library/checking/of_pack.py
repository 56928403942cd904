"""Checking what lies on disk: read it, and hold it against the library that it will be added to."""

from collections.abc import Callable, Hashable, Iterable
from datetime import date
from pathlib import Path
from typing import TypeVar

from reception_assistant.library.checking.check import check, in_order
from reception_assistant.library.checking.side_lists import side_lists
from reception_assistant.library.checking.words import WordFinder
from reception_assistant.library.content import Lists
from reception_assistant.library.finding import Finding
from reception_assistant.library.reading.pack import PackReading, read_pack
from reception_assistant.library.shipped import read_shipped

_Item = TypeVar("_Item")


def check_pack(path: Path, today: date) -> list[Finding]:
    """Return all that is wrong with a script or a folder of them, added to what is shipped."""
    return check_reading(read_pack(path), today)


def check_reading(reading: PackReading, today: date) -> list[Finding]:
    """Return all that is wrong with what was read, added to what is shipped."""
    shipped = read_shipped()
    known = {file.script.id: file.script for file in shipped.scripts}
    lists = added_to(reading.lists, shipped.lists)
    found = check(
        reading.scripts, lists, known=known, words=words_of(reading, shipped), today=today
    )
    found += side_lists(reading, lists, known)
    already = {(each.file, each.line, each.code) for each in reading.findings}
    more = (each for each in found if (each.file, each.line, each.code) not in already)
    return in_order([*reading.findings, *more])


def added_to(own: Lists, others: Lists) -> Lists:
    """Return the lists of a library to which those of a pack were added; its own ids win."""
    return Lists(
        reasons=_added(own.reasons, others.reasons, lambda each: each.id),
        outcomes=_added(own.outcomes, others.outcomes, lambda each: each.id),
        mandates=_added(own.mandates, others.mandates, lambda each: each.id),
        stop_signs=_added(own.stop_signs, others.stop_signs, lambda each: each.id),
        allowed=(*own.allowed, *others.allowed),
        persons=_added(own.persons, others.persons, lambda each: each.id),
    )


def words_of(own: PackReading, others: PackReading) -> WordFinder:
    """Return what finds the words of both; for a word that both have, the own line counts."""
    return WordFinder(
        _added(own.words, others.words, lambda word: (word.term.casefold(), word.discipline)),
        _added(own.phrases, others.phrases, lambda phrase: phrase.pattern.casefold()),
    )


def _added(
    own: Iterable[_Item], others: Iterable[_Item], key: Callable[[_Item], Hashable]
) -> tuple[_Item, ...]:
    own = tuple(own)
    there = {key(each) for each in own}
    return (*own, *(each for each in others if key(each) not in there))
