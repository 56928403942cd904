"""The scripts that fit the selected visit, under the card, each with its reason."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from reception_assistant.i18n import _
from reception_assistant.library.offer import Offer
from ui.theme.marks import card
from ui.widgets.blocks import EDGE, GAP, column, label, plain_button

AT_MOST = 3


class FittingScripts(QFrame):
    """A row for each script: what it is for, why it is shown, and a button that opens it.

    Signals:
        script_requested: a script is wanted.
            arg: its id.
    """

    script_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        card(self)
        self._rows = [_Row(partial(self._on_row_opened, place)) for place in range(AT_MOST)]
        self._offers: tuple[Offer, ...] = ()
        layout: QVBoxLayout = column(label("caption", _("Past nu")), *self._rows, edge=EDGE)
        self.setLayout(layout)
        self.show_offers(())

    def show_offers(self, offers: Sequence[Offer]) -> None:
        """Show these scripts; without any there is nothing to see."""
        self._offers = tuple(offers[:AT_MOST])
        for place, row in enumerate(self._rows):
            row.setVisible(place < len(self._offers))
            if place < len(self._offers):
                row.show_offer(self._offers[place])
        self.setVisible(bool(self._offers))

    def _on_row_opened(self, place: int) -> None:
        if place < len(self._offers):
            self.script_requested.emit(self._offers[place].script_id)


class _Row(QWidget):
    """One script."""

    def __init__(self, opened: "partial[None]") -> None:
        super().__init__()
        self._title: QLabel = label("strong")
        self._because: QLabel = label("muted")
        self._open: QPushButton = plain_button(_("Openen"), "plain", opened)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addLayout(column(self._title, self._because, gap=0), 1)
        layout.addWidget(self._open)

    def show_offer(self, offer: Offer) -> None:
        """Show one script with its reason."""
        self._title.setText(offer.title)
        self._because.setText(", ".join(offer.because))
        self._open.setAccessibleName(_("Openen: {title}").format(title=offer.title))
