"""Choosing theme and text size: worn at once, and again at the next start."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from reception_assistant.desk.acting import By
from reception_assistant.desk.opening import Desk
from reception_assistant.settings.catalogue import TEXT_SIZE, THEME, Setting
from ui.tasks import Runners
from ui.theme.look import Appearance
from ui.widgets.banner import Tell

_SIZE_STEP = 10  # percent


class LookChoice(QObject):
    """Changes how the program looks and remembers it."""

    def __init__(
        self,
        desk: Desk,
        runners: Runners,
        tell: Tell,
        by: Callable[[], By],
        appearance: Appearance,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._desk, self._runners, self._tell, self._by = desk, runners, tell, by
        self._appearance = appearance

    def larger(self) -> None:
        """Make all text larger."""
        self._resize(_SIZE_STEP)

    def smaller(self) -> None:
        """Make all text smaller."""
        self._resize(-_SIZE_STEP)

    def wear(self, theme: str) -> None:
        """Wear another theme."""
        self._appearance.choose(theme)
        self._keep(THEME, theme)

    def _resize(self, step: int) -> None:
        self._appearance.set_scale(self._appearance.look.scale + step)
        self._keep(TEXT_SIZE, str(self._appearance.look.scale))

    def _keep(self, setting: Setting, value: str) -> None:
        by = self._by()
        self._runners.write.run(
            lambda: self._desk.settings.choose(setting, value, by),
            lambda _none: None,
            self._tell.trouble,
        )
