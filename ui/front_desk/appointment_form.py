"""Making or moving an appointment by hand."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QStringListModel, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QCompleter,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
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
from ui.widgets.blocks import EDGE, GAP, box_of, card_of, label, plain_button
from ui.widgets.flow import flow
from ui.widgets.form import FieldGrid, text_field

_MARKS = tuple(mark for mark in Mark if mark not in PERSON_MARKS)
_USUAL_MINUTES = 20
_DAY_MINUTES = 24 * 60


class AppointmentEditor(QScrollArea):
    """The form for one appointment of a person.

    Signals:
        save_requested: the form is filled in.
            arg: the appointment (Booked).
        cancelled: the user wants no change.
    """

    save_requested = Signal(object)  # Booked
    cancelled = Signal()

    def __init__(
        self,
        person_id: str,
        name: str,
        start: datetime,
        visit: Visit | None,
        practitioners: Sequence[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("appointment_editor")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._person_id = person_id
        self._build_fields(start, visit, practitioners)
        self._when = label("muted")
        self._trouble = label("body")
        self._trouble_box = box_of("stop", self._trouble)
        inside = QWidget()
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(
            card_of(
                label("title", _("Afspraak verzetten") if visit else _("Nieuwe afspraak")),
                label("greeting", name),
                self._grid(),
                self._when,
                flow(GAP, *self._mark_boxes.values()),
                self._trouble_box,
                self._buttons(),
                gap=EDGE // 2,
            )
        )
        layout.addStretch(1)
        self.setWidget(inside)
        self._on_edited()
        for field in (self.day, self.time):
            field.textEdited.connect(self._on_edited)
        self.day.setFocus()
        self.day.selectAll()

    def booked(self) -> Booked:
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

    def show_trouble(self, error: Exception) -> None:
        """Say in the form why it could not be kept."""
        if not isinstance(error, KnownError):
            raise error
        self._trouble.setText(str(error))
        self._trouble_box.show()

    def _build_fields(
        self, start: datetime, visit: Visit | None, practitioners: Sequence[str]
    ) -> None:
        self.day = text_field(f"{start:%d-%m-%Y}", _("24-11-2026"), 30)
        self.time = text_field(f"{start:%H:%M}", _("9:10"), 10)
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
            (_("Bij wie"), self.practitioner),
            (_("Minuten"), self.minutes),
            (_("Opmerking (zegt u niet hardop)"), self.remark),
            (_("Naam van het dier"), self.animal),
            (_("Soort dier"), self.species),
        ):
            grid.add(name, field)
        return grid

    def _buttons(self) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(plain_button(_("Bewaren   Ctrl+Enter"), "primary", self.save))
        layout.addWidget(plain_button(_("Niet bewaren   Esc"), "plain", self.cancelled.emit))
        layout.addStretch(1)
        return row

    @Slot()
    def _on_edited(self) -> None:
        """Show the date in words, so that a slip is seen at once."""
        self._trouble_box.hide()
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

    @Slot()
    def save(self) -> None:
        """Ask to keep what is filled in."""
        try:
            booked = self.booked()
        except KnownError as error:
            self.show_trouble(error)
            return
        self.save_requested.emit(booked)


def _completed(text: str, choices: Sequence[str]) -> QLineEdit:
    field = text_field(text)
    completer = QCompleter(QStringListModel(list(choices), field), field)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    field.setCompleter(completer)
    return field
