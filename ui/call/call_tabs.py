"""One row above the columns: the conversations that are open, and the button for a new one."""

from collections.abc import Sequence
from functools import partial
from itertools import zip_longest
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from reception_assistant.i18n import _
from ui.actions import Do, key_text
from ui.call.row_button import RowButton
from ui.theme.marks import kind
from ui.widgets.blocks import GAP
from ui.widgets.flow import FlowLayout
from ui.widgets.tab_order import put_before
from ui.widgets.wrapping_button import WrappingButton

_SIDE, _ABOVE = 12, 6
_STEPS = {
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CallChip(NamedTuple):
    """One conversation: who it is with, and since when it runs or waits."""

    id: str
    label: str
    detail: str
    running: bool
    parked: bool


class CallTabs(QWidget):
    """Chips, of which the running one is marked; arrows walk, Enter chooses.

    With one conversation that runs there is nothing to choose, and the row is hidden.

    Signals:
        call_chosen: another conversation is wanted on the screen.
            arg: its id.
        new_requested: a conversation is to begin.
        calls_shown: other conversations are shown.
            arg: the conversations (tuple of CallChip).
    """

    call_chosen = Signal(str)
    new_requested = Signal()
    calls_shown = Signal(object)  # tuple[CallChip, ...]

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("calls")
        self._calls: tuple[CallChip, ...] = ()
        self._chips: list[_CallButton] = []
        self._flow = FlowLayout(GAP, self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        text = _("+ Nieuw gesprek   {key}").format(key=key_text(Do.CALL))
        self._new = kind(WrappingButton(text), "chip")
        self._new.clicked.connect(self.new_requested)
        self._new.installEventFilter(self)
        self._flow.addWidget(self._new)
        self.setAccessibleName(_("Open gesprekken"))
        self.hide()

    def show_calls(self, calls: Sequence[CallChip]) -> None:
        """Show these conversations."""
        self._calls = tuple(calls)
        while len(self._chips) < len(calls):
            self._add_chip()
        for chip, call in zip_longest(self._chips, self._calls):
            if call is not None:
                chip.show_call(call)
            chip.setVisible(call is not None)
        self.setVisible(len(calls) > 1 or any(call.parked for call in calls))
        self.calls_shown.emit(self._calls)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Walk with the arrows; Enter chooses."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            buttons = [*self._chips[: len(self._calls)], self._new]
            here = next((at for at, each in enumerate(buttons) if each is watched), 0)
            key = Qt.Key(event.key())
            if key in _STEPS:
                buttons[(here + _STEPS[key]) % len(buttons)].setFocus()
                return True
            if key in _ENTER:
                buttons[here].click()
                return True
        return super().eventFilter(watched, event)

    def _add_chip(self) -> None:
        chip = _CallButton()
        chip.clicked.connect(partial(self._on_chip_clicked, len(self._chips)))
        chip.installEventFilter(self)
        self._chips.append(chip)
        self._flow.removeWidget(self._new)
        self._flow.addWidget(chip)
        self._flow.addWidget(self._new)
        put_before(self._new, chip)

    def _on_chip_clicked(self, place: int) -> None:
        self.call_chosen.emit(self._calls[place].id)


class _CallButton(RowButton):
    """One conversation; whether it is marked is for who shows it."""

    def __init__(self) -> None:
        super().__init__("chip", "body")
        self.edges(_SIDE, _ABOVE)
        self.setCheckable(True)

    def show_call(self, call: CallChip) -> None:
        """Show who it is with, and whether it runs."""
        self.show_words(call.label, end=call.detail)
        self.stand_out(yes=call.running)
        self.setChecked(call.running)
        name = _("{who}, {since}, nu op het scherm") if call.running else _("{who}, {since}")
        self.setAccessibleName(name.format(who=call.label, since=call.detail))

    def nextCheckState(self) -> None:
        """Leave the mark as it is."""
