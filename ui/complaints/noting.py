"""What somebody tells us is written down: a complaint, or something that needs thanks."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from reception_assistant.complaints.complaint import Complaint, Field, NewComplaint, Where
from reception_assistant.complaints.feedback import NewFeedback, Sort
from reception_assistant.desk.acting import By
from reception_assistant.desk.incidents import NewIncident
from reception_assistant.desk.opening import Desk
from reception_assistant.errors import KnownError
from reception_assistant.i18n import _
from reception_assistant.library.context import Moment
from ui.complaints.note_form import COMPLAINT, INCIDENT, Noted, NoteForm
from ui.tasks import Runners
from ui.widgets.banner import Tell


class Noting(QObject):
    """Keeps what is filled in, and looks for whom it is about.

    Signals:
        begun: a complaint began.
            arg: the complaint (Complaint).
        told: something else was written down.
            arg: its id, and the sentence of thanks.
        incident_noted: an incident was written down.
    """

    begun = Signal(object)  # Complaint
    told = Signal(str, str)
    incident_noted = Signal()

    def __init__(
        self,
        form: NoteForm,
        desk: Desk,
        runners: Runners,
        tell: Tell,
        by: Callable[[], By],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._form, self._desk, self._runners = form, desk, runners
        self._tell, self._by = tell, by
        form.incident.open_care.setText(desk.after.incidents.emergency_words())
        form.noted.connect(self._on_noted)
        form.search_requested.connect(self._on_search_requested)

    @Slot(object)
    def _on_noted(self, noted: Noted) -> None:
        if noted.sort == COMPLAINT:
            self._begin(noted)
        elif noted.sort == INCIDENT:
            self._note_incident(noted)
        else:
            self._thank(noted)

    def _begin(self, noted: Noted) -> None:
        by = self._by()
        new = NewComplaint(
            subject=noted.subject,
            received=noted.received,
            form=noted.form,
            where=noted.where,
            owner_id=by.employee.id,
            person_id=noted.person.id if noted.person is not None else None,
            whom=noted.whom,
            reach=noted.reach,
            answers={Field.WORDS.value: noted.words} if noted.words else {},
        )
        complaints = self._desk.after.complaints
        self._runners.write.run(lambda: complaints.begin(new, by), self._on_begun, self._failed)

    def _thank(self, noted: Noted) -> None:
        by, sort = self._by(), Sort(noted.sort)
        new = NewFeedback(
            sort=sort,
            text=noted.words or noted.subject,
            where=noted.where,
            person_id=noted.person.id if noted.person is not None else None,
            whom=noted.whom,
            about=noted.about,
            reply_before=noted.reply_before,
            reach=noted.reach,
        )
        feedback = self._desk.after.feedback
        moment = Moment.DESK if noted.where is Where.DESK else Moment.PHONE
        thanks = feedback.thanks(sort, moment, noted.reply_before)

        def told(feedback_id: str) -> None:
            self._form.empty()
            self._tell.tell(_("Opgeschreven. Zeg nog even dank u wel."))
            self.told.emit(feedback_id, thanks)

        self._runners.write.run(lambda: feedback.tell(new, by), told, self._failed)

    def _note_incident(self, noted: Noted) -> None:
        by, incidents = self._by(), self._desk.after.incidents
        new = NewIncident(
            facts=noted.words,
            person_id=noted.person.id if noted.person is not None else None,
            whom=noted.whom,
            **noted.incident._asdict(),
        )

        def kept(_id: str) -> None:
            self._form.empty()
            self._tell.tell(_("Opgeschreven. Morgen vraagt Balie hoe het met u gaat."))
            self.incident_noted.emit()

        self._runners.write.run(lambda: incidents.note(new, by), kept, self._failed)

    def _on_begun(self, complaint: Complaint) -> None:
        self._form.empty()
        self._tell.tell(_("De klacht is opgeschreven. Wat u verder typt, bewaart Balie vanzelf."))
        self.begun.emit(complaint)

    def _failed(self, error: Exception) -> None:
        if isinstance(error, KnownError):
            self._form.show_trouble(str(error))
        else:
            self._tell.trouble(error)

    @Slot(str)
    def _on_search_requested(self, typed: str) -> None:
        today = self._desk.time.now().date()
        self._runners.read.run(
            lambda: self._desk.people.find(typed, today),
            lambda people: self._form.who.show_found(typed, people),
            self._tell.trouble,
        )
