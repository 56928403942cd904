"""The record of one complaint: the seven steps, one at a time."""

from datetime import date

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QWidget

from reception_assistant.complaints.complaint import Complaint, Field, Phase, State
from reception_assistant.complaints.steps import lacking_for_solution, phase_of
from reception_assistant.i18n import _
from reception_assistant.naming.spoken_time import date_words
from ui.actions import Do, button_words, key_text
from ui.complaints.locked_box import LockedBox
from ui.complaints.own_words import OwnWords
from ui.complaints.record_head import RecordHead
from ui.complaints.small_form import SmallForm
from ui.complaints.step_bar import StepBar, phase_name
from ui.complaints.step_forms import StepForm, StepForms
from ui.complaints.writing import Draft
from ui.theme.marks import card, ink
from ui.widgets.blocks import EDGE, GAP, box_of, column, label, say
from ui.widgets.flow import flow
from ui.widgets.scrolled import Scrolled
from ui.widgets.wrapping_button import wrapping_button

_LEAST_LINES = 26
"""With less room than this the head scrolls with the rest."""


class RecordPanel(QFrame):
    """Head, steps, the step itself and the way on and back.

    Signals:
        step_requested: the next step is to be opened.
            arg: which (Phase).
        promise_requested: something is to be promised.
        improve_requested: something is to be done otherwise.
        boundary_requested: a boundary is to be drawn.
        close_requested: the complaint is to be closed.
    """

    step_requested = Signal(object)  # Phase
    promise_requested = Signal()
    improve_requested = Signal()
    boundary_requested = Signal()
    close_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        card(self)
        self.setObjectName("complaint.record")
        self._complaint: Complaint | None = None
        self._draft = Draft()
        self.shown = Phase.PREPARE
        self.head, self.bar, self.steps = RecordHead(), StepBar(), StepForms()
        self._words, self._locked = OwnWords(), LockedBox()
        self._closed = label("body")
        self._closed_box = box_of("good", self._closed)
        self._trouble, self._made = ink(label("body"), "stop"), label("body")
        self._made_box = box_of("good", self._made)
        self._forms = column(gap=GAP)
        self._more = self._buttons_of_steps()
        self._lay_out()
        self._wanted: QWidget | None = None
        self._view_timer = QTimer(self)
        self._view_timer.setSingleShot(True)
        self._view_timer.timeout.connect(self._come_into_view)
        self.bar.phase_requested.connect(self._on_phase_requested)
        self._locked.field_requested.connect(self.bring)

    def add_form(self, form: SmallForm) -> None:
        """Hold a form that opens beneath the step."""
        self._forms.addWidget(form)

    def show_record(
        self, complaint: Complaint, who: str, draft: Draft, closed: date | None
    ) -> None:
        """Show a complaint; another one begins at the step where it stopped."""
        before = self._complaint
        self._complaint, self._draft = complaint, draft
        self._closed.setText(_closed_words(complaint, closed))
        self.head.show_record(complaint, who)
        if before is None or before.id != complaint.id or before.phase is not complaint.phase:
            self.shown = complaint.phase
            say(self._trouble, "")
        if before is None or before.id != complaint.id:
            self.area.verticalScrollBar().setValue(0)
        self._show()

    def show_promises(self, lines: list[str]) -> None:
        """Show what was promised with this complaint."""
        self._made.setText("\n".join(lines))
        self._made_box.setProperty("filled", bool(lines))
        self._made_box.setVisible(bool(lines) and self.shown is Phase.DO)

    def show_trouble(self, text: str) -> None:
        """Say, above the way on, why it does not go on yet."""
        say(self._trouble, text)

    def show_step(self, phase: Phase) -> None:
        """Show a step without going on to it."""
        self.shown = phase
        say(self._trouble, "")
        self._show()
        self.area.verticalScrollBar().setValue(0)

    @Slot(object)
    def bring(self, field: Field) -> None:
        """Show the step of a field, with the keys going to it."""
        phase = phase_of(field)
        if phase is not None:
            self.show_step(phase)
            form = self._form()
            form.take_keys(field)
            self.come_into_view(form.answer(field))

    def take_keys(self) -> None:
        """Give the keys to the first question that has no answer yet."""
        if self._complaint is not None and self._complaint.state is State.OPEN:
            self._form().take_keys()
        else:
            self.head.take_keys()

    @Slot()
    def forward(self) -> None:
        """Go on to the next step, or close after the last."""
        if self._complaint is None or self._complaint.state is State.CLOSED:
            return
        if self.shown is Phase.LEARN:
            self.close_requested.emit()
        elif self.shown < self._complaint.phase:
            self.show_step(Phase(self.shown + 1))
            self.take_keys()
        else:
            self.step_requested.emit(Phase(self.shown + 1))

    @Slot()
    def back(self) -> None:
        """Look at the step before; nothing that was written down changes."""
        if self._complaint is not None and self.shown > Phase.PREPARE:
            self.show_step(Phase(self.shown - 1))
            self.take_keys()

    def come_into_view(self, widget: QWidget) -> None:
        """Scroll to a form that opened."""
        self._wanted = widget
        self._view_timer.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the head scroll with the rest where there is little height."""
        super().resizeEvent(event)
        tight = self.height() < _LEAST_LINES * self.fontMetrics().lineSpacing()
        if tight != (self._inside.indexOf(self.head) >= 0):
            (self._inside if tight else self._whole).insertWidget(0, self.head)

    def _form(self) -> StepForm:
        assert self._complaint is not None  # noqa: S101  asked for while one is shown only
        return self.steps.show_step(self.shown, self._complaint, self._draft)

    def _show(self) -> None:
        complaint = self._complaint
        if complaint is None:
            return
        form = self._form()
        is_open = complaint.state is State.OPEN
        locked = lacking_for_solution(complaint) if self.shown >= Phase.SOLVE and is_open else ()
        form.open_answers(yes=not locked)
        form.setEnabled(is_open)
        self._locked.show_lacking(locked)
        self._words.show_record(complaint)
        if self.shown not in (Phase.SOLVE, Phase.CHECK):
            self._words.hide()
        self.bar.show_phase(self.shown, complaint.phase)
        self._closed_box.setVisible(not is_open)
        self._loops.setText(_loop_words(complaint.loops))
        self._loops.setVisible(complaint.loops > 0 and Phase.CLARIFY <= self.shown <= Phase.CHECK)
        self._promise.setVisible(self.shown is Phase.DO and is_open and not locked)
        self._improve.setVisible(self.shown is Phase.LEARN and is_open and not locked)
        self._made_box.setVisible(
            self.shown is Phase.DO and bool(self._made_box.property("filled"))
        )
        self._show_foot(is_open=is_open)

    def _show_foot(self, *, is_open: bool) -> None:
        self._back.setEnabled(self.shown > Phase.PREPARE)
        last = self.shown is Phase.LEARN
        self._on.setVisible(is_open)
        self._boundary.setVisible(is_open)
        if last:
            words = _("Klacht sluiten")
        else:
            following = phase_name(Phase(self.shown + 1)).lower()
            words = _("Verder: {step}").format(step=following)
        self._on.setText(f"{words}   {key_text(Do.STEP_ON)}")

    def _buttons_of_steps(self) -> QWidget:
        self._loops = ink(label("body"), "attention")
        self._promise = wrapping_button(_("Iets beloven"), "plain", self.promise_requested.emit)
        self._improve = wrapping_button(
            _("Verbetering afspreken"), "plain", self.improve_requested.emit
        )
        holder = QWidget()
        holder.setLayout(column(self._made_box, flow(GAP, self._promise, self._improve)))
        return holder

    def _lay_out(self) -> None:
        inside = Scrolled()
        layout = column(
            self._closed_box,
            self._words,
            self._locked,
            self._loops,
            self.steps,
            self._more,
            gap=GAP,
        )
        layout.addLayout(self._forms)
        layout.addStretch(1)
        layout.setContentsMargins(0, 0, GAP, GAP)
        inside.setLayout(layout)
        self.area = QScrollArea()
        self.area.setWidget(inside)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setFocusPolicy(self.focusPolicy())
        self._back = wrapping_button(button_words(Do.STEP_BACK), "plain", self.back)
        self._boundary = wrapping_button(
            button_words(Do.BOUNDARY), "stop", self.boundary_requested.emit
        )
        self._on = wrapping_button("", "primary", self.forward)
        foot = QHBoxLayout()
        foot.setSpacing(GAP)
        foot.addWidget(self._back)
        foot.addStretch(1)
        foot.addWidget(self._boundary)
        foot.addWidget(self._on)
        self._inside = layout
        self._whole = column(self.head, self.bar, self.area, self._trouble, edge=EDGE)
        self._whole.setStretchFactor(self.area, 1)
        self._whole.addLayout(foot)
        self.setLayout(self._whole)

    @Slot()
    def _come_into_view(self) -> None:
        """Scroll once everything has its place."""
        if self._wanted is not None:
            self.area.ensureWidgetVisible(self._wanted, 0, EDGE)

    @Slot(object)
    def _on_phase_requested(self, phase: Phase) -> None:
        complaint = self._complaint
        if complaint is None:
            return
        if phase <= complaint.phase or complaint.state is State.CLOSED:
            self.show_step(phase)
        else:
            self.step_requested.emit(phase)


def _closed_words(complaint: Complaint, closed: date | None) -> str:
    if closed is None:
        return ""
    day = date_words(closed, year=True)
    if complaint.closed_reason:
        return _("Gesloten op {day}, omdat: {reason}").format(
            day=day, reason=complaint.closed_reason
        )
    return _("Gesloten op {day}. De klant zei: het is opgelost.").format(day=day)


def _loop_words(loops: int) -> str:
    said = _("{loops} keer zei de klant: het is nog niet opgelost. Zoek samen verder.")
    return said.format(loops=loops)
