"""What another program says to the window: understood or refused, and never in the way."""

import json
import socket
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reception_assistant import call_pop
from reception_assistant.call_pop import (
    LONGEST_LINE,
    PROTOCOL,
    Message,
    Reply,
    Wish,
    answer_of,
    line_of,
    read_line,
    send,
    server_name,
)

CALL = Message(Wish.CALL, "0612345678")
unix_only = pytest.mark.skipif(sys.platform == "win32", reason="a pipe of Windows is no socket")


@contextmanager
def answering(folder: Path, answer: bytes) -> Iterator[list[bytes]]:
    """Listen as a window would, and give `answer` to whoever asks something."""
    heard: list[bytes] = []
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as server:
        server.bind(str(place_of(folder)))
        server.listen()

        def serve() -> None:
            said, _from = server.accept()
            with said, said.makefile("rb") as lines:
                heard.append(lines.readline())
                said.sendall(answer)

        thread = threading.Thread(target=serve)
        thread.start()
        try:
            yield heard
        finally:
            thread.join()
            place_of(folder).unlink()


def place_of(folder: Path) -> Path:
    return Path("/tmp") / server_name(folder)  # noqa: S108  where Qt listens


@pytest.fixture(autouse=True)
def _usual_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TMPDIR", raising=False)


# --- the lines


@given(st.sampled_from(list(Wish)), st.text(max_size=60))
def test_what_is_said_is_understood_letter_for_letter(wish: Wish, number: str) -> None:
    line = line_of(Message(wish, number))
    assert line.count(b"\n") == 1
    assert read_line(line) == Message(wish, number if wish is Wish.CALL else "")


@given(st.binary(max_size=200))
def test_rubbish_is_refused_and_harmless(line: bytes) -> None:
    assert read_line(line) is None


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=5),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
        max_leaves=5,
    )
)
def test_whatever_else_is_said_in_json_is_refused(said: object) -> None:
    assert read_line(json.dumps(said).encode()) is None


@pytest.mark.parametrize(
    "changed",
    [
        {"protocol": PROTOCOL + 1},
        {"protocol": "1"},
        {"kind": "quit"},
        {"kind": ["call"]},
        {"payload": {}},
        {"payload": ["0612345678"]},
        {"payload": {"number": 612345678}},
        {"payload": {"number": None}},
        {"payload": {"number": "0" * 61}},
    ],
    ids=str,
)
def test_another_version_and_another_wish_are_refused(changed: dict[str, object]) -> None:
    said = {**json.loads(line_of(CALL)), **changed}
    assert read_line(json.dumps(said).encode()) is None


def test_brackets_without_end_are_refused() -> None:
    assert read_line(b"[" * LONGEST_LINE) is None


def test_a_line_of_a_newer_version_with_more_in_it_is_understood() -> None:
    said = {**json.loads(line_of(CALL)), "line": 2}
    assert read_line(json.dumps(said).encode()) == CALL


# --- the name


def test_each_folder_has_a_window_of_its_own_however_it_is_called(tmp_path: Path) -> None:
    link = tmp_path / "link"
    (tmp_path / "data").mkdir()
    link.symlink_to(tmp_path / "data")
    names = {server_name(tmp_path / "data"), server_name(tmp_path / "x" / ".." / "data")}
    assert names == {server_name(link)}
    assert len({*names, server_name(tmp_path), server_name(None)}) == 3


def test_the_name_says_nothing_of_the_practice(tmp_path: Path) -> None:
    name = server_name(tmp_path / "Praktijk Zonneveld")
    assert name.startswith("balie-")
    assert "zonneveld" not in name.lower()


# --- sending


def test_without_a_window_there_is_no_answer(tmp_path: Path) -> None:
    assert send(tmp_path, CALL) is None


@unix_only
@pytest.mark.parametrize("reply", list(Reply))
def test_the_answer_of_the_window_is_passed_on(reply: Reply, tmp_path: Path) -> None:
    with answering(tmp_path, answer_of(reply)) as heard:
        assert send(tmp_path, CALL) is reply
    assert [read_line(line) for line in heard] == [CALL]


@unix_only
@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"\n",
        b"rubbish\n",
        b"\xff\xfe\n",
        b"[]\n",
        b"{}\n",
        b"12\n",
        b'{"kind": "thanks"}\n',
        b'{"kind": ["taken"]}\n',
        b'{"kind": "taken"',
        b"x" * 3 * LONGEST_LINE,
    ],
    ids=lambda answer: answer[:20].decode("latin-1").strip() or "nothing",
)
def test_a_window_that_answers_rubbish_has_not_taken_it(answer: bytes, tmp_path: Path) -> None:
    with answering(tmp_path, answer):
        assert send(tmp_path, CALL) is Reply.REFUSED


@unix_only
def test_a_window_that_hangs_keeps_nobody_waiting(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A telephone system asks this at each call."""
    monkeypatch.setattr(call_pop, "SECONDS", 0.05)
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as server:
        server.bind(str(place_of(tmp_path)))
        server.listen()
        began = monotonic()
        assert send(tmp_path, CALL) is None
        assert monotonic() - began < 1.0
    place_of(tmp_path).unlink()


@unix_only
def test_what_a_window_that_was_killed_left_behind_is_no_window(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as server:
        server.bind(str(place_of(tmp_path)))
    assert send(tmp_path, CALL) is None
    place_of(tmp_path).unlink()
