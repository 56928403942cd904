"""The people found while somebody types, in a list that lies over the window."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPoint, Qt, Slot
from PySide6.QtWidgets import QFrame, QLineEdit, QListView, QVBoxLayout, QWidget

from reception_assistant.agenda.day import Person
from reception_assistant.i18n import _
from reception_assistant.naming.listed import list_name
from ui.theme.marks import card
from ui.widgets.blocks import label

_Index = QModelIndex | QPersistentModelIndex
_MOST_IN_SIGHT = 10


class FoundList(QAbstractListModel):
    """The people found, those seen soon or lately first."""

    def __init__(self) -> None:
        super().__init__()
        self._found: tuple[Person, ...] = ()

    def set_found(self, found: Sequence[Person]) -> None:
        """Show these people."""
        self.beginResetModel()
        self._found = tuple(found)
        self.endResetModel()

    def found(self, row: int) -> Person | None:
        """Return who stands on a row."""
        return self._found[row] if 0 <= row < len(self._found) else None

    def rowCount(self, parent: _Index | None = None) -> int:
        """Return how many were found."""
        return 0 if parent is not None and parent.isValid() else len(self._found)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the line of somebody."""
        if role == Qt.ItemDataRole.DisplayRole and index.isValid():
            return found_line(self._found[index.row()])
        return None


def found_line(person: Person) -> str:
    """Return the line that shows who somebody is: name, birth date, phone."""
    born = f"{person.birth_date:%d-%m-%Y}" if person.birth_date else ""
    return " · ".join(filter(None, (list_name(person.name), born, person.phone)))


class FoundPopup(QFrame):
    """The people found, over whatever lies beneath."""

    def __init__(self, take: Callable[[Person | None], None], window: QWidget) -> None:
        super().__init__(window)
        card(self)
        self._window = window
        self.setObjectName("found")
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

    def show_below(self, field: QLineEdit, found: Sequence[Person]) -> None:
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

    def chosen(self) -> Person | None:
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
