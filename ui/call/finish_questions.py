"""The questions at the end of a conversation, one after the other."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from reception_assistant.calls.finishing import Lacking, asked
from reception_assistant.calls.promise import Promise
from reception_assistant.i18n import _
from reception_assistant.library.lists import Outcome
from ui.call.outcome_form import OutcomeForm
from ui.call.promise_form import Offered, PromiseForm
from ui.theme.marks import ink
from ui.widgets.blocks import column, label, say


class FinishForm(NamedTuple):
    """What was filled in: the id of the outcome, what was offered instead, and the promise."""

    outcome: str = ""
    alternative: str = ""
    promise: Promise | None = None


class FinishQuestions(QWidget):
    """Asks how it ended, and then what belongs to that; or only what is promised.

    Signals:
        answered: all is filled in.
            arg: what (FinishForm).
        promised: the promise is filled in, and nothing else was asked.
            arg: the promise (Promise).
    """

    answered = Signal(object)  # FinishForm
    promised = Signal(object)  # Promise

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.outcomes, self.promise_form = OutcomeForm(), PromiseForm()
        self._told = label("muted")
        self._trouble = ink(label("strong"), "attention")
        self._only_promise = False
        self._made: Promise | None = None
        self.setLayout(column(self.outcomes, self.promise_form, self._told, self._trouble))
        self.outcomes.changed.connect(self._on_outcomes_changed)
        self.outcomes.taken.connect(self.take_chosen)
        self.outcomes.confirmed.connect(self.go_on)
        self.promise_form.confirmed.connect(self.go_on)

    @property
    def only_promise(self) -> bool:
        """Tell whether only the promise is asked."""
        return self._only_promise

    def ask_all(
        self,
        outcomes: Sequence[Outcome],
        offered: Offered,
        made: Promise | None,
        filled: FinishForm,
    ) -> None:
        """Ask how it ended; `made` was promised already, `filled` is what is filled in by now."""
        self._only_promise, self._made = False, made
        self.promise_form.fill(offered, filled.promise or made)
        self.outcomes.show()
        self.outcomes.offer(outcomes, filled.outcome, filled.alternative)
        self._on_outcomes_changed()

    def ask_promise(self, offered: Offered, promise: Promise | None) -> None:
        """Ask what is promised, and nothing else."""
        self._only_promise, self._made = True, promise
        self.promise_form.fill(offered, promise)
        self.outcomes.hide()
        self._on_outcomes_changed()

    def filled(self) -> FinishForm:
        """Return what is filled in by now; of a promise at least the text."""
        outcome, promise = self.outcomes.outcome(), self.promise_form.promise()
        return FinishForm(
            outcome=outcome.id if outcome is not None else "",
            alternative=self.outcomes.alternative.text().strip(),
            promise=promise if promise.what else None,
        )

    def take_keys(self) -> None:
        """Give the keys to the first question that is open."""
        if self._only_promise or (self.outcomes.is_folded and not self._asks_alternative()):
            self.promise_form.take_keys()
        else:
            self.outcomes.take_keys()

    def show_lacking(self, lacking: Lacking) -> None:
        """Ask for what is lacking, with the keys where it is to be filled in."""
        if lacking in (Lacking.OUTCOME, Lacking.ALTERNATIVE):
            self.outcomes.show_lacking(lacking)
        else:
            self.promise_form.show_lacking(lacking)
        say(self._trouble, asked(lacking))

    @Slot()
    def take_chosen(self) -> None:
        """Ask at once what belongs to the outcome that is chosen."""
        if self._is_to_open():
            self.outcomes.fold()
        self._on_outcomes_changed()
        self.take_keys()

    @Slot()
    def go_on(self) -> None:
        """Ask what is to be asked next; when nothing is, that was all."""
        lacking = self._lacking()
        if self._is_to_open():
            self.take_chosen()
        elif lacking is None:
            self._give()
        elif lacking is Lacking.WHAT and self.outcomes.alternative.hasFocus():
            self.promise_form.take_keys()
        else:
            self.show_lacking(lacking)

    def _give(self) -> None:
        promise = self.promise_form.promise() if self._asks_promise() else self._made
        if self._only_promise:
            self.promised.emit(promise)
        else:
            self.answered.emit(self.filled()._replace(promise=promise))

    def _lacking(self) -> Lacking | None:
        lacking = None if self._only_promise else self.outcomes.lacking()
        if lacking is None and self._asks_promise():
            lacking = self.promise_form.lacking()
        return lacking

    def _is_to_open(self) -> bool:
        """Tell whether an outcome is chosen of which more is asked, that is not shown yet."""
        outcome = self.outcomes.outcome()
        asks_more = outcome is not None and (outcome.promise or outcome.alternative)
        return not self._only_promise and asks_more and not self.outcomes.is_folded

    def _asks_promise(self) -> bool:
        outcome = self.outcomes.outcome()
        return self._only_promise or (outcome is not None and outcome.promise)

    def _asks_alternative(self) -> bool:
        return self.outcomes.lacking() is Lacking.ALTERNATIVE

    @Slot()
    def _on_outcomes_changed(self) -> None:
        """Show the promise where the outcome asks for one, else only what was promised before."""
        shown = self._only_promise or (self._asks_promise() and self.outcomes.is_folded)
        self.promise_form.setVisible(shown)
        made = self._made if not shown else None
        say(self._told, _("U heeft beloofd: {what}").format(what=made.what) if made else "")
        say(self._trouble, "")
