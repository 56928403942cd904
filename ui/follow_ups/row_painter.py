"""How a line of the list is painted: the whole text, over more lines where it must be."""

from collections.abc import Sequence
from heapq import nlargest
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from reception_assistant.follow_ups.listed import Row
from reception_assistant.i18n import _
from ui.follow_ups.rows import LINE_ROLE, Line
from ui.theme import fonts
from ui.theme.style import Look
from ui.widgets.long_words import breakable

_Index = QModelIndex | QPersistentModelIndex
_WRAP = Qt.TextFlag.TextWordWrap
_TALLEST = 4_000
_INSET, _EDGE, _BESIDE, _ABOVE, _BETWEEN, _APART = 4, 3, 9, 9, 2, 8
_BUTTON_SIDE, _BUTTON_ABOVE, _ROUND = 14, 8, 8
_HEADING_ABOVE, _HEADING_BELOW = 10, 6
_LEAST_TEXT = 220
"""With less room than this for the name, the moment goes below it."""
_MOST_WHEN = 176
"""A moment in more words than this goes on on the next line."""
_MEASURED = 24
"""Of all moments only the longest are measured."""


class _Piece(NamedTuple):
    """Some words, with their place on the line, their letter and their colour."""

    place: QRect
    words: str
    font: QFont
    color: str
    right: bool = False


class _Columns(NamedTuple):
    """How wide the moment and the owner are at the end of each line; 0 where they stand below."""

    when: int
    owner: int


class RowPainter(QStyledItemDelegate):
    """Paints headings and follow-ups."""

    def __init__(self, look: Look, view: QWidget) -> None:
        super().__init__(view)
        self._columns = _Columns(0, 0)
        self.wear(look)

    def wear(self, look: Look) -> None:
        """Take the letters and colours of `look`."""
        self._look = look
        self._body = fonts.body(look.scale)
        self._bold = fonts.sized(fonts.BODY, look.scale, QFont.Weight.DemiBold)
        self._caption = fonts.caption(look.scale)
        self._metrics = {id(each): QFontMetrics(each) for each in self._letters()}
        self._heights: dict[tuple[str, bool, int], int] = {}

    def fit(self, lines: Sequence[Line], width: int) -> None:
        """Share out `width` for these lines: all on one line, or the moment below the name."""
        rows = [line.row for line in lines if line.row is not None]
        longest = self._widest({row.when for row in rows}, self._bold)
        when = min(longest, self._look.px(_MOST_WHEN))
        owner = self._widest({row.owner for row in rows}, self._body)
        gap = self._look.px(_APART)
        left = width - self._text_left() - when - owner - 3 * gap - self._button().width()
        left -= self._look.px(_INSET)
        fits = left >= self._look.px(_LEAST_TEXT)
        self._columns = _Columns(when, owner) if fits else _Columns(0, 0)

    def height(self, line: Line, width: int) -> int:
        """Return the height that a line needs."""
        if line.row is None:
            room = max(1, width - self._text_left())
            text = self._height(line.heading.upper(), self._caption, room)
            return text + self._look.px(_HEADING_ABOVE + _HEADING_BELOW)
        pieces = self._pieces(line, line.row, QRect(0, 0, width, 0))
        lowest = max(each.place.bottom() + 1 for each in pieces)
        height = lowest + self._look.px(_ABOVE)
        return max(height, self._button().height() + 2 * self._look.px(_BETWEEN))

    def usual_height(self) -> int:
        """Return the height of a line on which all fits."""
        body, bold = (self._metrics[id(each)].height() for each in (self._body, self._bold))
        px = self._look.px
        return max(
            body + bold + px(_BETWEEN) + 2 * px(_ABOVE), self._button().height() + 2 * px(_BETWEEN)
        )

    def button_at(self, rect: QRect) -> QRect:
        """Return where the button stands on a line that lies at `rect`."""
        size = self._button()
        top = rect.top() + (rect.height() - size.height()) // 2
        return QRect(
            rect.right() + 1 - size.width() - self._look.px(_INSET),
            top,
            size.width(),
            size.height(),
        )

    def needed_size(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the size that a line needs at its width, for who checks it."""
        width = option.rect.width()
        return QSize(width, self.height(index.data(LINE_ROLE), width))

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the size of a line at its width."""
        return self.needed_size(option, index)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one line."""
        line, rect = index.data(LINE_ROLE), QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if line.row is None:
            self._paint_heading(painter, rect, line)
        else:
            is_under_mouse = bool(option.state & QStyle.StateFlag.State_MouseOver)
            is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            if is_under_mouse and not is_chosen:
                painter.fillRect(rect, self._look.color("hover"))
            self._paint_edges(painter, rect, line)
            for each in self._pieces(line, line.row, rect):
                self._write(painter, each)
            if line.can_call:
                self._paint_button(painter, self.button_at(rect))
        painter.restore()

    def _paint_heading(self, painter: QPainter, rect: QRect, line: Line) -> None:
        px = self._look.px
        place = rect.adjusted(px(_INSET), px(_HEADING_ABOVE), 0, -px(_HEADING_BELOW))
        self._write(painter, _Piece(place, line.heading, self._caption, "muted"))

    def _paint_edges(self, painter: QPainter, rect: QRect, line: Line) -> None:
        px = self._look.px
        inside = rect.adjusted(px(_INSET), px(_BETWEEN), 0, -px(_BETWEEN) - 1)
        edge = QRect(inside.topLeft(), QSize(px(_EDGE), inside.height()))
        painter.fillRect(edge, self._look.color(line.group.ink))
        below = QRect(rect.left(), rect.bottom(), rect.width(), 1)
        painter.fillRect(below, self._look.color("line"))

    def _paint_button(self, painter: QPainter, place: QRect) -> None:
        painter.setPen(self._look.color("button_border"))
        painter.setBrush(self._look.color("surface"))
        painter.drawRoundedRect(place, self._look.px(_ROUND), self._look.px(_ROUND))
        painter.setFont(self._body)
        painter.setPen(self._look.color("text"))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, _("Bellen"))

    def _write(self, painter: QPainter, piece: _Piece) -> None:
        painter.setFont(piece.font)
        painter.setPen(self._look.color(piece.color))
        words = self._breakable(piece.words, piece.font, piece.place.width())
        side = Qt.AlignmentFlag.AlignRight if piece.right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(piece.place, int(side) | int(_WRAP), words)

    def _pieces(self, line: Line, row: Row, rect: QRect) -> list[_Piece]:
        """Return the words of a follow-up, each at its place."""
        px, gap = self._look.px, self._look.px(_APART)
        left, end = rect.left() + self._text_left(), rect.right() + 1
        end -= self._button().width() + gap + px(_INSET)
        beside = self._columns.when + self._columns.owner
        room = end - left - (beside + 2 * gap if beside else 0)
        top = rect.top() + px(_ABOVE)
        pieces = []
        texts = ((row.who, self._bold, "text"), (line.detail, self._body, "muted"))
        for words, font, color in texts:
            height = self._height(words, font, room)
            pieces.append(_Piece(QRect(left, top, room, height), words, font, color))
            top += height + px(_BETWEEN)
        if beside:
            return pieces + self._at_the_end(row, line.group.ink, rect, end)
        below = ((row.when, self._bold, line.group.ink), (row.owner, self._body, "muted"))
        used = self._advance(row.when, self._bold) + gap
        if used + self._advance(row.owner, self._body) <= room:
            height = self._height(row.when, self._bold, room)
            pieces.append(_Piece(QRect(left, top, room, height), *below[0]))
            pieces.append(_Piece(QRect(left + used, top, room - used, height), *below[1]))
            return pieces
        for words, font, color in below:
            height = self._height(words, font, room)
            pieces.append(_Piece(QRect(left, top, room, height), words, font, color))
            top += height + px(_BETWEEN)
        return pieces

    def _at_the_end(self, row: Row, ink: str, rect: QRect, end: int) -> list[_Piece]:
        owner_left = end - self._columns.owner
        when_left = owner_left - self._look.px(_APART) - self._columns.when
        columns = (
            (when_left, self._columns.when, row.when, self._bold, ink),
            (owner_left, self._columns.owner, row.owner, self._body, "muted"),
        )
        pieces = []
        for left, width, words, font, color in columns:
            height = self._height(words, font, width)
            top = rect.top() + max(self._look.px(_ABOVE), (rect.height() - height) // 2)
            place = QRect(left, top, width, height)
            pieces.append(_Piece(place, words, font, color, right=words is row.when))
        return pieces

    def _button(self) -> QSize:
        metrics, px = self._metrics[id(self._body)], self._look.px
        width = metrics.horizontalAdvance(_("Bellen")) + 2 * px(_BUTTON_SIDE)
        return QSize(width, metrics.height() + 2 * px(_BUTTON_ABOVE))

    def _text_left(self) -> int:
        return self._look.px(_INSET + _EDGE + _BESIDE)

    def _letters(self) -> tuple[QFont, QFont, QFont]:
        return self._body, self._bold, self._caption

    def _widest(self, texts: set[str], font: QFont) -> int:
        advance = self._metrics[id(font)].horizontalAdvance
        return max(map(advance, nlargest(_MEASURED, texts, key=len)), default=0) + 2

    def _advance(self, text: str, font: QFont) -> int:
        return self._metrics[id(font)].horizontalAdvance(text)

    def _height(self, text: str, font: QFont, room: int) -> int:
        key = (text, font is self._bold, room)
        if key not in self._heights:
            metrics = self._metrics[id(font)]
            words = self._breakable(text, font, room)
            if metrics.horizontalAdvance(text) <= room:
                self._heights[key] = metrics.height()
            else:
                place = QRect(0, 0, room, _TALLEST)
                self._heights[key] = metrics.boundingRect(place, int(_WRAP), words).height()
        return self._heights[key]

    def _breakable(self, text: str, font: QFont, room: int) -> str:
        return breakable(text, room, self._metrics[id(font)].horizontalAdvance)
