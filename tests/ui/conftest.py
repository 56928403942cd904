"""A window for each test that wants one: the demo practice on Tuesday 24 November 2026 at nine."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reception_assistant.clock import StandingClock
from reception_assistant.desk.opening import Desk, open_desk
from tests.helpers.practice import moment
from tests.helpers.window import OpenWindow, demo_desk, fill_once, open_window, show


@pytest.fixture(scope="session")
def demo_made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the demo practice as it lies on the disk; copy it, never open it."""
    return fill_once(tmp_path_factory.mktemp("demo") / "made")


@pytest.fixture
def desk_and_clock(demo_made: Path, tmp_path: Path) -> Iterator[tuple[Desk, StandingClock]]:
    """Give the desk of the demo practice, and its clock."""
    with demo_desk(demo_made, tmp_path / "data") as found:
        yield found


@pytest.fixture
def balie(
    qapp: QApplication, qtbot: QtBot, desk_and_clock: tuple[Desk, StandingClock]
) -> Iterator[OpenWindow]:
    """Give the window of the demo practice, shown, with the keys going to the list."""
    with open_window(qapp, *desk_and_clock) as opened:
        show(qtbot, opened)
        yield opened


@pytest.fixture
def empty_desk(tmp_path: Path) -> Iterator[tuple[Desk, StandingClock]]:
    """Give the desk of a practice at its first start, and its clock."""
    folder = tmp_path / "empty"
    folder.mkdir()
    clock = StandingClock(moment())
    with open_desk(folder, clock=clock) as desk:
        yield desk, clock
