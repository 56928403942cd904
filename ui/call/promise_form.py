"""A promise: what, before when, by whom, and how the other hears of it."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from reception_assistant.calls.finishing import Lacking
from reception_assistant.calls.promise import Promise
from reception_assistant.i18n import _
from ui.call.promise_moment import MomentChoice, PromiseMoment
from ui.call.promise_who import Colleague, PromiseWho, Who
from ui.theme.marks import wrong
from ui.widgets.blocks import column, label
from ui.widgets.form import text_field

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LONGEST = 500


class Offered(NamedTuple):
    """What a promise can be made of: who may keep it, `me` first, the moments, where to reach."""

    people: Sequence[Colleague] = ()
    me: str = ""
    moments: Sequence[MomentChoice] = ()
    reach: str = ""


class PromiseForm(QWidget):
    """Asks what is promised; Enter goes on to when, and Enter there confirms all of it.

    Signals:
        confirmed: Enter at the end.
    """

    confirmed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        question = _("Wat belooft u?")
        self.what = text_field(longest=_LONGEST)
        self.what.setAccessibleName(question)
        self.moment, self.who = PromiseMoment(), PromiseWho()
        asked = QWidget()
        asked.setLayout(column(label("muted", question), self.what, gap=4))
        self.setLayout(column(asked, self.moment, self.who))
        self.moment.confirmed.connect(self.confirmed)
        self.who.confirmed.connect(self.confirmed)
        self.what.textEdited.connect(self._on_what_edited)

    def fill(self, offered: Offered, promise: Promise | None) -> None:
        """Show `promise`, or an empty one."""
        made = promise or Promise(what="", before="", owner_id=offered.me, reach=offered.reach)
        self.what.setText(made.what)
        self.moment.offer(offered.moments, made.before)
        known = any(each.id == made.owner_id for each in offered.people)
        owner_id = made.owner_id if known else offered.me
        self.who.offer(offered.people, Who(owner_id, made.by, made.channel, made.reach))
        wrong(self.what, is_wrong=False)

    def promise(self) -> Promise:
        """Return what is filled in, also when something is still lacking."""
        who = self.who.who()
        return Promise(what=self.what.text().strip(), before=self.moment.before(), **who._asdict())

    def lacking(self) -> Lacking | None:
        """Return what is to be filled in first, None when nothing is."""
        if not self.what.text().strip():
            return Lacking.WHAT
        return None if self.moment.before() else Lacking.BEFORE

    def take_keys(self) -> None:
        """Give the keys to the first thing to fill in, or else to the moment."""
        if self.lacking() is Lacking.WHAT:
            self.what.setFocus()
        else:
            self.moment.take_keys()

    def show_lacking(self, lacking: Lacking) -> None:
        """Give the keys to what is lacking, and show that it is."""
        wrong(self.what, is_wrong=lacking is Lacking.WHAT)
        if lacking is Lacking.WHAT:
            self.what.setFocus()
        elif lacking is Lacking.OWNER:
            self.who.open()
        else:
            self.moment.take_keys()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on to the moment with Enter."""
        if event.key() in _ENTER and self.what.hasFocus():
            self.moment.take_keys()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _on_what_edited(self) -> None:
        wrong(self.what, is_wrong=False)
