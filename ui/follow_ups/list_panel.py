"""The left half of the Opvolging screen: which ones, how many, the list, and a new promise."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QWidget

from reception_assistant.follow_ups.listed import Listed, Which
from reception_assistant.i18n import N_, _, ngettext
from ui.follow_ups.keys import Key, keyed
from ui.follow_ups.list_view import FollowUpView
from ui.follow_ups.rows import FollowUpRows
from ui.theme.marks import card
from ui.theme.style import Look
from ui.widgets.blocks import EDGE, GAP, column, label, say
from ui.widgets.chips import Chip, ChipGroup
from ui.widgets.flow import flow
from ui.widgets.wrapping_button import wrapping_button

_WORDS = (
    (Which.ALL, N_("Alles")),
    (Which.MINE, N_("Van mij")),
    (Which.CALLBACKS, N_("Terugbellen")),
    (Which.THIRD_PARTY, N_("Wij bellen zelf")),
    (Which.COMPLAINTS, N_("Klachten")),
)
_NOTHING = {
    Which.ALL: N_("Er staat niets open. Alles wat u samen beloofde, is gedaan."),
    Which.MINE: N_("U hebt niets meer te doen. Kijk bij Alles of u een collega kunt helpen."),
    Which.CALLBACKS: N_("Niemand wacht op een telefoontje."),
    Which.THIRD_PARTY: N_("Er is niemand die wij voor een ander moeten bellen."),
    Which.COMPLAINTS: N_("Uit klachten staat niets meer open."),
}


class ListPanel(QFrame):
    """Shows what is still to be done, and lets one be chosen.

    Signals:
        which_chosen: another part of it is wanted.
            arg: which (Which).
        row_chosen: another row is chosen.
            arg: the row (Row), or None.
            arg: whether it was done here, and not by new rows.
        row_clicked: a row was clicked.
        call_requested: somebody is to be called.
            arg: the row (Row).
        new_requested: something new is promised.
        print_requested: the page for the change of shift is wanted on paper.
    """

    which_chosen = Signal(object)  # Which
    row_chosen = Signal(object, bool)  # Row | None
    row_clicked = Signal()
    call_requested = Signal(object)  # Row
    new_requested = Signal()
    print_requested = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        card(self)
        self.which = Which.ALL
        self._model = FollowUpRows()
        self.view = FollowUpView(self._model, look)
        self._numbers = label("muted", one_line=True)
        self._nothing = label("muted")
        self._nothing.hide()
        self.chips = ChipGroup()
        self.chips.call(_("Wat wilt u zien?"))
        self.chips.offer([Chip(each.value, _(words)) for each, words in _WORDS], self.which.value)
        self._lay_out()
        self._connect()

    def show_listed(self, listed: Listed) -> None:
        """Show these; what is chosen stays chosen, or else what stands in its place now."""
        before = self.view.chosen()
        place = self._model.place_of(before.id) if before is not None else 0
        bar = self.view.verticalScrollBar()
        scrolled = bar.value()
        self._model.set_listed(listed)
        if before is None or self._model.place_of(before.id) < 0:
            self.view.choose_near(place)
        elif self.view.chosen() is None:
            bar.setValue(scrolled)
            self.view.choose(before.id)
        say(self._numbers, _numbers(listed))
        is_empty = not self._model.rowCount()
        if is_empty and self.view.hasFocus():
            self.new.setFocus()
        self.view.setVisible(not is_empty)
        say(self._nothing, _(_NOTHING[self.which]) if is_empty else "")

    def show_which(self, which: Which) -> None:
        """Be about this part from the next reading on."""
        self.which = which
        self.chips.choose(which.value)

    def shows(self, follow_up_id: str) -> bool:
        """Tell whether this one is in the list."""
        return self._model.place_of(follow_up_id) >= 0

    def take_keys(self) -> None:
        """Let the keys go to the list, or where it is empty to what fills it."""
        (self.view if self._model.rowCount() else self.new).setFocus()

    def _lay_out(self) -> None:
        head = flow(EDGE, label("title", _("Opvolging"), one_line=True), self._numbers)
        self.new = wrapping_button(keyed(Key.NEW), "primary", self.new_requested.emit)
        self._print = wrapping_button(keyed(Key.PRINT), "plain", self.print_requested.emit)
        layout = column(head, self.chips, self.view, self._nothing)
        layout.setContentsMargins(EDGE, EDGE - 4, EDGE, EDGE - 4)
        layout.setStretchFactor(self.view, 1)
        layout.addStretch(0)
        layout.addWidget(flow(GAP, self.new, self._print))
        self.setLayout(layout)

    def _connect(self) -> None:
        self.chips.chosen.connect(self._on_chips_chosen)
        self.view.row_chosen.connect(self.row_chosen)
        self.view.row_clicked.connect(self.row_clicked)
        self.view.call_requested.connect(self.call_requested)

    @Slot(str)
    def _on_chips_chosen(self, chosen: str) -> None:
        """Keep one of them chosen."""
        wanted = Which(chosen) if chosen else self.which
        self.chips.choose(wanted.value)
        if wanted is not self.which:
            self.which = wanted
            self.which_chosen.emit(wanted)


def _numbers(listed: Listed) -> str:
    numbers = listed.numbers
    parts = [
        _("{number} te laat").format(number=numbers.late),
        _("{number} vandaag").format(number=numbers.today),
        _("{number} later").format(number=numbers.later),
    ]
    if numbers.waiting:
        waiting = ngettext(
            "{number} wacht op een ander", "{number} wachten op een ander", numbers.waiting
        )
        parts.append(waiting.format(number=numbers.waiting))
    return " · ".join(parts)
