"""A field in the middle of the script, of which the keys belong to the text until it is left."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.widgets.text_field import TextField

_LONGEST = 1_000


class InlineField(QWidget):
    """Holds a field; Enter and Esc in it do not reach the script.

    Signals:
        entered: Enter.
        left: Esc.
        lost_keys: the keys went elsewhere.
    """

    entered = Signal()
    left = Signal()
    lost_keys = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.field = TextField("", _LONGEST)
        self.field.installEventFilter(self)

    def text(self) -> str:
        """Return what stands in it, without the room around it."""
        return self.field.text().strip()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep what the field left over."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice that the keys go elsewhere."""
        if watched is self.field and event.type() == QEvent.Type.FocusOut:
            self.lost_keys.emit()
        return super().eventFilter(watched, event)
