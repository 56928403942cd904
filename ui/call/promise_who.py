"""Who keeps a promise, and how the other hears of it: one line, that opens to change it."""

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reception_assistant.calls.promise import Channel
from reception_assistant.i18n import N_, _
from ui.call.numbered_list import NumberedList
from ui.widgets.blocks import GAP, column, label
from ui.widgets.chips import Chip, ChipGroup
from ui.widgets.flow import flow
from ui.widgets.form import text_field
from ui.widgets.wrapping_button import wrapping_button

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_CHANNELS = (
    (Channel.CALL, N_("Bellen")),
    (Channel.MAIL, N_("Mailen")),
    (Channel.LETTER, N_("Brief")),
    (Channel.AT_DESK, N_("Aan de balie")),
)
_SUMMARIES = {
    Channel.CALL: N_("{name} belt: {reach}"),
    Channel.MAIL: N_("{name} mailt: {reach}"),
    Channel.LETTER: N_("{name} stuurt een brief: {reach}"),
    Channel.AT_DESK: N_("{name} zegt het aan de balie."),
}


class Colleague(Protocol):
    """Somebody who can keep a promise."""

    @property
    def id(self) -> str:
        """By which they are known."""

    @property
    def name(self) -> str:
        """How they are called."""


class Who(NamedTuple):
    """Who does it and how: `by` is their name, `reach` the number or address."""

    owner_id: str
    by: str
    channel: Channel
    reach: str


class PromiseWho(QWidget):
    """Says who does it and how; "Wijzigen" opens the fields.

    Signals:
        confirmed: Enter in one of the fields.
    """

    confirmed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._people: tuple[Colleague, ...] = ()
        self._channel = Channel.CALL
        self._summary = label("body", one_line=True)
        self._change = wrapping_button(_("Wijzigen"), "quiet", self.open)
        self._change.setAutoDefault(True)  # so that Enter presses it
        self.people = NumberedList(_("Wie doet het?"))
        self.channels = ChipGroup()
        self.channels.call(_("Hoe hoort de ander het?"))
        self.channels.offer([Chip(channel.value, _(words)) for channel, words in _CHANNELS])
        self.reach = text_field()
        self.reach.setAccessibleName(_("Op welk nummer of adres?"))
        self._line = flow(GAP, self._summary, self._change)
        self._fields = QWidget()
        self._fields.setLayout(self._lay_out())
        self.setLayout(column(self._line, self._fields, gap=4))
        self.people.confirmed.connect(self.confirmed)
        self.channels.chosen.connect(self._on_channels_chosen)

    def offer(self, people: Sequence[Colleague], who: Who) -> None:
        """Show that `who` does it; one of `people` may do it instead."""
        self._people = tuple(people)
        place = next((at for at, each in enumerate(people) if each.id == who.owner_id), 0)
        self.people.show_lines([each.name for each in people], place)
        self._channel = who.channel
        self.channels.choose(who.channel.value)
        self.reach.setText(who.reach)
        self._summary.setText(self._said())
        self._fold(closed=bool(who.reach) or who.channel is Channel.AT_DESK)

    def who(self) -> Who:
        """Return what is filled in."""
        owner = self._people[self.people.place] if self._people else None
        id_and_name = (owner.id, owner.name) if owner else ("", "")
        return Who(*id_and_name, self._channel, self.reach.text().strip())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on with Enter from a field."""
        if event.key() not in _ENTER:
            super().keyPressEvent(event)
        else:
            self.confirmed.emit()

    @Slot()
    def open(self) -> None:
        """Show the fields, with the keys going to who does it."""
        self._fold(closed=False)
        self.people.take_keys()

    def _said(self) -> str:
        who = self.who()
        return _(_SUMMARIES[who.channel]).format(name=who.by, reach=who.reach)

    def _lay_out(self) -> QVBoxLayout:
        names = [label("muted", each.accessibleName()) for each in self._asked()]
        widgets = [each for pair in zip(names, self._asked(), strict=True) for each in pair]
        return column(*widgets, gap=4)

    def _asked(self) -> tuple[QWidget, ...]:
        return self.people, self.channels, self.reach

    def _fold(self, *, closed: bool) -> None:
        self._fields.setVisible(not closed)
        self._line.setVisible(closed)

    @Slot(str)
    def _on_channels_chosen(self, chosen: str) -> None:
        """Keep one of them chosen."""
        self._channel = Channel(chosen) if chosen else self._channel
        self.channels.choose(self._channel.value)
