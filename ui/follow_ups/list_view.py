"""The list itself: walking through it, calling from it, and the height of its lines."""

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView

from reception_assistant.follow_ups.listed import Row
from reception_assistant.i18n import _
from ui.follow_ups.row_painter import RowPainter
from ui.follow_ups.rows import LINE_ROLE, FollowUpRows, Line
from ui.theme.style import Look

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_AT_ONCE = 200
"""So many lines get their height at once; the others when they come in sight."""
_LEAST_ROOM = 80


class FollowUpView(QTableView):
    """Lines of one column; only what is in sight is measured and painted.

    Signals:
        row_chosen: another line is chosen.
            arg: the row (Row), or None.
            arg: whether it was done here, and not by new rows.
        call_requested: Enter, or a click on "Bellen".
            arg: the row (Row).
        row_clicked: a line was clicked.
    """

    row_chosen = Signal(object, bool)  # Row | None
    call_requested = Signal(object)  # Row
    row_clicked = Signal()

    def __init__(self, model: FollowUpRows, look: Look) -> None:
        super().__init__()
        self.setObjectName("follow_ups.list")
        self.setAccessibleName(_("Wat nog te doen is"))
        self._rows, self._look = model, look
        self._painter = RowPainter(look, self)
        self._fitted: set[int] = set()
        self.setModel(model)
        self.setItemDelegate(self._painter)
        self._plain()
        self.selectionModel().currentRowChanged.connect(self._on_current_row_changed)
        model.modelReset.connect(self.fit)
        model.dataChanged.connect(self.fit)
        self.verticalScrollBar().valueChanged.connect(self._fit_in_sight)

    def wear(self, look: Look) -> None:
        """Take the letters and colours of `look`."""
        self._look = look
        self._painter.wear(look)
        self.fit()
        self.viewport().update()

    def chosen(self) -> Row | None:
        """Return the row that is chosen."""
        line = self._line(self.currentIndex())
        return line.row if line is not None else None

    def choose(self, follow_up_id: str) -> bool:
        """Choose a follow-up and bring it in sight; tells whether it is shown."""
        place = self._rows.place_of(follow_up_id)
        self._choose_place(place)
        return place >= 0

    def choose_near(self, place: int) -> None:
        """Choose what stands at `place` now, or close to it."""
        self._choose_place(self._rows.row_near(max(0, place)))

    @Slot()
    def fit(self) -> None:
        """Give the lines the height that their words need at this width."""
        room = self.viewport().width()
        if room < self._look.px(_LEAST_ROOM):
            return
        self._painter.fit(self._rows.lines(), room)
        header = self.verticalHeader()
        header.setDefaultSectionSize(self._painter.usual_height())
        self.setColumnWidth(0, room)
        self._fitted.clear()
        self._fit_lines(0, _AT_ONCE)
        self._fit_in_sight()

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Pass over the headings."""
        moves = QAbstractItemView.CursorAction
        up = action in (moves.MoveUp, moves.MovePrevious, moves.MovePageUp, moves.MoveLeft)
        index = super().moveCursor(action, modifiers)
        place = self._rows.row_near(index.row(), -1 if up else 1) if index.isValid() else -1
        if place < 0:
            return self.currentIndex()
        if place == self._rows.row_near(0):
            self.scrollToTop()  # its heading comes with it
        return self._rows.index(place, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter mean: call."""
        with_other = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in _ENTER and not with_other:
            if not event.isAutoRepeat():
                self._call(self.currentIndex())
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Call where the button was clicked, and else show what was clicked."""
        super().mouseReleaseEvent(event)
        point = event.position().toPoint()
        line = self._line(self.indexAt(point))
        if event.button() != Qt.MouseButton.LeftButton or line is None or line.row is None:
            return
        if self._is_on_button(point):
            self._call(self.indexAt(point))
        else:
            self.row_clicked.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Take the keys with the first line chosen where none was."""
        if self.chosen() is None:
            self.choose_near(0)
        super().focusInEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the lines to the new width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()
        else:
            self._fit_in_sight()

    def changeEvent(self, event: QEvent) -> None:
        """Fit again when the letters change."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.fit()

    def _plain(self) -> None:
        behaviors, modes = QAbstractItemView.SelectionBehavior, QAbstractItemView.SelectionMode
        self.setSelectionBehavior(behaviors.SelectRows)
        self.setSelectionMode(modes.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        for header in (self.verticalHeader(), self.horizontalHeader()):
            header.hide()
            header.setMinimumSectionSize(1)

    def _line(self, index: QModelIndex) -> Line | None:
        return index.data(LINE_ROLE) if index.isValid() else None

    def _is_on_button(self, point: QPoint) -> bool:
        return self._painter.button_at(self.visualRect(self.indexAt(point))).contains(point)

    def _call(self, index: QModelIndex) -> None:
        line = self._line(index)
        if line is not None and line.row is not None and line.can_call:
            self.call_requested.emit(line.row)

    def _choose_place(self, place: int) -> None:
        if place < 0:
            self.setCurrentIndex(QModelIndex())
            self.clearSelection()
            return
        self._fit_lines(max(0, place - _AT_ONCE // 8), place + _AT_ONCE // 8)
        index = self._rows.index(place, 0)
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        if place == self._rows.row_near(0):
            self.scrollToTop()
        else:
            self.scrollTo(index)

    @Slot()
    def _fit_in_sight(self) -> None:
        first = max(0, self.rowAt(0))
        last = self.rowAt(self.viewport().height() - 1)
        self._fit_lines(first, (last if last >= 0 else first + _AT_ONCE) + 1)

    def _fit_lines(self, first: int, end: int) -> None:
        lines, width, header = self._rows.lines(), self.columnWidth(0), self.verticalHeader()
        for place in range(first, min(end, len(lines))):
            if place in self._fitted:
                continue
            self._fitted.add(place)
            height = self._painter.height(lines[place], width)
            if header.sectionSize(place) != height:
                header.resizeSection(place, height)

    @Slot(QModelIndex, QModelIndex)
    def _on_current_row_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        line = self._line(current)
        self.row_chosen.emit(line.row if line is not None else None, self.hasFocus())
