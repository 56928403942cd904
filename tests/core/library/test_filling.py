"""What is filled in reads as a sentence, and never shows a brace of the script."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reception_assistant.library.filling import Part, fill, parse

NOTHING: dict[str, str] = {}


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("", ()),
        ("Goedemorgen.", (Part("Goedemorgen."),)),
        ("Dag {naam}.", (Part("Dag "), Part("{naam}", "naam"), Part("."))),
        ("{aanhef|}", (Part("{aanhef|}", "aanhef", ""),)),
        ("{dier|uw dier}", (Part("{dier|uw dier}", "dier", "uw dier"),)),
        ("{belofte_wanneer}", (Part("{belofte_wanneer}", "belofte_wanneer"),)),
    ],
)
def test_a_text_is_taken_apart(text: str, parts: tuple[Part, ...]) -> None:
    assert parse(text) == parts


@pytest.mark.parametrize(
    "text",
    [
        "{x.__class__}",
        "{x[0]}",
        "{}",
        "{a b}",
        "{ a }",
        "{a!r}",
        "{a:>9}",
        "{0}",
        "{a|{b}}",
        "{|a}",
    ],
)
def test_anything_else_between_braces_is_broken_as_a_whole(text: str) -> None:
    assert parse(text) == (Part(text, broken=True),)


def test_a_brace_alone_is_broken_and_takes_nothing_along() -> None:
    assert parse("a } b { c {naam}") == (
        Part("a "),
        Part("}", broken=True),
        Part(" b "),
        Part("{", broken=True),
        Part(" c "),
        Part("{naam}", "naam"),
    )


@given(st.text(alphabet="{}|ab_. 1\n", max_size=40))
@settings(max_examples=100)
def test_the_parts_together_are_the_text(text: str) -> None:
    assert "".join(part.text for part in parse(text)) == text


def test_very_many_braces_cost_no_time() -> None:
    began = time.perf_counter()
    assert fill("{" * 100_000, NOTHING) == ""
    assert time.perf_counter() - began < 5


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Dag {aanhef|}, gaat u zit, {aanhef|}. Dat",
            "Dag meneer Jansen, gaat u zit, meneer Jansen. Dat",
        ),
        ("{groet}, u spreekt met {medewerker}.", "Goedemorgen, u spreekt met Eva."),
        ("Hoe gaat het met {dier|uw dier}?", "Hoe gaat het met uw dier?"),
        ("{aanhef}", "meneer Jansen"),
    ],
)
def test_what_is_known_is_put_in(text: str, said: str) -> None:
    values = {"aanhef": "meneer Jansen", "groet": "Goedemorgen", "medewerker": "Eva", "dier": " "}
    assert fill(text, values) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        # It takes its comma and the space along.
        ("Gaat u zit, {aanhef|}. Dat mag.", "Gaat u zit. Dat mag."),
        ("Gaat u zit, {aanhef|}.", "Gaat u zit."),
        ("Gaat u zit, {aanhef|}", "Gaat u zit"),
        ("Komt het uit, {aanhef|}?", "Komt het uit?"),
        ("Ja, {aanhef|} dat kan.", "Ja dat kan."),
        # Between two commas it leaves one.
        ("Dag, {aanhef|}, tot ziens.", "Dag, tot ziens."),
        ("Dag, {aanhef|}, {naam|}, tot ziens.", "Dag, tot ziens."),
        ("Dag, {aanhef|}, {naam|}.", "Dag."),
        # After a word the comma stays.
        ("Goedemorgen {aanhef|}, zegt u het maar.", "Goedemorgen, zegt u het maar."),
        # A sentence that started with it starts with what follows.
        ("{aanhef|}, ik zoek het uit.", "Ik zoek het uit."),
        ("Goed. {aanhef|}, ik zoek het uit.", "Goed. Ik zoek het uit."),
        ("Goed.\n{aanhef|}, ik zoek het uit.", "Goed.\nIk zoek het uit."),
        ("Goed?\n{aanhef|}\nIk zoek het uit.", "Goed?\nIk zoek het uit."),
        ("{aanhef|}. Dat mag.", "Dat mag."),
        ("{aanhef|} {naam|}, ijs is koud.", "IJs is koud."),
        ("{aanhef|}, 's avonds kan het.", "'s Avonds kan het."),
        ("{aanhef|}, 3 uur kan ook.", "3 uur kan ook."),
        ("{aanhef|}", ""),
        ("Dat is o.a. {behandeling|}, en meer.", "Dat is o.a. en meer."),
        # No space too many, none before a full stop.
        ("Dag {aanhef|} en welkom.", "Dag en welkom."),
        ("Dag {aanhef|} {naam|} en welkom.", "Dag en welkom."),
        ("Dag {aanhef|}.", "Dag."),
        ("Dag {aanhef|}! Kom binnen.", "Dag! Kom binnen."),
        ("Dag {aanhef|}\nKom binnen.", "Dag\nKom binnen."),
        ("Tot ziens {aanhef|}", "Tot ziens"),
        # Nothing is left around nothing.
        ("Uw afspraak ({afspraak|}) staat.", "Uw afspraak staat."),
        ("U zei: “{woorden|}”. Klopt dat?", "U zei. Klopt dat?"),
        ("Dus: {aanhef|}, ik bel u.", "Dus: ik bel u."),
        ("U wilt: {wens|}.", "U wilt."),
        ("Zij zei: “{aanhef|}, ik kom.”", "Zij zei: “Ik kom.”"),
    ],
)
def test_what_is_empty_leaves_no_trace(text: str, said: str) -> None:
    assert fill(text, NOTHING) == said
    assert fill(text, dict.fromkeys(["aanhef", "naam", "afspraak", "woorden"], " ")) == said


def test_a_name_after_what_is_left_out_keeps_its_space_and_its_own_letters() -> None:
    values = {"naam": "sem"}
    assert fill("Goed. {aanhef|}, {naam}, ik kom.", values) == "Goed. sem, ik kom."
    assert fill("Dus: {aanhef|}, {naam}, ik kom.", values) == "Dus: sem, ik kom."


def test_an_empty_one_beside_a_name_leaves_the_comma_to_the_name() -> None:
    assert fill("Dag, {aanhef|} {naam|}, tot ziens.", {"naam": "Sem"}) == "Dag, Sem, tot ziens."
    assert fill("Dag, {aanhef|} {naam|}, tot ziens.", {"aanhef": "Sem"}) == "Dag, Sem, tot ziens."


@pytest.mark.parametrize(
    ("text", "value", "said"),
    [
        ("Dag {naam}.", "Jan R.M.", "Dag Jan R.M."),
        ("Dag {naam}. Kom binnen.", "Jan R.M.", "Dag Jan R.M. Kom binnen."),
        ("Dag {naam}, {tot|}.", "Jan R.M.", "Dag Jan R.M."),
        ("Dag {naam}, kom binnen.", "Jan R.M.", "Dag Jan R.M., kom binnen."),
        ("Dag {naam}…", "Jan R.M.", "Dag Jan R.M.…"),
        ("Dag {naam}...", "Jan R.M.", "Dag Jan R.M...."),
        ("U zei: “{naam}”.", "Ik wacht al lang.", "U zei: “Ik wacht al lang.”"),
        ("U zei: {naam}.", "Hoe lang nog?", "U zei: Hoe lang nog?"),
    ],
)
def test_a_sentence_has_one_full_stop_where_a_name_ends_in_its_own(
    text: str, value: str, said: str
) -> None:
    assert fill(text, {"naam": value}) == said


@pytest.mark.parametrize(
    "value", ["Jan {x}", "{aanhef}", "{", "}", "{naam.__class__}", "%s", "\\1", "jan  de vries"]
)
def test_what_comes_from_a_record_is_never_read_as_a_template(value: str) -> None:
    values = {"naam": value, "aanhef": "meneer Jansen"}
    assert fill("Dag {naam}, kom {dier|} binnen.", values) == f"Dag {value}, kom binnen."


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Dag {naam.__class__}, kom binnen.", "Dag, kom binnen."),
        ("Dag {onbekend}, kom binnen.", "Dag, kom binnen."),
        ("Dag, {a|{b}}.", "Dag."),
        ("Dag {kom binnen.", "Dag kom binnen."),
        ("Dag } kom binnen.", "Dag kom binnen."),
    ],
)
def test_what_cannot_be_filled_in_is_left_out(text: str, said: str) -> None:
    assert fill(text, {"naam": "Jan"}) == said


WORDS = st.sampled_from(["Dag", "ik zoek het uit", "u", "tot ziens", "'s avonds"])
MARKS = st.sampled_from([", ", ". ", " ", "? ", ": ", "\n"])
SLOTS = st.sampled_from(["{naam|}", "{aanhef|}", "{dier|uw dier}", "{weg}", "{a.b}", "{", "}"])
TEXTS = st.lists(st.tuples(WORDS | SLOTS, MARKS), max_size=8).map(
    lambda pairs: "".join(word + mark for word, mark in pairs).strip()
)
VALUES = st.dictionaries(
    st.sampled_from(["naam", "aanhef", "dier"]), st.sampled_from(["", " ", "Sem", "A. {b}", "R.M."])
)


@given(TEXTS, VALUES)
@settings(max_examples=300)
def test_no_brace_of_the_script_and_no_double_space_is_ever_shown(
    text: str, values: dict[str, str]
) -> None:
    said = fill(text, values)
    without = said.replace("A. {b}", "")
    assert "{" not in without
    assert "}" not in without
    assert "  " not in said
    assert " ." not in said
    assert " ," not in said
    assert ",," not in said
    assert said == said.strip()


@given(TEXTS, VALUES)
@settings(max_examples=150)
def test_each_value_is_shown_letter_for_letter(text: str, values: dict[str, str]) -> None:
    said = fill(text, values)
    for part in parse(text):
        if values.get(part.name, "").strip():
            assert values[part.name] in said


@given(st.text(alphabet=st.characters(exclude_characters="{}"), max_size=40), VALUES)
@settings(max_examples=80)
def test_a_text_without_braces_stays_as_it_is(text: str, values: dict[str, str]) -> None:
    assert fill(text, values) == text
