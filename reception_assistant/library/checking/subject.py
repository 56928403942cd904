"""What a check gets: one script, the lines in it that are said, and what is known around it."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from reception_assistant.library.checking.detours import Detours
from reception_assistant.library.checking.graph import Ways
from reception_assistant.library.checking.words import WordFinder
from reception_assistant.library.content import Lists, ScriptFile
from reception_assistant.library.counting import words_in
from reception_assistant.library.filling import Part, parse
from reception_assistant.library.finding import Code, Finding, Path, Severity
from reception_assistant.library.reading.walk import printable
from reception_assistant.library.script import Script, Step

_FILLED_IN = "Xxx"
"""Stands where something unknown will be said: a word that means nothing."""


class Background(NamedTuple):
    """What all scripts are held against: ids of reasons and outcomes with their aliases too."""

    reasons: frozenset[str]
    outcomes: frozenset[str]
    lists: Lists
    detours: Detours
    words: WordFinder
    today: date


class SaidLine(NamedTuple):
    """A line that is said: as written, and as it sounds with its fallbacks filled in.

    It takes `length` words to say; `words` are those that are written, in small letters.
    """

    path: Path
    text: str
    parts: tuple[Part, ...]
    spoken: str
    length: int
    words: frozenset[str]


class Subject(NamedTuple):
    """A script to check; `ways` are those from step to step that exist."""

    file: ScriptFile
    lines: tuple[SaidLine, ...]
    ways: Ways
    background: Background

    @property
    def script(self) -> Script:
        """The script itself."""
        return self.file.script

    def error(self, code: Code, path: Path, message: str, advice: str = "") -> Finding:
        """Return something that stands in the way of publishing, on the line of `path`."""
        return self._finding(Severity.ERROR, code, path, message, advice)

    def warning(self, code: Code, path: Path, message: str, advice: str = "") -> Finding:
        """Return something to look at, on the line of `path`."""
        return self._finding(Severity.WARNING, code, path, message, advice)

    def _finding(
        self, severity: Severity, code: Code, path: Path, message: str, advice: str
    ) -> Finding:
        of_step = len(path) > 1 and path[0] == "steps"
        return Finding(
            file=self.file.file,
            line=self.file.places.line(*path),
            severity=severity,
            code=code,
            # What somebody wrote stands in it, and a screen may obey some of that.
            message=printable(message),
            advice=printable(advice),
            script=self.script.id,
            step=str(path[1]) if of_step else "",
        )


def subject_of(file: ScriptFile, background: Background) -> Subject:
    """Prepare a script for all checks."""
    lines = tuple(_line(path, text) for path, text in said_in(file.script))
    return Subject(file, lines, _ways(file.script.steps), background)


def said_in(script: Script) -> Iterator[tuple[Path, str]]:
    """Give every line that is said to somebody: not the bad examples, nor what only guides."""
    for name, step in script.steps.items():
        yield ("steps", name, "say"), step.say
        for at, variant in enumerate(step.variants):
            yield ("steps", name, "variants", at, "say"), variant.say
        for at, pair in enumerate(step.avoid):
            yield ("steps", name, "avoid", at, "instead"), pair.instead


def _line(path: Path, text: str) -> SaidLine:
    plain = "{" not in text and "}" not in text
    parts = (Part(text),) if plain else parse(text)
    words = words_in(parts)
    return SaidLine(
        path,
        text,
        parts,
        text if plain else "".join(map(_spoken, parts)),
        len(words),
        frozenset(map(str.lower, words)),
    )


def _spoken(part: Part) -> str:
    return (part.fallback or _FILLED_IN) if part.name else part.text


def _ways(steps: Mapping[str, Step]) -> Ways:
    return {
        name: tuple(
            dict.fromkeys(
                target
                for target in (step.goto, *(answer.goto for answer in step.answers))
                if target in steps
            )
        )
        for name, step in steps.items()
    }
