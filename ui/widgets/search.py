"""Finding somebody while typing: the field in the header."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from reception_assistant.i18n import _
from ui.actions import Do, key_text

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent

    from ui.theme.icons import Icons
    from ui.widgets.found_list import Found, FoundPopup


class SearchField(QLineEdit):
    """The field: every letter searches, Down walks, Enter takes, Shift+Enter calls, Esc leaves.

    Signals:
        search_requested: something else is typed.
            arg: the text.
        person_chosen: somebody was taken.
            arg: the person with today's visit (Found).
        call_requested: a conversation with somebody is to begin.
            arg: the person with today's visit (Found).
        left: the search is over.
    """

    search_requested = Signal(str)
    person_chosen = Signal(object)  # Found
    call_requested = Signal(object)  # Found
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("search")
        self.setAccessibleName(_("Zoek iemand"))
        self.setToolTip(_("Een deel van de naam, een geboortedatum of een telefoonnummer"))
        self.say_whom(_("iemand"))
        self.textEdited.connect(self._on_text_edited)
        self._popup: FoundPopup | None = None

    def say_whom(self, whom: str) -> None:
        """Call those who are sought by the word of the practice."""
        self.setPlaceholderText(_("Zoek {whom}   {key}").format(whom=whom, key=key_text(Do.SEARCH)))

    def show_found(self, typed: str, found: Sequence["Found"]) -> None:
        """Show who was found for `typed`, unless something else is typed by now."""
        if typed != self.text() or not self.hasFocus():
            return
        if self._popup is None:
            from ui.widgets.found_list import FoundPopup  # late: start  # noqa: PLC0415

            hint = _("Enter: bekijken. Shift+Enter: gesprek met deze persoon.")
            self._popup = FoundPopup(self._take, self.window(), hint)
        self._popup.show_below(self, found)

    def take_icons(self, icons: "Icons") -> None:
        """Show the icon, once it is there, and a way to clear the field."""
        self.setClearButtonEnabled(True)
        self.addAction(icons.icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)

    def keyPressEvent(self, event: "QKeyEvent") -> None:
        """Walk through the people found without leaving the field."""
        key, keys = event.key(), QtCore.Qt.Key
        popup = self._popup if self._popup is not None and self._popup.isVisible() else None
        if key == keys.Key_Escape:
            self._leave()
        elif popup is not None and key in (keys.Key_Down, keys.Key_Up):
            popup.walk(1 if key == keys.Key_Down else -1)
        elif key in (keys.Key_Return, keys.Key_Enter):
            found = popup.chosen() if popup is not None else None
            shift = event.modifiers() & QtCore.Qt.KeyboardModifier.ShiftModifier
            (self._call if shift else self._take)(found)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: "QFocusEvent") -> None:
        """Close the list when the focus goes elsewhere."""
        super().focusOutEvent(event)
        if self._popup is not None and event.reason() != QtCore.Qt.FocusReason.PopupFocusReason:
            self._popup.hide()

    def _take(self, found: "Found | None") -> None:
        if found is not None:
            self._leave()
            self.person_chosen.emit(found)

    def _call(self, found: "Found | None") -> None:
        if found is not None:
            self._leave()
            self.call_requested.emit(found)

    def _leave(self) -> None:
        self.clear()
        if self._popup is not None:
            self._popup.hide()
        self.left.emit()

    @Slot(str)
    def _on_text_edited(self, text: str) -> None:
        if text.strip():
            self.search_requested.emit(text)
        elif self._popup is not None:
            self._popup.hide()
