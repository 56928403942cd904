"""A window for each test: a practice at its first start, with nothing in its agenda."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reception_assistant.clock import StandingClock
from reception_assistant.desk.opening import Desk
from tests.helpers.window import OpenWindow, open_window, show


@pytest.fixture
def window(
    qapp: QApplication, qtbot: QtBot, empty_desk: tuple[Desk, StandingClock]
) -> Iterator[OpenWindow]:
    """Give the window of an empty practice, shown, with the keys going to the list."""
    with open_window(qapp, *empty_desk, is_demo=False) as opened:
        show(qtbot, opened)
        yield opened
