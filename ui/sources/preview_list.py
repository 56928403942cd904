"""The first appointments of a file, each with the sentence by which somebody will be greeted."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from reception_assistant.desk.assistant import Greeted, Preview
from reception_assistant.errors import KnownError
from reception_assistant.i18n import _
from reception_assistant.naming.spoken_time import date_words
from ui.sources.problems import shortened
from ui.theme.marks import ink
from ui.widgets.blocks import GAP, box_of, column, label, say

_MOST_PROBLEMS = 5
_FEWEST_LETTERS = 20


class _Row:
    """One appointment: when, how somebody is greeted, and whether to look at it again."""

    def __init__(self, grid: QGridLayout, place: int) -> None:
        self._when = label("muted", wrap=False)
        self._greeting = label("strong")
        self._about = label("muted")
        self._look = ink(label("body", _("kijk na"), wrap=False), "attention")
        self._words = QWidget()
        self._words.setLayout(column(self._greeting, self._about, gap=0))
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(self._when, place, 0, top)
        grid.addWidget(self._words, place, 1)
        grid.addWidget(self._look, place, 2, top)

    def show_greeted(self, greeted: Greeted) -> None:
        """Show how somebody will be greeted."""
        self._when.setText(f"{greeted.start:%d-%m-%Y  %H:%M}")
        self._when.setAccessibleName(
            f"{date_words(greeted.start.date(), year=True)} {greeted.start:%H:%M}"
        )
        self._greeting.setText(greeted.greeting)
        about = " · ".join(filter(None, (greeted.treatment, greeted.practitioner)))
        say(self._about, about)
        for widget in (self._when, self._words):
            widget.show()
        self._look.setVisible(greeted.look_at)

    def hide(self) -> None:
        """Show nothing."""
        for widget in (self._when, self._words, self._look):
            widget.hide()


class PreviewList(QWidget):
    """Shows what reading a file would give, and what of it is not understood."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[_Row] = []
        self._nobody = label("muted")
        self._problems = label("body")
        self._box = box_of("attention", self._problems)
        self._trouble = label("body")
        self._trouble_box = box_of("stop", self._trouble)
        self._unsure = label(
            "muted",
            _(
                "Kijk na: Balie is niet zeker van deze naam en gokt niet. Met Ctrl+E verbetert u "
                "hem straks aan de balie."
            ),
        )
        self._unsure.hide()
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(GAP * 2)
        self._grid.setVerticalSpacing(GAP + 4)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnMinimumWidth(1, self.fontMetrics().averageCharWidth() * _FEWEST_LETTERS)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP + 4)
        for each in (self._trouble_box, self._box, self._nobody):
            layout.addWidget(each)
            each.hide()
        layout.addLayout(self._grid)
        layout.addWidget(self._unsure)
        layout.addStretch(1)

    def show_preview(self, preview: Preview) -> None:
        """Show the first appointments."""
        self._trouble_box.hide()
        self._show(preview.greeted)
        say(self._nobody, "" if preview.greeted else _("Zo staat er nog niemand in."))
        lines = [f"{each.where}: {each.reason}" for each in preview.rejected]
        lines += preview.remarks
        self._problems.setText("\n".join(shortened(lines, _MOST_PROBLEMS)))
        self._box.setVisible(bool(lines))

    def show_trouble(self, error: Exception) -> None:
        """Say why nothing can be shown yet."""
        if not isinstance(error, KnownError):
            raise error
        self._show(())
        self._nobody.hide()
        self._box.hide()
        self._trouble.setText(str(error))
        self._trouble_box.show()

    def _show(self, greeted: tuple[Greeted, ...]) -> None:
        while len(self._rows) < len(greeted):
            self._rows.append(_Row(self._grid, len(self._rows)))
        for row, each in zip(self._rows, greeted, strict=False):
            row.show_greeted(each)
        for row in self._rows[len(greeted) :]:
            row.hide()
        self._unsure.setVisible(any(each.look_at for each in greeted))
