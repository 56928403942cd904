"""The scripts that ship speak to each listener in one way: "je" to a youth, "u" to a grown-up."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import combinations, product

from reception_assistant.library.context import Age, Context, Discipline, Moment, Mood, Sign
from reception_assistant.library.filling import parse
from reception_assistant.library.script import Script, Step
from reception_assistant.library.shipped import read_shipped
from reception_assistant.run.viewing import words_for

_U = re.compile(r"\b(?:u|uw|uzelf)\b", re.IGNORECASE)
_JE = re.compile(r"\b(?:je|jij|jou|jouw|jezelf)\b", re.IGNORECASE)
ABOUT_SOMEBODY_ELSE = frozenset({"bellen-voor-een-ander"})
"""Who is spoken to there is not the person that the conversation is about."""


@cache
def shipped() -> tuple[Script, ...]:
    return tuple(file.script for file in read_shipped().scripts)


def written_out(say: str) -> str:
    """Return a line with its fallbacks, and nothing where something is filled in."""
    return "".join(part.text if not part.name else part.fallback or "" for part in parse(say))


def moments(script: Script, step: Step, age: Age | None) -> Iterator[Context]:
    """Give every moment that makes a difference for what a step says to somebody of this age."""
    asked = [variant.when for variant in step.variants]
    when = script.when
    signs = sorted({sign for each in asked for sign in each.signs})
    for moment, discipline, mood, reason, number in product(
        when.moment or tuple(Moment) if any(each.moment for each in asked) else (Moment.PHONE,),
        when.discipline or tuple(Discipline) if any(each.discipline for each in asked) else ("",),
        (None, *Mood) if any(each.mood for each in asked) else (None,),
        {"", *(name for each in asked for name in each.reason)},
        range(len(signs) + 1),
    ):
        for some in combinations(signs, number):
            yield Context(moment, discipline, reason, mood, age, frozenset[Sign](some))


def said_to(ages: Iterable[Age | None], is_for: Callable[[Script], bool]) -> set[tuple[str, str]]:
    """Return every line that is chosen for somebody of these ages, with its place."""
    return {
        (f"{script.id}/{name}", written_out(words_for(step, context)))
        for script in filter(is_for, shipped())
        for name, step in script.steps.items()
        if not step.literal
        for age in ages
        if not script.when.age or age in script.when.age
        for context in moments(script, step, age)
    }


def test_no_youth_is_spoken_to_with_u() -> None:
    said = said_to([Age.YOUTH], lambda script: script.id not in ABOUT_SOMEBODY_ELSE)
    assert len(said) > 100
    assert sorted(line for line in said if _U.search(line[1])) == []


def test_no_grown_up_and_nobody_of_unknown_age_is_spoken_to_with_je() -> None:
    said = said_to([Age.ADULT, Age.OLDER, None], lambda _script: True)
    assert len(said) > 100
    assert sorted(line for line in said if _JE.search(line[1])) == []
