"""A few questions that open in the middle of the screen, and close again when they are answered."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget

from reception_assistant.i18n import _
from ui.theme.marks import bar, ink
from ui.widgets.blocks import EDGE, GAP, column, label, say
from ui.widgets.flow import flow
from ui.widgets.wrapping_button import wrapping_button

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SmallForm(QFrame):
    """A title, fields under their names, and the way on and back; Esc closes it.

    What is filled in stays when it is closed, until it was kept.

    Signals:
        confirmed: the button, or Ctrl+Enter.
        closed: it was closed without being kept.
    """

    confirmed = Signal()
    closed = Signal()

    def __init__(self, title: str, done: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        bar(self, "primary")
        self._first: QWidget | None = None
        self.setAccessibleName(title)
        self._fields = column(gap=GAP)
        self._trouble = ink(label("body"), "stop")
        self._trouble.hide()
        self.done = wrapping_button(done, "primary", self.confirmed.emit)
        back = wrapping_button(_("Terug   Esc"), "quiet", self.leave)
        layout = column(label("caption", title))
        layout.addLayout(self._fields)
        layout.addWidget(self._trouble)
        layout.addWidget(flow(GAP, self.done, back))
        layout.setContentsMargins(EDGE - 4, 0, 0, 0)
        self.setLayout(layout)
        self.hide()

    def add(self, name: str, field: QWidget) -> None:
        """Add a field under its name."""
        above = label("muted", name)
        above.setBuddy(field)
        field.setAccessibleName(name)
        cell = QWidget()
        cell.setLayout(column(above, field, gap=2))
        self._fields.addWidget(cell)
        self._first = self._first or field

    def add_plain(self, widget: QWidget) -> None:
        """Add something that asks nothing."""
        self._fields.addWidget(widget)

    def open(self) -> None:
        """Show it, with the keys going to its first field."""
        say(self._trouble, "")
        self.show()
        if self._first is not None:
            self._first.setFocus()

    def leave(self) -> None:
        """Close it."""
        self.hide()
        self.closed.emit()

    def show_trouble(self, text: str) -> None:
        """Say what is still to be filled in."""
        say(self._trouble, text)

    def event(self, event: QEvent) -> bool:
        """Keep Esc here, also where the window has an action for it."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep with Ctrl+Enter, close with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in _ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.confirmed.emit()
        else:
            super().keyPressEvent(event)
