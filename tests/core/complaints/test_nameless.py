"""Who it is about is left out, in whatever way somebody wrote it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reception_assistant.complaints.nameless import without_names

NAMES = ("Sanne de Boer", "mevrouw De Vries", "Fatima", "Bo", "J. Jansen", "piet van dijk", "Noël")


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("De klacht van mevrouw de Vries", "De klacht van iemand"),
        ("DE VRIES belt", "iemand belt"),
        ("de vries belt", "iemand belt"),
        ("De Vriesen bellen", "iemand bellen"),
        ("Fatimas lijst, Fatima's lijst, FATIMA", "iemand lijst, iemand lijst, iemand"),
        ("Bo en J. Jansen", "iemand en iemand"),
        ("mw. J.P. Jansen-de Vries belt", "iemand belt"),
        ("Piet van Dijk, en Van Dijk", "iemand, en Van iemand"),
        ("Noel of NOËL", "iemand of iemand"),
        ("Sanne Jansen", "iemand"),
        ("de heer Jansen", "iemand"),
        ("Mevrouw Peters en dhr. van der Wit bellen", "iemand en iemand bellen"),
    ],
)
def test_nobody_is_named(text: str, left: str) -> None:
    assert without_names(text, NAMES) == left


@pytest.mark.parametrize(
    "text",
    [
        "De telefoon is om acht uur open, ook voor de boer.",
        "Een mevrouw aan de balie krijgt thee. Zo ook de familie. Wij bellen de dokter. Altijd.",
        "Vraag het de bakker, van wie het ook is.",
        "",
    ],
)
def test_what_is_no_name_stays(text: str) -> None:
    assert without_names(text, (*NAMES, "Bakker", "een mevrouw", "", "J.")) == text


@settings(max_examples=60)
@given(st.text(max_size=30), st.sampled_from(NAMES), st.text(max_size=30))
def test_a_name_between_anything_goes(before: str, name: str, after: str) -> None:
    left = without_names(f"{before} {name} {after}", NAMES)
    assert name not in left
    assert "iemand" in left


def test_thousands_of_names_are_no_trouble() -> None:
    many = [f"Naam{number} van der Zee{number}" for number in range(5000)]
    assert without_names("Naam4999 belt Zee12 terug.", many) == "iemand belt iemand terug."
