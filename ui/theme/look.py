"""Dressing the program: at the start, and again when the user or the system asks for it."""

from typing import Final

from PySide6 import QtCore
from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from ui.theme import fonts
from ui.theme.colors import DARK, HIGH_CONTRAST, LIGHT, shipped_theme
from ui.theme.pictures import Pictures
from ui.theme.style import Look

SYSTEM: Final = "system"

_DARK_BELOW: Final = 128


class Appearance(QObject):
    """How the program looks now: theme and text size, chosen by the user or by the system.

    Make it before the first widget and keep it as long as the application.

    Signals:
        look_changed: theme or text size is another now; those who paint read `look` again.
    """

    look_changed = Signal()

    def __init__(self, app: QApplication, choice: str = SYSTEM, scale: int = 100) -> None:
        super().__init__(app)
        self._app = app
        self._choice = choice
        self._follows = False
        self._pictures: dict[str, Pictures] = {}
        fonts.load()
        self.look = Look(shipped_theme(self._wanted_first()), scale)
        self._dress()

    def follow(self) -> None:
        """Follow the system from now on.

        Apart from the first dress, because it needs the namespace `Qt`, which costs 20 ms to load.
        """
        fonts.load(fonts.REST)
        if self._follows:
            return
        self._follows = True
        hints = self._app.styleHints()
        if self._choice != SYSTEM:
            hints.setColorScheme(_scheme(self._choice))
        hints.colorSchemeChanged.connect(self._on_system_changed)
        hints.accessibility().contrastPreferenceChanged.connect(self._on_system_changed)
        self._wear(self._wanted(), self.look.scale)

    @property
    def choice(self) -> str:
        """Return what the user chose: system, light, dark or high_contrast."""
        return self._choice

    def choose(self, choice: str) -> None:
        """Wear the theme `choice`, or follow the system."""
        self._choice = choice
        self._app.styleHints().setColorScheme(_scheme(choice))
        self._wear(self._wanted(), self.look.scale)

    def set_scale(self, scale: int) -> None:
        """Make all text `scale` percent of its usual size."""
        self._wear(self.look.theme.name, scale)

    @Slot()
    def _on_system_changed(self) -> None:
        self._wear(self._wanted(), self.look.scale)

    def undress(self) -> None:
        """Take off what Qt was given; for the end of the program, and for tests."""
        if self._follows:
            hints = self._app.styleHints()
            hints.colorSchemeChanged.disconnect(self._on_system_changed)
            hints.accessibility().contrastPreferenceChanged.disconnect(self._on_system_changed)
        self._app.setStyleSheet("")
        for pictures in self._pictures.values():
            pictures.forget()

    def _wanted_first(self) -> str:
        if self._choice != SYSTEM:
            return self._choice
        ground = self._app.palette().color(QPalette.ColorRole.Window)
        return DARK if ground.lightness() < _DARK_BELOW else LIGHT

    def _wanted(self) -> str:
        return self._system_theme() if self._choice == SYSTEM else self._choice

    def _system_theme(self) -> str:
        hints = self._app.styleHints()
        if hints.accessibility().contrastPreference() is QtCore.Qt.ContrastPreference.HighContrast:
            return HIGH_CONTRAST
        return DARK if hints.colorScheme() is QtCore.Qt.ColorScheme.Dark else LIGHT

    def _wear(self, name: str, scale: int) -> None:
        look = Look(shipped_theme(name), scale)
        if (name, look.scale) == (self.look.theme.name, self.look.scale):
            return
        self.look = look
        self._dress()
        self.look_changed.emit()

    def _dress(self) -> None:
        theme = self.look.theme
        if theme.name not in self._pictures:
            self._pictures[theme.name] = Pictures(theme)
        self._app.setPalette(self.look.palette())
        self._app.setFont(self.look.font())
        self._app.setStyleSheet(self.look.stylesheet(self._pictures[theme.name].folder))


def _scheme(choice: str) -> "QtCore.Qt.ColorScheme":
    schemes = QtCore.Qt.ColorScheme
    if choice == SYSTEM:
        return schemes.Unknown
    return schemes.Light if choice == LIGHT else schemes.Dark
