"""How others call what we call datum, naam or afgezegd: the list in `scripts_nl/agenda`."""

import tomllib
from collections.abc import Iterable, Mapping
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from msgspec import Struct

from reception_assistant.agenda.visit import Booking
from reception_assistant.errors import BugError
from reception_assistant.naming.person import Salutation
from reception_assistant.text import fold

_Meaning = TypeVar("_Meaning", bound=StrEnum)


class Vocabulary(Struct, frozen=True, kw_only=True):
    """The words that a table may use, each with what it means.

    Names of columns are compared by `word_key`, what stands in a cell by `fold`.
    """

    columns: Mapping[str, str]
    """Our name of a column by each name that it may have."""
    rank: Mapping[str, int]
    """How usual a name is for its column: our own name is 0."""
    never: frozenset[str]
    """The columns that are not read, whatever is asked: a BSN does not belong here."""
    animal_signs: frozenset[str]
    """The columns by which the list of a vet is known."""
    patients: frozenset[str]
    """The columns that hold a person, but in the list of a vet perhaps the animal."""
    bookings: Mapping[str, Booking]
    salutations: Mapping[str, Salutation]

    def never_reads(self, name: str) -> bool:
        """Tell whether a column called `name` is not read: as a whole, or for a word in it."""
        words = "".join(letter if letter.isalnum() else " " for letter in fold(name)).split()
        return "".join(words) in self.never or not self.never.isdisjoint(words)


def word_key(text: str) -> str:
    """Return `text` as the vocabulary compares it: its letters and digits, folded."""
    return "".join(letter for letter in fold(text) if letter.isalnum())


def read_vocabulary(path: Path, own_columns: Iterable[str]) -> Vocabulary:
    """Return the words in the file at `path`, with `own_columns` as the names of our own."""
    told = tomllib.loads(path.read_text(encoding="utf-8"))
    columns = {word_key(name): name for name in own_columns}
    rank = dict.fromkeys(columns, 0)
    for name, others in told["kolommen"].items():
        if name not in columns.values():
            raise BugError(f"no column of ours: {name}")
        for place, other in enumerate(others, 1):
            columns.setdefault(word_key(other), name)
            rank.setdefault(word_key(other), place)
    return Vocabulary(
        columns=columns,
        rank=rank,
        never=frozenset(map(word_key, told["nooit"]["kolommen"])),
        animal_signs=frozenset(map(word_key, told["dierenarts"]["kolommen"])),
        patients=frozenset(map(word_key, told["dierenarts"]["dier_of_eigenaar"])),
        bookings=_meanings(told["status"], Booking),
        salutations=_meanings(told["aanspreekvorm"], Salutation),
    )


def _meanings(told: Mapping[str, list[str]], kind: type[_Meaning]) -> dict[str, _Meaning]:
    return {fold(word): kind(meaning) for meaning, words in told.items() for word in words}
