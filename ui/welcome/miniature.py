"""The window in small, with the marks of the first look at the places that they are about."""

from typing import NamedTuple

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.icons import Icons
from ui.welcome.icon_mark import paint_mark

_WIDE, _HIGH = 320, 236
"""The size in which the places below are given."""
_LETTERS = 38
_RADIUS = 15


class _Block(NamedTuple):
    """A coloured block: place, size, colour, and how round it is."""

    x: float
    y: float
    wide: float
    high: float
    color: str
    round: float = 2


_LIST_ROWS = tuple(64 + 20 * row for row in range(8))
_BLOCKS = (
    _Block(0, 0, _WIDE, _HIGH, "background", 8),
    _Block(0, 0, 40, _HIGH, "rail", 8),
    _Block(32, 0, 8, _HIGH, "rail", 0),
    _Block(6, 10, 28, 14, "rail_chosen", 4),
    _Block(6, 212, 28, 14, "rail_hover", 4),
    _Block(50, 12, 60, 8, "text"),
    _Block(150, 8, 90, 16, "surface", 6),
    _Block(252, 8, 58, 16, "surface", 6),
    _Block(50, 34, 122, 192, "surface", 6),
    _Block(182, 34, 128, 192, "surface", 6),
    _Block(60, 44, 40, 7, "text"),
    _Block(54, 79, 114, 15, "selection", 3),
    *(_Block(60, y, 16, 5, "muted") for y in _LIST_ROWS),
    *(_Block(84, y, 50 + 11 * (y % 3), 5, "muted") for y in _LIST_ROWS),
    _Block(194, 46, 34, 4, "muted"),
    _Block(194, 58, 100, 9, "primary"),
    _Block(194, 75, 70, 5, "muted"),
    _Block(194, 90, 40, 14, "primary", 4),
    _Block(194, 138, 34, 4, "muted"),
    _Block(194, 150, 92, 9, "primary"),
    _Block(194, 167, 60, 5, "muted"),
    _Block(194, 182, 40, 14, "primary", 4),
)
# Where each mark stands.
_MARKS = (
    ("list", 112, 146),
    ("desk", 280, 112),
    ("search", 196, 16),
    ("privacy", 282, 16),
    ("settings", 20, 214),
)


class Miniature(QWidget):
    """A drawing of the window: rail, header, list and card."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._marks = [(icons.icon(each, "primary"), x, y) for each, x, y in _MARKS]
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        """Return a size that grows with the letters."""
        wide = self.fontMetrics().averageCharWidth() * _LETTERS
        return QSize(wide, wide * _HIGH // _WIDE)

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the letters."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  all of it
        """Paint the blocks, an edge round them, and the marks."""
        scale = self.width() / _WIDE
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for block in _BLOCKS:
            painter.setBrush(self._icons.color(block.color))
            place = QRectF(block.x * scale, block.y * scale, block.wide * scale, block.high * scale)
            painter.drawRoundedRect(place, block.round * scale, block.round * scale)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(self._icons.color("field_border"))
        edge = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(edge, 8 * scale, 8 * scale)
        radius = round(_RADIUS * scale)
        for icon, x, y in self._marks:
            circle = QRect(0, 0, 2 * radius, 2 * radius)
            circle.moveCenter(QPoint(round(x * scale), round(y * scale)))
            paint_mark(painter, self._icons, icon, circle)
        painter.end()
