"""The path so far: the steps that were taken, the one of now in heavy letters."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from reception_assistant.i18n import _, ngettext
from reception_assistant.run.view import PathPart
from ui.call.quick_flow import quick_flow
from ui.widgets.blocks import GAP, column, label, say

_AT_ONCE = 6
_LAST = 3
_BESIDE_TEXT = 8
_ON, _ASIDE, _BACK = " › ", " ↘ ", " ↗ "


class PathLine(QWidget):
    """One line: where not all of it fits, the first step, how many more, and the last ones.

    An arrow down leads to another script, an arrow up out of it.
    """

    def __init__(self) -> None:
        super().__init__()
        self._path: tuple[PathPart, ...] = ()
        self._whole = ""
        self._before, self._now = label("muted", one_line=True), label("strong", one_line=True)
        self.setLayout(column(quick_flow(GAP // 2, self._before, self._now)))

    def show_path(self, path: Sequence[PathPart]) -> None:
        """Show where the conversation went; at the first step the title has said it already."""
        begun = len(path) <= 1
        self.setHidden(begun)
        if begun:
            return
        self._path = tuple(path)
        self._now.setText(path[-1].label)
        self._whole = ", ".join(each.label for each in path)
        self.setAccessibleName(_("De weg tot nu toe: {path}").format(path=self._whole))
        self._write()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say as much as there is room for."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._write()

    def _write(self) -> None:
        if not self._path:
            return
        now = self._now.fontMetrics().horizontalAdvance(self._path[-1].label)
        room = self.width() - now - _BESIDE_TEXT
        advance = self._before.fontMetrics().horizontalAdvance
        texts = _texts(self._path)
        text = next((each for each in texts if advance(each) <= room), texts[-1])
        if text != self._before.text():
            say(self._before, text)
            self.setToolTip("" if text == texts[0] else self._whole)


def _texts(path: Sequence[PathPart]) -> list[str]:
    """Return how to say what came before the step of now, from long to short."""
    texts = [_joined(path)] if len(path) <= _AT_ONCE else []
    for last in range(min(_LAST, len(path) - 2), 0, -1):
        left_out = len(path) - last - 1
        texts.append(f"{path[0].label}{_ON}{_count(left_out)}{_ON}{_joined(path[-last:])}".rstrip())
    if len(path) > 1:
        texts.append(_earlier(len(path) - 1) + _ON.rstrip())
    return texts


def _joined(path: Sequence[PathPart]) -> str:
    """Return all but the last, with arrows."""
    return "".join(one.label + _between(one, other) for one, other in pairwise(path)).rstrip()


def _between(one: PathPart, following: PathPart) -> str:
    if following.depth > one.depth:
        return _ASIDE
    return _BACK if following.depth < one.depth else _ON


def _count(number: int) -> str:
    return ngettext("nog {number} stap", "nog {number} stappen", number).format(number=number)


def _earlier(number: int) -> str:
    return ngettext("{number} stap eerder", "{number} stappen eerder", number).format(number=number)
