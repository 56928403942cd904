"""How it ended: what happened, whether the other feels helped, and what follows where not."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from reception_assistant.calls.promise import Channel
from reception_assistant.follow_ups.follow_up import Done, FollowUp, Helped, Kind, NewFollowUp
from reception_assistant.i18n import N_, _
from reception_assistant.staff.employee import Employee
from ui.follow_ups.inline_form import LONGEST
from ui.follow_ups.promise_core import PromiseCore
from ui.theme.marks import ink, wrong
from ui.widgets.blocks import column, label, say
from ui.widgets.chips import Chip, ChipGroup
from ui.widgets.text_field import TextField

_HELPED = (
    (Helped.YES, N_("Ja")),
    (Helped.PARTLY, N_("Deels")),
    (Helped.NO, N_("Nee")),
    (Helped.NOT_ASKED, N_("Niet gevraagd")),
)
_NOT_YET = (Helped.PARTLY, Helped.NO)
_FEWEST_LINES = 3
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class _ResultField(TextField):
    """A field that shows that more than a word is welcome."""

    def sizeHint(self) -> QSize:
        """Return the size at which all text can be seen, and some lines at least."""
        size = super().sizeHint()
        lines = self.fontMetrics().lineSpacing() * (_FEWEST_LINES + 1)
        return size.expandedTo(QSize(0, lines))


class _Draft(NamedTuple):
    """What was filled in for one, and is not kept yet."""

    result: str
    helped: str
    what: str
    moment: str


class DonePart(QWidget):
    """Asks how it ended; what is filled in stays with its follow-up until it is kept.

    Signals:
        done: all is filled in.
            arg: what (Done).
    """

    done = Signal(object)  # Done

    def __init__(self, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._drafts: dict[str, _Draft] = {}
        self._about: FollowUp | None = None
        self._people: tuple[Employee, ...] = ()
        self._me = ""
        self.result = _ResultField("", LONGEST)
        self.result.setAccessibleName(_("Wat is er gebeurd?"))
        self.result.installEventFilter(self)
        self.helped = ChipGroup()
        self._question = label("caption")
        self.following = PromiseCore(_("Wat doet u nu voor deze persoon?"), now)
        self._lacking = ink(label("body"), "stop")
        self.setLayout(
            column(
                label("caption", _("Wat is er gebeurd?")),
                self.result,
                self._question,
                self.helped,
                self.following,
                self._lacking,
            )
        )
        self.setFocusProxy(self.result)
        self.helped.chosen.connect(self._on_helped_chosen)
        self.following.hide()
        self._lacking.hide()

    @property
    def is_begun(self) -> bool:
        """Tell whether something was filled in that is not kept yet."""
        return bool(self.result.text().strip() or self.helped.choice)

    def use(self, people: Sequence[Employee], me: str) -> None:
        """Let one of these see to what follows; `me` is who sits here."""
        self._people, self._me = tuple(people), me
        self.following.owner.offer(people, self.following.owner.owner_id or me)

    def show_one(self, about: FollowUp) -> None:
        """Be about this one, with what was filled in for it before."""
        is_other = self._about is None or self._about.id != about.id
        if is_other:
            self._keep_draft()
        self._about = about
        if not is_other:
            return
        draft = self._drafts.get(about.id, _Draft("", "", "", ""))
        self._ask(about)
        say(self._lacking, "")
        wrong(self.result, is_wrong=False)
        self.result.setText(draft.result)
        self.helped.choose(draft.helped)
        self.following.open(self._people, self._me)
        self.following.what.setText(draft.what)
        self.following.moment.set_text(draft.moment)
        self._fold()

    def forget(self, follow_up_id: str) -> None:
        """Forget what was filled in for one that is kept."""
        self._drafts.pop(follow_up_id, None)
        if self._about is not None and self._about.id == follow_up_id:
            self._about = None

    @Slot()
    def save(self) -> None:
        """Pass on how it ended, or ask for what is lacking."""
        lacking = self._ask_for_lacking()
        say(self._lacking, lacking)
        if not lacking and self._about is not None:
            helped = Helped(self.helped.choice)
            following = self._next_one(self._about) if helped in _NOT_YET else None
            self.done.emit(Done(result=self._words(), helped=helped, following=following))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go on to the question with Enter."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            with_other = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            if event.key() in _ENTER and not with_other:
                self.helped.take_keys()
                return True
        return super().eventFilter(watched, event)

    def _ask(self, about: FollowUp) -> None:
        question = _question(about)
        self._question.setText(question)
        self.helped.call(question)
        self.helped.offer([Chip(each.value, _(words)) for each, words in _HELPED])

    def _ask_for_lacking(self) -> str:
        wrong(self.result, is_wrong=not self._words())
        if not self._words():
            self.result.setFocus()
            return _("Schrijf eerst in een paar woorden op hoe het afliep.")
        if not self.helped.choice:
            self.helped.take_keys()
            return _("Kies nog een antwoord op de vraag hierboven.")
        return self.following.lacking() if self._is_not_helped() else ""

    def _next_one(self, about: FollowUp) -> NewFollowUp:
        is_callback = about.channel is Channel.CALL
        return NewFollowUp(
            kind=Kind.CALLBACK if is_callback else Kind.PROMISE,
            **self.following.promised()._asdict(),
            source=about.source,
            channel=about.channel,
            reach=about.reach,
            person_id=about.person_id,
            whom=about.whom,
            subject=about.subject,
            call_id=about.call_id,
            complaint_id=about.complaint_id,
            feedback_id=about.feedback_id,
            improvement_id=about.improvement_id,
        )

    def _is_not_helped(self) -> bool:
        return self.helped.choice in _NOT_YET

    def _words(self) -> str:
        return self.result.text().strip()

    def _fold(self) -> None:
        self.following.setVisible(self._is_not_helped())

    def _keep_draft(self) -> None:
        if self._about is None:
            return
        core = self.following
        draft = _Draft(
            self.result.text(), self.helped.choice, core.what.text(), core.moment.field.text()
        )
        if any(draft):
            self._drafts[self._about.id] = draft
        else:
            self._drafts.pop(self._about.id, None)

    @Slot(str)
    def _on_helped_chosen(self, _chosen: str) -> None:
        self._fold()
        say(self._lacking, "")
        if self._is_not_helped() and not self.following.what.text():
            self.following.setFocus()


def _question(about: FollowUp) -> str:
    """Return what is asked at the end of one of this kind."""
    if about.kind is Kind.REVIEW:
        return _("Hielp het?")
    if about.kind is Kind.CHECK:
        return _("Is het gelukt?")
    if about.channel is Channel.CALL:
        return _("Voelt de beller zich geholpen?")
    return _("Voelt de ander zich geholpen?")
