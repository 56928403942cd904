"""Who is on the line, or at the desk: finding them, and what to know of them."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from itertools import zip_longest

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget

from reception_assistant.agenda.day import Following, Person
from reception_assistant.calls.call import Direction
from reception_assistant.desk.caller import Caller
from reception_assistant.i18n import N_, _, ngettext
from reception_assistant.text import digits
from ui.actions import Do, key_text, words
from ui.call.history_list import HistoryList, short_day
from ui.call.row_button import RowButton
from ui.theme.marks import card, ink
from ui.widgets.blocks import EDGE, GAP, column, label, say
from ui.widgets.caller_field import CallerField
from ui.widgets.cue_boxes import AT_ONCE, CueBoxes
from ui.widgets.flow import flow
from ui.widgets.found_list import Found
from ui.widgets.tab_order import in_order
from ui.widgets.wrapping_button import action_button, wrapping_button

_BETWEEN, _HARD = " · ", "\u00a0"
_CAPTIONS = {
    Direction.IN: N_("Beller"),
    Direction.OUT: N_("U belt"),
    Direction.DESK: N_("Bezoeker"),
}


class CallerPanel(QFrame):
    """The search field until it is known who calls, and from then on what is known of them.

    Signals:
        search_requested: something else is typed.
            arg: the text.
        person_chosen: this is who calls.
            arg: who (Person).
        unknown_requested: it cannot be known who this is.
        other_requested: it is somebody else after all.
        direction_turned: the practice called, and not the other; or the other way about.
        left: Esc; the keys may go elsewhere.
    """

    search_requested = Signal(str)
    person_chosen = Signal(object)  # Person
    unknown_requested = Signal()
    other_requested = Signal()
    direction_turned = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        card(self)
        self.setObjectName("caller")
        self._caption, self._number = label("caption", one_line=True), label("strong")
        self._other = wrapping_button("", "link", self.other_requested.emit)
        self._turn = wrapping_button("", "link", self.direction_turned.emit)
        self._name = label("sentence")
        self._guesses = _Guesses()
        self._guesses.chosen.connect(self.person_chosen)
        self.field = CallerField()
        self.field.search_requested.connect(self.search_requested)
        self.field.person_chosen.connect(self.person_chosen)
        self.field.left.connect(self.left)
        self._hint = label("muted")
        self._unknown = action_button(Do.UNKNOWN, "plain", self.unknown_requested.emit)
        self._known = _Known()
        self._direction, self._is_unknown = Direction.IN, False
        head = flow(GAP, self._caption, self._other, self._turn)
        above = (head, self._number, self._name, self._hint)
        below = (self._guesses, self.field, self._unknown, self._known)
        self.setLayout(column(*above, *below, edge=EDGE - 4))
        self.show_number("")
        self.use_direction(Direction.IN)
        self.show_nobody()

    def use_direction(self, direction: Direction) -> None:
        """Speak of a caller, of somebody who is called, or of a visitor at the desk."""
        self._direction = direction
        at_desk = not direction.is_phone
        self._caption.setText(_(_CAPTIONS[direction]))
        self._turn.setText(_("Ik word gebeld") if direction is Direction.OUT else _("Ik bel zelf"))
        self._turn.setHidden(at_desk)
        self.field.setAccessibleName(_("Zoek de bezoeker") if at_desk else _("Zoek de beller"))
        unknown = _("Bezoeker onbekend") if at_desk else words(Do.UNKNOWN)
        self._unknown.setText(f"{unknown}   {key_text(Do.UNKNOWN)}")
        self._other.setText(_("Andere bezoeker") if at_desk else _("Andere beller"))
        if self._is_unknown:
            self.show_unknown()

    def show_number(self, text: str) -> None:
        """Show the number that calls; "" shows none."""
        self._calling = text
        say(self._number, _("Belt met {number}").format(number=text) if text else "")

    def show_nobody(self) -> None:
        """Show that it is not known yet who this is."""
        self._show("", finding=True)

    def show_guesses(self, people: Sequence[Person]) -> None:
        """Let one of these be chosen: they share the number that calls."""
        self._show("", finding=True)
        self._guesses.show_people(people)

    def show_found(self, typed: str, people: Sequence[Person]) -> None:
        """Show who was found for `typed`."""
        self.field.show_found(typed, people)

    def show_unknown(self) -> None:
        """Show that it cannot be known who this is; a name may still come up."""
        at_desk = not self._direction.is_phone
        self._show(_("Onbekende bezoeker") if at_desk else _("Onbekende beller"), finding=True)
        self._is_unknown = True
        self._unknown.hide()
        say(self._hint, _("Hoort u de naam later nog? Zoek die dan hier op."))

    def show_caller(self, caller: Caller, today: date | None = None) -> None:
        """Show who this is; with `today` the year is left out of what was this year."""
        self._show(caller.spoken_name, finding=False)
        self._known.show_caller(caller, today)
        own = digits(caller.person.phone) and digits(self._calling) == digits(caller.person.phone)
        self._number.setHidden(own or not self._calling)

    def focus_field(self) -> None:
        """Give the keys to the field, or to choosing somebody else when it is known who this is."""
        reason = Qt.FocusReason.ShortcutFocusReason
        if self.field.isHidden():
            self._other.setFocus(reason)
        else:
            self.field.setFocus(reason)
            self.field.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Esc, also from a button."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _show(self, name: str, *, finding: bool) -> None:
        """Show what belongs to finding somebody, or to somebody who was found."""
        self._is_unknown = False
        self._number.setVisible(bool(self._calling))
        self.field.empty()
        say(self._name, name)
        say(self._hint, "")
        self._guesses.hide()
        self.field.setVisible(finding)
        self._unknown.setVisible(finding)
        self._known.setVisible(not finding)
        self._other.setVisible(not finding)


class _Guesses(QWidget):
    """The people who share the number that calls.

    Signals:
        chosen: this is the one.
            arg: who (Person).
    """

    chosen = Signal(object)  # Person

    def __init__(self) -> None:
        super().__init__()
        self._people: tuple[Person, ...] = ()
        self._question = label("body")
        self._rows: list[RowButton] = []
        self._column = column(self._question, gap=GAP // 2)
        self.setLayout(self._column)
        self._have(1)  # at its place in the order of Tab; the others follow it
        self.hide()

    def show_people(self, people: Sequence[Person]) -> None:
        """Let one of these be chosen."""
        self._people = tuple(people)
        one = len(people) == 1
        self._question.setText(_("Is dit de beller?") if one else _("Wie is het?"))
        self._have(len(people))
        for row, person in zip_longest(self._rows, people):
            if person is not None:
                name, _apart, facts = Found(person).line.partition(_BETWEEN)
                row.show_words(name, more=_kept_together(facts))
            row.setVisible(person is not None)
        self.setVisible(bool(people))

    def _have(self, number: int) -> None:
        while len(self._rows) < number:
            row = RowButton("plain", "strong")
            row.edges(12, GAP)
            row.clicked.connect(partial(self._choose, len(self._rows)))
            self._column.addWidget(row)
            self._rows.append(row)
        in_order(*self._rows)

    def _choose(self, place: int) -> None:
        self.chosen.emit(self._people[place])


class _Known(QWidget):
    """What to know of somebody, below their name."""

    def __init__(self) -> None:
        super().__init__()
        self._look = ink(
            label("body", _("Kijk na: Balie is niet zeker van deze naam.")), "attention"
        )
        self._facts = label("muted")
        self._boxes = CueBoxes()
        self._more = wrapping_button("", "link", self._show_all_cues)
        self._caller: Caller | None = None
        self._all_cues_of = ""
        self._history = HistoryList()
        layout = column(self._look, self._boxes, self._more, self._facts, self._history)
        layout.setAlignment(self._more, Qt.AlignmentFlag.AlignLeft)
        self.setLayout(layout)

    def show_caller(self, caller: Caller, today: date | None) -> None:
        """Show this caller; the weightiest cues at once, and the others on request."""
        self._look.setVisible(caller.look_at)
        say(self._facts, "\n".join(_kept_together(each) for each in _facts(caller, today)))
        if self._all_cues_of != caller.person.id:
            self._all_cues_of = ""
        self._caller = caller
        self._show_cues(caller)
        self._history.show_history(caller.history, today)

    def _show_cues(self, caller: Caller) -> None:
        shown = caller.cues if self._all_cues_of else caller.cues[:AT_ONCE]
        self._boxes.show_cues(shown)
        left = len(caller.cues) - len(shown)
        more = ngettext("Nog {number} aandachtspunt", "Nog {number} aandachtspunten", max(left, 1))
        self._more.setText(more.format(number=left))
        self._more.setVisible(left > 0)

    @Slot()
    def _show_all_cues(self) -> None:
        if self._caller is not None:
            self._all_cues_of = self._caller.person.id
            self._show_cues(self._caller)


def _facts(caller: Caller, today: date | None) -> tuple[str, ...]:
    """Return what to know, on short lines; the last of the facts is when they come again."""
    if caller.following is None:
        return caller.facts
    return (*caller.facts[:-1], *_coming(caller.following, today))


def _coming(following: Following, today: date | None) -> tuple[str, ...]:
    start = following.start
    day = short_day(start, year=today is None or today.year != start.year)
    when = _("Komt weer {day} om {time}").format(day=day, time=f"{start:%H:%M}")
    what_for = following.what_for
    if not following.practitioner:
        return (when, what_for[:1].upper() + what_for[1:]) if what_for else (when,)
    whom = _("Bij {practitioner}").format(practitioner=following.practitioner)
    return when, _BETWEEN.join(filter(None, (whom, what_for)))


def _kept_together(fact: str) -> str:
    """Return a fact in which a telephone number does not go on on the next line."""
    parts = fact.split(_BETWEEN)
    numbers = [each if any(map(str.isalpha, each)) else each.replace(" ", _HARD) for each in parts]
    return _BETWEEN.join(numbers)
