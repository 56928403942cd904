"""A second start brings the window forward; whoever else knocks does no harm."""

import json
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalSocket
from pytestqt.qtbot import QtBot

from reception_assistant.call_pop import Message, Reply, Wish, send, server_name
from ui.single_instance import InstanceServer, ask_to_show


@pytest.fixture
def server(qapp: object, tmp_path: Path) -> Iterator[InstanceServer]:
    made = InstanceServer(tmp_path)
    yield made
    made.close()


def said(folder: Path, line: bytes, qtbot: QtBot) -> tuple[bytes, QLocalSocket]:
    """Say something to the server of `folder`; return its answer, empty when it hung up."""
    socket = QLocalSocket()
    socket.connectToServer(server_name(folder))
    assert socket.waitForConnected(2000)
    socket.write(line)
    socket.flush()
    unconnected = QLocalSocket.LocalSocketState.UnconnectedState
    qtbot.waitUntil(lambda: socket.canReadLine() or socket.state() == unconnected)
    return bytes(socket.readLine().data()), socket


def test_a_second_start_is_heard(qtbot: QtBot, server: InstanceServer, tmp_path: Path) -> None:
    heard: list[bool] = []
    with qtbot.waitSignal(server.show_requested, timeout=5000):
        threading.Thread(target=lambda: heard.append(ask_to_show(tmp_path))).start()
    qtbot.waitUntil(lambda: heard == [True])


def test_who_calls_is_told_to_the_window(
    qtbot: QtBot, server: InstanceServer, tmp_path: Path
) -> None:
    heard: list[Reply | None] = []
    message = Message(Wish.CALL, "+31 6 1234 5678")
    with qtbot.waitSignal(server.call_requested, timeout=5000) as called:
        threading.Thread(target=lambda: heard.append(send(tmp_path, message))).start()
    qtbot.waitUntil(lambda: heard == [Reply.TAKEN])
    assert called.args == ["+31 6 1234 5678"]


def test_without_a_window_nobody_hears(qapp: object, tmp_path: Path) -> None:
    assert ask_to_show(tmp_path) is False


def test_each_folder_has_its_own_window(
    qtbot: QtBot, server: InstanceServer, tmp_path: Path
) -> None:
    with qtbot.assertNotEmitted(server.show_requested):
        assert ask_to_show(tmp_path / "other") is False


@pytest.mark.parametrize(
    "line",
    [
        b"\n",
        b"rubbish\n",
        b"\xff\xfe\x00\n",
        b"[]\n",
        b"1\n",
        b"null\n",
        b"[" * 9000 + b"\n",
        b'{"protocol": 1}\n',
        b'{"protocol": 1, "kind": "delete", "payload": {}}\n',
        b'{"protocol": 2, "kind": "show", "payload": {}}\n',
        b'{"protocol": "1", "kind": "show", "payload": {}}\n',
        b'{"protocol": 1, "kind": "call"}\n',
        b'{"protocol": 1, "kind": "call", "payload": {"number": 612345678}}\n',
        b'{"protocol": 1, "kind": "call", "payload": {"number": "' + b"6" * 61 + b'"}}\n',
    ],
)
def test_what_is_not_understood_is_answered_and_survived(
    qtbot: QtBot, server: InstanceServer, tmp_path: Path, line: bytes
) -> None:
    with qtbot.assertNotEmitted(server.show_requested):
        answer, _socket = said(tmp_path, line, qtbot)
    assert json.loads(answer)["kind"] == "refused"
    answer, _socket = said(tmp_path, b'{"protocol": 1, "kind": "show"}\n', qtbot)
    assert json.loads(answer)["kind"] == "shown"


def test_who_talks_too_long_is_cut_off(
    qtbot: QtBot, server: InstanceServer, tmp_path: Path
) -> None:
    answer, _socket = said(tmp_path, b"x" * 50_000, qtbot)
    assert answer == b""
    answer, _socket = said(tmp_path, b'{"protocol": 1, "kind": "show"}\n', qtbot)
    assert json.loads(answer)["kind"] == "shown"


def test_who_says_nothing_is_cut_off_after_a_while(
    qtbot: QtBot, server: InstanceServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.single_instance.READ_MILLISECONDS", 20)
    answer, _socket = said(tmp_path, b"", qtbot)
    assert answer == b""


def test_a_window_that_went_down_does_not_keep_the_next_from_listening(
    qtbot: QtBot, server: InstanceServer, tmp_path: Path
) -> None:
    """The socket of a killed program stays behind on the disk."""
    following = InstanceServer(tmp_path)
    try:
        with qtbot.waitSignal(following.show_requested, timeout=5000):
            said(tmp_path, b'{"protocol": 1, "kind": "show"}\n', qtbot)
    finally:
        following.close()
