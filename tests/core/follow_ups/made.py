"""Follow-ups for tests: one that is usual, with what differs."""

from datetime import datetime
from typing import Any

from reception_assistant.follow_ups.follow_up import (
    Attempt,
    FollowUp,
    HandOver,
    Kind,
    Reached,
    Source,
)

NOW = datetime.fromisoformat("2026-11-24T09:12")


def follow_up(**differs: Any) -> FollowUp:
    """Return a call back that Sanne owns, before five o'clock today."""
    usual: dict[str, Any] = {
        "id": "1",
        "kind": Kind.CALLBACK,
        "source": Source.CALL,
        "what": "rekening naast de begroting leggen",
        "before": "2026-11-24T17:00",
        "owner_id": "sanne",
        "owner": "Sanne",
        "made_utc": "2026-11-23T08:51:00",
        "subject": "rekening",
        "person_id": "jansen",
    }
    return FollowUp(**usual | differs)


def tried(*how: Reached) -> tuple[Attempt, ...]:
    """Return attempts that went like this, one after another."""
    return tuple(
        Attempt(
            at_utc=f"2026-11-23T1{number}:00:00", employee_id="s", employee="Sanne", reached=each
        )
        for number, each in enumerate(how)
    )


def handed_over(times: int) -> tuple[HandOver, ...]:
    """Return so many hand-overs."""
    one = HandOver(
        at_utc="2026-11-23T10:00:00", from_name="Youssef", to_name="Sanne", note="ik ben weg"
    )
    return (one,) * times
