"""A compliment, an idea or a remark: what was told, the thanks, and what was done with it."""

from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame

from reception_assistant.complaints.feedback import Feedback, Sort
from reception_assistant.i18n import N_, _
from reception_assistant.naming.spoken_time import date_words
from ui.complaints.answer_text import AnswerText
from ui.theme.marks import card
from ui.widgets.blocks import EDGE, GAP, box_of, column, label, say
from ui.widgets.flow import flow
from ui.widgets.wrapping_button import wrapping_button

SORTS = {
    Sort.COMPLIMENT: N_("Compliment"),
    Sort.IDEA: N_("Idee"),
    Sort.FEEDBACK: N_("Feedback"),
    Sort.MOMENT: N_("Mooi moment"),
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FeedbackPanel(QFrame):
    """The words large, and beneath them what becomes of it.

    Signals:
        done: something was done with it.
            arg: what.
    """

    done = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        card(self)
        self._sort, self._who = label("caption"), label("title")
        self._words, self._about = label("sentence"), label("muted")
        self._thanks = label("strong")
        self._thanks_box = box_of("good", label("body", _("Zeg tegen de ander:")), self._thanks)
        self._reply, self._result = label("body"), label("body")
        self._result_box = box_of("calm", label("strong", _("Gehoord en gedaan")), self._result)
        question = _("Wat is ermee gedaan?")
        self._question = label("muted", question)
        self.field = AnswerText(question, 2)
        self._keep = wrapping_button(_("Bewaren   Ctrl+Enter"), "primary", self._on_keep)
        parts = (self._sort, self._who, self._words, self._about, self._thanks_box, self._reply)
        below = (self._result_box, self._question, self.field, flow(GAP, self._keep))
        layout = column(*parts, *below, edge=EDGE)
        layout.addStretch(1)
        self.setLayout(layout)

    def show_feedback(self, told: Feedback, who: str, day: date, thanks: str) -> None:
        """Show what was told; `thanks` is what to say now, "" when it was said already."""
        sort = _(SORTS[told.sort])
        self._sort.setText(_("{sort} · {day}").format(sort=sort, day=date_words(day)))
        self._who.setText(who)
        self._words.setText(f"“{told.text}”")
        say(self._about, _("Over: {about}").format(about=told.about) if told.about else "")
        self._thanks.setText(f"“{thanks}”")
        self._thanks_box.setVisible(bool(thanks))
        self._result.setText(told.done)
        self._result_box.setVisible(bool(told.done))
        waits = bool(told.reply_before) and not told.done
        before = date.fromisoformat(told.reply_before) if waits else day
        reply = _("Uiterlijk {day} hoort de ander wat wij ermee doen.")
        say(self._reply, reply.format(day=date_words(before)) if waits else "")
        for each in (self._question, self.field, self._keep):
            each.setVisible(not told.done)
        if self.field.property("of") != told.id:
            self.field.setProperty("of", told.id)
            self.field.show_text("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep with Ctrl+Enter."""
        if event.key() in _ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._on_keep()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _on_keep(self) -> None:
        if not self.field.isHidden():
            self.done.emit(self.field.text().strip())
