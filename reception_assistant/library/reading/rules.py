"""What a text must look like in some of the fields, beyond being text."""

import re
from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from msgspec import Struct

from reception_assistant.library.finding import Code
from reception_assistant.library.lists import Allowed, Mandate, Outcome, Pack, Reason, StopSign
from reception_assistant.library.script import End, Remember, Review, Script

ID = r"[a-z][a-z0-9-]{0,59}"
NAME = r"[a-z][a-z0-9_-]{0,59}"
DAY = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
_ID, _NAME, _DAY = re.compile(ID), re.compile(NAME), re.compile(DAY)


class Form(StrEnum):
    """What a text is to be."""

    FREE = "free"
    """Anything, also nothing."""
    FILLED = "filled"
    """Anything but nothing."""
    ID = "id"
    """The id of a script, or of a line in a list."""
    NAME = "name"
    """The id of a step, or of what is remembered."""
    DAY = "day"
    """A date, or nothing."""
    CODE = "code"
    """The code of a finding."""
    START = "start"
    """The step to begin with."""


_LISTED = (Reason, Outcome, Mandate, StopSign, Pack)
FORMS: Mapping[tuple[type[Struct], str], Form] = {
    (Script, "id"): Form.ID,
    (Script, "start"): Form.START,
    (Remember, "id"): Form.NAME,
    (Review, "date"): Form.DAY,
    (Review, "next"): Form.DAY,
    (StopSign, "confirmed"): Form.DAY,
    (StopSign, "next"): Form.DAY,
    (Allowed, "code"): Form.CODE,
    # An end without an outcome has a finding of its own among the checks.
    (End, "outcome"): Form.FREE,
    **{(kind, "id"): Form.ID for kind in _LISTED},
}
"""Only what is not as usual: a text that must be there is FILLED, others are FREE."""

CODES = tuple(code.value for code in Code)


def form_of(kind: type[Struct], name: str, *, required: bool) -> Form:
    """Return what the text in a field is to be."""
    return FORMS.get((kind, name), Form.FILLED if required else Form.FREE)


def is_id(text: str) -> bool:
    """Tell whether `text` can be the id of a script or of a line in a list."""
    return _ID.fullmatch(text) is not None


def is_name(text: str) -> bool:
    """Tell whether `text` can be the id of a step or of what is remembered."""
    return _NAME.fullmatch(text) is not None


def is_day(text: str) -> bool:
    """Tell whether `text` is a day of the calendar."""
    if not _DAY.fullmatch(text):
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
