"""Parts beside one another where there is room for that, and else under each other."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QMargins, QRect, QSize
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget

OWN_WIDTH = 0


class _Plan(NamedTuple):
    """What goes where, counted from the upper left corner."""

    height: int
    places: Sequence[tuple[QLayoutItem, QRect]]


class Beside(QLayout):
    """Divides its width by shares; a part with the share `OWN_WIDTH` takes what it needs.

    Parts that share stand beside one another as long as each of them gets `letters` letters, or
    what it asks for when that is less.
    """

    def __init__(self, gap: int, letters: int, parent: QWidget | None = None) -> None:
        self._plans: dict[int, _Plan] = {}
        super().__init__(parent)
        self._gap, self._letters = gap, letters
        self._items: list[QLayoutItem] = []
        self._shares: list[int] = []
        self.setContentsMargins(QMargins())

    def add(self, widget: QWidget, share: int) -> None:
        """Add a part at the end."""
        self._shares.append(share)
        self.addWidget(widget)

    def addItem(self, item: QLayoutItem) -> None:
        """Add something at the end."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many parts there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return the part at `index`."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take the part at `index` out."""
        if not 0 <= index < len(self._items):
            return None
        self._shares.pop(index)
        return self._items.pop(index)

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
        """Return the size at which all stands beside one another."""
        sizes = [item.sizeHint() for item, _share in self._shown()]
        width = sum(size.width() + self._gap for size in sizes) - self._gap
        return QSize(max(0, width), max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:
        """Return the room that the widest part needs."""
        size = QSize()
        for item, _share in self._shown():
            size = size.expandedTo(item.minimumSize())
        return size

    def _shown(self) -> list[tuple[QLayoutItem, int]]:
        everything = zip(self._items, self._shares, strict=True)
        return [(item, share) for item, share in everything if not item.isEmpty()]

    def _plan(self, width: int) -> _Plan:
        """Return what goes where at `width`; Qt asks for it many times a step."""
        if width not in self._plans:
            shown = self._shown()
            widths = self._widths(shown, width)
            made = _in_a_row(shown, widths, self._gap) if widths else self._stacked(shown, width)
            self._plans[width] = made
        return self._plans[width]

    def _stacked(self, shown: list[tuple[QLayoutItem, int]], width: int) -> _Plan:
        places, y = [], 0
        for item, share in shown:
            own = width if share else min(width, item.sizeHint().width())
            height = _height(item, own)
            places.append((item, QRect(0, y, own, height)))
            y += height + self._gap
        return _Plan(max(0, y - self._gap), places)

    def _widths(self, shown: list[tuple[QLayoutItem, int]], width: int) -> list[int]:
        """Return how wide each part is beside the others; nothing where there is no room."""
        own = [0 if share else item.sizeHint().width() for item, share in shown]
        room = width - sum(own) - self._gap * (len(shown) - 1)
        shares = sum(share for _item, share in shown)
        if not shares:
            return own if room >= 0 else []
        parts = [room * share // shares for _item, share in shown]
        for (item, share), part in zip(shown, parts, strict=True):
            if share and part < min(self._least(), item.sizeHint().width()):
                return []
        return [part or one for part, one in zip(parts, own, strict=True)]

    def _least(self) -> int:
        home = self.parentWidget()
        letter = home.fontMetrics().averageCharWidth() if home is not None else 0
        return letter * self._letters


def beside(gap: int, letters: int, *parts: tuple[QWidget, int]) -> QWidget:
    """Return a widget that holds `parts`, each with its share of the width."""
    holder = QWidget()
    layout = Beside(gap, letters, holder)
    for widget, share in parts:
        layout.add(widget, share)
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    holder.setSizePolicy(policy)
    return holder


def _in_a_row(shown: list[tuple[QLayoutItem, int]], widths: list[int], gap: int) -> _Plan:
    """Return the parts beside one another; what has its own width stands in the middle."""
    heights = [_height(item, width) for (item, _share), width in zip(shown, widths, strict=True)]
    highest = max(heights)
    places, x = [], 0
    for (item, share), width, height in zip(shown, widths, heights, strict=True):
        own = highest if share else height
        places.append((item, QRect(x, (highest - own) // 2, width, own)))
        x += width + gap
    return _Plan(highest, places)


def _height(item: QLayoutItem, width: int) -> int:
    if item.hasHeightForWidth():
        return item.heightForWidth(width)
    return item.sizeHint().height()
