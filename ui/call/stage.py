"""What all parts of the Telefoon screen share: the conversation now, the library, and the core."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from reception_assistant.desk.acting import By
from reception_assistant.desk.opening import Desk
from reception_assistant.desk.speaking import Speaker, context_of, speaker, values_of
from reception_assistant.library.choosing import with_reason
from reception_assistant.library.content import Library
from reception_assistant.library.context import Context
from reception_assistant.run.view import StepView
from reception_assistant.run.viewing import view
from reception_assistant.settings.catalogue import Settings
from ui.call.keeping import Keeping
from ui.call.session import Session
from ui.tasks import Runners
from ui.widgets.banner import Tell


class Stage(QObject):
    """Knows which conversation is on the screen, and what fills it in.

    Signals:
        entered: another conversation is on the screen, or none.
        moved: the script stands elsewhere, or says it differently.
        met: it is known who this is, or not any more.
        noted: what it is about was chosen.
        keys_wanted: the keys are to go to the script.
    """

    entered = Signal()
    moved = Signal()
    met = Signal()
    noted = Signal()
    keys_wanted = Signal()

    def __init__(
        self,
        desk: Desk,
        runners: Runners,
        tell: Tell,
        by: Callable[[], By],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.desk, self.runners, self.tell, self.by = desk, runners, tell, by
        self.keeping = Keeping(desk, runners, tell, by, self)
        self.session: Session | None = None
        self.library = Library({})
        self._settings = Settings({})

    def use(self, library: Library, settings: Settings) -> None:
        """Speak from this library, for the practice of these settings."""
        self.library, self._settings = library, settings

    def now(self) -> datetime:
        """Return the wall time."""
        return self.desk.time.now()

    def speaker(self) -> Speaker:
        """Return who speaks now."""
        return speaker(self._settings, self.by().employee.name)

    def context(self) -> Context:
        """Return the moment of the conversation now; without one, that of the telephone."""
        session, by = self.session, self.speaker()
        if session is None:
            return Context(discipline=by.discipline)
        context = context_of(session.head, session.conversation.run.mood, session.caller, by)
        return with_reason(context, self.library.lists.reasons)

    def view(self) -> StepView | None:
        """Return the step to show now; None when no script runs."""
        session = self.session
        if session is None:
            return None
        run = session.conversation.run
        values = values_of(session.caller, run.promise, self.speaker(), self.now())
        return view(run, session.conversation.scripts, self.context(), values)

    def enter(self, session: Session | None) -> None:
        """Put a conversation on the screen."""
        self.session = session
        self.entered.emit()

    def happened(self) -> None:
        """Keep what happened in the conversation now, after it is shown."""
        self.moved.emit()
        if self.session is not None:
            self.keeping.keep(self.session)
