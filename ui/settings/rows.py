"""Rows under each other that stay what they are when others come and go: nothing typed is lost."""

from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

from PySide6.QtWidgets import QVBoxLayout, QWidget


class _Known(Protocol):
    """Something that a row shows."""

    @property
    def id(self) -> str:
        """What it is known by."""


_Row = TypeVar("_Row", bound=QWidget)
_Shown = TypeVar("_Shown", bound=_Known)


def rows_for(
    rows: dict[str, _Row], shown: Sequence[_Shown], make: Callable[[_Shown], _Row]
) -> dict[str, _Row]:
    """Return a row for each of `shown`, in their order: those there were, so nothing is lost."""
    for gone in rows.keys() - {each.id for each in shown}:
        rows[gone].hide()
        rows[gone].deleteLater()
    return {each.id: rows.get(each.id) or make(each) for each in shown}


def arrange(layout: QVBoxLayout, rows: Sequence[QWidget]) -> None:
    """Put `rows` under each other; one that stands right already is not touched."""
    for place, row in enumerate(rows):
        item = layout.itemAt(place)
        if item is None or item.widget() is not row:
            layout.insertWidget(place, row)


def holder(layout: QVBoxLayout) -> QWidget:
    """Return a widget that holds what is in `layout`."""
    made = QWidget()
    made.setLayout(layout)
    return made
