"""Keeping a conversation while it goes on: every event at once, every letter within two seconds."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from reception_assistant.desk.acting import By
from reception_assistant.desk.calls import Kept
from reception_assistant.desk.conversation import Unsaved
from reception_assistant.desk.opening import Desk
from reception_assistant.errors import KnownError, StoreError
from reception_assistant.i18n import _
from ui.call.session import Session
from ui.tasks import Runners
from ui.widgets.banner import Tell

_AFTER_TYPING = 700
_TRY_AGAIN = 1_500


class Keeping(QObject):
    """Writes what is not yet kept into the journal, and says when it is.

    Signals:
        kept: something of a conversation was written down.
            arg: the session, and what became of it (Kept).
        not_kept: it could not be written now; it is tried again by itself.
            arg: the session.
    """

    kept = Signal(object, object)  # Session, Kept
    not_kept = Signal(object)  # Session

    def __init__(
        self,
        desk: Desk,
        runners: Runners,
        tell: Tell,
        by: Callable[[], By],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._runners, self._tell, self._by = desk, runners, tell, by
        self._typed_in: dict[str, Session] = {}
        self._told_trouble = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.flush)

    def note_typed(self, session: Session) -> None:
        """Keep what is typed soon: not at each letter, and never later than two seconds."""
        self._typed_in[session.id] = session
        if not self._timer.isActive():
            self._timer.start(_AFTER_TYPING)

    @Slot()
    def flush(self) -> None:
        """Keep now whatever waited."""
        self._timer.stop()
        waiting, self._typed_in = self._typed_in, {}
        for session in waiting.values():
            self.keep(session)

    def forget(self, session: Session) -> None:
        """Stop keeping a conversation that is over."""
        self._typed_in.pop(session.id, None)

    def keep(self, session: Session) -> None:
        """Keep all of a conversation that is not kept yet."""
        self._typed_in.pop(session.id, None)
        unsaved = session.conversation.unsaved()
        if unsaved is None or session.is_ending or session.is_stale:
            return
        by = self._by()

        def done(kept: Kept) -> None:
            session.conversation.note_saved(unsaved, kept.revision)
            session.kept = _("Bewaard om {time}").format(time=f"{kept.saved:%H:%M:%S}")
            self._told_trouble = False
            self.kept.emit(session, kept)

        def failed(error: Exception) -> None:
            self._on_failed(session, error)

        seen = session.conversation.revision
        self._runners.journal.run(lambda: self._write(unsaved, by, seen), done, failed)

    def _write(self, unsaved: Unsaved, by: By, seen: int) -> Kept:
        head, first, events, note = unsaved
        return self._desk.calls.keep(head, first, events, note, by, seen=seen)

    def _on_failed(self, session: Session, error: Exception) -> None:
        """Say it once, and try again by itself: what is on the screen is not lost.

        What went on at another window is not tried again: that would never end.
        """
        session.is_stale = isinstance(error, KnownError) and not isinstance(error, StoreError)
        if session.is_stale or not self._told_trouble:
            self._told_trouble = not session.is_stale
            self._tell.trouble(error)
        self.not_kept.emit(session)
        if session.is_stale:
            return
        self._typed_in[session.id] = session
        self._timer.start(_TRY_AGAIN)
