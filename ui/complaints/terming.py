"""The term of a complaint: made longer, or put right."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Slot

from reception_assistant.complaints.complaint import Complaint, Form
from reception_assistant.complaints.regime import Regime
from reception_assistant.desk.acting import By
from reception_assistant.desk.opening import Desk
from reception_assistant.i18n import _
from ui.complaints.doing import Doing
from ui.complaints.reading import Record
from ui.complaints.side_cards import TermCard
from ui.complaints.small_forms import ExtensionForm, RuleForm


class Terming(QObject):
    """Opens the two forms in the card of the term, and hands on what is filled in."""

    def __init__(self, card: TermCard, doing: Doing, desk: Desk, by: Callable[[], By]) -> None:
        super().__init__(doing)
        self._doing, self._desk, self._by = doing, desk, by
        self._record: Record | None = None
        self.extension, self.rule = ExtensionForm(), RuleForm()
        for form in (self.extension, self.rule):
            card.add_form(form)
        card.extend_requested.connect(self._ask_extension)
        card.change_requested.connect(self._ask_rule)
        self.extension.confirmed.connect(self._on_extension_confirmed)
        self.rule.confirmed.connect(self._on_rule_confirmed)

    def use(self, regimes: Sequence[Regime]) -> None:
        """Offer these rules."""
        self.rule.regime.clear()
        for each in regimes:
            self.rule.regime.addItem(each.label, each.id)

    def be_about(self, record: Record) -> None:
        """Be about this complaint from now on; forms of another one close."""
        before = self._record
        self._record = record
        if before is None or before.complaint.id != record.complaint.id:
            self.extension.hide()
            self.rule.hide()
            self.extension.reason.setText("")

    @Slot()
    def _ask_extension(self) -> None:
        if self._record is not None:
            self.extension.offer(self._record.weeks_left)
            self.extension.open()

    @Slot()
    def _ask_rule(self) -> None:
        if self._record is not None:
            complaint, regime = self._record.complaint, self.rule.regime
            self.rule.subject.setText(complaint.subject)
            self.rule.form.choose(complaint.form)
            regime.setCurrentIndex(max(0, regime.findData(complaint.regime)))
            self.rule.open()

    @Slot()
    def _on_extension_confirmed(self) -> None:
        form, complaints, by = self.extension, self._desk.after.complaints, self._by()
        if self._record is None:
            return
        complaint_id, reason = self._record.complaint.id, form.reason.text().strip()
        weeks, shown = int(form.weeks.choice or 0), len(self._record.complaint.extensions)

        def done(_complaint: Complaint) -> None:
            form.reason.setText("")
            words = _("Verlengd. Stuur de klant nu de brief over de verlenging.")
            self._doing.finish(form, words)

        self._doing.run(
            lambda: complaints.extend(complaint_id, weeks, reason, by, shown=shown), done, form
        )

    @Slot()
    def _on_rule_confirmed(self) -> None:
        record, form, by = self._record, self.rule, self._by()
        if record is None:
            return
        complaint, complaints = record.complaint, self._desk.after.complaints
        subject, how = form.subject.text().strip(), Form(form.form.choice or complaint.form)
        regime = str(form.regime.currentData() or complaint.regime)

        def work() -> Complaint:
            return complaints.change(
                complaint.id, complaint.row_version, by, subject=subject, form=how, regime=regime
            )

        def done(_complaint: Complaint) -> None:
            self._doing.finish(form, _("Aangepast. De termijn telt nu zo."))

        self._doing.run(work, done, form)
