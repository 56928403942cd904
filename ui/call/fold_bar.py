"""Where not all columns fit: which part is shown, and the way to the others."""

from collections.abc import Collection
from enum import StrEnum
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from reception_assistant.i18n import N_, _
from ui.actions import Do, key_text
from ui.theme.marks import kind
from ui.widgets.blocks import GAP, column, label
from ui.widgets.flow import flow
from ui.widgets.wrapping_button import WrappingButton


class Part(StrEnum):
    """The columns, in the order in which one walks them."""

    CALLER = "caller"
    SCRIPT = "script"
    NOTE = "note"


_WORDS = {
    Part.CALLER: N_("Beller"),
    Part.SCRIPT: N_("Gesprek"),
    Part.NOTE: N_("Notitie en afronden"),
}


class FoldBar(QWidget):
    """A chip for each column that is not always there.

    Signals:
        part_requested: a column is to be shown, or put away when it is shown.
            arg: which (Part).
    """

    part_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chips = {part: self._chip(part) for part in Part}
        key = label("muted", key_text(Do.NEXT_PART), one_line=True)
        self.setLayout(column(flow(GAP, *self._chips.values(), key)))
        self.hide()

    def show_parts(self, offered: Collection[Part], shown: Collection[Part]) -> None:
        """Offer these columns, of which some are shown."""
        for part, chip in self._chips.items():
            chip.setVisible(part in offered)
            chip.setChecked(part in shown)
        self.setVisible(bool(offered))

    def _chip(self, part: Part) -> WrappingButton:
        chip = kind(WrappingButton(_(_WORDS[part])), "chip")
        chip.setCheckable(True)
        chip.clicked.connect(partial(self._on_clicked, part))
        return chip

    def _on_clicked(self, part: Part) -> None:
        self.part_requested.emit(part.value)
