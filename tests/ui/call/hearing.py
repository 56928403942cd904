"""Hears what a part of the screen tells, in the order in which it tells it."""

from functools import partial

from PySide6.QtWidgets import QWidget

Told = tuple[str, *tuple[object, ...]]


class Heard(list[Told]):
    """Each signal as its name and what came with it."""

    def __init__(self, part: QWidget, *names: str) -> None:
        super().__init__()
        for name in names:
            getattr(part, name).connect(partial(self._hear, name))

    def _hear(self, name: str, *what: object) -> None:
        self.append((name, *what))
