"""Finding somebody while typing: a field, and the people found beneath it."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListView, QVBoxLayout, QWidget

from reception_assistant.agenda.day import Person
from reception_assistant.i18n import _
from ui.actions import Do, key_text
from ui.theme.icons import Icons
from ui.theme.marks import card
from ui.widgets.blocks import label

_Index = QModelIndex | QPersistentModelIndex
_MOST_IN_SIGHT = 10


class Found(NamedTuple):
    """Somebody who was found, and the line that shows who it is."""

    person: Person
    line: str


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


class SearchField(QLineEdit):
    """The field: every letter searches, Down walks, Enter takes, Esc leaves.

    Signals:
        search_requested: something else is typed.
            arg: the text.
        person_chosen: somebody was taken.
            arg: the person.
        left: the search is over.
    """

    search_requested = Signal(str)
    person_chosen = Signal(object)  # Person
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("search")
        self.setAccessibleName(_("Zoek iemand"))
        self.setPlaceholderText(
            _("Zoek naam, datum of telefoon   {key}").format(key=key_text(Do.SEARCH))
        )
        self.setClearButtonEnabled(True)
        self.textEdited.connect(self._on_text_edited)
        self._model = FoundList()
        self._popup: _Popup | None = None

    def show_found(self, typed: str, found: Sequence[Found]) -> None:
        """Show who was found for `typed`, unless something else is typed by now."""
        if typed != self.text() or not self.hasFocus():
            return
        self._model.set_found(found)
        if self._popup is None:
            self._popup = _Popup(self._model, self._take, self.window())
        self._popup.show_below(self, nobody=not found)

    def take_icons(self, icons: Icons) -> None:
        """Show the icon, once it is there."""
        self.addAction(icons.icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk through the people found without leaving the field."""
        key = event.key()
        shown = self._popup is not None and self._popup.isVisible()
        if key == Qt.Key.Key_Escape:
            self._leave()
        elif shown and self._popup is not None and key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._popup.walk(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if shown and self._popup is not None:
                self._take(self._popup.row())
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Close the list when the focus goes elsewhere."""
        super().focusOutEvent(event)
        if self._popup is not None and event.reason() != Qt.FocusReason.PopupFocusReason:
            self._popup.hide()

    def _take(self, row: int) -> None:
        found = self._model.found(row)
        if found is not None:
            self._leave()
            self.person_chosen.emit(found.person)

    def _leave(self) -> None:
        self.clear()
        if self._popup is not None:
            self._popup.hide()
        self.left.emit()

    @Slot(str)
    def _on_text_edited(self, text: str) -> None:
        if text.strip():
            self.search_requested.emit(text)
        elif self._popup is not None:
            self._popup.hide()


class _Popup(QFrame):
    """The people found, over whatever lies beneath."""

    def __init__(self, model: FoundList, take: Callable[[int], None], window: QWidget) -> None:
        super().__init__(window)
        card(self)
        self._window = window
        self.setObjectName("found")
        self._model = model
        self._take = take
        self._view = QListView()
        self._view.setModel(model)
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

    def show_below(self, field: QLineEdit, *, nobody: bool) -> None:
        """Lie down under `field`, as high as is needed."""
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
        row = (self.row() + step) % max(1, self._model.rowCount())
        self._view.setCurrentIndex(self._model.index(row))

    def row(self) -> int:
        """Return the row that is selected."""
        return self._view.currentIndex().row()

    def _height(self, width: int) -> int:
        if not self._model.rowCount():
            return self._nobody.heightForWidth(width - 24) + 24
        rows = min(_MOST_IN_SIGHT, self._model.rowCount())
        self._view.setFixedWidth(width - 10)
        return sum(self._view.sizeHintForRow(row) for row in range(rows)) + 20

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        self._take(index.row())
