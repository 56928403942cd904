"""The path so far: the steps that were taken, the one of now in heavy letters."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtWidgets import QWidget

from reception_assistant.i18n import _, ngettext
from reception_assistant.run.view import PathPart
from ui.call.quick_flow import quick_flow
from ui.widgets.blocks import GAP, column, label, say

_AT_ONCE = 6
_ON, _ASIDE, _BACK = " › ", " ↘ ", " ↗ "


class PathLine(QWidget):
    """One line, or more where it does not fit; of a long path the last part, with how much before.

    An arrow down leads to another script, an arrow up out of it.
    """

    def __init__(self) -> None:
        super().__init__()
        self._before, self._now = label("muted", one_line=True), label("strong", one_line=True)
        self.setLayout(column(quick_flow(GAP // 2, self._before, self._now)))

    def show_path(self, path: Sequence[PathPart]) -> None:
        """Show where the conversation went."""
        self.setVisible(bool(path))
        if not path:
            return
        earlier, shown = path[:-_AT_ONCE], path[-_AT_ONCE:]
        text = _count(len(earlier)) + _ON if earlier else ""
        for one, following in pairwise(shown):
            text += one.label + _between(one, following)
        say(self._before, text.rstrip())
        self._now.setText(shown[-1].label)
        whole = ", ".join(each.label for each in path)
        self.setAccessibleName(_("De weg tot nu toe: {path}").format(path=whole))
        self.setToolTip(whole if earlier else "")


def _between(one: PathPart, following: PathPart) -> str:
    if following.depth > one.depth:
        return _ASIDE
    return _BACK if following.depth < one.depth else _ON


def _count(number: int) -> str:
    return ngettext("{number} stap eerder", "{number} stappen eerder", number).format(number=number)
