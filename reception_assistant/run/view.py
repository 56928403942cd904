"""A step as it is shown: filled in, for this listener and this moment."""

from enum import StrEnum
from typing import NamedTuple

from reception_assistant.library.script import Remember


class Way(StrEnum):
    """What the receptionist can do at a step."""

    ANSWERS = "answers"
    ON = "on"
    """Say it and go on."""
    BACK = "back"
    """Say it and return to where the detour began."""
    END = "end"
    """Say it, and the conversation is over."""


class AnswerView(NamedTuple):
    """An answer on screen: `key` is the digit that gives it, `number` its place in the file."""

    key: int
    number: int
    label: str
    missing: bool = False
    aside: bool = False
    """It leads to another script, and back."""


class InsteadView(NamedTuple):
    """What is better not said, and what to say instead, both filled in."""

    say: str
    instead: str


class PathPart(NamedTuple):
    """One step of the path so far: its short name, and how deep in detours it is."""

    label: str
    depth: int = 0


class StepView(NamedTuple):
    """One step, ready to be shown and said.

    `asks_promise` tells that the promise is asked before this step is shown: `say` is then empty.
    `seconds` is how long the sentence takes to say.
    """

    script_id: str
    title: str
    step: str
    say: str
    way: Way
    key: str = ""
    phase: int | None = None
    literal: bool = False
    tip: str = ""
    posture: str = ""
    avoid: tuple[InsteadView, ...] = ()
    answers: tuple[AnswerView, ...] = ()
    remember: Remember | None = None
    remembered: str = ""
    path: tuple[PathPart, ...] = ()
    aside: bool = False
    asks_promise: bool = False
    seconds: int = 0
