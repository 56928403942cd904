"""Dresses the application for a test, and gives it back its own letters and colours."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QApplication

from ui.theme.colors import LIGHT
from ui.theme.look import Appearance


@contextmanager
def dressed(app: QApplication, theme: str = LIGHT, scale: int = 100) -> Iterator[Appearance]:
    """Wear a look; `QFont()` would be a copy of the letters that are worn."""
    font, palette = QFont(app.font()), QPalette(app.palette())
    appearance = Appearance(app, theme, scale)
    appearance.follow()
    try:
        yield appearance
    finally:
        appearance.undress()
        appearance.deleteLater()
        app.setFont(font)
        app.setPalette(palette)
