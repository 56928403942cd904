"""The people found while somebody types, in a list that lies over the window."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Slot,
)
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from reception_assistant.agenda.day import Person, Visit
from reception_assistant.i18n import _
from reception_assistant.naming.listed import list_name
from ui.theme.marks import card
from ui.widgets.blocks import label

_Index = QModelIndex | QPersistentModelIndex
_MOST_IN_SIGHT = 10
_LEAST_WIDTH, _EDGE, _APART = 360, 5, 8
_BESIDE_TEXT, _ABOVE_TEXT = 4, 4
_TALLEST = 4_000


class Found(NamedTuple):
    """Somebody who was found, with their visit of the shown day when there is one."""

    person: Person
    visit: Visit | None = None

    @property
    def line(self) -> str:
        """The line that shows who it is: name, time and reason today, birth date, phone."""
        today = ""
        if self.visit is not None:
            today = " ".join(filter(None, (f"{self.visit.start:%H:%M}", self.visit.what_for)))
        born = f"{self.person.birth_date:%d-%m-%Y}" if self.person.birth_date else ""
        parts = (list_name(self.person.name), today, born, self.person.phone)
        return " · ".join(part for part in parts if part)


class FoundList(QAbstractListModel):
    """The people found, those seen soon or lately first."""

    def __init__(self) -> None:
        super().__init__()
        self._found: tuple[Found, ...] = ()

    def set_found(self, found: Sequence[Found]) -> None:
        """Show these people."""
        self.beginResetModel()
        self._found = tuple(found)
        self.endResetModel()

    def found(self, row: int) -> Found | None:
        """Return who stands on a row."""
        return self._found[row] if 0 <= row < len(self._found) else None

    def rowCount(self, parent: _Index | None = None) -> int:
        """Return how many were found."""
        return 0 if parent is not None and parent.isValid() else len(self._found)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the line of somebody."""
        if role == Qt.ItemDataRole.DisplayRole and index.isValid():
            return self._found[index.row()].line
        return None


class _WholeLines(QStyledItemDelegate):
    """Gives each line the height that it needs at the width of the list."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self.width = 0

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the size of a line over as many rows as its words need."""
        self.initStyleOption(option, index)
        option.rect = QRect(0, 0, self.width, _TALLEST)
        style, inside = option.widget.style(), QStyle.SubElement.SE_ItemViewItemText
        room = style.subElementRect(inside, option, option.widget).width() - 2 * _BESIDE_TEXT
        flags = Qt.TextFlag.TextWordWrap
        text = option.fontMetrics.boundingRect(QRect(0, 0, room, _TALLEST), flags, option.text)
        return QSize(self.width, text.height() + 2 * _ABOVE_TEXT)


class FoundPopup(QFrame):
    """The people found, over whatever lies beneath."""

    def __init__(
        self, take: Callable[[Found | None], None], window: QWidget, hint: str = ""
    ) -> None:
        super().__init__(window)
        card(self)
        self._window = window
        self.setObjectName("found")
        self.setProperty("overlay", True)
        self._model = FoundList()
        self._take = take
        self._view = QListView()
        self._view.setModel(self._model)
        self._view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._view.setWordWrap(True)
        self._view.setTextElideMode(Qt.TextElideMode.ElideNone)
        self._view.setResizeMode(QListView.ResizeMode.Adjust)
        self._lines = _WholeLines(self._view)
        self._view.setItemDelegate(self._lines)
        self._view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._view.clicked.connect(self._on_clicked)
        self._nobody = label("muted")
        layout = self._column = QVBoxLayout(self)
        layout.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
        layout.addWidget(self._view)
        layout.addWidget(self._nobody)
        self._hint = label("small", hint)
        self._hint.setContentsMargins(_APART, 0, _APART, 2)
        layout.addWidget(self._hint)

    def show_below(self, field: QLineEdit, found: Sequence[Found]) -> None:
        """Lie down under `field` with the people found, as high as is needed."""
        self._model.set_found(found)
        self._view.setVisible(bool(found))
        self._nobody.setText(_nobody(field.text()))
        self._nobody.setVisible(not found)
        self._hint.setVisible(bool(found and self._hint.text()))
        window = self._window
        top_left = field.mapTo(window, QPoint(0, field.height() + 4))
        width = max(field.width(), _LEAST_WIDTH)
        left = max(_APART, min(top_left.x(), window.width() - width - _APART))
        most = window.height() - top_left.y() - _APART
        self.setGeometry(left, top_left.y(), width, most)
        self.show()
        self.resize(width, min(most, self._height(width)))
        if found:
            self._view.setCurrentIndex(self._model.index(0))
        self.raise_()

    def walk(self, step: int) -> None:
        """Select the next or the previous one."""
        row = (self._view.currentIndex().row() + step) % max(1, self._model.rowCount())
        self._view.setCurrentIndex(self._model.index(row))

    def chosen(self) -> Found | None:
        """Return who is selected."""
        return self._model.found(self._view.currentIndex().row())

    def _height(self, width: int) -> int:
        """Return the height for the people found, of whom at most ten are in sight."""
        number = self._model.rowCount()
        if not number:
            return self._nobody.heightForWidth(width - 24) + 24
        policies = Qt.ScrollBarPolicy
        some = number <= _MOST_IN_SIGHT
        self._view.setVerticalScrollBarPolicy(
            policies.ScrollBarAsNeeded if some else policies.ScrollBarAlwaysOn
        )
        self._column.activate()
        self._lines.width = self._view.viewport().width()
        self._view.scheduleDelayedItemsLayout()
        in_sight = range(min(_MOST_IN_SIGHT, number))
        lines = sum(self._view.sizeHintForRow(row) for row in in_sight)
        return lines + self._hint_height(width) + 2 * _EDGE + 2

    def _hint_height(self, width: int) -> int:
        if self._hint.isHidden():
            return 0
        return self._hint.heightForWidth(width - 2 * _EDGE) + self._column.spacing()

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        self._take(self._model.found(index.row()))


def _nobody(typed: str) -> str:
    if any(map(str.isalpha, typed)):
        return _("Niemand gevonden. Kijk de spelling na.")
    return _("Niemand gevonden. Kijk het nummer of de datum na.")
