"""The end of a conversation: how it ended, what was promised, and into the log."""

from PySide6.QtCore import QObject, Signal, Slot

from reception_assistant.calls.call import Direction, Ending
from reception_assistant.calls.finishing import lacking
from reception_assistant.calls.moments import choices
from reception_assistant.calls.promise import Promise
from reception_assistant.desk.library import outcomes_for
from reception_assistant.i18n import _
from reception_assistant.library.lists import Outcome
from reception_assistant.staff.employee import Employee
from ui.call.finish_panel import FinishForm, FinishPanel
from ui.call.session import Session
from ui.call.stage import Stage

_LIKELY = 4
_NUMBER = "nummer"
"""Under which name scripts write down a number to call."""


class Finishing(QObject):
    """Asks how it ended and writes the call down.

    Signals:
        finished: a conversation is over and safe.
            arg: its session.
        left: the receptionist goes on with the conversation.
        opening: something is about to be asked, and must be in sight.
        ending: the conversation is being written down, or that is over.
            arg: whether it is.
    """

    finished = Signal(object)  # Session
    left = Signal()
    opening = Signal()
    ending = Signal(bool)

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        self._stage = stage
        self._everybody: tuple[Employee, ...] = ()
        self.panel = FinishPanel()
        stage.entered.connect(self._on_entered)
        stage.noted.connect(self._show_likely)
        self.panel.opening_requested.connect(self.open)
        self.panel.finish_requested.connect(self._on_finish_requested)
        self.panel.promised.connect(self._on_promised)
        self.panel.left.connect(self.left)

    def use(self, everybody: tuple[Employee, ...]) -> None:
        """Let these people make promises, and show how such calls end."""
        self._everybody = everybody
        self._show_likely()

    @Slot()
    def open(self, outcome: str = "") -> None:
        """Ask how the conversation ended; `outcome`, or what the script says, comes first."""
        session, stage = self._stage.session, self._stage
        if session is None:
            return
        run = session.conversation.run
        said = run.ended.outcome if run.ended is not None else ""
        self.opening.emit()
        self.panel.open_for(
            self._outcomes(session, outcome or said),
            [each for each in self._everybody if each.active],
            stage.by().employee.id,
            choices(stage.now()),
            self._reach(session),
            run.promise,
            chosen=said,
        )

    def ask_promise(self) -> None:
        """Ask what is promised, before the script says it."""
        session, stage = self._stage.session, self._stage
        if session is None:
            return
        self.opening.emit()
        self.panel.ask_promise(
            [each for each in self._everybody if each.active],
            stage.by().employee.id,
            choices(stage.now()),
            self._reach(session),
            session.conversation.run.promise,
        )

    def _reach(self, session: Session) -> str:
        """Return the number to call back: as was said, the one that called, or their own."""
        said = session.conversation.run.remembered.get(_NUMBER, "")
        if said:
            return said
        if session.head.number:
            return session.head.number
        return session.caller.person.phone if session.caller is not None else ""

    def hand_over(self, outcome: str) -> None:
        """Ask to finish with the outcome that belongs to handing over."""
        session = self._stage.session
        if session is not None and self._stage.library.lists.outcome(outcome) is not None:
            self.panel.show_call(session.id)  # whatever was open is asked anew
            self.panel.decide(outcome)
            self.open(outcome)

    @Slot()
    def _on_entered(self) -> None:
        session = self._stage.session
        self.panel.show_call(session.id if session is not None else "")
        self._show_likely()

    @Slot()
    def _show_likely(self) -> None:
        session = self._stage.session
        self.panel.show_likely(self._outcomes(session)[:_LIKELY])

    def _outcomes(self, session: Session | None, said: str = "") -> list[Outcome]:
        """Return how this conversation may end, the likeliest first."""
        if session is None:
            return outcomes_for(self._stage.library, "")
        outgoing = session.head.direction is Direction.OUT
        return outcomes_for(self._stage.library, session.head.reason, said, outgoing=outgoing)

    @Slot(object)
    def _on_promised(self, promise: Promise) -> None:
        if self._stage.session is not None:
            self._stage.session.conversation.promise(promise)
            self._stage.happened()

    @Slot(object)
    def _on_finish_requested(self, form: FinishForm) -> None:
        session, stage = self._stage.session, self._stage
        if session is None or session.is_ending:
            return
        by = stage.by()
        ending = Ending(
            outcome=form.outcome,
            ended_utc=stage.desk.calls.now_utc(),
            employee_id=by.employee.id,
            alternative=form.alternative,
            promise=form.promise,
        )
        outcome = stage.library.lists.outcome(form.outcome)
        missing = lacking(outcome, ending, stage.now())
        if missing is not None:
            self.panel.show_lacking(missing)
            return
        conversation = session.conversation
        unsaved = conversation.unsaved()
        first = unsaved.first if unsaved else len(conversation.events)
        events = tuple(conversation.events[first:])
        head, note, seen = conversation.head, conversation.note, conversation.revision
        session.is_ending = True
        self.ending.emit(True)
        stage.runners.journal.run(
            lambda: stage.desk.calls.end(
                head, first, events, note, ending, by, seen=seen, outcome=outcome
            ),
            lambda _kept: self._on_ended(session),
            lambda error: self._on_not_ended(session, error),
        )

    def _on_not_ended(self, session: Session, error: Exception) -> None:
        """Leave the conversation open, with all that was filled in."""
        session.is_ending = False
        self.ending.emit(False)
        self._stage.tell.trouble(error)

    def _on_ended(self, session: Session) -> None:
        """Write what is safe in the journal into the log, which may wait behind a long import."""
        self._stage.keeping.forget(session)
        self.ending.emit(False)
        self.panel.forget(session.id)
        self._stage.tell.tell(_("Het gesprek is bewaard."))
        by, desk = self._stage.by(), self._stage.desk
        self._stage.runners.write.run(
            lambda: desk.calls.log_ended(by), lambda _number: None, self._stage.tell.trouble
        )
        self.finished.emit(session)
