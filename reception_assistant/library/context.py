"""The moment in which a script fits: where, in which practice, about what, and with whom."""

from enum import StrEnum
from typing import NamedTuple

from msgspec import Struct


class Moment(StrEnum):
    """Where the conversation is."""

    PHONE = "telefoon"
    DESK = "balie"


class Discipline(StrEnum):
    """For which kind of practice."""

    DENTIST = "tandarts"
    VET = "dierenarts"
    GP = "huisarts"
    WELFARE = "welzijn"


class Mood(StrEnum):
    """How somebody sounds, as the receptionist hears it."""

    CALM = "rustig"
    TENSE = "gespannen"
    ANGRY = "boos"


class Age(StrEnum):
    """How old, in four bands."""

    CHILD = "kind"
    YOUTH = "jongere"
    ADULT = "volwassene"
    OLDER = "oudere"


class Sign(StrEnum):
    """A mark of the person or the visit, or something that is still open with them."""

    TENSE = "gespannen"
    HARD_OF_HEARING = "slechthorend"
    INTERPRETER = "tolk"
    NOT_ALOUD = "niet-hardop"
    FIRST_VISIT = "eerste-bezoek"
    SENSITIVE = "gevoelig"
    ANIMAL_DECEASED = "dier-overleden"
    OPEN_COMPLAINT = "open-klacht"
    OPEN_PROMISE = "open-belofte"


class When(
    Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True, eq=True
):
    """The context that something is for; an empty facet fits everything."""

    moment: tuple[Moment, ...] = ()
    discipline: tuple[Discipline, ...] = ()
    reason: tuple[str, ...] = ()
    mood: tuple[Mood, ...] = ()
    age: tuple[Age, ...] = ()
    signs: tuple[Sign, ...] = ()


class Context(NamedTuple):
    """What is known of the conversation now; "" and None are not known.

    `discipline` is that of the practice, `reason` the id of the reason that was chosen, and
    `reason_names` all ids that it ever had: a script may know it by an older one.
    """

    moment: Moment = Moment.PHONE
    discipline: str = ""
    reason: str = ""
    mood: Mood | None = None
    age: Age | None = None
    signs: frozenset[Sign] = frozenset()
    reason_names: frozenset[str] = frozenset()


_CHILD_UNTIL, _YOUTH_UNTIL, _OLDER_FROM = 12, 18, 70


def age_band(age: int | None) -> Age | None:
    """Return the band of an age in whole years; None when it is unknown or cannot be."""
    if age is None or age < 0:
        return None
    if age < _CHILD_UNTIL:
        return Age.CHILD
    if age < _YOUTH_UNTIL:
        return Age.YOUTH
    return Age.OLDER if age >= _OLDER_FROM else Age.ADULT


def fits(when: When | None, context: Context) -> bool:
    """Tell whether every facet of `when` that is set has the context in it."""
    if when is None:
        return True
    return (
        (not when.moment or context.moment in when.moment)
        and (not when.discipline or context.discipline in when.discipline)
        and (not when.reason or _is_about(when, context))
        and (not when.mood or context.mood in when.mood)
        and (not when.age or context.age in when.age)
        and (not when.signs or not context.signs.isdisjoint(when.signs))
    )


def _is_about(when: When, context: Context) -> bool:
    return context.reason in when.reason or not context.reason_names.isdisjoint(when.reason)
