"""The answers of a step: somebody can always choose one, and not out of too many."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product
from typing import NamedTuple, TypeVar

from msgspec.structs import replace

from reception_assistant.i18n import N_, _, ngettext
from reception_assistant.library.checking.subject import Subject
from reception_assistant.library.choosing import canonical_reasons
from reception_assistant.library.context import (
    Context,
    Discipline,
    Moment,
    Mood,
    When,
    age_band,
    fits,
)
from reception_assistant.library.finding import Code, Finding
from reception_assistant.library.sample_person import SamplePerson
from reception_assistant.library.script import MOST_ANSWERS, Answer, Step

_Facet = TypeVar("_Facet")
_MANY = 3
_MOST_TRIED = 12  # values of one facet
_EMPTY = When()
_PLACES = {Moment.PHONE: N_("aan de telefoon"), Moment.DESK: N_("aan de balie")}


class _Case(NamedTuple):
    """Somebody for whom there is nothing to choose, and when."""

    person: SamplePerson
    context: Context


def answers(subject: Subject) -> Iterator[Finding]:
    """Find steps with too many answers, without "iets anders", or with none left for somebody."""
    for name, step in subject.script.steps.items():
        path = ("steps", name, "answers")
        if len(step.answers) > MOST_ANSWERS:
            yield subject.error(
                Code.TOO_MANY_ANSWERS,
                path,
                _("Deze stap heeft {count} antwoorden. Er passen er {most} op de cijfers.").format(
                    count=len(step.answers), most=MOST_ANSWERS
                ),
                _("Voeg antwoorden samen, of maak er twee stappen van."),
            )
        if len(step.answers) >= _MANY and not any(answer.missing for answer in step.answers):
            yield subject.warning(
                Code.NO_OTHER_ANSWER,
                path,
                _("Wie iets anders antwoordt, past hier niet bij."),
                _("Zet er een antwoord «Iets anders» bij (missing: true)."),
            )
        if cases := _left_with_nothing(subject, step):
            yield subject.error(
                Code.NOTHING_TO_CHOOSE,
                path,
                _told(cases),
                _("Zet er een antwoord bij dat voor iedereen geldt."),
            )


def _left_with_nothing(subject: Subject, step: Step) -> list[_Case]:
    """Return for each sample person without any answer the first case in which that is so."""
    conditions = _conditions(step.answers)
    if not conditions:
        return []
    known = canonical_reasons(subject.background.lists.reasons)
    conditions = [_as_known(condition, known) for condition in conditions]
    when = _as_known(subject.script.when, known)
    cases = (
        _first_case(person, _contexts(subject, person, when, conditions), conditions)
        for person in subject.background.lists.persons
    )
    return [case for case in cases if case]


def _first_case(
    person: SamplePerson, contexts: Iterable[Context], conditions: Sequence[When]
) -> _Case | None:
    for context in contexts:
        if not any(fits(condition, context) for condition in conditions):
            return _Case(person, context)
    return None


def _conditions(given: Sequence[Answer]) -> list[When]:
    """Return when each answer is offered; nothing when one of them always is."""
    conditions = [each for answer in given if (each := answer.when) is not None and each != _EMPTY]
    return conditions if len(conditions) == len(given) else []


def _as_known(when: When, known: Mapping[str, str]) -> When:
    """Return `when` with each reason under the id it has now."""
    return replace(when, reason=tuple(known.get(name, name) for name in when.reason))


def _contexts(
    subject: Subject, person: SamplePerson, when: When, conditions: Sequence[When]
) -> Iterator[Context]:
    """Give the moments in which a script with `when` is offered to a person, the hardest only."""
    age = None
    if person.birth_year:
        age = age_band(subject.background.today.year - person.birth_year)
    if (when.age and age not in when.age) or (when.signs and person.signs.isdisjoint(when.signs)):
        return
    for moment, discipline, reason, mood in product(
        _hardest(when.moment or tuple(Moment), [each.moment for each in conditions]),
        _hardest(when.discipline or ("", *Discipline), [each.discipline for each in conditions]),
        _hardest(when.reason or ("",), [each.reason for each in conditions]),
        _hardest(when.mood or (None, *Mood), [each.mood for each in conditions]),
    ):
        yield Context(moment, discipline, reason, mood, age, person.signs)


def _hardest(possible: Sequence[_Facet], asked: Sequence[Sequence[object]]) -> tuple[_Facet, ...]:
    """Return the values with the fewest answers: one that no answer asks for, or else all."""
    named = {value for values in asked for value in values}
    unnamed = next(((value,) for value in possible if value not in named), None)
    return tuple(possible[:_MOST_TRIED]) if unnamed is None else unnamed


def _told(cases: Sequence[_Case]) -> str:
    person, context = cases[0]
    moment = [_(_PLACES[context.moment])]
    if context.mood is not None:
        moment.append(context.mood.value)
    message = _("Voor «{person}» is er hier niets te kiezen ({moment}).").format(
        person=person.description or person.id, moment=", ".join(moment)
    )
    if others := len(cases) - 1:
        more = ngettext(
            "Ook voor {count} andere proefpersoon niet.",
            "Ook voor {count} andere proefpersonen niet.",
            others,
        ).format(count=others)
        return f"{message} {more}"
    return message
