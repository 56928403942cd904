"""What each page of the first start has in common: a question, and one answer or two."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from reception_assistant.desk.welcome import Answers
from ui.theme.marks import Kind
from ui.widgets.blocks import GAP, label, plain_button

BETWEEN = 24
"""Between two questions on one page."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Step(QWidget):
    """One page of the first start.

    Signals:
        finished: Enter in the last field; nothing is left to fill in.
    """

    finished = Signal()

    def show_answers(self, answers: Answers, fixed: Answers) -> None:
        """Show what is known; whoever is `fixed` cannot be taken off here."""

    def answered(self, answers: Answers) -> Answers:
        """Return `answers` with what is filled in on this page."""
        return answers

    def take_typed(self) -> bool:
        """Take what was typed and not yet added; tell whether all of it could be."""
        return True

    def focus_first(self) -> None:
        """Put the cursor where the answer begins."""

    def _lay_out(self, title: str, intro: str, *parts: QWidget) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(BETWEEN)
        head = QVBoxLayout()
        head.setSpacing(GAP)
        head.addWidget(label("greeting", title))
        head.addWidget(label("body", intro))
        layout.addLayout(head)
        for part in parts:
            layout.addWidget(part)


def asked(question: str, field: QWidget, hint: str = "") -> QWidget:
    """Return `field` with its question above it, and a hint between them."""
    part = QWidget()
    layout = QVBoxLayout(part)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(6)
    above = label("heading", question)
    above.setBuddy(field)
    field.setAccessibleName(question)
    layout.addWidget(above)
    if hint:
        field.setAccessibleDescription(hint)
        layout.addWidget(label("muted", hint))
    layout.addWidget(field)
    return part


def enter_button(text: str, name: Kind, clicked: Callable[[], None]) -> QPushButton:
    """Return a button that Enter presses too, as somebody new expects."""
    made = plain_button(text, name, clicked)
    made.setAutoDefault(True)
    return made


def is_enter(event: QKeyEvent) -> bool:
    """Tell whether a key goes on to what comes next."""
    return event.key() in _ENTER
