"""Building stones of screens: labels that wrap, cards, buttons with their key, boxes."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ui.actions import Do, button_words
from ui.theme.marks import Kind, Role, Tone, card, kind, role, tone
from ui.widgets.long_words import breakable

# By its number: the namespace `Qt` costs 20 ms, and labels come before the first paint.
_PLAIN_TEXT = 0
GAP = 8
EDGE = 16
_FEWEST_LETTERS = 8


class WrappingLabel(QLabel):
    """Text over as many lines as it needs; a word wider than the label goes on on the next line."""

    def __init__(self, text: str = "", *, one_line: bool = False) -> None:
        super().__init__(text)
        self._whole = text
        self._one_line = one_line
        self._has_room = False
        self._broken_for: tuple[str, int, str] | None = None
        self.setWordWrap(True)

    def setText(self, text: str) -> None:
        """Show `text`."""
        self._whole = text
        self._break_long_words()

    def sizeHint(self) -> QSize:
        """Return the size that is wished for; where asked for, that of all text on one line."""
        size = super().sizeHint()
        if self._one_line:
            size.setWidth(self.fontMetrics().horizontalAdvance(self._whole) + 2)
            size.setHeight(self.heightForWidth(size.width()))
        return size

    def minimumSizeHint(self) -> QSize:
        """Return the least size: a few letters wide, whatever the words."""
        size = super().minimumSizeHint()
        least = self.fontMetrics().averageCharWidth() * _FEWEST_LETTERS
        size.setWidth(min(size.width(), least))
        return size

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the words that are too long for the new width."""
        super().resizeEvent(event)
        self._has_room = True
        self._break_long_words()

    def changeEvent(self, event: QEvent) -> None:
        """Break them again when the letters change."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._break_long_words()

    def _break_long_words(self) -> None:
        if not self._has_room:  # not laid out yet: any word would be too long
            super().setText(self._whole)
            return
        room = self.contentsRect().width()
        broken_for = (self._whole, room, self.font().key())
        if broken_for != self._broken_for:
            self._broken_for = broken_for
            super().setText(breakable(self._whole, room, self.fontMetrics().horizontalAdvance))


def label(name: Role, text: str = "", *, wrap: bool = True, one_line: bool = False) -> QLabel:
    """Return a label for text as it stands, never taken for markup.

    With `one_line` it wraps only where there is no room for all of it on one line.
    """
    made = role(WrappingLabel(text, one_line=one_line) if wrap else QLabel(text), name)
    made.setProperty("textFormat", _PLAIN_TEXT)
    if wrap:
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        made.setSizePolicy(policy)
    return made


def column(*widgets: QWidget, gap: int = GAP, edge: int = 0) -> QVBoxLayout:
    """Return a layout with `widgets` under each other."""
    layout = QVBoxLayout()
    layout.setContentsMargins(edge, edge, edge, edge)
    layout.setSpacing(gap)
    for widget in widgets:
        layout.addWidget(widget)
    return layout


def card_of(*widgets: QWidget, gap: int = GAP) -> QFrame:
    """Return a card that holds `widgets` under each other."""
    made = card(QFrame())
    made.setLayout(column(*widgets, gap=gap, edge=EDGE))
    return made


def box_of(name: Tone, *widgets: QWidget) -> QFrame:
    """Return a box in the colour of `name` that holds `widgets` under each other."""
    made = tone(QFrame(), name)
    layout = column(*widgets, gap=4)
    layout.setContentsMargins(12, GAP, 12, GAP)
    made.setLayout(layout)
    return made


def button(what: Do, name: Kind, clicked: Callable[[], None]) -> QPushButton:
    """Return a button for an action, with its key beside its words."""
    made = kind(QPushButton(button_words(what)), name)
    made.setObjectName(f"button.{what.value}")
    made.clicked.connect(clicked)
    return made


def plain_button(text: str, name: Kind, clicked: Callable[[], None]) -> QPushButton:
    """Return a button that is not in the table of actions."""
    made = kind(QPushButton(text), name)
    made.clicked.connect(clicked)
    return made


def say(made: QLabel, text: str) -> None:
    """Show `text` in a label, and no label without text."""
    made.setText(text)
    # One that has no place yet is shown with its place; by itself it would be a window.
    if made.parentWidget() is not None or not text:
        made.setVisible(bool(text))
