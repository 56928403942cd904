"""Plain words beside the note: what is looked up, and from there into the note."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from reception_assistant.i18n import _
from reception_assistant.language.lookup import Answer
from ui.theme.marks import card
from ui.widgets.blocks import EDGE, column, label
from ui.widgets.word_lookup import WordLookup

_MOST_LINES = 14


class WordsPanel(QFrame):
    """The card with plain words; Enter puts what is to be said in the note.

    Signals:
        look_up_requested: something else stands in the field.
            arg: the text.
        word_taken: this is to be put in the note.
            arg: what is to be said.
        left: Esc.
    """

    look_up_requested = Signal(str)
    word_taken = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        card(self)
        self.setObjectName("words.panel")
        self._lookup = WordLookup(_("Overnemen   Enter"), in_column=True)
        self._lookup.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        caption = label("caption", _("In gewone taal"))
        caption.setBuddy(self._lookup.field)
        self.setLayout(column(caption, self._lookup, edge=EDGE))
        self.setFocusProxy(self._lookup.field)
        self._lookup.look_up_requested.connect(self.look_up_requested)
        self._lookup.word_taken.connect(self._on_lookup_word_taken)
        self._lookup.left.connect(self._leave)
        self._lookup.grown.connect(self._fit)

    def ask(self, text: str) -> None:
        """Look `text` up, with the keys going to the field; without text, only that."""
        self._lookup.ask(text or self._lookup.field.text())

    def ask_again(self) -> None:
        """Look up once more: the words of the practice are others now."""
        self._lookup.ask_again()

    def show_answers(self, typed: str, answers: Sequence[Answer]) -> None:
        """Show the answers to `typed`."""
        self._lookup.show_answers(typed, answers)

    @Slot()
    def clear(self) -> None:
        """Be empty again, for another conversation."""
        self._lookup.field.clear()

    def event(self, event: QEvent) -> bool:
        """Keep Esc here, also where the window has an action for it."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Esc, also from a button."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as high as the answers are at another width."""
        super().resizeEvent(event)
        self._fit()

    @Slot(str)
    def _on_lookup_word_taken(self, said: str) -> None:
        self.clear()
        self.word_taken.emit(said)

    @Slot()
    def _leave(self) -> None:
        self.clear()
        self.left.emit()

    @Slot()
    def _fit(self) -> None:
        """Be as high as the answers, up to some lines; the rest is scrolled to."""
        width = self.contentsRect().width() - 2 * EDGE
        most = self.fontMetrics().lineSpacing() * _MOST_LINES
        height = min(self._lookup.height_for(width), most)
        if height != self._lookup.minimumHeight() or height != self._lookup.maximumHeight():
            self._lookup.setFixedHeight(height)
