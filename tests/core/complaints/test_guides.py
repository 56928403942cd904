"""Guided text: short, kind, without words that hurt, and other words at the desk."""

import re
from collections.abc import Iterator
from itertools import product

import pytest

from reception_assistant.complaints.complaint import Field, Phase, Where
from reception_assistant.complaints.guides import (
    Emotion,
    Goal,
    choices,
    guide,
    prompts,
    question,
    title,
)
from reception_assistant.complaints.steps import FIELDS
from reception_assistant.language.matching import Matcher
from reception_assistant.language.shipped import shipped_phrases, shipped_words
from reception_assistant.library.context import Mood

MOST_WORDS = 15


def spoken() -> Iterator[str]:
    for phase, where in product(Phase, Where):
        yield guide(phase, where).say
    for field in Field:
        yield question(field).ask
        yield from prompts(field)


def test_one_hears_on_the_phone_sees_at_the_desk_and_reads_a_letter() -> None:
    says = {where: guide(Phase.ACKNOWLEDGE, where).say for where in Where}
    assert says[Where.PHONE].startswith("Ik hoor")
    assert says[Where.DESK].startswith("Ik zie")
    assert all(says[where].startswith("Ik lees") for where in (Where.MAIL, Where.LETTER))


def test_how_to_stand_there_is_told_at_the_desk_only() -> None:
    assert len(guide(Phase.ACKNOWLEDGE, Where.DESK).behaviours) == 4
    assert not any(guide(phase, Where.PHONE).behaviours for phase in Phase)


def test_every_step_has_a_name_a_key_point_and_its_questions() -> None:
    for phase in Phase:
        found = guide(phase, Where.PHONE)
        assert found.title == title(phase)
        assert found.key
        assert found.tips
        assert tuple(each.field for each in found.questions) == FIELDS[phase]


def test_listening_has_five_questions_and_checking_four() -> None:
    listening = (Field.MORE, Field.HELP, Field.WISH, Field.ACCEPTABLE, Field.CONFIRMED)
    assert len({question(field).ask for field in listening}) == 5
    assert all(question(field).ask.endswith("?") for field in listening)
    assert all(question(field).ask.endswith("?") for field in FIELDS[Phase.CHECK])
    assert len(FIELDS[Phase.CHECK]) == 4


def test_six_questions_help_to_find_what_is_behind_it() -> None:
    assert len(prompts(Field.BEHIND)) == 6
    assert prompts(Field.BETWEEN_LINES)
    assert not prompts(Field.WORDS)


def test_what_the_call_heard_can_be_chosen_in_the_record() -> None:
    emotions = {value for value, _label in choices(Field.EMOTION)}
    assert {mood.value for mood in Mood} <= emotions == {each.value for each in Emotion}
    assert len(choices(Field.GOAL)) == len(Goal)
    assert [value for value, _label in choices(Field.SOLVED)] == ["ja", "deels", "nee"]
    assert [value for value, _label in choices(Field.CONFIRMED)] == ["ja", "nee"]
    assert not choices(Field.WORDS)


@pytest.mark.parametrize("said", sorted(set(spoken()) - {""}))
def test_everything_to_say_is_short(said: str) -> None:
    for sentence in re.split(r"(?<=[.!?])\s", said):
        assert len(re.findall(r"\w+", sentence)) <= MOST_WORDS


def test_nothing_to_say_holds_words_that_hurt_or_words_of_the_trade() -> None:
    matcher = Matcher(shipped_words(), shipped_phrases(), "tandarts")
    tips = [tip for phase in Phase for tip in guide(phase, Where.DESK).tips]
    found = {text: matcher.find(text) for text in (*spoken(), *tips)}
    assert not {text: hits for text, hits in found.items() if hits}
