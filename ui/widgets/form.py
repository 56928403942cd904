"""Forms inside the window: fields with their label above them, in as many columns as fit."""

from collections.abc import Sequence
from enum import Enum
from typing import TypeVar

from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from ui.widgets.blocks import GAP, label
from ui.widgets.text_field import TextField

_NARROWEST_FIELD = 18  # letters
_Choice = TypeVar("_Choice", bound=Enum)


class ChoiceField(QComboBox):
    """A field to choose from; the wheel scrolls the form under it, and changes nothing."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the form."""
        event.ignore()


class FieldGrid(QWidget):
    """Fields in two columns, or in one where two would be too narrow."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cells: list[tuple[QWidget, bool]] = []
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GAP)

    def add(self, name: str, field: QWidget, *, wide: bool = False) -> QLabel:
        """Add a field under its name, and return the label of the name.

        A `wide` field has a row of its own.
        """
        cell = QWidget()
        layout = QVBoxLayout(cell)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        above = label("muted", name)
        above.setBuddy(field)
        field.setAccessibleName(name)
        layout.addWidget(above)
        layout.addWidget(field)
        layout.addStretch(1)
        self._cells.append((cell, wide))
        self._columns = 0
        return above

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the fields out again when another number of columns fits."""
        super().resizeEvent(event)
        self.lay_out(event.size().width())

    def lay_out(self, width: int) -> None:
        """Put the fields in the columns that fit in `width`."""
        needed = (cell.minimumSizeHint().width() for cell, wide in self._cells if not wide)
        room = max([self.fontMetrics().averageCharWidth() * _NARROWEST_FIELD, *needed])
        columns = 2 if width >= 2 * room + GAP else 1
        if columns == self._columns:
            return
        self._columns = columns
        place = 0
        for cell, wide in self._cells:
            if wide:
                place += place % columns
            span = columns if wide else 1
            self._grid.addWidget(cell, place // columns, place % columns, 1, span)
            place += span
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1 if columns > 1 else 0)


def text_field(text: str = "", hint: str = "", longest: int = 200) -> TextField:
    """Return a field for a name or a few words, which are never cut off."""
    field = TextField(text, longest)
    field.setPlaceholderText(hint)
    return field


def short_field(text: str = "", hint: str = "", longest: int = 200) -> QLineEdit:
    """Return a field for a date, a number or a word."""
    field = QLineEdit(text)
    field.setMaxLength(longest)
    field.setPlaceholderText(hint)
    field.setCursorPosition(0)
    return field


def choice_field(choices: Sequence[tuple[_Choice, str]], chosen: _Choice) -> QComboBox:
    """Return a field to choose one of `choices`: values with their words."""
    field = ChoiceField()
    for value, words in choices:
        field.addItem(words, value)
    field.setCurrentIndex([value for value, _words in choices].index(chosen))
    field.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    return field
