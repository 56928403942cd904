"""A column at the side: what does not fit scrolls, and what must stay in sight stays."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QMetaObject, QObject, QPoint, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFrame,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ui.widgets.blocks import EDGE, column
from ui.widgets.scrolled import Scrolled

_LEAST_LINES = 12
"""With less room than this for the others, only the last part stays in sight."""
_MOST_SPARE = 3
"""So many lines may stay empty where no line is to be shown by half."""
_SHOWN = (QLabel, QAbstractButton, QLineEdit, QFrame)
_LEAST_ALONE = 9
"""With less room than this the first part is not scrolled by itself, but with the others."""


class SideColumn(QWidget):
    """Holds parts under each other, and shows whichever of them gets the keys.

    With `stays` the last part is always in sight, and the one before it where there is room. The
    first one gives way to the others, as long as it has room enough to be scrolled by itself.
    """

    def __init__(self, parts: Sequence[QWidget], *, stays: bool = False) -> None:
        super().__init__()
        self._parts, self._waits = list(parts), False
        first, *rest = self._parts
        self._first = _Own(self, column(first)) if stays and rest else None
        self._last = _Own(self, column(rest.pop())) if stays and rest else None
        self._may_stay = rest[-1] if stays and len(rest) > 1 else None
        self._upper = column(self._first or first, *rest, gap=EDGE - 4)
        if not any(_grows(each) for each in self._parts):
            self._upper.addStretch(1)
        self._area = _Own(self, self._upper)
        self._lower = column(self._area, gap=EDGE - 4)
        self._lower.setStretchFactor(self._area, 1)
        if self._last is not None:
            self._lower.addWidget(self._last)
        self.setLayout(self._lower)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Divide the height again."""
        super().resizeEvent(event)
        self._fit()
        self._cut_later()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Divide the height again when a part wants another."""
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self._fit()
            self._cut_later()
        return super().eventFilter(watched, event)

    def _cut_later(self) -> None:
        """Cut when everything has its place: what is cut lays out again, which leads to here."""
        if not self._waits:
            self._waits = True
            QMetaObject.invokeMethod(self, "_cut", Qt.ConnectionType.QueuedConnection)

    @Slot()
    def _cut(self) -> None:
        self._waits = False
        for area in (self._area, self._first, self._last):
            if area is not None:
                area.cut_between_lines()

    def _fit(self) -> None:
        if self._first is None or self._last is None:
            return
        line = self.fontMetrics().lineSpacing()
        wanted = _height(self._last.inside, self.width())
        below = self._last.take(min(wanted, self.height() // 2), wanted)
        room = self.height() - below - EDGE
        if self._may_stay is not None:
            stays = room - _height(self._may_stay, self.width()) - EDGE + 4 >= _LEAST_LINES * line
            self._let_stay(self._may_stay, yes=stays)
        width = self._area.viewport().width()
        others = [each for each in self._parts[1:-1] if not each.isHidden()]
        room -= sum(_height(each, width) + EDGE for each in others)
        wanted = _height(self._first.inside, width)
        alone = _LEAST_ALONE * line <= room < wanted
        self._first.take(room if alone else wanted, wanted)

    def _let_stay(self, part: QWidget, *, yes: bool) -> None:
        """Move a part from what scrolls to what stays, or back."""
        if yes == (self._lower.indexOf(part) >= 0):
            return
        focus = (
            part.focusWidget() if part.isAncestorOf(QApplication.focusWidget() or self) else None
        )
        was_hidden = part.isHidden()
        if yes:
            self._lower.insertWidget(1, part)
        else:
            self._upper.insertWidget(len(self._parts) - 2, part)
        part.setHidden(was_hidden)
        if focus is not None:
            focus.setFocus()

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        for area in (self._area, self._first, self._last):
            if area is not None and now is not None and area.inside.isAncestorOf(now):
                area.ensureWidgetVisible(now, 0, EDGE)


class _Own(QScrollArea):
    """A part of the column that scrolls by itself."""

    def __init__(self, home: SideColumn, layout: QVBoxLayout) -> None:
        super().__init__()
        self.inside = Scrolled()
        self.inside.setLayout(layout)
        self.inside.installEventFilter(home)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(self.inside)
        self.verticalScrollBar().valueChanged.connect(self.cut_between_lines)

    @Slot()
    def cut_between_lines(self) -> None:
        """Show no line by half at the lower end."""
        end = self.verticalScrollBar().value() + self.height()
        spare = 0
        if end < self.inside.height() and self.isVisible():
            ends = [below for _above, below in _lines(self.inside) if below <= end]
            most = self.fontMetrics().lineSpacing() * _MOST_SPARE
            spare = min(most, end - max(ends, default=end))
        if spare != self.viewportMargins().bottom():
            self.setViewportMargins(0, 0, 0, spare)

    def take(self, height: int, wanted: int) -> int:
        """Be this high, with a bar only where less is there than is `wanted`; return the height."""
        policies = Qt.ScrollBarPolicy
        fits = height >= wanted  # without a bar nothing can make it narrow, and so too high
        self.setVerticalScrollBarPolicy(
            policies.ScrollBarAlwaysOff if fits else policies.ScrollBarAsNeeded
        )
        if self.minimumHeight() != height or self.maximumHeight() != height:
            self.setFixedHeight(height)
        return height


def _lines(inside: QWidget) -> Iterator[tuple[int, int]]:
    """Give where each line of text, each button and each box begins and ends."""
    parts: list[QWidget] = inside.findChildren(QWidget)
    for part in parts:
        if not part.isVisible() or not isinstance(part, _SHOWN):
            continue
        top, height = part.mapTo(inside, QPoint()).y(), part.height()
        wraps = isinstance(part, QLabel) and part.wordWrap()
        line = part.fontMetrics().lineSpacing() if wraps else height
        for number in range(max(1, round(height / max(1, line)))):
            yield top + number * line, min(top + (number + 1) * line, top + height)


def _grows(widget: QWidget) -> bool:
    return bool(widget.sizePolicy().expandingDirections() & Qt.Orientation.Vertical)


def _height(part: QWidget, width: int) -> int:
    return part.heightForWidth(width) if part.hasHeightForWidth() else part.sizeHint().height()
