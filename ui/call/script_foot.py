"""Below the script: back, how far it is, and the switch between sentence and key point."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from reception_assistant.i18n import _
from ui.actions import Do
from ui.call.beside import OWN_WIDTH, beside
from ui.widgets.blocks import GAP, column, label
from ui.widgets.wrapping_button import action_button, wrapping_button

_LETTERS = 12


class ScriptFoot(QWidget):
    """One line of quiet tools.

    Signals:
        back_requested: to the step before.
        key_point_toggled: the other of sentence and key point is to be the large one.
        complaint_requested: what is told is to be written down as a complaint.
    """

    back_requested = Signal()
    key_point_toggled = Signal()
    complaint_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        back = wrapping_button(_("Terug   Backspace"), "plain", self.back_requested.emit)
        back.setToolTip(_("In een tekstvak: Alt+←"))
        self._progress = label("muted", one_line=True)
        self.key_point = action_button(Do.KEY_POINT, "chip", self._on_key_point_clicked)
        self.key_point.setCheckable(True)
        self._is_on = False
        parts = ((back, OWN_WIDTH), (self._progress, 1), (self.key_point, OWN_WIDTH))
        self._complaint = action_button(Do.COMPLAIN, "link", self.complaint_requested.emit)
        layout = column(beside(GAP + 4, _LETTERS, *parts), self._complaint)
        layout.setAlignment(self._complaint, Qt.AlignmentFlag.AlignLeft)
        self.setLayout(layout)
        self.show_progress("")

    def show_progress(self, text: str) -> None:
        """Show how far the seven steps are; in them a complaint is one key away."""
        self._progress.setText(text)
        self._complaint.setVisible(bool(text))

    def key_point_first(self, *, on: bool) -> None:
        """Show which of the two is the large one."""
        self._is_on = on
        self.key_point.setChecked(on)

    @Slot()
    def _on_key_point_clicked(self) -> None:
        self.key_point.setChecked(self._is_on)  # whoever hears the wish decides
        self.key_point_toggled.emit()
