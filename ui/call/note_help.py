"""What stands under a note about the word at the cursor: the better word, and why."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from reception_assistant.i18n import _
from ui.actions import Do
from ui.theme.marks import ink
from ui.widgets.blocks import GAP, column, label, say
from ui.widgets.flow import flow
from ui.widgets.wrapping_button import action_button


class NoteHelp(QWidget):
    """Names the better word for what is underlined; it comes in the note only when asked for.

    Signals:
        better_word_requested: it is asked for.
    """

    better_word_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._words = ink(label("body"), "attention")
        self._why = label("small")
        self._take = action_button(Do.BETTER_WORD, "plain", self.better_word_requested.emit)
        self.setLayout(column(self._words, self._why, flow(GAP, self._take), gap=4))
        self.hide()

    def show_better(self, word: str, better: str, why: str) -> None:
        """Show what is better than `word`, and why."""
        self._words.setText(_("«{word}» → “{better}”").format(word=word, better=better))
        say(self._why, why)
        self._take.show()
        self.show()

    def show_nothing_more(self) -> None:
        """Show that nothing in the note is better said otherwise."""
        self._words.setText(_("Er is niets in deze notitie dat u liever anders zegt."))
        self._why.hide()
        self._take.hide()
        self.show()

    def spoken(self) -> str:
        """Return what it says as a screen reader says it; nothing when it is not shown."""
        shown = [each.text() for each in (self._words, self._why) if not each.isHidden()]
        return "" if self.isHidden() else " ".join(shown)

    def color(self) -> QColor:
        """Return the colour in which it asks for attention, now."""
        self._words.ensurePolished()
        return self._words.palette().windowText().color()
