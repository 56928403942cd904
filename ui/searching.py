"""Finding somebody in the header, and what is done with them: shown, or called."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal, Slot

from reception_assistant.agenda.day import Person
from reception_assistant.agenda.finding import visits_about
from reception_assistant.desk.opening import Desk
from ui.front_desk.work import DeskWork
from ui.tasks import Runners
from ui.widgets.banner import Tell
from ui.widgets.found_list import Found
from ui.widgets.header import Header


class Searching(QObject):
    """Answers what is typed in the search field of the header.

    Signals:
        shown: somebody was found, and is to be seen on the Balie screen.
            arg: the person with today's visit (Found).
        call_requested: a conversation is to begin.
            arg: the id of the person.
        left: the search is over.
    """

    shown = Signal(object)  # Found
    call_requested = Signal(str)
    left = Signal()

    def __init__(
        self, desk: Desk, runners: Runners, tell: Tell, header: Header, work: DeskWork
    ) -> None:
        super().__init__(header)
        self._desk, self._runners, self._tell = desk, runners, tell
        self._header, self._work = header, work
        search = header.search
        search.search_requested.connect(self._on_search_requested)
        search.person_chosen.connect(self.shown)
        search.call_requested.connect(self._on_call_requested)
        search.left.connect(self._on_left)

    @Slot(str)
    def _on_search_requested(self, typed: str) -> None:
        today = self._desk.time.now().date()
        self._work.note_input()
        self._runners.read.run(
            lambda: self._desk.people.find(typed, today),
            lambda people: self._header.search.show_found(typed, self._found(typed, people)),
            self._tell.trouble,
        )

    def _found(self, typed: str, people: Sequence[Person]) -> list[Found]:
        """Return who fits `typed`: the people found, and today's visits that are about it."""
        visits = self._work.coming()
        about = visits_about(visits, typed)
        of_person = {visit.person.id: visit for visit in reversed(visits)}
        return [
            *(Found(each, of_person.get(each.id)) for each in people),
            *(Found(visit.person, visit) for visit in about if visit.person not in people),
        ]

    @Slot(object)
    def _on_call_requested(self, found: Found) -> None:
        self.call_requested.emit(found.person.id)

    @Slot()
    def _on_left(self) -> None:
        self._header.close_search()
        self.left.emit()
