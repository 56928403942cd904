"""The greeting fits the clock, the owner and the animal."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reception_assistant.naming.greeting import PartOfDay, greeting, part_of_day
from tests.core.naming.worked_cases import PARTS, at, letters

MORNING = at("2026-03-03 10:00")


@pytest.mark.parametrize(
    ("clock", "word", "part"),
    [
        ("00:00", "Goedendag", PartOfDay.NIGHT),
        ("05:59", "Goedendag", PartOfDay.NIGHT),
        ("06:00", "Goedemorgen", PartOfDay.MORNING),
        ("11:59", "Goedemorgen", PartOfDay.MORNING),
        ("12:00", "Goedemiddag", PartOfDay.AFTERNOON),
        ("17:59", "Goedemiddag", PartOfDay.AFTERNOON),
        ("18:00", "Goedenavond", PartOfDay.EVENING),
        ("23:59", "Goedenavond", PartOfDay.EVENING),
    ],
)
def test_the_clock_chooses_the_greeting(clock: str, word: str, part: PartOfDay) -> None:
    moment = at(f"2026-03-03 {clock}")
    assert greeting(moment, "mevrouw De Vries") == f"{word} mevrouw De Vries."
    assert greeting(moment.time(), "") == f"{word}."
    assert part_of_day(moment) is part


@pytest.mark.parametrize(
    ("spoken", "animals", "sentence"),
    [
        ("mevrouw De Vries", ["Bello"], "Goedemorgen mevrouw De Vries, en dag Bello."),
        ("Kim", ["Bello", "Minoes"], "Goedemorgen Kim, en dag Bello en Minoes."),
        ("Kim", ["Bello", "Minoes", "Tijger"], "Goedemorgen Kim, en dag Bello, Minoes en Tijger."),
        ("", ["Bello"], "Goedemorgen, en dag Bello."),
        ("Kim", ["", "  "], "Goedemorgen Kim."),
        ("Kim", ["", "Bello"], "Goedemorgen Kim, en dag Bello."),
        ("R.M.", [], "Goedemorgen R.M."),
        ("R.M.", ["Bello jr."], "Goedemorgen R.M., en dag Bello jr."),
        ("{name}", ["{animals}"], "Goedemorgen {name}, en dag {animals}."),
    ],
)
def test_first_the_owner_and_then_the_animals(
    spoken: str, animals: list[str], sentence: str
) -> None:
    assert greeting(MORNING, spoken, animals) == sentence


@settings(deadline=None)
@given(PARTS, st.lists(PARTS, max_size=4))
def test_a_greeting_has_no_empty_part_and_loses_no_letter(spoken: str, animals: list[str]) -> None:
    sentence = greeting(MORNING, spoken, animals)
    heard = ["".join(letters(name)) for name in animals if name.strip()]
    first = f"Goedemorgen{letters(spoken)}" + (",endag" if heard else "")
    assert letters(sentence).startswith(first)
    assert all(name in letters(sentence) for name in heard)
    assert "  " not in sentence
    assert " ." not in sentence or " ." in f" {spoken} {' '.join(animals)}"
    assert sentence.endswith(".")
    assert not sentence.endswith(" en dag .")
