"""Answers: everybody finds one that fits, on a digit."""

import pytest

from reception_assistant.library.finding import Code, Severity
from tests.core.library.checking.scripts import HEAD, LAST, codes, line_of, only


def asking(*answers: str, head: str = HEAD) -> str:
    """Return a script with these answers, which all lead to the end."""
    listed = "".join(f"      - {{label: Antwoord, goto: laatst{answer}}}\n" for answer in answers)
    return f'{head}  eerst:\n    say: "Hoe gaat het?"\n    answers:\n{listed}{LAST}'


def when(conditions: str) -> str:
    return f", when: {{{conditions}}}"


MISSING = "      - {label: Iets anders, missing: true}\n"


@pytest.mark.parametrize(("many", "found"), [(8, []), (9, ["too-many-answers"])])
def test_answers_fit_on_nine_digits(many: int, found: list[str]) -> None:
    text = asking(*[""] * many).replace("  laatst:\n", f"{MISSING}  laatst:\n", 1)
    assert codes(text) == found


def test_from_three_answers_on_somebody_may_say_something_else() -> None:
    found = only(Code.NO_OTHER_ANSWER, asking("", "", ""))
    assert (found.severity, found.step) == (Severity.WARNING, "eerst")
    assert codes(asking("", "")) == []
    assert codes(asking("", "", "").replace("  laatst:\n", f"{MISSING}  laatst:\n", 1)) == []


@pytest.mark.parametrize(
    ("conditions", "person"),
    [
        (["age: [volwassene, oudere]"], "Meisje van zeven"),
        (["age: [kind]", "signs: [slechthorend]"], "Man, gewone naam"),
        (["signs: [eerste-bezoek]"], "Man, gewone naam"),
    ],
)
def test_somebody_for_whom_nothing_is_left_is_named(conditions: list[str], person: str) -> None:
    text = asking(*map(when, conditions))
    found = only(Code.NOTHING_TO_CHOOSE, text)
    assert f"«{person}»" in found.message
    assert (found.line, found.step) == (line_of(text, "    answers:"), "eerst")


@pytest.mark.parametrize(
    "conditions",
    [
        ["age: [kind]", "age: [volwassene]"],
        ["age: [kind]", ""],
        ["moment: [telefoon]", "moment: [balie]"],
    ],
)
def test_when_everybody_finds_an_answer_all_is_well(conditions: list[str]) -> None:
    assert codes(asking(*(when(each) for each in conditions))) == []


def test_an_answer_for_the_desk_only_leaves_nothing_on_the_phone() -> None:
    only_desk = asking(when("moment: [balie]"))
    assert "aan de telefoon" in only(Code.NOTHING_TO_CHOOSE, only_desk).message
    head = HEAD.replace("[tandarts]", "[tandarts], moment: [balie]")
    assert codes(asking(when("moment: [balie]"), head=head)) == []


def test_a_mood_that_nobody_chose_leaves_nothing_either() -> None:
    moods = [when("mood: [rustig, gespannen]"), when("mood: [boos]")]
    assert codes(asking(*moods)) == ["nothing-to-choose"]
    head = HEAD.replace("[tandarts]", "[tandarts], mood: [gespannen, boos]")
    assert codes(asking(*moods, head=head)) == []
    assert "boos" in only(Code.NOTHING_TO_CHOOSE, asking(moods[0], head=head)).message


def test_a_person_to_whom_the_script_is_never_offered_is_left_out() -> None:
    head = HEAD.replace("[tandarts]", "[tandarts], age: [kind]")
    assert codes(asking(when("age: [kind]"), head=head)) == []
    head = HEAD.replace("[tandarts]", "[tandarts], signs: [eerste-bezoek]")
    assert codes(asking(when("signs: [eerste-bezoek]"), head=head)) == []


def test_how_many_others_find_nothing_is_told() -> None:
    assert "1 andere" in only(Code.NOTHING_TO_CHOOSE, asking(when("signs: [tolk]"))).message


def test_an_answer_that_knows_the_reason_by_an_older_id_is_there_to_choose() -> None:
    head = HEAD.replace("[tandarts]", "[tandarts], reason: [rekening]")
    assert codes(asking(when("reason: [factuur]"), head=head)) == []
