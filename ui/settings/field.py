"""One thing that can be changed: kept once the user has made up their mind, never lost before."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from reception_assistant.errors import KnownError
from reception_assistant.i18n import _
from reception_assistant.settings.catalogue import Setting
from ui.settings.choice_entries import ChoiceEntry, NumberEntry, TickEntry, ZoneEntry
from ui.settings.entries import Entry, entry_for
from ui.settings.text_entries import TimeEntry
from ui.theme.marks import ink, wrong
from ui.widgets.blocks import label, say

_GAP = 4
_OWN_WIDTH = (ChoiceEntry, TickEntry, NumberEntry, ZoneEntry, TimeEntry)
"""Fields that are as wide as what can stand in them; the others take all the room."""


class Field(QWidget):
    """A field with its name above it, what it means beneath it, and there also what is wrong.

    A `bare` one shows neither: it stands in a row, which shows its `trouble` where there is room.

    Signals:
        chosen: the user made up their mind about another value.
            args: this field, which is to be told what came of it, and the value.
    """

    chosen = Signal(object, str)  # Field

    def __init__(
        self,
        entry: Entry,
        name: str,
        explanation: str = "",
        *,
        bare: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.entry = entry
        entry.setAccessibleName(name)
        entry.setAccessibleDescription(explanation)
        self._kept = ""
        self._touched = False  # by the user, since it was shown or kept
        self._under_way: str | None = None
        self._refused: str | None = None
        self.trouble = trouble_label()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(_GAP)
        if not bare and not isinstance(entry, TickEntry):
            above = label("body", name)
            above.setBuddy(entry)
            layout.addWidget(above)
        layout.addLayout(_in_place(entry))
        if not bare:
            layout.addWidget(self.trouble)
            layout.addWidget(label("muted", explanation))
        entry.edited.connect(self._on_entry_edited)
        entry.settled.connect(self._on_entry_settled)

    def show_value(self, value: str) -> None:
        """Show what is kept now; what somebody is typing, or was refused, stays as it is."""
        self._kept = value.strip()
        same = self._filled() == self._kept
        if self._touched and same:
            self._rest()
        elif not self._touched and not (same and self.entry.hasFocus()):
            self.entry.fill(value)
            self._touched = False

    def settle(self) -> None:
        """Ask to keep what stands in it; what was refused before is not asked again."""
        if self.entry.filled() != self._refused:
            self._on_entry_settled()

    def keep(self, value: str) -> None:
        """Take it that `value`, which was asked for, is kept."""
        self._answered(value)
        self._kept = value.strip()
        if self.entry.filled() == value:
            self._rest()

    def refuse(self, value: str, error: Exception) -> None:
        """Say why `value` could not be kept; typed text stays, a choice goes back."""
        self._answered(value)
        if self.entry.filled() != value:
            return  # typed on since
        if isinstance(self.entry, ChoiceEntry | TickEntry):
            self.entry.fill(self._kept)
            self._touched = False
        else:
            self._refused = value
            wrong(self.entry)
        self.complain(error)

    def complain(self, error: Exception) -> None:
        """Say what went wrong with what is shown here."""
        say(self.trouble, words_of(error))

    def lock(self, locked: bool) -> None:
        """Let it be changed, or only be read."""
        self.entry.setEnabled(not locked)

    def _filled(self) -> str:
        return self.entry.filled().strip()

    def _answered(self, value: str) -> None:
        if self._under_way == value:
            self._under_way = None

    def _rest(self) -> None:
        """Forget that somebody was at it; who left it sees what is kept."""
        self._hide_trouble()
        if not self.entry.hasFocus():
            self.entry.fill(self._kept)
        self._touched = False

    def _hide_trouble(self) -> None:
        self._refused = None
        say(self.trouble, "")
        wrong(self.entry, is_wrong=False)

    @Slot()
    def _on_entry_edited(self) -> None:
        self._touched = True
        self._hide_trouble()

    @Slot()
    def _on_entry_settled(self) -> None:
        value = self.entry.filled()
        if value == self._under_way:
            return
        if not self._touched or self._filled() == self._kept:
            self._rest()
            return
        self._under_way = value
        self.chosen.emit(self, value)


class SettingField(Field):
    """The field for one setting of the catalogue."""

    def __init__(self, setting: Setting, parent: QWidget | None = None) -> None:
        super().__init__(entry_for(setting), _(setting.label), _(setting.help), parent=parent)
        self.setObjectName(f"setting.{setting.name}")
        self.setting = setting


def words_of(error: Exception) -> str:
    """Return what to say of `error`; what is ours goes on to the crash report."""
    if not isinstance(error, KnownError):
        raise error
    return str(error)


def trouble_label() -> QLabel:
    """Return the line that says what is wrong, not there yet."""
    made = ink(label("body"), "stop")
    made.hide()
    return made


def _in_place(entry: Entry) -> QHBoxLayout:
    layout = QHBoxLayout()
    layout.addWidget(entry)
    if isinstance(entry, _OWN_WIDTH):
        layout.addStretch(1)
    return layout
