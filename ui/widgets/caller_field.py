"""Finding the caller while typing."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QStyle, QStyleOptionFrame

from reception_assistant.agenda.day import Person
from reception_assistant.i18n import N_, _
from ui.widgets.found_list import Found, FoundPopup

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_TAKES = (Qt.Key.Key_Return, Qt.Key.Key_Enter)

_WHAT = (N_("Naam, geboortedatum of nummer"), N_("Naam of nummer"), N_("Zoek"))
_BESIDE_TEXT = 6


class CallerField(QLineEdit):
    """Every letter searches, the arrows walk, Enter takes; Esc empties it, and then leaves.

    Signals:
        search_requested: something else is typed.
            arg: the text.
        person_chosen: somebody was taken.
            arg: who (Person).
        left: Esc, when nothing is typed.
    """

    search_requested = Signal(str)
    person_chosen = Signal(object)  # Person
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("caller.field")
        self._say_what()
        self.setToolTip(_("Een deel van de naam, een geboortedatum of een telefoonnummer"))
        self.textEdited.connect(self._on_text_edited)
        self._popup: FoundPopup | None = None

    def show_found(self, typed: str, people: Sequence[Person]) -> None:
        """Show who was found for `typed`, unless something else is typed by now."""
        if typed != self.text() or not typed.strip() or not self.hasFocus():
            return
        if self._popup is None:
            self._popup = FoundPopup(self._take, self.window())
        self._popup.show_below(self, [Found(person) for person in people])

    def empty(self) -> None:
        """Take away what is typed and who was found."""
        self.clear()
        self._close()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say it in words that fit."""
        super().resizeEvent(event)
        self._say_what()

    def changeEvent(self, event: QEvent) -> None:
        """Say it in words that fit, when the letters change."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._say_what()

    def event(self, event: QEvent) -> bool:
        """Keep Enter and Esc, also where the window has an action for them."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() in (*_TAKES, Qt.Key.Key_Escape)
            and not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk through the people found without leaving the field."""
        key, popup = Qt.Key(event.key()), self._open_popup()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_Escape:
            self._escape()
        elif popup is not None and key in _STEPS:
            popup.walk(_STEPS[key])
        elif key in _TAKES:
            self._take(popup.chosen() if popup is not None else None)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Close the list when the focus goes elsewhere."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._close()

    def _say_what(self) -> None:
        """Say what can be typed, in the most words for which there is room."""
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        inside = QStyle.SubElement.SE_LineEditContents
        room = self.style().subElementRect(inside, option, self).width() - _BESIDE_TEXT
        advance = self.fontMetrics().horizontalAdvance
        fitting = (_(each) for each in _WHAT if advance(_(each)) <= room)
        self.setPlaceholderText(next(fitting, _(_WHAT[-1])))

    def _open_popup(self) -> FoundPopup | None:
        return self._popup if self._popup is not None and self._popup.isVisible() else None

    def _close(self) -> None:
        if self._popup is not None:
            self._popup.hide()

    def _escape(self) -> None:
        if self.text() or self._open_popup() is not None:
            self.empty()
        else:
            self.left.emit()

    def _take(self, found: Found | None) -> None:
        if found is not None:
            self.empty()
            self.person_chosen.emit(found.person)

    @Slot(str)
    def _on_text_edited(self, text: str) -> None:
        if text.strip():
            self.search_requested.emit(text)
        else:
            self._close()
