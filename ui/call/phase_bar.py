"""The seven steps of a difficult conversation, and where it is now."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QWidget

from reception_assistant.i18n import N_, _
from ui.theme import fonts
from ui.theme.marks import phase
from ui.widgets.blocks import GAP, label

PHASES = (
    N_("Voorbereiden"),
    N_("Erkennen"),
    N_("Verhelderen"),
    N_("Oplossen"),
    N_("Checken"),
    N_("Doen"),
    N_("Leren"),
)
_GAP = GAP // 2
_BESIDE_TEXT = 10


def phase_name(number: int) -> str:
    """Return the name of a phase, from 1."""
    return _(PHASES[number - 1])


def progress(number: int) -> str:
    """Return in words how far the conversation is."""
    return _("Stap {number} van {last}: {name}").format(
        number=number, last=len(PHASES), name=phase_name(number).lower()
    )


class PhaseBar(QWidget):
    """A row of cells; where there is little room only the one of now says its name."""

    def __init__(self) -> None:
        super().__init__()
        self._now = 0
        self._cells: list[QLabel] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        for number in range(1, len(PHASES) + 1):
            cell = phase(label("body", wrap=False), "later")
            cell.setAlignment(Qt.AlignmentFlag.AlignCenter)
            cell.setToolTip(phase_name(number))
            self._cells.append(cell)
            row.addWidget(cell, 1)
        self.hide()

    def show_phase(self, number: int | None) -> None:
        """Show that the conversation is in this phase, from 1; None shows nothing."""
        if number is None:
            self.hide()
            return
        if number != self._now:
            self._now = number
            for place, cell in enumerate(self._cells, 1):
                phase(cell, "done" if place < number else "later" if place > number else "now")
            self.setAccessibleName(progress(number))
        self._write()
        self.show()

    def minimumSizeHint(self) -> QSize:
        """Return the room that the numbers alone need."""
        size = super().minimumSizeHint()
        numbers = [str(place) for place in range(1, len(self._cells) + 1)]
        return QSize(self._wide(numbers), size.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say as much as there is room for."""
        super().resizeEvent(event)
        self._write()

    def _write(self) -> None:
        full = [f"{place} {_(name)}" for place, name in enumerate(PHASES, 1)]
        bare = [str(place) for place in range(1, len(PHASES) + 1)]
        mixed = [*bare]
        if self._now:
            mixed[self._now - 1] = full[self._now - 1]
        texts = next((each for each in (full, mixed) if self._wide(each) <= self.width()), bare)
        for cell, text in zip(self._cells, texts, strict=True):
            if cell.text() != text:
                cell.setText(text)

    def _wide(self, texts: list[str]) -> int:
        metrics = self._cells[0].fontMetrics()
        beside = _BESIDE_TEXT * fonts.scale_of(QApplication.font()) // 100
        inside = sum(metrics.horizontalAdvance(text) + beside for text in texts)
        return inside + _GAP * (len(texts) - 1)
