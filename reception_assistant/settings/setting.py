"""What a setting is: its kind, the page it is on, and what can stand in it."""

import re
from enum import StrEnum
from typing import NamedTuple
from zoneinfo import ZoneInfo

from reception_assistant.errors import KnownError
from reception_assistant.i18n import N_, _


class Kind(StrEnum):
    """What the value of a setting looks like."""

    TEXT = "text"
    CHOICE = "choice"
    YES_NO = "yes_no"
    NUMBER = "number"
    LIST = "list"
    PAIRS = "pairs"
    ZONE = "zone"
    TIME = "time"


class Group(StrEnum):
    """What a setting is about: each group is a page of the screen Instellingen."""

    PRACTICE = "practice"
    GREETING = "greeting"
    WORDS = "words"
    LIMITS = "limits"
    TERMS = "terms"
    LOOK = "look"
    KEPT = "kept"
    """Kept by the program itself, and on no page."""


TITLES = {
    Group.PRACTICE: N_("Praktijk"),
    Group.GREETING: N_("Begroeten"),
    Group.WORDS: N_("Woorden"),
    Group.LIMITS: N_("Aandachtspunten"),
    Group.TERMS: N_("Kaders en termijnen"),
    Group.LOOK: N_("Uiterlijk"),
    Group.KEPT: N_("Houdt Balie zelf bij"),
}
"""What each group is called."""

YES, NO = "ja", "nee"
_HOURS, _MINUTES = 24, 60
_LONGEST_TEXT = 120
_TIME = r"(\d{1,2})(?:[.:]?(\d{2}))?(?: ?uur)?"


class Setting(NamedTuple):
    """One setting: values are kept as text; of a list or of pairs, one a line.

    A pair is "this = that". `choice_words` says how each of the `choices` is called on screen. Of
    a time `lowest` and `highest` are hours.
    """

    name: str
    group: Group
    kind: Kind
    default: str
    label: str
    help: str
    choices: tuple[str, ...] = ()
    choice_words: tuple[str, ...] = ()
    lowest: int = 0
    highest: int = 0
    anybody: bool = False

    def checked(self, value: str) -> str:
        """Return `value` as it is kept, or raise `KnownError` when it cannot be."""
        text = " ".join(value.split()) if self.kind is Kind.TEXT else value.strip()
        advice = self._advice(text)
        if advice:
            raise KnownError(
                _("Bij «{label}» kan dit niet staan.").format(label=_(self.label)), advice
            )
        return _as_time(text) if self.kind is Kind.TIME else text

    def _advice(self, text: str) -> str:
        """Return what could stand there, when `text` could not."""
        if self.kind in (Kind.CHOICE, Kind.YES_NO) and text not in self.choices:
            return _("Kies uit: {choices}.").format(choices=", ".join(self.choices))
        if self.kind in (Kind.NUMBER, Kind.TIME) and not self._is_within(text):
            return self._bounds_words()
        if self.kind is Kind.ZONE and not _is_zone(text):
            return _("Vul een tijdzone in zoals Europe/Amsterdam.")
        if self.kind is Kind.TEXT and len(text) > _LONGEST_TEXT:
            return _("Houd het bij hooguit {number} letters.").format(number=_LONGEST_TEXT)
        if self.kind is Kind.PAIRS and not all(map(pair_of, filled_lines(text))):
            return _("Schrijf op elke regel: vakwoord = gewone taal.")
        return ""

    def _bounds_words(self) -> str:
        if self.kind is Kind.TIME:
            said = _("Vul een tijd in van {lowest}.00 tot {highest}.00 uur, zoals {lowest}.30.")
        else:
            said = _("Vul een getal in van {lowest} tot {highest}.")
        return said.format(lowest=self.lowest, highest=self.highest)

    def _is_within(self, text: str) -> bool:
        return self._is_time(text) if self.kind is Kind.TIME else self._is_number(text)

    def _is_number(self, text: str) -> bool:
        return (
            text.isascii()
            and text.isdigit()
            and len(text) <= len(str(self.highest))
            and self.lowest <= int(text) <= self.highest
        )

    def _is_time(self, text: str) -> bool:
        time = _as_time(text)
        return bool(time) and f"{self.lowest:02}:00" <= time <= f"{self.highest:02}:00"


def filled_lines(text: str) -> tuple[str, ...]:
    """Return the lines of `text` that are not empty, without the spaces around them."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def pair_of(line: str) -> tuple[str, str] | None:
    """Return the two sides of "this = that"; None when one of them is missing."""
    first, _equals, second = (part.strip() for part in line.partition("="))
    return (first, second) if first and second else None


def _is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):  # ZoneInfoNotFoundError is a KeyError
        return False
    return True


def _as_time(text: str) -> str:
    """Return "8.30" and "830" as "08:30"; "" for what is no time."""
    found = re.fullmatch(_TIME, text, re.ASCII)
    if found is None:
        return ""
    hours, minutes = int(found[1]), int(found[2] or 0)
    return f"{hours:02}:{minutes:02}" if hours < _HOURS and minutes < _MINUTES else ""
