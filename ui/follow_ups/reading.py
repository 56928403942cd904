"""What is read for the Opvolging screen: the list, and the one that is chosen in it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Slot

from reception_assistant.desk.acting import By
from reception_assistant.desk.opening import Desk
from reception_assistant.follow_ups.listed import Listed, Opened, Row, Which
from reception_assistant.staff.employee import Employee
from ui.follow_ups.screen import FollowUpScreen
from ui.tasks import Runners
from ui.widgets.banner import Tell

_Read = tuple[Listed, list[Employee]]


class Reading(QObject):
    """Keeps list and card as they are in the database; what is being typed stays."""

    def __init__(
        self, desk: Desk, runners: Runners, tell: Tell, by: Callable[[], By], screen: FollowUpScreen
    ) -> None:
        super().__init__(screen)
        self._desk, self._runners, self._tell, self._by = desk, runners, tell, by
        self._screen, self._panel, self._card = screen, screen.panel, screen.card
        self.people: tuple[Employee, ...] = ()
        self._wanted, self._asked, self._is_listing = "", "", False
        self._kept: set[str] = set()
        self._panel.row_chosen.connect(self._on_row_chosen)

    def reload(self) -> None:
        """Read the list again."""
        which, by = self._panel.which, self._by()

        def read() -> _Read:
            return self._desk.after.follow_ups.listed(which, by), self._desk.staff.everybody()

        self._runners.read.run(read, partial(self._show_listed, which), self._tell.trouble)

    def open(self, follow_up_id: str) -> None:
        """Read the whole list again, and choose this one in it."""
        self._wanted = follow_up_id
        self._kept.discard(follow_up_id)
        self._panel.show_which(Which.ALL)
        self._screen.show_card()
        self.reload()

    def go_on_from(self, follow_up_id: str) -> None:
        """Read the list again, because something was done about this one; the next is chosen."""
        self._kept.add(follow_up_id)
        self.reload()

    def _show_listed(self, which: Which, read: _Read) -> None:
        """Show what was read; somebody who is being written about stays on the card."""
        if which is not self._panel.which:
            return
        listed, everybody = read
        self.people = tuple(each for each in everybody if each.active)
        self._card.use(self.people, self._by().employee.id)
        self._is_listing = True
        self._panel.show_listed(listed)
        if self._wanted and self._panel.view.choose(self._wanted):
            self._wanted = ""
        self._is_listing = False
        busy = self._busy_with()
        chosen = self._panel.view.chosen()
        self._read_one(busy or (chosen.id if chosen is not None else ""))

    def _busy_with(self) -> str:
        """Return who is written about but was taken off the list elsewhere; "" for nobody."""
        opened = self._card.opened
        if opened is None or not self._card.is_busy:
            return ""
        follow_up_id = opened.follow_up.id
        gone = follow_up_id not in self._kept and not self._panel.shows(follow_up_id)
        return follow_up_id if gone else ""

    def _read_one(self, follow_up_id: str) -> None:
        self._asked = follow_up_id
        if not follow_up_id:
            self._show_one(None)
            return
        self._runners.read.run(
            lambda: self._desk.after.follow_ups.one(follow_up_id),
            partial(self._show_read, follow_up_id),
            self._tell.trouble,
        )

    def _show_read(self, follow_up_id: str, opened: Opened | None) -> None:
        """Show what was read, unless somebody else was asked for since then."""
        if follow_up_id == self._asked:
            self._show_one(opened)

    def _show_one(self, opened: Opened | None) -> None:
        before = self._card.opened
        self._card.show_one(opened)
        self._screen.history.show_history(opened.history if opened is not None else ())
        if before is None or opened is None or before.follow_up.id != opened.follow_up.id:
            self._screen.show_top()

    @Slot(object, bool)
    def _on_row_chosen(self, row: Row | None, here: bool) -> None:
        if self._is_listing or row is None:
            return
        if here:
            self._screen.show_card()
        self._read_one(row.id)
