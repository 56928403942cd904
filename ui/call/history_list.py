"""What was said before: the newest calls at once, the others on request."""

from collections.abc import Sequence
from datetime import date, datetime
from itertools import zip_longest

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reception_assistant.calls.past_call import PastCall
from reception_assistant.i18n import N_, _
from ui.widgets.blocks import GAP, column, label, say
from ui.widgets.flow import flow
from ui.widgets.tab_order import in_order
from ui.widgets.wrapping_button import wrapping_button

AT_ONCE = 3
"""So many calls are shown at first."""
MORE = 25
"""So many more are shown each time: making them all may take long."""
SHORT = 80
"""Of a note so many letters are shown at first."""

_WEEKDAYS = (N_("ma"), N_("di"), N_("wo"), N_("do"), N_("vr"), N_("za"), N_("zo"))
_MONTHS = (
    N_("jan"),
    N_("feb"),
    N_("mrt"),
    N_("apr"),
    N_("mei"),
    N_("jun"),
    N_("jul"),
    N_("aug"),
    N_("sep"),
    N_("okt"),
    N_("nov"),
    N_("dec"),
)


class HistoryList(QWidget):
    """The earlier calls of somebody, newest first."""

    def __init__(self) -> None:
        super().__init__()
        self._calls: tuple[PastCall, ...] = ()
        self._number = AT_ONCE
        self._today: date | None = None
        self._lines: list[_Line] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(GAP)
        self._more = wrapping_button("", "link", self._show_more)
        caption = label("caption", _("Eerdere gesprekken"), one_line=True)
        layout = column(flow(GAP, caption, self._more))
        layout.addLayout(self._list)
        self.setLayout(layout)
        self.hide()

    def show_history(self, calls: Sequence[PastCall], today: date | None = None) -> None:
        """Show these calls; without any it takes no room."""
        newest_first = tuple(sorted(calls, key=lambda call: call.started, reverse=True))
        if newest_first != self._calls:
            self._calls, self._number = newest_first, AT_ONCE
        self._today = today
        self._show()

    def _show(self) -> None:
        shown = self._calls[: self._number]
        while len(self._lines) < len(shown):
            self._lines.append(_Line())
            self._list.addWidget(self._lines[-1])
            in_order(self._more, *(each.unfold for each in self._lines))
        for line, call in zip_longest(self._lines, shown):
            if call is not None:
                line.show_call(call, self._today)
            line.setVisible(call is not None)
        self._more.setText(self._offer())
        self._more.setVisible(len(self._calls) > AT_ONCE)
        self.setVisible(bool(self._calls))

    def _offer(self) -> str:
        """Return what the button below offers."""
        number, left = len(self._calls), len(self._calls) - self._number
        if left <= 0:
            return _("Laatste {number} tonen").format(number=AT_ONCE)
        if left <= MORE:
            return _("Alle {number} tonen").format(number=number)
        return _("Nog {number} van de {all} tonen").format(number=MORE, all=number)

    @Slot()
    def _show_more(self) -> None:
        all_shown = self._number >= len(self._calls)
        self._number = AT_ONCE if all_shown else self._number + MORE
        self._show()


class _Line(QWidget):
    """One call."""

    def __init__(self) -> None:
        super().__init__()
        self._when, self._what = label("small"), label("strong")
        self._promise, self._said = label("body"), label("muted")
        self._note = ""
        self._is_whole = False
        self.unfold = wrapping_button("", "link", self._turn)
        layout = column(self._when, self._what, self._promise, self._said, gap=1)
        layout.addWidget(self.unfold, 0, Qt.AlignmentFlag.AlignLeft)
        self.setLayout(layout)

    def show_call(self, call: PastCall, today: date | None) -> None:
        """Show this call."""
        when = short_moment(call.started, year=today is None or today.year != call.started.year)
        self._when.setText(" · ".join(filter(None, (when, call.direction))))
        say(self._what, " · ".join(filter(None, (call.reason, call.outcome))))
        say(self._promise, _("Beloofd: {what}").format(what=call.promise) if call.promise else "")
        if call.note.strip() != self._note:
            self._note, self._is_whole = call.note.strip(), False
        self._show_note()

    def _show_note(self) -> None:
        short = shortened(self._note)
        say(self._said, self._note if self._is_whole else short)
        self.unfold.setText(_("Minder") if self._is_whole else _("Hele notitie"))
        self.unfold.setVisible(short != self._note)

    @Slot()
    def _turn(self) -> None:
        self._is_whole = not self._is_whole
        self._show_note()


def short_moment(moment: datetime, *, year: bool) -> str:
    """Return a moment as it is read at a glance: "do 12 nov 14:20"."""
    return f"{short_day(moment, year=year)} {moment:%H:%M}"


def short_day(moment: datetime, *, year: bool) -> str:
    """Return a day as it is read at a glance: "do 12 nov"."""
    words = _("{weekday} {day} {month} {year}").format(
        weekday=_(_WEEKDAYS[moment.weekday()]),
        day=moment.day,
        month=_(_MONTHS[moment.month - 1]),
        year=moment.year if year else "",
    )
    return " ".join(words.split())


def shortened(note: str) -> str:
    """Return the beginning of a long note, up to a whole word."""
    if len(note) <= SHORT:
        return note
    words = " ".join(note.split())[:SHORT].rsplit(" ", 1)[0]
    return f"{words} ..."
