"""Words that hurt are marked in what we say, with a better sentence; the customer's never are."""

import pytest

from reception_assistant.complaints.complaint import Field
from reception_assistant.complaints.wording import OURS, marks, marks_in
from reception_assistant.language.matching import Matcher
from reception_assistant.language.shipped import shipped_phrases, shipped_words
from reception_assistant.language.words import PhraseKind


@pytest.fixture(scope="module")
def matcher() -> Matcher:
    return Matcher(shipped_words(), shipped_phrases(), "tandarts")


@pytest.mark.parametrize(
    ("text", "sounds"),
    [
        ("U moet dan eerst betalen.", "klinkt als een bevel"),
        ("U had moeten bellen.", "klinkt als een verwijt"),
        ("Dat is onze fout.", "erkent al schuld"),
        ("Dat hebben wij niet gedaan.", "klinkt als verdedigen"),
    ],
)
def test_a_hard_word_is_marked_with_what_to_say(matcher: Matcher, text: str, sounds: str) -> None:
    found = marks(matcher, Field.SOLUTION, text)
    assert [mark.sounds for mark in found] == [sounds]
    assert text[found[0].start : found[0].end] == found[0].words
    assert found[0].line == f"«{found[0].words}» {sounds}. Zeg liever: «{found[0].better}»"
    assert found[0].better


def test_the_words_of_the_customer_are_never_marked(matcher: Matcher) -> None:
    text = "Ze zei: u moet niet zo zeuren."
    theirs = set(Field) - OURS
    assert Field.WORDS in theirs
    assert not any(marks(matcher, field, text) for field in theirs)


def test_a_word_of_the_trade_gets_a_plain_one(matcher: Matcher) -> None:
    (mark,) = marks(matcher, Field.SOLUTION, "Wij kijken naar de gingivitis.")
    assert mark.sounds == "is een vakwoord"
    assert mark.better


def test_every_kind_of_phrase_says_what_is_wrong(matcher: Matcher) -> None:
    kinds: dict[PhraseKind, str] = {}
    for phrase in shipped_phrases():
        kinds.setdefault(phrase.kind, phrase.pattern.replace("...", "zo").strip())
    assert set(kinds) == set(PhraseKind)
    assert all(marks_in(matcher, text)[0].sounds for text in kinds.values())


def test_plain_words_are_left_alone(matcher: Matcher) -> None:
    assert not marks(matcher, Field.SOLUTION, "Wij bellen u vooraf als het later wordt.")
