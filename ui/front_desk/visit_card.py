"""The card beside the list: the sentence for coming in, what matters now, the one for leaving."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from reception_assistant.agenda.day import Following, Person, Visit
from reception_assistant.agenda.describing import facts_line, following_sentence
from reception_assistant.agenda.saying import Manners, Sayings, sayings
from reception_assistant.agenda.visit import EventKind, Status
from reception_assistant.agenda.words import mark_word
from reception_assistant.cues.cue import Cue
from reception_assistant.cues.outlook import Told
from reception_assistant.i18n import _, ngettext
from reception_assistant.naming.listed import list_name
from reception_assistant.naming.person import Pronoun
from reception_assistant.naming.spoken import age_on, spoken_name
from ui.actions import Do, button_words
from ui.front_desk.fitting_scripts import FittingScripts
from ui.front_desk.late_row import LateRow
from ui.theme.marks import kind
from ui.widgets.blocks import EDGE, GAP, button, card_of, label, plain_button, say
from ui.widgets.cue_boxes import AT_ONCE, CueBoxes
from ui.widgets.flow import flow
from ui.widgets.scrolled import Scrolled

_NEXT_STEP = {
    Status.EXPECTED: EventKind.ARRIVED,
    Status.CANCELLED: EventKind.ARRIVED,
    Status.WITHDRAWN: EventKind.ARRIVED,
    Status.NO_SHOW: EventKind.ARRIVED,
    Status.ARRIVED: EventKind.TAKEN_IN,
    Status.TAKEN_IN: EventKind.LEFT,
}


class VisitCard(QScrollArea):
    """Shows one visit, or one person without a visit today.

    Signals:
        mark_requested: the receptionist marks the visit.
            arg: what happened (EventKind).
        person_edit_requested: somebody's data are to be put right.
        appointment_add_requested: this person wants an appointment.
        appointment_change_requested: this appointment is to be moved.
        appointment_cancel_requested: this appointment is cancelled, or stands again.
        late_requested: something is told of how late the practitioner runs.
            arg: what (Told).
    """

    mark_requested = Signal(object)  # EventKind
    person_edit_requested = Signal()
    appointment_add_requested = Signal()
    appointment_change_requested = Signal()
    appointment_cancel_requested = Signal()
    late_requested = Signal(object)  # Told

    def __init__(self, manners: Manners, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._manners = manners
        self._cues, self._leaving_cues = CueBoxes(), CueBoxes()
        self._late = LateRow()
        self._late.late_requested.connect(self.late_requested)
        self._more = plain_button("", "quiet", self._show_all_cues)
        self._shown: tuple[Visit, Sequence[Cue]] | None = None
        self._all_cues_of = ""
        self._marks: dict[EventKind, QPushButton] = {}
        self._arrival, self._departure, self._data = (
            self._arrival_card(),
            self._departure_card(),
            self._data_card(),
        )
        self._nobody = card_of(label("heading", _("Kies iemand in de lijst.")))
        inside = Scrolled()
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(EDGE)
        self.fitting = FittingScripts()
        parts = (self._nobody, self._arrival, self._departure, self.fitting, self._data)
        for each in parts:
            layout.addWidget(each)
        layout.addStretch(1)
        self.setWidget(inside)
        self.show_nobody()

    def use(self, manners: Manners) -> None:
        """Greet by these rules from now on."""
        self._manners = manners

    def show_nobody(self) -> None:
        """Show that nobody is chosen."""
        self._show_parts(nobody=True)

    def show_visit(
        self, visit: Visit, now: datetime, cues: Sequence[Cue] = (), late: Told | None = None
    ) -> None:
        """Show what to say at this visit when it is `now`, and what to know: its `cues`.

        `late` is what was told of how late the practitioner runs; None asks nothing.
        """
        said = sayings(visit, now, self._manners)
        self._greeting.setText(said.greeting)
        say(self._about, _about(visit, said))
        say(self._remark, visit.remark)
        self._show_cues(visit, cues)
        self._late.show_late(visit.with_whom, late)
        self._farewell.setText(said.farewell)
        say(self._wish, said.wish)
        say(self._following, following_sentence(visit.following, now))
        say(self._asked, f"“{said.appointment}”" if said.appointment else "")
        self._show_person(visit.person, now)
        say(self._original, _original(visit))
        self._change.show()
        self._cancel.show()
        gone = visit.status in (Status.CANCELLED, Status.WITHDRAWN)
        self._cancel.setText(_("Gaat toch door") if gone else button_words(Do.CANCEL_APPOINTMENT))
        self._weigh_marks(visit.status)
        self._show_parts(visit=True)

    def _show_cues(self, visit: Visit, cues: Sequence[Cue]) -> None:
        """Show the weightiest cues, those for the goodbye with the goodbye; the rest on request."""
        every_one = visit.id == self._all_cues_of
        if not every_one:
            self._all_cues_of = ""
        shown = cues if every_one else cues[:AT_ONCE]
        self._cues.show_cues([cue for cue in shown if not cue.at_leaving])
        self._leaving_cues.show_cues([cue for cue in shown if cue.at_leaving])
        left = len(cues) - len(shown)
        self._more.setText(
            ngettext("Nog {number} aandachtspunt", "Nog {number} aandachtspunten", left).format(
                number=left
            )
        )
        self._more.setVisible(left > 0)
        self._shown = visit, cues

    @Slot()
    def _show_all_cues(self) -> None:
        if self._shown is not None:
            visit, cues = self._shown
            self._all_cues_of = visit.id
            self._show_cues(visit, cues)

    def show_person(self, person: Person, following: Following | None, now: datetime) -> None:
        """Show somebody who has no appointment today."""
        self._show_person(person, now, following)
        say(self._original, "")
        self._change.hide()
        self._cancel.hide()
        self._show_parts()

    def _show_person(
        self, person: Person, now: datetime, following: Following | None = None
    ) -> None:
        age = age_on(person.birth_date, now.date()) if person.birth_date else None
        self._spoken.setText(spoken_name(person.name, age))
        self._listed.setText(list_name(person.name))
        say(self._facts, facts_line(person, age))
        say(self._marked, ", ".join(mark_word(mark) for mark in sorted(person.marks)))
        say(self._loose, _("Alleen op naam bekend: dit kan ook iemand anders zijn."))
        self._loose.setVisible(person.loose)
        say(self._persons_next, following_sentence(following, now))

    def _show_parts(self, *, visit: bool = False, nobody: bool = False) -> None:
        self._nobody.setVisible(nobody)
        self._arrival.setVisible(visit)
        self._departure.setVisible(visit)
        self._data.setVisible(not nobody)
        if not visit:
            self.fitting.show_offers(())
        self._spoken.setVisible(not visit)
        self._persons_next.setVisible(not visit and bool(self._persons_next.text()))

    def _weigh_marks(self, status: Status) -> None:
        """Let the step that comes next stand out."""
        following = _NEXT_STEP.get(status)
        for what, each in self._marks.items():
            with QSignalBlocker(each):
                kind(each, "primary" if what is following else "plain")
                each.setEnabled(what.value != status.value)

    def _mark_button(self, do: Do, what: EventKind) -> QPushButton:
        made = button(do, "plain", lambda: self.mark_requested.emit(what))
        self._marks[what] = made
        return made

    def _arrival_card(self) -> QFrame:
        self._greeting = label("greeting")
        self._about, self._remark = label("body"), label("muted")
        marks = flow(
            GAP,
            self._mark_button(Do.ARRIVED, EventKind.ARRIVED),
            self._mark_button(Do.TAKEN_IN, EventKind.TAKEN_IN),
            self._mark_button(Do.NO_SHOW, EventKind.NO_SHOW),
        )
        return card_of(
            label("caption", _("Bij binnenkomst")),
            self._greeting,
            self._about,
            self._remark,
            self._cues,
            self._more,
            marks,
            self._late,
        )

    def _departure_card(self) -> QFrame:
        self._farewell, self._wish = label("greeting"), label("title")
        self._following, self._asked = label("body"), label("muted")
        return card_of(
            label("caption", _("Bij vertrek")),
            self._leaving_cues,
            self._farewell,
            self._wish,
            self._following,
            self._asked,
            flow(
                GAP,
                self._mark_button(Do.LEFT, EventKind.LEFT),
                button(Do.ADD_APPOINTMENT, "plain", self.appointment_add_requested.emit),
            ),
        )

    def _data_card(self) -> QFrame:
        self._spoken, self._listed = label("greeting"), label("strong")
        self._facts, self._marked = label("body"), label("muted")
        self._loose, self._persons_next = label("muted"), label("body")
        self._original = label("muted")
        self._change = button(
            Do.CHANGE_APPOINTMENT, "quiet", self.appointment_change_requested.emit
        )
        self._cancel = button(
            Do.CANCEL_APPOINTMENT, "quiet", self.appointment_cancel_requested.emit
        )
        return card_of(
            label("caption", _("Gegevens")),
            self._spoken,
            self._listed,
            self._facts,
            self._marked,
            self._loose,
            self._original,
            self._persons_next,
            flow(
                GAP,
                button(Do.EDIT_PERSON, "quiet", self.person_edit_requested.emit),
                self._change,
                self._cancel,
            ),
        )


def _about(visit: Visit, said: Sayings) -> str:
    spoken_with = _("spreek met je") if said.pronoun is Pronoun.JE else _("spreek met u")
    animal = " ".join(filter(None, (visit.animal, f"({visit.species})" if visit.species else "")))
    parts = (f"{visit.start:%H:%M}", visit.what_for, visit.with_whom, animal, spoken_with)
    return " · ".join(filter(None, parts))


def _original(visit: Visit) -> str:
    """Return the line with the words of the source, where plain ones stand in their place."""
    if visit.what_for == visit.treatment:
        return ""
    return _("In de agenda staat: {treatment}.").format(treatment=visit.treatment.rstrip("."))
