"""What the receptionist should know of a person or a visit, from the practice's own list."""

from enum import StrEnum


class Mark(StrEnum):
    """A mark (kenmerk), by the word that files use for it."""

    TENSE = "gespannen"
    HARD_OF_HEARING = "slechthorend"
    INTERPRETER = "tolk"
    NOT_ALOUD = "niet-hardop"
    FIRST_VISIT = "eerste-bezoek"
    SENSITIVE = "gevoelig"
    ANIMAL_DECEASED = "dier-overleden"


PERSON_MARKS = frozenset({Mark.TENSE, Mark.HARD_OF_HEARING, Mark.INTERPRETER, Mark.NOT_ALOUD})
"""The marks that belong to somebody at every visit; the others belong to one visit."""
