"""One step of a script: where it stands, what to say, what not, and what may be answered."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QWidget

from reception_assistant.i18n import N_, _
from reception_assistant.library.lists import Mandate
from reception_assistant.run.view import AnswerView, PathPart, StepView, Way
from ui.call.avoid_boxes import AvoidBoxes
from ui.call.beside import OWN_WIDTH, beside
from ui.call.choice_list import Choice, ChoiceList
from ui.call.mandate_box import MandateBox
from ui.call.missed_form import MissedForm
from ui.call.path_line import PathLine
from ui.call.phase_bar import PhaseBar
from ui.call.remember_field import RememberField
from ui.call.said import Said
from ui.theme.marks import tone
from ui.widgets.blocks import EDGE, GAP, box_of, column, label
from ui.widgets.wrapping_button import wrapping_button

_WAYS = {
    Way.ON: N_("Verder"),
    Way.BACK: N_("Terug naar waar u was"),
    Way.END: N_("Klaar: gesprek afronden"),
}
_ENTER, _FIRST = N_("Enter"), N_("Eerst de belofte")
_USUAL = 5  # so many answers
_LETTERS, _LETTERS_OF_ANSWER = 20, 26
_MOST, _LESS = 3, 2
"""How answers and what is written down share the width."""
_FEW_LINES = 32
"""With less room than this the answers come right after the sentence."""


class StepBody(QWidget):
    """Shows one step at a time; its parts are used again for the next one.

    Signals:
        answered: an answer was given.
            arg: its number in the file.
        went_on: what stands here was said.
        promise_requested: the promise is to be filled in first.
        came_back_requested: out of the detour.
        missed: none of the answers fits.
            arg: what was said.
        remembered: as of `RememberField`.
        field_left: a field was left, and the keys belong to the script again.
    """

    answered = Signal(int)
    went_on = Signal()
    promise_requested = Signal()
    came_back_requested = Signal()
    missed = Signal(str)
    remembered = Signal(str, str, str)
    field_left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._view: StepView | None = None
        self._script, self._phase = "", 0
        self._where, self._aside = label("strong"), tone(QFrame(), "calm")
        self._phases, self._path, self._said = PhaseBar(), PathLine(), Said()
        self._avoid, self._remember = AvoidBoxes(), RememberField()
        self._promise = box_of(
            "attention",
            label("strong", _(_FIRST)),
            label("body", _("Wat gaat u doen, voor wanneer, en wie doet het?")),
            label("body", _("Vul dat eerst in. Daarna staat hier wat u zegt.")),
        )
        self._caption = label("caption", _("Antwoord"))
        self._answers, self._missed = ChoiceList(ready=_USUAL), MissedForm()
        self._mandates = MandateBox(after=self._missed.field)
        self._lower, self._is_tight = self._answering(), False
        self._fill_aside()
        self._parts = column(*self._in_order(), gap=GAP)
        self.setLayout(self._parts)
        self._connect()

    def show_step(self, view: StepView, *, is_new: bool) -> None:
        """Show this step; when it is the same as before, what is being typed stays."""
        if is_new:
            self._missed.hide()
        if is_new or not (self._remember.waits() or self._remember.field.hasFocus()):
            self._remember.ask(view.remember, view.remembered)
        self._view = view
        self._aside.setVisible(view.aside)
        self._where.setText(_back_to(view.path))
        self._show_phase(view)
        self._path.show_path(view.path)
        self._said.show_step(view)
        self._said.setVisible(not view.asks_promise)
        self._said.hints.setVisible(not view.asks_promise and bool(self._said.hints.text()))
        self._avoid.show_pairs(() if view.asks_promise else view.avoid)
        self._promise.setVisible(view.asks_promise)
        self._show_caption()
        self._answers.show_choices(_choices(view))

    def fit(self, lines: int) -> None:
        """Put the answers where they are seen, with room for so many lines."""
        if (tight := lines < _FEW_LINES) != self._is_tight:
            self._is_tight = tight
            for each in self._in_order():
                self._parts.removeWidget(each)
                self._parts.addWidget(each)
            self._show_caption()

    def show_mandates(self, mandates: Sequence[Mandate]) -> None:
        """Show what may be offered."""
        self._mandates.show_mandates(mandates)

    def key_point_first(self, *, on: bool) -> None:
        """Show the key point large, or the sentence."""
        self._said.key_point_first(on=on)

    def phase(self) -> int:
        """Return in which phase the conversation is; 0 for none."""
        return 0 if self._phases.isHidden() else self._phase

    def choose(self, digit: int) -> None:
        """Give the answer with this digit."""
        self._answers.choose(digit)

    @Slot()
    def go_on(self) -> None:
        """Go on where there is one way to do so."""
        if self._view is not None and (self._view.asks_promise or self._view.way in _WAYS):
            self._answers.choose(1)

    def step_out(self) -> bool:
        """Close what is open, or else leave the detour; tell whether there was anything."""
        if not self._missed.isHidden():
            self._missed.left.emit()
            return True
        if self._view is not None and self._view.aside:
            self._come_back()
            return True
        return False

    @Slot()
    def settle(self) -> None:
        """Tell what was typed, now."""
        self._remember.settle()

    def spoken(self) -> str:
        """Return what can be done here, as a screen reader says it."""
        tip = self._view.tip if self._view is not None else ""
        return " ".join(filter(None, (tip, self._answers.spoken())))

    def sentence(self) -> str:
        """Return what is to be said here, or done first."""
        if self._view is None:
            return ""
        return _(_FIRST) if self._view.asks_promise else self._view.say

    def remember_field(self) -> QWidget:
        """Return the field for what is written down; Tab leads there first."""
        return self._remember.field

    def missed_form(self) -> MissedForm | None:
        """Return the form for what was said, when it is open."""
        return None if self._missed.isHidden() else self._missed

    def _show_phase(self, view: StepView) -> None:
        """Keep the bar while a script with phases has a step without one."""
        if view.script_id != self._script:
            self._script, self._phase = view.script_id, 0
        self._phase = view.phase or self._phase
        self._phases.show_phase(self._phase or None)

    def _show_caption(self) -> None:
        view = self._view
        asks = view is not None and bool(view.answers) and not view.asks_promise
        self._caption.setVisible(asks and not self._is_tight)

    def _in_order(self) -> tuple[QWidget, ...]:
        """Return the parts from top to bottom."""
        where, how = (self._aside, self._phases), (self._said.hints, self._avoid)
        answer = (self._promise, self._lower)
        if self._is_tight:
            return (*where, self._said, *answer, *how, self._mandates, self._path)
        return (*where, self._path, self._said, *how, *answer, self._mandates)

    def _answering(self) -> QWidget:
        answering = QWidget()
        answering.setLayout(column(self._caption, self._answers, self._missed, gap=GAP))
        return beside(EDGE, _LETTERS_OF_ANSWER, (answering, _MOST), (self._remember, _LESS))

    def _fill_aside(self) -> None:
        back = wrapping_button(_("Zijpad verlaten   Esc"), "link", self._come_back)
        inside = column(beside(GAP, _LETTERS, (self._where, 1), (back, OWN_WIDTH)))
        inside.setContentsMargins(12, GAP // 2, GAP // 2, GAP // 2)
        self._aside.setLayout(inside)

    def _connect(self) -> None:
        self._answers.chosen.connect(self._on_answers_chosen)
        self._missed.told.connect(self._on_missed_told)
        self._missed.closed.connect(self.field_left)
        self._remember.remembered.connect(self.remembered)
        for each in (self._remember.entered, self._remember.left):
            each.connect(self._on_remember_left)

    @Slot(int)
    def _on_answers_chosen(self, place: int) -> None:
        view = self._view
        if view is None:
            return
        self.settle()
        if view.asks_promise:
            self.promise_requested.emit()
        elif view.way is not Way.ANSWERS:
            self.went_on.emit()
        elif view.answers[place].missing:
            self._missed.open()
        else:
            self.answered.emit(view.answers[place].number)

    @Slot()
    def _come_back(self) -> None:
        self.settle()
        self.came_back_requested.emit()

    @Slot(str)
    def _on_missed_told(self, text: str) -> None:
        self.settle()
        self.field_left.emit()
        self.missed.emit(text)

    @Slot()
    def _on_remember_left(self) -> None:
        self.settle()
        self.field_left.emit()


def _back_to(path: Sequence[PathPart]) -> str:
    """Return where the detour leads back to."""
    before = (each.label for each in reversed(path) if each.depth < path[-1].depth)
    if not (home := next(before, "")):
        return _("U bent even opzij.")
    return _("Zijpad. Esc brengt u terug naar «{step}».").format(step=home)


def _choices(view: StepView) -> list[Choice]:
    if view.asks_promise:
        return [Choice(1, _("Belofte invullen"), end=_(_ENTER))]
    if view.way is not Way.ANSWERS:
        return [Choice(1, _(_WAYS[view.way]), end=_(_ENTER))]
    return [_choice(each) for each in view.answers]


def _choice(answer: AnswerView) -> Choice:
    return Choice(answer.key, answer.label, end=_("↘ even opzij") if answer.aside else "")
