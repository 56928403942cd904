"""Making or moving an appointment by hand."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QStringListModel, Qt, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QCompleter,
    QLineEdit,
    QSpinBox,
    QWidget,
)

from reception_assistant.agenda.day import Visit
from reception_assistant.agenda.marks import PERSON_MARKS, Mark
from reception_assistant.agenda.words import mark_word
from reception_assistant.desk.agenda import Booked
from reception_assistant.desk.preview import day_of, time_in
from reception_assistant.errors import KnownError
from reception_assistant.i18n import _
from reception_assistant.naming.spoken_time import date_words
from ui.front_desk.editor import Editor
from ui.widgets.blocks import GAP, label
from ui.widgets.flow import flow
from ui.widgets.form import FieldGrid, short_field, text_field

_MARKS = tuple(mark for mark in Mark if mark not in PERSON_MARKS)
_USUAL_MINUTES = 20
_DAY_MINUTES = 24 * 60


class AppointmentEditor(Editor):
    """The form for one appointment of a person; what it asks to keep is a `Booked`."""

    def __init__(
        self,
        person_id: str,
        name: str,
        start: datetime,
        visit: Visit | None,
        practitioners: Sequence[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("appointment_editor", parent)
        self._person_id = person_id
        self._when = label("muted")
        self._build_fields(start, visit, practitioners)
        self._fill(
            _("Afspraak verzetten") if visit else _("Nieuwe afspraak"),
            label("greeting", name),
            self._grid(),
            self._when,
            flow(GAP, *self._mark_boxes.values()),
        )
        self._on_edited()
        for field in (self.day, self.time):
            field.textEdited.connect(self._on_edited)

    def focus_first(self) -> None:
        """Put the cursor in the first field to fill in."""
        self.day.setFocus()
        self.day.selectAll()

    def filled_in(self) -> Booked:
        """Return what is filled in now; raises `KnownError` when a date or time is none."""
        return Booked(
            person_id=self._person_id,
            start=datetime.combine(day_of(self.day.text()), time_in(self.time.text())),
            minutes=self.minutes.value(),
            treatment=self.treatment.text(),
            practitioner=self.practitioner.text(),
            animal=self.animal.text(),
            species=self.species.text(),
            marks=frozenset(mark for mark, box in self._mark_boxes.items() if box.isChecked()),
            remark=self.remark.text(),
        )

    def _build_fields(
        self, start: datetime, visit: Visit | None, practitioners: Sequence[str]
    ) -> None:
        self.day = short_field(f"{start:%d-%m-%Y}", _("24-11-2026"), 30)
        self.time = short_field(f"{start:%H:%M}", _("9:10"), 10)
        self.minutes = QSpinBox()
        self.minutes.setRange(0, _DAY_MINUTES)
        self.minutes.setSingleStep(5)
        self.minutes.setValue(visit.minutes if visit else _USUAL_MINUTES)
        self.treatment = text_field(visit.treatment if visit else "", _("controle"))
        self.practitioner = _completed(visit.practitioner if visit else "", practitioners)
        self.animal = text_field(visit.animal if visit else "")
        self.species = text_field(visit.species if visit else "")
        self.remark = text_field(visit.remark if visit else "", longest=2000)
        self._mark_boxes = {mark: QCheckBox(mark_word(mark)) for mark in _MARKS}
        for mark, box in self._mark_boxes.items():
            box.setChecked(visit is not None and mark in visit.marks)

    def _grid(self) -> FieldGrid:
        grid = FieldGrid()
        for name, field in (
            (_("Dag"), self.day),
            (_("Tijd"), self.time),
            (_("Komt voor"), self.treatment),
            (_("Minuten"), self.minutes),
            (_("Bij wie"), self.practitioner),
            (_("Opmerking (zegt u niet hardop)"), self.remark),
            (_("Naam van het dier"), self.animal),
            (_("Soort dier"), self.species),
        ):
            grid.add(name, field, wide=field in (self.practitioner, self.remark))
        return grid

    @Slot()
    def _on_edited(self) -> None:
        """Show the date in words, so that a slip is seen at once."""
        self.hide_trouble()
        try:
            start = datetime.combine(day_of(self.day.text()), time_in(self.time.text()))
        except KnownError as error:
            self._when.setText(str(error))
        else:
            self._when.setText(
                _("Dat is {day} om {time}.").format(
                    day=date_words(start.date(), year=True), time=f"{start:%H:%M}"
                )
            )


def _completed(text: str, choices: Sequence[str]) -> QLineEdit:
    field = short_field(text)
    completer = QCompleter(QStringListModel(list(choices), field), field)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    field.setCompleter(completer)
    return field
