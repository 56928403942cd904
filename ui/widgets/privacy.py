"""The screen that shows no names: the time and the key that is free, and nothing else."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reception_assistant.i18n import _
from ui.actions import Do, key_text
from ui.theme.marks import kind
from ui.widgets.blocks import label, plain_button


class PrivacyScreen(QWidget):
    """Covers everything.

    Signals:
        left: the names may be seen again.
    """

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("privacy")
        self.setAccessibleName(_("Het scherm is afgeschermd. Alles staat nog zoals het stond."))
        self._time = label("greeting", wrap=False)
        self._time.setAlignment(Qt.AlignmentFlag.AlignCenter)
        text = _("Weer tonen   {key}").format(key=key_text(Do.PRIVACY))
        self.back = kind(plain_button(text, "primary", self.left.emit), "primary")
        layout = QVBoxLayout(self)
        layout.addStretch(1)
        layout.addWidget(self._time)
        layout.addWidget(self.back, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(1)

    def tick(self, now: datetime) -> None:
        """Show the time."""
        self._time.setText(f"{now:%H:%M}")
