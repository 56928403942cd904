"""Placeholders: only what can be filled in, and words for when it is not known."""

import pytest

from reception_assistant.library.finding import Code
from tests.core.library.checking.scripts import (
    ASKED,
    HEAD,
    LAST,
    codes,
    line_of,
    only,
    said,
    saying,
)


@pytest.mark.parametrize(
    "name", ["groet", "medewerker", "praktijk", "tot", "aanhef|", "wachttijd|even", "dier|uw dier"]
)
def test_what_is_always_known_or_has_other_words_is_fine(name: str) -> None:
    assert said(f"Dag, {{{name}}}.") == []


@pytest.mark.parametrize(
    "name",
    [
        "aanhef",
        "naam",
        "behandelaar",
        "behandeling",
        "afspraak",
        "volgende_afspraak",
        "wachttijd",
        "dier",
    ],
)
def test_what_is_not_always_known_needs_other_words(name: str) -> None:
    text = saying(f"Dag, {{{name}}}.")
    found = only(Code.UNGUARDED_PLACEHOLDER, text)
    assert found.line == line_of(text, "    say:")
    assert f"{{{name}|}}" in found.advice


def test_a_name_that_nobody_fills_in_is_an_error_with_the_one_that_was_meant() -> None:
    assert "«aanhef»" in only(Code.UNKNOWN_PLACEHOLDER, saying("Dag, {aanhf|}.")).advice


@pytest.mark.parametrize(
    "braces",
    ["{x.__class__}", "{naam!r}", "{naam:>9}", "{0}", "{}", "{", "}", "{{naam|}}", "{a|{b|}}"],
)
def test_braces_are_for_names_only(braces: str) -> None:
    assert set(said(f"Dag, {braces}.")) == {"unknown-placeholder"}


REMEMBERED = """\
  eerst:
    say: "Wat is er gebeurd?"
    remember: {id: gebeurtenis, label: Wat er is gebeurd}
    goto: daarna
  daarna:
    say: "Ik lees terug: {gebeurtenis|wat u zei}."
    end: {outcome: klaar}
"""


def test_what_a_step_remembers_can_be_said_back() -> None:
    assert codes(HEAD + REMEMBERED) == []
    assert codes(HEAD + REMEMBERED.replace("{id: gebeurtenis,", "{id: iets-anders,")) == [
        "unknown-placeholder"
    ]
    assert codes(HEAD + REMEMBERED.replace("{gebeurtenis|wat u zei}", "{gebeurtenis}")) == [
        "unguarded-placeholder"
    ]


PROMISED = """\
  eerst:
    say: "Ik bel u {belofte_wanneer} over {belofte_wat}."
    end: {outcome: terugbelafspraak, promise: true}
"""


def test_a_promise_is_known_only_where_it_is_made() -> None:
    assert codes(HEAD + PROMISED) == []
    found = codes(HEAD + PROMISED.replace("promise: true", "promise: false"))
    assert found == ["unknown-placeholder"] * 2


@pytest.mark.parametrize(
    "where",
    [
        'variants: [{when: {mood: [boos]}, say: "{weg|}"}]',
        'avoid: [{say: "Nee.", instead: "{weg|}"}]',
        'avoid: [{say: "{weg|}", instead: "Ja."}]',
        'key: "{weg|}"',
        'tip: "{weg|}"',
        'posture: "{weg|}"',
        'remember: {id: woorden, label: "Wat {weg|} zegt"}',
    ],
)
def test_every_text_that_is_filled_in_is_looked_at(where: str) -> None:
    text = saying("Goedemorgen.") + f"    {where}\n"
    assert only(Code.UNKNOWN_PLACEHOLDER, text).line == line_of(text, "weg|")


def test_what_an_answer_is_called_is_looked_at_too() -> None:
    text = HEAD + ASKED.replace("Iets over de rekening", '"Belt voor {naam}"') + LAST
    assert only(Code.UNGUARDED_PLACEHOLDER, text).line == line_of(text, "{naam}")
    assert codes(text.replace("{naam}", "{naam|een ander}")) == []
    assert codes(text.replace("{naam}", "{belofte_wat}")) == ["unknown-placeholder"]


@pytest.mark.parametrize("key", ["title", "goal", "theme"])
@pytest.mark.parametrize("text", ["Bel {naam|} terug", "Bel {praktijk}", "Bel }", "{"])
def test_what_is_shown_as_it_was_written_has_no_names_to_fill_in(key: str, text: str) -> None:
    head = HEAD.replace("title: Een proef\n", "")
    for other in {"title", "goal", "theme"} - {key}:
        head = f"{other}: Iets\n{head}"
    whole = f'{key}: "{text}"\n{head}{ASKED}{LAST}'
    found = only(Code.UNKNOWN_PLACEHOLDER, whole)
    assert (found.line, found.step) == (1, "")
    assert "accolades" in found.advice


def test_what_cannot_be_filled_in_does_not_steer_a_screen_nor_fill_it() -> None:
    found = only(Code.UNKNOWN_PLACEHOLDER, saying(r"Dag {\n" + "x" * 5000 + "}."))
    assert found.message.isprintable()
    assert len(found.message) < 100
