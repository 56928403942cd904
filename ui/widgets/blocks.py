"""Building stones of screens: labels that wrap, cards, buttons with their key, boxes."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ui.actions import Do, button_words
from ui.theme.marks import Kind, Role, Tone, card, kind, role, tone

# By its number: the namespace `Qt` costs 20 ms, and labels come before the first paint.
_PLAIN_TEXT = 0
GAP = 8
EDGE = 16


def label(name: Role, text: str = "", *, wrap: bool = True) -> QLabel:
    """Return a label for text as it stands: never taken for markup."""
    made = role(QLabel(text), name)
    made.setProperty("textFormat", _PLAIN_TEXT)
    made.setWordWrap(wrap)
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
    made.setVisible(bool(text))
