"""Many changes, and one time of laying out after them."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtWidgets import QLayout, QWidget

_LAY_OUT = QEvent.Type(QEvent.registerEventType())


class AtOnce(QObject):
    """Lets the layouts in a widget wait; before it is painted each lays out once, the inmost first.

    By itself Qt lays out all of them anew for each part that is shown, and again for each layer.
    """

    def __init__(self, home: QWidget) -> None:
        super().__init__(home)
        self._home = home
        self._number = 0
        self._holders: list[tuple[QWidget, QLayout]] = []

    def __enter__(self) -> None:
        """Let them wait."""
        inside: list[QWidget] = self._home.findChildren(QWidget)
        if len(inside) != self._number:
            self._number = len(inside)
            layouts = ((each, each.layout()) for each in (self._home, *inside))
            self._holders = [(each, layout) for each, layout in layouts if layout is not None]
        for _each, layout in self._holders:
            layout.setEnabled(False)

    def __exit__(self, *_error: object) -> None:
        """Lay out in a moment, when nothing else is to be changed."""
        QCoreApplication.postEvent(self, QEvent(_LAY_OUT), Qt.EventPriority.HighEventPriority.value)

    def event(self, event: QEvent) -> bool:
        """Lay out."""
        if event.type() != _LAY_OUT:
            return super().event(event)
        for _each, layout in self._holders:
            layout.setEnabled(True)
        for each, layout in reversed(self._holders):
            if each.isVisible():
                layout.activate()
        return True
