"""The fields for a calendar on the internet: its address and how often it is fetched."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QSpinBox, QVBoxLayout, QWidget

from reception_assistant.desk.sources import FEWEST_MINUTES, MOST_MINUTES, USUAL_MINUTES
from reception_assistant.i18n import _
from ui.widgets.blocks import GAP, card_of, label, plain_button
from ui.widgets.flow import flow
from ui.widgets.form import FieldGrid, short_field

_LONGEST_ADDRESS = 2000
_EXAMPLE = "https://agenda.example/kamer1.ics"


class WebForm(QWidget):
    """Asks for the address of a calendar.

    Signals:
        watch_requested: fetch it from now on.
            args: the address and the minutes between two times.
        left: the user wants none.
    """

    watch_requested = Signal(str, int)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.address = short_field("", _EXAMPLE, _LONGEST_ADDRESS)
        self.minutes = QSpinBox()
        self.minutes.setRange(FEWEST_MINUTES, MOST_MINUTES)
        self.minutes.setSingleStep(FEWEST_MINUTES)
        self.minutes.setValue(USUAL_MINUTES)
        grid = FieldGrid()
        grid.add(_("Adres van de agenda (https of webcal)"), self.address, wide=True)
        grid.add(_("Om de hoeveel minuten"), self.minutes)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(
            card_of(
                label("heading", _("Een agenda op internet volgen")),
                label(
                    "muted",
                    _(
                        "Balie haalt alleen op en stuurt niets. Het adres geeft toegang tot uw "
                        "agenda; geef het aan niemand anders."
                    ),
                ),
                grid,
                flow(
                    GAP,
                    plain_button(_("Volgen"), "primary", self._on_watch),
                    plain_button(_("Niet doen"), "plain", self.left.emit),
                ),
            )
        )
        self.address.returnPressed.connect(self._on_watch)

    @Slot()
    def _on_watch(self) -> None:
        self.watch_requested.emit(self.address.text().strip(), self.minutes.value())
