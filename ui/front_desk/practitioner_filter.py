"""Whose agenda is shown: everybody's, or that of one practitioner."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QPushButton, QWidget

from reception_assistant.i18n import _
from ui.theme.marks import kind
from ui.widgets.blocks import GAP
from ui.widgets.flow import FlowLayout

_NAME = "practitioner"


class PractitionerFilter(QWidget):
    """A chip for everybody and one for each practitioner of the day.

    Signals:
        chosen: another chip is pressed.
            arg: the name, "" for everybody.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = FlowLayout(GAP, self)
        self._group = QButtonGroup(self)
        self._group.buttonClicked.connect(self._on_button_clicked)
        self._names: tuple[str, ...] = ()

    def offer(self, names: Sequence[str]) -> None:
        """Offer these practitioners; with one there is nothing to choose."""
        if tuple(names) == self._names:
            return
        self._names = tuple(names)
        for chip in self._group.buttons():
            self._group.removeButton(chip)
            self._layout.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        for name in ("", *names):
            chip = kind(QPushButton(name or _("Iedereen")), "chip")
            chip.setCheckable(True)
            chip.setProperty(_NAME, name)
            self._group.addButton(chip)
            self._layout.addWidget(chip)
        self.setVisible(len(names) > 1)

    def check(self, name: str) -> None:
        """Show whose agenda it is."""
        for chip in self._group.buttons():
            chip.setChecked(chip.property(_NAME) == name)

    @Slot(QAbstractButton)
    def _on_button_clicked(self, chip: QAbstractButton) -> None:
        self.chosen.emit(chip.property(_NAME))
