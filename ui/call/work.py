"""What happens at the Telefoon screen: conversations begin, are put aside, taken up and ended."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Signal, Slot

from reception_assistant.agenda.day import Visit
from reception_assistant.calls.call import Direction
from reception_assistant.changes import Changed
from reception_assistant.desk.acting import By
from reception_assistant.desk.opening import Desk
from reception_assistant.desk.practice_time import PracticeTime
from reception_assistant.i18n import _
from reception_assistant.library.content import Library
from reception_assistant.run.open_call import OpenCall
from reception_assistant.run.state import Scripts
from reception_assistant.settings.catalogue import Settings
from reception_assistant.staff.employee import Employee
from ui.call.attaching import Attaching
from ui.call.call_tabs import CallChip, CallTabs
from ui.call.ending import Finishing
from ui.call.going import Going
from ui.call.key_point import KeyPoint
from ui.call.knowing import Knowing
from ui.call.noting import Noting
from ui.call.screen import CallScreen
from ui.call.script_panel import ScriptPanel
from ui.call.session import Session
from ui.call.sessions import Sessions
from ui.call.stage import Stage
from ui.call.talking import OPENING, Talking
from ui.tasks import Runners
from ui.widgets.banner import Tell


class CallWork(QObject):
    """All conversations of this window, one of which is on the screen.

    Signals:
        left: the last conversation is over.
    """

    left = Signal()

    def __init__(
        self, desk: Desk, runners: Runners, tell: Tell, by: Callable[[], By], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._desk, self._runners, self._tell, self._by = desk, runners, tell, by
        self.sessions = Sessions(desk, by)
        self._wishes: list[Callable[[], None]] = []
        self.stage = Stage(desk, runners, tell, by, self)
        self.talking = Talking(self.stage, ScriptPanel())
        self.key_point = KeyPoint(self.stage, self.talking.panel)
        self.knowing = Knowing(self.stage, self.talking)
        self.noting = Noting(self.stage)
        self.finishing = Finishing(self.stage)
        self.tabs = CallTabs()
        self.screen = CallScreen(
            self.tabs,
            list(self.knowing.panels),
            [self.talking.panel],
            [self.noting.note, self.noting.words, self.finishing.panel],
        )
        self.going = Going(self.screen, self.knowing, self.noting)
        self.attaching = Attaching(self.stage, self.screen.idle.nameless)
        self._connect()
        self.noting.read_words()
        self.reload()

    @property
    def is_talking(self) -> bool:
        """Tell whether a conversation is on the screen."""
        return self.stage.session is not None

    def reload(self) -> None:
        """Read the library, the settings and who works here again."""
        desk = self._desk
        self._runners.read.run(
            lambda: (desk.library.all(), desk.settings.all(), tuple(desk.staff.everybody())),
            self._use,
            self._tell.trouble,
        )

    def take_up(self, opened: list[OpenCall], scripts: Scripts) -> None:
        """Show the conversations that are open; the one on the screen stays as it is here."""
        self.sessions.take_up(opened, scripts, self.stage.session)
        self._show_tabs()

    def start(
        self,
        direction: Direction = Direction.IN,
        *,
        number: str = "",
        person_id: str | None = None,
        visit_id: str | None = None,
        script_id: str = "",
        reason: str = "",
    ) -> None:
        """Begin a conversation and put it on the screen; the one that was there is put aside."""
        self._set_aside()
        self._tell.make_room()
        head = self._desk.calls.begin(direction, self._by(), number, person_id, visit_id)
        session = self.sessions.add(OpenCall(head))
        if reason:
            session.conversation.is_about(reason)
        session.script_to_begin = script_id or (OPENING if head.direction.is_phone else "")
        self._begin(session)
        self.stage.enter(session)
        self.stage.keeping.keep(session)
        self._show_tabs()
        self.screen.take_keys()

    @Slot(str)
    def choose(self, call_id: str) -> None:
        """Put another conversation on the screen, and go on with it."""
        session = self.sessions.get(call_id)
        if session is None or session is self.stage.session:
            return
        self._set_aside()
        session.conversation.resume()
        self.stage.enter(session)
        self.stage.keeping.keep(session)
        self._show_tabs()
        self.screen.take_keys()

    @Slot()
    def park(self) -> None:
        """Put the conversation aside; it stays as it is, for whoever takes it up."""
        if self.stage.session is None:
            return
        self._set_aside()
        self.stage.enter(None)
        self._show_tabs()
        self.screen.take_keys()
        self._tell.tell(_("Geparkeerd. Alles is bewaard; u of een collega gaat zo verder."))

    @Slot()
    def next_call(self) -> None:
        """Go to the next conversation that is open."""
        now = self.stage.session
        if following := self.sessions.after(now.id if now is not None else ""):
            self.choose(following.id)

    def needs_session(self, *, at_desk: bool, then: Callable[[], None]) -> None:
        """Do something in the conversation on the screen, or in a new one.

        What is wished before the library was read waits for it.
        """
        if self.stage.session is None:
            self.start(Direction.DESK if at_desk else Direction.IN)
        if self.stage.library.scripts:
            then()
        else:
            self._wishes.append(then)

    def start_at_desk(self, visit: Visit, script_id: str) -> None:
        """Begin a script with somebody who stands at the desk."""
        self.start(
            Direction.DESK, person_id=visit.person.id, visit_id=visit.id, script_id=script_id
        )

    def tick(self, now: datetime) -> None:
        """Show how long the conversation lasts."""
        session = self.stage.session
        if session is None:
            self.talking.panel.show_clock("")
            return
        began = self._desk.time.from_utc(session.head.started_utc)
        seconds = max(0, int((now - began).total_seconds()))
        self.talking.panel.show_clock(f"{seconds // 60:02d}:{seconds % 60:02d}")

    def hear(self, what: Changed) -> None:
        """Read again what changed."""
        if what & (Changed.LIBRARY | Changed.SETTINGS | Changed.STAFF):
            self.reload()
        if what & (Changed.CALLS | Changed.PROMISES) and self.stage.session is not None:
            self.knowing.read_caller(self.stage.session)
        if Changed.CALLS in what:
            self.attaching.read()
        if Changed.SETTINGS in what:
            self.noting.read_words()
            self.noting.words.ask_again()

    def _connect(self) -> None:
        self.tabs.call_chosen.connect(self.choose)
        self.tabs.new_requested.connect(self._on_new_requested)
        self.talking.panel.park_requested.connect(self.park)
        self.talking.panel.promise_requested.connect(self.finishing.ask_promise)
        self.finishing.finished.connect(self._on_finished)
        self.finishing.left.connect(self.screen.take_keys)
        self.finishing.opening.connect(self._on_finishing_opening)
        self.finishing.ending.connect(self._on_finishing_ending)
        self.talking.ended.connect(self.finishing.open)
        self.talking.offered.connect(self.screen.idle.show_offers)
        self.knowing.handed_over.connect(self.finishing.hand_over)
        self.noting.words.left.connect(self.screen.take_keys)
        self.stage.entered.connect(self.noting.words.clear)
        self.screen.idle.script_chosen.connect(self._on_script_chosen)
        self.noting.note.left.connect(self.screen.take_keys)
        self.knowing.caller.left.connect(self.screen.take_keys)
        self.stage.keys_wanted.connect(self.screen.take_keys)
        self.knowing.mood.calm_requested.connect(self.talking.calm)
        self.knowing.mood.boundary_requested.connect(self.talking.draw_boundary)
        self.stage.met.connect(self._show_tabs)
        self.stage.noted.connect(self._show_tabs)

    def _use(self, read: tuple[Library, Settings, tuple[Employee, ...]]) -> None:
        library, settings, everybody = read
        self.stage.use(library, settings)
        self.key_point.use(settings)
        self.finishing.use(everybody)
        self.knowing.refresh()
        if self.stage.session is not None:
            self._begin(self.stage.session)
        self.talking.show_now()
        wishes, self._wishes = self._wishes, []
        for wish in wishes:
            wish()

    def _begin(self, session: Session) -> None:
        """Begin the script that a new conversation opens with, once it is there."""
        version = self.stage.library.version(session.script_to_begin)
        if version is not None and session.conversation.run.place is None:
            session.conversation.begin(version)
            session.script_to_begin = ""

    def _set_aside(self) -> None:
        """Park the conversation that is on the screen."""
        session = self.stage.session
        if session is not None and not session.is_ending:
            self.talking.panel.leave()
            session.conversation.write(self.noting.note.text())
            session.conversation.park()
            self.stage.keeping.keep(session)

    def _show_tabs(self) -> None:
        now, lists = self.stage.session, self.stage.library.lists
        reasons = {each.id: each.label for each in lists.reasons}
        self.tabs.show_calls(
            [
                _chip(each, self._desk.time, reasons.get(each.head.reason, ""), running=each is now)
                for each in self.sessions
            ]
        )

    @Slot()
    def _on_new_requested(self) -> None:
        self.start()

    @Slot(str)
    def _on_script_chosen(self, script_id: str) -> None:
        self.start(script_id=script_id)

    @Slot()
    def _on_finishing_opening(self) -> None:
        self.talking.panel.settle()
        self.noting.words.clear()
        self.screen.reveal(self.finishing.panel)

    @Slot(bool)
    def _on_finishing_ending(self, is_ending: bool) -> None:
        self.noting.lock(yes=is_ending)

    @Slot(object)
    def _on_finished(self, session: Session) -> None:
        self.sessions.end(session)
        if self.stage.session is session:
            self.stage.enter(None)
        self._show_tabs()
        if any(self.sessions):
            self.screen.take_keys()
        else:
            self.left.emit()


def _chip(session: Session, time: PracticeTime, reason: str, *, running: bool) -> CallChip:
    """Return how a conversation stands among the others."""
    if session.caller is not None:
        label = session.caller.spoken_name
    elif session.head.unknown:
        label = _("Beller onbekend")
    else:
        label = session.head.number or _("Nieuw gesprek")
    began = time.from_utc(session.head.started_utc)
    since = _("geparkeerd, sinds {time}") if session.is_parked else _("sinds {time}")
    detail = " · ".join(filter(None, (reason, since.format(time=f"{began:%H:%M}"))))
    return CallChip(session.id, label, detail, running, session.is_parked)
