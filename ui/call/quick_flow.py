"""A flow that remembers how high it is, because a step must be shown within a frame."""

from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.widgets.flow import FlowLayout


class QuickFlow(FlowLayout):
    """Counts its height once for each width, until something in it changes."""

    def __init__(self, gap: int, parent: QWidget | None = None) -> None:
        self._heights: dict[int, int] = {}
        super().__init__(gap, parent)

    def heightForWidth(self, width: int) -> int:
        """Return the height that is needed at `width`."""
        if width not in self._heights:
            self._heights[width] = super().heightForWidth(width)
        return self._heights[width]

    def invalidate(self) -> None:
        """Count again, because something in it changed."""
        self._heights.clear()
        super().invalidate()


def quick_flow(gap: int, *widgets: QWidget) -> QWidget:
    """Return a widget that holds `widgets` in such a flow."""
    holder = QWidget()
    layout = QuickFlow(gap, holder)
    for widget in widgets:
        layout.addWidget(widget)
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    holder.setSizePolicy(policy)
    return holder
