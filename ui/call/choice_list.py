"""What can be chosen with a digit: answers, ways on, scripts that fit, calls."""

from collections.abc import Sequence
from functools import partial
from itertools import zip_longest
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.call.row_button import RowButton
from ui.theme.marks import Role
from ui.widgets.blocks import GAP, column

LAST_DIGIT = 9


class Choice(NamedTuple):
    """One line: the `digit` that chooses it (0 for none), its words and what stands with them."""

    digit: int
    words: str
    more: str = ""
    end: str = ""


class ChoiceList(QWidget):
    """The lines, under each other.

    They are used again for the next step, because making them takes longer than a frame.

    Signals:
        chosen: one of them is wanted.
            arg: its place, from 0.
    """

    chosen = Signal(int)

    def __init__(self, words: Role = "answer", ready: int = 0) -> None:
        super().__init__()
        self._role = words
        self._choices: tuple[Choice, ...] = ()
        self._rows: list[RowButton] = []
        self._column = column(gap=GAP)
        self._column.addStretch(1)
        self.setLayout(self._column)
        self._have(ready)
        self.hide()

    def show_choices(self, choices: Sequence[Choice]) -> None:
        """Show these; none at all takes no room."""
        self._choices = tuple(choices)
        self.setVisible(bool(choices))
        if not choices:
            return  # the lines go with the list
        self._have(len(choices))
        for row, choice in zip_longest(self._rows, self._choices):
            if choice is not None:
                digit = str(choice.digit) if choice.digit else ""
                row.show_words(choice.words, key=digit, more=choice.more, end=choice.end)
            row.setVisible(choice is not None)

    def choose(self, digit: int) -> bool:
        """Choose the line with this digit; tell whether there is one."""
        for place, choice in enumerate(self._choices):
            if choice.digit == digit:
                self.chosen.emit(place)
                return True
        return False

    def spoken(self) -> str:
        """Return all of them as a screen reader says them."""
        return " ".join(
            ". ".join(filter(None, (f"{each.digit} {each.words}", each.end))) + "."
            for each in self._choices
            if each.digit
        )

    def _have(self, number: int) -> None:
        while len(self._rows) < number:
            row = RowButton(words=self._role)
            row.clicked.connect(partial(self._on_row_clicked, len(self._rows)))
            self._column.insertWidget(len(self._rows), row)
            self.setTabOrder(self._rows[-1] if self._rows else self, row)
            self._rows.append(row)

    def _on_row_clicked(self, place: int) -> None:
        self.chosen.emit(place)


def numbered(place: int) -> int:
    """Return the digit for a place from 0; there is none for the tenth."""
    return place + 1 if place < LAST_DIGIT else 0
