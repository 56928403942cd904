"""Which steps were shown in a conversation, one after the other."""

from collections.abc import Iterable, Sequence

from reception_assistant.run.event import Event, Kind
from reception_assistant.run.machine import step
from reception_assistant.run.state import Place, Run, Scripts


def steps_shown(events: Iterable[Event], scripts: Scripts) -> tuple[str, ...]:
    """Return the steps in the order in which they were shown, as "script/step".

    Coming back to a step shows it again. Of a script that is not known any more nothing is told.
    """
    run, shown = Run(), list[Place]()
    for event in events:
        run = step(run, event, scripts)
        if run.place is not None and (not shown or shown[-1] != run.place):
            shown.append(run.place)
    return tuple(
        f"{scripts[place.version].id}/{place.step}" for place in shown if place.version in scripts
    )


def versions_named(events: Sequence[Event]) -> frozenset[str]:
    """Return the versions of scripts that `events` tell of; an answer names where it led aside."""
    aside = {event.name for event in events if event.kind is Kind.ANSWERED}
    return frozenset({event.version for event in events} | aside) - {""}
