"""The ways through a script: every step is reached, leads on, and comes to an end."""

from collections.abc import Iterator

from reception_assistant.i18n import _
from reception_assistant.library.checking.graph import (
    groups,
    is_ring,
    reached,
    reversed_ways,
)
from reception_assistant.library.checking.names import chosen_from, meant
from reception_assistant.library.checking.subject import Subject
from reception_assistant.library.filling import parse
from reception_assistant.library.finding import Code, Finding, Path
from reception_assistant.library.script import Answer, Step

_MOST_TOLD = 8


def start(subject: Subject) -> Iterator[Finding]:
    """Find a start that is no step; else the steps that nobody ever comes to."""
    script = subject.script
    if script.start not in script.steps:
        yield subject.error(
            Code.START_NOWHERE,
            ("start",),
            _("Het script begint bij stap «{name}», maar die is er niet.").format(
                name=script.start
            ),
            _meant(script.start, subject),
        )
        return
    there = reached(subject.ways, [script.start])
    for name in script.steps:
        if name not in there:
            yield subject.error(
                Code.UNREACHABLE,
                ("steps", name),
                _("Bij stap «{name}» komt nooit iemand.").format(name=name),
                _("Laat een antwoord hierheen leiden, of haal de stap weg."),
            )


def gotos(subject: Subject) -> Iterator[Finding]:
    """Find ways to steps that are not there."""
    for path, name in _gotos(subject):
        if name not in subject.script.steps:
            yield subject.error(
                Code.GOTO_NOWHERE,
                path,
                _("De stap «{name}» is er niet.").format(name=name),
                _meant(name, subject),
            )


def detours(subject: Subject) -> Iterator[Finding]:
    """Find detours to scripts that are not there, that come back to themselves, or lie too deep."""
    every = subject.background.detours
    mine = subject.script.id
    for name, step in subject.script.steps.items():
        for at, answer in enumerate(step.answers):
            if not (target := answer.detour):
                continue
            path = ("steps", name, "answers", at, "detour")
            if target not in every.scripts:
                yield subject.error(
                    Code.DETOUR_NOWHERE,
                    path,
                    _("Het script «{name}» is er niet.").format(name=target),
                    meant(target, every.scripts, _("Maak dat script, of kies een ander zijpad.")),
                )
            elif circle := every.circle(mine, target):
                yield subject.error(
                    Code.DETOUR_CIRCLE,
                    path,
                    _("Dit zijpad loopt in een kring: {way}.").format(way=_told(circle)),
                    _("Haal een van deze zijpaden weg."),
                )
            elif deep := every.too_deep(mine, target):
                yield subject.error(
                    Code.DETOUR_CIRCLE,
                    path,
                    _("Dit zijpad gaat dieper dan vijf scripts: {way}.").format(way=_told(deep)),
                    _("Haal een van deze zijpaden weg, of zet de stappen in dit script zelf."),
                )


def ways_on(subject: Subject) -> Iterator[Finding]:
    """Find steps and answers with no way on, or with several."""
    for name, step in subject.script.steps.items():
        path: Path = ("steps", name)
        ways = _ways_of_step(step)
        if ways == 0:
            yield subject.error(
                Code.NO_WAY_ON,
                path,
                _("Na stap «{name}» gaat het gesprek niet verder.").format(name=name),
                _("Geef antwoorden (answers), een stap (goto), een einde (end) of terug (back)."),
            )
        elif ways > 1:
            yield subject.error(
                Code.NO_WAY_ON,
                path,
                _("Na stap «{name}» kan het op meer dan één manier verder.").format(name=name),
                _("Kies er één: antwoorden (answers), een stap (goto), een einde (end) of back."),
            )
        for at, answer in enumerate(step.answers):
            yield from _way_of_answer(subject, (*path, "answers", at), answer)


def loops(subject: Subject) -> Iterator[Finding]:
    """Find steps that go round and round without an end: one finding for each round."""
    steps = subject.script.steps
    ways = subject.ways
    out = (name for name, step in steps.items() if _leads_out(step, subject))
    free = reached(reversed_ways(ways), out)
    lost = {name: ways[name] or (name,) for name in steps if name not in free}
    for group in groups(lost) if lost else ():
        if is_ring(group, lost) and all(way in group for name in group for way in lost[name]):
            yield subject.error(
                Code.LOOP_WITHOUT_EXIT,
                ("steps", group[0]),
                _("Dit gesprek blijft hier rondgaan: {steps}.").format(steps=_told(group)),
                _("Geef een van deze stappen een antwoord waarmee het gesprek klaar is."),
            )


def repeats(subject: Subject) -> Iterator[Finding]:
    """Find rounds in which somebody hears the same sentence again.

    A variant is for another listener: who hears it the first time, hears it the second time too.
    """
    steps = subject.script.steps
    for group in groups(subject.ways):
        if not is_ring(group, subject.ways):
            continue
        heard = {step.remember.id for name in group if (step := steps[name]).remember}
        again = [name for name in group if _is_the_same(steps[name], heard)]
        if again:
            yield subject.warning(
                Code.SAME_SENTENCE_AGAIN,
                ("steps", again[0]),
                _("Dit gesprek kan hier terugkomen, met dezelfde zin: {steps}.").format(
                    steps=_told(again)
                ),
                _("Zeg het de tweede keer anders, in een eigen stap, of zeg terug wat u hoorde."),
            )


def _gotos(subject: Subject) -> Iterator[tuple[Path, str]]:
    for name, step in subject.script.steps.items():
        if step.goto:
            yield ("steps", name, "goto"), step.goto
        for at, answer in enumerate(step.answers):
            if answer.goto:
                yield ("steps", name, "answers", at, "goto"), answer.goto


def _ways_of_step(step: Step) -> int:
    return sum((bool(step.answers), bool(step.goto), step.end is not None, step.back))


def _way_of_answer(subject: Subject, path: Path, answer: Answer) -> Iterator[Finding]:
    ways = sum(
        (bool(answer.goto), bool(answer.detour), answer.end is not None, answer.missing),
    )
    if ways == 1:
        return
    message = (
        _("Het antwoord «{label}» kan op meer dan één manier verder.")
        if ways
        else _("Na het antwoord «{label}» gaat het gesprek niet verder.")
    )
    yield subject.error(
        Code.WRONG_VALUE,
        path,
        message.format(label=answer.label),
        _("Kies er één: een stap (goto), een zijpad (detour), een einde (end) of missing."),
    )


def _leads_out(step: Step, subject: Subject) -> bool:
    """Tell whether it can end here; where another error stands, it gets the benefit of doubt."""
    if step.end is not None or step.back or not _ways_of_step(step):
        return True
    if step.goto and step.goto not in subject.script.steps:
        return True
    return any(
        answer.end is not None or (answer.goto and answer.goto not in subject.script.steps)
        for answer in step.answers
    )


def _is_the_same(step: Step, heard: set[str]) -> bool:
    """Tell whether some listener hears the same here, with nothing of this round said back."""
    wordings = (step.say, *(variant.say for variant in step.variants))
    return any(
        "{" not in say or heard.isdisjoint(part.name for part in parse(say)) for say in wordings
    )


def _meant(name: str, subject: Subject) -> str:
    steps = subject.script.steps
    return meant(name, steps, chosen_from(steps, _("Kies een stap die er is: {names}.")))


def _told(names: tuple[str, ...] | list[str]) -> str:
    shown = [*names[:_MOST_TOLD], *(["…"] if len(names) > _MOST_TOLD else [])]
    return " → ".join(shown)
