"""Counting: how many words and sentences a text has, and how long it takes to say it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reception_assistant.library.counting import seconds, sentences, words


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        (" … ", 0),
        ("Dag.", 1),
        ("Om 8 uur, 's avonds.", 5),
        ("Eén café", 2),
        ("E\u0301e\u0301n cafe\u0301", 2),
        ("e-mail", 2),
        ("een_twee", 2),
        ("{aanhef}", 2),
        ("{aanhef|}", 2),
        ("{aanhef|een hele lange naam}", 2),
        ("Dag {aanhef|}{naam|}.", 5),
        ("Dag {x.y}.", 3),
        ("\ue000", 0),
    ],
)
def test_words_are_runs_of_letters_and_digits_and_what_is_filled_in_is_two(
    text: str, count: int
) -> None:
    assert words(text) == count


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", []),
        ("...", []),
        ("Dag", ["Dag"]),
        ("Dag. Tot ziens!", ["Dag.", "Tot ziens!"]),
        ("Echt?! Ja.", ["Echt?!", "Ja."]),
        ("Een\ntwee", ["Een", "twee"]),
        ("Ik bel dr. Smit. Goed?", ["Ik bel dr. Smit.", "Goed?"]),
        ("Het gaat o.a. over i.v.m. Morgen", ["Het gaat o.a. over i.v.m. Morgen"]),
        ("Op 3 mei a.s. Dan bel ik.", ["Op 3 mei a.s. Dan bel ik."]),
        ("Bijv. morgen, enz. Goed.", ["Bijv. morgen, enz. Goed."]),
        ("Voor P.J. van der Meer. Klopt dat?", ["Voor P.J. van der Meer.", "Klopt dat?"]),
        ("Voor J. Smit. Ja.", ["Voor J. Smit.", "Ja."]),
        ("Ik bel u. Tot dan.", ["Ik bel u.", "Tot dan."]),
        ("Om 12.30 uur. Goed.", ["Om 12.30 uur.", "Goed."]),
        ("Hij zei: “Nee.” En toen?", ["Hij zei: “Nee.”", "En toen?"]),
        ("Dag {naam|J. Smit!}, goed. Ja.", ["Dag {naam|J. Smit!}, goed.", "Ja."]),
        ("Ik noem opa.s. Ja", ["Ik noem opa.s.", "Ja"]),
    ],
)
def test_a_sentence_ends_at_a_sign_or_the_end_of_the_line(text: str, found: list[str]) -> None:
    assert [each.text for each in sentences(text)] == found


@pytest.mark.parametrize(
    ("count", "long"), [(0, 0), (1, 1), (2, 1), (3, 2), (40, 20), (41, 21), (120, 60)]
)
def test_two_words_take_a_second(count: int, long: int) -> None:
    assert seconds("ja " * count) == long


_TEXT = st.text(st.sampled_from("aZé1 .!?\n{}|_'\ue000\ue001\u0301drJ"), max_size=40)


@settings(max_examples=150)
@given(_TEXT)
def test_any_text_can_be_counted(text: str) -> None:
    found = sentences(text)
    assert words(text) >= 0
    assert sum(each.words for each in found) == words(text)
    assert all(text.startswith(each.text, each.start) for each in found)
    assert [each.start for each in found] == sorted(each.start for each in found)
