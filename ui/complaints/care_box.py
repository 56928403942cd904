"""After an incident: how are you, or your colleague? Asked quietly, and answered in a few words."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame

from reception_assistant.complaints.aftercare import CareQuestion
from reception_assistant.i18n import _
from ui.theme.marks import tone
from ui.widgets.blocks import GAP, column, label
from ui.widgets.flow import flow
from ui.widgets.form import text_field
from ui.widgets.wrapping_button import wrapping_button


class CareBox(QFrame):
    """Asks one question at a time; without any it takes no room.

    Signals:
        answered: somebody tells how it goes.
            arg: the id of the incident, and the words.
    """

    answered = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._incident = ""
        self._question = label("strong")
        self.field = text_field(longest=500)
        keep = wrapping_button(_("Bewaren"), "plain", self._on_keep)
        small = label(
            "small", _("Praat erover met wie u vertrouwt. Dit blijft bij het voorval staan.")
        )
        layout = column(self._question, self.field, flow(GAP, keep), small)
        layout.setContentsMargins(12, GAP, 12, GAP)
        self.setLayout(layout)
        tone(self, "calm")
        self.hide()

    def show_questions(self, questions: Sequence[CareQuestion]) -> None:
        """Ask the first of these."""
        first = next(iter(questions), None)
        if first is not None:
            if first.incident_id != self._incident:
                self.field.setText("")
            self._incident = first.incident_id
            self._question.setText(first.question)
            self.field.setAccessibleName(first.question)
        self.setVisible(first is not None)

    @Slot()
    def _on_keep(self) -> None:
        if words := self.field.text().strip():
            self.field.setText("")
            self.answered.emit(self._incident, words)
        else:
            self.field.setFocus()
