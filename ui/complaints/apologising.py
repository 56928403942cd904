"""The apology helper of step 2: no blame in it, and always something that is done."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Slot

from reception_assistant.complaints.apology import Apology, sentence, with_proof
from reception_assistant.complaints.complaint import Complaint, Field, Phase
from reception_assistant.complaints.working_days import is_working_day
from reception_assistant.desk.acting import By
from reception_assistant.desk.opening import Desk
from reception_assistant.errors import KnownError
from reception_assistant.follow_ups.follow_up import Kind, NewFollowUp, Source
from reception_assistant.i18n import _
from reception_assistant.staff.employee import Employee
from ui.complaints.answers import TextAnswer
from ui.complaints.apology_form import ApologyForm
from ui.complaints.doing import Doing
from ui.complaints.record_panel import RecordPanel
from ui.complaints.step_forms import StepForm
from ui.widgets.blocks import GAP
from ui.widgets.flow import flow
from ui.widgets.wrapping_button import wrapping_button


class Apologising(QObject):
    """Puts the helper under the apology, and what was made with it into that answer."""

    def __init__(self, panel: RecordPanel, desk: Desk, by: Callable[[], By], doing: Doing) -> None:
        super().__init__(doing)
        self._panel, self._desk, self._by, self._doing = panel, desk, by, doing
        self._complaint: Complaint | None = None
        self._names: tuple[str, ...] = ()
        self._answer: TextAnswer | None = None
        words = _("Help mij met een excuus")
        self._help = flow(GAP, wrapping_button(words, "plain", self._open))
        self.form = ApologyForm()
        self.form.confirmed.connect(self._on_confirmed)
        panel.steps.made.connect(self._on_made)

    def use(self, people: Sequence[Employee]) -> None:
        """Know the names that are never in an apology."""
        self._names = tuple(each.name for each in people)

    def be_about(self, complaint: Complaint) -> None:
        """Apologise to this customer from now on."""
        if self._complaint is not None and self._complaint.id != complaint.id:
            self.form.empty()
            self.form.leave()
        self._complaint = complaint

    @Slot(object)
    def _on_made(self, step: StepForm) -> None:
        if step.phase is not Phase.ACKNOWLEDGE:
            return
        answer = step.answer(Field.APOLOGY)
        if isinstance(answer, TextAnswer):
            self._answer = answer
            answer.add(self.form)
            answer.add(self._help)
            self.form.closed.connect(self._help.show)

    @Slot()
    def _open(self) -> None:
        self._help.hide()
        self.form.open()
        self._panel.come_into_view(self.form)

    @Slot()
    def _on_confirmed(self) -> None:
        complaint, by = self._complaint, self._by()
        if complaint is None:
            return
        try:
            made = self._made(complaint)
        except KnownError as error:
            self.form.show_trouble(str(error))
            return
        check = NewFollowUp(
            kind=Kind.CHECK,
            source=Source.COMPLAINT,
            what=made.check.what,
            before=made.check.before,
            owner_id=by.employee.id,
            person_id=complaint.person_id,
            whom=complaint.whom,
            reach=complaint.reach,
            complaint_id=complaint.id,
        )

        def done(_id: str) -> None:
            self.form.empty()
            self.form.leave()
            if self._answer is not None:
                self._answer.insert(made.sentence)

        follow_ups = self._desk.after.follow_ups
        self._doing.run(lambda: follow_ups.add(check, by), done, self.form)

    def _made(self, complaint: Complaint) -> Apology:
        form, today = self.form, self._desk.time.now().date()
        emotion = complaint.answer(Field.EMOTION)
        said = sentence(form.happened.text(), emotion, complaint.where, self._names)
        return with_proof(said, form.action.text(), today, is_working_day)
