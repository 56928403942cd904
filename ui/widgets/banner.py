"""One line at the bottom of the window: what just happened, and one thing to do about it."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QPushButton, QWidget

from reception_assistant.errors import KnownError
from reception_assistant.i18n import _
from ui.theme.marks import Tone, kind, tone
from ui.widgets.blocks import label
from ui.widgets.long_words import whole

_STAYS_MILLISECONDS = 12_000
_CLICK = Callable[[], None]


class Tell(Protocol):
    """Tells the user something without asking anything."""

    def tell(self, text: str, offer: str = "", clicked: _CLICK | None = None) -> None:
        """Say what happened, with one button for what can be done about it."""

    def trouble(self, error: Exception) -> None:
        """Say what went wrong; what is not of the world leads to a crash report."""

    def make_room(self) -> None:
        """Take old news away because something begins; trouble stays."""


class Banner(QFrame):
    """The line itself; the same news twice is shown once, trouble stays until it is closed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self._clicked: _CLICK | None = None
        self._text = label("body")
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)
        self._offer = kind(QPushButton(), "plain")
        self._close = kind(QPushButton(_("Sluiten")), "quiet")
        self._offer.clicked.connect(self._on_offer_clicked)
        self._close.clicked.connect(self.clear)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 8, 8, 8)
        layout.addWidget(self._text, 1)
        for each in (self._progress, self._offer, self._close):
            layout.addWidget(each)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.clear)
        self.hide()

    def text(self) -> str:
        """Return what the line says now."""
        return "" if self.isHidden() else whole(self._text.text())

    def tell(self, text: str, offer: str = "", clicked: _CLICK | None = None) -> None:
        """Show news for a while, with something to do about it."""
        self._show("good", text, offer, clicked)
        self._timer.start(_STAYS_MILLISECONDS)

    def trouble(self, error: Exception) -> None:
        """Show what went wrong until somebody closes it.

        Anything but a `KnownError` is ours and goes on to the crash report.
        """
        if not isinstance(error, KnownError):
            raise error
        self._show("stop", str(error))

    def working(self, text: str, part: float, stop: _CLICK) -> None:
        """Show how far a long job is, with a button to stop it."""
        self._show("calm", text, _("Stoppen"), stop)
        self._progress.setValue(round(part * 100))
        self._progress.show()
        self._close.hide()

    def make_room(self) -> None:
        """Take news away, which would go by itself in a moment; trouble and long work stay."""
        if self._timer.isActive():
            self.clear()

    @Slot()
    def clear(self) -> None:
        """Show nothing any more."""
        self._timer.stop()
        self._clicked = None
        self.hide()

    def _show(self, name: Tone, text: str, offer: str = "", clicked: _CLICK | None = None) -> None:
        self._timer.stop()
        tone(self, name)
        self._text.setText(text)
        self._clicked = clicked
        self._offer.setText(offer)
        self._offer.setVisible(bool(offer))
        self._progress.hide()
        self._close.show()
        self.show()

    @Slot()
    def _on_offer_clicked(self) -> None:
        clicked = self._clicked
        self.clear()
        if clicked is not None:
            clicked()
