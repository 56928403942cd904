"""Finding words and phrases in a text: the right ones, at the right place."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reception_assistant.language.folding import Folded, capitals
from reception_assistant.language.matching import Match, Matcher
from reception_assistant.language.shipped import shipped_phrases, shipped_words
from reception_assistant.language.words import (
    Discipline,
    Phrase,
    PhraseKind,
    PlainWord,
    own_words,
)

WORDS, PHRASES = shipped_words(), shipped_phrases()
MATCHERS = {
    name: Matcher(WORDS, PHRASES, name)
    for name in ("tandarts", "dierenarts", "huisarts", "welzijn", "anders")
}
DENTIST = MATCHERS["tandarts"]


def name_of(found: PlainWord | Phrase) -> str:
    return found.pattern if isinstance(found, Phrase) else found.term


def found(text: str, discipline: str = "tandarts") -> list[tuple[str, str]]:
    """Return what stands where it was found, with the word or phrase that it is."""
    matches = MATCHERS[discipline].find(text)
    return [(text[match.start : match.end], name_of(match.found)) for match in matches]


def terms(text: str, discipline: str = "tandarts") -> list[str]:
    return [name for _place, name in found(text, discipline)]


def said_by(text: str, discipline: str) -> str:
    (match,) = MATCHERS[discipline].find(text)
    assert isinstance(match.found, PlainWord)
    return match.found.said


# --- words


@pytest.mark.parametrize(
    "text", ["extractie", "Extractie", "EXTRACTIE", "extracties", "Extracties."]
)
def test_a_word_is_found_in_any_case_and_inflection(text: str) -> None:
    assert terms(text) == ["extractie"]


@pytest.mark.parametrize("text", ["melktandextractie", "extractietang", "kaakextracties"])
def test_a_word_made_with_it_is_found_whole(text: str) -> None:
    assert found(f"de {text}!") == [(text, "extractie")]


@pytest.mark.parametrize("text", ["cariës", "caries", "cari\u0065\u0308s", "CARIËS", "cáries"])
def test_accents_make_no_difference(text: str) -> None:
    assert found(f"er is {text} te zien") == [(text, "cariës")]


@pytest.mark.parametrize("text", ["inlayer", "vermaxilla", "calculussen", "endoscoop", "M38"])
def test_a_word_in_another_word_is_not_that_word(text: str) -> None:
    assert terms(text) == []


@pytest.mark.parametrize(
    "text",
    ["(extractie)", "«extractie»", "extractie, morgen", "een extractie?", "de-extractie-van"],
)
def test_punctuation_ends_a_word(text: str) -> None:
    assert found(text) == [("extractie", "extractie")]


def test_the_longest_goes_first() -> None:
    assert found("lokale anesthesie of anesthesie") == [
        ("lokale anesthesie", "lokale anesthesie"),
        ("anesthesie", "anesthesie"),
    ]
    assert found("MKA-chirurg") == [("MKA-chirurg", "kaakchirurg")]


def test_what_is_longer_and_wrong_never_hides_what_is_shorter_and_right() -> None:
    words = [
        PlainWord("eigen risico", Discipline.GENERAL, "zelf betalen"),
        PlainWord("eigen risicovol gedrag", Discipline.GENERAL, "gevaar"),
        PlainWord("risico", Discipline.GENERAL, "kans"),
        PlainWord("en eigen risico", Discipline.GENERAL, "iets anders"),
    ]
    text = "geen eigen risico's, wel eigen risico"
    matches = Matcher(words, (), "tandarts").find(text)
    assert [(text[m.start : m.end], name_of(m.found)) for m in matches] == [
        ("eigen risico", "eigen risico")
    ]


def test_words_of_more_parts_go_over_spaces_and_lines_but_not_over_punctuation() -> None:
    assert found("het eigen\n  risico") == [("eigen\n  risico", "eigen risico")]
    assert found("uw eigen, risico") == []


@pytest.mark.parametrize("text", ["no-show", "no show", "no–show", "No Show", "no - show"])
def test_a_hyphen_is_as_good_as_a_space(text: str) -> None:
    assert found(text) == [(text, "no-show")]


@pytest.mark.parametrize("text", ["foto’s", "foto's"])
def test_both_apostrophes_are_one(text: str) -> None:
    assert found(f"de röntgen{text}") == [(f"röntgen{text}", "röntgenfoto")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("naar de HAP", ["huisartsenpost"]),
        ("nog een hap eten", []),
        ("nog een Hap eten", []),
        ("twee OPG's", ["OPG"]),
        ("twee opg's", []),
        ("CBCT-scan", ["CBCT"]),
        ("PU/PD", ["polydipsie"]),
        ("pu/pd", []),
        ("een orthopantomogram", ["OPG"]),  # the same word, and no abbreviation
        ("Ed komt", []),
    ],
)
def test_abbreviations_are_found_in_capitals_only(text: str, expected: list[str]) -> None:
    assert terms(text) == expected


def test_what_means_two_things_is_found_at_home_only() -> None:
    assert terms("een kroon op tafel", "tandarts") == ["kroon"]
    assert all(terms("een kroon op tafel", name) == [] for name in MATCHERS if name != "tandarts")
    assert terms("een nieuw recept", "huisarts") == ["recept"]
    assert terms("een nieuw recept", "anders") == []


def test_the_words_of_others_are_found_when_they_mean_one_thing() -> None:
    assert terms("cystitis", "tandarts") == ["cystitis"]
    assert terms("cystitis", "anders") == ["cystitis"]


def test_of_the_same_word_the_practices_own_counts() -> None:
    assert said_by("anesthesie", "tandarts") == "verdoving"
    assert said_by("anesthesie", "dierenarts") == "narcose"


def test_the_words_of_the_practice_go_before_all() -> None:
    own = own_words([("extractie", "kies eruit"), ("C-afspraak", "controle")])
    matches = Matcher([*WORDS, *own], PHRASES, "tandarts").find("Extractie na de c-afspraak")
    said = [match.found.said for match in matches if isinstance(match.found, PlainWord)]
    assert said == ["kies eruit", "controle"]


# --- phrases


@pytest.mark.parametrize(
    "text",
    [
        "Ik begrijp het maar dit is anders",
        "Ik begrijp het, maar dit is anders",
        "ik begrijp het - maar",
        "Ik begrijp het.\nMaar dit is anders",
        "«Ik begrijp hét», maar",
        "Ik begrijp het ,maar",
        "Ik begrijp het,maar",
    ],
)
def test_punctuation_makes_no_difference_in_a_phrase(text: str) -> None:
    assert "ik begrijp het maar ..." in terms(text)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Doe normaal!", "Doe normaal"),
        ("Doe eens normaal!", "Doe eens normaal"),
        ("Doe nou toch eens normaal!", "Doe nou toch eens normaal"),
        ("Doe, alstublieft, normaal!", "Doe, alstublieft, normaal"),
    ],
)
def test_a_gap_holds_up_to_three_words(text: str, place: str) -> None:
    assert found(text) == [(place, "doe ... normaal")]


@pytest.mark.parametrize("text", ["Doe nou toch eens even normaal", "Dat doe ik. Het is normaal"])
def test_a_gap_holds_no_more_and_ends_with_the_sentence(text: str) -> None:
    assert terms(text) == []


def test_a_gap_at_the_end_takes_no_words_away_from_what_follows() -> None:
    assert found("U moet de factuur betalen") == [
        ("U moet", "u moet ..."),
        ("factuur", "factuur"),
    ]
    assert found("Momentje.") == [("Momentje", "momentje ...")]


def test_of_two_phrases_the_longest_is_found() -> None:
    assert found("u moet wel betalen") == [("u moet wel betalen", "u moet wel betalen")]


def test_a_phrase_is_no_part_of_a_word() -> None:
    assert terms("hij hertelt u moeten") == []
    assert terms("momentjes") == []


def test_a_phrase_may_go_round_a_gap_on_both_sides_of_its_longest_word() -> None:
    phrase = Phrase("dat is ... onmogelijk voor ... ons", "Ik kijk.", "Nee.", PhraseKind.BRUSH_OFF)
    matcher = Matcher((), [phrase], "anders")
    (match,) = matcher.find("Dat is echt onmogelijk, voor u en ons.")
    assert (match.start, match.end) == (0, 37)


# --- positions


def test_places_count_in_the_text_as_it_was_given() -> None:
    text = "Straße:  gee\u0308xtraheerde  kies,\n\nfoto’s en ’s avonds een extractie"
    assert found(text) == [("gee\u0308xtraheerde", "geëxtraheerd"), ("extractie", "extractie")]


def test_an_empty_text_and_no_words_give_nothing() -> None:
    assert DENTIST.find("") == []
    assert Matcher((), (), "tandarts").find("extractie") == []


PIECES = st.sampled_from(
    [
        "extractie", "Extracties", "gee\u0308xtraheerd", "cariës", "melktandextractie", "endo",
        "OPG", "opg", "no–show", "eigen", "risico", "u", "moet", "ja", "maar", "doe", "normaal",
        "de", "ß", "foto’s", " ", "  ", "\n", ", ", ". ",
        "-", "'", "\u00ad", "\u0301", "…", "€", "🦷", "x",
    ]
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=25).map("".join) | st.text(max_size=60)


@given(TEXTS, st.sampled_from(sorted(MATCHERS)))
def test_every_place_holds_what_was_found(text: str, discipline: str) -> None:
    done = 0
    for match in MATCHERS[discipline].find(text):
        assert done <= match.start < match.end <= len(text)
        done = match.end
        assert _is_said(text[match.start : match.end], match)
        assert not _goes_on(text[match.start - 1 : match.start], text[match.start])
        assert not _goes_on(text[match.end - 1], text[match.end : match.end + 1])


def _is_said(place: str, match: Match) -> bool:
    said = Folded(place).text
    if isinstance(match.found, PlainWord):
        return any(_is_form(said, form) for form in (match.found.term, *match.found.forms))
    first = Folded(match.found.pattern.replace(".", " ")).text.split()
    return all(word in said for word in first)


def _is_form(said: str, form: str) -> bool:
    letters = Folded(form.strip("*")).text
    begins = said.endswith(letters) if form.startswith("*") else said == letters
    return begins or (form.endswith("*") and said.startswith(letters))


def _goes_on(left: str, right: str) -> bool:
    return bool(left and right) and left.isalnum() and right.isalnum() and right.isascii()


@given(TEXTS)
def test_the_same_is_found_as_by_looking_for_each_form_in_turn(text: str) -> None:
    fast = [(m.start, m.end) for m in ONLY_WORDS.find(text)]
    assert fast == _one_by_one(text)


ONLY_WORDS = Matcher(WORDS, (), "tandarts")
FORMS = [form for w in WORDS if w.is_sure_at("tandarts") for form in (w.term, *w.forms)]


def _one_by_one(text: str) -> list[tuple[int, int]]:
    folded = Folded(text)
    spans = set()
    for form in FORMS:
        letters = re.escape(Folded(form.strip("*")).text)
        before = r"\w*" if form.startswith("*") else ""
        after = r"\w*" if form.endswith("*") else ""
        for hit in re.finditer(rf"(?<!\w){before}({letters}){after}(?!\w)", folded.text):
            sources = [folded.source(hit.start(1) + at) for at in capitals(form.strip("*"))]
            if all(text[source].isupper() for source in sources):
                spans.add(hit.span())
    chosen: list[tuple[int, int]] = []
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not chosen or start >= chosen[-1][1]:
            chosen.append((start, end))
    return [folded.span(*span) for span in chosen]


@given(
    st.lists(
        st.sampled_from(["de", "het", "van", "ons", "praktijk", "zij", "gaan", "morgen", "weer"])
    )
)
def test_plain_words_hold_nothing(words: list[str]) -> None:
    assert DENTIST.find(" ".join(words)) == []


@given(TEXTS)
def test_composed_or_not_the_same_is_found(text: str) -> None:
    forms = {
        tuple(name_of(match.found) for match in DENTIST.find(unicodedata.normalize(form, text)))
        for form in ("NFC", "NFD")
    }
    assert len(forms) == 1
