"""Outcomes and reasons: whether the lists know them; and the name that was probably meant."""

from collections.abc import Collection, Iterable, Iterator

from reception_assistant.i18n import _
from reception_assistant.language.lookup import one_slip
from reception_assistant.library.checking.subject import Subject
from reception_assistant.library.context import When
from reception_assistant.library.finding import Code, Finding, Path
from reception_assistant.library.lists import Outcome, Reason
from reception_assistant.library.reading.walk import shown
from reception_assistant.library.script import End

_MOST_NAMED = 6
_MOST_COMPARED = 500


def outcomes(subject: Subject) -> Iterator[Finding]:
    """Find ends that say nothing of how it ended, or something that is in no list."""
    known = subject.background.outcomes
    for path, end in _ends(subject):
        if not end.outcome.strip():
            yield subject.error(
                Code.NO_OUTCOME,
                path,
                _("Dit einde zegt niet hoe het gesprek afliep."),
                chosen_from(
                    [each.id for each in subject.background.lists.outcomes],
                    _("Kies een uitkomst: {names}."),
                ),
            )
        elif end.outcome not in known:
            told = unknown_outcome(end.outcome, known)
            yield subject.error(Code.UNKNOWN_OUTCOME, (*path, "outcome"), *told)


def reasons(subject: Subject) -> Iterator[Finding]:
    """Find reasons that are in no list."""
    known = subject.background.reasons
    for path, when in _whens(subject):
        for at, name in enumerate(when.reason):
            if name not in known:
                told = unknown_reason(name, known)
                yield subject.error(Code.UNKNOWN_REASON, (*path, "reason", at), *told)


def ids_of(items: Iterable[Reason] | Iterable[Outcome]) -> frozenset[str]:
    """Return every id by which the lines of a list are or were known."""
    return frozenset(name for item in items for name in (item.id, *item.aliases))


def unknown_outcome(name: str, known: Collection[str]) -> tuple[str, str]:
    """Return what is wrong with an outcome that is in no list, and what to do."""
    message = _("De uitkomst «{name}» staat niet in de lijst.").format(name=shown(name))
    return message, meant(name, known, _("Kies er een uit de lijst, of zet deze erbij."))


def unknown_reason(name: str, known: Collection[str]) -> tuple[str, str]:
    """Return what is wrong with a reason that is in no list, and what to do."""
    message = _("De reden «{name}» staat niet in de lijst.").format(name=shown(name))
    return message, meant(name, known, _("Kies er een uit de lijst, of zet deze erbij."))


def meant(name: str, known: Collection[str], otherwise: str) -> str:
    """Return the advice to use the name that looks like `name`; `otherwise` if none does."""
    if not name or len(known) > _MOST_COMPARED:
        return otherwise
    near = next((each for each in known if _looks_like(name, each)), "")
    return _("Bedoelt u «{name}»?").format(name=near) if near else otherwise


def chosen_from(known: Collection[str], advice: str) -> str:
    """Return `advice` with the first few names in it; "" when there are none."""
    names = sorted(known)
    shown = ", ".join(names[:_MOST_NAMED]) + (", …" if len(names) > _MOST_NAMED else "")
    return advice.format(names=shown) if names else ""


def _looks_like(name: str, other: str) -> bool:
    """Tell whether a slip of the finger or a part left out makes one of the other."""
    return one_slip(name, other) or f"{other}-".startswith(f"{name}-")


def _ends(subject: Subject) -> Iterator[tuple[Path, End]]:
    for name, step in subject.script.steps.items():
        if step.end is not None:
            yield ("steps", name, "end"), step.end
        for at, answer in enumerate(step.answers):
            if answer.end is not None:
                yield ("steps", name, "answers", at, "end"), answer.end


def _whens(subject: Subject) -> Iterator[tuple[Path, When]]:
    yield ("when",), subject.script.when
    for name, step in subject.script.steps.items():
        for at, variant in enumerate(step.variants):
            yield ("steps", name, "variants", at, "when"), variant.when
        for at, answer in enumerate(step.answers):
            if answer.when is not None:
                yield ("steps", name, "answers", at, "when"), answer.when
