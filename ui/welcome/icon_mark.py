"""An icon in a soft circle, as large as the letters ask."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.icons import Icons

_LINES = 2.2
_INSIDE = 0.6


def paint_mark(painter: QPainter, icons: Icons, icon: QIcon, circle: QRect) -> None:
    """Paint `icon` in its circle."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(icons.color("primary"))
    painter.setBrush(icons.color("primary_weak"))
    painter.drawEllipse(circle.adjusted(0, 0, -1, -1))
    side = round(circle.width() * _INSIDE)
    place = QRect(0, 0, side, side)
    place.moveCenter(circle.center())
    icon.paint(painter, place)
    painter.restore()


class IconMark(QWidget):
    """Shows an icon beside the words that it belongs to."""

    def __init__(self, icons: Icons, meaning: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._icon = icons.icon(meaning, "primary")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        """Return the size of the circle."""
        side = round(self.fontMetrics().height() * _LINES)
        return QSize(side, side)

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the letters."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  all of it
        """Paint the circle with its icon."""
        painter = QPainter(self)
        paint_mark(painter, self._icons, self._icon, self.rect())
        painter.end()
