"""A row of widgets that goes on to the next line where there is no more room."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QMargins, QPoint, QRect, QSize
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget


class _Plan(NamedTuple):
    """What goes where, counted from the upper left corner."""

    height: int
    places: Sequence[tuple[QLayoutItem, QRect]]


class FlowLayout(QLayout):
    """Lays widgets out in reading order, at their own size."""

    def __init__(self, gap: int, parent: QWidget | None = None) -> None:
        self._plans: dict[int, _Plan] = {}
        super().__init__(parent)
        self._gap = gap
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(QMargins())

    def addItem(self, item: QLayoutItem) -> None:
        """Add something at the end."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many things are in it."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return the thing at `index`."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take the thing at `index` out."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:
        """Return that its height follows from its width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height that is needed at `width`."""
        return self._plan(width).height

    def invalidate(self) -> None:
        """Count again, because something in it changed."""
        self._plans.clear()
        super().invalidate()

    def setGeometry(self, rect: QRect) -> None:
        """Put everything in its place."""
        super().setGeometry(rect)
        for item, place in self._plan(rect.width()).places:
            item.setGeometry(place.translated(rect.topLeft()))

    def sizeHint(self) -> QSize:
        """Return the size at which all stands on one line."""
        shown = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(size.width() + self._gap for size in shown) - self._gap
        return QSize(max(0, width), max((size.height() for size in shown), default=0))

    def minimumSize(self) -> QSize:
        """Return the room that the widest thing needs."""
        size = QSize()
        for item in self._items:
            if not item.isEmpty():
                size = size.expandedTo(item.minimumSize())
        return size

    def _plan(self, width: int) -> _Plan:
        """Return what goes where at `width`; Qt asks for it more than once."""
        if width not in self._plans:
            places, y = [], 0
            for line in self._lines(max(width, 1)):
                height, x = max(size.height() for _item, size in line), 0
                for item, size in line:
                    middle = y + (height - size.height()) // 2
                    places.append((item, QRect(QPoint(x, middle), size)))
                    x += size.width() + self._gap
                y += height + self._gap
            self._plans[width] = _Plan(max(0, y - self._gap), places)
        return self._plans[width]

    def _lines(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        """Return the things with their sizes, on as many lines as they need at `width`."""
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        x = 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint()
            if not lines or x + size.width() > width:
                lines.append([])
                x = 0
            if size.width() > width:
                tall = item.heightForWidth(width) if item.hasHeightForWidth() else size.height()
                size = QSize(width, tall)
            lines[-1].append((item, size))
            x += size.width() + self._gap
        return lines


def flow(gap: int, *widgets: QWidget) -> QWidget:
    """Return a widget that holds `widgets` in a flow."""
    holder = QWidget()
    layout = FlowLayout(gap, holder)
    for widget in widgets:
        layout.addWidget(widget)
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    holder.setSizePolicy(policy)
    return holder
