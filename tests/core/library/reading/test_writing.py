"""A script that is written is read back exactly, by any reader of YAML."""

from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import Struct

from reception_assistant.library.context import Age, Discipline, Moment, Mood, Sign, When
from reception_assistant.library.reading.script import read_script
from reception_assistant.library.script import (
    Answer,
    End,
    Instead,
    Remember,
    Review,
    Script,
    Step,
    Variant,
)
from reception_assistant.library.writing import ORDER, script_yaml

_TRAPS = (
    *(
        "no",
        "on",
        "y",
        "~",
        "null",
        "12:30",
        "0612",
        "1e3",
        "0o17",
        ".5",
        "2026-11-01",
        "",
        " a",
        "a ",
    ),
    *(
        "{aanhef|}",
        "a: b",
        "a #b",
        "- a",
        "? a",
        "'",
        '"',
        "\\",
        "a\nb\n",
        "\n a",
        "\ttab",
        "é",
        "😀",
    ),
    *("&a", "*a", "!x", "%a", "@a", "`a", "a, b", "[a]", "{a}", "|", ">", "---", "...", "<<", "="),
    *(
        "NaN",
        "\r\n",
        "\u2028",
        "\ufeff",
        "👩‍⚕️",
        "a,",
        ",a",
        "Wat?",
        "Ja ?",
        "x" * 3000,
        "\x85",
        "\u202e",
    ),
)
_texts = st.sampled_from(_TRAPS) | st.text(max_size=20)
_texts = _texts | st.tuples(_texts, _texts).map("".join)
_ids = st.from_regex(r"[a-z][a-z0-9-]{0,20}", fullmatch=True)
_names = _ids | st.sampled_from(["on", "no", "y", "null", "a_b"])


def _some(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(strategy, max_size=3).map(tuple)


_whens = st.builds(
    When,
    moment=_some(st.sampled_from(Moment)),
    discipline=_some(st.sampled_from(Discipline)),
    reason=_some(_texts),
    mood=_some(st.sampled_from(Mood)),
    age=_some(st.sampled_from(Age)),
    signs=_some(st.sampled_from(Sign)),
)
_ends = st.none() | st.builds(End, outcome=_texts, promise=st.booleans())
_steps = st.builds(
    Step,
    say=_texts,
    phase=st.none() | st.integers(1, 7),
    key=_texts,
    literal=st.booleans(),
    variants=_some(st.builds(Variant, when=_whens, say=_texts)),
    tip=_texts,
    posture=_texts,
    avoid=_some(st.builds(Instead, say=_texts, instead=_texts)),
    remember=st.none() | st.builds(Remember, id=_names, label=_texts),
    answers=_some(
        st.builds(
            Answer,
            label=_texts,
            when=st.none() | _whens,
            goto=_texts,
            detour=_texts,
            end=_ends,
            missing=st.booleans(),
        )
    ),
    goto=_texts,
    end=_ends,
    back=st.booleans(),
)
_reviews = st.builds(Review, by=_texts, date=_texts, next=_texts)
scripts = st.builds(
    Script,
    id=_ids,
    title=_texts,
    start=_texts,
    steps=st.dictionaries(_names, _steps, max_size=3),
    theme=_texts,
    goal=_texts,
    when=_whens,
    review=st.none() | _reviews,
)


@settings(max_examples=60, deadline=None)
@given(scripts)
def test_what_is_written_is_read_back_exactly(script: Script) -> None:
    reading = read_script(script_yaml(script).encode(), "x.yaml")
    assert reading.script
    assert reading.script.script == script
    assert list(reading.script.script.steps) == list(script.steps)


@settings(max_examples=60, deadline=None)
@given(scripts)
def test_any_other_reader_of_yaml_gets_the_same_text(script: Script) -> None:
    told = yaml.safe_load(script_yaml(script))
    assert told["title"] == script.title
    assert told.get("goal", "") == script.goal
    assert list(told["steps"]) == list(script.steps)
    for name, step in script.steps.items():
        assert told["steps"][name]["say"] == step.say
        labels = [answer["label"] for answer in told["steps"][name].get("answers", ())]
        assert labels == [answer.label for answer in step.answers]


def test_the_form_is_that_of_the_design() -> None:
    script = Script(
        id="kort",
        title="Kort, en goed",
        goal="Om 12:30 klaar",
        when=When(moment=(Moment.PHONE,), reason=("rekening", "no")),
        review=Review(by="Manager", date="2026-11-01"),
        start="een",
        steps={
            "een": Step(
                phase=2,
                say="Dag, {aanhef|}.\nHoe is het 😀?",
                variants=(Variant(when=When(age=(Age.YOUTH,)), say="Hoi"),),
                answers=(
                    Answer(label="Goed", goto="on"),
                    Answer(label="Goed, dank u", end=End(outcome="klaar", promise=True)),
                    Answer(label="Iets anders", missing=True, when=When(signs=(Sign.TENSE,))),
                ),
            ),
            "on": Step(say="Dag.", back=True),
        },
    )
    assert script_yaml(script) == (
        """\
id: kort
title: Kort, en goed
goal: "Om 12:30 klaar"
when:
  moment: [telefoon]
  reason: [rekening, "no"]
review: {by: Manager, date: "2026-11-01"}
start: een
steps:
  een:
    phase: 2
    say: "Dag, {aanhef|}.\\nHoe is het 😀?"
    variants:
      - {when: {age: [jongere]}, say: "Hoi"}
    answers:
      - {label: Goed, goto: "on"}
      - {label: "Goed, dank u", end: {outcome: klaar, promise: true}}
      - {label: Iets anders, missing: true, when: {signs: [gespannen]}}
  "on":
    say: "Dag."
    back: true
"""
    )


@pytest.mark.parametrize("kind", list(ORDER))
def test_every_key_has_its_place(kind: type[Struct]) -> None:
    assert sorted(ORDER[kind]) == sorted(kind.__struct_fields__)
