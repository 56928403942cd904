"""The way to what comes after a conversation: the screens Opvolging and Klachten, and paper.

They are large; each is made when it is needed for the first time.
"""

from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from reception_assistant.agenda.day import Person
from reception_assistant.changes import Changed
from reception_assistant.complaints.complaint import Complaint, Where
from reception_assistant.desk.acting import By
from reception_assistant.desk.opening import Desk
from reception_assistant.follow_ups.follow_up import FollowUp
from reception_assistant.naming.listed import list_name
from ui.ask import Ask
from ui.tasks import Runners
from ui.telephone import Telephone
from ui.theme.look import Appearance
from ui.widgets.banner import Tell
from ui.widgets.rail import Place

if TYPE_CHECKING:
    from ui.complaints.work import ComplaintsWork
    from ui.follow_ups.work import FollowUpsWork
    from ui.paper.work import PaperWork


class Aftercare(QObject):
    """Makes the screens when they are asked for, and passes on what is wished.

    Signals:
        page_opened: one of the screens is to be shown.
            arg: its place in the rail.
            arg: the screen.
    """

    page_opened = Signal(int, object)  # QWidget

    def __init__(
        self,
        desk: Desk,
        runners: Runners,
        tell: Tell,
        by: Callable[[], By],
        appearance: Appearance,
        telephone: Telephone,
        ask: Ask,
    ) -> None:
        super().__init__(telephone)
        self._desk, self._runners, self._tell, self._by = desk, runners, tell, by
        self._appearance, self._telephone, self._ask = appearance, telephone, ask
        self._follow_ups: FollowUpsWork | None = None
        self._complaints: ComplaintsWork | None = None
        self._paper: PaperWork | None = None
        self._paper_over = Place.COMPLAINTS
        self._calling = ""
        self._expired_on: date | None = None

    def follow_ups(self) -> "FollowUpsWork":
        """Return what the Opvolging screen does, made when it is asked for the first time."""
        if self._follow_ups is None:
            from ui.follow_ups.work import FollowUpsWork  # late: start  # noqa: PLC0415

            made = self._follow_ups = FollowUpsWork(
                self._desk, self._runners, self._tell, self._appearance, self._by, self
            )
            made.call_requested.connect(self._on_call_requested)
            made.complaint_requested.connect(self.open_complaint)
            made.print_requested.connect(self.show_hand_over)
        return self._follow_ups

    def complaints(self) -> "ComplaintsWork":
        """Return what the Klachten screen does, made when it is asked for the first time."""
        if self._complaints is None:
            from ui.complaints.work import ComplaintsWork  # late: start  # noqa: PLC0415

            made = self._complaints = ComplaintsWork(
                self._desk, self._runners, self._tell, self._by, self
            )
            made.call_requested.connect(self._on_customer_requested)
            made.boundary_requested.connect(partial(self._telephone.draw_boundary, at_desk=False))
            made.letter_requested.connect(self.show_letter)
        return self._complaints

    @Slot()
    def show_hand_over(self) -> None:
        """Show the page for the change of shift, to be printed."""
        self._paper_at(Place.FOLLOW_UPS).hand_over()

    @Slot(str, str)
    def show_letter(self, complaint_id: str, kind: str) -> None:
        """Show a letter about a complaint."""
        self._paper_at(Place.COMPLAINTS).letter(complaint_id, kind)

    @Slot()
    def show_overview(self) -> None:
        """Show the year in figures."""
        self._paper_at(Place.COMPLAINTS).overview()

    @Slot()
    def show_feedback_card(self) -> None:
        """Show the cards on which people find where they tell how it was."""
        self._paper_at(Place.COMPLAINTS).feedback_card()

    @Slot()
    def open_follow_ups(self) -> None:
        """Show what is still to be done for people."""
        work = self.follow_ups()
        self.page_opened.emit(Place.FOLLOW_UPS, work.screen)
        work.show_yourself()

    @Slot()
    def open_complaints(self) -> None:
        """Show the complaints."""
        work = self.complaints()
        self.page_opened.emit(Place.COMPLAINTS, work.screen)
        work.screen.take_keys()

    @Slot(str)
    def open_complaint(self, complaint_id: str) -> None:
        """Show one complaint, at the step where it stopped."""
        work = self.complaints()
        self.page_opened.emit(Place.COMPLAINTS, work.screen)
        work.open(complaint_id)

    def complain(self, *, at_desk: bool) -> None:
        """Write down what somebody tells: with all that the conversation knows, where one goes."""
        told = self._telephone.told()
        if told is None:
            work = self.complaints()
            self.page_opened.emit(Place.COMPLAINTS, work.screen)
            work.note(where=Where.DESK if at_desk else Where.PHONE)
            return
        by, desk = self._by(), self._desk

        def begin() -> Complaint:
            return desk.after.complaints.from_call(
                told.head, told.remembered, by, mood=told.mood, whom=told.whom
            )

        self._runners.write.run(
            begin, lambda begun: self.open_complaint(begun.id), self._tell.trouble
        )

    def calls_shown(self, screen: QWidget | None) -> bool:
        """Call whoever is shown on the Opvolging screen; tells whether it is on the screen."""
        if self._follow_ups is None or self._follow_ups.screen is not screen:
            return False
        self._follow_ups.call_shown()
        return True

    def promise(self, person: Person | None) -> None:
        """Ask what is promised: to who is shown, or to whoever is chosen then."""
        work = self.follow_ups()
        self.page_opened.emit(Place.FOLLOW_UPS, work.screen)
        work.reload()
        if person is None:
            work.new_promise()
        else:
            work.promise_to(person.id, list_name(person.name), person.phone)

    @Slot()
    def come_back(self) -> bool:
        """Show again what somebody was called for; tells whether there was anything."""
        calling, self._calling = self._calling, ""
        if not calling:
            return False
        work = self.follow_ups()
        self.page_opened.emit(Place.FOLLOW_UPS, work.screen)
        work.show_yourself()
        work.open(calling)
        return True

    def hear(self, what: Changed) -> None:
        """Pass on what changed."""
        for each in (self._follow_ups, self._complaints):
            if each is not None:
                each.hear(what)

    def tick(self, now: datetime) -> None:
        """Keep again what could not be kept a moment ago; forget incidents whose term is over."""
        if self._complaints is not None:
            self._complaints.tick(now)
        if self._expired_on != now.date():
            self._expired_on = now.date()
            self._runners.write.run(self._expire, _pass, self._tell.trouble)

    @Slot(object)
    def tick_minute(self, now: datetime) -> None:
        """Let what was for later become due."""
        if self._follow_ups is not None:
            self._follow_ups.tick(now)

    def flush(self) -> None:
        """Keep what was typed last, because the window goes."""
        if self._complaints is not None:
            self._complaints.flush()

    def _paper_at(self, place: Place) -> "PaperWork":
        """Return what shows paper, over one of the screens; made when it is asked for first."""
        self._paper_over = place
        if self._paper is None:
            from ui.paper.work import PaperWork  # late: start  # noqa: PLC0415

            made = self._paper = PaperWork(
                self._desk, self._runners, self._tell, self._by, self._ask, self
            )
            made.page_opened.connect(self._on_paper_opened)
            made.left.connect(self._on_paper_left)
        return self._paper

    @Slot(object)
    def _on_paper_opened(self, page: QWidget) -> None:
        self.page_opened.emit(self._paper_over, page)

    @Slot()
    def _on_paper_left(self) -> None:
        """Show again what lay below the paper, with the keys where they were."""
        if self._paper_over is Place.FOLLOW_UPS:
            self.page_opened.emit(Place.FOLLOW_UPS, self.follow_ups().screen)
            self.follow_ups().reload()
        elif self._complaints is not None:
            self.page_opened.emit(Place.COMPLAINTS, self._complaints.screen)
        else:
            self.open_complaints()

    def _expire(self) -> int:
        return self._desk.after.incidents.expire()

    @Slot(object)
    def _on_call_requested(self, follow_up: FollowUp) -> None:
        self._calling = follow_up.id
        self._telephone.call_back(follow_up)

    @Slot(object)
    def _on_customer_requested(self, complaint: Complaint) -> None:
        self._telephone.call(complaint.person_id, complaint.reach)


def _pass(_result: object) -> None:
    """Take a result that nobody waits for."""
