"""The closed list of what the app fills in while a script is shown."""

from enum import StrEnum


class Placeholder(StrEnum):
    """A name that may stand between braces, besides what an earlier step remembers."""

    GREETING = "groet"
    SPOKEN_NAME = "aanhef"
    FULL_NAME = "naam"
    EMPLOYEE = "medewerker"
    PRACTICE = "praktijk"
    PRACTITIONER = "behandelaar"
    TREATMENT = "behandeling"
    APPOINTMENT = "afspraak"
    NEXT_APPOINTMENT = "volgende_afspraak"
    UNTIL = "tot"
    WAITING_TIME = "wachttijd"
    ANIMAL = "dier"
    PROMISE_WHAT = "belofte_wat"
    PROMISE_WHEN = "belofte_wanneer"


OF_PROMISE = frozenset({Placeholder.PROMISE_WHAT, Placeholder.PROMISE_WHEN})
"""Only where a promise is made: in a step whose end has one."""

ALWAYS_FILLED = OF_PROMISE | {
    Placeholder.GREETING,
    Placeholder.EMPLOYEE,
    Placeholder.PRACTICE,
    Placeholder.UNTIL,
}
"""Allowed without a fallback."""
