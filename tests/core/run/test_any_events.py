"""Whatever happens in whatever order, a conversation stays whole."""

from functools import reduce

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from reception_assistant.library.context import Context
from reception_assistant.library.script import MOST_NESTED
from reception_assistant.run.event import Event, Kind
from reception_assistant.run.machine import needs_promise, replay, step, step_at
from reception_assistant.run.state import Place, Run
from reception_assistant.run.viewing import view
from tests.core.run.scripts import BILL, CALM, LIMIT, PROMISE, SCRIPTS, made

_LOOSE = [
    *(made(Kind.BEGUN, version=version, step=at) for version in SCRIPTS for at in ("", "erkennen")),
    *(made(Kind.ANSWERED, number=at) for at in range(-1, 6)),
    *(made(Kind.ANSWERED, number=at, name=name) for at in (1, 2) for name in (CALM, LIMIT, BILL)),
    *(made(Kind.WENT_ASIDE, version=name, step=at) for name in SCRIPTS for at in ("", "terug")),
    *(made(kind) for kind in (Kind.WENT_ON, Kind.WENT_BACK, Kind.CAME_BACK) for _ in range(4)),
    *(made(Kind.REMEMBERED, name=name, text=text) for name in ("", "naam") for text in ("", "{x}")),
    *(made(Kind.MOOD, name=name) for name in ("boos", "razend", "")),
    made(Kind.PROMISED, promise=PROMISE),
    made(Kind.PROMISED),
    made(Kind.MISSING, text="Wil de baas spreken"),
    made(Kind.PARKED),
    made(Kind.RESUMED),
]
_STALE = Place(BILL, "vragen-stellen")
_DRAWN = st.lists(st.tuples(st.sampled_from(_LOOSE), st.integers(0, 4)), max_size=25)


def _fitted(drawn: list[tuple[Event, int]]) -> list[Event]:
    """Return the events, four in five where the conversation is when they happen."""
    events = [made(Kind.BEGUN, version=BILL)]
    run = replay(events, SCRIPTS)
    for loose, chance in drawn:
        event = loose
        if loose.kind not in {Kind.BEGUN, Kind.WENT_ASIDE}:
            place = run.place if run.place and chance else _STALE
            event = structs.replace(loose, version=place.version, step=place.step)
        events.append(event)
        run = step(run, event, SCRIPTS)
    return events


@given(_DRAWN)
@settings(max_examples=150, deadline=None)
def test_a_conversation_is_replayed_as_it_went(drawn: list[tuple[Event, int]]) -> None:
    events = _fitted(drawn)
    half = len(events) // 2
    parked = replay(events[:half], SCRIPTS)
    after = reduce(lambda run, event: step(run, event, SCRIPTS), events[half:], parked)
    assert after == replay(events, SCRIPTS)


@given(_DRAWN)
@settings(max_examples=200, deadline=None)
def test_each_event_leaves_a_conversation_that_can_be_shown(
    drawn: list[tuple[Event, int]],
) -> None:
    run = Run()
    for event in _fitted(drawn):
        before, run = run, step(run, event, SCRIPTS)
        ids = [SCRIPTS[place.version].id for place in run.stack]
        assert len(run.stack) <= MOST_NESTED + 1
        assert len(set(ids)) == len(ids)
        assert all(step_at(place, SCRIPTS) for stack in (run.stack, *run.trail) for place in stack)
        assert run.place is None or (run.ended is None) or not run.asks_finish
        shown = view(run, SCRIPTS, Context(), {})
        assert shown is not None
        assert shown.asks_promise == needs_promise(run, SCRIPTS)
        assert "{" not in shown.say
        if len(run.trail) > len(before.trail):
            assert run.trail[-1] == before.stack


@given(_DRAWN)
@settings(max_examples=150, deadline=None)
def test_back_after_forward_is_where_we_were(drawn: list[tuple[Event, int]]) -> None:
    run = Run()
    for event in _fitted(drawn):
        before, run = run, step(run, event, SCRIPTS)
        forward = {Kind.ANSWERED, Kind.WENT_ON, Kind.WENT_ASIDE, Kind.CAME_BACK}
        if run == before or run.place is None or event.kind not in forward:
            continue
        back = made(Kind.WENT_BACK, version=run.place.version, step=run.place.step)
        returned = step(run, back, SCRIPTS)
        assert returned.stack == before.stack
        assert returned.trail == before.trail


@given(_DRAWN)
@settings(max_examples=150, deadline=None)
def test_an_event_given_twice_counts_once(drawn: list[tuple[Event, int]]) -> None:
    run = Run()
    for event in _fitted(drawn):
        before, run = run, step(run, event, SCRIPTS)
        ended = before.ended is not None or before.asks_finish
        if not (ended and event.kind is Kind.WENT_BACK):  # the first time it takes back the end
            assert step(run, event, SCRIPTS) == run
