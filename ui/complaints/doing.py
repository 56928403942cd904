"""What can be done with a complaint beside writing in it: promise, hand over, extend, close."""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal, Slot

from reception_assistant.complaints.complaint import Complaint, Field
from reception_assistant.complaints.terms import has_term
from reception_assistant.desk.acting import By
from reception_assistant.desk.learning import NewImprovement
from reception_assistant.desk.opening import Desk
from reception_assistant.errors import KnownError
from reception_assistant.follow_ups.follow_up import Kind, NewFollowUp, Source
from reception_assistant.i18n import _
from ui.complaints.reading import Background, Record
from ui.complaints.screen import ComplaintsScreen
from ui.complaints.small_form import SmallForm
from ui.complaints.small_forms import (
    HandOverForm,
    ImproveForm,
    PromiseForm,
    ReasonForm,
)
from ui.tasks import Runners
from ui.widgets.banner import Tell

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_Result = TypeVar("_Result")


class Doing(QObject):
    """Opens a form, hands what is filled in to the core, and says what became of it.

    Signals:
        changed: something was done with the complaint.
    """

    changed = Signal()

    def __init__(
        self,
        screen: ComplaintsScreen,
        desk: Desk,
        runners: Runners,
        tell: Tell,
        by: Callable[[], By],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._screen, self._desk, self._runners = screen, desk, runners
        self._tell, self._by = tell, by
        self._record: Record | None = None
        self._background: Background | None = None
        self.promise, self.hand_over, self.improve = PromiseForm(), HandOverForm(), ImproveForm()
        self.closing = ReasonForm(
            _("Sluiten zonder ja"), _("Toch sluiten   Ctrl+Enter"), _("Waarom sluit u de klacht?")
        )
        self.reopening = ReasonForm(
            _("Weer openen"), _("Weer openen   Ctrl+Enter"), _("Waarom gaat de klacht weer open?")
        )
        self._in_record = (
            self.promise,
            self.improve,
            self.hand_over,
            self.closing,
            self.reopening,
        )
        for form in self._in_record:
            screen.record.add_form(form)
        self._connect()

    def use(self, background: Background) -> None:
        """Offer who works here, and the rules."""
        self._background = background
        me = self._by().employee.id
        self.hand_over.to.offer([each for each in background.people if each.id != me], "")
        self.improve.owner.offer(background.people, me)
        self.improve.offer_scripts(background.scripts)

    def be_about(self, record: Record) -> None:
        """Do things with this complaint from now on; forms of another one close."""
        before = self._record
        self._record = record
        if before is None or before.complaint.id != record.complaint.id:
            for form in self._in_record:
                form.hide()
            self.promise.empty()
            self.improve.empty()
            for reason in (self.closing.reason, self.reopening.reason, self.hand_over.note):
                reason.setText("")

    def run(
        self,
        work: Callable[[], _Result],
        done: Callable[[_Result], None],
        form: SmallForm | None = None,
    ) -> None:
        """Let the core do it; what it refuses is said in the form, or above the way on."""

        def failed(error: Exception) -> None:
            if not isinstance(error, KnownError):
                self._tell.trouble(error)
            elif form is not None:
                form.show_trouble(str(error))
            else:
                self._screen.record.show_trouble(str(error))

        self._runners.write.run(work, done, failed)

    @Slot()
    def close(self) -> None:
        """Close it after the customer's yes; without it, ask why."""
        if self._record is None:
            return
        complaint, by = self._record.complaint, self._by()
        complaints = self._desk.after.complaints

        def refused(error: Exception) -> None:
            if not isinstance(error, KnownError):
                self._tell.trouble(error)
                return
            self._open(self.closing)
            self.closing.show_trouble(str(error))

        self._runners.write.run(
            lambda: complaints.close(complaint.id, by), self._on_closed, refused
        )

    def _connect(self) -> None:
        record = self._screen.record
        record.promise_requested.connect(self._ask_promise)
        record.improve_requested.connect(self._ask_improve)
        record.close_requested.connect(self.close)
        record.head.hand_over_requested.connect(self._ask_hand_over)
        record.head.reopen_requested.connect(self._ask_reopen)
        self.promise.confirmed.connect(self._on_promise_confirmed)
        self.improve.confirmed.connect(self._on_improve_confirmed)
        self.hand_over.confirmed.connect(self._on_hand_over_confirmed)
        self.closing.confirmed.connect(self._on_closing_confirmed)
        self.reopening.confirmed.connect(self._on_reopening_confirmed)

    def _open(self, form: SmallForm) -> None:
        for each in self._in_record:
            if each is not form:
                each.hide()
        form.open()
        self._screen.record.come_into_view(form)

    @Slot()
    def _ask_promise(self) -> None:
        if self._record is not None and self._background is not None:
            me, now = self._by().employee.id, self._desk.time.now()
            self.promise.fill(self._background.people, me, self._record.reach, now)
            self._open(self.promise)

    @Slot()
    def _ask_improve(self) -> None:
        self.improve.review.begin(self._desk.time.now())
        self._open(self.improve)

    @Slot()
    def _ask_hand_over(self) -> None:
        self._open(self.hand_over)

    @Slot()
    def _ask_reopen(self) -> None:
        self._open(self.reopening)

    @Slot()
    def _on_promise_confirmed(self) -> None:
        if self._record is None:
            return
        made, by = self.promise.promised(), self._by()
        if not made.what or not made.before:
            lacking = _("Schrijf op wat u belooft.") if not made.what else _("Voor wanneer is het?")
            self.promise.show_trouble(lacking)
            return
        complaint_id = self._record.complaint.id
        new = NewFollowUp(
            kind=Kind.PROMISE, source=Source.COMPLAINT, complaint_id=complaint_id, **made._asdict()
        )

        def done(_id: str) -> None:
            self.promise.empty()
            self.finish(self.promise, _("Beloofd. Het staat nu ook bij Opvolging."))

        complaints = self._desk.after.complaints
        self.run(lambda: complaints.promise(complaint_id, new, by), done, self.promise)

    @Slot()
    def _on_improve_confirmed(self) -> None:
        if self._record is None:
            return
        complaint, by, form = self._record.complaint, self._by(), self.improve
        new = NewImprovement(
            cause=complaint.answer(Field.CAUSE),
            what=form.what.text().strip(),
            owner_id=form.owner.chosen(),
            review=form.review.day(),
            complaint_id=complaint.id,
            script_id=str(form.script.currentData() or ""),
            rule=form.rule.text().strip(),
        )

        def done(_id: str) -> None:
            form.empty()
            self.finish(form, _("Afgesproken. Op die dag vraagt Balie of het hielp."))

        learning = self._desk.after.learning
        self.run(lambda: learning.improve(new, by), done, form)

    @Slot()
    def _on_hand_over_confirmed(self) -> None:
        form, complaints, by = self.hand_over, self._desk.after.complaints, self._by()
        if self._record is not None:
            complaint_id, to, note = self._about(), form.to.chosen(), form.note.text().strip()

            def done(complaint: Complaint) -> None:
                form.note.setText("")
                self.finish(form, _("{name} heeft het nu.").format(name=complaint.owner))

            self.run(lambda: complaints.hand_over(complaint_id, to, note, by), done, form)

    @Slot()
    def _on_closing_confirmed(self) -> None:
        form, complaints, by = self.closing, self._desk.after.complaints, self._by()
        if self._record is not None:
            complaint_id, reason = self._about(), form.reason.text().strip()
            if not reason:
                form.show_trouble(_("Schrijf in een paar woorden op waarom."))
                return
            self.run(lambda: complaints.close(complaint_id, by, reason), self._on_closed, form)

    @Slot()
    def _on_reopening_confirmed(self) -> None:
        form, complaints, by = self.reopening, self._desk.after.complaints, self._by()
        if self._record is not None:
            complaint_id, why = self._about(), form.reason.text().strip()

            def done(_complaint: Complaint) -> None:
                form.reason.setText("")
                self.finish(form, _("De klacht staat weer open."))

            self.run(lambda: complaints.reopen(complaint_id, why, by), done, form)

    def _about(self) -> str:
        return self._record.complaint.id if self._record is not None else ""

    def _on_closed(self, complaint: Complaint) -> None:
        self.closing.reason.setText("")
        if has_term(complaint):  # somebody is known who can be asked
            words = _("Gesloten. Balie vraagt u later of het ook echt is opgelost.")
        else:
            words = _("Gesloten. Er is niemand om later te vragen of het is opgelost.")
        self.finish(self.closing, words)

    def finish(self, form: SmallForm, words: str) -> None:
        """Close a form of which the work is done, and say so; the keys go back to the step."""
        focus: QWidget | None = form.window().focusWidget()
        had_keys = focus is not None and form.isAncestorOf(focus)
        form.hide()
        self._tell.tell(words)
        if had_keys:
            self._screen.record.take_keys()
        self.changed.emit()
