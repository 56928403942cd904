"""Everything that is wrong with scripts, at once; and how much of it was allowed."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from reception_assistant.i18n import _
from reception_assistant.library.checking.choices import answers
from reception_assistant.library.checking.detours import Detours
from reception_assistant.library.checking.length import lengths
from reception_assistant.library.checking.names import ids_of, outcomes, reasons
from reception_assistant.library.checking.placeholders import placeholders
from reception_assistant.library.checking.review import review
from reception_assistant.library.checking.subject import (
    Background,
    Subject,
    said_in,
    subject_of,
)
from reception_assistant.library.checking.ways import (
    detours,
    gotos,
    loops,
    repeats,
    start,
    ways_on,
)
from reception_assistant.library.checking.wording import wordings
from reception_assistant.library.checking.words import WordFinder
from reception_assistant.library.content import Lists, ScriptFile
from reception_assistant.library.finding import Code, Finding, Severity
from reception_assistant.library.reading.capping import MOST_FINDINGS, capped
from reception_assistant.library.script import Script

_Rule = Callable[[Subject], Iterator[Finding]]
RULES: tuple[_Rule, ...] = (
    start,
    gotos,
    detours,
    ways_on,
    loops,
    repeats,
    outcomes,
    reasons,
    placeholders,
    answers,
    lengths,
    wordings,
    review,
)


class Measure(NamedTuple):
    """How many lines are said in some scripts, and how many warnings were allowed there."""

    lines: int
    allowed: int


def check(
    files: Sequence[ScriptFile],
    lists: Lists,
    *,
    known: Mapping[str, Script],
    words: WordFinder,
    today: date,
) -> list[Finding]:
    """Return all that is wrong with scripts that could be read, in the order of file and line.

    `known` are the other scripts of the library they go to. Warnings that were allowed with a
    reason are left out.
    """
    found, _allowed = _sorted_out(files, lists, known, words, today)
    return in_order(found)


def measure(
    files: Sequence[ScriptFile],
    lists: Lists,
    *,
    known: Mapping[str, Script],
    words: WordFinder,
    today: date,
) -> Measure:
    """Return how many lines are said in `files`, and how many warnings about them were allowed."""
    _found, allowed = _sorted_out(files, lists, known, words, today)
    return Measure(sum(1 for file in files for _line in said_in(file.script)), len(allowed))


def in_order(findings: list[Finding]) -> list[Finding]:
    """Return findings in the order of file and line."""
    return sorted(findings, key=lambda finding: (finding.file, finding.line))


def _sorted_out(
    files: Sequence[ScriptFile],
    lists: Lists,
    known: Mapping[str, Script],
    words: WordFinder,
    today: date,
) -> tuple[list[Finding], list[Finding]]:
    """Return what is found, and apart from it the warnings that were allowed."""
    background = Background(
        reasons=ids_of(lists.reasons),
        outcomes=ids_of(lists.outcomes),
        lists=lists,
        detours=Detours({**known, **{file.script.id: file.script for file in files}}),
        words=words,
        today=today,
    )
    allowed = {(each.script, each.code, each.step) for each in lists.allowed if each.reason.strip()}
    kept: list[Finding] = list(_doubles(files))
    dropped: list[Finding] = []
    for file in files:
        found: list[Finding] = []
        for finding in _in_file(subject_of(file, background)):
            (dropped if _is_allowed(finding, allowed) else found).append(finding)
        kept += capped(found)
    return kept, dropped


def _in_file(subject: Subject) -> Iterator[Finding]:
    """Find all that is wrong in one file; with far too many errors the rest does not matter."""
    errors = 0
    for rule in RULES:
        for finding in rule(subject):
            yield finding
            errors += finding.severity is Severity.ERROR
            if errors > MOST_FINDINGS:
                return


def _is_allowed(finding: Finding, allowed: set[tuple[str, str, str]]) -> bool:
    about = (finding.script, finding.code.value)
    return finding.severity is Severity.WARNING and (
        (*about, "") in allowed or (*about, finding.step) in allowed
    )


def _doubles(files: Sequence[ScriptFile]) -> Iterator[Finding]:
    first: dict[str, str] = {}
    for file in files:
        name = file.script.id
        if not name:
            continue
        if name not in first:
            first[name] = file.file
            continue
        yield Finding(
            file=file.file,
            line=file.places.line("id"),
            severity=Severity.ERROR,
            code=Code.DOUBLE_ID,
            message=_("De id «{name}» is al van {file}.").format(name=name, file=first[name]),
            advice=_("Geef een van beide scripts een andere id."),
            script=name,
        )
