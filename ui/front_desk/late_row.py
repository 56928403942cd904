"""One click says that a practitioner runs late."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from reception_assistant.cues.outlook import Told
from reception_assistant.i18n import _
from ui.actions import Do, key_text
from ui.theme.marks import kind
from ui.widgets.blocks import GAP, column, label
from ui.widgets.flow import flow

_STEPS = (0, 10, 20, 30, 45)


class LateRow(QWidget):
    """Chips with minutes; the one that was told is checked, and another click takes it back.

    Signals:
        late_requested: something is told.
            arg: what (Told).
    """

    late_requested = Signal(object)  # Told

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._question = label("muted", one_line=True)
        self._told = Told(None)
        self._chips: dict[int, QPushButton] = {}
        for minutes in _STEPS:
            chip = kind(QPushButton(_short(minutes)), "chip")
            chip.setCheckable(True)
            chip.clicked.connect(partial(self._on_clicked, minutes))
            self._chips[minutes] = chip
        self.setLayout(column(flow(GAP, self._question, *self._chips.values())))

    def show_late(self, who: str, told: Told | None) -> None:
        """Ask whether `who` runs late, with what was `told` checked; None asks nothing."""
        self.setVisible(told is not None)
        if told is None:
            return
        self._told = told
        question = _("Loopt {who} uit?").format(who=who)
        self._question.setText(f"{question}   {key_text(Do.LATE)}")
        self._chips[0].setVisible(told.seen > 0 or told.minutes is not None)
        for minutes, chip in self._chips.items():
            chip.setChecked(minutes == told.minutes)
            chip.setAccessibleName(f"{question} {_words(minutes)}")

    def _on_clicked(self, minutes: int) -> None:
        again = minutes == self._told.minutes
        self.late_requested.emit(Told(None) if again else Told(minutes))


def _short(minutes: int) -> str:
    """Return what stands on a chip: the unit once, on the last."""
    return _words(minutes) if minutes in (0, _STEPS[-1]) else str(minutes)


def _words(minutes: int) -> str:
    return _("{minutes} min").format(minutes=minutes) if minutes else _("op tijd")
