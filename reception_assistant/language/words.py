"""Words of the trade with their plain words, and phrases with what is better said."""

import re
from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

_MARKS = ("rode vlag", "dubbelzinnig", "afkorting")


class Severity(StrEnum):
    """How a word of the trade may be used."""

    AVOID = "vermijden"
    """Never to a caller."""
    EXPLAIN = "uitleggen"
    """With its explanation."""


class Discipline(StrEnum):
    """Whose word it is."""

    DENTIST = "tandarts"
    VET = "dierenarts"
    GP = "huisarts"
    WELFARE = "welzijn"
    GENERAL = "algemeen"
    OWN = "eigen"
    """A word that this practice added."""


# A practice of another kind has no words of its own, and none that mean two things.
_WITH_WORDS = frozenset({Discipline.DENTIST, Discipline.VET, Discipline.GP, Discipline.WELFARE})


class PhraseKind(StrEnum):
    """What is wrong with a phrase."""

    COMMAND = "gebod"
    REPROACH = "verwijt"
    BRUSH_OFF = "afwimpelen"
    POLICY = "beleid"
    HUSH = "sussen"
    CONTRADICTION = "tegenspraak"
    JUDGEMENT = "oordeel"
    PUSHY = "dringend-verkopen"
    GUILT = "schuld-erkennen"


class PlainWord(NamedTuple):
    """A word of the trade and what to say instead."""

    term: str
    discipline: Discipline
    short: str
    """One to four plain words in the place of the term; empty where there are none."""
    explanation: str = ""
    severity: Severity = Severity.AVOID
    forms: tuple[str, ...] = ()
    """Inflections, other spellings and, with `*` before or behind, the words made with it."""
    remark: str = ""

    @property
    def red_flag(self) -> bool:
        """Tell whether the word may belong to a stop sign."""
        return "RODE VLAG" in self.remark

    @property
    def ambiguous(self) -> bool:
        """Tell whether the word means something else outside its own discipline."""
        return "dubbelzinnig" in self.remark

    @property
    def said(self) -> str:
        """What to say: the plain word, or else the explanation."""
        return self.short or self.explanation

    @property
    def advice(self) -> str:
        """The part of the remark that is for the reader, and no mark for the program."""
        parts = (part.strip() for part in self.remark.split(";"))
        return "; ".join(p for p in parts if not any(mark in p.lower() for mark in _MARKS))

    def belongs_to(self, discipline: str) -> bool:
        """Tell whether this word is one of a practice of `discipline`."""
        if self.discipline is Discipline.GENERAL:
            return discipline in _WITH_WORDS
        return self.discipline in (discipline, Discipline.OWN)

    def is_sure_at(self, discipline: str) -> bool:
        """Tell whether this word means what it says in the texts of `discipline`."""
        return not self.ambiguous or self.belongs_to(discipline)

    def distance(self, discipline: str) -> int:
        """Return how far the word is from a practice of `discipline`: its own words are at 0."""
        order = (Discipline.OWN, discipline, Discipline.GENERAL)
        return order.index(self.discipline) if self.discipline in order else len(order)


class Phrase(NamedTuple):
    """Something better not said; `...` in the pattern stands for up to three words."""

    pattern: str
    better: str
    why: str
    kind: PhraseKind

    @property
    def reason(self) -> str:
        """Why, for the reader: without the sources that stand between brackets."""
        return re.sub(r" \([^)]*\)", "", self.why)


def own_words(pairs: Iterable[tuple[str, str]]) -> tuple[PlainWord, ...]:
    """Return the words that a practice added."""
    return tuple(PlainWord(term, Discipline.OWN, plain) for term, plain in pairs)
