"""The field in which an answer is written down: as high as its text, and safe for any key."""

from math import ceil

from PySide6.QtCore import QEvent, QRect, QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy

from ui.actions import BY_ID, Do
from ui.widgets.note_marks import NoteMarks

_FEWEST_LETTERS = 12
_SPARE = 4
_TALLEST = 4_000
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class AnswerText(QPlainTextEdit):
    """Paragraphs; Tab goes on to the next field, Ctrl+Enter and Alt+Left to another step.

    Signals:
        typed: the text is another now.
            arg: the text.
        better_requested: the key for a better word.
    """

    typed = Signal(str)
    better_requested = Signal()

    def __init__(self, name: str, lines: int = 1) -> None:
        super().__init__()
        self._lines, self._text = lines, ""
        self._marks = NoteMarks(self.document())
        self._better = QKeySequence(BY_ID[Do.BETTER_WORD].shortcut)
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._on_text_changed)
        self.document().documentLayout().documentSizeChanged.connect(self.updateGeometry)

    @property
    def marks(self) -> NoteMarks:
        """What underlines the words that are better said otherwise."""
        return self._marks

    def text(self) -> str:
        """Return what stands in it."""
        return self._text

    def show_text(self, text: str) -> None:
        """Let it hold `text`; the cursor stays where it is when nothing changes."""
        if text != self._text:
            with QSignalBlocker(self):
                self.setPlainText(text)
            self._text = self.toPlainText()
            self.updateGeometry()

    def replace(self, start: int, end: int, words: str) -> None:
        """Put `words` in the place of what stands there, at places as Qt counts them."""
        cursor = self.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, cursor.MoveMode.KeepAnchor)
        cursor.insertText(words)
        self.setFocus()

    def sizeHint(self) -> QSize:
        """Return the size at which all text can be seen."""
        shown = round(self.document().documentLayout().documentSize().height())
        shown = max(self._lines, shown, self._lines_of_hint())
        edges = round(2 * self.document().documentMargin())
        edges += self.height() - self.viewport().height() + _SPARE
        width = self.fontMetrics().averageCharWidth() * _FEWEST_LETTERS
        return QSize(width, shown * ceil(QFontMetricsF(self.font()).lineSpacing()) + edges)

    def minimumSizeHint(self) -> QSize:
        """Return the same: no line of it is ever out of sight."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Type, or leave to the screen what leads to another step."""
        held = event.modifiers()
        goes_on = event.key() in _ENTER and held & Qt.KeyboardModifier.ControlModifier
        goes_back = event.key() == Qt.Key.Key_Left and held & Qt.KeyboardModifier.AltModifier
        if goes_on or goes_back:
            event.ignore()
        elif QKeySequence(event.keyCombination()) == self._better:
            self.better_requested.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the letters."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wish for another height when another width changes the number of lines."""
        super().resizeEvent(event)
        self.updateGeometry()

    def _lines_of_hint(self) -> int:
        """Return how many lines the hint needs while nothing is typed."""
        if self._text or not self.placeholderText():
            return 0
        room = self.viewport().width() - 2 * ceil(self.document().documentMargin())
        place = QRect(0, 0, max(1, room), _TALLEST)
        words = self.fontMetrics().boundingRect(
            place, Qt.TextFlag.TextWordWrap, self.placeholderText()
        )
        return ceil(words.height() / self.fontMetrics().lineSpacing())

    @Slot()
    def _on_text_changed(self) -> None:
        """Tell of another text; the underlining alone is no change."""
        text = self.toPlainText()
        if text != self._text:
            self._text = text
            self.updateGeometry()
            self.typed.emit(text)
