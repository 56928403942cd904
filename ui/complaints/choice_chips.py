"""A short list to choose from, as chips on a line."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QWidget

from ui.theme.marks import kind
from ui.widgets.blocks import GAP
from ui.widgets.flow import FlowLayout
from ui.widgets.wrapping_button import WrappingButton

_ID = "choice"
_STEPS = {
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
}
_WITH_A_COMMAND = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


class ChoiceChips(QWidget):
    """Chips of which at most one is chosen; the arrows walk, Space and Enter choose.

    Signals:
        chosen: another one is chosen.
            arg: its id.
    """

    chosen = Signal(str)

    def __init__(self, name: str, choices: Sequence[tuple[str, str]] = ()) -> None:
        super().__init__()
        self._layout = FlowLayout(GAP, self)
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)  # the arrows are to walk, and not to choose
        self._group.buttonClicked.connect(self._on_button_clicked)
        self._offered: tuple[tuple[str, str], ...] = ()
        self.setAccessibleName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.offer(choices)

    def offer(self, choices: Sequence[tuple[str, str]]) -> None:
        """Let one of these be chosen: ids with their words; what was chosen stays so."""
        if tuple(choices) == self._offered:
            return
        before = self.choice
        if [each for each, _words in choices] == [each for each, _words in self._offered]:
            for chip, (_id, words) in zip(self._group.buttons(), choices, strict=True):
                chip.setText(words)
        else:
            self._make(choices)
        self._offered = tuple(choices)
        self.choose(before)

    def choose(self, chosen: str) -> None:
        """Show that this one is chosen; "" for none."""
        for chip in self._group.buttons():
            chip.setChecked(chip.property(_ID) == chosen)

    @property
    def choice(self) -> str:
        """The id of what is chosen, or ""."""
        chips = self._group.buttons()
        return next((str(chip.property(_ID)) for chip in chips if chip.isChecked()), "")

    def take_keys(self) -> None:
        """Give the keys to what is chosen, or to the first."""
        chips = self._group.buttons()
        if chips:
            next((chip for chip in chips if chip.isChecked()), chips[0]).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk with the arrows: Qt leaves out the chips to which Tab does not come."""
        chips, key = self._group.buttons(), Qt.Key(event.key())
        here = next((place for place, chip in enumerate(chips) if chip.hasFocus()), None)
        if here is None or key not in _STEPS or event.modifiers() & _WITH_A_COMMAND:
            super().keyPressEvent(event)
        else:
            chips[(here + _STEPS[key]) % len(chips)].setFocus(Qt.FocusReason.TabFocusReason)

    def chip(self, wanted: str) -> QAbstractButton:
        """Return the chip of an id."""
        return next(chip for chip in self._group.buttons() if chip.property(_ID) == wanted)

    def _make(self, choices: Sequence[tuple[str, str]]) -> None:
        for old in self._group.buttons():
            self._group.removeButton(old)
            self._layout.removeWidget(old)
            old.hide()
            old.deleteLater()
        for each, words in choices:
            chip = kind(WrappingButton(words), "chip")
            chip.setCheckable(True)
            chip.setProperty(_ID, each)
            chip.setAccessibleDescription(self.accessibleName())
            self._group.addButton(chip)
            self._layout.addWidget(chip)

    @Slot(QAbstractButton)
    def _on_button_clicked(self, chip: QAbstractButton) -> None:
        self.choose(chip.property(_ID))
        self.chosen.emit(chip.property(_ID))
