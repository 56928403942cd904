"""What is found in a script: an error or a warning, where, and what to do about it."""

from enum import StrEnum
from typing import NamedTuple


class Severity(StrEnum):
    """Whether it stands in the way of publishing."""

    ERROR = "error"
    WARNING = "warning"


class Code(StrEnum):
    """Everything that can be found; the value is what commands and files call it."""

    UNREADABLE = "unreadable"
    UNSAFE = "unsafe"
    NOT_A_SCRIPT = "not-a-script"
    UNKNOWN_KEY = "unknown-key"
    DOUBLE_KEY = "double-key"
    WRONG_VALUE = "wrong-value"
    BAD_ID = "bad-id"
    DOUBLE_ID = "double-id"
    START_NOWHERE = "start-nowhere"
    GOTO_NOWHERE = "goto-nowhere"
    DETOUR_NOWHERE = "detour-nowhere"
    DETOUR_CIRCLE = "detour-circle"
    UNREACHABLE = "unreachable"
    NO_WAY_ON = "no-way-on"
    LOOP_WITHOUT_EXIT = "loop-without-exit"
    NO_OUTCOME = "no-outcome"
    UNKNOWN_OUTCOME = "unknown-outcome"
    UNKNOWN_REASON = "unknown-reason"
    UNKNOWN_PLACEHOLDER = "unknown-placeholder"
    UNGUARDED_PLACEHOLDER = "unguarded-placeholder"
    NOTHING_TO_CHOOSE = "nothing-to-choose"
    TOO_MANY_ANSWERS = "too-many-answers"
    LONG_SENTENCE = "long-sentence"
    LONG_LINE = "long-line"
    JARGON = "jargon"
    NO_OTHER_ANSWER = "no-other-answer"
    AVOID_PHRASE = "avoid-phrase"
    COMMAND = "command"
    SENTENCE_OVER_15 = "sentence-over-15"
    PASSIVE = "passive"
    NOMINALISATION = "nominalisation"
    TWO_QUESTIONS = "two-questions"
    FIGURATIVE = "figurative"
    EXPLAIN_TERM = "explain-term"
    REVIEW_DUE = "review-due"
    SAME_SENTENCE_AGAIN = "same-sentence-again"


class Finding(NamedTuple):
    """One thing found; `message` says what and `advice` what to do, both in Dutch.

    `script` and `step` say where it belongs, "" when it is about a whole file or script.
    """

    file: str
    line: int
    severity: Severity
    code: Code
    message: str
    advice: str = ""
    script: str = ""
    step: str = ""


Path = tuple[str | int, ...]
"""Where something stands in a file: ("steps", "erkennen", "answers", 0, "goto")."""


class Places:
    """On which line each part of a file stands; what is missing stands at what it belongs to."""

    def __init__(self, lines: dict[Path, int] | None = None) -> None:
        self._lines = lines or {}

    def line(self, *path: str | int) -> int:
        """Return the line of `path`, or of the nearest thing around it; 1 when there is none."""
        while path:
            if path in self._lines:
                return self._lines[path]
            path = path[:-1]
        return 1
