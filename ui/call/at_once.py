"""Many changes, and one time of laying out after them."""

from PySide6.QtWidgets import QLayout, QWidget


class AtOnce:
    """Lets the layouts in a widget wait for the end; then each lays out once, the inmost first.

    By itself Qt lays out all of them anew for each part that is shown, and again for each layer.
    """

    def __init__(self, home: QWidget) -> None:
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
        """Lay out."""
        for _each, layout in self._holders:
            layout.setEnabled(True)
        for each, layout in reversed(self._holders):
            if each.isVisible():
                layout.activate()
