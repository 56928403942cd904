"""The Balie screen: the list of the day, and room for the card of who is next or chosen."""

from datetime import datetime

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from reception_assistant.agenda.day import Day
from ui.front_desk.day_panel import DayPanel
from ui.theme.style import Look
from ui.widgets.blocks import EDGE


class FrontDesk(QWidget):
    """The screen as it is first painted: the list; `side` is filled after that."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("front_desk")
        self.day: Day | None = None
        self.panel = DayPanel(look)
        self.side = QStackedWidget()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(EDGE)
        layout.addWidget(self.panel, 1)
        layout.addWidget(self.side, 1)

    def show_day(self, day: Day, now: datetime, *, follow: bool = True) -> None:
        """Show `day` and, when nobody is chosen and it may `follow` the clock, who is next."""
        self.day = day
        self.panel.show_day(day, now)
        if follow and self.panel.view.chosen() is None:
            self.choose_next(now)

    def choose_next(self, now: datetime) -> None:
        """Select who is to be greeted next."""
        if self.day is None or self.day.date != now.date():
            return
        visit = self.day.next_up(now)
        chosen = self.panel.view.chosen()
        if visit is not None and (chosen is None or chosen.id != visit.id):
            self.panel.choose(visit.id, centred=True)
