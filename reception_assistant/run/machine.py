"""What each event does to a conversation: pure, so that a screen, a command and a test do the same.

An event that does not belong where we are (a key pressed twice, a click on a step that is gone)
changes nothing.
"""

from collections.abc import Callable, Iterable
from functools import reduce
from types import MappingProxyType

from reception_assistant.library.context import Mood
from reception_assistant.library.script import MOST_NESTED, Step
from reception_assistant.run.event import Event, Kind
from reception_assistant.run.state import Place, Run, Scripts

_Stack = tuple[Place, ...]
_MOODS = frozenset(mood.value for mood in Mood)


def step(run: Run, event: Event, scripts: Scripts) -> Run:
    """Return the conversation after `event`."""
    rule = _RULES.get(event.kind)
    return rule(run, event, scripts) if rule else run


def replay(events: Iterable[Event], scripts: Scripts) -> Run:
    """Return the conversation that these events made."""
    return reduce(lambda run, event: step(run, event, scripts), events, Run())


def step_at(place: Place | None, scripts: Scripts) -> Step | None:
    """Return what stands at `place`; None when its version or the step in it is not known."""
    script = scripts.get(place.version) if place else None
    return script.steps.get(place.step) if script and place else None


def needs_promise(run: Run, scripts: Scripts) -> bool:
    """Tell whether the promise is to be asked before the step where we are can be shown."""
    here = step_at(run.place, scripts)
    return bool(here and here.end and here.end.promise) and run.promise is None


def _begun(run: Run, event: Event, scripts: Scripts) -> Run:
    place = _opening(event.version, event.step, scripts)
    if place is None:
        return run
    return run._replace(stack=(place,), trail=(), ended=None, asks_finish=False)


def _answered(run: Run, event: Event, scripts: Scripts) -> Run:
    here = step_at(run.place, scripts)
    if here is None or _is_stale(run, event) or _is_over(run):
        return run
    if not 0 <= event.number < len(here.answers):
        return run
    answer = here.answers[event.number]
    if answer.end:
        return run._replace(ended=answer.end)
    if answer.goto:
        return _goto(run, answer.goto, scripts)
    return _aside_by_answer(run, answer.detour, event.name, scripts) if answer.detour else run


def _went_on(run: Run, event: Event, scripts: Scripts) -> Run:
    here = step_at(run.place, scripts)
    if here is None or _is_stale(run, event) or _is_over(run):
        return run
    if here.goto:
        return _goto(run, here.goto, scripts)
    if here.end:
        return run._replace(ended=here.end)
    if here.back:
        return _moved(run, run.stack[:-1]) if run.aside else run._replace(asks_finish=True)
    return run


def _went_back(run: Run, event: Event, _scripts: Scripts) -> Run:
    if _is_stale(run, event):
        return run
    if _is_over(run):
        return run._replace(ended=None, asks_finish=False)
    return run._replace(stack=run.trail[-1], trail=run.trail[:-1]) if run.trail else run


def _went_aside(run: Run, event: Event, scripts: Scripts) -> Run:
    place = _opening(event.version, event.step, scripts)
    return _aside(run, place, scripts) if place is not None and run.stack else run


def _came_back(run: Run, event: Event, _scripts: Scripts) -> Run:
    if _is_stale(run, event) or not run.aside:
        return run
    return _moved(run, run.stack[:-1])


def _remembered(run: Run, event: Event, _scripts: Scripts) -> Run:
    if not event.name:
        return run
    remembered = {name: text for name, text in run.remembered.items() if name != event.name}
    if event.text.strip():
        remembered[event.name] = event.text
    return run._replace(remembered=MappingProxyType(remembered))


def _promised(run: Run, event: Event, _scripts: Scripts) -> Run:
    return run._replace(promise=event.promise)


def _mood(run: Run, event: Event, _scripts: Scripts) -> Run:
    if event.name and event.name not in _MOODS:
        return run
    return run._replace(mood=Mood(event.name) if event.name else None)


_RULES: dict[Kind, Callable[[Run, Event, Scripts], Run]] = {
    Kind.BEGUN: _begun,
    Kind.ANSWERED: _answered,
    Kind.WENT_ON: _went_on,
    Kind.WENT_BACK: _went_back,
    Kind.WENT_ASIDE: _went_aside,
    Kind.CAME_BACK: _came_back,
    Kind.REMEMBERED: _remembered,
    Kind.PROMISED: _promised,
    Kind.MOOD: _mood,
}
"""What is not here (parked, resumed, an answer that was missing) moves nothing."""


def _is_stale(run: Run, event: Event) -> bool:
    """Tell whether the event was meant for another step than the one that is shown."""
    return run.place != Place(event.version, event.step)


def _is_over(run: Run) -> bool:
    return run.ended is not None or run.asks_finish


def _opening(version: str, at: str, scripts: Scripts) -> Place | None:
    """Return where a script opens: at step `at`, or at its start where there is no such step.

    A version that is not known keeps its place, so that a later event can still leave it.
    """
    if not version:
        return None
    script = scripts.get(version)
    if script is None:
        return Place(version, at)
    place = Place(version, at if at in script.steps else script.start)
    return place if place.step in script.steps else None


def _goto(run: Run, name: str, scripts: Scripts) -> Run:
    place = run.stack[-1]._replace(step=name)
    return _moved(run, (*run.stack[:-1], place)) if step_at(place, scripts) else run


def _aside_by_answer(run: Run, detour: str, version: str, scripts: Scripts) -> Run:
    """Go to the script of a detour, unless the event brings another one."""
    script = scripts.get(version)
    place = _opening(version, "", scripts)
    if place is None or (script is not None and script.id != detour):
        return run
    return _aside(run, place, scripts)


def _aside(run: Run, place: Place, scripts: Scripts) -> Run:
    """Lay a script over this one; where it is under way already, back out to it."""
    depth = _depth_of(run, place.version, scripts)
    return _pushed(run, place) if depth is None else _moved(run, run.stack[: depth + 1])


def _depth_of(run: Run, version: str, scripts: Scripts) -> int | None:
    """Return where in the stack this script is under way, in whichever version."""
    name = _script_id(version, scripts)
    ids = [_script_id(place.version, scripts) for place in run.stack]
    return ids.index(name) if name in ids else None


def _script_id(version: str, scripts: Scripts) -> str:
    script = scripts.get(version)
    return script.id if script else version


def _pushed(run: Run, place: Place) -> Run:
    return run if len(run.stack) > MOST_NESTED else _moved(run, (*run.stack, place))


def _moved(run: Run, stack: _Stack) -> Run:
    if stack == run.stack:
        return run
    return run._replace(stack=stack, trail=(*run.trail, run.stack), ended=None, asks_finish=False)
