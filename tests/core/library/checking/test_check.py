"""All findings together: in order, without what was allowed, and counted."""

from datetime import date

import pytest

from reception_assistant.library.checking.check import Measure, measure
from reception_assistant.library.finding import Code, Severity
from reception_assistant.library.lists import Allowed
from tests.core.library.checking.scripts import (
    ASKED,
    HEAD,
    LAST,
    LISTS,
    TODAY,
    WORDS,
    codes,
    found_in,
    line_of,
    only,
    saying,
    script_of,
)

ORDER = saying("Bel morgen terug.")


def allowing(**facts: str) -> list[str]:
    """Return what is found in an order when this much is allowed."""
    line = Allowed(**{"script": "proef", "code": "command", "reason": "Zo hoort het.", **facts})
    return codes(ORDER, lists=LISTS._replace(allowed=(line,)))


@pytest.mark.parametrize("step", ["", "eerst"])
def test_a_warning_that_was_allowed_with_a_reason_is_left_out(step: str) -> None:
    assert allowing(step=step) == []


@pytest.mark.parametrize(
    "facts",
    [{"reason": " "}, {"step": "later"}, {"code": "passive"}, {"script": "anders"}],
)
def test_what_was_allowed_elsewhere_or_without_a_reason_still_counts(facts: dict[str, str]) -> None:
    assert allowing(**facts) == ["command"]


def test_an_error_is_never_allowed() -> None:
    line = Allowed(script="proef", code="jargon", reason="Dat begrijpt iedereen.")
    lists = LISTS._replace(allowed=(line,))
    assert codes(saying("Een extractie."), lists=lists) == ["jargon"]


def test_lines_and_what_was_allowed_are_counted() -> None:
    lists = LISTS._replace(allowed=(Allowed(script="proef", code="command", reason="Goed."),))
    other = HEAD.replace("id: proef", "id: ander") + ASKED + LAST
    more = (
        '    variants:\n      - {when: {mood: [boos]}, say: "Dag."}\n'
        '    avoid: [{say: "Nee.", instead: "Ja."}]\n'
    )
    files = [script_of(ORDER + more), script_of(other)]
    counted = measure(files, lists, known={}, words=WORDS, today=TODAY)
    assert counted == Measure(lines=5, allowed=1)


def test_an_id_that_is_used_twice_is_an_error_in_the_second_file() -> None:
    text = HEAD + ASKED + LAST
    found = only(Code.DOUBLE_ID, text, f"# later\n{text}")
    assert (found.file, found.line) == ("proef1.yaml", 2)
    assert "proef.yaml" in found.message


def test_an_id_that_the_library_has_too_is_a_new_version() -> None:
    text = HEAD + ASKED + LAST
    assert codes(text, known=[script_of(text).script]) == []


@pytest.mark.parametrize(
    ("today", "found"), [(date(2027, 11, 1), []), (date(2027, 11, 2), ["review-due"])]
)
def test_a_script_is_due_from_the_day_after(today: date, found: list[str]) -> None:
    findings = found_in(HEAD + ASKED + LAST, today=today)
    assert [each.code.value for each in findings] == found


@pytest.mark.parametrize("review", ["", "review: {by: Manager, date: 2026-11-01}\n"])
def test_somebody_says_when_a_script_is_looked_at_again(review: str) -> None:
    lines = HEAD.splitlines(keepends=True)
    text = "".join(review if line.startswith("review") else line for line in lines) + ASKED + LAST
    found = only(Code.REVIEW_DUE, text)
    assert found.severity is Severity.WARNING
    assert found.line == (line_of(text, "review") if review else 1)


def test_findings_stand_in_the_order_of_file_and_line() -> None:
    wrong = (
        HEAD.replace("2027", "2025") + ASKED.replace("Waarmee", "Dan moet u bellen. Waarmee") + LAST
    )
    other = wrong.replace("id: proef", "id: ander")
    found = found_in(wrong, other)
    assert [(each.file, each.code.value) for each in found] == [
        (file, code) for file in ("proef.yaml", "proef1.yaml") for code in ("review-due", "command")
    ]
    assert {each.severity for each in found} == {Severity.WARNING}
