"""Dressing the program: at the start, and again when the user or the system asks for it."""

from typing import Final

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication

from ui.theme import fonts
from ui.theme.colors import DARK, HIGH_CONTRAST, LIGHT, shipped_theme
from ui.theme.pictures import Pictures
from ui.theme.style import Look

SYSTEM: Final = "system"

_SCHEMES: Final = {
    LIGHT: Qt.ColorScheme.Light,
    DARK: Qt.ColorScheme.Dark,
    HIGH_CONTRAST: Qt.ColorScheme.Dark,
    SYSTEM: Qt.ColorScheme.Unknown,
}


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
        self._pictures: dict[str, Pictures] = {}
        fonts.load()
        app.setStyle("Fusion")
        hints = app.styleHints()
        if choice != SYSTEM:
            hints.setColorScheme(_SCHEMES[choice])
        self.look = Look(shipped_theme(self._wanted()), scale)
        self._dress()
        hints.colorSchemeChanged.connect(self._on_system_changed)
        hints.accessibility().contrastPreferenceChanged.connect(self._on_system_changed)

    @property
    def choice(self) -> str:
        """Return what the user chose: system, light, dark or high_contrast."""
        return self._choice

    def choose(self, choice: str) -> None:
        """Wear the theme `choice`, or follow the system."""
        self._choice = choice
        self._app.styleHints().setColorScheme(_SCHEMES[choice])
        self._wear(self._wanted(), self.look.scale)

    def set_scale(self, scale: int) -> None:
        """Make all text `scale` percent of its usual size."""
        self._wear(self.look.theme.name, scale)

    @Slot()
    def _on_system_changed(self) -> None:
        self._wear(self._wanted(), self.look.scale)

    def undress(self) -> None:
        """Take off what Qt was given; for the end of the program, and for tests."""
        hints = self._app.styleHints()
        hints.colorSchemeChanged.disconnect(self._on_system_changed)
        hints.accessibility().contrastPreferenceChanged.disconnect(self._on_system_changed)
        self._app.setStyleSheet("")
        for pictures in self._pictures.values():
            pictures.forget()

    def _wanted(self) -> str:
        return self._system_theme() if self._choice == SYSTEM else self._choice

    def _system_theme(self) -> str:
        hints = self._app.styleHints()
        if hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast:
            return HIGH_CONTRAST
        return DARK if hints.colorScheme() is Qt.ColorScheme.Dark else LIGHT

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
