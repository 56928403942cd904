"""The script that runs: what is answered, where one goes aside, and what else would suit."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal, Slot

from reception_assistant.desk.library import BOUNDARY, CALM, mandates_of, reasons_of
from reception_assistant.errors import KnownError
from reception_assistant.i18n import _
from reception_assistant.library.lists import Mandate
from reception_assistant.library.offer import Offer
from reception_assistant.run.view import StepView
from ui.call.script_panel import ScriptPanel
from ui.call.stage import Stage

OPENING = "gesprek-openen"
"""The script that a call begins with."""
_MOST_OFFERED = 9
_LAST_WITH_MANDATES = 4
"""Until the solution of the seven steps, what may be offered stands beside it."""


class Talking(QObject):
    """Does in the script what the receptionist asks for.

    Signals:
        ended: the script has nothing more to say.
        offered: these scripts suit while nobody is on the line.
            arg: the scripts (list of Offer).
    """

    ended = Signal()
    offered = Signal(object)  # list[Offer]

    def __init__(self, stage: Stage, panel: ScriptPanel) -> None:
        super().__init__(panel)
        self._stage, self.panel = stage, panel
        stage.entered.connect(self.show_now)
        stage.moved.connect(self.show_now)
        stage.met.connect(self.show_now)
        panel.answered.connect(self._on_answered)
        panel.went_on.connect(self._on_went_on)
        panel.back_requested.connect(self._on_back_requested)
        panel.came_back_requested.connect(self._on_came_back_requested)
        panel.missed.connect(self._on_missed)
        panel.remembered.connect(self._on_remembered)
        panel.script_chosen.connect(self.begin)

    @Slot(str)
    def begin(self, script_id: str) -> None:
        """Begin a script."""
        version = self._stage.library.version(script_id)
        if self._stage.session is not None and version is not None:
            self.panel.settle()
            self._stage.session.conversation.begin(version)
            self._stage.happened()
            self._see_reason()

    def follow_reason(self) -> None:
        """Begin what suits the reason best, unless another script is under way already."""
        session = self._stage.session
        if session is None:
            return
        run = session.conversation.run
        script = session.conversation.scripts.get(run.place.version) if run.place else None
        if run.aside or (script is not None and script.id != OPENING):
            return
        self._ask_offers(self._begin_best)

    def calm(self) -> None:
        """Lay the seven steps over whatever is shown."""
        self._aside(CALM)

    def draw_boundary(self) -> None:
        """Lay the script for a boundary over whatever is shown."""
        self._aside(BOUNDARY)

    @Slot()
    def show_now(self) -> None:
        """Show the step where the conversation is, or what would suit."""
        try:
            view = self._stage.view()
        except KnownError as error:
            self.panel.show_finished(str(error))
            return
        if view is None:
            self._offer()
            return
        self.panel.show_step(view, self._mandates(view))

    def _mandates(self, view: StepView) -> Sequence[Mandate]:
        if view.phase is None or view.phase > _LAST_WITH_MANDATES:
            return ()
        return mandates_of(self._stage.library, self._stage.speaker().discipline)

    def _see_reason(self) -> None:
        """Take the reason of a script that is about one thing only, where none was chosen."""
        session = self._stage.session
        if session is None or session.head.reason:
            return
        run = session.conversation.run
        script = session.conversation.scripts.get(run.place.version) if run.place else None
        if script is None or len(script.when.reason) != 1:
            return
        here = reasons_of(self._stage.library, self._stage.speaker().discipline)
        about = self._stage.library.lists.reason(script.when.reason[0])
        if about is not None and about in here:
            session.conversation.is_about(about.id)
            self._stage.keeping.keep(session)
            self._stage.noted.emit()

    def _see_end(self) -> None:
        """Ask how it ended once the script has nothing more to say."""
        session = self._stage.session
        if session is not None:
            run = session.conversation.run
            if run.ended is not None or run.asks_finish:
                self.ended.emit()

    def _aside(self, script_id: str) -> None:
        session, version = self._stage.session, self._stage.library.version(script_id)
        if session is not None and version is not None:
            self.panel.settle()
            session.conversation.go_aside(version)
            self._stage.happened()
            self._stage.keys_wanted.emit()

    def _offer(self) -> None:
        if self._stage.session is None:
            self._ask_offers(self.offered.emit)
        elif self._stage.view() is None:
            self._ask_offers(self._show_offers)

    def _ask_offers(self, done: Callable[[list[Offer]], None]) -> None:
        """Ask what suits now; an answer that comes after somebody went on is of no use."""
        stage, context, session = self._stage, self._stage.context(), self._stage.session
        stack = session.conversation.run.stack if session is not None else ()

        def take(offers: list[Offer]) -> None:
            now = session.conversation.run.stack if session is not None else ()
            if stage.session is session and now == stack:
                done(offers)

        stage.runners.read.run(
            lambda: stage.desk.library.offers(context, _MOST_OFFERED), take, stage.tell.trouble
        )

    def _show_offers(self, offers: list[Offer]) -> None:
        self.panel.show_offers(offers, _("Wat past nu"))

    def _begin_best(self, offers: list[Offer]) -> None:
        context = self._stage.context()
        names = {context.reason, *context.reason_names}
        for offer in offers:
            version = self._stage.library.version(offer.script_id)
            if version is not None and names.intersection(version.script.when.reason):
                self.begin(offer.script_id)
                return

    @Slot(int)
    def _on_answered(self, number: int) -> None:
        if self._stage.session is not None:
            self._stage.session.conversation.answer(number, self._stage.library)
            self._stage.happened()
            self._see_reason()
            self._see_end()

    @Slot()
    def _on_went_on(self) -> None:
        if self._stage.session is not None:
            self._stage.session.conversation.go_on()
            self._stage.happened()
            self._see_end()

    @Slot()
    def _on_back_requested(self) -> None:
        if self._stage.session is not None:
            self._stage.session.conversation.go_back()
            self._stage.happened()

    @Slot()
    def _on_came_back_requested(self) -> None:
        if self._stage.session is not None:
            self._stage.session.conversation.come_back()
            self._stage.happened()

    @Slot(str)
    def _on_missed(self, said: str) -> None:
        if self._stage.session is not None:
            self._stage.session.conversation.miss(said)
            self._stage.keeping.keep(self._stage.session)
            self._stage.tell.tell(_("Bewaard. Uw manager ziet dat dit antwoord ontbreekt."))

    @Slot(str, str, str)
    def _on_remembered(self, key: str, label: str, text: str) -> None:
        if self._stage.session is not None:
            self._stage.session.conversation.remember(key, label, text)
            self._stage.keeping.keep(self._stage.session)
