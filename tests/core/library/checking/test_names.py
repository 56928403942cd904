"""Outcomes and reasons: what the lists do not know is named, with the name that was meant."""

import pytest

from reception_assistant.library.finding import Code
from tests.core.library.checking.scripts import ASKED, HEAD, LAST, codes, found_in, line_of, only


@pytest.mark.parametrize("end", ['{outcome: ""}', "{promise: false}"])
def test_an_end_says_how_it_ended(end: str) -> None:
    text = HEAD + ASKED + LAST.replace("{outcome: klaar}", end)
    found = only(Code.NO_OUTCOME, text)
    assert (found.line, found.step) == (line_of(text, "    end:"), "laatst")
    assert "klaar" in found.advice


def test_an_outcome_is_one_of_the_list() -> None:
    text = HEAD + ASKED + LAST.replace("klaar", "klaaar")
    found = only(Code.UNKNOWN_OUTCOME, text)
    assert found.line == line_of(text, "klaaar")
    assert "«klaar»" in found.advice


def test_the_end_of_an_answer_has_an_outcome_of_the_list_too() -> None:
    asked = ASKED.replace("goto: laatst", "end: {outcome: weg}")
    assert codes(HEAD + asked) == ["unknown-outcome"]


def test_the_name_of_before_is_known() -> None:
    head = HEAD.replace("{discipline: [tandarts]}", "{reason: [factuur, rekening]}")
    assert codes(head + ASKED + LAST.replace("klaar", "gereed")) == []


@pytest.mark.parametrize(
    "text",
    [
        HEAD.replace("[tandarts]}", "[tandarts], reason: [rekning]}") + ASKED + LAST,
        HEAD + ASKED.replace("goto: laatst", "goto: laatst, when: {reason: [rekning]}") + LAST,
        HEAD + ASKED + LAST + '    variants:\n      - {when: {reason: [rekning]}, say: "Dag."}\n',
    ],
)
def test_a_reason_is_one_of_the_list_wherever_it_stands(text: str) -> None:
    found = only(Code.UNKNOWN_REASON, text)
    assert found.line == line_of(text, "rekning")
    assert "«rekening»" in found.advice


def test_everything_is_found_at_once_in_the_order_of_the_lines() -> None:
    head = HEAD.replace("{discipline: [tandarts]}", "{reason: [weg]}").replace("2027", "2025")
    found = found_in(head + ASKED.replace("laatst", "nergens") + LAST.replace("klaar", "zo"))
    assert [each.code.value for each in found] == [
        "unknown-reason",
        "review-due",
        "goto-nowhere",
        "unreachable",
        "unknown-outcome",
    ]
    assert [each.line for each in found] == sorted(each.line for each in found)
    assert all(each.message and each.advice for each in found)
