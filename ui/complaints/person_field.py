"""Whom it is about: somebody who is known, a name as it is typed, or nobody."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from reception_assistant.agenda.day import Person
from reception_assistant.i18n import _
from reception_assistant.naming.listed import full_name
from ui.widgets.found_list import Found, FoundPopup

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_TAKES = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LONGEST = 200


class PersonField(QLineEdit):
    """Every letter searches; Enter takes who is found, and what is typed stays a name.

    Signals:
        search_requested: something else is typed.
            arg: the text.
    """

    search_requested = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setMaxLength(_LONGEST)
        self.setPlaceholderText(_("Naam, of leeg voor anoniem"))
        self.person: Person | None = None
        self._popup: FoundPopup | None = None
        self.textEdited.connect(self._on_text_edited)

    def whom(self) -> str:
        """Return the name of somebody who is not known here, "" for nobody."""
        return "" if self.person is not None else self.text().strip()

    def take(self, person: Person | None) -> None:
        """Let it be about this person."""
        self.person = person
        self.setText(full_name(person.name) if person is not None else "")
        self._close()

    def show_found(self, typed: str, people: Sequence[Person]) -> None:
        """Show who was found for `typed`, unless something else is typed by now."""
        if typed != self.text() or not self.hasFocus() or not people:
            self._close()
            return
        if self._popup is None:
            self._popup = FoundPopup(self._take_found, self.window())
        self._popup.show_below(self, [Found(person) for person in people])

    def event(self, event: QEvent) -> bool:
        """Keep Esc while the list is open."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
            and self._is_open()
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk through the people found without leaving the field."""
        key, popup = Qt.Key(event.key()), self._popup
        if popup is None or not self._is_open() or event.modifiers() & _COMMAND:
            super().keyPressEvent(event)
        elif key in _STEPS:
            popup.walk(_STEPS[key])
        elif key in _TAKES:
            self._take_found(popup.chosen())
        elif key == Qt.Key.Key_Escape:
            self._close()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Close the list when the keys go elsewhere."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._close()

    def _is_open(self) -> bool:
        return self._popup is not None and self._popup.isVisible()

    def _close(self) -> None:
        if self._popup is not None:
            self._popup.hide()

    def _take_found(self, found: Found | None) -> None:
        if found is not None:
            self.take(found.person)

    @Slot(str)
    def _on_text_edited(self, text: str) -> None:
        self.person = None
        if text.strip():
            self.search_requested.emit(text)
        else:
            self._close()


_COMMAND = Qt.KeyboardModifier.ControlModifier
