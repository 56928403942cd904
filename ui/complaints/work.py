"""What happens at the Klachten screen: writing down, going on, and keeping it all."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from reception_assistant.changes import Changed
from reception_assistant.complaints.complaint import Complaint, Field, Phase, Where
from reception_assistant.complaints.learning import Worked
from reception_assistant.desk.acting import By
from reception_assistant.desk.opening import Desk
from ui.complaints.apologising import Apologising
from ui.complaints.caring import Caring
from ui.complaints.columns import Part
from ui.complaints.doing import Doing
from ui.complaints.noting import Noting
from ui.complaints.reading import Background, Record, read_background
from ui.complaints.register_panel import Shelf
from ui.complaints.screen import ComplaintsScreen
from ui.complaints.showing import Showing
from ui.complaints.terming import Terming
from ui.complaints.writing import Writing
from ui.tasks import Runners
from ui.widgets.banner import Tell

_KEEP_AGAIN_SECONDS = 10
_AT_ONCE = frozenset({Field.CONFIRMED, Field.SOLVED, Field.GOAL, Field.EMOTION, Field.CAUSE})
"""One key answers these, so they are kept at once: they can lead to another step."""


class ComplaintsWork(QObject):
    """Hands on to the core what is done on the screen; `showing` reads what is on it.

    Signals:
        call_requested: the customer is to be called.
            arg: about which complaint (Complaint).
        boundary_requested: a boundary is to be drawn.
        letter_requested: a letter is wanted.
            arg: the id of the complaint, and which letter: ontvangst, verlenging or uitkomst.
    """

    call_requested = Signal(object)  # Complaint
    boundary_requested = Signal()
    letter_requested = Signal(str, str)

    def __init__(
        self, desk: Desk, runners: Runners, tell: Tell, by: Callable[[], By], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._desk, self._runners, self._tell, self._by = desk, runners, tell, by
        self.screen = ComplaintsScreen()
        self.writing = Writing(desk, runners, tell, by, self)
        self.showing = Showing(self.screen, desk, runners, tell, self.writing, self)
        self.doing = Doing(self.screen, desk, runners, tell, by, self)
        self.terming = Terming(self.screen.term, self.doing, desk, by)
        self.noting = Noting(self.screen.note, desk, runners, tell, by, self)
        self.apologising = Apologising(self.screen.record, desk, by, self.doing)
        self.caring = Caring(self.screen.care, desk, runners, tell, by)
        self._connect()
        self.reload()

    def reload(self) -> None:
        """Read everything again."""
        self._runners.read.run(partial(read_background, self._desk), self._use, self._tell.trouble)
        self.caring.read()
        self.showing.read_register()

    def open(self, complaint_id: str) -> None:
        """Show a complaint, at the step where it stopped, with the keys going to it."""
        self.screen.register.shelves.choose(Shelf.OPEN)
        self.showing.read_register()
        self.showing.show(complaint_id, then=self._take_keys)

    @Slot()
    def note(self, sort: str = "", where: Where | None = None) -> None:
        """Ask what somebody tells; what was filled in before is still there."""
        self.writing.flush()
        self.screen.show_note()
        if sort:
            self.screen.note.choose_sort(sort)
        self.screen.note.open(self._desk.time.now(), where)

    def hear(self, what: Changed) -> None:
        """Read again what changed."""
        ours = what & (Changed.COMPLAINTS | Changed.PROMISES)
        if what & (Changed.STAFF | Changed.SETTINGS | Changed.LIBRARY):
            self.reload()
        elif ours:
            self.showing.read_register()
        if ours or Changed.SETTINGS in what:
            self.showing.read_again()

    def tick(self, now: datetime) -> None:
        """Keep again what could not be kept a moment ago."""
        if now.second % _KEEP_AGAIN_SECONDS == 0:
            self.writing.flush()

    def flush(self) -> None:
        """Keep what was typed last, because the window goes."""
        self.writing.flush()

    def _connect(self) -> None:
        screen, record, showing = self.screen, self.screen.record, self.showing
        showing.record_shown.connect(self._on_record_shown)
        screen.note_requested.connect(self.note)
        screen.register.note_requested.connect(self.note)
        screen.register.search_requested.connect(showing.read_register)
        screen.register.line_chosen.connect(self._on_line_chosen)
        screen.register.opened.connect(self._take_keys)
        screen.note.left.connect(self._on_note_left)
        screen.feedback.done.connect(self._on_feedback_done)
        screen.mandates.offered.connect(self._on_offered)
        screen.learned.reviewed.connect(self._on_reviewed)
        screen.term.letter_requested.connect(self._on_letter_requested)
        for answering in (record.steps, screen.private):
            answering.answered.connect(self._on_answered)
            answering.settled.connect(self._on_settled)
        record.step_requested.connect(self._on_step_requested)
        record.boundary_requested.connect(self.boundary_requested)
        record.head.call_requested.connect(self._on_call_requested)
        self.writing.written.connect(self._on_written)
        self.doing.changed.connect(self._on_changed)
        self.noting.begun.connect(self._on_begun)
        self.noting.told.connect(self._on_told)
        self.noting.incident_noted.connect(self._on_note_left)

    def _use(self, background: Background) -> None:
        self.screen.mandates.show_kaders(background.kaders)
        self.screen.register.offer_people(background.people)
        self.screen.register.offer_causes(background.causes)
        self.screen.record.steps.offer_causes(background.causes)
        self.screen.record.steps.mark_with(background.matcher)
        self.doing.use(background)
        self.terming.use(background.regimes)
        self.apologising.use(background.people)
        self.showing.read_again()

    @Slot()
    def _take_keys(self) -> None:
        self.screen.columns.reveal(Part.RECORD)
        if self.screen.shows_record():
            self.screen.record.take_keys()
        else:
            self.screen.feedback.field.setFocus()

    @Slot(object)
    def _on_record_shown(self, record: Record) -> None:
        self.doing.be_about(record)
        self.terming.be_about(record)
        self.apologising.be_about(record.complaint)

    @Slot(str)
    def _on_line_chosen(self, wanted: str) -> None:
        if self.screen.register.shelf() is Shelf.FEEDBACK:
            self.showing.show_told(wanted)
        else:
            self.showing.show(wanted)

    @Slot()
    def _on_note_left(self) -> None:
        if self.showing.complaint is not None:
            self.screen.show_record()
        else:
            self.screen.show_nothing()
        self.screen.take_keys()

    @Slot(object)
    def _on_begun(self, complaint: Complaint) -> None:
        self.screen.show_nothing()
        self.open(complaint.id)

    @Slot(str, str)
    def _on_told(self, feedback_id: str, thanks: str) -> None:
        self.screen.register.shelves.choose(Shelf.FEEDBACK)
        self.showing.read_register()
        self.showing.show_told(feedback_id, thanks)

    @Slot(str)
    def _on_feedback_done(self, words: str) -> None:
        feedback_id, by, feedback = self.showing.wanted, self._by(), self._desk.after.feedback
        self._runners.write.run(
            lambda: feedback.reply(feedback_id, words, by),
            lambda _none: self._on_changed(),
            self._tell.trouble,
        )

    @Slot(object, str)
    def _on_answered(self, field: Field, text: str) -> None:
        if (complaint := self.showing.complaint) is not None:
            self.writing.type(complaint.id, field, text)
            if field in _AT_ONCE:
                self.writing.flush()

    @Slot(object, str)
    def _on_settled(self, field: Field, text: str) -> None:
        if (complaint := self.showing.complaint) is not None:
            self.writing.settle(complaint.id, field, text)

    @Slot(object)
    def _on_written(self, complaint: Complaint) -> None:
        before = self.showing.complaint
        if before is None or before.id != complaint.id:
            return
        self.showing.show_changed(complaint)
        if clashes := self.writing.draft(complaint.id).clashes:
            self.screen.record.bring(next(iter(clashes)))
        elif before.phase is not complaint.phase:
            self.screen.record.take_keys()
        self._on_changed()

    @Slot(object)
    def _on_step_requested(self, phase: Phase) -> None:
        if (complaint := self.showing.complaint) is None:
            return
        self.writing.flush()
        complaint_id, by = complaint.id, self._by()
        complaints = self._desk.after.complaints
        self.doing.run(lambda: complaints.go_to(complaint_id, phase, by), self._on_stepped)

    def _on_stepped(self, complaint: Complaint) -> None:
        self.showing.show_changed(complaint)
        self.screen.record.take_keys()
        self._on_changed()

    @Slot(object)
    def _on_offered(self, mandates: tuple[str, ...]) -> None:
        if (complaint := self.showing.complaint) is not None:
            complaint_id, by = complaint.id, self._by()
            complaints, was = self._desk.after.complaints, complaint.mandates
            self.doing.run(
                lambda: complaints.offer(complaint_id, mandates, by, was_shown=was),
                lambda _complaint: self._on_changed(),
            )

    @Slot(str, str)
    def _on_reviewed(self, improvement_id: str, helped: str) -> None:
        learning, by = self._desk.after.learning, self._by()
        self.doing.run(
            lambda: learning.review(improvement_id, Worked(helped), "", by),
            lambda _none: self._on_changed(),
        )

    @Slot(str)
    def _on_letter_requested(self, letter: str) -> None:
        if (complaint := self.showing.complaint) is not None:
            self.writing.flush()
            self.letter_requested.emit(complaint.id, letter)

    @Slot()
    def _on_call_requested(self) -> None:
        if (complaint := self.showing.complaint) is not None:
            self.writing.flush()
            self.call_requested.emit(complaint)

    @Slot()
    def _on_changed(self) -> None:
        """Read again what was changed here."""
        self.showing.read_register()
        self.showing.read_again()
