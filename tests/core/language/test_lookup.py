"""Looking up while typing: the best answer first, and one slip of the finger forgiven."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reception_assistant.language.lookup import MOST, Answer, Lookup, one_slip
from reception_assistant.language.shipped import shipped_phrases, shipped_words
from reception_assistant.language.words import Phrase, own_words

WORDS, PHRASES = shipped_words(), shipped_phrases()
LOOKUP = Lookup(WORDS, PHRASES, "tandarts")


def names(answers: list[Answer]) -> list[str]:
    return [each.pattern if isinstance(each, Phrase) else each.term for each in answers]


def answers(typed: str) -> list[str]:
    return names(LOOKUP.answers(typed))


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("extractie", "extractie"),
        ("EXTRACTIE ", "extractie"),
        ("extracties", "extractie"),  # a form
        ("extr", "extractie"),  # the beginning of a term
        ("scal", "scaling"),
        ("gerebas", "rebasen"),  # the beginning of a form
        ("caries", "cariës"),
        ("cari\u0065\u0308s", "cariës"),
        ("hap", "huisartsenpost"),  # an abbreviation, as it is typed
        ("pu pd", "polydipsie"),
        ("tandsteen", "calculus"),  # the plain word itself
        ("tand trekken", "extractie"),
        ("u moet", "u moet ..."),
        ("U moet…", "u moet ..."),
        ("rustig", "rustig nou"),
    ],
)
def test_the_best_answer_comes_first(typed: str, first: str) -> None:
    assert answers(typed)[0] == first


def test_what_is_typed_whole_goes_before_what_begins_with_it() -> None:
    assert answers("anesthesie")[0] == "anesthesie"
    assert answers("prothese")[0] == "prothese"


def test_the_words_of_the_practice_go_before_those_of_others() -> None:
    said = [
        each.discipline for each in LOOKUP.answers("anesthesie") if not isinstance(each, Phrase)
    ]
    assert said[:2] == ["tandarts", "dierenarts"]
    of_vet = Lookup(WORDS, PHRASES, "dierenarts").answers("anesthesie")
    assert not isinstance(of_vet[0], Phrase)
    assert of_vet[0].said == "narcose"


def test_the_same_words_of_another_discipline_are_not_shown_twice() -> None:
    assert answers("extractie").count("extractie") == 1


def test_own_words_come_first() -> None:
    own = own_words([("extractie", "kies eruit")])
    (first, *_rest) = Lookup((*own, *WORDS), PHRASES, "tandarts").answers("extractie")
    assert not isinstance(first, Phrase)
    assert first.said == "kies eruit"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("extrcatie", "extractie"),  # swapped
        ("extracie", "extractie"),  # one too few
        ("exttractie", "extractie"),  # one too many
        ("extravtie", "extractie"),  # a wrong one
        ("wxtractie", "extractie"),
        ("endodonits", "endodontische behandeling"),  # not typed to its end
        ("ovariektomie", "ovariëctomie"),
    ],
)
def test_one_slip_is_forgiven(typed: str, meant: str) -> None:
    assert meant in answers(typed)


@pytest.mark.parametrize("typed", ["", "   ", "?!", "zzzzzz", "qx", "extrtcaei"])
def test_what_is_no_word_gives_nothing(typed: str) -> None:
    assert answers(typed) == []


def test_what_stands_in_a_sentence_is_told_in_its_order() -> None:
    phrase = next(each for each in PHRASES if each.pattern == "u moet ...")
    factuur = next(each for each in WORDS if each.term == "factuur")
    inside: list[Answer] = [phrase, factuur]
    assert LOOKUP.answers("u moet de factuur betalen", inside)[:2] == inside
    assert LOOKUP.answers("factuur, want u moet betalen", inside[::-1])[:2] == inside[::-1]


def test_there_are_never_more_than_can_be_read() -> None:
    assert len(answers("e")) == MOST
    assert len(LOOKUP.answers("e", most=3)) == 3


@given(st.sampled_from(WORDS))
def test_each_term_finds_itself(word: Answer) -> None:
    assert not isinstance(word, Phrase)
    assert word.said in [
        each.said for each in LOOKUP.answers(word.term) if not isinstance(each, Phrase)
    ]


@given(st.text(max_size=30))
def test_anything_may_be_typed(typed: str) -> None:
    assert len(LOOKUP.answers(typed)) <= MOST


LETTERS = st.text(alphabet="abcd", min_size=1, max_size=8)


@given(LETTERS, st.integers(0, 7), st.sampled_from("abcdx"))
def test_a_slip_is_one_letter(word: str, place: int, letter: str) -> None:
    place = min(place, len(word) - 1)
    assert one_slip(word[:place] + letter + word[place:], word)
    assert one_slip(word[:place] + letter + word[place + 1 :], word)
    assert one_slip(word, word[:place] + letter + word[place:])
    swapped = word[:place] + word[place : place + 2][::-1] + word[place + 2 :]
    assert one_slip(swapped, word)
    assert not one_slip(f"{word}xx", word)
