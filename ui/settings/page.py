"""What every page of the settings is: a column of cards that scrolls, not wider than one reads."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.theme.marks import card
from ui.widgets.blocks import EDGE, box_of, column, label
from ui.widgets.scrolled import Scrolled

_LETTERS = 84
_GAP = 20


class Page(QScrollArea):
    """One page of the settings."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it is scrolled from the list of pages
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._only_read = label("body")
        self._only_read_box = box_of("calm", self._only_read)
        self._only_read_box.hide()

    def lock(self, why: str) -> None:
        """Let what only a manager may change be read only, and say `why`; "" for a manager."""
        raise NotImplementedError

    def offer_zones(self, zones: Sequence[str]) -> None:
        """Offer these time zones, where one is asked for."""

    def focus_first(self) -> None:
        """Put the keys on the first thing that can be changed."""
        entries: list[QWidget] = self.viewport().findChildren(QWidget)
        able = (each for each in entries if each.focusPolicy() & Qt.FocusPolicy.TabFocus)
        first = next((each for each in able if each.isVisible() and each.isEnabled()), None)
        if first is not None:
            first.setFocus()

    def settle(self) -> None:
        """Ask to keep everything that was typed."""
        raise NotImplementedError

    def _say_why(self, why: str) -> None:
        self._only_read.setText(why)
        self._only_read_box.setVisible(bool(why))

    def _fill(self, *cards: QWidget) -> None:
        inside = Scrolled()
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(EDGE)
        for each in (self._only_read_box, *cards):
            layout.addWidget(each)
        layout.addStretch(1)
        self.setWidget(inside)


class ReadingColumn(QWidget):
    """Holds things under each other, at most as wide as a line that reads well."""

    def __init__(self, *widgets: QWidget, gap: int = _GAP, letters: int = _LETTERS) -> None:
        super().__init__()
        self._letters = letters
        self.setLayout(column(*widgets, gap=gap))
        self._limit()

    def changeEvent(self, event: QEvent) -> None:
        """Be as many letters wide with other letters."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._limit()

    def _limit(self) -> None:
        self.setMaximumWidth(self.fontMetrics().averageCharWidth() * self._letters)


def reading_card(title: str, explanation: str, inside: QWidget) -> QFrame:
    """Return a card with a title, a line about what it holds, and that itself."""
    made = card(QFrame())
    head = column(label("title", title), label("muted", explanation), gap=4)
    row = QHBoxLayout()
    row.addWidget(inside, 100)
    row.addStretch(1)
    layout = column(gap=EDGE, edge=EDGE)
    layout.addLayout(head)
    layout.addLayout(row)
    made.setLayout(layout)
    return made
