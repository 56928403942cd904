"""News of the core, brought into the thread of the window: one signal for every screen."""

from PySide6.QtCore import QObject, Qt, Signal, Slot

from reception_assistant.changes import Change, Changed, ChangeFeed


class ChangeBridge(QObject):
    """Repeats each change of the core in the thread of the window.

    Signals:
        changed: something was written.
            arg: what (Changed), and who asked for it (None: another process).
    """

    changed = Signal(object, object)
    _arrived = Signal(object)  # Change

    def __init__(self, feed: ChangeFeed, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._feed = feed
        self._arrived.connect(self._on_arrived, Qt.ConnectionType.QueuedConnection)
        feed.listen(self._pass_on)

    def close(self) -> None:
        """Stop listening."""
        self._feed.forget(self._pass_on)

    def tell_foreign_write(self) -> None:
        """Tell that another process wrote something: everything may be different."""
        self.changed.emit(Changed.EVERYTHING, None)

    def _pass_on(self, change: Change) -> None:
        self._arrived.emit(change)

    @Slot(object)
    def _on_arrived(self, change: Change) -> None:
        self.changed.emit(change.what, change.origin)
