"""Fields to choose in: one of a few, yes or no, a number, a time zone. See also `entries.py`."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QCompleter, QLineEdit, QSpinBox, QWidget

from reception_assistant.settings.catalogue import NO, YES
from ui.widgets.form import ChoiceField

_WIDEST_STEP = 10
_STEPPING_MILLISECONDS = 400
_NUMBER_LETTERS = 20
_HEIGHT_IN_LINES = 2.3
_ZONE_LETTERS = 10


class ChoiceEntry(ChoiceField):
    """One of a few; it wishes to be so many `letters` wide at least.

    Signals:
        edited, settled: another one is chosen.
    """

    edited = Signal()
    settled = Signal()

    def __init__(
        self,
        choices: Sequence[tuple[str, str]],
        letters: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._letters = letters
        for value, words in choices:
            self.addItem(words, value)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.activated.connect(self._on_activated)

    def sizeHint(self) -> QSize:
        """Return the room for the longest choice, or more where that is wished for."""
        wide = self.fontMetrics().averageCharWidth() * self._letters
        return super().sizeHint().expandedTo(QSize(wide, 0))

    def filled(self) -> str:
        """Return the one that is chosen."""
        return str(self.currentData() or "")

    def fill(self, value: str) -> None:
        """Choose `value`."""
        self.setCurrentIndex(self.findData(value))

    @Slot()
    def _on_activated(self) -> None:
        self.edited.emit()
        self.settled.emit()


class TickEntry(QCheckBox):
    """Yes or no.

    Signals:
        edited, settled: the box is ticked, or no longer.
    """

    edited = Signal()
    settled = Signal()

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.clicked.connect(self._on_clicked)

    def filled(self) -> str:
        """Return yes or no, as it is kept."""
        return YES if self.isChecked() else NO

    def fill(self, value: str) -> None:
        """Tick the box for yes."""
        self.setChecked(value == YES)

    @Slot()
    def _on_clicked(self) -> None:
        self.edited.emit()
        self.settled.emit()


class NumberEntry(QSpinBox):
    """A number: typed as one likes, and checked when it is kept; arrows stay within the bounds.

    Signals:
        edited: the number is another now.
        settled: the field is left, Enter is pressed, or the arrows have come to rest.
    """

    edited = Signal()
    settled = Signal()

    def __init__(self, lowest: int, highest: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lowest, self._highest = lowest, highest
        self.setRange(0, 10 ** (len(str(highest)) + 1) - 1)
        self.setSingleStep(max(1, min(lowest, _WIDEST_STEP)))
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self.settled)
        self.valueChanged.connect(self.edited)
        self.editingFinished.connect(self._on_finished)

    def filled(self) -> str:
        """Return the number as text."""
        return str(self.value())

    def fill(self, value: str) -> None:
        """Show `value`."""
        if value != self.filled() and value.isdigit():
            self.setValue(int(value))

    def sizeHint(self) -> QSize:
        """Return the same width for every number, and the height of a field that is wrong."""
        metrics = self.fontMetrics()
        wide = metrics.averageCharWidth() * _NUMBER_LETTERS
        high = round(metrics.height() * _HEIGHT_IN_LINES)
        return super().sizeHint().expandedTo(QSize(wide, high))

    def stepBy(self, steps: int) -> None:
        """Go up or down, and settle a moment after the last step."""
        wanted = self.value() + steps * self.singleStep()
        self.setValue(min(max(wanted, self._lowest), self._highest))
        self._rest.start(_STEPPING_MILLISECONDS)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the form."""
        event.ignore()

    @Slot()
    def _on_finished(self) -> None:
        self._rest.stop()
        self.settled.emit()


class ZoneEntry(ChoiceField):
    """A time zone, typed or chosen from those that there are; so many `letters` wide at least.

    Signals:
        edited: the text is another now.
        settled: one is chosen, Enter is pressed, or the field is left.
    """

    edited = Signal()
    settled = Signal()

    def __init__(self, letters: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._letters = letters
        line = QLineEdit()
        self.setLineEdit(line)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        # By its letters: measuring every zone would take long.
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(_ZONE_LETTERS)
        completer = QCompleter(self.model(), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCompleter(completer)
        line.textEdited.connect(self.edited)
        self.activated.connect(self._on_activated)
        line.editingFinished.connect(self.settled)

    def sizeHint(self) -> QSize:
        """Return the room that is wished for."""
        wide = self.fontMetrics().averageCharWidth() * self._letters
        return super().sizeHint().expandedTo(QSize(wide, 0))

    def offer(self, zones: Sequence[str]) -> None:
        """Offer these; what is filled in stays as it is."""
        before = self.filled()
        self.clear()
        self.addItems(list(zones))
        self.fill(before)

    def filled(self) -> str:
        """Return the zone that stands in it."""
        return self.currentText()

    def fill(self, value: str) -> None:
        """Show `value`."""
        self.setCurrentIndex(self.findText(value))
        if value != self.filled():
            self.setEditText(value)

    @Slot()
    def _on_activated(self) -> None:
        self.edited.emit()
        self.settled.emit()
