"""Which scripts fit the selected visit, asked of the core and shown under the card."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal, Slot

from reception_assistant.agenda.day import Visit
from reception_assistant.cues.cue import Cue
from reception_assistant.desk.opening import Desk
from reception_assistant.library.offer import Offer
from ui.front_desk.fitting_scripts import AT_MOST
from ui.front_desk.visit_card import VisitCard
from ui.tasks import Runners
from ui.widgets.banner import Tell

_Asked = tuple[str, tuple[str, ...]]


class Fitting(QObject):
    """Shows what fits the visit that is looked at; asks again only when something differs.

    Signals:
        script_requested: a script is to be begun.
            arg: the visit, and the id of the script.
    """

    script_requested = Signal(object, str)  # Visit

    def __init__(self, desk: Desk, runners: Runners, tell: Tell, card: VisitCard) -> None:
        super().__init__(card)
        self._desk, self._runners, self._tell, self._card = desk, runners, tell, card
        self._visit: Visit | None = None
        self._cues: Sequence[Cue] = ()
        self._asked: _Asked | None = None
        card.fitting.script_requested.connect(self._on_script_requested)

    def look(self, visit: Visit, cues: Sequence[Cue]) -> None:
        """Look which scripts fit `visit`."""
        self._visit, self._cues = visit, cues
        asked = (visit.id, tuple(cue.kind for cue in cues))
        if asked == self._asked:
            return
        self._asked = asked
        self._card.fitting.show_offers(())

        def show(offers: list[Offer]) -> None:
            if self._asked == asked:
                self._card.fitting.show_offers(offers)

        self._runners.read.run(
            lambda: self._desk.library.fitting.scripts(visit, cues, AT_MOST),
            show,
            self._tell.trouble,
        )

    def look_away(self) -> None:
        """Forget what was asked: something else is shown."""
        self._asked = self._visit = None

    def look_again(self) -> None:
        """Look once more, because the library changed."""
        self._asked = None
        if self._visit is not None:
            self.look(self._visit, self._cues)

    @Slot(str)
    def _on_script_requested(self, script_id: str) -> None:
        if self._visit is not None:
            self.script_requested.emit(self._visit, script_id)
