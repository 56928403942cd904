"""Fields to type in: a line, or one thing on each line. See `entries.py` for what they share."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from ui.widgets.text_field import TextField

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LONGEST_LINE = 200
_LONGEST_TIME, _TIME_LETTERS = 12, 20
_FEWEST_LINES, _MOST_LINES = 4, 10
_SPARE = 2  # what Qt keeps free beneath the last line


class LineEntry(TextField):
    """A line of text, that is never cut off; it wishes to be so many `letters` wide.

    Signals:
        edited: the text is another now.
        settled: the field is left, or Enter is pressed.
        entered: Enter is pressed.
    """

    edited = Signal()
    settled = Signal()
    entered = Signal()

    def __init__(
        self, longest: int = _LONGEST_LINE, letters: int = 0, parent: QWidget | None = None
    ) -> None:
        super().__init__("", longest, parent)
        self._letters = letters
        self.textEdited.connect(self.edited)

    def filled(self) -> str:
        """Return what stands in it, without spaces that nobody means."""
        return " ".join(self.text().split())

    def fill(self, value: str) -> None:
        """Let it hold `value`; the cursor stays where the text does."""
        if value != self.text():
            self.setText(value)

    def sizeHint(self) -> QSize:
        """Return the width that is wished for, and the height of the text or the hint."""
        wide = self.fontMetrics().averageCharWidth() * self._letters
        return self.minimumSizeHint().expandedTo(QSize(wide, 0))

    def minimumSizeHint(self) -> QSize:
        """Return the same height; it may be narrow."""
        size = super().sizeHint()
        if not self.text():
            size += QSize(0, (self._lines_of_hint() - 1) * self.fontMetrics().lineSpacing())
        return size

    def _lines_of_hint(self) -> int:
        metrics, hint = self.fontMetrics(), self.placeholderText()
        room = self.viewport().width() - 2 * round(self.document().documentMargin())
        if metrics.horizontalAdvance(hint) <= room:
            return 1
        wrap = int(Qt.TextFlag.TextWordWrap.value)
        high = metrics.boundingRect(QRect(0, 0, max(room, 1), 1 << 20), wrap, hint).height()
        return max(1, round(high / metrics.lineSpacing()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Settle at Enter."""
        if event.key() in _ENTER:
            self.settled.emit()
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Settle when it is left; a menu over it is not leaving."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.settled.emit()


class TimeEntry(LineEntry):
    """A time of the day, typed as one likes; see `LineEntry` for the rest."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_LONGEST_TIME, _TIME_LETTERS, parent)


class LinesEntry(QPlainTextEdit):
    """One thing on each line; it grows with them, and all can be read when it is locked.

    Signals:
        edited: the text is another now.
        settled: the field is left, or Ctrl+Enter is pressed.
    """

    edited = Signal()
    settled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self.edited)
        self.document().documentLayout().documentSizeChanged.connect(self.updateGeometry)

    def filled(self) -> str:
        """Return what stands in it."""
        return self.toPlainText()

    def fill(self, value: str) -> None:
        """Let it hold `value`; the cursor stays where the text does."""
        if value != self.toPlainText():
            self.setPlainText(value)

    def sizeHint(self) -> QSize:
        """Return the size for the lines that there are, within reason."""
        wished = round(self.document().documentLayout().documentSize().height())
        most = _MOST_LINES if self.isEnabled() else wished
        lines = max(_FEWEST_LINES, min(wished, most))
        frame = self.height() - self.viewport().height()
        margins = round(2 * self.document().documentMargin()) + frame + _SPARE
        size = super().sizeHint()
        size.setHeight(lines * self.fontMetrics().lineSpacing() + margins)
        return size

    def minimumSizeHint(self) -> QSize:
        """Return the same height; it may be narrow."""
        size = super().minimumSizeHint()
        size.setHeight(self.sizeHint().height())
        return size

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Settle at Ctrl+Enter."""
        if event.key() in _ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.settled.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Settle when it is left; a menu over it is not leaving."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.settled.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Take another size with other letters, and when it is locked."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.EnabledChange):
            self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wish for another height when another width changes the number of lines."""
        super().resizeEvent(event)
        self.updateGeometry()
