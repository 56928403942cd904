"""The kaders beside a complaint: what may be offered, what is asked first, what never can be."""

from collections.abc import Collection, Iterable
from typing import NamedTuple

from reception_assistant.errors import KnownError
from reception_assistant.i18n import _
from reception_assistant.library.lists import Mandate, May


class Kaders(NamedTuple):
    """What may be offered, in three groups, each in the order of the practice's list."""

    own: tuple[Mandate, ...] = ()
    consult: tuple[Mandate, ...] = ()
    never: tuple[Mandate, ...] = ()


def kaders(mandates: Iterable[Mandate], discipline: str) -> Kaders:
    """Return the kaders of a practice of `discipline`."""
    fitting = [each for each in mandates if not each.discipline or discipline in each.discipline]
    return Kaders(
        *(tuple(each for each in fitting if each.may is may) for may in May),
    )


def named(mandate: Mandate) -> str:
    """Return what it is called in a list, with who is to be asked first."""
    if mandate.may is May.CONSULT and mandate.whom:
        return _("{label} (vraag {whom})").format(label=mandate.label, whom=mandate.whom)
    return mandate.label


def said_of(mandate: Mandate) -> str:
    """Return a line for one of the kaders: what it is, and what to say with it."""
    if mandate.may is May.CONSULT and mandate.whom:
        line = _("{label}: overleg dit eerst met {whom}.").format(
            label=mandate.label, whom=mandate.whom
        )
    elif mandate.may is May.CONSULT:
        line = _("{label}: overleg dit eerst.").format(label=mandate.label)
    elif mandate.may is May.NEVER:
        line = _("{label}: dat kan niet.").format(label=mandate.label)
    else:
        line = mandate.label
    if not mandate.say:
        return line
    return _("{line} Zeg: «{say}»").format(line=line.rstrip(".") + ".", say=mandate.say)


def chosen(mandates: Iterable[Mandate], ids: Collection[str]) -> tuple[Mandate, ...]:
    """Return what is offered, in the order of the list; what is on it no more is left out."""
    return tuple(each for each in mandates if each.id in ids)


def to_consult(mandates: Iterable[Mandate], ids: Collection[str]) -> tuple[Mandate, ...]:
    """Return what is offered and must be asked first."""
    return tuple(each for each in chosen(mandates, ids) if each.may is May.CONSULT)


def require_possible(mandates: Iterable[Mandate], ids: Collection[str]) -> None:
    """Raise `KnownError` when something is offered that is never possible, with what is."""
    for each in chosen(mandates, ids):
        if each.may is May.NEVER:
            raise KnownError(
                _("«{label}» kan hier niet. Er is niets veranderd.").format(label=each.label),
                _("Zeg liever wat wel kan: «{say}»").format(say=each.say)
                if each.say
                else _("Kies iets wat wel kan."),
            )
