"""Choosing theme and text size: worn at once, and again at the next start."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from reception_assistant.desk.acting import By
from reception_assistant.desk.opening import Desk
from reception_assistant.settings.catalogue import TEXT_SIZE, THEME, Setting
from ui.tasks import Runners
from ui.theme.look import Appearance
from ui.widgets.banner import Tell

_SIZE_STEP = 10  # percent


class LookChoice(QObject):
    """Changes how the program looks and remembers it.

    Signals:
        worn: another theme is worn.
            arg: its name.
    """

    worn = Signal(str)

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

    @property
    def theme(self) -> str:
        """The theme that is chosen."""
        return self._appearance.choice

    def larger(self) -> None:
        """Make all text larger."""
        self.resize(self._appearance.look.scale + _SIZE_STEP)

    def smaller(self) -> None:
        """Make all text smaller."""
        self.resize(self._appearance.look.scale - _SIZE_STEP)

    @Slot(str)
    def wear(self, theme: str) -> None:
        """Wear another theme."""
        self._appearance.choose(theme)
        self._keep(THEME, theme)
        self.worn.emit(theme)

    @Slot(int)
    def resize(self, percent: int) -> None:
        """Make all text so large."""
        self._appearance.set_scale(percent)
        self._keep(TEXT_SIZE, str(self._appearance.look.scale))

    def _keep(self, setting: Setting, value: str) -> None:
        by = self._by()
        self._runners.write.run(
            lambda: self._desk.settings.choose(setting, value, by),
            lambda _none: None,
            self._tell.trouble,
        )
