"""Where in an event of a calendar the name stands, what somebody comes for, and with whom."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reception_assistant.agenda.profile import (
    CalendarChoices,
    NameFrom,
    PractitionerFrom,
    TreatmentFrom,
)
from reception_assistant.i18n import N_, _
from ui.widgets.form import FieldGrid, choice_field, short_field

_NAMES = (
    (NameFrom.AS_RECEIVED, N_("in de titel, maar dat is niet zeker")),
    (NameFrom.TITLE, N_("de titel is de naam")),
    (NameFrom.BEFORE, N_("in de titel, vóór het teken")),
    (NameFrom.AFTER, N_("in de titel, na het teken")),
    (NameFrom.ATTENDEE, N_("bij de deelnemers")),
)
_TREATMENTS = (
    (TreatmentFrom.DESCRIPTION, N_("in de omschrijving")),
    (TreatmentFrom.CATEGORIES, N_("in de categorie")),
    (TreatmentFrom.REST, N_("in de rest van de titel")),
    (TreatmentFrom.NOWHERE, N_("staat er niet in")),
)
_PRACTITIONERS = (
    (PractitionerFrom.ORGANIZER, N_("de organisator")),
    (PractitionerFrom.CALENDAR, N_("de naam van de agenda")),
    (PractitionerFrom.FIXED, N_("altijd dezelfde")),
    (PractitionerFrom.NOWHERE, N_("staat er niet in")),
)
_WITH_SEPARATOR = (NameFrom.BEFORE, NameFrom.AFTER)


class CalendarChoicesForm(QWidget):
    """Asks how the events of a calendar are read.

    Signals:
        chosen: something was chosen.
    """

    chosen = Signal()

    def __init__(self, choices: CalendarChoices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name_from = choice_field([(v, _(w)) for v, w in _NAMES], choices.name_from)
        self.separator = short_field(choices.separator or " - ", longest=10)
        self.treatment_from = choice_field(
            [(v, _(w)) for v, w in _TREATMENTS], choices.treatment_from
        )
        self.practitioner_from = choice_field(
            [(v, _(w)) for v, w in _PRACTITIONERS], choices.practitioner_from
        )
        self.practitioner = short_field(choices.practitioner)
        grid = FieldGrid()
        grid.add(_("Waar staat de naam?"), self.name_from, wide=True)
        self._separator_label = grid.add(
            _("Het teken tussen de naam en de rest"), self.separator, wide=True
        )
        grid.add(_("Waarvoor iemand komt"), self.treatment_from, wide=True)
        grid.add(_("Bij wie"), self.practitioner_from, wide=True)
        self._practitioner_label = grid.add(
            _("Naam van de behandelaar"), self.practitioner, wide=True
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(grid)
        for field in (self.name_from, self.treatment_from, self.practitioner_from):
            field.currentIndexChanged.connect(self._on_chosen)
        for line in (self.separator, self.practitioner):
            line.textEdited.connect(self._on_chosen)
        self._show_needed()

    def choices(self) -> CalendarChoices:
        """Return what is chosen now."""
        return CalendarChoices(
            name_from=NameFrom(self.name_from.currentData()),
            separator=self.separator.text(),
            treatment_from=TreatmentFrom(self.treatment_from.currentData()),
            practitioner_from=PractitionerFrom(self.practitioner_from.currentData()),
            practitioner=self.practitioner.text().strip(),
        )

    def focus_first(self) -> None:
        """Put the cursor in the first field."""
        self.name_from.setFocus()

    def _show_needed(self) -> None:
        """Show the fields that belong to what is chosen."""
        apart = self.name_from.currentData() in _WITH_SEPARATOR
        fixed = self.practitioner_from.currentData() == PractitionerFrom.FIXED
        for field, above, needed in (
            (self.separator, self._separator_label, apart),
            (self.practitioner, self._practitioner_label, fixed),
        ):
            field.setVisible(needed)
            above.setVisible(needed)

    @Slot()
    def _on_chosen(self) -> None:
        self._show_needed()
        self.chosen.emit()
