"""A day without appointments: what to do now."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from reception_assistant.i18n import _
from ui.widgets.blocks import GAP, label, plain_button
from ui.widgets.flow import flow


class EmptyDay(QWidget):
    """Stands in the place of the list when there is nobody in it."""

    def __init__(self, read_agenda: Callable[[], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.addStretch(1)
        layout.addWidget(label("heading", _("Er staat niemand in de agenda.")))
        layout.addWidget(
            label(
                "muted",
                _("Sleep het bestand met uw agenda hierheen, kies het, of maak zelf een afspraak."),
            )
        )
        self.read = plain_button(_("Agenda inlezen"), "primary", read_agenda)
        layout.addWidget(flow(GAP, self.read))
        layout.addStretch(2)
