"""Before when a promise is kept: one of the usual moments, or another day and time."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple, Protocol

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from reception_assistant.desk.preview import day_of, time_in
from reception_assistant.errors import KnownError
from reception_assistant.i18n import _
from reception_assistant.naming.spoken_time import date_words
from ui.call.numbered_list import NumberedList
from ui.widgets.blocks import column, label
from ui.widgets.form import FieldGrid, short_field

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class MomentChoice(Protocol):
    """A moment to choose: its words, and when it is (ISO, local, to the minute)."""

    @property
    def label(self) -> str:
        """The words of the line."""

    @property
    def before(self) -> str:
        """When it is."""


class _Line(NamedTuple):
    label: str
    before: str


class PromiseMoment(QWidget):
    """The usual moments, of which the first is chosen already, and a field for any other.

    Signals:
        confirmed: Enter, and nothing is left to fill in here.
    """

    confirmed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        question = _("Voor wanneer?")
        self.moments = NumberedList(question)
        self._lines: tuple[_Line, ...] = ()
        self._words = label("muted")
        self._other = self._other_fields()
        self.setLayout(column(label("muted", question), self.moments, self._other, gap=4))
        self.moments.chosen.connect(self._on_moments_chosen)
        self.moments.taken.connect(self._on_moments_taken)
        self.moments.confirmed.connect(self._on_moments_confirmed)
        self.day.textEdited.connect(self._on_edited)
        self.time.textEdited.connect(self._on_edited)

    def offer(self, moments: Sequence[MomentChoice], before: str = "") -> None:
        """Offer these; `before` is what was agreed already, and is chosen when there is any."""
        lines = [_Line(each.label, each.before) for each in moments]
        agreed = next((at for at, line in enumerate(lines) if line.before == before), 0)
        if before and not (lines and lines[agreed].before == before):
            lines.insert(0, _Line(_written(before), before))
        self._lines = tuple(lines)
        first = datetime.fromisoformat(lines[agreed].before) if lines else None
        self.day.setText(f"{first:%d-%m-%Y}" if first else "")
        self.time.setText(f"{first:%H:%M}" if first else "")
        self.moments.show_lines([*(line.label for line in lines), _("Een ander moment")], agreed)
        self._on_moments_chosen(agreed)

    def before(self) -> str:
        """Return the moment that is chosen (ISO); "" when it is none."""
        if not self._is_other():
            return self._lines[self.moments.place].before
        try:
            return self._typed().isoformat(timespec="minutes")
        except KnownError:
            return ""

    def take_keys(self) -> None:
        """Give the keys to what is to be chosen or filled in."""
        if self._is_other() and not self.before():
            self.day.setFocus()
            self.day.selectAll()
        else:
            self.moments.take_keys()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on with Enter from a field."""
        if event.key() not in _ENTER:
            super().keyPressEvent(event)
        elif self.day.hasFocus():
            self.time.setFocus()
            self.time.selectAll()
        else:
            self.confirmed.emit()

    def _other_fields(self) -> QWidget:
        self.day, self.time = short_field(longest=30), short_field(longest=10)
        grid = FieldGrid()
        grid.add(_("Dag"), self.day)
        grid.add(_("Tijd"), self.time)
        grid.lay_out(0)
        holder = QWidget()
        holder.setLayout(column(grid, self._words, gap=4))
        return holder

    def _is_other(self) -> bool:
        return self.moments.place == len(self._lines)

    def _typed(self) -> datetime:
        return datetime.combine(day_of(self.day.text()), time_in(self.time.text()))

    @Slot(int)
    def _on_moments_chosen(self, _place: int) -> None:
        self._other.setVisible(self._is_other())
        self._on_edited()

    @Slot(int)
    def _on_moments_taken(self, place: int) -> None:
        self._on_moments_chosen(place)
        if self._is_other():
            self.day.setFocus()
            self.day.selectAll()

    @Slot()
    def _on_moments_confirmed(self) -> None:
        if self._is_other():
            self._on_moments_taken(self.moments.place)
        else:
            self.confirmed.emit()

    @Slot()
    def _on_edited(self) -> None:
        """Show the moment in words, so that a slip is seen at once."""
        try:
            moment = self._typed()
        except KnownError as error:
            self._words.setText(str(error))
        else:
            self._words.setText(
                _("Dat is {day} om {time}.").format(
                    day=date_words(moment.date(), year=True), time=f"{moment:%H:%M}"
                )
            )


def _written(before: str) -> str:
    moment = datetime.fromisoformat(before)
    return _("{day} voor {time}").format(day=date_words(moment.date()), time=f"{moment:%H.%M}")
