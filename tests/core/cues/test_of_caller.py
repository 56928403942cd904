"""Cues about somebody on the telephone: who cannot be seen, and to whom something was promised."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reception_assistant.agenda.day import Person
from reception_assistant.agenda.marks import Mark
from reception_assistant.cues.cue import Cue, Priority, Tone
from reception_assistant.cues.of_caller import Calling, cues_of_caller
from reception_assistant.cues.standing import Standing
from reception_assistant.naming.person import PersonName

OF_MARKS = {
    Mark.NOT_ALOUD: "not_aloud",
    Mark.HARD_OF_HEARING: "hard_of_hearing",
    Mark.INTERPRETER: "interpreter",
    Mark.TENSE: "tense",
}


def cues(
    *marks: Mark, sound: str = "", promises: tuple[tuple[str, str], ...] = ()
) -> tuple[Cue, ...]:
    name = PersonName(surname="Zonneveld")
    person = Person(id="p", name=name, pronunciation=sound, marks=frozenset(marks))
    standing = Standing(promise=promises[0] if promises else None)
    return cues_of_caller(Calling(person, standing))


def test_of_an_ordinary_caller_there_is_nothing_to_know() -> None:
    assert cues() == ()


@pytest.mark.parametrize(("mark", "kind"), OF_MARKS.items())
def test_a_mark_gives_its_cue_and_says_where_it_stands(mark: Mark, kind: str) -> None:
    (cue,) = cues(mark)
    assert cue.kind == kind
    assert cue.because.startswith("omdat «")
    assert cue.because.endswith("» bij deze persoon staat")


@pytest.mark.parametrize("mark", [Mark.FIRST_VISIT, Mark.ANIMAL_DECEASED])
def test_a_mark_of_one_visit_says_nothing_on_the_telephone(mark: Mark) -> None:
    assert cues(mark) == ()


def test_how_the_name_sounds_is_told() -> None:
    (cue,) = cues(sound="ZON-ne-velt.")
    assert cue.know == "Zo klinkt de naam: ZON-ne-velt."


def test_the_promise_that_is_due_first_is_told_with_its_moment() -> None:
    (cue,) = cues(promises=(("Terugbellen.", "vandaag voor vijf uur"), ("Brief", "maandag")))
    assert cue.know == "Wij beloofden: Terugbellen. Voor wanneer: vandaag voor vijf uur."
    assert (cue.because, cue.tone) == ("omdat deze belofte nog openstaat", Tone.ATTENTION)


def test_what_may_hurt_comes_first_and_then_what_goes_on() -> None:
    told = cues(*OF_MARKS, sound="zon", promises=(("Terugbellen", "morgenochtend"),))
    assert [cue.kind for cue in told] == [
        "not_aloud",
        "open_promise",
        "pronunciation",
        "hard_of_hearing",
        "interpreter",
        "tense",
    ]
    assert (told[0].tone, told[0].priority) == (Tone.STOP, Priority.HARM)


@given(
    st.frozensets(st.sampled_from(list(Mark))),
    st.lists(st.tuples(st.text(max_size=5), st.text(max_size=5)), max_size=2).map(tuple),
)
def test_whatever_is_known_the_weightiest_comes_first_and_nothing_twice(
    marks: frozenset[Mark], promises: tuple[tuple[str, str], ...]
) -> None:
    told = cues(*marks, promises=promises)
    assert [cue.priority for cue in told] == sorted(cue.priority for cue in told)
    kinds = {cue.kind for cue in told}
    assert len(kinds) == len(told)
    assert {OF_MARKS[mark] for mark in marks & OF_MARKS.keys()} <= kinds
    assert ("open_promise" in kinds) == bool(promises)
    assert all(cue.know and not cue.say for cue in told)
