"""A new promise, or one that changes: for whom, what, when, by whom, and how they hear of it."""

from collections.abc import Callable, Sequence
from datetime import datetime

from msgspec.structs import replace
from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QWidget

from reception_assistant.agenda.day import Person
from reception_assistant.calls.promise import Channel
from reception_assistant.follow_ups.follow_up import FollowUp, Kind, NewFollowUp
from reception_assistant.i18n import N_, _
from reception_assistant.naming.listed import list_name
from reception_assistant.staff.employee import Employee
from ui.follow_ups.inline_form import InlineForm, asked, words_of
from ui.follow_ups.promise_core import PromiseCore
from ui.widgets.blocks import GAP, column, label
from ui.widgets.caller_field import CallerField
from ui.widgets.flow import flow
from ui.widgets.form import FieldGrid, choice_field, text_field
from ui.widgets.wrapping_button import wrapping_button

_CHANNELS = (
    (Channel.CALL, N_("Bellen")),
    (Channel.MAIL, N_("Mailen")),
    (Channel.LETTER, N_("Brief")),
    (Channel.AT_DESK, N_("Aan de balie")),
)
_OF_HERE = (Kind.PROMISE, Kind.CALLBACK, Kind.THIRD_PARTY)
"""Kinds that follow from how it is done; the others stay what they are."""


class WhoField(QWidget):
    """For whom: somebody who is found while typing, or a name as it was said.

    Signals:
        chosen: somebody was taken.
            arg: who (Person).
    """

    chosen = Signal(object)  # Person

    def __init__(self) -> None:
        super().__init__()
        self.field = CallerField()
        self.person_id: str | None = None
        self._name = label("strong", one_line=True)
        self._chosen = flow(
            GAP, self._name, wrapping_button(_("Iemand anders"), "link", self._on_other)
        )
        hint = label("small", _("Staat de naam er niet bij? Typ hem zoals u hem hoorde."))
        self._typing = QWidget()
        self._typing.setLayout(column(self.field, hint, gap=4))
        self.setLayout(column(self._typing, self._chosen, gap=4))
        self.setFocusProxy(self.field)
        self.field.person_chosen.connect(self._on_person_chosen)
        self.field.setAccessibleName(_("Voor wie is het?"))
        self.show_who(None, "")

    @property
    def whom(self) -> str:
        """The name as it was typed, for who is not in the agenda."""
        return "" if self.person_id is not None else self.field.text().strip()

    def show_who(self, person_id: str | None, name: str) -> None:
        """Show for whom it is."""
        self.person_id = person_id
        self._name.setText(name)
        self.field.setText("" if person_id is not None else name)
        self._typing.setVisible(person_id is None)
        self._chosen.setVisible(person_id is not None)

    @Slot()
    def _on_other(self) -> None:
        self.show_who(None, "")
        self.field.setFocus()

    @Slot(object)
    def _on_person_chosen(self, person: Person) -> None:
        self.show_who(person.id, list_name(person.name))
        self.chosen.emit(person)


class PromiseForm(InlineForm):
    """All that is to be known of a promise."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self.who, self.core = WhoField(), PromiseCore(_("Wat belooft u?"), now)
        self.channel = choice_field([(each, _(text)) for each, text in _CHANNELS], Channel.CALL)
        self.reach = text_field()
        self.third = QCheckBox(_("Wij bellen eerst zelf een ander"))
        self.third_party, self.third_reach = text_field(), text_field()
        self._grid, self._third_grid = FieldGrid(), FieldGrid()
        self._grid.add(_("Hoe hoort de ander het?"), self.channel)
        self._grid.add(_("Op welk nummer of adres?"), self.reach)
        self._third_grid.add(_("Wie bellen wij?"), self.third_party)
        self._third_grid.add(_("Op welk nummer?"), self.third_reach)
        super().__init__(
            _("Nieuwe belofte"),
            _("Vastleggen"),
            asked(_("Voor wie is het?"), self.who),
            self.core,
            self._grid,
            self.third,
            self._third_grid,
        )
        self.changed: FollowUp | None = None
        self.third.toggled.connect(self._third_grid.setVisible)
        self.who.chosen.connect(self._on_who_chosen)
        self._third_grid.hide()

    @property
    def is_begun(self) -> bool:
        """Tell whether something stands in it that is not kept yet."""
        return bool(words_of(self.core.what) or self.who.whom or self.who.person_id)

    def open(self, people: Sequence[Employee], me: str) -> None:
        """Ask for a new promise."""
        self._show(None, people, me)
        self.title.setText(_("Nieuwe belofte"))
        self.who.show_who(None, "")

    def open_changed(self, made: FollowUp, who: str, people: Sequence[Employee]) -> None:
        """Show a promise, so that it can be changed."""
        self._show(made, people, made.owner_id)
        self.title.setText(_("Belofte wijzigen"))
        self.who.show_who(made.person_id, who if made.person_id is not None else made.whom)
        moment = datetime.fromisoformat(made.before)
        self.core.moment.set_hint(
            _("Leeg laten mag. Dan blijft het {day} voor {time}.").format(
                day=f"{moment:%d-%m-%Y}", time=f"{moment:%H:%M}"
            )
        )

    def show_person(self, person_id: str, name: str, reach: str) -> None:
        """Let it be for somebody who is known."""
        self.who.show_who(person_id, name)
        self.reach.setText(reach)

    def take_keys(self) -> None:
        """Let the keys go to the first thing to fill in."""
        (self.core if self.who.person_id is not None else self.who).setFocus()

    def lacking(self) -> str:
        """Ask for whom, what and when; and whom we call."""
        of_nobody = self.changed is not None and self.changed.kind not in _OF_HERE
        if not (self.who.whom or self.who.person_id or of_nobody):
            self.who.setFocus()
            return _("Voor wie is het? Zoek de naam, of typ hem zoals u hem hoorde.")
        lacking = self.core.lacking()
        if not lacking and self.third.isChecked() and not words_of(self.third_party):
            self.third_party.setFocus()
            return _("Wie bellen wij eerst?")
        return lacking

    def filled(self) -> NewFollowUp:
        """Return what was promised."""
        asked_of = self.core.promised()
        channel, calls_other = Channel(self.channel.currentData()), self.third.isChecked()
        new = NewFollowUp(
            kind=self._kind(channel, calls_other=calls_other),
            **asked_of._asdict(),
            channel=channel,
            reach=words_of(self.reach),
            person_id=self.who.person_id,
            whom=self.who.whom,
            third_party=words_of(self.third_party) if calls_other else "",
            third_reach=words_of(self.third_reach) if calls_other else "",
        )
        if self.changed is None:
            return new
        before = self.changed
        return replace(
            new,
            source=before.source,
            subject=before.subject,
            call_id=before.call_id,
            complaint_id=before.complaint_id,
            feedback_id=before.feedback_id,
            improvement_id=before.improvement_id,
        )

    def _kind(self, channel: Channel, *, calls_other: bool) -> Kind:
        if self.changed is not None and self.changed.kind not in _OF_HERE:
            return self.changed.kind
        if calls_other:
            return Kind.THIRD_PARTY
        return Kind.CALLBACK if channel is Channel.CALL else Kind.PROMISE

    def _show(self, made: FollowUp | None, people: Sequence[Employee], me: str) -> None:
        self.is_quiet()
        self.changed = made
        self.core.open(people, me, made)
        self.core.moment.set_hint("")
        channel = made.channel if made is not None else Channel.CALL
        self.channel.setCurrentIndex([each for each, _words in _CHANNELS].index(channel))
        self.reach.setText(made.reach if made is not None else "")
        self.third.setChecked(made is not None and made.kind is Kind.THIRD_PARTY)
        self.third_party.setText(made.third_party if made is not None else "")
        self.third_reach.setText(made.third_reach if made is not None else "")

    @Slot(object)
    def _on_who_chosen(self, person: Person) -> None:
        if not words_of(self.reach):
            self.reach.setText(person.phone)
        self.core.setFocus()
