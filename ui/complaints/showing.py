"""Reading the register and what is chosen in it, and putting that on the screen."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from reception_assistant.complaints.complaint import Complaint
from reception_assistant.desk.opening import Desk
from reception_assistant.desk.preview import day_of
from reception_assistant.errors import KnownError
from ui.complaints.reading import (
    Record,
    Told,
    read_lines,
    read_one_told,
    read_record,
    read_told,
)
from ui.complaints.register_list import Line
from ui.complaints.register_panel import Shelf
from ui.complaints.screen import ComplaintsScreen
from ui.complaints.writing import Writing
from ui.tasks import Runners
from ui.widgets.banner import Tell


class Showing(QObject):
    """Knows what is on the screen; what is read late and is not wanted any more is left out.

    Signals:
        record_shown: a complaint is on the screen, or is there anew.
            arg: what was read of it (Record).
    """

    record_shown = Signal(object)  # Record

    def __init__(
        self,
        screen: ComplaintsScreen,
        desk: Desk,
        runners: Runners,
        tell: Tell,
        writing: Writing,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._screen, self._desk, self._runners, self._tell = screen, desk, runners, tell
        self._writing = writing
        self.record: Record | None = None
        self.wanted, self._thanks = "", ""

    @property
    def complaint(self) -> Complaint | None:
        """The complaint on the screen."""
        return self.record.complaint if self.record is not None else None

    @Slot()
    def read_register(self) -> None:
        """Read the list that is chosen, and how much there is on each."""
        register, shelf = self._screen.register, self._screen.register.shelf()
        text = register.field.text().strip()
        search = register.search(_iso(register.first.text()), _iso(register.last.text()))

        def read() -> tuple[list[Line], dict[Shelf, int]]:
            numbers = {
                Shelf.OPEN: self._desk.after.complaints.listing.number_open(),
                Shelf.FEEDBACK: sum(self._desk.after.feedback.numbers().values()),
            }
            if shelf is Shelf.FEEDBACK:
                return read_told(self._desk, text), numbers
            return read_lines(self._desk, search, closed=shelf is Shelf.CLOSED), numbers

        def show(found: tuple[list[Line], dict[Shelf, int]]) -> None:
            register.show_numbers(found[1])
            if register.shelf() is shelf:
                register.show_lines(found[0])
                register.view.choose(self.wanted)

        self._runners.read.run(read, show, self._tell.trouble)

    def show(self, wanted: str, then: Callable[[], None] | None = None) -> None:
        """Read a complaint and show it, unless another one is wanted by then."""
        self._writing.flush()
        self.wanted = wanted

        def show(record: Record | None) -> None:
            if record is None or self.wanted != wanted:
                return
            if self._writing.is_old(record.complaint):
                self.show(wanted, then)
                return
            self.show_record(record)
            if then is not None:
                then()

        self._runners.read.run(partial(read_record, self._desk, wanted), show, self._tell.trouble)

    def show_record(self, record: Record) -> None:
        """Show what was read of a complaint; another one begins where it stopped."""
        is_new = self.record is None or self.record.complaint.id != record.complaint.id
        self.record = record
        screen, complaint = self._screen, record.complaint
        draft = self._writing.draft(complaint.id)
        self._writing.read(complaint)
        screen.record.show_record(complaint, record.who, draft, record.closed)
        screen.record.show_promises(list(record.promises))
        screen.mandates.show_record(complaint)
        may_extend = record.weeks_left > 0
        screen.term.show_term(record.term, record.alarm, record.alarm_ink, may_extend=may_extend)
        screen.private.show_record(complaint, draft, is_new=is_new)
        if not screen.is_noting() or is_new:
            screen.show_record()
        screen.learned.show_learned(record.repeated, record.improvements)
        screen.learned.ask(record.to_review)
        screen.register.view.choose(complaint.id)
        self.record_shown.emit(record)

    def show_changed(self, complaint: Complaint) -> None:
        """Show at once what was changed in the complaint on the screen."""
        if self.record is not None and self.record.complaint.id == complaint.id:
            self.show_record(self.record._replace(complaint=complaint))

    def show_told(self, feedback_id: str, thanks: str = "") -> None:
        """Read something else that was told, and show it; `thanks` is what to say now."""
        self._writing.flush()
        self.wanted, self._thanks = feedback_id, thanks
        self._read_told()

    @Slot()
    def read_again(self) -> None:
        """Read what is on the screen again."""
        if self.record is not None and self.wanted == self.record.complaint.id:
            self.show(self.wanted)
        elif self.wanted and self.record is None:
            self._read_told()

    def _read_told(self) -> None:
        feedback_id = self.wanted

        def show(told: Told | None) -> None:
            if told is not None and self.wanted == feedback_id:
                self.record = None
                self._screen.feedback.show_feedback(told.feedback, told.who, told.day, self._thanks)
                self._screen.show_feedback()

        self._runners.read.run(
            partial(read_one_told, self._desk, feedback_id), show, self._tell.trouble
        )


def _iso(typed: str) -> str:
    """Return a day that was typed (ISO), "" for none, or one that is not typed out yet."""
    try:
        return day_of(typed).isoformat() if typed.strip() else ""
    except KnownError:
        return ""
