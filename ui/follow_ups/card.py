"""The card of the follow-up that is chosen: what to say, and what can be done about it."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QWidget

from reception_assistant.follow_ups.follow_up import Kind, State
from reception_assistant.follow_ups.listed import Opened
from reception_assistant.i18n import _
from reception_assistant.staff.employee import Employee
from ui.follow_ups.done_part import DonePart
from ui.follow_ups.inline_form import InlineForm
from ui.follow_ups.keys import Key, keyed
from ui.follow_ups.said_part import SaidPart
from ui.follow_ups.small_forms import HandOverForm, TriedForm, answer_form, gone_form
from ui.theme.marks import card
from ui.widgets.blocks import EDGE, GAP, column, label
from ui.widgets.flow import flow
from ui.widgets.wrapping_button import wrapping_button


class FollowUpCard(QFrame):
    """Shows one follow-up; one small form at a time stands in the place of how it ended.

    Signals:
        change_requested: what was promised is to be changed.
    """

    change_requested = Signal()

    def __init__(self, now: Callable[[], datetime]) -> None:
        super().__init__()
        card(self)
        self.opened: Opened | None = None
        self._people: tuple[Employee, ...] = ()
        self._begun: dict[InlineForm, str] = {}
        self.said, self.done = SaidPart(), DonePart(now)
        self.tried, self.hand_over = TriedForm(now), HandOverForm()
        self.answer, self.gone = answer_form(), gone_form()
        self._forms: tuple[InlineForm, ...] = (self.tried, self.hand_over, self.answer, self.gone)
        self._none = label("muted", _("Kies links iemand. Dan staat hier wat u kunt zeggen."))
        self._buttons = self._make_buttons()
        self._end = QWidget()
        self._end.setLayout(column(self.done, self._buttons, gap=GAP + 4))
        layout = column(self._none, self.said, self._end, *self._forms, gap=GAP + 4, edge=EDGE)
        self.setLayout(layout)
        for form in self._forms:
            form.left.connect(self.close_form)
        self.show_one(None)

    @property
    def form(self) -> InlineForm | None:
        """The small form that is open."""
        return next((each for each in self._forms if not each.isHidden()), None)

    @property
    def is_busy(self) -> bool:
        """Tell whether somebody is filling in something here that is not kept yet."""
        return self.opened is not None and (self.form is not None or self.done.is_begun)

    def use(self, people: Sequence[Employee], me: str) -> None:
        """Let one of these take over."""
        self._people = tuple(people)
        self.done.use(people, me)

    def show_one(self, opened: Opened | None) -> None:
        """Show this one; what is being filled in for it stays."""
        before, self.opened = self.opened, opened
        is_other = before is None or opened is None
        if before is not None and opened is not None:
            is_other = before.follow_up.id != opened.follow_up.id
        self._none.setVisible(opened is None)
        self.said.setVisible(opened is not None)
        if opened is not None:
            self.said.show_one(opened)
            self.done.show_one(opened.follow_up)
            self._answered.setVisible(opened.follow_up.kind is Kind.THIRD_PARTY)
        if is_other or not self._is_open():
            self._show_form(None)

    def ask_how_it_went(self) -> None:
        """Ask how an attempt went."""
        self._open(self.tried, self.tried.open)

    def ask_to_whom(self) -> None:
        """Ask to whom it goes."""
        if self.opened is not None:
            owner_id = self.opened.follow_up.owner_id
            self._open(self.hand_over, lambda: self.hand_over.open(self._people, owner_id))

    def ask_for_answer(self) -> None:
        """Ask what a third party said."""
        if self.opened is not None and self.opened.follow_up.kind is Kind.THIRD_PARTY:
            self._open(self.answer, self.answer.open)

    def ask_why_gone(self) -> None:
        """Ask why it is not needed any more."""
        self._open(self.gone, self.gone.open)

    @Slot()
    def save(self) -> None:
        """Keep what is open: the small form, or how it ended."""
        form = self.form
        if form is not None:
            form.save()
        elif self._is_open():
            self.done.save()

    @Slot()
    def close_form(self) -> None:
        """Come back to how it ended."""
        self._show_form(None)
        self.take_keys()

    def forget(self, follow_up_id: str) -> None:
        """Forget what was filled in for one that is kept."""
        self._begun = {form: of for form, of in self._begun.items() if of != follow_up_id}
        self.done.forget(follow_up_id)
        if self.opened is not None and self.opened.follow_up.id == follow_up_id:
            self.done.show_one(self.opened.follow_up)
            self._show_form(None)

    def take_keys(self) -> None:
        """Let the keys go to the small form, or to what happened."""
        form = self.form
        if form is not None:
            form.take_keys()
        elif self._is_open():
            self.done.setFocus()
        elif self.opened is not None:
            self.said.call.setFocus()

    def _is_open(self) -> bool:
        return self.opened is not None and self.opened.follow_up.state is State.OPEN

    def _open(self, form: InlineForm, begin: Callable[[], None]) -> None:
        """Show a form; what was filled in for the same one before, and is not kept, stays."""
        if self.opened is None or not self._is_open():
            return
        if self._begun.get(form) != self.opened.follow_up.id:
            self._begun[form] = self.opened.follow_up.id
            begin()
        self._show_form(form)
        form.take_keys()

    def _show_form(self, form: InlineForm | None) -> None:
        for each in self._forms:
            each.setVisible(each is form)
        self._end.setVisible(form is None and self._is_open())

    def _make_buttons(self) -> QWidget:
        made = {
            Key.DONE: wrapping_button(keyed(Key.DONE), "primary", self.save),
            Key.NOT_REACHED: wrapping_button(keyed(Key.NOT_REACHED), "plain", self.ask_how_it_went),
            Key.ANSWERED: wrapping_button(keyed(Key.ANSWERED), "plain", self.ask_for_answer),
            Key.HAND_OVER: wrapping_button(keyed(Key.HAND_OVER), "plain", self.ask_to_whom),
            Key.CHANGE: wrapping_button(keyed(Key.CHANGE), "quiet", self.change_requested.emit),
            Key.GONE: wrapping_button(keyed(Key.GONE), "quiet", self.ask_why_gone),
        }
        self._answered = made[Key.ANSWERED]
        return flow(GAP, *made.values())
