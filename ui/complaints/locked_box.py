"""Why a step cannot be filled in yet, and the way to what is still to be asked."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from reception_assistant.complaints.complaint import Field
from reception_assistant.complaints.steps import Lacking
from reception_assistant.i18n import _
from ui.theme.marks import tone
from ui.widgets.blocks import GAP, column, label
from ui.widgets.flow import flow
from ui.widgets.wrapping_button import wrapping_button


class LockedBox(QFrame):
    """Need before solution: says what is to be written down first.

    Signals:
        field_requested: go to what is lacking.
            arg: the first of it (Field).
    """

    field_requested = Signal(object)  # Field

    def __init__(self) -> None:
        super().__init__()
        self._first: Field | None = None
        self._questions = label("body")
        title = label("strong", _("Eerst goed begrijpen, dan pas oplossen."))
        go = wrapping_button(_("Naar verhelderen"), "plain", self._on_go)
        layout = column(title, self._questions, flow(GAP, go), gap=4)
        layout.setContentsMargins(12, GAP, 12, GAP)
        self.setLayout(layout)
        tone(self, "calm")
        self.hide()

    def show_lacking(self, lacking: Sequence[Lacking]) -> None:
        """Show what is lacking; nothing when nothing is."""
        self._first = next((each.field for each in lacking if each.field is not None), None)
        self._questions.setText("\n".join(f"· {each.question}" for each in lacking))
        self.setVisible(bool(lacking))

    def _on_go(self) -> None:
        self.field_requested.emit(self._first or Field.WORDS)
