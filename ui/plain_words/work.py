"""What Ctrl+J does: plain words over any screen, and back to where the keys were."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from shiboken6 import isValid

from reception_assistant.changes import Changed
from reception_assistant.language.lookup import Answer
from ui.plain_words.overlay import WordsOverlay
from ui.tasks import Runners
from ui.widgets.banner import Tell

LookUp = Callable[[str], list[Answer]]
_LONGEST = 200


class PlainWordsWork(QObject):
    """Opens the card in `home`, under `below`, and answers it.

    Signals:
        left: it was closed, and what had the keys before is not there any more.
    """

    left = Signal()

    def __init__(
        self, look_up: LookUp, runners: Runners, tell: Tell, home: QWidget, below: QWidget
    ) -> None:
        super().__init__(home)
        self._look_up, self._runners, self._tell = look_up, runners, tell
        self._home, self._below = home, below
        self._overlay: WordsOverlay | None = None
        self._had_focus: QWidget | None = None

    @Slot()
    def open(self) -> None:
        """Show the card with the keys in its field; what is selected elsewhere is looked up."""
        focus = QApplication.focusWidget()
        overlay = self._made()
        if focus is not None and overlay.isAncestorOf(focus):
            overlay.lookup.ask(overlay.lookup.field.text())
            return
        self._had_focus = focus
        overlay.open(selected_text(focus))

    def ask(self, text: str) -> None:
        """Look `text` up in the card that is open."""
        self._made().lookup.ask(text)

    @Slot()
    def close(self) -> None:
        """Put the card away, and give the keys back."""
        if not self.is_open():
            return
        overlay, before = self._made(), self._had_focus
        self._had_focus = None
        overlay.hide()
        overlay.lookup.field.clear()
        if before is not None and isValid(before) and before.isVisible() and before.isEnabled():
            before.setFocus()
        else:
            self.left.emit()

    def is_open(self) -> bool:
        """Tell whether the card is shown."""
        return self._overlay is not None and not self._overlay.isHidden()

    def hear(self, what: Changed) -> None:
        """Look up again when the words of the practice changed."""
        if Changed.SETTINGS in what and self.is_open():
            self._made().lookup.ask_again()

    def _made(self) -> WordsOverlay:
        if self._overlay is None:
            self._overlay = WordsOverlay(self._home, self._below)
            self._overlay.left.connect(self.close)
            self._overlay.lookup.look_up_requested.connect(self._on_look_up_requested)
        return self._overlay

    @Slot(str)
    def _on_look_up_requested(self, typed: str) -> None:
        lookup = self._made().lookup
        self._runners.read.run(
            lambda: self._look_up(typed),
            lambda answers: lookup.show_answers(typed, answers),
            self._tell.trouble,
        )


def selected_text(widget: QWidget | None) -> str:
    """Return what is selected in a field, on one line; nothing of what is typed hidden."""
    text = ""
    if isinstance(widget, QLineEdit):
        hidden = widget.echoMode() is not QLineEdit.EchoMode.Normal
        text = "" if hidden else widget.selectedText()
    elif isinstance(widget, QPlainTextEdit | QTextEdit):
        text = widget.textCursor().selectedText()
    elif isinstance(widget, QLabel):
        text = widget.selectedText()
    return " ".join(text.split())[:_LONGEST]
