"""What the receptionist may offer: at once, after asking, or not at all."""

from collections.abc import Sequence
from functools import partial
from itertools import zip_longest

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from reception_assistant.i18n import N_, _
from reception_assistant.library.lists import Mandate, May
from ui.call.beside import beside
from ui.call.row_button import RowButton
from ui.call.said import quoted
from ui.call.tab_order import in_order
from ui.widgets.blocks import GAP, column, label

_TITLES = {
    May.SELF: N_("Dit mag u zelf"),
    May.CONSULT: N_("In overleg"),
    May.NEVER: N_("Kan niet"),
}
_LETTERS = 16
_SIDE, _ABOVE = 6, 3


class MandateBox(QWidget):
    """Three groups of lines; the one that is chosen tells what to say with it.

    Tab comes here from `after`.
    """

    def __init__(self, after: QWidget) -> None:
        super().__init__()
        self._after = after
        self._mandates: tuple[Mandate, ...] = ()
        self._groups = {may: _Group(_(title)) for may, title in _TITLES.items()}
        groups = beside(GAP, _LETTERS, *((group, 1) for group in self._groups.values()))
        hint = label("muted", _("Kies een regel voor de zin."))
        self.setLayout(column(_indented(hint), groups))
        for group in self._groups.values():
            group.chosen.connect(self._on_chosen)
        self.hide()

    def show_mandates(self, mandates: Sequence[Mandate]) -> None:
        """Show these; none at all take no room."""
        if (shown := tuple(mandates)) and shown != self._mandates:
            self._mandates = shown
            for may, group in self._groups.items():
                group.show_lines([each for each in shown if each.may is may])
            rows = [row for group in self._groups.values() for row in group.rows]
            in_order(self._after, *rows)
            self._on_chosen(None)
        self.setVisible(bool(shown))

    @Slot(object)
    def _on_chosen(self, mandate: Mandate | None) -> None:
        for group in self._groups.values():
            group.mark(mandate)


class _Group(QWidget):
    """The lines under one heading.

    Signals:
        chosen: a line is chosen, or none any more.
            arg: the line (Mandate or None).
    """

    chosen = Signal(object)  # Mandate | None

    def __init__(self, title: str) -> None:
        super().__init__()
        self._lines: tuple[Mandate, ...] = ()
        self.rows: list[RowButton] = []
        self._column = column(_indented(label("caption", title)), gap=0)
        self._column.addStretch(1)
        self.setLayout(self._column)

    def show_lines(self, lines: Sequence[Mandate]) -> None:
        """Show these lines, and nothing without any."""
        self._lines = tuple(lines)
        while len(self.rows) < len(lines):
            row = RowButton("line", "body")
            row.edges(_SIDE, _ABOVE)
            row.setCheckable(True)
            row.clicked.connect(partial(self._on_row_clicked, len(self.rows)))
            self.rows.append(row)
            self._column.insertWidget(len(self.rows), row)
        for row, line in zip_longest(self.rows, self._lines):
            if line is not None:
                row.show_words(line.label)
            row.setVisible(line is not None)
        self.setVisible(bool(lines))

    def mark(self, chosen: Mandate | None) -> None:
        """Show which line is chosen."""
        for row, line in zip(self.rows, self._lines, strict=False):
            is_chosen = line is chosen
            row.setChecked(is_chosen)
            row.show_words(line.label, more=quoted(line.say) if is_chosen else "")
            row.setAccessibleDescription(line.say)

    def _on_row_clicked(self, place: int) -> None:
        row, line = self.rows[place], self._lines[place]
        self.chosen.emit(line if row.isChecked() else None)


def _indented(text: QWidget) -> QWidget:
    """Return `text` right above the words of the lines."""
    made = QWidget()
    layout = column(text)
    layout.setContentsMargins(_SIDE, 0, 0, 0)
    made.setLayout(layout)
    return made
