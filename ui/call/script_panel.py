"""The middle of the Telefoon screen: the script, step by step, or what may begin."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QHideEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from reception_assistant.i18n import _
from reception_assistant.library.lists import Mandate
from reception_assistant.library.offer import Offer
from reception_assistant.run.view import StepView
from ui.call.at_once import AtOnce
from ui.call.keyed_card import KeyedCard
from ui.call.offer_list import OfferList
from ui.call.phase_bar import progress
from ui.call.script_foot import ScriptFoot
from ui.call.script_head import ScriptHead
from ui.call.step_body import StepBody
from ui.widgets.blocks import GAP, label

_ON = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class ScriptPanel(KeyedCard):
    """Shows a step, the scripts that fit, or that the script is done; plain keys work on it.

    Signals:
        answered: an answer was given.
            arg: its number in the file.
        went_on: what stands here was said.
        back_requested: to what was shown before.
        came_back_requested: out of the detour.
        missed: none of the answers fits.
            arg: what was said.
        remembered: something was written down; always told before what leaves the step.
            arg: the id of what is remembered.
            arg: its label.
            arg: the text.
        promise_requested: the promise is to be filled in first.
        script_chosen: a script is to begin.
            arg: its id.
        park_requested: the call is to wait.
        key_point_toggled: the other of sentence and key point is to be the large one.
        complaint_requested: what is told is to be written down as a complaint.
    """

    answered = Signal(int)
    went_on = Signal()
    back_requested = Signal()
    came_back_requested = Signal()
    missed = Signal(str)
    remembered = Signal(str, str, str)
    promise_requested = Signal()
    script_chosen = Signal(str)
    park_requested = Signal()
    key_point_toggled = Signal()
    complaint_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("script")
        self._place: object = None
        self._moved = True
        self._mandates: tuple[Mandate, ...] = ()
        self._head, self._body, self._foot = ScriptHead(), StepBody(), ScriptFoot()
        self._offers, self._done = OfferList(), label("answer")
        parts = (self._head, self._body, self._offers, self._done, self._foot)
        self.inside.installEventFilter(self)
        self.hold(*parts, gap=GAP + 4)
        self._at_once = AtOnce(self.inside)
        self.setTabOrder(self, self._body.remember_field())
        self.setTabOrder(self._foot.key_point, self._head.park)
        self._connect()
        self.show_offers((), _("Gesprek"))

    def show_step(self, view: StepView, mandates: Sequence[Mandate] = ()) -> None:
        """Show this step, and give the keys to it unless somebody is typing elsewhere.

        `mandates` are what may be offered; they stand beside the step.
        """
        place = (view.script_id, view.step, view.path, view.asks_promise)
        is_new = self._moved or place != self._place
        self._place, self._moved = place, False
        with self._at_once:
            self._head.show_title(view.title)
            self._show_mandates(tuple(mandates))
            self._body.show_step(view, is_new=is_new)
            phase = self._body.phase()
            self._foot.show_progress(progress(phase) if phase else "")
            self._show_only(self._body, self._foot)
        self._tell(self._body.sentence(), self._body.spoken())
        if is_new:
            self.take_keys()

    def show_offers(self, offers: Sequence[Offer], heading: str) -> None:
        """Show the scripts that fit now, because none runs."""
        self.leave()
        with self._at_once:
            self._head.show_title(heading)
            self._offers.show_offers(offers)
            self._show_only(self._offers)
        self._tell(heading, self._offers.spoken())
        self.take_keys()

    def show_finished(self, text: str) -> None:
        """Show that the script has nothing more to say; `text` tells what to do now."""
        self.leave()
        with self._at_once:
            self._done.setText(text)
            self._foot.show_progress("")
            self._show_only(self._done, self._foot)
        self._tell(text, "")
        self.take_keys()

    def show_clock(self, text: str) -> None:
        """Show how long the call takes."""
        self._head.show_clock(text)

    def key_point_first(self, on: bool) -> None:
        """Show the key point large from now on, or the sentence."""
        self._body.key_point_first(on=on)
        self._foot.key_point_first(on=on)

    @Slot(int)
    def answer_key(self, digit: int) -> None:
        """Do what stands at this digit."""
        if not self._offers.isHidden():
            self._offers.choose(digit)
        elif not self._body.isHidden():
            self._body.choose(digit)

    @Slot()
    def back(self) -> None:
        """Go to what was shown before."""
        if self._offers.isHidden():
            self.settle()
            self._moved = True
            self.back_requested.emit()

    @Slot()
    def settle(self) -> None:
        """Tell what was typed and not told yet; before anything that leaves this step."""
        self._body.settle()

    @Slot()
    def leave(self) -> None:
        """Tell what was typed; what is shown next is new, also the same step of another call."""
        self.settle()
        self._place, self._moved = None, True

    def does(self, key: Qt.Key) -> bool:
        """Let Enter go on, Backspace go back and Esc come back."""
        if key == Qt.Key.Key_Escape:
            return not self._body.isHidden() and self._body.step_out()
        if key == Qt.Key.Key_Backspace:
            self.back()
        elif key in _ON and not self._body.isHidden():
            self._body.go_on()
        else:
            return False
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the step lie as its room asks."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Count the lines again when the letters change."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def hideEvent(self, event: QHideEvent) -> None:
        """Let nothing that was typed be left behind."""
        super().hideEvent(event)
        self.settle()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the open form in sight."""
        if watched is self.inside and event.type() == QEvent.Type.LayoutRequest:
            form = self._body.missed_form()
            if form is not None:
                self.area.ensureWidgetVisible(form, 0, GAP)
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        self._body.fit(self.height() // self.fontMetrics().lineSpacing())

    def _show_mandates(self, mandates: tuple[Mandate, ...]) -> None:
        if mandates != self._mandates:
            self._mandates = mandates
            self._body.show_mandates(mandates)

    def _show_only(self, *shown: QWidget) -> None:
        for each in (self._body, self._offers, self._done, self._foot):
            each.setVisible(each in shown)

    def _tell(self, sentence: str, rest: str) -> None:
        """Let a screen reader say what is shown now."""
        is_new = sentence != self.accessibleName()
        self.setAccessibleName(sentence)
        self.setAccessibleDescription(rest)
        if is_new and QAccessible.isActive() and self.isVisible():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    def _connect(self) -> None:
        body = self._body
        for each in (body.answered, body.went_on, body.came_back_requested):
            each.connect(self._on_moved)
        body.answered.connect(self.answered)
        body.went_on.connect(self.went_on)
        body.came_back_requested.connect(self.came_back_requested)
        body.promise_requested.connect(self.promise_requested)
        body.missed.connect(self.missed)
        body.remembered.connect(self.remembered)
        body.field_left.connect(self.setFocus)
        self._offers.script_chosen.connect(self.script_chosen)
        self._head.park_requested.connect(self._on_park_requested)
        self._foot.back_requested.connect(self.back)
        self._foot.key_point_toggled.connect(self.key_point_toggled)
        self._foot.complaint_requested.connect(self.complaint_requested)

    @Slot()
    def _on_moved(self) -> None:
        self._moved = True  # also when the same step comes again, it is a new one

    @Slot()
    def _on_park_requested(self) -> None:
        self.settle()
        self.park_requested.emit()
