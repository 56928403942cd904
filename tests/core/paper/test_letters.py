"""Letters: what is known is filled in, what is not stays away, and nobody's name is code."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reception_assistant.complaints.complaint import Field
from reception_assistant.errors import KnownError
from reception_assistant.library.counting import sentences
from reception_assistant.library.filling import parse
from reception_assistant.paper.letters import (
    Kind,
    LetterField,
    Sort,
    Template,
    letter_page,
    letter_text,
    written,
)
from reception_assistant.paths import scripts_nl

ALL = {field: f"<{field.value}>" for field in LetterField}


def shipped(kind: Kind) -> Template:
    path = scripts_nl("brieven", f"{kind}.md")
    return Template(path.name, path.read_text(encoding="utf-8"))


def text_of(template: str, **values: str) -> str:
    filled = {LetterField(name): value for name, value in values.items()}
    return letter_text(written(Kind.RECEIPT, Template("proef.md", template), filled))


@pytest.mark.parametrize("kind", Kind)
def test_every_letter_that_ships_can_be_filled_in(kind: Kind) -> None:
    told = letter_text(written(kind, shipped(kind), ALL))
    assert "{" not in told
    assert "|" not in told
    for field in (LetterField.GREETING, LetterField.RECEIVED, LetterField.OWNER):
        assert ALL[field] in told


@pytest.mark.parametrize("kind", Kind)
def test_every_letter_that_ships_stays_whole_with_little_known(kind: Kind) -> None:
    told = letter_text(written(kind, shipped(kind), {LetterField.GREETING: "Goedendag,"}))
    assert "Goedendag," in told
    assert ":\n\n" not in told
    assert "  " not in told


@pytest.mark.parametrize("kind", Kind)
def test_the_sentences_of_every_letter_are_short(kind: Kind) -> None:
    long = [each.text for each in sentences(shipped(kind).text) if each.words > 20]
    assert long == []


def test_what_is_private_has_no_field_in_any_letter() -> None:
    named = {part.name for kind in Kind for part in parse(shipped(kind).text)}
    assert Field.BETWEEN_LINES.value not in {field.value for field in LetterField}
    assert named <= {"", *LetterField}


def test_an_unknown_field_is_named_with_its_file() -> None:
    with pytest.raises(KnownError, match=r"«uitkomst\.md».*«prijs»") as told:
        written(Kind.OUTCOME, Template("uitkomst.md", "Dat kost {prijs|niets}."), ALL)
    assert "termijn" in told.value.advice


@pytest.mark.parametrize("text", ["Beste {naam", "Beste naam}", "Beste {na am},", "{}"])
def test_a_loose_brace_is_named_with_its_file(text: str) -> None:
    with pytest.raises(KnownError, match=r"«ontvangst\.md».*accolade"):
        written(Kind.RECEIPT, Template("ontvangst.md", text), ALL)


def test_a_name_with_braces_is_a_name() -> None:
    assert (
        text_of("Beste {naam},", naam="{termijn} {x", termijn="morgen") == "Beste {termijn} {x,\n"
    )


def test_a_paragraph_with_nothing_to_say_is_left_out() -> None:
    template = "Dag.\n\nDit wilt u:\\\n{wens}\n\n- {reden}\n- Wij bellen.\n\n{praktijk|} tot ziens."
    assert text_of(template) == "Dag.\n\n- Wij bellen.\n\nTot ziens.\n"


def test_a_heading_with_nothing_below_it_is_left_out() -> None:
    template = "Dag.\n## Wat wij leren\n{verandering}\n## Vragen\nBel ons."
    assert text_of(template) == "Dag.\n\nVragen\n\nBel ons.\n"
    assert "Wat wij leren" in text_of(template, verandering="Wij bellen zelf.")


def test_lines_that_stay_apart_stay_apart_and_others_flow() -> None:
    told = text_of("Met groet,\\\n\\\n{afzender}\nvan ons", afzender="Sanne")
    assert told == "Met groet,\n\nSanne van ons\n"


def test_what_people_typed_is_text_on_paper_too() -> None:
    words = "<script>1 & 2</script>\n# geen kop\n- geen lijst"
    letter = written(Kind.RECEIPT, Template("a.md", "{woorden}"), {LetterField.WORDS: words})
    assert [each.sort for each in letter.blocks] == [Sort.TEXT]
    body = letter_page(letter).body
    assert "&lt;script&gt;1 &amp; 2&lt;/script&gt;<br/># geen kop<br/>- geen lijst" in body


@given(st.text(max_size=60))
@settings(max_examples=60)
def test_whatever_somebody_is_called_is_in_the_letter_as_it_is(name: str) -> None:
    letter = written(Kind.RECEIPT, Template("a.md", "Beste {naam|u},"), {LetterField.NAME: name})
    assert letter_text(letter).startswith(f"Beste {name.strip() or 'u'}")
    assert "<script" not in letter_page(letter).body


def test_the_title_of_a_letter_says_nothing_of_anybody() -> None:
    assert letter_page(written(Kind.RECEIPT, shipped(Kind.RECEIPT), ALL)).title == "Brief"
