"""The field in which a note is typed; what is typed there is text, and not an order."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy

from reception_assistant.i18n import _
from ui.actions import BY_ID, Do

_LINES = 5
_LETTERS_AT_LEAST = 12


class NoteField(QPlainTextEdit):
    """Esc leaves it, Tab moves on, and one key asks for a better word.

    Signals:
        left: Esc.
        better_word_requested: the key for a better word.
    """

    left = Signal()
    better_word_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("note")
        self.setAccessibleName(_("Notitie"))
        self.setPlaceholderText(_("Wat wilt u onthouden van dit gesprek?"))
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._better = QKeySequence(BY_ID[Do.BETTER_WORD].shortcut)

    def event(self, event: QEvent) -> bool:
        """Keep Esc here, also where the window has an action for it."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave, ask for a better word, or type."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif QKeySequence(event.keyCombination()) == self._better:
            self.better_word_requested.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep in sight where one types."""
        super().resizeEvent(event)
        self.ensureCursorVisible()

    def sizeHint(self) -> QSize:
        """Return room for a few lines; a column with more room gives more."""
        edges = round(2 * self.document().documentMargin())
        edges += self.height() - self.viewport().height()
        letters = self.fontMetrics()
        width = letters.averageCharWidth() * _LETTERS_AT_LEAST
        return QSize(width, letters.lineSpacing() * _LINES + edges)

    def minimumSizeHint(self) -> QSize:
        """Return the same: with less one cannot see what one types."""
        return self.sizeHint()
