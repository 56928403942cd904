"""Attaching calls that belonged to nobody, once it is known who it was."""

from PySide6.QtCore import QObject, Slot

from reception_assistant.agenda.day import Person
from reception_assistant.i18n import _
from ui.call.nameless import NamelessCalls
from ui.call.stage import Stage

_AT_MOST = 5


class Attaching(QObject):
    """Fills the list of nameless calls while nobody is on the line, and attaches them."""

    def __init__(self, stage: Stage, panel: NamelessCalls) -> None:
        super().__init__(panel)
        self._stage, self._panel = stage, panel
        stage.entered.connect(self.read)
        panel.search_requested.connect(self._on_search_requested)
        panel.attach_requested.connect(self._on_attach_requested)

    @Slot()
    def read(self) -> None:
        """Read which calls belong to nobody, unless somebody is on the line."""
        stage = self._stage
        if stage.session is None:
            stage.runners.read.run(
                lambda: stage.desk.calls.unattached(_AT_MOST),
                self._panel.show_calls,
                stage.tell.trouble,
            )

    @Slot(str)
    def _on_search_requested(self, typed: str) -> None:
        stage, today = self._stage, self._stage.now().date()
        stage.runners.read.run(
            lambda: stage.desk.people.find(typed, today),
            lambda people: self._panel.field.show_found(typed, people),
            stage.tell.trouble,
        )

    @Slot(str, object)
    def _on_attach_requested(self, call_id: str, person: Person) -> None:
        stage, by = self._stage, self._stage.by()
        stage.runners.write.run(
            lambda: stage.desk.calls.attach(call_id, person.id, by),
            lambda _none: self._on_attached(),
            stage.tell.trouble,
        )

    def _on_attached(self) -> None:
        self._stage.tell.tell(_("Het gesprek hoort nu bij deze persoon."))
        self.read()
