"""Treatments in plain words, as they stand in the list and on the card.

Loaded before the first painted agenda, so it imports next to nothing: only when a treatment may
hold a word that has a short form, what can say it is loaded.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from reception_assistant.paths import scripts_nl

if TYPE_CHECKING:
    from reception_assistant.language.treatments import TreatmentWords

TREATMENTS = "behandelingen.csv"
HEADS = "vorm;discipline;kort;wanneer"
_NO_LETTERS = str.maketrans(dict.fromkeys(",.;:()-/+&_'!?\"*", " "))
_PLAINER = (("e", "ëéèê"), ("i", "ï"), ("o", "ö"), ("u", "ü"), ("a", "á"), ("c", "ç"), ("", "'."))
_MOST_KEPT = 2_000


class ShortForms:
    """Says treatments in plain words, by the lines of a file and by what a practice added itself.

    Without lines and own pairs every treatment stays as it is.
    """

    def __init__(
        self, text: str = "", discipline: str = "", own: Iterable[tuple[str, str]] = ()
    ) -> None:
        self._text, self._discipline, self._own = text, discipline, tuple(own)
        self._begins = _plainer(f"\n{text.lower()}")
        self._words: TreatmentWords | None = None
        self._kept: dict[str, str] = {}

    def plain(self, treatment: str) -> str:
        """Return `treatment` in plain words, or as it is where there are none."""
        said = self._kept.get(treatment)
        if said is None:
            if len(self._kept) >= _MOST_KEPT:
                self._kept.clear()
            said = self._said(treatment) if self._may_have(treatment) else treatment
            self._kept[treatment] = said
        return said

    def _may_have(self, treatment: str) -> bool:
        """Tell whether a line may begin with a word of `treatment`; quick, and rather too often."""
        if self._own or not treatment.isascii():
            return bool(self._own or self._text)
        words = treatment.lower().translate(_NO_LETTERS).split()
        return any(f"\n{word}" in self._begins for word in words)

    def _said(self, treatment: str) -> str:
        if self._words is None:
            from reception_assistant.language.treatments import (  # late: start  # noqa: PLC0415
                TreatmentWords,
            )

            lines = self._text.splitlines()
            self._words = TreatmentWords(lines, self._discipline, self._own)
        return self._words.said(treatment)


def _plainer(text: str) -> str:
    """Return `text` without what Dutch puts on letters; much faster than for every language."""
    for plain, letters in _PLAINER:
        for letter in letters:
            text = text.replace(letter, plain)
    return text


def shipped_short_forms(discipline: str, own: Iterable[tuple[str, str]] = ()) -> ShortForms:
    """Return the short forms for a practice of `discipline`, with its `own` pairs before all."""
    return ShortForms(shipped_text(), discipline, own)


def shipped_text() -> str:
    """Return the lines of the file that ships, below its heads."""
    text = scripts_nl("woorden", TREATMENTS).read_text(encoding="utf-8")
    return text.partition(f"\n{HEADS}\n")[2]
