"""A list of which one line is chosen: with its digit, with arrows, or by its first letters."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from reception_assistant.i18n import _
from reception_assistant.text import fold
from ui.call.row_button import RowButton
from ui.widgets.blocks import GAP, column
from ui.widgets.flow import flow
from ui.widgets.tab_order import put_before
from ui.widgets.wrapping_button import wrapping_button

NOTHING = -1
_LAST_DIGIT = 9
_CHOSEN = "✓"
_SIDE, _ABOVE = 8, 5
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ENDS = (Qt.Key.Key_Home, Qt.Key.Key_End)
_PLAIN = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


class NumberedList(QWidget):
    """The first nine lines have a digit; the rest are folded away until they are asked for.

    Tab comes to it once. It shows what is chosen by a mark, and not by colour alone.

    Signals:
        chosen: another line is chosen, on the way through the list.
            arg: its place.
        taken: a line is chosen by its digit or a click.
            arg: its place.
        confirmed: Enter.
    """

    chosen = Signal(int)
    taken = Signal(int)
    confirmed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._lines: tuple[str, ...] = ()
        self._rows: list[RowButton] = []
        self._place = NOTHING
        self._typed, self._since = "", QElapsedTimer()
        self._more = wrapping_button(_("Meer"), "quiet", self._unfold)
        self._more.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._holder = flow(GAP, self._more)
        self._column = column(self._holder, gap=2)
        self.setLayout(self._column)
        self._have(_LAST_DIGIT)  # once, in a quiet moment; making them takes time
        for row in self._rows:
            row.hide()

    @property
    def place(self) -> int:
        """The place of the line that is chosen, or `NOTHING`."""
        return self._place

    def show_lines(self, lines: Sequence[str], place: int = NOTHING) -> None:
        """Show these lines, with the one at `place` chosen."""
        are_new, self._lines = tuple(lines) != self._lines, tuple(lines)
        self._have(len(lines))
        for at, row in enumerate(self._rows):
            row.setVisible(at < min(len(lines), _LAST_DIGIT))
            if are_new:
                self._show_row(at, is_chosen=False)
        self._holder.setVisible(len(lines) > _LAST_DIGIT)
        self.choose(place)

    def choose(self, place: int) -> None:
        """Let the line at `place` be the one that is chosen."""
        before, self._place = self._place, place
        if place >= _LAST_DIGIT:
            self._unfold()
        for at in {before, place} - {NOTHING}:
            self._show_row(at, is_chosen=at == place)
        if any(row.hasFocus() for row in self._rows):
            self.take_keys()
        self._let_tab_come_here()

    def take_keys(self) -> None:
        """Give the keys to the line that is chosen, or to the first."""
        if self._lines:
            self._rows[max(0, self._place)].setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys that belong to the list from the line that has them."""
        if isinstance(event, QKeyEvent) and not event.modifiers() & ~_PLAIN:
            if event.type() == QEvent.Type.ShortcutOverride and self._means_something(event):
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress and self._means_something(event):
                self._press(event)
                return True
        return super().eventFilter(watched, event)

    def _means_something(self, event: QKeyEvent) -> bool:
        key = event.key()
        return key in _STEPS or key in _ENTER or key in _ENDS or event.text().isalnum()

    def _press(self, event: QKeyEvent) -> None:
        key, last = Qt.Key(event.key()), len(self._lines) - 1
        if key in _ENTER:
            self.confirmed.emit()
        elif key in _STEPS:
            walked = self._place + _STEPS[key] if self._place != NOTHING else 0
            self._go_to(min(max(0, walked), last))
        elif key in _ENDS:
            self._go_to(0 if key == Qt.Key.Key_Home else last)
        elif event.text().isdecimal():
            self._on_digit(int(event.text()))
        else:
            self._search(fold(event.text()))

    def _on_digit(self, digit: int) -> None:
        if 0 < digit <= min(len(self._lines), _LAST_DIGIT):
            self.choose(digit - 1)
            self.taken.emit(digit - 1)

    def _search(self, letters: str) -> None:
        """Go to the first line with a word that begins with what was typed without a pause."""
        pause = QApplication.keyboardInputInterval()
        goes_on = self._since.isValid() and self._since.elapsed() < pause
        self._typed = self._typed + letters if goes_on else letters
        self._since.start()
        for begins in (True, False):
            for at, line in enumerate(self._lines):
                words = fold(line)
                if words.startswith(self._typed) if begins else f" {self._typed}" in words:
                    self._go_to(at)
                    return

    def _go_to(self, place: int) -> None:
        self.choose(place)
        self.chosen.emit(place)

    @Slot()
    def _unfold(self) -> None:
        for row, _line in zip(self._rows, self._lines, strict=False):
            row.show()
        self._holder.hide()

    def _show_row(self, at: int, *, is_chosen: bool) -> None:
        words = self._lines[at] if at < len(self._lines) else ""
        digit = str(at + 1) if at < _LAST_DIGIT else ""
        row = self._rows[at]
        row.show_words(words, key=digit, end=_CHOSEN if is_chosen else "")
        row.setAccessibleDescription(self.accessibleName())
        row.setChecked(is_chosen)
        row.stand_out(yes=is_chosen)

    def _let_tab_come_here(self) -> None:
        for at, row in enumerate(self._rows):
            comes = at == max(0, self._place)
            row.setFocusPolicy(Qt.FocusPolicy.StrongFocus if comes else Qt.FocusPolicy.ClickFocus)

    def _have(self, number: int) -> None:
        while len(self._rows) < number:
            row = RowButton("line", "body")
            row.edges(_SIDE, _ABOVE)
            row.setCheckable(True)
            row.installEventFilter(self)
            row.clicked.connect(partial(self._on_row_clicked, len(self._rows)))
            self._column.insertWidget(len(self._rows), row)
            self._rows.append(row)
        put_before(self._more, *self._rows)

    def _on_row_clicked(self, place: int) -> None:
        self.choose(place)
        self.taken.emit(place)
