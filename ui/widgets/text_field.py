"""A field for text of any length: it grows by a line where the text does not fit on one."""

from math import ceil

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

_FEWEST_LETTERS = 8
_MARGIN_PART = 4  # of a line: as high as a field of one line
_SPARE = 2  # what Qt keeps free beneath the last line


class TextField(QPlainTextEdit):
    """One paragraph; Enter, Tab and Esc do what they do in a field of one line.

    Signals:
        textEdited: the text is another now.
            arg: the text.
    """

    textEdited = Signal(str)

    def __init__(self, text: str, longest: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._longest = longest
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._fit_margin()
        self.setPlainText(text)
        self.textChanged.connect(self._on_text_changed)
        self.document().documentLayout().documentSizeChanged.connect(self.updateGeometry)

    def text(self) -> str:
        """Return what stands in it."""
        return self.toPlainText()

    def setText(self, text: str) -> None:
        """Let it hold `text`."""
        self.setPlainText(text)

    def sizeHint(self) -> QSize:
        """Return the size at which all text can be seen."""
        lines = max(1, round(self.document().documentLayout().documentSize().height()))
        margins = round(2 * self.document().documentMargin()) + self._frame() + _SPARE
        width = self.fontMetrics().averageCharWidth() * _FEWEST_LETTERS
        line = ceil(QFontMetricsF(self.font()).lineSpacing())  # as high as it is drawn
        return QSize(width, lines * line + margins)

    def minimumSizeHint(self) -> QSize:
        """Return the same: no line of it is ever out of sight."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Enter to the form."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take what is pasted as one line."""
        room = max(0, self._longest - len(self.text()))
        self.textCursor().insertText(" ".join(source.text().split())[:room])

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the letters."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_margin()
            self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wish for another height when another width changes the number of lines."""
        super().resizeEvent(event)
        self.updateGeometry()

    def _fit_margin(self) -> None:
        margin = round(self.fontMetrics().lineSpacing() / _MARGIN_PART)
        self.document().setDocumentMargin(margin)

    def _frame(self) -> int:
        """Return what the look puts above and below the text."""
        return self.height() - self.viewport().height()

    @Slot()
    def _on_text_changed(self) -> None:
        self.textEdited.emit(self.text())
