"""What happens at the Opvolging screen: the list is read, somebody is chosen, a call begins."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Signal, Slot

from reception_assistant.agenda.day import Person
from reception_assistant.changes import Changed
from reception_assistant.desk.acting import By
from reception_assistant.desk.opening import Desk
from reception_assistant.follow_ups.listed import Opened, Row, Which
from reception_assistant.i18n import _
from ui.follow_ups.card import FollowUpCard
from ui.follow_ups.doing import Doing
from ui.follow_ups.keys import Key, give_keys
from ui.follow_ups.list_panel import ListPanel
from ui.follow_ups.promise_form import PromiseForm
from ui.follow_ups.reading import Reading
from ui.follow_ups.screen import FollowUpScreen
from ui.tasks import Runners
from ui.theme.look import Appearance
from ui.widgets.banner import Tell

_OURS = Changed.PROMISES | Changed.COMPLAINTS | Changed.CALLS | Changed.STAFF


class FollowUpsWork(QObject):
    """Does at the Opvolging screen what the receptionist asks for.

    Signals:
        call_requested: a conversation is to begin.
            arg: what it is about (FollowUp).
        complaint_requested: a complaint is to be seen.
            arg: its id.
        print_requested: the page for the change of shift is wanted on paper.
    """

    call_requested = Signal(object)  # FollowUp
    complaint_requested = Signal(str)
    print_requested = Signal()

    def __init__(
        self,
        desk: Desk,
        runners: Runners,
        tell: Tell,
        appearance: Appearance,
        by: Callable[[], By],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._desk, self._runners, self._tell, self._by = desk, runners, tell, by
        self._appearance = appearance
        self.panel = ListPanel(appearance.look)
        self.card = FollowUpCard(desk.time.now)
        self.form = PromiseForm(desk.time.now)
        self.screen = FollowUpScreen(self.panel, self.card, self.form)
        self.reading = Reading(desk, runners, tell, by, self.screen)
        self.doing = Doing(desk, runners, tell, by, self.card, self.form)
        self._connect()
        self._give_keys()

    def show_yourself(self) -> None:
        """Read what is still to be done, and take the keys."""
        self.reload()
        self.screen.take_keys()

    def reload(self) -> None:
        """Read the list again."""
        self.reading.reload()

    def hear(self, what: Changed) -> None:
        """Read again when something changed that is shown here."""
        if what & _OURS:
            self._look_again()

    @Slot(object)
    def tick(self, _now: datetime) -> None:
        """Follow the clock: what was for later becomes due, and what is due is late."""
        self._look_again()

    def open(self, follow_up_id: str) -> None:
        """Show this one."""
        self.reading.open(follow_up_id)

    def call_shown(self) -> None:
        """Begin the conversation with who is shown."""
        if self.card.opened is not None and not self.screen.shows_form:
            self.call_requested.emit(self.card.opened.follow_up)

    def new_promise(self) -> None:
        """Ask for a new promise; one that was begun and not kept goes on."""
        if self.form.changed is not None or not self.form.is_begun:
            self.form.open(self.reading.people, self._by().employee.id)
        self.screen.show_form()

    def promise_to(self, person_id: str, name: str, reach: str) -> None:
        """Ask for a new promise to somebody who is known."""
        self.form.open(self.reading.people, self._by().employee.id)
        self.form.show_person(person_id, name, reach)
        self.screen.show_form()

    def change(self) -> None:
        """Ask what is to be promised instead."""
        opened = self.card.opened
        if opened is not None and not self.screen.shows_form:
            self.form.open_changed(opened.follow_up, opened.who, self.reading.people)
            self.screen.show_form()

    def save(self) -> None:
        """Keep what is being filled in: the promise, or what was done."""
        if self.screen.shows_form:
            self.form.save()
        else:
            self.screen.bring_side()
            self.card.save()

    def _connect(self) -> None:
        panel, card, form = self.panel, self.card, self.form
        panel.which_chosen.connect(self._on_which_chosen)
        panel.row_clicked.connect(self._on_row_clicked)
        panel.call_requested.connect(self._on_call_requested)
        panel.new_requested.connect(self.new_promise)
        panel.print_requested.connect(self.print_requested)
        card.change_requested.connect(self.change)
        card.said.call_requested.connect(self.call_shown)
        card.said.complaint_requested.connect(self._on_complaint_requested)
        form.left.connect(self._on_form_left)
        form.who.field.search_requested.connect(self._on_search_requested)
        self.doing.kept.connect(self._on_kept)
        self.doing.added.connect(self._on_added)
        self._appearance.look_changed.connect(self._wear)

    def _give_keys(self) -> None:
        screen = self.screen

        def on_card(do: Callable[[], None]) -> Callable[[], None]:
            def act() -> None:
                if not screen.shows_form:
                    screen.bring_side()
                    do()

            return act

        give_keys(
            screen,
            {
                Key.NEW: self.new_promise,
                Key.PRINT: self.print_requested.emit,
                Key.DONE: self.save,
                Key.NOT_REACHED: on_card(self.card.ask_how_it_went),
                Key.ANSWERED: on_card(self.card.ask_for_answer),
                Key.HAND_OVER: on_card(self.card.ask_to_whom),
                Key.GONE: on_card(self.card.ask_why_gone),
                Key.CHANGE: self.change,
                Key.NEXT_PART: screen.walk,
            },
        )

    def _look_again(self) -> None:
        if self.screen.isVisible():  # else it is read when it is shown
            self.reload()

    @Slot()
    def _wear(self) -> None:
        self.panel.view.wear(self._appearance.look)

    @Slot(object)
    def _on_which_chosen(self, _which: Which) -> None:
        self.reload()

    @Slot()
    def _on_row_clicked(self) -> None:
        self.screen.show_card()
        self.screen.bring_side()

    @Slot(object)
    def _on_call_requested(self, row: Row) -> None:
        def call(opened: Opened | None) -> None:
            if opened is not None:
                self.call_requested.emit(opened.follow_up)

        self._runners.read.run(
            lambda: self._desk.after.follow_ups.one(row.id), call, self._tell.trouble
        )

    @Slot()
    def _on_complaint_requested(self) -> None:
        opened = self.card.opened
        if opened is not None and opened.follow_up.complaint_id is not None:
            self.complaint_requested.emit(opened.follow_up.complaint_id)

    @Slot()
    def _on_form_left(self) -> None:
        self.screen.show_card()
        self.screen.bring_list()
        if self.form.is_begun and self.form.changed is None:
            self._tell.tell(_("Wat u typte blijft staan. Met Ctrl+N gaat u verder."))

    @Slot(str)
    def _on_search_requested(self, typed: str) -> None:
        today = self._desk.time.now().date()

        def show(people: list[Person]) -> None:
            self.form.who.field.show_found(typed, people)

        self._runners.read.run(
            lambda: self._desk.people.find(typed, today), show, self._tell.trouble
        )

    @Slot(str)
    def _on_kept(self, follow_up_id: str) -> None:
        self.reading.go_on_from(follow_up_id)
        self.screen.bring_list()

    @Slot(str)
    def _on_added(self, follow_up_id: str) -> None:
        self.form.open(self.reading.people, self._by().employee.id)
        self.open(follow_up_id)
        self.screen.bring_list()
