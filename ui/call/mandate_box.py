"""What the receptionist may offer: at once, after asking, or not at all."""

from collections.abc import Sequence
from functools import partial
from itertools import zip_longest

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from reception_assistant.complaints.mandates_said import named
from reception_assistant.i18n import N_, _
from reception_assistant.library.lists import Mandate, May
from ui.call.quick_flow import QuickFlow
from ui.call.said import quoted
from ui.theme.marks import kind, role
from ui.widgets.blocks import GAP, column, label
from ui.widgets.tab_order import in_order
from ui.widgets.wrapping_button import WrappingButton

_TITLES = {May.SELF: N_("Zelf:"), May.CONSULT: N_("In overleg:"), May.NEVER: N_("Nooit:")}
_SPOKEN = {
    May.SELF: N_("Dit mag u zelf: {what}"),
    May.CONSULT: N_("In overleg: {what}"),
    May.NEVER: N_("Dit kan nooit: {what}"),
}
_STEPS = {
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
}


class MandateBox(QWidget):
    """Three groups, a line or so each; the mandate that is chosen tells what to say with it.

    Tab comes here once, from `after`; arrows walk, Space and Enter choose.
    """

    def __init__(self, after: QWidget) -> None:
        super().__init__()
        self._after = after
        self._mandates: tuple[Mandate, ...] = ()
        self._chosen: Mandate | None = None
        self._groups = {may: _Group(_(title)) for may, title in _TITLES.items()}
        self._say = label("muted")
        self.setLayout(column(self._say, *self._groups.values(), gap=GAP // 2))
        for group in self._groups.values():
            group.clicked.connect(self._on_group_clicked)
        self.setAccessibleName(_("Wat u kunt aanbieden"))
        self.hide()

    def show_mandates(self, mandates: Sequence[Mandate]) -> None:
        """Show these; none at all take no room."""
        if (shown := tuple(mandates)) and shown != self._mandates:
            self._mandates = shown
            for may, group in self._groups.items():
                group.show_lines([each for each in shown if each.may is may])
            in_order(self._after, *self._buttons())
            for each in self._buttons():
                each.installEventFilter(self)
            self._let_tab_come_to(self._buttons()[0])
            self._choose(None)
        self.setVisible(bool(shown))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Walk with the arrows, and let Tab come back to where the keys were."""
        buttons = self._buttons()
        if isinstance(watched, WrappingButton) and watched in buttons:
            if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
                key, place = Qt.Key(event.key()), buttons.index(watched)
                if key in _STEPS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
                    at = (place + _STEPS[key]) % len(buttons)
                    buttons[at].setFocus(Qt.FocusReason.TabFocusReason)
                    return True
            if isinstance(event, QFocusEvent) and event.gotFocus():
                self._let_tab_come_to(watched)
        return super().eventFilter(watched, event)

    def _buttons(self) -> list[WrappingButton]:
        """Return what can be chosen now, in the order in which it is read."""
        return [each for group in self._groups.values() for each in group.shown()]

    def _let_tab_come_to(self, button: WrappingButton) -> None:
        policies = Qt.FocusPolicy
        for each in self._buttons():
            each.setFocusPolicy(policies.StrongFocus if each is button else policies.ClickFocus)

    def _choose(self, mandate: Mandate | None) -> None:
        self._chosen = mandate
        for group in self._groups.values():
            group.mark(mandate)
        hint = _("Kies wat u aanbiedt. Dan ziet u wat u zegt.")
        self._say.setText(quoted(mandate.say) if mandate else hint)
        role(self._say, "strong" if mandate else "muted")

    @Slot(object)
    def _on_group_clicked(self, mandate: Mandate) -> None:
        self._choose(None if mandate is self._chosen else mandate)


class _Group(QWidget):
    """The mandates behind one heading, in reading order.

    Signals:
        clicked: a mandate is chosen, or let go of.
            arg: the mandate.
    """

    clicked = Signal(object)  # Mandate

    def __init__(self, title: str) -> None:
        super().__init__()
        self._lines: tuple[Mandate, ...] = ()
        self._made: list[WrappingButton] = []
        self._flow = QuickFlow(GAP // 2, self)
        self._flow.addWidget(label("strong", title, one_line=True))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_lines(self, lines: Sequence[Mandate]) -> None:
        """Show these, and nothing without any."""
        self._lines = tuple(lines)
        while len(self._made) < len(lines):
            made = kind(WrappingButton(), "word")
            made.setCheckable(True)
            made.clicked.connect(partial(self._on_clicked, len(self._made)))
            self._made.append(made)
            self._flow.addWidget(made)
        for button, line in zip_longest(self._made, self._lines):
            if line is not None:
                button.setText(named(line))
                button.setAccessibleName(_(_SPOKEN[line.may]).format(what=named(line)))
                button.setAccessibleDescription(line.say)
            button.setVisible(line is not None)
        self.setVisible(bool(lines))

    def shown(self) -> list[WrappingButton]:
        """Return those that can be chosen."""
        return self._made[: len(self._lines)]

    def mark(self, chosen: Mandate | None) -> None:
        """Show which one is chosen."""
        for button, line in zip(self._made, self._lines, strict=False):
            button.setChecked(line is chosen)

    def _on_clicked(self, place: int) -> None:
        self.clicked.emit(self._lines[place])
