"""The end of a conversation: one button, and behind it as few keys as can be."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

from reception_assistant.calls.finishing import Lacking
from reception_assistant.calls.promise import Promise
from reception_assistant.i18n import _
from reception_assistant.library.lists import Outcome
from ui.actions import Do
from ui.call.finish_questions import FinishForm, FinishQuestions
from ui.call.promise_form import Offered
from ui.call.promise_moment import MomentChoice
from ui.call.promise_who import Colleague
from ui.theme.marks import card
from ui.widgets.blocks import EDGE, GAP, column, label
from ui.widgets.chips import Chip, ChipGroup
from ui.widgets.flow import flow
from ui.widgets.wrapping_button import action_button, wrapping_button

__all__ = ["FinishForm", "FinishPanel"]

_OF_FORM = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)


class _Draft(NamedTuple):
    """What was filled in when the form was left, and what had been promised by then."""

    filled: FinishForm = FinishForm()
    made: Promise | None = None


class FinishPanel(QFrame):
    """The card with which a conversation is finished, or a promise is made in the midst of it.

    What is filled in stays when the form is left with Esc, for each conversation apart.

    Signals:
        opening_requested: the conversation is to be finished.
        finish_requested: everything is filled in.
            arg: what (FinishForm).
        promised: a promise was made that is to be said now.
            arg: the promise (Promise).
        left: the conversation goes on.
    """

    opening_requested = Signal()
    finish_requested = Signal(object)  # FinishForm
    promised = Signal(object)  # Promise
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        card(self)
        self.setObjectName("finish")
        self._drafts: dict[str, _Draft] = {}
        self._call, self._wanted = "", ""
        self._made: Promise | None = None
        self._caption = label("caption")
        self._likely = ChipGroup()
        self._likely.call(_("Hoe loopt het af?"))
        self._open = action_button(Do.FINISH, "primary", self.opening_requested.emit)
        self.questions = FinishQuestions()
        self._done = wrapping_button("", "primary", self.questions.go_on)
        back = wrapping_button(_("Terug   Esc"), "quiet", self._leave)
        for each in (self._done, back):
            each.setAutoDefault(True)  # so that Enter presses the one that has the keys
        self._form = self._form_with(back)
        self.setLayout(column(self._caption, self._likely, self._open, self._form, edge=EDGE))
        self._likely.chosen.connect(self._on_likely_chosen)
        self.questions.answered.connect(self.finish_requested)
        self.questions.promised.connect(self._on_questions_promised)
        self._view_timer = QTimer(self)
        self._view_timer.setSingleShot(True)
        self._view_timer.timeout.connect(self._come_into_view)
        self._show_form(shown=False)

    def show_call(self, call_id: str) -> None:
        """Be about another conversation, closed; what was filled in for the one before stays."""
        self._keep_draft()
        self._call = call_id
        self._show_form(shown=False)

    def show_likely(self, outcomes: Sequence[Outcome]) -> None:
        """Show how such a conversation mostly ends, in the order of their digits."""
        self._likely.offer([Chip(each.id, each.label) for each in outcomes])
        self._show_form(shown=self.is_open)

    def decide(self, outcome: str) -> None:
        """Let this outcome count at the next opening, whatever was chosen before."""
        self._wanted = outcome

    def open_for(
        self,
        outcomes: Sequence[Outcome],
        employees: Sequence[Colleague],
        me: str,
        moments: Sequence[MomentChoice],
        reach: str,
        promise: Promise | None,
        *,
        chosen: str = "",
    ) -> None:
        """Ask how it ended, the likeliest outcome first; `promise` was made already.

        `chosen` is the id of the outcome that the script gave. What is open already stays open.
        """
        if not self.is_open or self.questions.only_promise:
            filled = self._filled_before(promise)
            filled = filled._replace(outcome=self._wanted or filled.outcome or chosen)
            offered = Offered(employees, me, moments, reach)
            self.questions.ask_all(outcomes, offered, promise, filled)
            self._show_form(shown=True)
        wanted, self._wanted = self._wanted, ""
        if wanted:
            self.questions.take_chosen()
        else:
            self.questions.take_keys()

    def ask_promise(
        self,
        employees: Sequence[Colleague],
        me: str,
        moments: Sequence[MomentChoice],
        reach: str,
        promise: Promise | None,
    ) -> None:
        """Ask what is promised, and nothing else: it is said in the next step of the script."""
        filled = self._filled_before(promise)
        offered = Offered(employees, me, moments, reach)
        self.questions.ask_promise(offered, filled.promise or promise)
        self._show_form(shown=True)
        self.questions.take_keys()

    def show_lacking(self, lacking: Lacking) -> None:
        """Ask for what is lacking, with the keys where it is to be filled in."""
        self.questions.show_lacking(lacking)

    def forget(self, call_id: str) -> None:
        """Forget what was filled in for a conversation that is over."""
        if call_id == self._call:
            self.close_form()
        self._drafts.pop(call_id, None)

    @Slot()
    def close_form(self) -> None:
        """Close, and forget what was filled in for this conversation."""
        self._drafts.pop(self._call, None)
        self._show_form(shown=False)

    @property
    def is_open(self) -> bool:
        """Tell whether the questions are shown."""
        return not self._form.isHidden()

    def event(self, event: QEvent) -> bool:
        """Keep Enter and Esc for the form, also where the window has actions for them."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() in _OF_FORM
            and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            and self.is_open
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the form with Esc."""
        if event.key() == Qt.Key.Key_Escape and self.is_open:
            self._leave()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stay in sight where the column scrolls, once everything has its place."""
        super().resizeEvent(event)
        if self.is_open:
            self._view_timer.start()

    def _form_with(self, back: QWidget) -> QWidget:
        form = QWidget()
        form.setLayout(column(self.questions, flow(GAP, self._done, back)))
        return form

    def _show_form(self, *, shown: bool) -> None:
        promise = shown and self.questions.only_promise
        self._form.setVisible(shown)
        self._open.setVisible(not shown)
        self._likely.choose("")
        self._likely.setVisible(not shown and bool(self._likely.offered))
        self._caption.setText(_("Belofte") if promise else _("Afronden"))
        self._done.setText(_("Vastleggen   Enter") if promise else _("Afronden   Enter"))

    def _filled_before(self, made: Promise | None) -> FinishForm:
        """Return what was filled in before, less a promise that `made` has replaced by now."""
        self._keep_draft()
        self._made = made
        draft = self._drafts.get(self._call, _Draft())
        return draft.filled if draft.made == made else draft.filled._replace(promise=None)

    def _keep_draft(self) -> None:
        if not self.is_open:
            return
        filled = self.questions.filled()
        if self.questions.only_promise:
            before = self._drafts.get(self._call, _Draft()).filled
            filled = before._replace(promise=filled.promise)
        self._drafts[self._call] = _Draft(filled, self._made)

    @Slot()
    def _come_into_view(self) -> None:
        """Scroll to all of the form, and where that is too high to what has the keys."""
        home = self.parentWidget()
        while home is not None and not isinstance(home, QScrollArea):
            home = home.parentWidget()
        if home is None:
            return
        home.ensureWidgetVisible(self, 0, EDGE)
        focus = QApplication.focusWidget()
        if focus is not None and self.isAncestorOf(focus):
            home.ensureWidgetVisible(focus, 0, EDGE)

    @Slot()
    def _leave(self) -> None:
        self._keep_draft()
        self._show_form(shown=False)
        self.left.emit()

    @Slot(str)
    def _on_likely_chosen(self, outcome: str) -> None:
        self._wanted = outcome
        self.opening_requested.emit()

    @Slot(object)
    def _on_questions_promised(self, promise: Promise) -> None:
        self._show_form(shown=False)
        self.promised.emit(promise)
