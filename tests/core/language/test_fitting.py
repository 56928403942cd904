"""Whether a plain word is good Dutch where a word of the trade stood."""

import pytest

from reception_assistant.language.fitting import bends, repeats, stands_alone


@pytest.mark.parametrize(
    "word", ["de", "het", "nieuwe", "grote", "volledige", "telefonisch", "digitaal", "los"]
)
def test_a_word_that_follows_the_gender_of_the_next_bends(word: str) -> None:
    assert bends(word)


@pytest.mark.parametrize(
    "word", ["controle", "prothese", "plaatsen", "reparatie", "operatie", "en", "na"]
)
def test_nouns_verbs_and_small_words_do_not(word: str) -> None:
    assert not bends(word)


@pytest.mark.parametrize(
    ("before", "after"), [("", ""), ("en", ""), ("", "onder"), ("", "rechtsonder"), ("", "en")]
)
def test_there_is_room_where_no_word_of_the_sentence_stands(before: str, after: str) -> None:
    assert stands_alone(before, after)


@pytest.mark.parametrize(
    ("before", "after"), [("na", ""), ("moeilijke", ""), ("", "van"), ("", "plannen")]
)
def test_there_is_none_in_the_middle_of_a_sentence(before: str, after: str) -> None:
    assert not stands_alone(before, after)


@pytest.mark.parametrize(
    ("plain", "other"),
    [
        ("witte vulling", "vulling"),
        ("wortelkanaalbehandeling", "behandeling"),
        ("wortelkanaalbehandeling", "wortelkanaal"),
        ("foto", "röntgenfoto"),
    ],
)
def test_a_word_or_a_part_of_it_is_not_said_twice(plain: str, other: str) -> None:
    assert repeats(plain.split(), [other])


def test_short_words_may_be_said_twice() -> None:
    assert not repeats(["tand", "of", "kies"], ["of", "een"])
