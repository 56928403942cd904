"""Cues as boxes: what to know, and beneath it what to say."""

from collections.abc import Sequence
from itertools import zip_longest

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from reception_assistant.cues.cue import Cue
from ui.theme.marks import tone
from ui.widgets.blocks import GAP, column, label, say
from ui.widgets.flow import flow

AT_ONCE = 4
"""So many cues can be taken in at a glance; the rest comes on request."""


class CueBox(QFrame):
    """One cue."""

    def __init__(self) -> None:
        super().__init__()
        self._know, self._say = label("strong"), label("body", one_line=True)
        self._because = label("small", one_line=True)
        layout = column(self._know, flow(GAP, self._say, self._because), gap=2)
        layout.setContentsMargins(12, GAP, 12, GAP)
        self.setLayout(layout)

    def show_cue(self, cue: Cue) -> None:
        """Show `cue`, with why it is there."""
        tone(self, cue.tone.value)
        self._know.setText(cue.know)
        self._because.setText(cue.because)
        say(self._say, f"“{cue.say}”" if cue.say else "")


class CueBoxes(QWidget):
    """Boxes under each other.

    They are used again for the next visit, because making them takes longer than a frame.
    """

    def __init__(self) -> None:
        super().__init__()
        self._boxes: list[CueBox] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(GAP)

    def show_cues(self, cues: Sequence[Cue]) -> None:
        """Show these cues."""
        while len(self._boxes) < len(cues):
            self._boxes.append(CueBox())
            self._layout.addWidget(self._boxes[-1])
        for box, cue in zip_longest(self._boxes, cues):
            box.setVisible(cue is not None)
            if cue is not None:
                box.show_cue(cue)
        self.setVisible(bool(cues))
