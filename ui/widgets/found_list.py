"""The people found while somebody types, in a list that lies over the window."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPoint, Qt, Slot
from PySide6.QtWidgets import QFrame, QLineEdit, QListView, QVBoxLayout, QWidget

from reception_assistant.agenda.day import Person, Visit
from reception_assistant.i18n import _
from reception_assistant.naming.listed import list_name
from ui.theme.marks import card
from ui.widgets.blocks import label

_Index = QModelIndex | QPersistentModelIndex
_MOST_IN_SIGHT = 10


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


class FoundPopup(QFrame):
    """The people found, over whatever lies beneath."""

    def __init__(self, take: Callable[[Found | None], None], window: QWidget) -> None:
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
        self._view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._view.clicked.connect(self._on_clicked)
        self._nobody = label("muted", _("Niemand gevonden. Kijk de spelling na."))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.addWidget(self._view)
        layout.addWidget(self._nobody)

    def show_below(self, field: QLineEdit, found: Sequence[Found]) -> None:
        """Lie down under `field` with the people found, as high as is needed."""
        self._model.set_found(found)
        nobody = not found
        self._view.setVisible(not nobody)
        self._nobody.setVisible(nobody)
        window = self._window
        top_left = field.mapTo(window, QPoint(0, field.height() + 4))
        width = max(field.width(), 360)
        left = max(8, min(top_left.x(), window.width() - width - 8))
        self.setGeometry(left, top_left.y(), width, self._height(width))
        if not nobody:
            self._view.setCurrentIndex(self._model.index(0))
        self.raise_()
        self.show()

    def walk(self, step: int) -> None:
        """Select the next or the previous one."""
        row = (self._view.currentIndex().row() + step) % max(1, self._model.rowCount())
        self._view.setCurrentIndex(self._model.index(row))

    def chosen(self) -> Found | None:
        """Return who is selected."""
        return self._model.found(self._view.currentIndex().row())

    def _height(self, width: int) -> int:
        if not self._model.rowCount():
            return self._nobody.heightForWidth(width - 24) + 24
        rows = min(_MOST_IN_SIGHT, self._model.rowCount())
        self._view.setFixedWidth(width - 10)
        return sum(self._view.sizeHintForRow(row) for row in range(rows)) + 20

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        self._take(self._model.found(index.row()))
