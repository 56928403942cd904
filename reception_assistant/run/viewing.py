"""The step where a conversation is, made ready to be shown and said."""

from collections.abc import Iterator, Mapping

from reception_assistant.errors import KnownError
from reception_assistant.i18n import _
from reception_assistant.library.context import Context, fits
from reception_assistant.library.counting import seconds
from reception_assistant.library.filling import fill
from reception_assistant.library.placeholders import Placeholder
from reception_assistant.library.script import MOST_ANSWERS, Answer, Remember, Step
from reception_assistant.run.machine import needs_promise, step_at
from reception_assistant.run.state import Place, Run, Scripts
from reception_assistant.run.view import AnswerView, InsteadView, PathPart, StepView, Way

_CLOSED = frozenset(placeholder.value for placeholder in Placeholder)
_AS_SPACES = str.maketrans("-_", "  ")


def view(
    run: Run, scripts: Scripts, context: Context, values: Mapping[str, str]
) -> StepView | None:
    """Return the step to show now, None when no script runs.

    `values` are those of the closed list; what was remembered is filled in by itself. Raises
    `KnownError` when the script is not there.
    """
    if run.place is None:
        return None
    script, step = scripts.get(run.place.version), step_at(run.place, scripts)
    if script is None or step is None:
        raise KnownError(
            _("Deze stap kan niet worden getoond. Uw gesprek en uw notitie zijn bewaard."),
            _("Ga een stap terug, kies een ander script of rond het gesprek af."),
        )
    context = context._replace(mood=run.mood or context.mood)
    known = _known(run, values)
    asks_promise = needs_promise(run, scripts)
    say = "" if asks_promise else fill(words_for(step, context), known)
    return StepView(
        script_id=script.id,
        title=script.title,
        step=run.place.step,
        say=say,
        way=_way(step, aside=run.aside),
        key=fill(step.key, known),
        phase=step.phase,
        literal=step.literal,
        tip=fill(step.tip, known),
        posture=fill(step.posture, known),
        avoid=tuple(
            InsteadView(fill(each.say, known), fill(each.instead, known)) for each in step.avoid
        ),
        answers=tuple(_answers(step, context, known)),
        remember=_remember(step.remember, known),
        remembered=run.remembered.get(step.remember.id, "") if step.remember else "",
        path=tuple(_path(run, scripts, known)),
        aside=run.aside,
        asks_promise=asks_promise,
        seconds=seconds(say),
    )


def words_for(step: Step, context: Context) -> str:
    """Return the words for this listener and this moment, not filled in yet."""
    suited = (variant.say for variant in step.variants if fits(variant.when, context))
    return next(suited, step.say)


def answers_left(step: Step, context: Context) -> tuple[tuple[int, Answer], ...]:
    """Return the answers that can be given now, each with its place in the file."""
    left = (
        (number, answer) for number, answer in enumerate(step.answers) if fits(answer.when, context)
    )
    return tuple(left)[:MOST_ANSWERS]


def _known(run: Run, values: Mapping[str, str]) -> dict[str, str]:
    """Return all values; what was remembered never takes the place of one of the closed list."""
    remembered = {name: text for name, text in run.remembered.items() if name not in _CLOSED}
    return {**remembered, **values}


def _answers(step: Step, context: Context, known: Mapping[str, str]) -> Iterator[AnswerView]:
    for key, (number, answer) in enumerate(answers_left(step, context), start=1):
        label = fill(answer.label, known)
        yield AnswerView(key, number, label, missing=answer.missing, aside=bool(answer.detour))


def _way(step: Step, *, aside: bool) -> Way:
    """Return what can be done; a way back that has nothing to return to ends the conversation."""
    if step.answers:
        return Way.ANSWERS
    if step.goto:
        return Way.ON
    return Way.BACK if step.back and aside else Way.END


def _remember(remember: Remember | None, known: Mapping[str, str]) -> Remember | None:
    return remember and Remember(id=remember.id, label=fill(remember.label, known))


def _path(run: Run, scripts: Scripts, known: Mapping[str, str]) -> Iterator[PathPart]:
    """Yield the steps so far; where a script came in stands its title."""
    titled: dict[str, str] = {}
    last: PathPart | None = None
    for stack in (*run.trail, run.stack):
        place = stack[-1]
        entered = titled.setdefault(place.version, place.step)
        label = _label(place, scripts, known, entered=entered == place.step)
        part = PathPart(label, len(stack) - 1)
        if label and part != last:
            yield part
            last = part


def _label(place: Place, scripts: Scripts, known: Mapping[str, str], *, entered: bool) -> str:
    script = scripts.get(place.version)
    if script and entered:
        return script.title
    step = step_at(place, scripts)
    if key := fill(step.key, known) if step else "":
        return key.removesuffix(".")
    words = place.step.translate(_AS_SPACES)
    return words[:1].upper() + words[1:]
