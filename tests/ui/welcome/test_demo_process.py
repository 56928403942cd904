"""The demo is another program: how it is called, and what is said when it does not open."""

import os
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reception_assistant.errors import KnownError
from ui.welcome.demo_process import demo_call, start_demo


def test_the_demo_is_the_same_program_once_more() -> None:
    program, arguments = demo_call("huisarts")
    assert program == sys.executable
    assert arguments == ["-m", "reception_assistant", "--demo=huisarts"]


def test_a_program_in_one_file_calls_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert demo_call("welzijn") == (sys.executable, ["--demo=welzijn"])


@pytest.mark.skipif(os.name == "nt", reason="a script of the shell stands in for the program")
def test_the_demo_runs_on_its_own(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = tmp_path / "told"
    program = tmp_path / "balie"
    program.write_text(f'#!/bin/sh\necho "$@" > {told}.part && mv {told}.part {told}\n')
    program.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(program))
    start_demo("dierenarts")
    qtbot.waitUntil(told.exists)
    assert told.read_text().split() == ["-m", "reception_assistant", "--demo=dierenarts"]


def test_a_demo_that_cannot_start_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "gone"))
    with pytest.raises(KnownError, match="De demo gaat niet open") as told:
        start_demo("tandarts")
    assert told.value.advice
