"""How a cell of the agenda is written: the whole text, over more lines where it must be."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple, cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize
from PySide6.QtGui import QFont, QFontMetrics, QPalette
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView

from reception_assistant.agenda.visit import Status
from ui.models.day_table import (
    COL_NAME,
    COL_STATUS,
    COL_TIME,
    DayRow,
    DayTable,
    cell_text,
    not_aloud_text,
)
from ui.theme import fonts
from ui.theme.style import Look
from ui.widgets.long_words import breakable, pieces

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon, QPainter

_Index = QModelIndex | QPersistentModelIndex
_WRAP = 0x1000  # Qt.TextFlag.TextWordWrap, by its number: `Qt` costs 20 ms at the start
_TALLEST = 4_000
_OVER = frozenset({Status.LEFT, Status.NO_SHOW, Status.CANCELLED, Status.WITHDRAWN})
_STATUS_ROLE = {Status.ARRIVED: "good", Status.TAKEN_IN: "calm", Status.NO_SHOW: "attention"}
_INK_ROLES = ("text", "muted", "good", "calm", "attention")
_INK = QPalette.ColorRole.WindowText
_HAS_ICON = QStyleOptionViewItem.ViewItemFeature.HasDecoration
_SIGN = 16
_HAS_TEXT = QStyleOptionViewItem.ViewItemFeature.HasDisplay
_SEPARATOR = " · "


class Line(NamedTuple):
    """One piece of text of a cell, in its letter and colour role.

    `sign` asks for room beside it for the closed mouth, in a narrow list beneath it.
    """

    text: str
    font: QFont
    role: str
    sign: bool = False


class CellPainter(QStyledItemDelegate):
    """Paints the cells.

    The words are left to the style, in a palette of their colour: painting here would load more of
    Qt before the first paint, and a `QColor` the whole namespace `Qt`.
    """

    narrow = False

    def __init__(self, look: Look, table: DayTable, view: QTableView) -> None:
        super().__init__(view)
        self._table, self._view = table, view
        self._sign: QIcon | None = None
        self.wear(look)

    def take_sign(self, icon: "QIcon | None") -> None:
        """Show `icon` beside the time of those whose name must not be heard."""
        self._sign = icon

    def wear(self, look: Look) -> None:
        """Take the letters and colours of `look`."""
        self._inks = {role: _palette(look, role) for role in _INK_ROLES}
        self._body = fonts.body(look.scale)
        self._time = fonts.tabular(fonts.body(look.scale))
        self._name = fonts.sized(fonts.BODY, look.scale, QFont.Weight.DemiBold)
        self._side, self._top = look.px(8), look.px(12)
        self._sign_width = look.px(_SIGN)
        self._plain, self._bold = QFontMetrics(self._body), QFontMetrics(self._name)
        self._advances: dict[tuple[str, bool], int] = {}

    def lines(self, row: DayRow, column: int) -> list[Line]:
        """Return what stands in a cell."""
        over = row.visit.status in _OVER
        ink = "muted" if over else "text"
        if column == COL_TIME:
            text = cell_text(row, column)
            return [Line(text, self._time, ink, sign=bool(not_aloud_text(row)))]
        if column == COL_STATUS:
            role = _STATUS_ROLE.get(row.visit.status, "muted")
            return [Line(cell_text(row, column), self._body, role)]
        if column != COL_NAME:
            return [Line(cell_text(row, column), self._body, ink)]
        lines = [Line(row.name, self._name, ink)]
        if self.narrow:
            parts = [part for part in (row.visit.what_for, row.visit.practitioner) if part]
            lines += [Line(_SEPARATOR.join(parts), self._body, "muted")] if parts else []
        return lines

    def width_for(self, lines: list[Line]) -> int:
        """Return the width at which nothing of a cell has to go to a second line."""
        return self._widest(lines)

    def least_width_for(self, lines: list[Line]) -> int:
        """Return the width below which a word of a cell would be broken."""
        return self._widest(
            Line(word, line.font, line.role) for line in lines for word in line.text.split()
        )

    def height_for(self, lines: list[Line], width: int) -> int:
        """Return the height that a cell needs in a column of `width`."""
        room = self._room(width)
        beneath = self.narrow * sum(line.sign for line in lines) * (self._sign_width + self._side)
        return 2 * self._top + sum(self._height(line, room) for line in lines) + beneath

    def needed_size(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the size that the text of a cell needs in its column, for who checks it."""
        row, column, width = self._row(index), index.column(), self._column_width(index)
        longest = max(
            self._metric(line).horizontalAdvance(piece)
            for line in self.lines(row, column)
            for piece in pieces(self._breakable(line, self._room(width))) or [""]
        )
        height = self.height_for(self.lines(row, column), width)
        return QSize(longest + 2 * self._side, height)

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the size that the text of a cell needs in its column."""
        width = self._column_width(index)
        return QSize(width, self.height_for(self.lines(self._row(index), index.column()), width))

    def initStyleOption(self, option: QStyleOptionViewItem, index: _Index) -> None:
        """Let the style paint the ground of a cell, and its words where they are of one kind.

        What Qt does here asks the model nine things for each cell; the list needs one of them.
        """
        option.index = cast("QModelIndex", index)
        lines = self.lines(self._row(index), index.column())
        if len(lines) == 1:
            option.features |= _HAS_TEXT
            option.text = self._breakable(lines[0], self._room(option.rect.width()))
            option.font = lines[0].font
            option.palette = self._inks[lines[0].role]
            if lines[0].sign and self._sign is not None:
                self._show_sign(option, self._sign)

    def _show_sign(self, option: QStyleOptionViewItem, sign: "QIcon") -> None:
        option.features |= _HAS_ICON
        option.icon = sign
        where = QStyleOptionViewItem.Position
        option.decorationPosition = where.Bottom if self.narrow else where.Right
        option.decorationSize = QSize(self._sign_width, self._sign_width)

    def _row(self, index: _Index) -> DayRow:
        return self._table.rows()[index.row()]

    def _widest(self, lines: Iterable[Line]) -> int:
        widest = max((self._advance(line) for line in lines), default=0)
        return widest + 2 * self._side + 2

    def _advance(self, line: Line) -> int:
        key = (line.text, line.font is self._name)
        if key not in self._advances:
            self._advances[key] = self._metric(line).horizontalAdvance(line.text)
        beside = line.sign and not self.narrow
        return self._advances[key] + beside * (self._sign_width + self._side)

    def _height(self, line: Line, room: int) -> int:
        metric = self._metric(line)
        if self._advance(line) <= room:
            return metric.height()
        text = self._breakable(line, room)
        return metric.boundingRect(QRect(0, 0, room, _TALLEST), _WRAP, text).height()

    def _breakable(self, line: Line, room: int) -> str:
        """Return the words of a line, with places to break in those wider than `room`."""
        if self._advance(line) <= room:
            return line.text
        return breakable(line.text, room, self._metric(line).horizontalAdvance)

    def _room(self, width: int) -> int:
        return max(1, width - 2 * self._side)

    def _metric(self, line: Line) -> QFontMetrics:
        return self._bold if line.font is self._name else self._plain

    def _column_width(self, index: _Index) -> int:
        return self._view.columnWidth(index.column())


class NarrowCellPainter(CellPainter):
    """Paints the cells of a narrow list, where the name has the rest of the row beneath it."""

    narrow = True

    def paint(self, painter: "QPainter", option: QStyleOptionViewItem, index: _Index) -> None:
        """Write one cell, also of more than one kind of words."""
        super().paint(painter, option, index)
        rect: QRect = option.rect
        lines = self.lines(self._row(index), index.column())
        if len(lines) == 1:
            return
        room = rect.adjusted(self._side, 0, -self._side, 0)
        heights = [self._height(line, room.width()) for line in lines]
        top = rect.top() + (rect.height() - sum(heights)) // 2
        style = self._view.style()
        for line, height in zip(lines, heights, strict=True):
            place = QRect(room.left(), top, room.width(), height)
            text, ink = self._breakable(line, place.width()), self._inks[line.role]
            painter.setFont(line.font)
            style.drawItemText(painter, place, _WRAP, ink, True, text, _INK)
            top += height


def _palette(look: Look, role: str) -> QPalette:
    """Return a palette that writes in the colour of `role`, also on a selected row."""
    palette = QPalette()
    roles = QPalette.ColorRole
    for each in (_INK, roles.Text, roles.HighlightedText):
        palette.setColor(each, look.color(role))
    palette.setColor(roles.Highlight, look.color("selection"))
    return palette
