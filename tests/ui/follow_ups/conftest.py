"""The Opvolging screen with the promises of the drawing, shown, with the keys in its list."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reception_assistant.clock import StandingClock
from reception_assistant.desk.opening import Desk
from tests.helpers.window import demo_desk
from tests.ui.follow_ups.practice import Opvolging, fill, ids_of, standing


@pytest.fixture(scope="session")
def promised_made(demo_made: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a practice with promises as it lies on the disk; copy it, never open it."""
    folder = tmp_path_factory.mktemp("promised") / "made"
    with demo_desk(demo_made, folder) as (desk, clock):
        fill(desk, clock)
    return folder


@pytest.fixture
def promised(promised_made: Path, tmp_path: Path) -> Iterator[tuple[Desk, StandingClock]]:
    """Give the desk of that practice, and its clock."""
    with demo_desk(promised_made, tmp_path / "data") as (desk, clock):
        yield desk, clock


@pytest.fixture
def here(
    qapp: QApplication, qtbot: QtBot, promised: tuple[Desk, StandingClock]
) -> Iterator[Opvolging]:
    """Give the screen."""
    with standing(qapp, qtbot, *promised) as opened:
        opened.people = ids_of(opened)
        opened.work.show_yourself()
        yield opened
        assert opened.told.troubles == []
