"""The left half of the Balie screen: the day, its numbers, whose agenda, and the list."""

from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from reception_assistant.agenda.day import Day, Visit
from reception_assistant.agenda.visit import Status
from reception_assistant.i18n import _, ngettext
from reception_assistant.naming.spoken_time import date_words
from ui.actions import Do, key_text, words
from ui.front_desk.agenda_view import AgendaView
from ui.front_desk.column_titles import ColumnTitles
from ui.models.day_table import DayTable
from ui.theme.marks import card
from ui.theme.style import Look
from ui.widgets.blocks import EDGE, GAP, label, plain_button

if TYPE_CHECKING:
    from ui.front_desk.empty_day import EmptyDay
    from ui.front_desk.practitioner_filter import PractitionerFilter

_CHIP_HEIGHT = 28


class DayPanel(QFrame):
    """Shows a day and lets somebody be chosen in it.

    Signals:
        visit_chosen: another row is selected.
            arg: the visit, or None.
        arrived_requested: Enter was pressed on the selected row.
        day_requested: another day is wanted.
            arg: number of days further, or 0 for today.
        import_requested: the agenda is empty and a file is to be read.
        first_painted: the day stands on the screen for the first time, also when nobody comes;
            all else waits for it.
    """

    visit_chosen = Signal(object)  # Visit | None
    arrived_requested = Signal()
    day_requested = Signal(int)
    import_requested = Signal()
    first_painted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        card(self)
        self._was_painted = False
        self._day: Day | None = None
        self._now: datetime | None = None
        self._practitioner = ""
        self._model = DayTable()
        self._titles = ColumnTitles()
        self.view = AgendaView(self._model, look, self._titles)
        self._heading = label("title", one_line=True)
        self._numbers = label("muted")
        self._chips_place = QWidget()
        self._chips_place.setFixedHeight(look.px(_CHIP_HEIGHT))
        self._filter: PractitionerFilter | None = None
        self._names: tuple[str, ...] = ()
        self._empty: EmptyDay | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(EDGE, EDGE - 4, EDGE, GAP)
        self._layout.setSpacing(GAP)
        self._layout.addLayout(self._head())
        self._layout.addWidget(self._numbers)
        self._layout.addWidget(self._chips_place)
        self._layout.addWidget(self._titles)
        self._layout.addWidget(self.view, 1)
        self.view.visit_chosen.connect(self.visit_chosen)
        self.view.arrived_requested.connect(self.arrived_requested)

    def show_day(self, day: Day, now: datetime) -> None:
        """Show `day`; who is selected stays selected."""
        self._day = day
        self._names = tuple(sorted({visit.practitioner for visit in day.coming} - {""}))
        if self._practitioner not in self._names:
            self._practitioner = ""
        self._heading.setText(_day_words(day.date, now.date()))
        self._back_to_today.setVisible(day.date != now.date())
        self._numbers.setText(_numbers(day) if day.visits else "")
        self._show_rows()

    def take_keys(self) -> None:
        """Let the keys go to the list, or on an empty day to the button that fills it."""
        if self._empty is not None and self._day is not None and not self._day.visits:
            self._empty.read.setFocus()
        else:
            self.view.setFocus()

    def tick(self, now: datetime) -> None:
        """Move the line for "now", and offer whose agenda can be shown."""
        self._now = now
        self._offer_filter()
        rows = self._model.rows()
        if self._day is None or self._day.date != now.date() or not rows:
            self.view.show_now_above(-1)
            return
        later = (number for number, row in enumerate(rows) if row.visit.start > now)
        self.view.show_now_above(next(later, len(rows)))

    def choose(self, visit_id: str, *, centred: bool = False) -> bool:
        """Select a visit, also when the filter hides it now; tells whether it is in this day."""
        if self.view.choose(visit_id, centred=centred):
            return True
        if self._practitioner and self._day is not None:
            self._practitioner = ""
            self._show_rows()
            return self.view.choose(visit_id, centred=centred)
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint, and tell when it was the first time."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            # What lies on it is painted before that.
            QTimer.singleShot(0, self, self.first_painted.emit)

    def visit(self, visit_id: str) -> Visit | None:
        """Return a visit of this day."""
        visits = self._day.visits if self._day is not None else ()
        return next((each for each in visits if each.id == visit_id), None)

    @Slot()
    def _show_rows(self) -> None:
        if self._day is None:
            return
        chosen, top = self.view.chosen(), self.view.top()
        visits = [
            visit for visit in self._day.visits if self._practitioner in ("", visit.practitioner)
        ]
        self._model.set_visits(visits)
        self._show_empty(not self._day.visits)
        self.view.setVisible(bool(self._day.visits))
        self._titles.setVisible(bool(self._day.visits))
        if chosen is not None and self.view.chosen() is None:
            self.view.choose(chosen.id)
        if top is not None:
            self.view.hold(top)
        if self._now is not None:
            self.tick(self._now)

    def _offer_filter(self) -> None:
        if self._filter is None:
            from ui.front_desk.practitioner_filter import (  # late: start  # noqa: PLC0415
                PractitionerFilter,
            )

            self._filter = PractitionerFilter()
            self._filter.chosen.connect(self._on_practitioner_chosen)
            self._layout.replaceWidget(self._chips_place, self._filter)
            self._chips_place.deleteLater()
        self._filter.offer(self._names)
        self._filter.check(self._practitioner)

    def _show_empty(self, is_empty: bool) -> None:
        if self._empty is None and is_empty:
            from ui.front_desk.empty_day import EmptyDay  # late: start  # noqa: PLC0415

            self._empty = EmptyDay(self.import_requested.emit)
            self._layout.addWidget(self._empty, 1)
        if self._empty is not None:
            self._empty.setVisible(is_empty)

    @Slot(str)
    def _on_practitioner_chosen(self, name: str) -> None:
        before = self.view.chosen()
        self._practitioner = name
        self._show_rows()
        if before is not None and self.view.chosen() is None:
            self._choose_next_of_practitioner()

    def _choose_next_of_practitioner(self) -> None:
        visits = tuple(row.visit for row in self._model.rows())
        following = None
        if self._day is not None and self._now is not None and self._day.date == self._now.date():
            following = Day(self._day.date, visits).next_up(self._now)
        if following is None:
            self.visit_chosen.emit(None)
        else:
            self.view.choose(following.id, centred=True)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self._heading, 1)
        self._back_to_today = self._day_button(Do.TODAY, _("Vandaag"), 0)
        for each in (
            self._back_to_today,
            self._day_button(Do.DAY_BEFORE, "‹", -1),
            self._day_button(Do.DAY_AFTER, "›", 1),
        ):
            row.addWidget(each)
        return row

    def _day_button(self, what: Do, sign: str, days: int) -> QPushButton:
        made = plain_button(sign, "quiet", partial(self.day_requested.emit, days))
        made.setToolTip(f"{words(what)} ({key_text(what)})")
        made.setAccessibleName(words(what))
        return made


def _day_words(day: date, today: date) -> str:
    if day == today:
        return _("Vandaag")
    words_of_day = date_words(day, year=day.year != today.year)
    return words_of_day[:1].upper() + words_of_day[1:]


def _numbers(day: Day) -> str:
    expected = day.number_of(Status.EXPECTED)
    waiting = day.number_of(Status.ARRIVED)
    done = day.number_of(Status.LEFT)
    return " · ".join(
        (
            ngettext("{number} verwacht", "{number} verwacht", expected).format(number=expected),
            _("{number} in de wachtkamer").format(number=waiting),
            _("{number} klaar").format(number=done),
        )
    )
