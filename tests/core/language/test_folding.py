"""Folding for finding words: what becomes the same, and the way back to the original."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reception_assistant.language.folding import Folded, capitals
from reception_assistant.text import fold

ODD = "aé e\u0301ß'’-–/_.,\n\t  \u00a0\u00adIİœﬁ€\u200bÉnX3"


@pytest.mark.parametrize(
    ("original", "folded"),
    [
        ("Extractie", "extractie"),
        ("geëxtraheerd", "geextraheerd"),
        ("gee\u0308xtraheerd", "geextraheerd"),
        ("straße", "strasse"),
        ("foto’s", "fotos"),
        ("foto's", "fotos"),
        ("no–show", "no show"),
        ("astma/COPD", "astma copd"),
        ("eigen  risico", "eigen risico"),
        ("eigen\nrisico", "eigen risico"),
        ("eigen \n - risico", "eigen risico"),
        ("eigen\u00a0risico", "eigen risico"),
        ("ex\u00adtractie", "extractie"),  # a place where the word may be broken
        ("eigen, risico", "eigen, risico"),
        ("weg…terug", "weg terug"),
        ("", ""),
    ],
)
def test_what_is_meant_alike_becomes_the_same(original: str, folded: str) -> None:
    assert Folded(original).text == folded


@pytest.mark.parametrize(
    ("original", "part", "place"),
    [
        ("een gee\u0308xtraheerde kies", "geextraheerde", "gee\u0308xtraheerde"),
        ("de  foto’s  hier", "fotos", "foto’s"),
        ("'extractie'", "extractie", "extractie"),
        ("de straße", "strasse", "straße"),
        ("eigen \n risico!", "eigen risico", "eigen \n risico"),
        ("carie\u0308", "carie", "carie\u0308"),
    ],
)
def test_each_part_leads_back_to_the_original(original: str, part: str, place: str) -> None:
    folded = Folded(original)
    start = folded.text.index(part)
    assert original[slice(*folded.span(start, start + len(part)))] == place


@given(st.text(alphabet=ODD, max_size=30))
def test_words_fold_as_everywhere_else(text: str) -> None:
    plain = text.replace("\u00ad", "").replace("\u200b", "").replace(".", " ").replace(",", " ")
    ours = Folded(text).text.replace(".", " ").replace(",", " ")
    assert " ".join(ours.split()) == fold(plain)


@given(st.text(alphabet=ODD, max_size=30) | st.text(max_size=30))
def test_every_letter_comes_from_where_it_is_told(text: str) -> None:
    folded = Folded(text)
    sources = [folded.source(place) for place in range(len(folded.text))]
    assert sources == sorted(sources)
    assert all(0 <= source < len(text) for source in sources)
    for place, letter in enumerate(folded.text):
        assert letter == " " or letter in Folded(text[sources[place]]).text


@pytest.mark.parametrize(
    ("form", "which"),
    [
        ("extractie", ()),
        ("Veilig Thuis", ()),
        ("Wmo", ()),
        ("X-foto", ()),  # one capital is no abbreviation
        ("HAP", (0, 1, 2)),
        ("OPG's", (0, 1, 2)),
        ("M3", (0,)),
        ("CBCT-scan", (0, 1, 2, 3)),
        ("PU/PD", (0, 1, 3, 4)),
        ("astma/COPD", (6, 7, 8, 9)),
    ],
)
def test_the_letters_of_an_abbreviation_are_known(form: str, which: tuple[int, ...]) -> None:
    assert capitals(form) == which
