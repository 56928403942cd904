"""The agenda of a day as a list: who comes, what for, with whom, and where they are."""

from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView

from reception_assistant.agenda.day import Visit
from reception_assistant.i18n import _
from ui.front_desk.cell_painter import CellPainter
from ui.front_desk.column_titles import ColumnTitles
from ui.models.day_table import (
    COL_NAME,
    COL_PRACTITIONER,
    COL_STATUS,
    COL_TIME,
    COL_TREATMENT,
    ROW_ROLE,
    DayTable,
)
from ui.theme.marks import place
from ui.theme.style import Look

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent

_ALL = (COL_TIME, COL_NAME, COL_TREATMENT, COL_PRACTITIONER, COL_STATUS)
_NARROW = (COL_TIME, COL_NAME, COL_STATUS)
_LEAST_ROOM = 80
_BESIDE_TITLE = 20
# Numbers of Qt's own, because the namespace `Qt` costs 20 ms before the first paint.
_NEVER, _ELIDE_NONE = 1, 3
_NOW_THICK = 2


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
        self.setModel(model)
        self.setItemDelegate(self._painter)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setProperty("horizontalScrollBarPolicy", _NEVER)
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
        self.fit()

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
        self._painter.narrow = False
        widths = self._shared_out(room, _ALL)
        if widths is None:
            self._painter.narrow = True
            widths = self._shared_out(room, _NARROW) or {}
        for column in _ALL:
            self.setColumnHidden(column, column not in widths)
        for column, width in widths.items():
            self.setColumnWidth(column, width)
        self._titles.place(widths)
        self._fit_rows(widths)

    def _shared_out(self, room: int, columns: tuple[int, ...]) -> dict[int, int] | None:
        """Share `room` out over `columns`; None when words would have to be broken.

        What is left over goes to the name; where there is too little, the longest texts go to a
        second line first, and the name last.
        """
        rows = self._table.rows()
        wished = {
            column: max(
                self._title_width(column), *(self._painter.width_for(row, column) for row in rows)
            )
            for column in columns
        }
        missing = sum(wished.values()) - room
        for column in (COL_TREATMENT, COL_STATUS, COL_PRACTITIONER, COL_NAME):
            if missing <= 0 or column not in wished:
                continue
            least = max(
                self._title_width(column),
                *(self._painter.least_width_for(row, column) for row in rows),
            )
            given = min(missing, wished[column] - least)
            wished[column] -= given
            missing -= given
        if missing > 0 and len(columns) == len(_ALL):
            return None
        wished[COL_NAME] -= missing
        return wished

    def _title_width(self, column: int) -> int:
        return self._titles.width_for(column) + self._look.px(_BESIDE_TITLE)

    def _fit_rows(self, widths: dict[int, int]) -> None:
        header = self.verticalHeader()
        header.setMinimumSectionSize(1)
        for number, row in enumerate(self._table.rows()):
            height = max(
                self._painter.height_for(row, column, width) for column, width in widths.items()
            )
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
