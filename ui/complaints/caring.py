"""Asking how somebody is after an incident, and keeping the answer."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot

from reception_assistant.desk.acting import By
from reception_assistant.desk.opening import Desk
from ui.complaints.care_box import CareBox
from ui.tasks import Runners
from ui.widgets.banner import Tell


class Caring(QObject):
    """Fills the box with what is to be asked now."""

    def __init__(
        self, box: CareBox, desk: Desk, runners: Runners, tell: Tell, by: Callable[[], By]
    ) -> None:
        super().__init__(box)
        self._box, self._desk, self._runners = box, desk, runners
        self._tell, self._by = tell, by
        box.answered.connect(self._on_answered)

    def read(self) -> None:
        """Read what is to be asked now."""
        by = self._by()
        self._runners.read.run(
            lambda: self._desk.after.incidents.care_questions(by),
            self._box.show_questions,
            self._tell.trouble,
        )

    @Slot(str, str)
    def _on_answered(self, incident_id: str, words: str) -> None:
        incidents, by = self._desk.after.incidents, self._by()
        self._runners.write.run(
            lambda: incidents.aftercare(incident_id, words, by),
            lambda _none: self.read(),
            self._tell.trouble,
        )
