"""One answer: what to say, large when it is chosen, and then all that is to be known about it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QWidget

from reception_assistant.language.lookup import Answer
from ui.theme.marks import Role, dress_again, ink, role
from ui.widgets.blocks import GAP, box_of, column, label
from ui.widgets.flow import flow
from ui.widgets.word_telling import Telling, telling
from ui.widgets.wrapping_button import wrapping_button

_BAR = 3  # as wide as the look makes it


class WordAnswer(QFrame):
    """Shows one word or phrase; only the chosen one is shown whole, with a button to take it.

    Signals:
        clicked: somebody wants to see this one.
        taken: its button was pressed.
    """

    clicked = Signal()
    taken = Signal()

    def __init__(
        self, answer: Answer, take: str, parent: QWidget | None = None, *, small: bool = False
    ) -> None:
        super().__init__(parent)
        self.setObjectName("answer")
        self._small = small
        self.told = told = telling(answer)
        self._large = label("strong", told.large)
        above, name = _lines("muted", told.above), _lines("muted", told.name)
        take_button = flow(GAP, wrapping_button(take, "plain", self.taken.emit))
        meaning, rest = _lines("body", told.meaning), [*_details(told), take_button]
        self._details = [*meaning, *rest]
        self._column = column(*above, self._large, *meaning, *name, *rest, gap=GAP // 2)
        self.setLayout(self._column)
        self.choose(is_chosen=False)

    def choose(self, *, is_chosen: bool) -> None:
        """Show all of this answer, or only what to say and for which word."""
        self.setProperty("bar", "primary" if is_chosen else "")
        left = GAP + 4 if is_chosen else GAP + 4 + _BAR
        self._column.setContentsMargins(left, GAP, GAP, GAP)
        for each in self._details:
            each.setVisible(is_chosen)
        role(self._large, self.told.role if is_chosen and not self._small else "strong")
        dress_again(self)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose this answer."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.clicked.emit()


def _lines(name: Role, text: str) -> list[QWidget]:
    return [label(name, text)] if text else []


def _details(told: Telling) -> list[QWidget]:
    """Return the lines that follow what the word means."""
    made: list[QWidget] = []
    if told.use:
        made.append(ink(label("body", told.use), "attention" if told.avoid else "calm"))
    made += _lines("body", told.advice)
    if told.warning:
        made.append(box_of("stop", label("body", told.warning)))
    return made
