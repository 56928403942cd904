"""The list of pages at the left: arrows walk it, and the page is shown at once."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QShowEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from reception_assistant.i18n import _

_OF_SCREEN = (
    Qt.Key.Key_Escape,
    Qt.Key.Key_Return,
    Qt.Key.Key_Enter,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
)


class PageList(QListView):
    """The names of the pages, as wide as the widest.

    Signals:
        page_chosen: another page is to be shown.
    """

    page_chosen = Signal()

    def __init__(self, names: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Onderwerpen van de instellingen"))
        self.setItemDelegate(_Airy(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self._names = QStandardItemModel(self)
        for name in names:
            self._names.appendRow(QStandardItem(name))
        self.setModel(self._names)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.choose(0)
        self.selectionModel().currentChanged.connect(self._on_current_changed)

    def chosen(self) -> int:
        """Return the number of the page that is shown."""
        return self.currentIndex().row()

    def choose(self, number: int) -> None:
        """Show the page with this number."""
        self.setCurrentIndex(self._names.index(number, 0))

    def sizeHint(self) -> QSize:
        """Return the room that all names need, and the widest of them."""
        frame = 2 * self.frameWidth()
        bar = self.verticalScrollBar().sizeHint().width()
        return QSize(
            self.sizeHintForColumn(0) + bar + frame,
            self.sizeHintForRow(0) * self._names.rowCount() + frame,
        )

    def minimumSizeHint(self) -> QSize:
        """Return the same width; fewer rows can be scrolled through."""
        size = self.sizeHint()
        size.setHeight(self.sizeHintForRow(0) * 2)
        return size

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave to the screen what does not walk the list."""
        if event.key() in _OF_SCREEN:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Take another width with other letters."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._measure()

    def showEvent(self, event: QShowEvent) -> None:
        """Measure the names again: now they are dressed."""
        super().showEvent(event)
        self._measure()

    def _measure(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.updateGeometry()

    @Slot()
    def _on_current_changed(self) -> None:
        self.page_chosen.emit()


class _Airy(QStyledItemDelegate):
    """Gives each name room above and below."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        size = super().sizeHint(option, index)
        return size + QSize(0, option.fontMetrics.height() * 3 // 4)
