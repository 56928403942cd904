"""Files that try something are refused whole, and nothing in them runs."""

import os

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reception_assistant.library.finding import Code, Finding, Severity
from reception_assistant.library.reading.capping import MOST_FINDINGS, capped
from reception_assistant.library.reading.nodes import MOST_DEEP
from reception_assistant.library.reading.opening import MOST_BYTES
from reception_assistant.library.reading.script import MOST_STEPS, read_script

GOOD = """\
id: kort
title: Kort
start: een
steps:
  een:
    say: Dag.
    back: true
"""


def refused(data: str | bytes) -> Finding:
    """Return why a file is refused; nothing of it is left."""
    reading = read_script(data.encode() if isinstance(data, str) else data, "x.yaml")
    assert reading.script is None
    (finding,) = reading.findings
    return finding


def steps(count: int) -> str:
    each = "".join(f"  s{number}: {{say: Dag., back: true}}\n" for number in range(count))
    return f"id: lang\ntitle: Lang\nstart: s0\nsteps:\n{each}"


def nested(count: int) -> str:
    """Return a mapping in a mapping, so many deep."""
    return "".join(f"{'  ' * depth}k:\n" for depth in range(count - 1)) + "  " * count + "k: v\n"


@pytest.mark.parametrize(
    ("data", "line"),
    [
        # A bomb of references, and a name for something to come back to
        ("a: &a [x]\nb: &b [*a, *a, *a]\nc: [*b, *b, *b]\n", 1),
        (GOOD + "goal: *een\n", 8),
        (GOOD + "goal: &een Iets\n", 8),
        (GOOD.replace("steps:", "steps: &alle"), 4),
        # Orders
        (GOOD + "goal: !!python/object/apply:os.system ['touch /tmp/x']\n", 8),
        (GOOD + "goal: !!python/name:os.system\n", 8),
        (GOOD + "goal: !!str iets\n", 8),
        (GOOD + "goal: !eigen iets\n", 8),
        (GOOD + "goal: ! iets\n", 8),
        (GOOD.replace("steps:", "steps: !!map"), 4),
        ("%TAG ! tag:ergens,2000:\n---\n" + GOOD, 1),
        # Brackets without end
        ("[" * 200_000, 1),
        ("{" * 200_000, 1),
        ("[{" * 100_000, 1),
        ("- " * 200_000, 1),
        ("? " * 200_000, 1),
        (nested(300), MOST_DEEP + 1),
        (GOOD + "goal: " + "[" * 60 + "]" * 60, 8),
        # Too much
        (GOOD + "#" * (MOST_BYTES + 1 - len(GOOD)), 1),
        (steps(MOST_STEPS + 1), 5),
        # Other letters
        (GOOD.encode("utf-16"), 1),
        (GOOD.replace("Kort", "Één", 1).encode("cp1252"), 2),
        (GOOD.encode() + b"goal: \xff\n", 8),
    ],
    ids=lambda value: repr(value)[:40],
)
def test_what_is_unsafe_is_refused_whole(data: str | bytes, line: int) -> None:
    finding = refused(data)
    assert (finding.code, finding.line) == (Code.UNSAFE, line)
    assert finding.message
    assert finding.advice


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-32-be"])
def test_what_is_full_of_zeros_is_no_text(encoding: str) -> None:
    assert refused(GOOD.encode(encoding)).code is Code.UNREADABLE


def test_an_order_is_not_carried_out(tmp_path_factory: pytest.TempPathFactory) -> None:
    mark = tmp_path_factory.mktemp("order") / "done"
    for order in (
        f"!!python/object/apply:os.system ['touch {mark}']",
        f"!!python/object/apply:os.mkdir ['{mark}']",
    ):
        refused(GOOD + f"goal: {order}\n")
    assert not os.path.lexists(mark)


@pytest.mark.parametrize(
    "text",
    [
        GOOD + "#" * (MOST_BYTES - len(GOOD)),
        steps(MOST_STEPS),
        GOOD.replace("Dag.", "'[[[[[[ *a &b !!c {{{{{{'"),
        "%YAML 1.1\n---\n" + GOOD + "...\n",
    ],
    ids=["large", "long", "signs", "with a head"],
)
def test_what_is_just_within_bounds_is_read(text: str) -> None:
    reading = read_script(text.encode(), "x.yaml")
    assert reading.findings == []
    assert reading.script


def test_so_many_layers_may_be_and_no_more() -> None:
    assert refused(nested(MOST_DEEP)).code is Code.NOT_A_SCRIPT
    assert refused(nested(MOST_DEEP + 1)).code is Code.UNSAFE


@pytest.mark.parametrize("text", ["{x.__class__}", "{0!r:>9999999}", "{{}}", "%(x)s", "$(rm -rf)"])
def test_what_looks_like_an_order_in_a_sentence_is_text(text: str) -> None:
    reading = read_script(GOOD.replace("Dag.", f'"{text}"').encode(), "x.yaml")
    assert reading.findings == []
    assert reading.script
    assert reading.script.script.steps["een"].say == text


def test_a_file_of_nothing_but_strange_keys_is_told_in_part() -> None:
    strange = "".join(f"gaol{number}: x\n" for number in range(5_000))
    *told, last = read_script((GOOD + strange).encode(), "x.yaml").findings
    assert [each.line for each in told] == list(range(8, 8 + MOST_FINDINGS))
    assert "nog meer" in last.message
    assert (last.severity, last.line) == (Severity.ERROR, 8 + MOST_FINDINGS)


def test_errors_are_told_before_warnings_where_there_is_too_much() -> None:
    warning = Finding("x.yaml", 1, Severity.WARNING, Code.PASSIVE, "Let op")
    error = Finding("x.yaml", 900, Severity.ERROR, Code.JARGON, "Fout")
    *told, last = capped([warning] * (MOST_FINDINGS + 5) + [error])
    assert told == [warning] * (MOST_FINDINGS - 1) + [error]
    assert (last.severity, last.line) == (Severity.WARNING, 900)
    assert capped([error, warning]) == [warning, error]


@pytest.mark.parametrize(
    "unseen", ["200b", "200e", "200f", "061c", "00ad", "2060", "feff", "202e", "2066"]
)
def test_a_sign_that_nobody_sees_is_told(unseen: str) -> None:
    text = GOOD.replace("Dag.", f'"U m\\u{unseen}oet."')
    (finding,) = read_script(text.encode(), "x.yaml").findings
    assert (finding.code, finding.line) == (Code.WRONG_VALUE, 6)
    assert "niet kunt zien" in finding.message


@pytest.mark.parametrize("letter", ["A", "m", "\x7f"])
def test_letters_that_only_a_program_reads_are_told(letter: str) -> None:
    text = GOOD.replace("Dag.", f'"Dag{chr(0xE0000 + ord(letter))}."')
    (finding,) = read_script(text.encode(), "x.yaml").findings
    assert "niet kunt zien" in finding.message


@pytest.mark.parametrize("text", ["Één café", "Ünal", "€ 5,-", "☎ 112", "\U0001f469\u200d\u2695"])
def test_what_is_seen_is_fine(text: str) -> None:
    assert read_script(GOOD.replace("Dag.", f'"{text}"').encode(), "x.yaml").findings == []


_PIECES = st.sampled_from(
    (
        *("id", "steps", "say", "answers", ": ", "- ", "? ", "\n", "\n  ", "\n    ", "---\n", "é"),
        *("[", "]", "{", "}", ",", '"', "'", "|", ">", "#", "&a", "*a", "!!x", "%", "@"),
        *("\t", "\0", "\ufeff", "\u2028"),
    )
)


@settings(max_examples=200, deadline=None)
@given(st.lists(_PIECES, max_size=40).map("".join) | st.text(), st.sampled_from(["", GOOD]))
def test_no_file_is_ever_too_strange(text: str, above: str) -> None:
    reading = read_script((above + text).encode("utf-8", "replace"), "x.yaml")
    assert reading.script or reading.findings


@settings(max_examples=100, deadline=None)
@given(st.binary())
def test_no_bytes_are_ever_too_strange(data: bytes) -> None:
    assert read_script(data, "x.yaml").findings
