"""The order in which Tab walks, for parts that are made later than what stands below them."""

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def in_order(*widgets: QWidget) -> None:
    """Let Tab walk through `widgets` in this order, from where the first of them stands."""
    for one, other in pairwise(widgets):
        QWidget.setTabOrder(one, other)


def put_before(anchor: QWidget, *widgets: QWidget) -> None:
    """Let Tab walk through `widgets`, in this order, just before it comes to `anchor`."""
    no_focus = Qt.FocusPolicy.NoFocus
    before = anchor.previousInFocusChain()
    while before is not None and before is not anchor:
        if before not in widgets and before.focusPolicy() != no_focus:
            break
        before = before.previousInFocusChain()
    in_order(before or anchor, *widgets)
