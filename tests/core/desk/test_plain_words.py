"""Plain words at the desk: by the settings of the practice, which may change at any moment."""

import pytest

from reception_assistant.desk.plain_treatments import short_forms
from reception_assistant.desk.plain_words import LONGEST, PlainWordsDesk
from reception_assistant.language.words import Phrase, PlainWord
from reception_assistant.settings.catalogue import (
    DISCIPLINE,
    NO,
    OWN_WORDS,
    PLAIN_TREATMENTS,
    Setting,
)
from tests.helpers.practice import Practice


@pytest.fixture
def words(practice: Practice) -> PlainWordsDesk:
    return PlainWordsDesk(practice.desk.store)


def choose(practice: Practice, setting: Setting, value: str) -> None:
    practice.desk.settings.choose(setting, value, practice.by)


def first_said(words: PlainWordsDesk, typed: str) -> str:
    answer = words.look_up(typed)[0]
    return answer.better if isinstance(answer, Phrase) else answer.said


def found(words: PlainWordsDesk, text: str) -> list[str]:
    return [match.found.term for match in words.find(text) if isinstance(match.found, PlainWord)]


def test_words_go_by_the_kind_of_practice(practice: Practice, words: PlainWordsDesk) -> None:
    assert found(words, "een kroon") == []
    choose(practice, DISCIPLINE, "tandarts")
    assert found(words, "een kroon") == ["kroon"]
    assert first_said(words, "anesthesie") == "verdoving"
    choose(practice, DISCIPLINE, "dierenarts")
    assert found(words, "een kroon") == []
    assert first_said(words, "anesthesie") == "narcose"


def test_own_words_count_at_once(practice: Practice, words: PlainWordsDesk) -> None:
    assert words.look_up("C-afspraak") == []
    choose(practice, OWN_WORDS, "C-afspraak = controle\nextractie = kies eruit")
    assert first_said(words, "c-afspraak") == "controle"
    assert first_said(words, "extractie") == "kies eruit"
    assert found(words, "na de C-afspraak") == ["C-afspraak"]


def test_a_word_made_of_others_and_a_sentence_are_taken_apart(words: PlainWordsDesk) -> None:
    assert first_said(words, "kaakabces") == "ontsteking met pus"
    said = [
        each for each in words.look_up("U moet de factuur betalen.") if isinstance(each, Phrase)
    ]
    assert [each.pattern for each in said] == ["u moet ..."]
    assert first_said(words, "Rustig, maar!").startswith("Ik hoor")


def test_what_finds_words_is_made_once(practice: Practice, words: PlainWordsDesk) -> None:
    first = words.matcher()
    assert words.matcher() is first
    choose(practice, PLAIN_TREATMENTS, NO)  # has nothing to do with it
    assert words.matcher() is first
    choose(practice, DISCIPLINE, "huisarts")
    assert words.matcher() is not first


def test_a_whole_letter_may_be_pasted(words: PlainWordsDesk) -> None:
    assert len(words.look_up("extractie " * LONGEST)) >= 1


def test_treatments_are_plain_unless_the_practice_wants_otherwise(practice: Practice) -> None:
    choose(practice, DISCIPLINE, "tandarts")
    choose(practice, OWN_WORDS, "C-afspraak = controle")
    forms = short_forms(practice.desk.settings.all())
    assert forms.plain("Extractie 38") == "Tand of kies trekken 38"
    assert forms.plain("C-afspraak") == "controle"
    choose(practice, PLAIN_TREATMENTS, NO)
    forms = short_forms(practice.desk.settings.all())
    assert forms.plain("Extractie 38") == "Extractie 38"
    assert forms.plain("C-afspraak") == "C-afspraak"
