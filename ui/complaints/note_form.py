"""Writing down what somebody tells us, in under a minute: a complaint, a compliment, an idea."""

from datetime import date, datetime
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget

from reception_assistant.agenda.day import Person
from reception_assistant.complaints.complaint import Form, Where
from reception_assistant.complaints.facts_only import judging_words
from reception_assistant.complaints.feedback import Sort
from reception_assistant.complaints.thanks import with_care
from reception_assistant.desk.preview import day_of
from reception_assistant.errors import KnownError
from reception_assistant.i18n import N_, _
from ui.complaints.answer_text import AnswerText
from ui.complaints.better_words import BetterWords
from ui.complaints.choice_chips import ChoiceChips
from ui.complaints.incident_fields import IncidentFacts, IncidentFields
from ui.complaints.moment_field import MomentField
from ui.complaints.person_field import PersonField
from ui.theme.marks import card, ink
from ui.widgets.blocks import EDGE, GAP, column, label, say
from ui.widgets.flow import flow
from ui.widgets.form import FieldGrid, short_field, text_field
from ui.widgets.wrapping_button import wrapping_button

COMPLAINT, INCIDENT = "klacht", "agressie"
_SORTS = (
    (COMPLAINT, N_("Klacht")),
    (Sort.COMPLIMENT.value, N_("Compliment")),
    (Sort.IDEA.value, N_("Idee")),
    (Sort.FEEDBACK.value, N_("Feedback")),
    (Sort.MOMENT.value, N_("Mooi moment")),
    (INCIDENT, N_("Agressie")),
)
_WHERE = (
    (Where.PHONE, N_("Telefoon")),
    (Where.DESK, N_("Balie")),
    (Where.MAIL, N_("Mail")),
    (Where.LETTER, N_("Brief")),
    (Where.ONLINE, N_("Online")),
    (Where.HEARSAY, N_("Van horen zeggen")),
)
_WRITTEN = frozenset({Where.MAIL, Where.LETTER})
_FORMS = ((Form.SPOKEN, N_("Mondeling")), (Form.WRITTEN, N_("Schriftelijk")))
_BEGIN = N_("“Fijn dat u dit vertelt. Ik schrijf het meteen voor u op.”")
_SAYS = N_("Wat zegt iemand? Schrijf het op in die woorden.")
_HAPPENED = N_("Wat gebeurde er, en wat werd er gezegd?")
_ONLY_FACTS = N_("Schrijf alleen op wat u zag en hoorde. En haal eerst even adem.")
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Noted(NamedTuple):
    """What is filled in; `received` and `reply_before` are days (ISO)."""

    sort: str
    words: str
    subject: str
    where: Where
    form: Form
    received: str
    reply_before: str
    person: Person | None
    whom: str
    about: str
    reach: str
    incident: IncidentFacts


class NoteForm(QFrame):
    """Sort, who and the words; the rest is chosen already, and can be another.

    Signals:
        noted: it is to be kept.
            arg: what is filled in (Noted).
        left: it is closed; what was filled in stays.
        search_requested: somebody is looked for.
            arg: what was typed.
    """

    noted = Signal(object)  # Noted
    left = Signal()
    search_requested = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        card(self)
        self._today = date.min
        self.sort = ChoiceChips(_("Wat vertelt iemand?"), _said(_SORTS))
        self.words = AnswerText(_(_SAYS), 4)
        self.subject = text_field(hint=_("leeg: de eerste woorden"))
        self.who, self.reach = PersonField(), text_field()
        self.about = text_field(hint=_("de wachtkamer"))
        self.where = ChoiceChips(_("Hoe kwam het bij u?"), _said(_WHERE))
        self.form = ChoiceChips(_("Mondeling of schriftelijk?"), _said(_FORMS))
        self.received, self.reply = short_field(longest=30), MomentField(days_only=True)
        self._begin, self._question = label("heading"), label("muted")
        self._question.setBuddy(self.words)
        self._how = _asked(_("Hoe kwam het bij u?"), self.where)
        self._care, self._trouble = (
            label("muted", with_care(Where.ONLINE)),
            ink(label("body"), "stop"),
        )
        self.incident, self._better = IncidentFields(), BetterWords(self.words)
        self._of_complaint, self._of_feedback = FieldGrid(), FieldGrid()
        self._lay_out()
        self.sort.chosen.connect(self._on_sort_chosen)
        self.where.chosen.connect(self._on_where_chosen)
        self.who.search_requested.connect(self.search_requested)
        self.empty()

    def empty(self) -> None:
        """Begin again: a complaint, told on the telephone."""
        for field in (self.subject, self.about, self.reach):
            field.setText("")
        self.words.show_text("")
        self.who.take(None)
        self.reply.empty()
        self.incident.empty()
        self.received.clear()
        self.sort.choose(COMPLAINT)
        self._care.hide()
        self.where.choose(Where.PHONE)
        self.form.choose(Form.SPOKEN)
        self._on_sort_chosen()

    def open(self, now: datetime, where: Where | None = None) -> None:
        """Show it, with the keys going to the words."""
        self._today = now.date()
        if not self.received.text():
            self.received.setText(f"{self._today:%d-%m-%Y}")
        self.reply.begin(now)
        self.incident.begin(now)
        say(self._trouble, "")
        if where is not None:
            self.where.choose(where)
            self._on_where_chosen(where)
        self.sort.take_keys()

    def choose_sort(self, sort: str) -> None:
        """Begin with this sort."""
        self.sort.choose(sort)
        self._on_sort_chosen()

    def show_trouble(self, text: str) -> None:
        """Say what is still to be filled in."""
        say(self._trouble, text)

    def is_filled(self) -> bool:
        """Tell whether something was typed."""
        return bool(self.words.text().strip() or self.subject.text().strip())

    @Slot()
    def keep(self) -> None:
        """Ask for it to be kept."""
        if not self.words.text().strip() and not self.subject.text().strip():
            say(self._trouble, _("Schrijf eerst in een paar woorden op wat iemand zei."))
            self.words.setFocus()
            return
        try:
            received = self.received_day()
        except KnownError as error:
            say(self._trouble, str(error))
            self.received.setFocus()
            return
        say(self._trouble, "")
        self.noted.emit(
            Noted(
                self.sort.choice or COMPLAINT,
                self.words.text().strip(),
                self.subject.text().strip(),
                Where(self.where.choice or Where.PHONE),
                Form(self.form.choice or Form.SPOKEN),
                received,
                self.reply.day(),
                self.who.person,
                self.who.whom(),
                self.about.text().strip(),
                self.reach.text().strip(),
                self.incident.facts(),
            )
        )

    def received_day(self) -> str:
        """Return the day it came in (ISO): today, unless another one is filled in."""
        typed = self.received.text().strip()
        return (day_of(typed) if typed else self._today).isoformat()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep with Ctrl+Enter, leave with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in _ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.keep()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        keep = wrapping_button(_("Bewaren   Ctrl+Enter"), "primary", self.keep)
        back = wrapping_button(_("Terug   Esc"), "quiet", self.left.emit)
        self._of_complaint.add(_("Waar gaat het over?"), self.subject, wide=True)
        self._of_complaint.add(_("Mondeling of schriftelijk?"), self.form)
        self._of_complaint.add(_("Op welke dag kwam het binnen?"), self.received)
        self._of_feedback.add(_("Over wie of wat gaat het?"), self.about)
        self._of_feedback.add(_("Wanneer hoort iemand wat u ermee doet?"), self.reply)
        who = FieldGrid()
        who.add(_("Van wie?"), self.who)
        who.add(_("Op welk nummer of adres?"), self.reach)
        layout = column(
            label("title", _("Klacht of feedback noteren")),
            self._begin,
            self.sort,
            self._question,
            self.words,
            self._better,
            who,
            self._how,
            self._care,
            self._of_complaint,
            self._of_feedback,
            self.incident,
            self._trouble,
            flow(GAP, keep, back),
            edge=EDGE,
        )
        layout.addStretch(1)
        self.setLayout(layout)

    @Slot()
    def _on_sort_chosen(self) -> None:
        sort = self.sort.choice
        self._of_complaint.setVisible(sort == COMPLAINT)
        self._of_feedback.setVisible(sort not in (COMPLAINT, INCIDENT))
        self.incident.setVisible(sort == INCIDENT)
        self._how.setVisible(sort != INCIDENT)
        question, begin = (_HAPPENED, _ONLY_FACTS) if sort == INCIDENT else (_SAYS, _BEGIN)
        self._question.setText(_(question))
        self._begin.setText(_(begin))
        self._better.advise(judging_words if sort == INCIDENT else None)

    @Slot(str)
    def _on_where_chosen(self, where: str) -> None:
        self.form.choose(Form.WRITTEN if Where(where) in _WRITTEN else Form.SPOKEN)
        self._care.setVisible(Where(where) is Where.ONLINE)


def _said(choices: tuple[tuple[str, str], ...]) -> list[tuple[str, str]]:
    return [(str(each), _(words)) for each, words in choices]


def _asked(name: str, field: QWidget) -> QWidget:
    """Return a field under its name."""
    above = label("muted", name)
    above.setBuddy(field)
    field.setAccessibleName(name)
    cell = QWidget()
    cell.setLayout(column(above, field, gap=2))
    return cell
