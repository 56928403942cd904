"""What stands under an answer when something in it is better said otherwise."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame

from reception_assistant.complaints.wording import Mark, marks_in
from reception_assistant.i18n import _
from reception_assistant.language.matching import Matcher
from ui.actions import Do, key_text
from ui.complaints.answer_text import AnswerText
from ui.theme.marks import tone
from ui.widgets.blocks import GAP, column, label, say
from ui.widgets.flow import flow
from ui.widgets.note_marks import units
from ui.widgets.wrapping_button import wrapping_button

_ENDS = (".", "?", "!")


class BetterWords(QFrame):
    """Names the better words for what is at the cursor, or else for the first in the text."""

    def __init__(self, field: AnswerText) -> None:
        super().__init__()
        self._field = field
        self._finds: Callable[[str], Sequence[Mark]] | None = None
        self._mark: Mark | None = None
        self._only_advice = False
        self._words, self._why = label("body"), label("small")
        take = _("Overnemen   {key}").format(key=key_text(Do.BETTER_WORD))
        self._take = flow(GAP, wrapping_button(take, "plain", self.take))
        layout = column(self._words, self._why, self._take, gap=4)
        layout.setContentsMargins(12, GAP, 12, GAP)
        self.setLayout(layout)
        tone(self, "attention")
        field.textChanged.connect(self.look)
        field.cursorPositionChanged.connect(self.look)
        field.better_requested.connect(self.take)
        self.hide()

    def use(self, matcher: Matcher | None) -> None:
        """Look for what this finds, also in what stands there."""
        self._field.marks.use(matcher)
        self._finds = partial(marks_in, matcher) if matcher is not None else None
        self.look()

    def advise(self, finds: Callable[[str], Sequence[Mark]] | None) -> None:
        """Look for what this finds, and say what to write; nothing can be taken over from it."""
        self._finds, self._only_advice = finds, True
        self._take.hide()
        self.look()

    @Slot()
    def look(self) -> None:
        """Show what is better said otherwise, or nothing."""
        text = self._field.text()
        found = self._finds(text) if self._finds is not None and text else ()
        here = self._field.textCursor().position()
        near = (
            each for each in found if units(text[: each.start]) <= here <= units(text[: each.end])
        )
        self._mark = next(near, found[0] if found else None)
        if self._mark is not None:
            self._words.setText(self._line(self._mark))
            say(self._why, self._mark.why)
        self._field.setAccessibleDescription(
            self._line(self._mark) if self._mark is not None else ""
        )
        if self.parentWidget() is not None:
            self.setVisible(self._mark is not None)

    @Slot()
    def take(self) -> None:
        """Put the better words in the place of these."""
        mark = self._mark
        if mark is None or self._only_advice:
            return
        text, better = self._field.text(), mark.better
        if mark.words[:1].isupper():
            better = f"{better[:1].upper()}{better[1:]}"
        if text[mark.end :].startswith(_ENDS):
            better = better.rstrip("".join(_ENDS))
        self._field.replace(units(text[: mark.start]), units(text[: mark.end]), better)

    def changeEvent(self, event: QEvent) -> None:
        """Underline in the colour of another look."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.PaletteChange):
            self._wear()

    def showEvent(self, event: QShowEvent) -> None:
        """Underline in the colour of the look, which is known by now."""
        super().showEvent(event)
        self._wear()

    def _line(self, mark: Mark) -> str:
        if not self._only_advice:
            return mark.line
        return _("«{words}» {sounds}. {better}").format(
            words=mark.words, sounds=mark.sounds, better=mark.better
        )

    def _wear(self) -> None:
        self._words.ensurePolished()
        self._field.marks.underline_in(self._words.palette().windowText().color())
