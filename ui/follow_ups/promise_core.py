"""What every promise asks: what, before when, and who sees to it."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from reception_assistant.follow_ups.follow_up import FollowUp
from reception_assistant.i18n import _
from reception_assistant.staff.employee import Employee
from ui.follow_ups.inline_form import asked, words_of
from ui.follow_ups.moment_field import MomentField
from ui.follow_ups.owner_field import OwnerField
from ui.theme.marks import wrong
from ui.widgets.blocks import column
from ui.widgets.form import text_field

_LONGEST = 500
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Promised(NamedTuple):
    """What was filled in; `after` and `before` are local wall time (ISO, to the minute)."""

    what: str
    after: str
    before: str
    owner_id: str
    by: str


class PromiseCore(QWidget):
    """The three questions; Enter goes on to the next of them."""

    def __init__(self, question: str, now: Callable[[], datetime]) -> None:
        super().__init__()
        self.what = text_field(longest=_LONGEST)
        self.moment = MomentField(_("Wanneer is het klaar?"), now)
        self.owner = OwnerField()
        self._kept = Promised("", "", "", "", "")
        self._owner = asked(_("Wie doet het?"), self.owner)
        self.setLayout(column(asked(question, self.what), self.moment, self._owner))
        self.setFocusProxy(self.what)
        self.what.installEventFilter(self)
        self.moment.field.installEventFilter(self)

    def open(self, people: Sequence[Employee], me: str, made: FollowUp | None = None) -> None:
        """Ask for a new promise, or show the one that was `made`."""
        self.what.setText(made.what if made is not None else "")
        self.moment.set_text("")
        self._kept = Promised("", "", "", "", "")
        self.owner.offer(people, made.owner_id if made is not None else me)
        self._owner.setVisible(made is None)  # whoever else takes it over gets a note with it
        if made is not None:
            self._kept = Promised(made.what, made.after, made.before, made.owner_id, made.by)
        wrong(self.what, is_wrong=False)

    def promised(self) -> Promised:
        """Return what is filled in; a moment that was not touched is what it was."""
        after, before = self._kept.after, self._kept.before
        found = None if self.moment.is_empty() else self.moment.window_typed()
        if found is not None:
            after = found.after.isoformat(timespec="minutes") if found.after is not None else ""
            before = found.before.isoformat(timespec="minutes")
        owner_id, by = self._kept.owner_id, self._kept.by
        if not owner_id:
            owner_id, by = self.owner.owner_id, self.owner.currentText()
        return Promised(words_of(self.what), after, before, owner_id, by)

    def lacking(self) -> str:
        """Return what is to be filled in first, with the keys there; "" for nothing."""
        wrong(self.what, is_wrong=not words_of(self.what))
        if not words_of(self.what):
            self.what.setFocus()
            return _("Wat belooft u? Schrijf het op in een paar woorden.")
        understood = self.moment.window_typed() is not None
        if understood or (self.moment.is_empty() and self._kept.before):
            return ""
        self.moment.show_wrong()
        return _("Kies een moment, dan weet iedereen waar die op kan rekenen.")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go on to the next question with Enter."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            with_other = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            if event.key() in _ENTER and not with_other:
                following = self.moment.field if watched is self.what else self.owner
                following.setFocus()
                return True
        return super().eventFilter(watched, event)
