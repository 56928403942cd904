"""What was before: calls, promises and attempts, newest first."""

from collections.abc import Sequence
from itertools import zip_longest

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel

from reception_assistant.follow_ups.listed import Past
from reception_assistant.i18n import _
from ui.theme.marks import card
from ui.widgets.blocks import EDGE, GAP, column, label

_APART = 16


class HistoryCard(QFrame):
    """A card with a line for each thing that was before; without any it is not there."""

    def __init__(self) -> None:
        super().__init__()
        card(self)
        self._lines: list[tuple[QLabel, QLabel]] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(_APART)
        self._grid.setVerticalSpacing(GAP)
        self._grid.setColumnStretch(1, 1)
        layout = column(label("caption", _("Eerder")), edge=EDGE)
        layout.addLayout(self._grid)
        self.setLayout(layout)
        self.hide()

    def show_history(self, history: Sequence[Past]) -> None:
        """Show this."""
        while len(self._lines) < len(history):
            self._add_line()
        for (when, what), past in zip_longest(self._lines, history):
            if past is not None:
                when.setText(past.when)
                what.setText(past.what)
            for each in (when, what):
                each.setVisible(past is not None)
        self.setVisible(bool(history))

    def _add_line(self) -> None:
        when, what = label("muted", wrap=False), label("body")
        number = len(self._lines)
        self._grid.addWidget(when, number, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(what, number, 1)
        self._lines.append((when, what))
