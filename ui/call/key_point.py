"""Whether the sentence or its key point is the large one, for each employee."""

from PySide6.QtCore import QObject, Slot

from reception_assistant.settings.catalogue import KEY_POINT, Settings
from ui.call.script_panel import ScriptPanel
from ui.call.stage import Stage


class KeyPoint(QObject):
    """Turns it round for who is at the desk, and remembers that."""

    def __init__(self, stage: Stage, panel: ScriptPanel) -> None:
        super().__init__(panel)
        self._stage, self._panel = stage, panel
        self._for: frozenset[str] = frozenset()
        panel.key_point_toggled.connect(self.turn)
        stage.entered.connect(self._show)

    def use(self, settings: Settings) -> None:
        """Show it as was chosen."""
        self._for = frozenset(settings.items(KEY_POINT))
        self._show()

    @Slot()
    def turn(self) -> None:
        """Show the key point large for who is here now, or the sentence again."""
        stage, by = self._stage, self._stage.by()
        self._for = self._for ^ {by.employee.id}
        value = "\n".join(sorted(self._for))
        self._show()
        stage.runners.write.run(
            lambda: stage.desk.settings.choose(KEY_POINT, value, by),
            lambda _none: None,
            stage.tell.trouble,
        )

    @Slot()
    def _show(self) -> None:
        self._panel.key_point_first(self._stage.by().employee.id in self._for)
