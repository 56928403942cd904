"""The forms beside the list: they open in the place of the card and go when they are done."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QStackedWidget

from reception_assistant.agenda.calling import called
from reception_assistant.agenda.day import Person, Visit
from reception_assistant.agenda.visit import Status
from reception_assistant.desk.acting import By
from reception_assistant.desk.opening import Desk
from reception_assistant.i18n import _
from ui.tasks import Runners
from ui.widgets.banner import Tell

if TYPE_CHECKING:
    from ui.front_desk.editor import Editor

_FIVE = 5


class Editing(QObject):
    """Opens the forms, keeps what was filled in, and gives the card its place back.

    Signals:
        finished: a form was closed.
            arg: the person that was kept and is to be shown, or None.
    """

    finished = Signal(object)  # Person | None

    def __init__(
        self,
        desk: Desk,
        runners: Runners,
        tell: Tell,
        by: Callable[[], By],
        side: QStackedWidget,
    ) -> None:
        super().__init__(side)
        self._desk, self._runners, self._tell, self._by = desk, runners, tell, by
        self._side = side
        self._form: Editor | None = None

    def is_open(self) -> bool:
        """Tell whether a form is open."""
        return self._form is not None

    def form(self) -> "Editor | None":
        """Return the form that is open."""
        return self._form

    def person(self, person: Person | None) -> None:
        """Open the form for `person`, or for somebody new."""
        from ui.front_desk.person_form import PersonEditor  # late: start  # noqa: PLC0415

        editor = PersonEditor(person, self._desk.time.now())

        def keep(form: object) -> None:
            by = self._by()
            people = self._desk.people

            def work() -> str:
                if person is None:
                    return people.add(form, by)  # type: ignore[arg-type]  # Signal(object)
                people.correct(person, form, by)  # type: ignore[arg-type]
                return person.id

            self._runners.write.run(work, self._show_kept, editor.show_trouble)

        editor.save_requested.connect(keep)
        editor.cancelled.connect(self.close)
        self._open(editor)

    def appointment(self, person: Person, visit: Visit | None) -> None:
        """Open the form for a new appointment of `person`, or for changing `visit`."""
        self._runners.read.run(
            self._desk.agenda.practitioners,
            lambda names: self._open_appointment(person, visit, names),
            self._tell.trouble,
        )

    def cancel(self, visit: Visit) -> None:
        """Cancel `visit`, or let it stand again; both can be taken back."""
        by = self._by()
        gone = visit.status in (Status.CANCELLED, Status.WITHDRAWN)
        agenda = self._desk.agenda
        change = agenda.restore if gone else agenda.cancel
        line = _("De afspraak van {name} gaat door.") if gone else _("Afgezegd: {name}.")

        def done(_none: None) -> None:
            self._tell.tell(line.format(name=called(visit).spoken))
            self.finished.emit(None)

        self._runners.write.run(
            lambda: change(visit.id, visit.version, by), done, self._tell.trouble
        )

    @Slot()
    def close(self) -> None:
        """Close the form without keeping it."""
        self._close()
        self.finished.emit(None)

    def save(self) -> None:
        """Keep what is filled in in the open form."""
        if self._form is not None:
            self._form.save()

    def _open_appointment(self, person: Person, visit: Visit | None, names: list[str]) -> None:
        from ui.front_desk.appointment_form import (  # late: start  # noqa: PLC0415
            AppointmentEditor,
        )

        now = self._desk.time.now()
        start = visit.start if visit else _next_slot(now)
        name = called(visit or Visit(id="", start=start, person=person)).spoken
        editor = AppointmentEditor(person.id, name, start, visit, names)

        def keep(booked: object) -> None:
            by = self._by()
            agenda = self._desk.agenda

            def work() -> None:
                if visit is None:
                    agenda.add(booked, by)  # type: ignore[arg-type]  # Signal(object)
                else:
                    agenda.change(visit.id, visit.version, booked, by)  # type: ignore[arg-type]

            def done(_none: None) -> None:
                self._close()
                self._tell.tell(_("De afspraak staat in de agenda."))
                self.finished.emit(person)

            self._runners.write.run(work, done, editor.show_trouble)

        editor.save_requested.connect(keep)
        editor.cancelled.connect(self.close)
        self._open(editor)

    def _show_kept(self, person_id: str) -> None:
        self._close()
        self._tell.tell(_("De gegevens zijn bewaard."))
        self._runners.read.run(
            lambda: self._desk.people.person(person_id), self.finished.emit, self._tell.trouble
        )

    def _open(self, form: "Editor") -> None:
        self._close()
        self._form = form
        self._side.addWidget(form)
        self._side.setCurrentWidget(form)
        form.focus_first()

    def _close(self) -> None:
        if self._form is not None:
            self._side.removeWidget(self._form)
            self._form.deleteLater()
            self._form = None


def _next_slot(now: datetime) -> datetime:
    return now.replace(minute=now.minute - now.minute % _FIVE, second=0, microsecond=0)
