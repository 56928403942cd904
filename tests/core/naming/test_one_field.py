"""A name in one field is taken apart only where that is certain, and loses no letter."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reception_assistant.naming.listed import full_name, list_name
from reception_assistant.naming.one_field import take_apart
from reception_assistant.naming.person import Country, PersonName, Salutation
from reception_assistant.naming.spoken import spoken_name
from tests.core.naming.worked_cases import PARTS, letters

M, V = Salutation.MENEER, Salutation.MEVROUW
WORDS = [
    *("dhr.", "de heer", "Mevr.", "mevrouw", "mw", "J.", "J.P.", "Th.A.", "Jan", "Piet", "PIET"),
    *("de", "De", "van", "der", "den", "van den", "'t", "in 't", "d'", "d'Ancona", "'t Hart"),
    *("Vries", "Vries,", "VRIES,", "Berg-de Wit,", "Korthals", "Altes", ",", "en", "(x)", "7"),
    *("IJzerman", "كريم", "דוד", "dr.", "jr.", "-", "É", "ø", "  "),
]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Vries, J. de", PersonName(initials="J.", prefix="de", surname="Vries")),
        ("Vries,J. de", PersonName(initials="J.", prefix="de", surname="Vries")),
        ("  Vries,   Jan  de ", PersonName(given_name="Jan", prefix="de", surname="Vries")),
        ("VRIES, DE", PersonName(prefix="DE", surname="VRIES")),
        ("VRIES, J. de", PersonName(initials="J.", prefix="de", surname="VRIES")),
        ("DE VRIES, JAN", PersonName(given_name="JAN", prefix="DE", surname="VRIES")),
        ("Veld, in 't", PersonName(prefix="in 't", surname="Veld")),
        ("Veld, S. in ’t", PersonName(initials="S.", prefix="in ’t", surname="Veld")),
        ("Hart, Gijs 't", PersonName(given_name="Gijs", prefix="'t", surname="Hart")),
        ("Ancona, Rosa d'", PersonName(given_name="Rosa", prefix="d'", surname="Ancona")),
        ("d'Ancona, Rosa", PersonName(given_name="Rosa", prefix="d'", surname="Ancona")),
        ("Jansen, Piet", PersonName(given_name="Piet", surname="Jansen")),
        ("Jansen, P", PersonName(initials="P", surname="Jansen")),
        ("Jansen, J.R.", PersonName(initials="J.R.", surname="Jansen")),
        ("Jansen, J. P.", PersonName(initials="J. P.", surname="Jansen")),
        ("de Vries, Jan", PersonName(given_name="Jan", prefix="de", surname="Vries")),
        ("van den Berg, K.", PersonName(initials="K.", prefix="van den", surname="Berg")),
        ("de Heer, Jan", PersonName(given_name="Jan", prefix="de", surname="Heer")),
        ("Korthals Altes, M.", PersonName(initials="M.", surname="Korthals Altes")),
        ("O'Neill, Sean", PersonName(given_name="Sean", surname="O'Neill")),
        ("כהן, דוד", PersonName(given_name="דוד", surname="כהן")),
        (
            "Vries Willems, Anna de",
            PersonName(given_name="Anna", prefix="de", surname="Vries Willems"),
        ),
        (
            "Berg-de Wit, Karin van den",
            PersonName(given_name="Karin", prefix="van den", surname="Berg-de Wit"),
        ),
        (
            "dhr. J.P. van der Berg",
            PersonName(initials="J.P.", prefix="van der", surname="Berg", salutation=M),
        ),
        (
            "De heer J. de Heer",
            PersonName(initials="J.", prefix="de", surname="Heer", salutation=M),
        ),
        (
            "Vries, mevr. J. de",
            PersonName(initials="J.", prefix="de", surname="Vries", salutation=V),
        ),
        ("mw Vries, J. de", PersonName(initials="J.", prefix="de", surname="Vries", salutation=V)),
        ("mevrouw De Vries", PersonName(prefix="De", surname="Vries", salutation=V)),
        ("Mevr. 't Hart", PersonName(prefix="'t", surname="Hart", salutation=V)),
        ("hr Jansen", PersonName(surname="Jansen", salutation=M)),
        ("mw. d'Ancona", PersonName(prefix="d'", surname="Ancona", salutation=V)),
        (
            "mevr. A. Bosch van Drakestein",
            PersonName(initials="A.", surname="Bosch van Drakestein", salutation=V),
        ),
        (
            "Mw. Th.A. IJzerman-van 't Hof",
            PersonName(initials="Th.A.", surname="IJzerman-van 't Hof", salutation=V),
        ),
        ("R.M. van Puffelen", PersonName(initials="R.M.", prefix="van", surname="Puffelen")),
        ("J.-P. Jansen", PersonName(initials="J.-P.", surname="Jansen")),
    ],
)
def test_a_certain_pattern_is_taken_apart(text: str, name: PersonName) -> None:
    assert take_apart(text) == name


@pytest.mark.parametrize(
    "text",
    [
        "Piet Jansen",
        "Jansen",
        "Bosch van Drakestein",
        "Ali bin Mohammed",
        "Korthals Altes",
        "Korthals Altes, Max",  # or "Piet Jansen, Bello"
        "Jan en Piet",
        "dhr. en mevr. Jansen",
        "de heer en mevrouw Jansen",
        "dhr./mevr. Jansen",
        "fam. Jansen",
        "Jansen-de Wit e.v. Bakker, A.",
        "Jansen, P.J. (Piet)",
        "Jansen, Piet, Utrecht",
        "Jansen, Piet 06",
        "Jansen / de Wit",
        "Jansen - de Wit, A.",
        "mevr. J. Jansen - de Boer",
        "Jansen,",
        ", Piet",
        "Jansen, controle",
        "jansen, piet",
        "Jansen, JP",
        "Jansen, Jan D",
        "Jansen, dhr.",
        "Jansen, B.V.",
        "J. Jansen B.V.",
        "Jansen jr., Piet",
        "Jansen, Mr. J.",
        "dr. J. de Vries",
        "dhr. dr. J. de Vries",
        "dhr. mevr. Jansen",
        "dhr.J. Jansen",
        "mevrouw",
        "De Heer",
        "J.",
        "R.M.",
        "mevrouw Anna Jansen",
        "mevrouw Van Der Broeck",
        "mevrouw De heer",
        "dhr. J. Van der Berg",
        "De Vries, Jan",
        "de Vries, Jan de",
        "Berg, van den Karin",
        "Hamdaoui, El",
        "Broeck, Jo Van Der",
        "mevr. J. Wit-De",
        "Wit-de, J.",
        "Garci\u0301a, Luci\u0301a",
    ],
)
def test_anything_else_is_shown_as_received(text: str) -> None:
    assert take_apart(text) == PersonName(as_received=text)


def test_nothing_stays_nothing() -> None:
    assert take_apart(" \t ") == PersonName()


@pytest.mark.parametrize(
    ("text", "prefix", "surname"),
    [
        ("De Smet, Luc", "De", "Smet"),
        ("Van den Bossche, Anna", "Van den", "Bossche"),
        ("mevr. A. Van Den Bossche", "Van Den", "Bossche"),
        ("Peeters, Luc", "", "Peeters"),
    ],
)
def test_belgian_prefixes_may_have_capitals(text: str, prefix: str, surname: str) -> None:
    name = take_apart(text, Country.BELGIUM)
    assert (name.prefix, name.surname, name.country) == (prefix, surname, Country.BELGIUM)


def test_what_was_taken_apart_is_spoken_and_listed_well() -> None:
    name = take_apart("mevrouw De Vries")
    assert spoken_name(name) == "mevrouw De Vries"
    assert list_name(take_apart("dhr. J.P. van der Berg")) == "Berg, J.P. van der"
    assert spoken_name(take_apart("Jan en Piet")) == "Jan en Piet"


@settings(deadline=None, max_examples=400)
@given(st.lists(st.sampled_from(WORDS), max_size=7).map(" ".join) | PARTS)
def test_no_letter_is_lost_or_changed(text: str) -> None:
    name = take_apart(text)
    kept = Counter(letters(full_name(name)))
    gone = Counter(letters(text).replace(",", "")) - kept
    if name.as_received:
        assert name == PersonName(as_received=" ".join(text.split()))
    elif name.salutation is Salutation.UNKNOWN:
        assert not gone
    else:
        assert "".join(gone).casefold().strip(".")
        assert sum(gone.values()) <= len("mevrouw.")
    if not name.as_received:
        assert not kept - Counter(letters(text))


@settings(deadline=None)
@given(PARTS)
def test_free_text_never_becomes_meneer_or_mevrouw(text: str) -> None:
    assert take_apart(text).salutation is Salutation.UNKNOWN
