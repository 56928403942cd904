"""The scripts that ship: without a fault, and fit to be said to everybody who may call or come."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from functools import cache
from itertools import product
from typing import NamedTuple

import pytest

from reception_assistant.calls.promise import Promise
from reception_assistant.desk import fitting
from reception_assistant.desk.library import BOUNDARY, CALM
from reception_assistant.library.checking.check import check, measure
from reception_assistant.library.checking.words import WordFinder
from reception_assistant.library.context import Age, Context, Discipline, Moment, Mood, Sign, When
from reception_assistant.library.reading.pack import PackReading
from reception_assistant.library.sample_person import SamplePerson
from reception_assistant.library.script import MOST_NESTED, End, Script, Step
from reception_assistant.library.shipped import read_shipped
from reception_assistant.library.trying import context_of, values_of
from reception_assistant.run.state import Place, Run
from reception_assistant.run.view import StepView
from reception_assistant.run.viewing import answers_left, view

NOW = datetime.fromisoformat("2026-11-24T09:00")
TODAY = date(2026, 11, 24)
FEWEST, LONGEST = 24, 20
ABOUT_SOMEBODY_ELSE = {"bellen-voor-een-ander"}
"""Who is spoken to there is not the person that the conversation is about."""
_PROMISE = Promise(what="terugbellen", before="2026-11-25T12:00", owner_id="e")
_PROMISED = ("terugbellen", "morgenochtend")
_JE, _U = re.compile(r"\b(?:je|jij|jou|jouw)\b", re.I), re.compile(r"\b(?:u|uw)\b", re.I)
_STRAY = re.compile(r"\s[,.?!]|,[.?!,]|[.?!][.?!,]|\s\s|^\W|[,\s]$")


class Said(NamedTuple):
    """One step as it is shown to one person at one moment."""

    script: Script
    step: str
    person: SamplePerson
    context: Context
    shown: StepView

    @property
    def where(self) -> str:
        """Where it stands, and to whom it is said."""
        return f"{self.script.id}/{self.step} {self.person.id} {self.context.moment.value}"


@cache
def shipped() -> PackReading:
    return read_shipped()


def scripts() -> dict[str, Script]:
    return {file.script.id: file.script for file in shipped().scripts}


def steps() -> Iterator[tuple[str, Step]]:
    """Give every step with its place."""
    for script in scripts().values():
        for name, step in script.steps.items():
            yield f"{script.id}/{name}", step


@cache
def everything_said() -> tuple[Said, ...]:
    """Return every step that everybody can come by, in each way in which it may be said."""
    return tuple(
        said
        for script in scripts().values()
        for person, context in _moments(script)
        for said in _walked(script, person, context)
    )


def _moments(script: Script) -> Iterator[tuple[SamplePerson, Context]]:
    """Give everybody in each moment that the script allows; a facet that it never asks has one."""
    asked = list(_conditions(script))
    moods = (None, *Mood) if any(when.mood for when in asked) else (None,)
    kinds = tuple(Discipline) if any(when.discipline for when in asked) else (Discipline.DENTIST,)
    allowed = [kind for kind in kinds if kind in (script.when.discipline or kinds)]
    places = script.when.moment or tuple(Moment)
    for person, place, mood, kind in product(shipped().lists.persons, places, moods, allowed):
        yield person, context_of(person, kind, place, mood, TODAY)


def _conditions(script: Script) -> Iterator[When]:
    for step in script.steps.values():
        yield from (variant.when for variant in step.variants)
        yield from (answer.when for answer in step.answers if answer.when is not None)


def _walked(script: Script, person: SamplePerson, context: Context) -> Iterator[Said]:
    """Give the steps that can be reached, with nothing written down and with all of it."""
    values = values_of(
        person,
        practice="De Linde",
        employee="Sanne",
        now=NOW,
        discipline=context.discipline,
        moment=context.moment,
        promised=_PROMISED,
    )
    kept = {step.remember.id: "een foutje" for step in script.steps.values() if step.remember}
    seen: set[str] = set()
    waiting = [script.start]
    while waiting:
        name = waiting.pop()
        if name in seen:
            continue
        seen.add(name)
        for remembered in ({}, kept) if kept else ({},):
            run = Run(stack=(Place("v", name),), promise=_PROMISE, remembered=remembered)
            shown = view(run, {"v": script}, context, values)
            assert shown is not None
            yield Said(script, name, person, context, shown)
        step = script.steps[name]
        waiting += (answer.goto for _n, answer in answers_left(step, context) if answer.goto)
        waiting += [step.goto] if step.goto else []


def where(found: Iterable[Said]) -> list[str]:
    """Return the places with what is said there, for the message of a test."""
    return sorted({f"{each.where}: {each.shown.say}" for each in found})


# --- without a fault


def test_no_error_and_no_warning_without_a_written_reason() -> None:
    pack = shipped()
    assert pack.findings == []
    words = WordFinder(pack.words, pack.phrases)
    found = check(pack.scripts, pack.lists, known={}, words=words, today=TODAY)
    assert [
        f"{each.file}:{each.line} {each.severity.value} {each.code.value}: {each.message}"
        for each in found
    ] == []


def test_hardly_any_warning_was_allowed_and_each_with_its_reason() -> None:
    pack = shipped()
    words = WordFinder(pack.words, pack.phrases)
    measured = measure(pack.scripts, pack.lists, known={}, words=words, today=TODAY)
    assert measured.allowed * 20 <= measured.lines
    assert all(each.reason.strip() for each in pack.lists.allowed)


def test_what_was_allowed_is_still_there() -> None:
    pack = shipped()
    words = WordFinder(pack.words, pack.phrases)
    lists = pack.lists._replace(allowed=())
    found = check(pack.scripts, lists, known={}, words=words, today=TODAY)
    warned = {(each.script, each.code.value) for each in found}
    warned_at = {(each.script, each.code.value, each.step) for each in found}
    for each in pack.lists.allowed:
        assert (each.script, each.code) in warned
        assert not each.step or (each.script, each.code, each.step) in warned_at


def test_there_are_enough_scripts_each_known_by_its_own_name_and_title() -> None:
    assert len(shipped().scripts) == len(scripts()) >= FEWEST
    titles = Counter(script.title for script in scripts().values())
    assert [title for title, number in titles.items() if number > 1] == []
    for script in scripts().values():
        assert script.goal, script.id
        assert script.theme, script.id
        assert script.review is not None, script.id


def test_every_reason_outcome_and_detour_exists() -> None:
    lists = shipped().lists
    for script in scripts().values():
        for when in (script.when, *_conditions(script)):
            assert [each for each in when.reason if lists.reason(each) is None] == [], script.id
    for place, step in steps():
        ends = [step.end, *(answer.end for answer in step.answers)]
        for end in filter(None, ends):
            outcome = lists.outcome(end.outcome)
            assert outcome is not None, place
            assert end.promise or not outcome.promise, place
        aside = {answer.detour for answer in step.answers} - {""}
        assert aside <= scripts().keys(), place


def test_the_lists_name_only_what_is_there() -> None:
    lists = shipped().lists
    named = [name for reason in lists.reasons for name in reason.outcomes]
    assert [name for name in named if lists.outcome(name) is None] == []
    asked = [name for sign in lists.stop_signs for name in sign.reason]
    assert [name for name in asked if lists.reason(name) is None] == []
    assert {kind for sign in lists.stop_signs for kind in sign.discipline} == set(Discipline)


def test_every_reason_has_a_script_to_begin_with() -> None:
    about = {reason for script in scripts().values() for reason in script.when.reason}
    assert [each.id for each in shipped().lists.reasons if each.id not in about] == []


# --- said to everybody


def test_everybody_hears_whole_sentences_that_are_not_too_long() -> None:
    assert where(each for each in everything_said() if not each.shown.say.strip()) == []
    assert where(each for each in everything_said() if each.shown.seconds > LONGEST) == []


def test_nothing_that_is_to_be_filled_in_stays_open() -> None:
    for each in everything_said():
        shown = each.shown
        texts = (shown.say, shown.key, shown.tip, shown.posture)
        beside = (*(answer.label for answer in shown.answers), *(part[0] for part in shown.avoid))
        assert not any("{" in text or "}" in text for text in (*texts, *beside)), each.where


def test_what_is_not_known_leaves_no_gap_and_no_stray_comma() -> None:
    said = everything_said()
    assert where(each for each in said if _STRAY.search(each.shown.say)) == []
    assert where(each for each in said if not each.shown.say[0].isupper()) == []


def test_everybody_can_answer() -> None:
    for each in everything_said():
        step = each.script.steps[each.step]
        assert bool(each.shown.answers) == bool(step.answers), each.where
        labels = [answer.label for answer in each.shown.answers]
        assert len(set(labels)) == len(labels), each.where
        assert all(labels), each.where


def _is_for(each: Said) -> bool:
    when = each.script.when
    return not when.age or each.context.age in when.age


def test_who_is_grown_up_or_of_no_known_age_is_spoken_to_with_u() -> None:
    grown = (Age.ADULT, Age.OLDER, None)
    said = (each for each in everything_said() if each.context.age in grown and _is_for(each))
    assert where(each for each in said if _JE.search(each.shown.say)) == []


def test_a_youth_is_spoken_to_with_je() -> None:
    said = (
        each
        for each in everything_said()
        if each.context.age is Age.YOUTH and each.script.id not in ABOUT_SOMEBODY_ELSE
    )
    assert where(each for each in said if _U.search(each.shown.say)) == []


def test_the_name_of_who_is_not_to_be_named_aloud_is_never_said() -> None:
    said = [each for each in everything_said() if Sign.NOT_ALOUD in each.context.signs]
    assert said
    for each in said:
        name = each.person.name
        parts = filter(None, (name.given_name, name.surname, name.partner_surname))
        assert not any(part in each.shown.say for part in parts), each.where


def test_at_the_desk_no_name_is_joined_with_what_somebody_comes_for() -> None:
    """Others in the waiting room hear it."""
    for script in scripts().values():
        if script.when.moment and Moment.DESK not in script.when.moment:
            continue
        for name, step in script.steps.items():
            here = [each for each in step.variants if each.when.moment != (Moment.PHONE,)]
            for say in (step.say, *(variant.say for variant in here)):
                named = "{aanhef" in say or "{naam" in say
                assert not (named and "{behandeling" in say), f"{script.id}/{name}"


def test_the_sample_persons_are_of_every_kind() -> None:
    persons = shipped().lists.persons
    assert len(persons) >= 14
    ages = {context_of(each, "", Moment.PHONE, None, TODAY).age for each in persons}
    assert ages == {*Age, None}
    assert {sign for each in persons for sign in each.signs} == set(Sign)


# --- the two that one key opens, and the way aside


def test_calming_goes_through_its_steps_and_begins_with_the_feeling() -> None:
    calm = scripts()[CALM]
    assert calm.start == "erkennen"
    assert calm.steps[calm.start].phase == 2
    phases = {step.phase for step in calm.steps.values() if step.phase is not None}
    assert phases >= {2, 3, 4, 5, 6}
    kept = {step.remember.id for step in calm.steps.values() if step.remember}
    assert kept >= {"emotie", "woorden", "wens", "bevestigd", "oplossing", "alternatief"}


@pytest.mark.parametrize("name", [CALM, BOUNDARY])
def test_what_one_key_opens_fits_every_conversation_and_leads_back(name: str) -> None:
    script = scripts()[name]
    assert not script.when.reason
    assert not script.when.discipline
    assert script.when.moment in ((), tuple(Moment))
    assert any(step.back for step in script.steps.values())
    assert any(step.end for step in script.steps.values())


def test_a_detour_can_come_back_or_end() -> None:
    aside = {answer.detour for _place, step in steps() for answer in step.answers} - {""}
    for name in aside:
        ends = [step for step in scripts()[name].steps.values() if step.back or _ends(step)]
        assert ends, name


def _ends(step: Step) -> list[End]:
    return [each for each in (step.end, *(answer.end for answer in step.answers)) if each]


def _chains(path: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Give every way in which scripts can come to lie over one another."""
    yield path
    answers = (answer for step in scripts()[path[-1]].steps.values() for answer in step.answers)
    for name in {answer.detour for answer in answers} - {"", *path}:
        yield from _chains((*path, name))


def test_however_deep_a_detour_is_calming_and_the_boundary_still_fit_over_it() -> None:
    """More than five would not open any more."""
    for name in scripts():
        for chain in _chains((name,)):
            still = {CALM, BOUNDARY} - set(chain)
            assert len(chain) - 1 <= MOST_NESTED, chain
            assert len(chain) - 1 + len(still) <= MOST_NESTED, chain


# --- what the program asks for by name


def test_a_call_opens_with_a_script_of_its_own() -> None:
    opening = scripts()["gesprek-openen"]
    assert Moment.PHONE in (opening.when.moment or tuple(Moment))


@pytest.mark.parametrize("reason", sorted(set(fitting._ABOUT.values())))
def test_what_the_card_knows_has_a_script_at_the_desk(reason: str) -> None:
    fit = [
        script.id
        for script in scripts().values()
        if reason in script.when.reason and Moment.DESK in script.when.moment
    ]
    assert fit
