"""The card with plain words that lies over the right part of the window."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from reception_assistant.i18n import _
from ui.theme.marks import card
from ui.widgets.blocks import EDGE, GAP, label, plain_button
from ui.widgets.word_lookup import WordLookup

_LETTERS_WIDE = 54


class WordsOverlay(QFrame):
    """Lies at the right in `home`, under `below`, as high as its answers need.

    Signals:
        left: it is to be closed.
    """

    left = Signal()

    def __init__(self, home: QWidget, below: QWidget) -> None:
        super().__init__(home)
        card(self)
        self.setObjectName("words")
        self.setProperty("overlay", True)
        self.setAccessibleName(_("Gewone taal"))
        self.hide()
        self._home, self._below = home, below
        self.lookup = WordLookup(_("Kopiëren   Enter"))
        self._close = plain_button(_("Sluiten   Esc"), "quiet", self.left.emit)
        self._head = QHBoxLayout()
        self._head.addWidget(label("title", _("Gewone taal")), 1)
        self._head.addWidget(self._close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        layout.setSpacing(GAP)
        layout.addLayout(self._head)
        layout.addWidget(self.lookup, 1)
        self.lookup.left.connect(self.left)
        self.lookup.word_taken.connect(self._copy)
        self.lookup.grown.connect(self._place)
        self._below.installEventFilter(self)
        home.installEventFilter(self)

    def open(self, text: str) -> None:
        """Lie down over the window and look up `text`."""
        self._place()
        self.raise_()
        self.show()
        self.lookup.ask(text)
        self._place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Esc, also from a button."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Take another place when the letters change."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move with the window."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self._place()
        return super().eventFilter(watched, event)

    @Slot(str)
    def _copy(self, said: str) -> None:
        QGuiApplication.clipboard().setText(said)
        self.lookup.tell(_("«{text}» is gekopieerd. Plakken doet u met Ctrl+V.").format(text=said))

    @Slot()
    def _place(self) -> None:
        home = self._home.rect()
        top = self._below.mapTo(self._home, QPoint(0, self._below.height())).y() + GAP
        width = self.fontMetrics().averageCharWidth() * _LETTERS_WIDE + 2 * EDGE
        width = min(width, home.width() - 2 * EDGE)
        inner = width - 2 * EDGE - 2 * self.frameWidth()
        wanted = self._head.sizeHint().height() + GAP + self.lookup.height_for(inner)
        height = min(wanted + 2 * EDGE + 2 * self.frameWidth(), home.height() - top - EDGE)
        self.setGeometry(home.width() - width - EDGE, top, width, height)
