"""What every form beside the list has: a title, a place for trouble, keep and leave."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from reception_assistant.errors import KnownError
from reception_assistant.i18n import _
from ui.widgets.blocks import GAP, box_of, card_of, label, plain_button
from ui.widgets.flow import flow
from ui.widgets.scrolled import Scrolled


class Editor(QScrollArea):
    """A form in the place of the card.

    Esc leaves the field first, and the form when no field has the cursor.

    Signals:
        save_requested: the form is filled in.
            arg: what was filled in.
        cancelled: the user wants no change.
    """

    save_requested = Signal(object)
    cancelled = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._trouble = label("body")
        self._trouble_box = box_of("stop", self._trouble)

    def filled_in(self) -> object:
        """Return what is filled in now; raises `KnownError` when it cannot be right."""
        raise NotImplementedError

    def focus_first(self) -> None:
        """Put the cursor in the first field to fill in."""
        raise NotImplementedError

    def show_trouble(self, error: Exception) -> None:
        """Say in the form why it could not be kept."""
        if not isinstance(error, KnownError):
            raise error
        self._trouble.setText(str(error))
        self._trouble_box.show()

    def hide_trouble(self) -> None:
        """Take away what was said before."""
        self._trouble_box.hide()

    @Slot()
    def save(self) -> None:
        """Ask to keep what is filled in."""
        try:
            filled = self.filled_in()
        except KnownError as error:
            self.show_trouble(error)
            return
        self.save_requested.emit(filled)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Esc leave the field, and then the form."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.hasFocus():
            self.cancelled.emit()
        else:
            self.setFocus()

    def _fill(self, title: str, *parts: QWidget) -> None:
        """Put the parts of the form under its title, and the buttons under them."""
        buttons = flow(
            GAP,
            plain_button(_("Bewaren   Ctrl+Enter"), "primary", self.save),
            plain_button(_("Niet bewaren   Esc"), "plain", self.cancelled.emit),
        )
        inside = Scrolled()
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(card_of(label("title", title), *parts, self._trouble_box, buttons))
        layout.addStretch(1)
        self.setWidget(inside)
        self.hide_trouble()
