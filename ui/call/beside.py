"""Parts beside one another where there is room for that, and else under each other."""

from PySide6.QtCore import QMargins, QRect, QSize
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget

OWN_WIDTH = 0


class Beside(QLayout):
    """Divides its width by shares; a part with the share `OWN_WIDTH` takes what it needs.

    Parts that share stand beside one another as long as each of them gets `letters` letters, or
    what it asks for when that is less.
    """

    def __init__(self, gap: int, letters: int, parent: QWidget | None = None) -> None:
        self._heights: dict[int, int] = {}
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
        """Return the height that is needed at `width`; Qt asks for it many times a step."""
        if width not in self._heights:
            self._heights[width] = self._placed(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def invalidate(self) -> None:
        """Count again, because something in it changed."""
        self._heights.clear()
        super().invalidate()

    def setGeometry(self, rect: QRect) -> None:
        """Put everything in its place."""
        super().setGeometry(rect)
        self._placed(rect, move=True)

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

    def _placed(self, rect: QRect, *, move: bool) -> int:
        """Walk through the parts; return the height that they take."""
        shown = self._shown()
        widths = self._widths(shown, rect.width())
        if not widths:
            return self._under_each_other(shown, rect, move=move)
        height = max(
            _height(item, width) for (item, _share), width in zip(shown, widths, strict=True)
        )
        x = rect.x()
        for (item, share), width in zip(shown, widths, strict=True):
            if move:
                own = height if share else _height(item, width)
                item.setGeometry(QRect(x, rect.y() + (height - own) // 2, width, own))
            x += width + self._gap
        return height

    def _under_each_other(
        self, shown: list[tuple[QLayoutItem, int]], rect: QRect, *, move: bool
    ) -> int:
        y = rect.y()
        for item, share in shown:
            width = rect.width() if share else min(rect.width(), item.sizeHint().width())
            height = _height(item, width)
            if move:
                item.setGeometry(QRect(rect.x(), y, width, height))
            y += height + self._gap
        return max(0, y - self._gap - rect.y())

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


def _height(item: QLayoutItem, width: int) -> int:
    if item.hasHeightForWidth():
        return item.heightForWidth(width)
    return item.sizeHint().height()
