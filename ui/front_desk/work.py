"""What the receptionist does at the Balie screen: looking, marking, undoing, adding, finding."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

from PySide6.QtCore import QEvent, QObject, Signal, Slot

from reception_assistant.agenda.day import Day, Person, Visit
from reception_assistant.agenda.saying import Manners
from reception_assistant.agenda.visit import EventKind
from reception_assistant.cues.outlook import Outlook, Told
from reception_assistant.desk.acting import By
from reception_assistant.desk.opening import Desk
from reception_assistant.i18n import _
from ui.front_desk.editing import Editing
from ui.front_desk.fitting import Fitting
from ui.front_desk.marking import Marking
from ui.front_desk.running_late import RunningLate
from ui.front_desk.screen import FrontDesk
from ui.front_desk.visit_card import VisitCard
from ui.tasks import Runners
from ui.theme.look import Appearance
from ui.widgets.banner import Tell
from ui.widgets.found_list import Found

_BUSY_FOR = timedelta(minutes=1)
"""So long after the last key or click the screen leaves the receptionist's choice alone."""
_INPUT = (QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel)


class DeskWork(QObject):
    """Does at the Balie screen what the receptionist asks for; made after the first paint.

    Signals:
        script_requested: a script is to be begun with who stands at the desk.
            arg: the visit, and the id of the script.
    """

    script_requested = Signal(object, str)  # Visit

    def __init__(
        self,
        screen: FrontDesk,
        desk: Desk,
        runners: Runners,
        tell: Tell,
        appearance: Appearance,
        by: Callable[[], By],
    ) -> None:
        super().__init__(screen)
        self._desk, self._runners, self._tell, self._by = desk, runners, tell, by
        self._appearance = appearance
        self._screen = screen
        self.panel = screen.panel
        self._day = screen.day
        self._shown_date: date | None = None  # None follows today
        self._busy_until = desk.time.now()
        self._person: Person | None = None
        self._outlook: Outlook | None = None
        self.card = VisitCard(Manners())
        screen.side.addWidget(self.card)
        self.editing = Editing(desk, runners, tell, by, screen.side)
        self.marking = Marking(desk, runners, tell, by, self.panel, self._to_mark)
        self.late = RunningLate(desk, runners, tell, by, self._chosen_told, self)
        self.fitting = Fitting(desk, runners, tell, self.card)
        self._connect()

    def use(self, manners: Manners) -> None:
        """Greet by these rules from now on, and look at the day again with them."""
        self.card.use(manners)
        self.panel.tick(self._desk.time.now())
        self._show_chosen()
        self.reload()

    def show_day(self, day: Day, outlook: Outlook) -> None:
        """Show `day` and, unless the receptionist is busy, who is next."""
        self._day, self._outlook = day, outlook
        now = self._desk.time.now()
        self._screen.show_day(day, now, follow=self._person is None)
        self.panel.tick(now)
        self._show_chosen()

    def reload(self, person: Person | None = None) -> None:
        """Read the shown day again, and show `person` in it."""
        now = self._desk.time.now()
        day = self._shown_date or now.date()
        moment = now if day == now.date() else None

        def read() -> tuple[Day, Outlook]:
            found = self._desk.agenda.day(day, moment)
            return found, self._desk.ahead.outlook(found)

        def show(found: tuple[Day, Outlook]) -> None:
            self.show_day(*found)
            if person is not None:
                self.show_person(person)

        self._runners.read.run(read, show, self._tell.trouble)

    def tick(self, now: datetime) -> None:
        """Follow the clock: the line for "now", who is next, and what to say at this hour."""
        self.panel.tick(now)
        if self._shown_date == now.date():
            self._shown_date = None  # tomorrow has become today
            self.reload()
        elif self._day is not None and self._shown_date is None and self._day.date != now.date():
            self.reload()
        elif self._person is None and now >= self._busy_until and not self.editing.is_open():
            self._screen.choose_next(now)
        self._show_chosen()

    def coming(self) -> tuple[Visit, ...]:
        """Return the visits of the shown day, without those who do not come."""
        return self._day.coming if self._day is not None else ()

    def show_found(self, found: Found) -> None:
        """Show somebody who was found: their visit of this day, or else their card."""
        self.note_input()
        if found.visit is not None and self.panel.choose(found.visit.id):
            self._person = None
            self.panel.view.setFocus()
            return
        self._show_person(found.person)

    def show_person(self, person: Person) -> None:
        """Show somebody: their visit of this day, or else their card."""
        visits = self._day.visits if self._day is not None else ()
        self.show_found(Found(person, next((v for v in visits if v.person.id == person.id), None)))

    def _show_person(self, person: Person) -> None:
        self._person = person
        self.fitting.look_away()
        self.panel.view.choose_nobody()
        now = self._desk.time.now()
        self._runners.read.run(
            lambda: self._desk.people.following(person.id, now),
            lambda following: self.card.show_person(person, following, now),
            self._tell.trouble,
        )

    def go_days(self, days: int) -> None:
        """Show the day so many days further; 0 is today."""
        today = self._desk.time.now().date()
        shown = today if days == 0 else (self._shown_date or today) + timedelta(days=days)
        self._shown_date = None if shown == today else shown
        self.note_input()
        self.reload()

    def edit_person(self) -> None:
        """Put the data of the shown person right."""
        if self._has_room() and (person := self.shown_person()):
            self.editing.person(person)

    def add_person(self) -> None:
        """Add somebody new."""
        if self._has_room():
            self.editing.person(None)

    def add_appointment(self) -> None:
        """Make an appointment for the shown person, or first for somebody new."""
        if not self._has_room():
            return
        if person := self.shown_person():
            self.editing.appointment(person, None)
        else:
            self._tell.tell(_("Zoek eerst voor wie de afspraak is, of voeg de persoon toe."))

    def change_appointment(self) -> None:
        """Move the selected appointment."""
        visit = self.panel.view.chosen()
        if visit is not None and self._person is None and self._has_room():
            self.editing.appointment(visit.person, visit)

    def cancel_appointment(self) -> None:
        """Cancel the selected appointment, or let a cancelled one stand again."""
        visit = self.panel.view.chosen()
        if visit is not None and self._person is None and self._has_room():
            self.editing.cancel(visit)

    def note_input(self) -> None:
        """Remember that the receptionist is doing something just now."""
        self._busy_until = self._desk.time.now() + _BUSY_FOR

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice keys and clicks in the list and the card."""
        if event.type() in _INPUT:
            self.note_input()
        return super().eventFilter(watched, event)

    def _connect(self) -> None:
        for watched in (self.panel.view, self.panel.view.viewport(), self.card.viewport()):
            watched.installEventFilter(self)
        self.panel.visit_chosen.connect(self._on_visit_chosen)
        self.panel.arrived_requested.connect(lambda: self.marking.mark(EventKind.ARRIVED))
        self.panel.day_requested.connect(self.go_days)
        self.card.mark_requested.connect(self._on_mark_requested)
        self.card.late_requested.connect(self.late.tell)
        self.marking.kept.connect(self._on_kept)
        self.late.told.connect(self._on_kept)
        self.fitting.script_requested.connect(self.script_requested)
        self.card.person_edit_requested.connect(self.edit_person)
        self.card.appointment_add_requested.connect(self.add_appointment)
        self.card.appointment_change_requested.connect(self.change_appointment)
        self.card.appointment_cancel_requested.connect(self.cancel_appointment)
        self.editing.finished.connect(self._on_editing_finished)
        self._appearance.look_changed.connect(self._on_look_changed)

    def _has_room(self) -> bool:
        """Tell whether no form is open; what is filled in there is never thrown away."""
        form = self.editing.form()
        if form is None:
            return True
        self._tell.tell(_("Bewaar eerst wat u aan het invullen bent, of sluit het."))
        return False

    def shown_person(self) -> Person | None:
        """Return who is shown on the card."""
        if self._person is not None:
            return self._person
        visit = self.panel.view.chosen()
        return visit.person if visit is not None else None

    def _show_chosen(self) -> None:
        if self._person is not None:
            return
        visit = self.panel.view.chosen()
        if visit is None:
            self.card.show_nobody()
        else:
            self._show_visit(visit, self._desk.time.now())

    def _show_visit(self, visit: Visit, now: datetime) -> None:
        moment = now if visit.start.date() == now.date() else visit.start
        cues = self._outlook.cues(visit, moment) if self._outlook is not None else []
        late = self._outlook.told_late(visit, now) if self._outlook is not None else None
        self.card.show_visit(visit, moment, cues, late)
        self.fitting.look(visit, cues)

    @Slot(object)
    def _on_visit_chosen(self, visit: Visit | None) -> None:
        if visit is not None:
            self._person = None
        self._show_chosen()

    def _chosen_told(self) -> tuple[Visit, Told] | None:
        """Return the selected visit and what was told of its practitioner, where that matters."""
        visit = self.panel.view.chosen()
        if visit is None or self._outlook is None:
            return None
        told = self._outlook.told_late(visit, self._desk.time.now())
        return (visit, told) if told is not None else None

    def _to_mark(self) -> Visit | None:
        """Return the selected visit; None while somebody else or a form is shown."""
        if self._person is not None or self.editing.is_open():
            return None
        self.note_input()
        return self.panel.view.chosen()

    @Slot()
    def _on_kept(self) -> None:
        self.note_input()
        self.reload()

    @Slot(object)
    def _on_mark_requested(self, kind: EventKind) -> None:
        self.marking.mark(kind)
        self.panel.view.setFocus()

    @Slot(object)
    def _on_editing_finished(self, person: Person | None) -> None:
        shown = person or self._person
        self._person = None
        self.reload(shown)
        self.panel.view.setFocus()

    @Slot()
    def _on_look_changed(self) -> None:
        self.panel.view.wear(self._appearance.look)
