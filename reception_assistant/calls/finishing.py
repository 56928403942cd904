"""What must be known before a conversation is over: a next step, and a promise that can be kept."""

from collections.abc import Iterator
from datetime import datetime
from enum import StrEnum

from reception_assistant.calls.call import Ending
from reception_assistant.errors import KnownError
from reception_assistant.i18n import N_, _
from reception_assistant.library.lists import Outcome


class Lacking(StrEnum):
    """What is still to be filled in."""

    OUTCOME = "outcome"
    ALTERNATIVE = "alternative"
    WHAT = "what"
    BEFORE = "before"
    """No moment, or one that is over."""
    OWNER = "owner"


_ASKED = {
    Lacking.OUTCOME: N_("Kies eerst hoe het gesprek afliep."),
    Lacking.ALTERNATIVE: N_("Schrijf op wat u wel heeft aangeboden."),
    Lacking.WHAT: N_("Schrijf op wat u belooft."),
    Lacking.BEFORE: N_("Kies voor wanneer u dit belooft. Dat moment moet nog komen."),
    Lacking.OWNER: N_("Kies wie hiervoor zorgt."),
}


def lacking(outcome: Outcome | None, ending: Ending, now: datetime) -> Lacking | None:
    """Return what is to be filled in first, None when nothing is; `now` is local wall time."""
    return next(_lacking(outcome, ending, now), None)


def asked(what: Lacking) -> str:
    """Return the line that asks for it."""
    return _(_ASKED[what])


def refuse_unfinished(outcome: Outcome | None, ending: Ending, now: datetime) -> Outcome:
    """Return the outcome; raises `KnownError` while something is still to be filled in."""
    missing = lacking(outcome, ending, now)
    if outcome is None or missing is not None:
        raise KnownError(
            asked(missing or Lacking.OUTCOME),
            _("Het gesprek blijft open. Uw notitie staat er nog."),
        )
    return outcome


def _lacking(outcome: Outcome | None, ending: Ending, now: datetime) -> Iterator[Lacking]:
    if outcome is None:
        yield Lacking.OUTCOME
    elif outcome.alternative and not ending.alternative.strip():
        yield Lacking.ALTERNATIVE
    promise = ending.promise
    if promise is None:
        if outcome is not None and outcome.promise:
            yield Lacking.WHAT
        return
    if not promise.what.strip():
        yield Lacking.WHAT
    # What was promised earlier in a call that lasted too long is late now, and stays promised.
    if outcome is not None and outcome.promise and not _is_ahead(promise.before, now):
        yield Lacking.BEFORE
    if not promise.owner_id:
        yield Lacking.OWNER


def _is_ahead(before: str, now: datetime) -> bool:
    try:
        moment = datetime.fromisoformat(before)
    except ValueError:
        return False
    return moment.tzinfo is None and moment > now
