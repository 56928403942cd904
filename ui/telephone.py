"""The way to the telephone from everywhere: a conversation begins, or one that is open goes on.

The Telefoon screen is large; it is made when it is needed for the first time.
"""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from reception_assistant.agenda.day import Visit
from reception_assistant.calls.call import CallHead, Direction
from reception_assistant.changes import Changed
from reception_assistant.desk.acting import By
from reception_assistant.desk.opening import Desk
from reception_assistant.follow_ups.follow_up import FollowUp, Kind
from reception_assistant.i18n import _, ngettext
from reception_assistant.library.context import Mood
from ui.tasks import Runners
from ui.widgets.banner import Tell
from ui.widgets.rail import Place

if TYPE_CHECKING:
    from reception_assistant.run.open_call import OpenCall
    from reception_assistant.run.state import Scripts
    from ui.call.work import CallWork

_RINGS_FOR = timedelta(minutes=1)
_LOG_SECONDS = 10
_CALLING_BACK = "terugbellen"
"""The script for calling somebody as was promised."""
_TakeUp = Callable[[list["OpenCall"], "Scripts"], None]


class Told(NamedTuple):
    """What a conversation knows by now: its head, what was remembered, how it sounds, and whom."""

    head: CallHead
    remembered: Mapping[str, str]
    mood: Mood | None
    whom: str


class _Ringing(NamedTuple):
    """Who calls while somebody talks, and since when."""

    number: str
    since: datetime


class Telephone(QObject):
    """Makes the Telefoon screen when it is asked for, and passes on what is wished.

    Signals:
        page_opened: the screen is to be shown.
            arg: its place in the rail.
            arg: the screen.
        left: there is nothing more to do at the telephone.
        complaint_requested: what is told is to be written down as a complaint.
    """

    page_opened = Signal(int, object)  # QWidget
    left = Signal()
    complaint_requested = Signal()

    def __init__(
        self, desk: Desk, runners: Runners, tell: Tell, by: Callable[[], By], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._desk, self._runners, self._tell, self._by = desk, runners, tell, by
        self._work: CallWork | None = None
        self._ringing: _Ringing | None = None
        self._asking_elsewhere = self._is_logging = self._told_unlogged = False

    def get_ready(self) -> None:
        """Fill the library, write what a crash left into the log, and find what is still open."""
        self._runners.write.run(self._desk.library.fill, _pass, self._tell.trouble)
        self._log_ended()
        self._look_for_open(self._tell_open)

    def work(self) -> "CallWork":
        """Return what the screen does, made when it is asked for the first time."""
        if self._work is None:
            from ui.call.keys import give_keys  # late: start  # noqa: PLC0415
            from ui.call.work import CallWork  # late: start  # noqa: PLC0415

            self._work = CallWork(self._desk, self._runners, self._tell, self._by, self)
            give_keys(self._work)
            self._work.left.connect(self.left)
            self._work.talking.panel.complaint_requested.connect(self.complaint_requested)
            self._look_for_open(self._work.take_up)
        return self._work

    def is_on(self, screen: QWidget | None) -> bool:
        """Tell whether `screen` is the Telefoon screen."""
        return self._work is not None and self._work.screen is screen

    @Slot()
    def open(self) -> None:
        """Show the screen."""
        screen = self.work().screen
        self.page_opened.emit(Place.PHONE, screen)
        screen.take_keys()

    @Slot()
    def start(self) -> None:
        """Begin a conversation with somebody who calls: with who is ringing, where that is told."""
        number, self._ringing = self._ringing_now(), None
        self._shown().start(number=number)

    def start_with(self, person_id: str) -> None:
        """Begin a conversation on the telephone with somebody who is known."""
        self._shown().start(person_id=person_id)

    def call(
        self, person_id: str | None, reach: str, script_id: str = "", reason: str = ""
    ) -> None:
        """Begin a conversation with somebody whom we call, at the number in `reach`."""
        number = "" if any(map(str.isalpha, reach)) else reach
        self._shown().start(
            Direction.OUT, number=number, person_id=person_id, script_id=script_id, reason=reason
        )

    def call_back(self, follow_up: FollowUp) -> None:
        """Begin the conversation that was promised; of a third party, with that one."""
        if follow_up.kind is Kind.THIRD_PARTY and not follow_up.answer:
            self.call(None, follow_up.third_reach)
        else:
            self.call(follow_up.person_id, follow_up.reach, _CALLING_BACK, follow_up.subject)

    def told(self) -> Told | None:
        """Return what the conversation on the screen knows; None where there is none."""
        session = self._work.stage.session if self._work is not None else None
        if session is None:
            return None
        run = session.conversation.run
        whom = session.caller.spoken_name if session.caller is not None else ""
        return Told(session.head, run.remembered, run.mood, whom)

    def start_at_desk(self, visit: Visit, script_id: str) -> None:
        """Begin a script with somebody who stands at the desk."""
        self._shown().start_at_desk(visit, script_id)

    @Slot(str)
    def ring(self, number: str) -> None:
        """Begin a conversation with who is calling; whoever is busy is told of it only."""
        work = self.work()
        if work.is_talking or _is_typing():
            self._ringing = _Ringing(number, self._desk.time.now())
            self._tell.tell(
                _("Er wordt gebeld: {number}. Met F5 neemt u op.").format(number=number)
            )
            return
        self._shown().start(number=number)

    def calm(self, *, at_desk: bool) -> None:
        """Lay the seven steps over the conversation; begin one where there is none."""
        work = self._shown()
        work.needs_session(at_desk=at_desk, then=work.talking.calm)

    def draw_boundary(self, *, at_desk: bool) -> None:
        """Lay the script for a boundary over the conversation; begin one where there is none."""
        work = self._shown()
        work.needs_session(at_desk=at_desk, then=work.talking.draw_boundary)

    def hand_over(self, *, at_desk: bool) -> None:
        """Hand over at once; begin a conversation where there is none."""
        work = self._shown()
        work.needs_session(at_desk=at_desk, then=work.going.to_hand_over)

    def hear(self, what: Changed) -> None:
        """Pass on what changed."""
        if self._work is not None:
            self._work.hear(what)

    def tick(self, now: datetime) -> None:
        """Let the clock of the conversation go on, and look what another window wrote."""
        if self._work is None:
            return
        self._work.tick(now)
        if now.second % _LOG_SECONDS == 0:
            self._log_ended()
        if not self._asking_elsewhere:
            self._asking_elsewhere = True
            self._runners.journal.run(
                self._desk.calls.written_elsewhere, self._on_written_elsewhere, self._on_unanswered
            )

    def flush(self) -> None:
        """Keep what was typed last, because the window goes."""
        if self._work is not None:
            self._work.stage.keeping.flush()

    def _shown(self) -> "CallWork":
        work = self.work()
        self.page_opened.emit(Place.PHONE, work.screen)
        return work

    def _ringing_now(self) -> str:
        """Return who rings; nobody rings for ever."""
        ringing = self._ringing
        if ringing is None or self._desk.time.now() - ringing.since > _RINGS_FOR:
            return ""
        return ringing.number

    def _log_ended(self) -> None:
        """Write into the log what is over; what cannot be written now is safe, and tried again."""
        if self._is_logging:
            return
        self._is_logging = True
        by = self._by()

        def done(_number: int) -> None:
            self._is_logging = self._told_unlogged = False

        def failed(error: Exception) -> None:
            self._is_logging = False
            if not self._told_unlogged:
                self._told_unlogged = True
                self._tell.trouble(error)

        self._runners.write.run(lambda: self._desk.calls.log_ended(by), done, failed)

    def _look_for_open(self, done: _TakeUp) -> None:
        """Read what was open when the program ended, with the scripts that ran in it."""
        from reception_assistant.run.shown_steps import versions_named  # late: start  # noqa: PLC0415

        desk = self._desk

        def read_scripts(opened: "list[OpenCall]") -> None:
            named = frozenset[str]().union(*(versions_named(each.events) for each in opened))
            self._runners.read.run(
                lambda: desk.library.versions(named),
                lambda scripts: done(opened, scripts),
                self._tell.trouble,
            )

        self._runners.journal.run(desk.calls.open_calls, read_scripts, self._tell.trouble)

    def _on_written_elsewhere(self, written: bool) -> None:
        self._asking_elsewhere = False
        if written and self._work is not None:
            self._look_for_open(self._work.take_up)

    def _on_unanswered(self, _error: Exception) -> None:
        self._asking_elsewhere = False  # the next write will say what is wrong

    def _tell_open(self, opened: "list[OpenCall]", _scripts: "Scripts") -> None:
        if self._desk.calls.notice:
            self._tell.tell(self._desk.calls.notice)
        elif opened:
            text = ngettext(
                "Er staat nog {number} gesprek open, met uw notitie. Ctrl+2 brengt u er.",
                "Er staan nog {number} gesprekken open, met uw notities. Ctrl+2 brengt u er.",
                len(opened),
            )
            self._tell.tell(text.format(number=len(opened)))


def _is_typing() -> bool:
    """Tell whether somebody is filling in something, which a call may not take away."""
    focus = QApplication.focusWidget()
    return isinstance(focus, QLineEdit | QPlainTextEdit) or (
        QApplication.activePopupWidget() is not None
    )


def _pass(_result: object) -> None:
    """Take a result that nobody waits for."""
