"""The note of a conversation: typed freely, kept while it is typed, with better words at hand."""

from PySide6.QtCore import QEvent, QSignalBlocker, Signal, Slot
from PySide6.QtGui import QShowEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from reception_assistant.i18n import _
from reception_assistant.language.matching import Matcher
from ui.call.note_digits import DigitsLeftOut
from ui.call.note_field import NoteField
from ui.call.note_help import NoteHelp
from ui.theme.marks import card
from ui.widgets.blocks import EDGE, GAP, box_of, column, label, say
from ui.widgets.flow import flow
from ui.widgets.note_marks import Marked, NoteMarks
from ui.widgets.word_telling import telling
from ui.widgets.wrapping_button import wrapping_button


class NotePanel(QFrame):
    """The card with the note; nothing in it changes by itself, but for the digits of a BSN.

    Signals:
        typed: the note says something else now.
            arg: the whole text.
        not_bsn_requested: the digits that were left out are no BSN and are to come back.
        left: Esc.
    """

    typed = Signal(str)
    not_bsn_requested = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        card(self)
        self.setObjectName("note.panel")
        self.field = NoteField()
        self._text = ""
        self._marks = NoteMarks(self.field.document())
        self._left_out = DigitsLeftOut(self.field.document())
        self._kept = label("muted")
        self._help = NoteHelp()
        self._bsn = self._bsn_box()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        policy.setVerticalStretch(1)
        self.setSizePolicy(policy)
        caption = label("caption", _("Notitie"))
        caption.setBuddy(self.field)
        layout = column(caption, self.field, self._kept, self._help, self._bsn, edge=EDGE)
        layout.setStretchFactor(self.field, 1)
        self.setLayout(layout)
        self._kept.hide()
        self.setFocusProxy(self.field)
        self.field.textChanged.connect(self._on_text_changed)
        self.field.cursorPositionChanged.connect(self._show_help)
        self.field.left.connect(self.left)
        self.field.better_word_requested.connect(self.better_word)
        self._help.better_word_requested.connect(self.better_word)

    def use_matcher(self, matcher: Matcher | None) -> None:
        """Underline the words that are better said otherwise, also in what stands there."""
        self._marks.use(matcher)
        self._show_help()

    def text(self) -> str:
        """Return the note."""
        return self._text

    def show_text(self, text: str) -> None:
        """Show another note; of the one before nothing can be brought back."""
        self._left_out.forget()
        self._bsn.hide()
        with QSignalBlocker(self.field):
            self.field.setPlainText(text)
            self.field.moveCursor(QTextCursor.MoveOperation.End)
        self._text = self.field.toPlainText()
        self._show_help()

    def show_saved(self, text: str) -> None:
        """Show since when it is safe."""
        say(self._kept, text)

    def show_unsaved(self, text: str) -> None:
        """Show, quietly, that it is not safe yet."""
        say(self._kept, text)

    def show_without_bsn(self, cleaned: str) -> None:
        """Put dots in the note where what was kept has dots in the place of digits, and say so."""
        cursor = self.field.textCursor()
        anchor, position = cursor.anchor(), cursor.position()
        self._left_out.leave_out(cleaned)
        cursor.setPosition(anchor)
        cursor.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
        self.field.setTextCursor(cursor)
        self._bsn.setVisible(self._left_out.stand())

    def put_back(self) -> None:
        """Put the digits back that were left out of this note."""
        self._left_out.put_back()
        self._bsn.hide()
        self.field.setFocus()

    @Slot(str)
    def insert_word(self, words: str) -> None:
        """Put `words` at the cursor, in the place of what is selected, apart from what is beside.

        The keys come back to the note.
        """
        cursor = self.field.textCursor()
        before = cursor.document().characterAt(cursor.selectionStart() - 1)
        after = cursor.document().characterAt(cursor.selectionEnd())
        lead = "" if cursor.selectionStart() == 0 or before.isspace() else " "
        trail = " " if after.isalnum() else ""
        cursor.insertText(f"{lead}{words}{trail}")
        self.field.setTextCursor(cursor)
        self.field.setFocus()

    @Slot()
    def better_word(self) -> None:
        """Put the better word in the place of the one at the cursor, or go to the next one."""
        cursor = self.field.textCursor()
        if (here := self._marks.near(cursor)) is not None:
            _select(cursor, here)
            cursor.insertText(_better(cursor.selectedText(), here))
        elif (ahead := self._marks.after(cursor)) is not None:
            cursor.setPosition(ahead.end)
            self.field.setTextCursor(cursor)
        else:
            self._help.show_nothing_more()
        self.field.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        """Underline in the colour of another look."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.PaletteChange):
            self._marks.underline_in(self._help.color())

    def showEvent(self, event: QShowEvent) -> None:
        """Underline in the colour of the look, which is known by now."""
        super().showEvent(event)
        self._marks.underline_in(self._help.color())

    def _bsn_box(self) -> QFrame:
        words = _(
            "Een BSN bewaart Balie niet. De cijfers zijn weggelaten; "
            "de rest van uw notitie is bewaard."
        )
        no_bsn = wrapping_button(_("Het is geen BSN"), "plain", self.not_bsn_requested.emit)
        made = box_of("attention", label("body", words), flow(GAP, no_bsn))
        made.hide()
        return made

    @Slot()
    def _on_text_changed(self) -> None:
        """Tell of another text; the underlining alone is no change."""
        text = self.field.toPlainText()
        if text == self._text:
            return
        self._text = text
        if not self._bsn.isHidden():
            self._bsn.setVisible(self._left_out.stand())
        self.typed.emit(text)

    @Slot()
    def _show_help(self) -> None:
        cursor = self.field.textCursor()
        marked = self._marks.near(cursor)
        if marked is None:
            self._help.hide()
        else:
            _select(cursor, marked)
            word, told = cursor.selectedText(), telling(marked.found)
            self._help.show_better(word, _better(word, marked), told.use or told.meaning)
        self.field.setAccessibleDescription(self._help.spoken())


def _select(cursor: QTextCursor, marked: Marked) -> None:
    cursor.setPosition(marked.start)
    cursor.setPosition(marked.end, QTextCursor.MoveMode.KeepAnchor)


def _better(word: str, marked: Marked) -> str:
    """Return what to say for `word`, with a capital where only its first letter has one."""
    said = telling(marked.found).said
    begins = word[:1].isupper() and word[1:].islower()
    return f"{said[:1].upper()}{said[1:]}" if begins else said
