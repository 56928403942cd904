"""Keys that belong to the text while somebody is typing, also where the window has an action."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

_OF_TEXT = (QKeySequence.StandardKey.DeleteEndOfWord, QKeySequence.StandardKey.DeleteStartOfWord)


class TextKeys(QObject):
    """Watches a widget for keys that its fields left unclaimed, and claims them for the text."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the key for the field when a word is to be deleted."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and isinstance(QApplication.focusWidget(), QLineEdit | QPlainTextEdit)
            and any(event.matches(key) for key in _OF_TEXT)
        ):
            event.accept()
            return True
        return super().eventFilter(watched, event)
