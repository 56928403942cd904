"""The seven steps as a row of buttons: where the complaint is, and the way to each step."""

from functools import partial

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from reception_assistant.complaints.complaint import Phase
from reception_assistant.i18n import N_, _
from ui.theme import fonts
from ui.theme.marks import State, kind, state

NAMES = {
    Phase.PREPARE: N_("Voorbereiden"),
    Phase.ACKNOWLEDGE: N_("Erkennen"),
    Phase.CLARIFY: N_("Verhelderen"),
    Phase.SOLVE: N_("Oplossen"),
    Phase.CHECK: N_("Checken"),
    Phase.DO: N_("Doen"),
    Phase.LEARN: N_("Leren"),
}
_GAP = 4
_BESIDE_TEXT = 12


def phase_name(phase: Phase) -> str:
    """Return the name of a step."""
    return _(NAMES[phase])


class StepBar(QWidget):
    """One button for each step; where there is little room only that of now says its name.

    Signals:
        phase_requested: a step is to be shown.
            arg: which (Phase).
    """

    phase_requested = Signal(object)  # Phase

    def __init__(self) -> None:
        super().__init__()
        self._shown = Phase.PREPARE
        self._cells: dict[Phase, QPushButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        for phase in Phase:
            cell = state(kind(QPushButton(), "step"), "later")
            cell.setToolTip(phase_name(phase))
            cell.clicked.connect(partial(self._on_clicked, phase))
            cell.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            self._cells[phase] = cell
            row.addWidget(cell, 1)
        self.setAccessibleName(_("De zeven stappen"))

    def show_phase(self, shown: Phase, reached: Phase) -> None:
        """Show which step is on the screen, of those that were reached."""
        self._shown = shown
        for phase, cell in self._cells.items():
            where: State = "now" if phase is shown else "done" if phase <= reached else "later"
            state(cell, where)
            cell.setAccessibleName(_spoken(phase, where))
        self._write()

    def minimumSizeHint(self) -> QSize:
        """Return the room that the numbers alone need."""
        numbers = [str(int(phase)) for phase in Phase]
        return QSize(self._wide(numbers), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say as much as there is room for."""
        super().resizeEvent(event)
        self._write()

    def _write(self) -> None:
        full = [f"{int(phase)} {phase_name(phase)}" for phase in Phase]
        bare = [str(int(phase)) for phase in Phase]
        mixed = [*bare]
        mixed[self._shown - 1] = full[self._shown - 1]
        texts = next((each for each in (full, mixed) if self._wide(each) <= self.width()), bare)
        layout = self.layout()
        for place, (cell, text) in enumerate(zip(self._cells.values(), texts, strict=True)):
            cell.setText(text)
            if isinstance(layout, QHBoxLayout):  # as wide as its words, and a share of the rest
                layout.setStretch(place, self._wide_of(cell, text))

    def _wide(self, texts: list[str]) -> int:
        cells = self._cells.values()
        inside = sum(self._wide_of(cell, text) for cell, text in zip(cells, texts, strict=True))
        return inside + _GAP * (len(texts) - 1)

    def _wide_of(self, cell: QPushButton, text: str) -> int:
        cell.ensurePolished()
        beside = _BESIDE_TEXT * fonts.scale_of(QApplication.font()) // 100
        return cell.fontMetrics().horizontalAdvance(text) + beside

    def _on_clicked(self, phase: Phase) -> None:
        self.phase_requested.emit(phase)


def _spoken(phase: Phase, where: State) -> str:
    how = {
        "now": N_("Stap {number} van 7, {name}: hier bent u"),
        "done": N_("Stap {number} van 7, {name}: geweest"),
        "later": N_("Stap {number} van 7, {name}: komt nog"),
    }
    return _(how[where]).format(number=int(phase), name=phase_name(phase).lower())
