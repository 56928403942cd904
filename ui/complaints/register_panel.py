"""The register: complaints and what else people told us, searched and filtered."""

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QComboBox, QFrame

from reception_assistant.complaints.complaint import Form, State
from reception_assistant.complaints.listed import Search
from reception_assistant.i18n import N_, _
from reception_assistant.staff.employee import Employee
from ui.actions import Do, button_words
from ui.complaints.choice_chips import ChoiceChips
from ui.complaints.fold import Fold
from ui.complaints.register_list import Line
from ui.complaints.register_view import RegisterView
from ui.theme.marks import card
from ui.widgets.blocks import EDGE, column, label, say
from ui.widgets.form import ChoiceField, FieldGrid, short_field
from ui.widgets.wrapping_button import wrapping_button

_WAIT_MILLISECONDS = 150
_MOST = 500
"""So many complaints are read at once."""


class Shelf(StrEnum):
    """What the register holds."""

    OPEN = "open"
    CLOSED = "gesloten"
    FEEDBACK = "feedback"


_WORDS = {
    Shelf.OPEN: N_("Open"),
    Shelf.CLOSED: N_("Gesloten"),
    Shelf.FEEDBACK: N_("Complimenten"),
}
_FORMS = ((Form.SPOKEN, N_("Mondeling")), (Form.WRITTEN, N_("Schriftelijk")))


class RegisterPanel(QFrame):
    """The list with its search; every letter searches.

    Signals:
        search_requested: something else is looked for.
        line_chosen: a line is chosen.
            arg: its id.
        opened: the keys are to go to what is chosen.
        note_requested: something that was told is to be written down.
    """

    search_requested = Signal()
    line_chosen = Signal(str)
    opened = Signal()
    note_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        card(self)
        self.setObjectName("complaint.register")
        self.field = short_field(hint=_("Zoek op naam of onderwerp"), longest=100)
        self.field.setAccessibleName(_("Zoek een klacht"))
        self.field.setClearButtonEnabled(True)
        self.shelves = ChoiceChips(_("Wat staat in de lijst?"))
        self.show_numbers({})
        self.shelves.choose(Shelf.OPEN)
        self.form, self.owner, self.cause = ChoiceField(), ChoiceField(), ChoiceField()
        self.first, self.last = short_field(hint="01-01-2026"), short_field(hint="31-12-2026")
        self._filters = Fold(_("Meer filters"), self._filter_grid())
        self.view, self._nothing = RegisterView(), label("muted")
        self._note = wrapping_button(button_words(Do.TELL), "primary", self.note_requested.emit)
        title = label("title", _("Klachten"))
        parts = (title, self.field, self.shelves, self._filters, self._nothing, self.view)
        layout = column(*parts, self._note, edge=EDGE)
        layout.setStretchFactor(self.view, 1)
        self.setLayout(layout)
        self._connect()

    def shelf(self) -> Shelf:
        """Return which list is shown."""
        return Shelf(self.shelves.choice or Shelf.OPEN)

    def search(self, first: str, last: str) -> Search:
        """Return what is looked for, on the days from `first` to `last` (ISO)."""
        form = str(self.form.currentData() or "")
        return Search(
            text=self.field.text().strip(),
            state=State.CLOSED if self.shelf() is Shelf.CLOSED else State.OPEN,
            form=Form(form) if form else None,
            owner_id=str(self.owner.currentData() or ""),
            cause=str(self.cause.currentData() or ""),
            first=first,
            last=last,
        )

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show what was found."""
        self.view.lines.set_lines(lines)
        say(self._nothing, "" if lines else self._empty_words())
        self.view.setVisible(bool(lines))

    def show_numbers(self, numbers: dict[Shelf, int]) -> None:
        """Show how many there are on each shelf."""
        self.shelves.offer([(shelf.value, _counted(shelf, numbers)) for shelf in Shelf])

    def offer_people(self, people: Sequence[Employee]) -> None:
        """Offer to show what belongs to one of these."""
        _refill(self.owner, _("Iedereen"), [(each.id, each.name) for each in people])

    def offer_causes(self, causes: Sequence[tuple[str, str]]) -> None:
        """Offer to show what has one of these causes."""
        _refill(self.cause, _("Elke oorzaak"), causes)

    def take_keys(self) -> None:
        """Give the keys to the list, or where it is empty to the search."""
        (self.field if self.view.isHidden() else self.view).setFocus()

    def _filter_grid(self) -> FieldGrid:
        _refill(self.form, _("Allebei"), [(each.value, _(words)) for each, words in _FORMS])
        self.offer_people(())
        self.offer_causes(())
        grid = FieldGrid()
        grid.add(_("Hoe het binnenkwam"), self.form)
        grid.add(_("Eigenaar"), self.owner)
        grid.add(_("Oorzaak"), self.cause, wide=True)
        grid.add(_("Vanaf"), self.first)
        grid.add(_("Tot en met"), self.last)
        grid.lay_out(0)
        return grid

    def _empty_words(self) -> str:
        if self.field.text().strip() or self._filters.is_open:
            return _("Niets gevonden. Zoek met minder woorden, of kijk bij een andere lijst.")
        return {
            Shelf.OPEN: _("Er staat geen klacht open. Fijn."),
            Shelf.CLOSED: _("Er is nog geen klacht gesloten."),
            Shelf.FEEDBACK: _("Nog niets opgeschreven. Hoort u iets moois? Noteer het meteen."),
        }[self.shelf()]

    def _connect(self) -> None:
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_WAIT_MILLISECONDS)
        self._wait.timeout.connect(self.search_requested)
        for field in (self.field, self.first, self.last):
            field.textChanged.connect(self._wait.start)
        for choice in (self.form, self.owner, self.cause):
            choice.activated.connect(self._on_choice_activated)
        self.shelves.chosen.connect(self._on_shelves_chosen)
        self.view.line_chosen.connect(self.line_chosen)
        self.view.opened.connect(self.opened)
        self.field.returnPressed.connect(self.view.setFocus)

    @Slot(int)
    def _on_choice_activated(self, _row: int) -> None:
        self.search_requested.emit()

    @Slot(str)
    def _on_shelves_chosen(self, _shelf: str) -> None:
        self._filters.setVisible(self.shelf() is not Shelf.FEEDBACK)
        self.search_requested.emit()


def _counted(shelf: Shelf, numbers: dict[Shelf, int]) -> str:
    if shelf not in numbers:
        return _(_WORDS[shelf])
    many = shelf is Shelf.OPEN and numbers[shelf] >= _MOST
    words = _("{what} {number}+") if many else _("{what} {number}")
    return words.format(what=_(_WORDS[shelf]), number=numbers[shelf])


def _refill(field: QComboBox, everything: str, choices: Sequence[tuple[str, str]]) -> None:
    """Offer these behind `everything`; what was chosen stays."""
    chosen = field.currentData()
    field.clear()
    field.addItem(everything, "")
    for each, words in choices:
        field.addItem(words, each)
    field.setCurrentIndex(max(0, field.findData(chosen)))
