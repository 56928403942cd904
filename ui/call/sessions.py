"""The conversations that are open at this window, in the order in which they began."""

from collections.abc import Callable, Iterator

from reception_assistant.desk.acting import By
from reception_assistant.desk.conversation import Conversation
from reception_assistant.desk.opening import Desk
from reception_assistant.run.open_call import OpenCall
from reception_assistant.run.state import Scripts
from ui.call.session import Session


class Sessions:
    """Holds them, and takes up what was read of the journal without losing what is newer here."""

    def __init__(self, desk: Desk, by: Callable[[], By]) -> None:
        self._desk, self._by = desk, by
        self._open: dict[str, Session] = {}
        self._ended: set[str] = set()
        self._read: set[str] = set()

    def __iter__(self) -> Iterator[Session]:
        return iter(tuple(self._open.values()))

    def get(self, call_id: str) -> Session | None:
        """Return the conversation with this id."""
        return self._open.get(call_id)

    def after(self, call_id: str) -> Session | None:
        """Return the one after this one, round and round; the first when this one is not there."""
        ids = list(self._open)
        if not ids:
            return None
        place = ids.index(call_id) + 1 if call_id in ids else 0
        return self._open[ids[place % len(ids)]]

    def add(self, opened: OpenCall, scripts: Scripts | None = None) -> Session:
        """Hold one more."""
        talk = Conversation(opened, scripts or {}, self._employee_id, self._desk.calls.now_utc)
        made = self._open[opened.head.id] = Session(talk)
        return made

    def end(self, session: Session) -> None:
        """Let go of one that is over."""
        self._ended.add(session.id)
        self._open.pop(session.id, None)

    def take_up(self, opened: list[OpenCall], scripts: Scripts, now: Session | None) -> None:
        """Hold what the journal has; `now` is on the screen, and stays as it is here.

        What was read may be older than what is here: a conversation goes only when it was read
        before and is gone now, and is replaced only by one in which more happened.
        """
        read = {each.head.id for each in opened}
        for session in self:
            if session is not now and session.id in self._read - read:
                self._open.pop(session.id)  # ended at another window
        for each in opened:
            known = self._open.get(each.head.id)
            if each.head.id in self._ended or (known is not None and known is now):
                continue
            if known is None or self._is_behind(known, each):
                self._replace(known, each, scripts)
        self._read = read

    def _is_behind(self, known: Session, each: OpenCall) -> bool:
        return known.is_stale or each.revision > known.conversation.revision

    def _replace(self, known: Session | None, each: OpenCall, scripts: Scripts) -> None:
        """Take what was kept; a note that could not be kept goes on below it."""
        made = self.add(each, scripts)
        lost = known.conversation.note if known is not None and known.is_stale else ""
        if lost and lost not in each.note:
            made.conversation.write(f"{each.note}\n{lost}".strip())

    def _employee_id(self) -> str:
        return self._by().employee.id
