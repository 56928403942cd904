"""A group of chips of which one can be chosen, by mouse and by keyboard."""

from collections.abc import Sequence
from itertools import zip_longest
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QPushButton, QWidget

from reception_assistant.text import fold
from ui.theme.marks import kind
from ui.widgets.blocks import GAP
from ui.widgets.flow import FlowLayout
from ui.widgets.tab_order import in_order
from ui.widgets.wrapping_button import WrappingButton

_STEPS = {
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
}
_CHOOSES = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_WITH_A_COMMAND = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
_ONE_WORD = 1_000
"""Letters that follow one another within so many milliseconds belong together."""


class Chip(NamedTuple):
    """What can be chosen: its id and its words."""

    id: str
    label: str


class ChipGroup(QWidget):
    """Chips of which at most one is chosen.

    Tab comes to one of them and leaves them; arrows and first letters walk, Space and Enter choose,
    and let go of what was chosen. `last` stands behind them and is no part of the choice.

    Signals:
        chosen: another one is chosen, or none any more.
            arg: its id, or "".
        sought: letters are typed with which none of them starts.
            arg: the letters.
    """

    chosen = Signal(str)
    sought = Signal(str)

    def __init__(self, last: QPushButton | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = FlowLayout(GAP, self)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._offered: tuple[Chip, ...] = ()
        self._buttons: list[WrappingButton] = []
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)  # what is chosen can be let go of
        self._group.buttonClicked.connect(self._on_group_button_clicked)
        self._last = last
        self._typed, self._typed_at = "", 0
        self._make(1)  # at its place in the order of Tab; the others follow it
        self._buttons[0].hide()

    def offer(self, chips: Sequence[Chip], chosen: str = "") -> None:
        """Let one of these be chosen; `chosen` is chosen already."""
        if tuple(chips) != self._offered:
            self._offered = tuple(chips)
            self._make(len(chips))
            for button, chip in zip_longest(self._buttons, chips):
                button.setVisible(chip is not None)
                if chip is not None:
                    button.setText(chip.label)
                    button.setAccessibleName(chip.label)
                    button.setChecked(False)
        self.choose(chosen)

    def choose(self, chosen: str) -> None:
        """Show that this one is chosen; "" for none."""
        for button, chip in zip(self._buttons, self._offered, strict=False):
            button.setChecked(chip.id == chosen)
        if not any(button.hasFocus() for button in self._buttons):
            self._let_tab_come_to(self._place_of(chosen))

    @property
    def offered(self) -> tuple[Chip, ...]:
        """What can be chosen now."""
        return self._offered

    @property
    def choice(self) -> str:
        """The id of what is chosen, or ""."""
        pairs = zip(self._buttons, self._offered, strict=False)
        return next((chip.id for button, chip in pairs if button.isChecked()), "")

    def take_keys(self) -> None:
        """Give the keys to what is chosen, or to the first."""
        if self._offered:
            place = self._place_of(self.choice)
            self._buttons[place].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def call(self, name: str) -> None:
        """Tell a screen reader what is asked for here."""
        self.setAccessibleName(name)
        for button in self._buttons:
            button.setAccessibleDescription(name)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the keys walk and choose, and let Tab come back to where they were."""
        if isinstance(watched, WrappingButton) and watched in self._buttons:
            if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
                return self._took(event, self._buttons.index(watched))
            if isinstance(event, QFocusEvent) and event.gotFocus():
                self._let_tab_come_to(self._buttons.index(watched))
        return super().eventFilter(watched, event)

    def _took(self, event: QKeyEvent, place: int) -> bool:
        """Do what a key means here; tell whether it means anything."""
        key, number = Qt.Key(event.key()), len(self._offered)
        if event.modifiers() & _WITH_A_COMMAND:
            return False
        if key in _STEPS:
            self._go_to((place + _STEPS[key]) % number)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._go_to(0 if key == Qt.Key.Key_Home else number - 1)
        elif key in _CHOOSES:
            if not event.isAutoRepeat():
                self._buttons[place].click()
        elif event.text().isalpha() and fold(event.text()):
            self._jump(event, place)
        else:
            return False
        return True

    def _jump(self, event: QKeyEvent, place: int) -> None:
        """Go to the chip that starts with what is typed; the same letter again goes on."""
        goes_on = event.timestamp() - self._typed_at < _ONE_WORD
        typed = self._typed + fold(event.text()) if goes_on else fold(event.text())
        self._typed, self._typed_at = typed, event.timestamp()
        repeated = len(set(typed)) == 1
        start, sought = (place + 1, typed[0]) if repeated else (place, typed)
        number = len(self._offered)
        for at in (each % number for each in range(start, start + number)):
            if fold(self._offered[at].label).startswith(sought):
                self._go_to(at)
                return
        self.sought.emit(typed)

    def _go_to(self, place: int) -> None:
        self._buttons[place].setFocus(Qt.FocusReason.TabFocusReason)

    def _place_of(self, chosen: str) -> int:
        return next((at for at, chip in enumerate(self._offered) if chip.id == chosen), 0)

    def _let_tab_come_to(self, place: int) -> None:
        policies = Qt.FocusPolicy
        for at, button in enumerate(self._buttons):
            button.setFocusPolicy(policies.StrongFocus if at == place else policies.ClickFocus)

    def _make(self, number: int) -> None:
        """Have at least so many chips, before what comes last."""
        if self._last is not None and len(self._buttons) < number:
            self._layout.removeWidget(self._last)
        while len(self._buttons) < number:
            chip = kind(WrappingButton(), "chip")
            chip.setCheckable(True)
            chip.setAccessibleDescription(self.accessibleName())
            self._group.addButton(chip)
            chip.installEventFilter(self)
            self._buttons.append(chip)
            self._layout.addWidget(chip)
        if self._last is not None and self._layout.indexOf(self._last) < 0:
            self._layout.addWidget(self._last)
        in_order(*self._buttons, *([self._last] if self._last is not None else []))

    @Slot(QAbstractButton)
    def _on_group_button_clicked(self, pressed: QAbstractButton) -> None:
        for button in self._buttons:
            if button is not pressed:
                button.setChecked(False)
        self.chosen.emit(self.choice)
