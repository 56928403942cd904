"""A script: steps with what to say, what may be answered, and where each answer leads.

The names of the fields are the keys of the files; the JSON schema is made from these types.
"""

from collections.abc import Mapping

from msgspec import Struct, field

from reception_assistant.library.context import When


class _Fact(
    Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True, eq=True
):
    """What all parts of a script have in common."""


class Review(_Fact, frozen=True, kw_only=True):
    """Who looked at a script last, when, and when it is to be looked at again (ISO dates)."""

    by: str = ""
    date: str = ""
    next: str = ""


class End(_Fact, frozen=True, kw_only=True):
    """The conversation is over: with which outcome, and whether something was promised."""

    outcome: str
    promise: bool = False


class Instead(_Fact, frozen=True, kw_only=True):
    """What is better not said, and what to say instead."""

    say: str
    instead: str


class Remember(_Fact, frozen=True, kw_only=True):
    """What the receptionist writes down at a step: `id` is the placeholder that gives it back."""

    id: str
    label: str


class Variant(_Fact, frozen=True, kw_only=True):
    """Other words for another listener or moment."""

    when: When
    say: str


class Answer(_Fact, frozen=True, kw_only=True):
    """Something the other may say, and where it leads: exactly one of the four ways.

    `goto` a step of this script, `detour` another script and back, `end` the end of the
    conversation, `missing` asks what was said and stays.
    """

    label: str
    when: When | None = None
    goto: str = ""
    detour: str = ""
    end: End | None = None
    missing: bool = False


class Step(_Fact, frozen=True, kw_only=True):
    """One thing to say, with exactly one way on: `answers`, `goto`, `end` or `back`.

    `phase` is one of the seven steps of a difficult conversation, `key` the point in a few words,
    `literal` that it must be said as written.
    """

    say: str
    phase: int | None = None
    key: str = ""
    literal: bool = False
    variants: tuple[Variant, ...] = ()
    tip: str = ""
    posture: str = ""
    avoid: tuple[Instead, ...] = ()
    remember: Remember | None = None
    answers: tuple[Answer, ...] = ()
    goto: str = ""
    end: End | None = None
    back: bool = False


class Script(_Fact, frozen=True, kw_only=True):
    """A whole script; `steps` keeps the order of the file."""

    id: str
    title: str
    start: str
    steps: Mapping[str, Step]
    theme: str = ""
    goal: str = ""
    when: When = field(default_factory=When)
    review: Review | None = None


MOST_ANSWERS = 9
MOST_NESTED = 5
"""So many detours may lie within one another."""
FIRST_PHASE, LAST_PHASE = 1, 7
