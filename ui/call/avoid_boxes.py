"""What is better not said, each with what to say instead beside it."""

from collections.abc import Sequence
from itertools import zip_longest

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from reception_assistant.i18n import _
from reception_assistant.run.view import InsteadView
from ui.call.beside import beside
from ui.call.said import quoted
from ui.theme.marks import Tone, tone
from ui.widgets.blocks import GAP, column, label

_LETTERS = 26


class AvoidBoxes(QWidget):
    """Pairs under each other; they are used again for the next step."""

    def __init__(self, ready: int = 1) -> None:
        super().__init__()
        self._pairs: list[_Pair] = []
        self._column: QVBoxLayout = column(gap=GAP)
        self.setLayout(self._column)
        self._have(ready)
        self.hide()

    def show_pairs(self, pairs: Sequence[InsteadView]) -> None:
        """Show these pairs; none at all take no room."""
        self.setVisible(bool(pairs))
        if not pairs:
            return  # they go with this
        self._have(len(pairs))
        for shown, pair in zip_longest(self._pairs, pairs):
            shown.setVisible(pair is not None)
            if pair is not None:
                shown.show_pair(pair)

    def _have(self, number: int) -> None:
        while len(self._pairs) < number:
            self._pairs.append(_Pair())
            self._column.addWidget(self._pairs[-1])


class _Pair(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._avoid, self._instead = label("body"), label("body")
        self.setLayout(
            column(
                beside(
                    GAP,
                    _LETTERS,
                    (_box("stop", _("Liever niet"), self._avoid), 1),
                    (_box("good", _("Wel"), self._instead), 1),
                )
            )
        )

    def show_pair(self, pair: InsteadView) -> None:
        self._avoid.setText(quoted(pair.say))
        self._instead.setText(quoted(pair.instead))


def _box(name: Tone, title: str, text: QWidget) -> QWidget:
    """Return a box of which the words stay at the top, also beside a higher one."""
    made = tone(QFrame(), name)
    layout = column(label("strong", title), text, gap=2)
    layout.setContentsMargins(12, GAP, 12, GAP)
    layout.addStretch(1)
    made.setLayout(layout)
    return made
