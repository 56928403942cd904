"""What every small form of this screen is: some fields, what is lacking, and two buttons."""

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from reception_assistant.i18n import _
from ui.theme.marks import ink
from ui.widgets.blocks import GAP, column, label, say
from ui.widgets.flow import flow
from ui.widgets.text_field import TextField
from ui.widgets.wrapping_button import wrapping_button

LONGEST = 2_000


class InlineForm(QWidget):
    """Asks something in the place of a card; Ctrl+Enter keeps it, Esc leaves it as it is.

    Signals:
        saved: all is filled in.
            arg: what.
        left: it is left; what was filled in stays.
    """

    saved = Signal(object)
    left = Signal()

    def __init__(self, title: str, save: str, *asked: QWidget) -> None:
        super().__init__()
        self.title = label("title", title)
        self._lacking = ink(label("body"), "stop")
        self._save = wrapping_button(f"{save}   {_('Ctrl+Enter')}", "primary", self.save)
        back = wrapping_button(_("Terug   Esc"), "quiet", self.left.emit)
        buttons = flow(GAP, self._save, back)
        self.setLayout(column(self.title, *asked, self._lacking, buttons, gap=GAP + 4))
        self._lacking.hide()

    def take_keys(self) -> None:
        """Let the keys go to the first thing to fill in."""
        raise NotImplementedError

    def lacking(self) -> str:
        """Return what is to be filled in first, with the keys there; "" for nothing."""
        raise NotImplementedError

    def filled(self) -> object:
        """Return what is filled in."""
        raise NotImplementedError

    @Slot()
    def save(self) -> None:
        """Pass on what is filled in, or ask for what is lacking."""
        lacking = self.lacking()
        say(self._lacking, lacking)
        if not lacking:
            self.saved.emit(self.filled())

    def is_quiet(self) -> None:
        """Take away what was said to be lacking."""
        say(self._lacking, "")

    def event(self, event: QEvent) -> bool:
        """Keep Esc, also where the window has an action for it."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def asked(question: str, field: QWidget) -> QWidget:
    """Return a field with the question above it."""
    holder = QWidget()
    field.setAccessibleName(question)
    holder.setLayout(column(label("muted", question), field, gap=4))
    holder.setFocusProxy(field)
    return holder


def words_of(field: TextField) -> str:
    """Return what stands in a field, without the room around it."""
    return field.text().strip()
