"""No conversation ends without a next step, and no promise without what, before when and whom."""

from datetime import datetime

import pytest
from msgspec.structs import replace

from reception_assistant.calls.call import Ending
from reception_assistant.calls.finishing import Lacking, asked, lacking, refuse_unfinished
from reception_assistant.calls.promise import Promise
from reception_assistant.errors import KnownError
from reception_assistant.library.lists import Outcome

NOW = datetime.fromisoformat("2026-11-24T09:00")
NOTHING = Outcome(id="niets-nodig", label="Niets meer nodig")
CALL_BACK = Outcome(id="terugbelafspraak", label="Wij bellen terug", promise=True)
NOT_DONE = Outcome(id="niet-geholpen", label="Niet gelukt", alternative=True, helped=False)
ENDING = Ending(outcome="x", ended_utc="2026-11-24T08:00", employee_id="sanne")
PROMISE = Promise(what="Bellen over de rekening", before="2026-11-24T17:00", owner_id="sanne")


def ending(alternative: str = "", promise: Promise | None = None) -> Ending:
    return replace(ENDING, alternative=alternative, promise=promise)


@pytest.mark.parametrize(
    ("outcome", "given", "first"),
    [
        (None, ending(), Lacking.OUTCOME),
        (NOTHING, ending(), None),
        (NOTHING, ending(promise=PROMISE), None),
        (NOTHING, ending(promise=replace(PROMISE, what="")), Lacking.WHAT),
        (NOT_DONE, ending(), Lacking.ALTERNATIVE),
        (NOT_DONE, ending(alternative="  "), Lacking.ALTERNATIVE),
        (NOT_DONE, ending(alternative="De huisartsenpost"), None),
        (CALL_BACK, ending(), Lacking.WHAT),
        (CALL_BACK, ending(promise=PROMISE), None),
        (CALL_BACK, ending(promise=replace(PROMISE, what=" \n")), Lacking.WHAT),
        (CALL_BACK, ending(promise=replace(PROMISE, before="")), Lacking.BEFORE),
        (CALL_BACK, ending(promise=replace(PROMISE, before="morgen")), Lacking.BEFORE),
        (CALL_BACK, ending(promise=replace(PROMISE, before="2026-11-24T09:00")), Lacking.BEFORE),
        (CALL_BACK, ending(promise=replace(PROMISE, before="2026-11-25T09:00Z")), Lacking.BEFORE),
        (CALL_BACK, ending(promise=replace(PROMISE, owner_id="")), Lacking.OWNER),
    ],
)
def test_what_is_asked_first(outcome: Outcome | None, given: Ending, first: Lacking | None) -> None:
    assert lacking(outcome, given, NOW) is first


@pytest.mark.parametrize("what", Lacking)
def test_everything_that_is_asked_has_a_line(what: Lacking) -> None:
    assert asked(what).endswith(".")


def test_an_unfinished_conversation_is_refused_kindly() -> None:
    with pytest.raises(KnownError, match="Kies voor wanneer") as refused:
        refuse_unfinished(
            CALL_BACK, ending(promise=replace(PROMISE, before="2020-01-01T09:00")), NOW
        )
    assert "blijft open" in refused.value.advice
    assert refuse_unfinished(CALL_BACK, ending(promise=PROMISE), NOW) == CALL_BACK
