"""A dressed application, undressed again after each test."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QApplication

from ui.theme.colors import LIGHT
from ui.theme.look import Appearance


@pytest.fixture
def appearance(qapp: QApplication) -> Iterator[Appearance]:
    dressed = Appearance(qapp, LIGHT)
    yield dressed
    dressed.undress()
    qapp.setFont(QFont())
    qapp.setPalette(QPalette())
