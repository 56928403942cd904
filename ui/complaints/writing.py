"""What is typed in a complaint is kept within two seconds, and nobody's words are written over."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from reception_assistant.complaints.complaint import Complaint, Field
from reception_assistant.complaints.listed import Clash, Written
from reception_assistant.desk.acting import By
from reception_assistant.desk.opening import Desk
from ui.tasks import Runners
from ui.widgets.banner import Tell

_WAIT_MILLISECONDS = 1_000


class Draft:
    """What was typed in one complaint and is not kept yet, and on top of which version."""

    def __init__(self) -> None:
        self.answers: dict[Field, str] = {}
        self.versions: dict[Field, int] = {}
        self.under_way: dict[Field, str] = {}
        self.clashes: dict[Field, Clash] = {}

    def holds(self, field: Field) -> bool:
        """Tell whether the screen knows a newer text of `field` than the record."""
        return field in self.answers or field in self.under_way or field in self.clashes

    def text_of(self, field: Field, kept: str) -> str:
        """Return what stands in `field`: what was typed, or else what was `kept`."""
        if field in self.answers:
            return self.answers[field]
        if field in self.clashes:
            return self.clashes[field].mine
        return self.under_way.get(field, kept)


class Writing(QObject):
    """Keeps the answers of the complaints of this window, each on top of what was read.

    Signals:
        written: answers were kept, or clash with those of somebody else.
            arg: the complaint as it is now (Complaint).
    """

    written = Signal(object)  # Complaint

    def __init__(
        self, desk: Desk, runners: Runners, tell: Tell, by: Callable[[], By], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._desk, self._runners, self._tell, self._by = desk, runners, tell, by
        self._drafts: dict[str, Draft] = {}
        self._known: dict[str, Mapping[str, int]] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_WAIT_MILLISECONDS)
        self._timer.timeout.connect(self.flush)

    def draft(self, complaint_id: str) -> Draft:
        """Return what was typed in a complaint and is not kept yet."""
        return self._drafts.setdefault(complaint_id, Draft())

    def read(self, complaint: Complaint) -> None:
        """Know the versions of a complaint that was read just now."""
        self._known[complaint.id] = complaint.versions

    def is_old(self, complaint: Complaint) -> bool:
        """Tell whether this was read before what is known already; it is then to be read again."""
        known = self._known.get(complaint.id, {})
        old = any(complaint.versions.get(field, 0) < version for field, version in known.items())
        if old:  # an answer can be taken back too: the next reading counts, whatever it says
            self._known.pop(complaint.id)
        return old

    def type(self, complaint_id: str, field: Field, text: str) -> None:
        """Take in what was typed; it is kept in a moment."""
        draft = self.draft(complaint_id)
        if (clash := draft.clashes.get(field)) is not None:
            draft.clashes[field] = clash._replace(mine=text)
            return
        if field not in draft.answers:
            draft.versions[field] = self._version(complaint_id, field)
        draft.answers[field] = text
        if not self._timer.isActive():  # the first letter counts the two seconds, not the last
            self._timer.start()

    def settle(self, complaint_id: str, field: Field, text: str) -> None:
        """Let `text` stand in `field`, on top of what the colleague wrote."""
        draft = self.draft(complaint_id)
        draft.clashes.pop(field, None)
        draft.answers[field] = text
        draft.versions[field] = self._version(complaint_id, field)
        self.flush()

    @Slot()
    def flush(self) -> None:
        """Keep all that was typed, now."""
        self._timer.stop()
        for complaint_id, draft in self._drafts.items():
            if draft.answers and not draft.under_way:
                self._keep(complaint_id, draft)

    def _keep(self, complaint_id: str, draft: Draft) -> None:
        draft.under_way, draft.answers = draft.answers, {}
        answers = dict(draft.under_way)
        versions = {field.value: draft.versions.pop(field, 0) for field in answers}
        by = self._by()

        def kept(written: Written) -> None:
            self._take(draft, written)

        def failed(error: Exception) -> None:
            for field, text in draft.under_way.items():
                draft.answers.setdefault(field, text)
                draft.versions[field] = versions[field.value]
            draft.under_way = {}
            self._tell.trouble(error)

        complaints = self._desk.after.complaints
        self._runners.write.run(
            lambda: complaints.write(complaint_id, answers, versions, by), kept, failed
        )

    def _take(self, draft: Draft, written: Written) -> None:
        draft.under_way = {}
        self.read(written.complaint)
        for clash in written.clashes:
            mine = draft.answers.pop(clash.field, clash.mine)
            draft.clashes[clash.field] = clash._replace(mine=mine)
        for field in draft.answers:  # typed meanwhile, on top of what was kept just now
            draft.versions[field] = self._version(written.complaint.id, field)
        self.written.emit(written.complaint)
        if draft.answers:
            self._timer.start()

    def _version(self, complaint_id: str, field: Field) -> int:
        return self._known.get(complaint_id, {}).get(field.value, 0)
