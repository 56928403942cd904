"""The agenda of a day as a list: who comes, what for, with whom, and where they are."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView

from reception_assistant.agenda.day import Visit
from reception_assistant.i18n import _
from ui.front_desk.cell_painter import CellPainter, Line, NarrowCellPainter
from ui.front_desk.column_titles import ColumnTitles
from ui.models.day_table import (
    COL_NAME,
    COL_PRACTITIONER,
    COL_STATUS,
    COL_TIME,
    COL_TREATMENT,
    ROW_ROLE,
    DayRow,
    DayTable,
)
from ui.theme.marks import place
from ui.theme.style import Look

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QIcon, QKeyEvent

    from ui.theme.icons import Icons

_ALL = (COL_TIME, COL_NAME, COL_TREATMENT, COL_PRACTITIONER, COL_STATUS)
_NARROW = (COL_TIME, COL_NAME, COL_STATUS)
_LEAST_ROOM = 80
_BESIDE_TITLE = 20
# Numbers of Qt's own, because the namespace `Qt` costs 20 ms before the first paint.
_NEVER, _ALWAYS, _ELIDE_NONE = 1, 2, 3
_NOW_THICK = 2


_Cells = dict[int, list[list[Line]]]
"""What stands in each cell, by column and row."""


class AgendaView(QTableView):
    """The list of the day.

    Signals:
        visit_chosen: another row is selected.
            arg: the visit, or None.
        arrived_requested: Enter was pressed on the selected row.
    """

    visit_chosen = Signal(object)  # Visit | None
    arrived_requested = Signal()

    def __init__(self, model: DayTable, look: Look, titles: ColumnTitles) -> None:
        super().__init__()
        self._titles = titles
        self.setObjectName("agenda")
        self.setAccessibleName(_("Afspraken van de dag"))
        self._table = model
        self._look = look
        self._now_row = -1
        self._now: QFrame | None = None
        self._room = 0  # the width of the viewport; asking it would load all classes of widgets
        self._painter = CellPainter(look, model, self)
        self._narrow_painter: NarrowCellPainter | None = None
        self._not_aloud: QIcon | None = None
        self.setModel(model)
        self.setItemDelegate(self._painter)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setProperty("horizontalScrollBarPolicy", _NEVER)
        self.setProperty("verticalScrollBarPolicy", _ALWAYS)  # its coming would fit all rows again
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setProperty("textElideMode", _ELIDE_NONE)
        self.verticalHeader().hide()
        self.horizontalHeader().hide()
        self.horizontalHeader().setMinimumSectionSize(1)
        self.selectionModel().currentRowChanged.connect(self._on_current_row_changed)
        model.modelReset.connect(self.fit)
        model.dataChanged.connect(self.fit)
        for bar in (self.verticalScrollBar(), self.horizontalScrollBar()):
            bar.valueChanged.connect(self._place_now)

    def wear(self, look: Look) -> None:
        """Take the letters and colours of `look`."""
        self._look = look
        self._painter.wear(look)
        if self._narrow_painter is not None:
            self._narrow_painter.wear(look)
        self.fit()

    def take_icons(self, icons: "Icons") -> None:
        """Show the closed mouth, once it is there."""
        self._not_aloud = icons.icon("not_aloud", "stop")
        for painter in (self._painter, self._narrow_painter):
            if painter is not None:
                painter.take_sign(self._not_aloud)
        self.viewport().update()

    def chosen(self) -> Visit | None:
        """Return the visit of the selected row."""
        row = self.currentIndex().data(ROW_ROLE) if self.currentIndex().isValid() else None
        return row.visit if row is not None else None

    def choose(self, visit_id: str, *, centred: bool = False) -> bool:
        """Select the row of a visit and bring it in sight; tells whether it is shown."""
        number = self._table.row_of(visit_id)
        if number < 0:
            return False
        index = self._table.index(number, COL_NAME)
        self.selectionModel().setCurrentIndex(
            index,
            QItemSelectionModel.SelectionFlag.ClearAndSelect
            | QItemSelectionModel.SelectionFlag.Rows,
        )
        hint = QAbstractItemView.ScrollHint
        self.scrollTo(index, hint.PositionAtCenter if centred else hint.EnsureVisible)
        return True

    def top(self) -> tuple[str, int] | None:
        """Return the visit of the first row in sight and where it begins; None without rows."""
        row = self.rowAt(0)
        rows = self._table.rows()
        return (rows[row].visit.id, self.rowViewportPosition(row)) if 0 <= row < len(rows) else None

    def hold(self, top: tuple[str, int]) -> None:
        """Let the list stand as it did: what comes or goes above does not move what is seen."""
        row = self._table.row_of(top[0])
        if row >= 0:
            self.updateGeometries()  # else the bar still has the reach of before
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + self.rowViewportPosition(row) - top[1])

    def choose_nobody(self) -> None:
        """Let no row be selected, so that each of them can be chosen again."""
        self.setCurrentIndex(QModelIndex())
        self.clearSelection()

    def show_now_above(self, row: int) -> None:
        """Draw the line for "now" above `row`; -1 draws none."""
        self._now_row = row
        self._place_now()

    @Slot()
    def fit(self) -> None:
        """Give every column the width and every row the height that its text needs."""
        rows, room = self._table.rows(), self._room
        if not rows or room < self._look.px(_LEAST_ROOM):
            return
        painter = self._painter
        cells = _cells(rows, painter, _ALL)
        widths = self._shared_out(room, cells, painter)
        if widths is None:
            painter = self._narrow()
            cells = _cells(rows, painter, _NARROW)
            widths = self._shared_out(room, cells, painter) or {}
        self.setItemDelegate(painter)
        for column in _ALL:
            self.setColumnHidden(column, column not in widths)
        for column, width in widths.items():
            self.setColumnWidth(column, width)
        self._titles.place(widths)
        self._fit_rows(cells, widths, painter)

    def _narrow(self) -> NarrowCellPainter:
        if self._narrow_painter is None:
            self._narrow_painter = NarrowCellPainter(self._look, self._table, self)
            self._narrow_painter.take_sign(self._not_aloud)
        return self._narrow_painter

    def _shared_out(self, room: int, cells: _Cells, painter: CellPainter) -> dict[int, int] | None:
        """Share `room` out over the columns; None when words would have to be broken.

        What is left over goes to the name; where there is too little, the longest texts go to a
        second line first, and the name last.
        """
        wished = {
            column: max(self._title_width(column), *map(painter.width_for, of_column))
            for column, of_column in cells.items()
        }
        missing = sum(wished.values()) - room
        for column in (COL_TREATMENT, COL_STATUS, COL_PRACTITIONER, COL_NAME):
            if missing <= 0 or column not in wished:
                continue
            least = max(self._title_width(column), *map(painter.least_width_for, cells[column]))
            given = min(missing, wished[column] - least)
            wished[column] -= given
            missing -= given
        if missing > 0 and len(cells) == len(_ALL):
            return None
        wished[COL_NAME] -= missing
        return wished

    def _title_width(self, column: int) -> int:
        return self._titles.width_for(column) + self._look.px(_BESIDE_TITLE)

    def _fit_rows(self, cells: _Cells, widths: dict[int, int], painter: CellPainter) -> None:
        header, height_for = self.verticalHeader(), painter.height_for
        header.setMinimumSectionSize(1)
        of_rows = zip(*(cells[column] for column in widths), strict=True)
        for number, of_row in enumerate(of_rows):
            height = max(map(height_for, of_row, widths.values()))
            if header.sectionSize(number) != height:
                header.resizeSection(number, height)
        self._place_now()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the columns to the new width."""
        super().resizeEvent(event)
        self._room = event.size().width()
        if event.size().width() != event.oldSize().width():
            self.fit()
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex(), QAbstractItemView.ScrollHint.PositionAtCenter)

    def keyPressEvent(self, event: "QKeyEvent") -> None:
        """Let Enter mean: this person has arrived."""
        key, held = QtCore.Qt.Key, QtCore.Qt.KeyboardModifier
        with_other = event.modifiers() & (held.ControlModifier | held.ShiftModifier)
        if event.key() in (key.Key_Return, key.Key_Enter) and not with_other:
            self.arrived_requested.emit()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: "QFocusEvent") -> None:
        """Take the keys without selecting anybody; Qt would select the first row."""
        if not self.currentIndex().isValid():
            self.setCurrentIndex(QModelIndex())
        super().focusInEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Fit again when the letters change."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.fit()

    @Slot()
    def _place_now(self) -> None:
        """Put the line for "now" between the rows.

        It is a widget: painting it with a `QColor` would load the namespace `Qt`.
        """
        count = self._table.rowCount()
        if self._now is None:
            if self._now_row < 0:
                return
            self._now = place(QFrame(self.viewport()), "now")
            # Opaque, so that scrolling by a row paints that row and not all of them again.
            self.viewport().setAutoFillBackground(True)
        self._now.setVisible(self._now_row >= 0 and count > 0)
        if 0 <= self._now_row < count:
            edge = self.rowViewportPosition(self._now_row)
        else:
            edge = self.rowViewportPosition(count - 1) + self.rowHeight(count - 1)
        self._now.setGeometry(0, edge - 1, self._room, _NOW_THICK)

    @Slot(QModelIndex, QModelIndex)
    def _on_current_row_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        row = current.data(ROW_ROLE) if current.isValid() else None
        self.visit_chosen.emit(row.visit if row is not None else None)


def _cells(rows: Sequence[DayRow], painter: CellPainter, columns: tuple[int, ...]) -> _Cells:
    return {column: [painter.lines(row, column) for row in rows] for column in columns}
