"""Marking who came, went in and left, and taking that back."""

from collections.abc import Callable
from functools import partial
from time import monotonic

from PySide6.QtCore import QObject, Signal, Slot

from reception_assistant.agenda.calling import called
from reception_assistant.agenda.day import Visit
from reception_assistant.agenda.visit import EventKind, VisitEvent
from reception_assistant.agenda.words import marked_sentence
from reception_assistant.desk.acting import By
from reception_assistant.desk.opening import Desk
from reception_assistant.i18n import _
from ui.actions import Do, key_text
from ui.front_desk.day_panel import DayPanel
from ui.tasks import Runners
from ui.widgets.banner import Tell

_MOMENT = 0.5  # seconds


class Marking(QObject):
    """Keeps what the receptionist marks, each with a way back.

    Signals:
        kept: a visit stands otherwise now.
    """

    kept = Signal()

    def __init__(
        self,
        desk: Desk,
        runners: Runners,
        tell: Tell,
        by: Callable[[], By],
        panel: DayPanel,
        chosen: Callable[[], Visit | None],
    ) -> None:
        super().__init__(panel)
        self._desk, self._runners, self._tell, self._by = desk, runners, tell, by
        self._panel, self._chosen = panel, chosen
        self._deaf_until = 0.0

    def mark(self, kind: EventKind) -> None:
        """Note that the selected person arrived, went in, left or did not come."""
        visit = self._chosen()
        if visit is None or monotonic() < self._deaf_until:
            return
        by = self._by()
        undo = partial(self._undo, by)

        def marked(event: VisitEvent | None) -> None:
            if event is not None:
                offer = _("Ongedaan maken   {key}").format(key=key_text(Do.UNDO))
                self._tell.tell(marked_sentence(kind, called(visit).spoken), offer, undo)
            self.kept.emit()

        self._runners.write.run(
            lambda: self._desk.agenda.mark(visit.id, kind, by), marked, self._tell.trouble
        )

    @Slot()
    def rest_a_moment(self) -> None:
        """Mark nobody for a moment: the keys came here from elsewhere, under her fingers."""
        self._deaf_until = monotonic() + _MOMENT

    @Slot()
    def undo(self) -> None:
        """Take back the newest own mark of today."""
        self._undo(self._by())

    def _undo(self, by: By) -> None:
        def undone(found: tuple[str, EventKind] | None) -> None:
            if found is None:
                self._tell.tell(_("Er is vandaag niets meer ongedaan te maken."))
                return
            visit = self._panel.visit(found[0])
            name = called(visit).spoken if visit is not None else ""
            self._tell.tell(
                _("Ongedaan gemaakt: {line}").format(line=marked_sentence(found[1], name))
            )
            self._panel.choose(found[0])
            self.kept.emit()

        self._runners.write.run(lambda: self._desk.agenda.undo(by), undone, self._tell.trouble)
