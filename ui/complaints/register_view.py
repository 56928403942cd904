"""The register as a list of cards; only what is in sight is painted."""

from typing import NamedTuple

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from reception_assistant.i18n import _
from ui.complaints.register_list import LINE_ROLE, Line, RegisterList
from ui.theme import fonts
from ui.theme.marks import Ink, ink
from ui.widgets.blocks import label
from ui.widgets.long_words import breakable, pieces

_Index = QModelIndex | QPersistentModelIndex
_SIDE, _ABOVE, _APART, _ROUND = 12, 8, 8, 8
_TALLEST = 4_000
_WRAP = Qt.TextFlag.TextWordWrap


class _Words(NamedTuple):
    """One paragraph of a card."""

    text: str
    heavy: bool
    ink: str


class RegisterView(QListView):
    """The list itself; Enter opens what is chosen.

    Signals:
        line_chosen: another line is the current one.
            arg: its id.
        opened: Enter, or a double click.
    """

    line_chosen = Signal(str)
    opened = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.lines = RegisterList()
        self._painter = _CardPainter(self)
        self.setModel(self.lines)
        self.setItemDelegate(self._painter)
        self.setAccessibleName(_("De lijst"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        self.doubleClicked.connect(self.opened)

    def choose(self, wanted: str) -> bool:
        """Make a line the current one without telling; return whether it is there."""
        row = self.lines.row_of(wanted)
        model = self.selectionModel()
        model.blockSignals(True)
        if row >= 0:
            self.setCurrentIndex(self.lines.index(row))
            self.scrollTo(self.lines.index(row))
        else:
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())
        model.blockSignals(False)
        self.viewport().update()
        return row >= 0

    def chosen(self) -> Line | None:
        """Return the current line."""
        return self.lines.line(self.currentIndex().row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Count the heights again."""
        super().resizeEvent(event)
        self._painter.forget()
        self.scheduleDelayedItemsLayout()

    def changeEvent(self, event: QEvent) -> None:
        """Count the heights again, and take the colours of another look."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._painter.forget()
            self.scheduleDelayedItemsLayout()

    @Slot(QModelIndex, QModelIndex)
    def _on_current_changed(self, now: QModelIndex, _before: QModelIndex) -> None:
        line = self.lines.line(now.row())
        if line is not None:
            self.line_chosen.emit(line.id)


class _CardPainter(QStyledItemDelegate):
    """Paints each line as a card with its words over as many lines as they need."""

    def __init__(self, view: RegisterView) -> None:
        super().__init__(view)
        self._view = view
        self._inks = {name: _hidden(name, view) for name in ("text", "muted", "attention", "stop")}
        self._heights: dict[tuple[Line, int], int] = {}
        self._plain = self._heavy = view.font()
        self._metrics = QFontMetrics(self._plain), QFontMetrics(self._heavy)
        self._scale = 0

    def forget(self) -> None:
        """Count and measure everything again."""
        self._heights.clear()
        self._scale = 0

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the room that a card needs at the width of the list."""
        self._measure()
        line: Line = index.data(LINE_ROLE)
        width = self._view.viewport().width()
        key = (line, width)
        if key not in self._heights:
            room = self._room(width)
            words = sum(self._height(each, room) for each in _paragraphs(line))
            self._heights[key] = words + 2 * self._px(_ABOVE) + self._px(_APART)
        return QSize(width, self._heights[key])

    def needed_size(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the size that the words need, for who checks it."""
        line: Line = index.data(LINE_ROLE)
        room = self._room(self._view.viewport().width())
        longest = max(
            self._metric(each).horizontalAdvance(piece)
            for each in _paragraphs(line)
            for piece in pieces(self._breakable(each, room)) or [""]
        )
        return QSize(longest + 2 * self._px(_SIDE), self.sizeHint(option, index).height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one card."""
        self._measure()
        line: Line = index.data(LINE_ROLE)
        rect: QRect = option.rect
        chosen = index == self._view.currentIndex()
        painter.save()
        self._paint_card(painter, rect.adjusted(1, 1, -2, -self._px(_APART)), chosen=chosen)
        side, top = self._px(_SIDE), rect.top() + self._px(_ABOVE)
        room = self._room(rect.width())
        for each in _paragraphs(line):
            height = self._height(each, room)
            painter.setFont(self._heavy if each.heavy else self._plain)
            painter.setPen(self._ink(each.ink))
            place = QRect(rect.left() + side, top, room, height)
            painter.drawText(place, int(_WRAP), self._breakable(each, room))
            top += height
        painter.restore()

    def _paint_card(self, painter: QPainter, card: QRect, *, chosen: bool) -> None:
        palette = self._view.palette()
        edge = palette.color(QPalette.ColorRole.Shadow)
        if chosen:
            edge = QApplication.palette().color(QPalette.ColorRole.Highlight)
            painter.setBrush(palette.color(QPalette.ColorRole.Highlight))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = painter.pen()
        pen.setColor(edge)
        pen.setWidth(2 if chosen and self._view.hasFocus() else 1)
        painter.setPen(pen)
        painter.drawRoundedRect(card, self._px(_ROUND), self._px(_ROUND))

    def _measure(self) -> None:
        """Take the letters of the look once."""
        scale = fonts.scale_of(QApplication.font())
        if scale != self._scale:
            self._scale = scale
            self._heights.clear()
            self._plain = fonts.body(scale)
            self._heavy = fonts.sized(fonts.BODY, scale, QFont.Weight.DemiBold)
            self._metrics = QFontMetrics(self._plain), QFontMetrics(self._heavy)

    def _height(self, words: _Words, room: int) -> int:
        metric = self._metric(words)
        if metric.horizontalAdvance(words.text) <= room:
            return metric.lineSpacing()
        text = self._breakable(words, room)
        return metric.boundingRect(QRect(0, 0, room, _TALLEST), _WRAP, text).height()

    def _breakable(self, words: _Words, room: int) -> str:
        return breakable(words.text, room, self._metric(words).horizontalAdvance)

    def _metric(self, words: _Words) -> QFontMetrics:
        return self._metrics[words.heavy]

    def _room(self, width: int) -> int:
        return max(1, width - 2 * self._px(_SIDE) - 2)

    def _px(self, pixels: int) -> int:
        return pixels * max(self._scale, fonts.scale_of(QApplication.font())) // 100

    def _ink(self, name: str) -> QColor:
        """Return a colour of the look, as the stylesheet gives it to a label."""
        probe = self._inks[name]
        probe.ensurePolished()
        return probe.palette().color(QPalette.ColorRole.WindowText)


def _paragraphs(line: Line) -> list[_Words]:
    status = [_Words(line.status, heavy=False, ink="muted")] if line.status else []
    how: Ink = "stop" if line.is_late else "attention"
    alarm = [_Words(line.alarm, heavy=True, ink=how)] if line.alarm else []
    subject = [_Words(line.subject, heavy=False, ink="text")] if line.subject else []
    return [_Words(line.who, heavy=True, ink="text"), *subject, *status, *alarm]


def _hidden(name: Ink, home: QWidget) -> QWidget:
    """Return a label that is never seen, for the colour in which it would write."""
    made = ink(label("body"), name)
    made.setParent(home)
    made.hide()
    return made
