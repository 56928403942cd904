"""Who is on the line, why, and how they sound."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from reception_assistant.agenda.day import Person
from reception_assistant.calls.call import Direction
from reception_assistant.desk.caller import Caller
from reception_assistant.desk.library import reasons_of, stop_signs_of
from reception_assistant.i18n import _
from reception_assistant.library.context import Mood
from reception_assistant.library.lists import StopSign
from ui.call.caller_panel import CallerPanel
from ui.call.mood_panel import MoodPanel
from ui.call.reason_panel import ReasonPanel
from ui.call.session import Session
from ui.call.stage import Stage
from ui.call.stop_panel import StopPanel
from ui.call.talking import Talking

if TYPE_CHECKING:
    from reception_assistant.library.content import Lists

_HANDED_OVER = "overgedragen-aan"
_ALARM_NUMBER, _ALARM, _AT_ONCE = "112", "alarm-112", "overgedragen-spoed"
"""The outcomes that belong to handing over."""


class Knowing(QObject):
    """Fills the left column, and notes what is chosen there.

    Signals:
        handed_over: somebody else has it now.
            arg: the id of the outcome that belongs to that.
    """

    handed_over = Signal(str)

    def __init__(self, stage: Stage, talking: Talking) -> None:
        super().__init__(stage)
        self._stage, self._talking = stage, talking
        self.caller, self.reasons = CallerPanel(), ReasonPanel()
        self.mood, self.stop = MoodPanel(), StopPanel()
        self.panels = (self.caller, self.reasons, self.mood, self.stop)
        self._shown_lists: Lists | None = None
        stage.entered.connect(self.show_now)
        stage.noted.connect(self._on_stage_noted)
        self.caller.search_requested.connect(self._on_search_requested)
        self.caller.person_chosen.connect(self._on_person_chosen)
        self.caller.unknown_requested.connect(self.not_known)
        self.caller.other_requested.connect(self._on_other_requested)
        self.caller.direction_turned.connect(self._on_direction_turned)
        self.reasons.reason_chosen.connect(self._on_reason_chosen)
        self.mood.mood_chosen.connect(self._on_mood_chosen)
        self.stop.hand_over_requested.connect(self.hand_over)
        self.stop.sign_chosen.connect(self._on_sign_chosen)
        self.stop.hand_over_left.connect(self._on_hand_over_left)
        self.stop.handed_over.connect(self._on_handed_over)

    @Slot()
    def show_now(self) -> None:
        """Show what is known of the conversation that is on the screen."""
        session = self._stage.session
        direction = session.head.direction if session is not None else Direction.IN
        self.caller.use_direction(direction)
        for panel in (self.reasons, self.mood, self.stop):
            panel.use_moment(direction.moment)
        self._show_reasons()
        self._show_signs()
        self.mood.show_mood(session.conversation.run.mood if session is not None else None)
        self.caller.show_number(session.head.number if session is not None else "")
        if session is None:
            self.caller.show_nobody()
        elif session.caller is not None:
            self.caller.show_caller(session.caller, self._stage.now().date())
        elif session.head.person_id is not None:
            self.read_caller(session)
        elif session.head.unknown:
            self.caller.show_unknown()
        else:
            self.caller.show_nobody()
            self._guess(session)

    def refresh(self) -> None:
        """Show the reasons and signs of the library as it is now; what is typed stays."""
        if self._shown_lists != self._stage.library.lists:
            self._shown_lists = self._stage.library.lists
            self._show_reasons()
            self._show_signs()

    def read_caller(self, session: Session) -> None:
        """Read who this is and what is known of them."""
        person_id, visit_id = session.head.person_id, session.head.appointment_id
        if person_id is None:
            return

        def done(caller: Caller | None) -> None:
            if session.head.person_id != person_id:
                return  # somebody else was chosen meanwhile
            session.caller = caller
            if self._stage.session is session:
                if caller is not None:
                    self.caller.show_caller(caller, self._stage.now().date())
                self._stage.met.emit()

        self._stage.runners.read.run(
            lambda: self._stage.desk.callers.caller(person_id, visit_id),
            done,
            self._stage.tell.trouble,
        )

    @Slot()
    def not_known(self) -> None:
        """Note that it is not known who this is."""
        session = self._stage.session
        if session is not None:
            session.conversation.is_with(None, unknown=True)
            session.caller = None
            self.caller.show_unknown()
            self._stage.met.emit()
            self._stage.keeping.keep(session)
            self._stage.keys_wanted.emit()

    @Slot()
    def hand_over(self) -> None:
        """Show to whom this goes at once."""
        self.stop.show_handing_over(None, self._everybody_to())

    def _everybody_to(self) -> list[str]:
        """Return to whom it can go: who is here first, a number to call after that."""
        to = dict.fromkeys(sign.to for sign in self._signs())
        return sorted(to, key=str.isdigit)

    def _signs(self) -> list[StopSign]:
        session = self._stage.session
        reason = session.head.reason if session is not None else ""
        return stop_signs_of(self._stage.library, self._stage.speaker().discipline, reason)

    @Slot()
    def _show_signs(self) -> None:
        self.stop.show_signs(self._signs())

    def _show_reasons(self) -> None:
        session = self._stage.session
        reasons = reasons_of(self._stage.library, self._stage.speaker().discipline)
        self.reasons.show_reasons(reasons, session.head.reason if session is not None else "")

    def _guess(self, session: Session) -> None:
        """Look who has the number that calls; one person is chosen, of more the right one is."""
        number = session.head.number
        if not number:
            return

        def done(people: Sequence[Person]) -> None:
            known = session.head.person_id is not None or session.head.unknown
            if known or self._stage.session is not session:
                return
            if people:
                self.caller.show_guesses(people)

        self._stage.runners.read.run(
            lambda: self._stage.desk.callers.with_number(number), done, self._stage.tell.trouble
        )

    @Slot(str)
    def _on_search_requested(self, typed: str) -> None:
        today = self._stage.now().date()
        self._stage.runners.read.run(
            lambda: self._stage.desk.people.find(typed, today),
            lambda people: self.caller.show_found(typed, people),
            self._stage.tell.trouble,
        )

    @Slot(object)
    def _on_person_chosen(self, person: Person) -> None:
        session = self._stage.session
        if session is not None:
            session.conversation.is_with(person.id)
            session.caller = None
            self._stage.keeping.keep(session)
            self.read_caller(session)
            self._stage.keys_wanted.emit()

    @Slot()
    def _on_other_requested(self) -> None:
        session = self._stage.session
        if session is not None:
            session.conversation.is_with(None)
            session.caller = None
            self.caller.show_nobody()
            self.caller.focus_field()
            self._stage.met.emit()
            self._stage.keeping.keep(session)

    @Slot()
    def _on_direction_turned(self) -> None:
        session = self._stage.session
        if session is not None:
            was_out = session.head.direction is Direction.OUT
            session.conversation.goes(Direction.IN if was_out else Direction.OUT)
            self.caller.use_direction(session.head.direction)
            self._stage.noted.emit()
            self._stage.keeping.keep(session)

    @Slot(str)
    def _on_reason_chosen(self, reason: str) -> None:
        session = self._stage.session
        if session is not None:
            session.conversation.is_about(reason)
            self._stage.noted.emit()
            self._stage.keeping.keep(session)
            self._stage.keys_wanted.emit()
            self._talking.follow_reason()

    @Slot()
    def _on_stage_noted(self) -> None:
        self._show_reasons()
        self._show_signs()

    @Slot(object)
    def _on_mood_chosen(self, mood: Mood | None) -> None:
        session = self._stage.session
        if session is not None:
            session.conversation.sounds(mood)
            self._stage.happened()
            self._stage.keys_wanted.emit()

    @Slot()
    def _on_hand_over_left(self) -> None:
        self._show_signs()
        self._stage.keys_wanted.emit()

    @Slot(str)
    def _on_handed_over(self, to: str) -> None:
        """Write down to whom it went, and ask how it ended."""
        session = self._stage.session
        self._show_signs()
        if session is None:
            return
        session.conversation.remember(_HANDED_OVER, _("Overgedragen aan"), to)
        self._stage.keeping.keep(session)
        self.handed_over.emit(_ALARM if to == _ALARM_NUMBER else _AT_ONCE)

    @Slot(object)
    def _on_sign_chosen(self, sign: StopSign) -> None:
        self.stop.show_handing_over(sign, [sign.to])
