"""Something that is folded away until somebody asks for it."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from reception_assistant.i18n import _
from ui.widgets.blocks import column
from ui.widgets.flow import flow
from ui.widgets.wrapping_button import wrapping_button


class Fold(QWidget):
    """A line to press, with what it opens beneath it."""

    def __init__(self, words: str, *widgets: QWidget) -> None:
        super().__init__()
        self._words = words
        self._inside = QWidget()
        self._inside.setLayout(column(*widgets, gap=4))
        self._line = wrapping_button("", "link", self.turn)
        self.setLayout(column(flow(0, self._line), self._inside, gap=4))
        self.fold(closed=True)

    @property
    def is_open(self) -> bool:
        """Tell whether it is open."""
        return not self._inside.isHidden()

    def fold(self, *, closed: bool) -> None:
        """Close it, or open it."""
        self._inside.setVisible(not closed)
        how = _("{what}: tonen") if closed else _("{what}: verbergen")
        self._line.setText(how.format(what=self._words))

    @Slot()
    def turn(self) -> None:
        """Open what is closed, and close what is open."""
        self.fold(closed=self.is_open)
