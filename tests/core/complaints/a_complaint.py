"""A complaint for tests, with only what they say about it."""

from typing import Any

from msgspec.structs import replace

from reception_assistant.complaints.complaint import (
    Complaint,
    Field,
    Form,
    Phase,
    Where,
    Yes,
)

_PLAIN = Complaint(
    id="k1",
    subject="lang gewacht",
    received="2026-11-12",
    form=Form.SPOKEN,
    where=Where.PHONE,
    regime="wkkgz",
    owner_id="sanne",
    owner="Sanne",
    made_utc="2026-11-12T09:00:00+00:00",
    whom="mevrouw De Vries",
)
HEARD = {
    Field.WORDS: "Ik zat er veertig minuten.",
    Field.WISH: "Dat iemand het zegt.",
    Field.CONFIRMED: Yes.YES.value,
}
SOLVED = {**HEARD, Field.SOLUTION: "Wij bellen vooraf.", Field.SOLVED: Yes.YES.value}


def complaint(phase: Phase = Phase.PREPARE, **changes: Any) -> Complaint:
    """Return a complaint in a step, with these things otherwise."""
    return replace(_PLAIN, phase=phase, **changes)
