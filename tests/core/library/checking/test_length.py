"""Length: what is said can be followed by ear."""

import pytest

from reception_assistant.library.finding import Code, Severity
from tests.core.library.checking.scripts import codes, line_of, only, said, saying


def words(count: int) -> str:
    """Return a sentence of so many words."""
    return " ".join(["Goed"] * count) + "."


@pytest.mark.parametrize(
    ("count", "found"),
    [(15, []), (16, ["sentence-over-15"]), (20, ["sentence-over-15"]), (21, ["long-sentence"])],
)
def test_a_sentence_over_fifteen_words_is_a_warning_and_over_twenty_an_error(
    count: int, found: list[str]
) -> None:
    assert said(words(count)) == found


def test_a_long_sentence_says_how_long_and_what_to_do() -> None:
    text = saying(words(21))
    found = only(Code.LONG_SENTENCE, text)
    assert "21 woorden" in found.message
    assert found.advice == "Maak er twee zinnen van."
    assert (found.line, found.severity) == (line_of(text, "    say:"), Severity.ERROR)


def test_what_is_filled_in_counts_as_two_words() -> None:
    assert said(f"{{aanhef|}} {words(13)}") == []
    assert said(f"{{aanhef|}} {words(14)}") == ["sentence-over-15"]


@pytest.mark.parametrize(("count", "found"), [(10, []), (11, ["long-line"])])
def test_a_line_takes_at_most_twenty_seconds(count: int, found: list[str]) -> None:
    assert said(f"{words(10)} {words(10)} {words(10)} {words(count)}") == found


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Hoe gaat het? Klopt het?", ["two-questions"]),
        ("Ik luister. Hoe gaat het?", []),
        ("Echt waar?!", []),
    ],
)
def test_one_question_at_a_time(line: str, found: list[str]) -> None:
    assert said(line) == found


def test_other_words_for_the_same_are_checked_as_well() -> None:
    variant = f'    variants:\n      - {{when: {{mood: [boos]}}, say: "{words(21)}"}}\n'
    avoid = f'    avoid:\n      - {{say: "Nee.", instead: "{words(21)}"}}\n'
    assert codes(saying("Dag.") + variant + avoid) == ["long-sentence"] * 2


def test_what_is_not_said_may_be_long() -> None:
    rest = f'    tip: "{words(30)}"\n    avoid: [{{say: "{words(30)}", instead: "Ja."}}]\n'
    assert codes(saying("Dag.") + rest) == []
