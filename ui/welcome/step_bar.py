"""How far the questions are: a short bar for each of them."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.icons import Icons

_LETTERS = 4
_HIGH_PART, _GAP_PART = 3, 6


class StepBar(QWidget):
    """The bars; the words beside it say the same."""

    def __init__(self, steps: int, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps, self._icons = steps, icons
        self._done = 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_done(self, done: int) -> None:
        """Fill so many bars."""
        self._done = done
        self.update()

    def sizeHint(self) -> QSize:
        """Return a size that grows with the letters."""
        metrics = self.fontMetrics()
        wide = metrics.averageCharWidth() * _LETTERS * self._steps
        return QSize(wide, metrics.height() // _HIGH_PART)

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the letters."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  all of it
        """Paint the bars."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide = self.width() / self._steps
        bar = QRectF(0, 0, wide * (1 - 1 / _GAP_PART), self.height()).adjusted(0.5, 0.5, -0.5, -0.5)
        for number in range(self._steps):
            done = number < self._done
            painter.setPen(self._icons.color("primary" if done else "field_border"))
            painter.setBrush(self._icons.color("primary") if done else Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(bar.translated(number * wide, 0), 2, 2)
        painter.end()
