"""From a call into the record: nothing is typed twice, and no yes is made up."""

import pytest

from reception_assistant.complaints.complaint import Field, Phase
from reception_assistant.complaints.from_run import answers_of
from reception_assistant.complaints.steps import starting_phase
from reception_assistant.library.context import Mood


def test_what_was_remembered_stands_in_the_record_letter_for_letter() -> None:
    remembered = {
        "emotie": "boos en verdrietig",
        "woorden": "Ik zat er veertig minuten.",
        "wens": "Dat iemand het zegt.",
        "bevestigd": "ja",
        "oplossing": "Wij bellen vooraf.",
        "alternatief": "Eerste afspraak.",
        "kanaal": "bellen",
        "vraag": "iets van een ander script",
    }
    assert answers_of(remembered, Mood.ANGRY) == {
        Field.EMOTION: "boos en verdrietig",
        Field.WORDS: "Ik zat er veertig minuten.",
        Field.WISH: "Dat iemand het zegt.",
        Field.CONFIRMED: "ja",
        Field.SOLUTION: "Wij bellen vooraf.",
        Field.ALTERNATIVE: "Eerste afspraak.",
        Field.STAY_IN_TOUCH: "bellen",
    }


@pytest.mark.parametrize("said", ["ja", "Ja.", "Ja, dat klopt", "Klopt!", "jazeker", "Precies"])
def test_a_plain_yes_is_a_yes(said: str) -> None:
    assert answers_of({"bevestigd": said})[Field.CONFIRMED] == "ja"


@pytest.mark.parametrize(
    "said",
    [
        "Ja, maar het was dinsdag",
        "het was dinsdag",
        "nee, het was dinsdag",
        "klopt niet",
        "ja deels",
    ],
)
def test_any_other_answer_is_a_no_and_its_words_are_kept(said: str) -> None:
    answers = answers_of({"bevestigd": said})
    assert answers[Field.CONFIRMED] == "nee"
    assert answers[Field.MORE] == said


def test_a_plain_no_leaves_nothing_behind_but_itself() -> None:
    assert answers_of({"bevestigd": "Nee"}) == {Field.CONFIRMED: "nee"}


def test_how_the_caller_sounds_is_the_feeling_when_none_was_written() -> None:
    assert answers_of({"emotie": " "}, Mood.TENSE) == {Field.EMOTION: "gespannen"}
    assert answers_of({}) == {}


def test_the_record_goes_on_at_the_solution_after_a_call_that_listened() -> None:
    remembered = {"woorden": "Te lang gewacht.", "wens": "Een belletje.", "bevestigd": "ja"}
    answers = {field.value: text for field, text in answers_of(remembered).items()}
    assert starting_phase(answers) is Phase.SOLVE
