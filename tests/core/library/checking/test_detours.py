"""Detours: they lead to scripts that are there, never round, and at most five deep."""

import pytest

from reception_assistant.library.finding import Code
from tests.core.library.checking.scripts import (
    ASKED,
    HEAD,
    LAST,
    codes,
    found_in,
    line_of,
    only,
    script_of,
)


def leading(name: str, *targets: str) -> str:
    """Return a script with detours to `targets`."""
    answers = "".join(f"      - {{label: Boos, detour: {target}}}\n" for target in targets)
    return HEAD.replace("id: proef", f"id: {name}") + ASKED + answers + LAST


def test_a_detour_to_a_script_that_is_not_there_is_an_error() -> None:
    text = leading("proef", "kalmeren")
    found = only(Code.DETOUR_NOWHERE, text)
    assert (found.line, found.step) == (line_of(text, "detour: kalmeren"), "eerst")


def test_a_name_that_looks_like_it_is_what_was_meant() -> None:
    known = [script_of(leading("kalmeren")).script]
    assert (
        "«kalmeren»" in only(Code.DETOUR_NOWHERE, leading("proef", "kalmere"), known=known).advice
    )


def test_a_detour_to_the_same_files_or_to_the_library_is_fine() -> None:
    text, other = leading("proef", "kalmeren"), leading("kalmeren")
    assert codes(text, other) == []
    assert codes(text, known=[script_of(other).script]) == []


def test_a_script_that_goes_aside_to_itself_goes_in_a_circle() -> None:
    assert "proef → proef" in only(Code.DETOUR_CIRCLE, leading("proef", "proef")).message


def test_a_circle_through_others_is_told_in_each_script_of_it() -> None:
    found = found_in(leading("a", "b"), leading("b", "c"), leading("c", "a"), leading("d", "a"))
    assert [(each.code.value, each.script) for each in found] == [
        ("detour-circle", "a"),
        ("detour-circle", "b"),
        ("detour-circle", "c"),
    ]
    assert "a → b → c → a" in found[0].message


def test_a_circle_through_the_library_is_found() -> None:
    known = [script_of(leading("kalmeren", "proef")).script]
    assert only(Code.DETOUR_CIRCLE, leading("proef", "kalmeren"), known=known).script == "proef"


def test_a_changed_script_counts_and_not_the_one_in_the_library() -> None:
    known = [script_of(leading("kalmeren", "proef")).script]
    assert codes(leading("proef", "kalmeren"), leading("kalmeren"), known=known) == []


@pytest.mark.parametrize(("depth", "found"), [(5, []), (6, ["detour-circle"])])
def test_detours_lie_at_most_five_deep_in_one_another(depth: int, found: list[str]) -> None:
    row = [leading(f"s{number}", f"s{number + 1}") for number in range(depth)]
    assert codes(*row, leading(f"s{depth}")) == found


def test_many_scripts_one_after_the_other_are_no_trouble() -> None:
    known = [script_of(leading(f"s{number}", f"s{number + 1}")).script for number in range(300)]
    found = only(Code.DETOUR_CIRCLE, leading("proef", "s0"), known=known)
    assert "proef → s0 → s1 → s2 → s3 → s4 → s5" in found.message
