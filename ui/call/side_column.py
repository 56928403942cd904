"""A column at the side: what does not fit scrolls, and what must stay in sight stays."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from ui.widgets.blocks import EDGE, column
from ui.widgets.scrolled import Scrolled

_LEAST_LINES = 10
"""With less room than this a part is not scrolled by itself, but with all others."""
_LOW, _HIGH = 1, 2
"""What stays in sight takes at most so much of so much."""


class SideColumn(QWidget):
    """Holds parts under each other.

    With `stays` the last one is always in sight, and the first one gives way to the others as long
    as it has room enough to be scrolled by itself.
    """

    def __init__(self, parts: Sequence[QWidget], *, stays: bool = False) -> None:
        super().__init__()
        rest = [*parts]
        self._last = self._alone(rest.pop()) if stays and rest else None
        self._first = self._alone(rest.pop(0)) if stays and len(rest) > 1 else None
        self._rest = rest
        upper = column(*filter(None, (self._first,)), *rest, gap=EDGE)
        if not any(_grows(each) for each in rest):
            upper.addStretch(1)
        self._area = self._scroll_of(upper)
        layout = column(self._area, gap=EDGE)
        layout.setStretchFactor(self._area, 1)
        if self._last is not None:
            layout.addWidget(self._last)
        self.setLayout(layout)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Divide the height again."""
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Divide the height again when a part wants another."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        room, width = self.height(), self.width()
        if self._last is not None:
            below = min(_height(self._last.widget(), width), room * _LOW // _HIGH)
            _fix(self._last, below)
            room -= below + EDGE
        if self._first is not None:
            width = self._area.viewport().width()
            others = [each for each in self._rest if not each.isHidden()]
            room -= sum(_height(each, width) + EDGE for each in others)
            wanted = _height(self._first.widget(), width)
            least = self.fontMetrics().lineSpacing() * _LEAST_LINES
            _fix(self._first, room if least <= room < wanted else wanted)

    def _alone(self, part: QWidget) -> QScrollArea:
        return self._scroll_of(column(part))

    def _scroll_of(self, layout: QVBoxLayout) -> QScrollArea:
        inside = Scrolled()
        inside.setLayout(layout)
        inside.installEventFilter(self)
        made = QScrollArea()
        made.setWidgetResizable(True)
        made.setFrameShape(QFrame.Shape.NoFrame)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.setWidget(inside)
        return made


def _grows(widget: QWidget) -> bool:
    return bool(widget.sizePolicy().expandingDirections() & Qt.Orientation.Vertical)


def _height(part: QWidget, width: int) -> int:
    return part.heightForWidth(width) if part.hasHeightForWidth() else part.sizeHint().height()


def _fix(part: QWidget, height: int) -> None:
    if part.minimumHeight() != height or part.maximumHeight() != height:
        part.setFixedHeight(height)
