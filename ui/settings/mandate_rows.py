"""The kaders, one on each row: what it is, who may decide on it, and what one says with it."""

from collections.abc import Callable
from typing import NamedTuple

from msgspec.structs import replace
from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from reception_assistant.desk.mandates import LONGEST_LABEL, LONGEST_SENTENCE, LONGEST_WHOM
from reception_assistant.i18n import N_, _
from reception_assistant.library.lists import Mandate, May
from ui.settings.choice_entries import ChoiceEntry
from ui.settings.field import Field, trouble_label, words_of
from ui.settings.keeping import Asker
from ui.settings.text_entries import LineEntry
from ui.theme.marks import wrong
from ui.widgets.blocks import GAP, column, plain_button, say
from ui.widgets.flow import flow

GROUPS = {
    May.SELF: N_("Dit mag u zelf"),
    May.CONSULT: N_("Overleg dit eerst"),
    May.NEVER: N_("Dit kan niet"),
}
"""What each group is called."""
_LABEL_LETTERS, _SENTENCE_LETTERS, _WHOM_LETTERS = 34, 42, 22
_MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class MandateChange(NamedTuple):
    """A kader as it was and as it is to be, asked for with `value` by `asker`."""

    asker: Asker
    value: str
    before: Mandate
    after: Mandate


class Move(NamedTuple):
    """A kader that is to stand higher (-1) or lower (1)."""

    mandate: Mandate
    steps: int


class MandateRow(QWidget):
    """One kader.

    Signals:
        change_requested: something of it is to be kept.
            arg: what (MandateChange).
        move_requested: it is to stand elsewhere.
            arg: where (Move).
        remove_requested: it is to be removed.
            arg: this row.
    """

    change_requested = Signal(object)  # MandateChange
    move_requested = Signal(object)  # Move
    remove_requested = Signal(object)  # MandateRow

    def __init__(self, mandate: Mandate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mandate = mandate
        self.label = _line(LONGEST_LABEL, _LABEL_LETTERS, _("Wat u aanbiedt"))
        self.may = Field(ChoiceEntry(may_choices()), "", bare=True)
        self.whom = _line(LONGEST_WHOM, _WHOM_LETTERS, _("Met wie"))
        self.sentence = _line(LONGEST_SENTENCE, _SENTENCE_LETTERS, _("Wat u daarbij zegt"))
        self.up = self._mover(_("Hoger"), self._on_higher)
        self.down = self._mover(_("Lager"), self._on_lower)
        self.remove = plain_button(_("Weghalen"), "plain", self._on_remove)
        self._buttons = _beside(self.up, self.down, self.remove)
        self._fields = (self.label, self.may, self.whom, self.sentence)
        troubles = [field.trouble for field in self._fields]
        self.setLayout(
            column(
                flow(GAP, self.label, self.may, self.whom),
                flow(GAP, self.sentence, self._buttons),
                *troubles,
                gap=4,
            )
        )
        for field in self._fields:
            field.chosen.connect(self._on_chosen)
            field.entry.installEventFilter(self)

    @property
    def mandate(self) -> Mandate:
        """The kader as it was shown last."""
        return self._mandate

    def show_mandate(self, mandate: Mandate, *, first: bool, last: bool) -> None:
        """Show it as it is now; `first` and `last` are its place in its group."""
        self._mandate = mandate
        self.label.show_value(mandate.label)
        self.may.show_value(mandate.may.value)
        self.whom.show_value(mandate.whom)
        self.sentence.show_value(mandate.say)
        self.whom.setVisible(mandate.may is May.CONSULT)
        self.up.setEnabled(not first)
        self.down.setEnabled(not last)
        self._name_parts(mandate.label)

    def lock(self, locked: bool) -> None:
        """Let it be changed, or only be read."""
        for field in self._fields:
            field.lock(locked)
        self._buttons.setVisible(not locked)

    def stops(self) -> tuple[QWidget, ...]:
        """Return where Tab goes, in its order."""
        return (*(field.entry for field in self._fields), self.remove)

    def settle(self) -> None:
        """Ask to keep what was typed."""
        for field in self._fields:
            field.settle()

    def keep(self, _value: str, /) -> None:
        """Take it that it is removed: the next look at all of them shows it."""

    def refuse(self, _value: str, error: Exception, /) -> None:
        """Say why it could not be removed."""
        self.label.complain(error)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move it with Alt and an arrow; in the field with the choice Alt+Down opens that."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
            steps = _MOVES.get(Qt.Key(event.key()), 0)
            if alt and steps and watched is not self.may.entry:
                self._move(steps)
                return True
        return super().eventFilter(watched, event)

    def _mover(self, words: str, clicked: Callable[[], None]) -> QPushButton:
        made = plain_button(words, "plain", clicked)
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Alt and an arrow do it with the keys
        return made

    def _name_parts(self, label: str) -> None:
        named = {"label": label}
        self.label.entry.setAccessibleName(_("Naam van {label}").format(**named))
        self.may.entry.setAccessibleName(_("Wie beslist over {label}").format(**named))
        self.whom.entry.setAccessibleName(_("Met wie u overlegt over {label}").format(**named))
        self.sentence.entry.setAccessibleName(_("Wat u zegt bij {label}").format(**named))
        for each in (self.up, self.down, self.remove):
            each.setAccessibleDescription(label)

    def _move(self, steps: int) -> None:
        able = self.up if steps < 0 else self.down
        if able.isEnabled() and able.isVisible():
            self.move_requested.emit(Move(self._mandate, steps))

    @Slot()
    def _on_higher(self) -> None:
        self._move(-1)

    @Slot()
    def _on_lower(self) -> None:
        self._move(1)

    @Slot()
    def _on_remove(self) -> None:
        self.remove_requested.emit(self)

    @Slot(object, str)
    def _on_chosen(self, field: Field, value: str) -> None:
        before = self._mandate
        if field is self.label:
            after = replace(before, label=value)
        elif field is self.may:
            after = replace(before, may=May(value))
        elif field is self.whom:
            after = replace(before, whom=value)
        else:
            after = replace(before, say=value)
        self.change_requested.emit(MandateChange(field, value, before, after))


class AddMandate(QWidget):
    """Adds a kader.

    Signals:
        add_requested: it is to be added.
            arg: this row, which knows what and hears what came of it.
    """

    add_requested = Signal(object)  # AddMandate

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = LineEntry(LONGEST_LABEL, _LABEL_LETTERS)
        self.label.setPlaceholderText(_("Nieuw kader"))
        self.label.setAccessibleName(_("Naam van een nieuw kader"))
        self.may = ChoiceEntry(may_choices())
        self.may.setAccessibleName(_("Wie beslist over het nieuwe kader"))
        self.sentence = LineEntry(LONGEST_SENTENCE, _SENTENCE_LETTERS)
        self.sentence.setPlaceholderText(_("Wat u daarbij zegt"))
        self.sentence.setAccessibleName(_("Wat u zegt bij het nieuwe kader"))
        self.add = plain_button(_("Toevoegen"), "plain", self._on_add)
        self._trouble = trouble_label()
        self.setLayout(
            column(
                flow(GAP, self.label, self.may),
                flow(GAP, self.sentence, self.add),
                self._trouble,
                gap=4,
            )
        )
        for each in (self.label, self.sentence):
            each.entered.connect(self._on_add)
            each.edited.connect(self._on_edited)
        self.may.edited.connect(self._on_edited)

    def stops(self) -> tuple[QWidget, ...]:
        """Return where Tab goes, in its order."""
        return self.label, self.may, self.sentence, self.add

    def keep(self, value: str) -> None:
        """Take it that it was added, and be ready for the next."""
        if self.label.filled() == value:
            self.label.fill("")
            self.sentence.fill("")
            self._on_edited()
        self.label.setFocus()

    def refuse(self, value: str, error: Exception) -> None:
        """Say why it could not be added; what was typed stays."""
        if self.label.filled() != value:
            return
        say(self._trouble, words_of(error))
        never = self.may.filled() == May.NEVER
        lacking = self.sentence if value and never and not self.sentence.filled() else self.label
        wrong(lacking)
        lacking.setFocus()

    @Slot()
    def _on_add(self) -> None:
        self.add_requested.emit(self)

    @Slot()
    def _on_edited(self) -> None:
        say(self._trouble, "")
        for each in (self.label, self.sentence):
            wrong(each, is_wrong=False)


def may_choices() -> list[tuple[str, str]]:
    """Return what can be chosen, with its words."""
    return [(may.value, _(words)) for may, words in GROUPS.items()]


def _line(longest: int, letters: int, hint: str) -> Field:
    entry = LineEntry(longest, letters)
    entry.setPlaceholderText(hint)
    return Field(entry, "", bare=True)


def _beside(*buttons: QPushButton) -> QWidget:
    """Return a widget that keeps these on one line."""
    made = QWidget()
    layout = QHBoxLayout(made)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(GAP)
    for each in buttons:
        layout.addWidget(each)
    return made
