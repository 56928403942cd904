"""What stands beside the record: the kaders, the term, what is learned, and what is private."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame

from reception_assistant.complaints.complaint import Complaint, Field, State
from reception_assistant.complaints.guides import question
from reception_assistant.complaints.learning import Improvement, Worked
from reception_assistant.complaints.mandates_said import Kaders, named, said_of
from reception_assistant.complaints.terms import TermWords
from reception_assistant.i18n import N_, _
from reception_assistant.library.lists import Mandate
from ui.complaints.answers import TextAnswer
from ui.complaints.choice_chips import ChoiceChips
from ui.complaints.fold import Fold
from ui.complaints.small_form import SmallForm
from ui.complaints.writing import Draft
from ui.theme.marks import Ink, card, ink, kind
from ui.widgets.blocks import EDGE, GAP, box_of, column, label, say
from ui.widgets.flow import flow
from ui.widgets.wrapping_button import WrappingButton, wrapping_button

LETTERS = ("ontvangst", "verlenging", "uitkomst")


class MandateCard(QFrame):
    """What the receptionist may offer; what was offered is marked, and kept with the complaint.

    Signals:
        offered: something else is offered now.
            arg: the ids of all that is (tuple).
    """

    offered = Signal(object)  # tuple[str, ...]

    def __init__(self) -> None:
        super().__init__()
        card(self)
        self._kaders: Kaders | None = None
        self._offered: tuple[str, ...] = ()
        self._lines: dict[str, WrappingButton] = {}
        self._own, self._consult = flow(4), flow(4)
        self._never, self._say = label("muted"), label("body")
        self._own_caption, self._consult_title = (
            label("caption", _("Dit mag u zelf")),
            label("caption", _("Eerst overleggen")),
        )
        self._closed = Fold(_("Dit kan niet"), self._never)
        self.setLayout(
            column(
                self._own_caption,
                self._own,
                self._consult_title,
                self._consult,
                self._say,
                self._closed,
                gap=GAP - 2,
                edge=EDGE,
            )
        )

    def show_kaders(self, kaders: Kaders) -> None:
        """Show these."""
        if kaders == self._kaders:
            return
        self._kaders = kaders
        for line in self._lines.values():
            line.hide()
            line.deleteLater()
        self._lines = {}
        for mandates, home in ((kaders.own, self._own), (kaders.consult, self._consult)):
            for each in mandates:
                self._lines[each.id] = self._line(each)
                layout = home.layout()
                if layout is not None:
                    layout.addWidget(self._lines[each.id])
        self._consult_title.setVisible(bool(kaders.consult))
        self._never.setText("\n".join(said_of(each) for each in kaders.never))
        self._closed.setVisible(bool(kaders.never))
        self._own_caption.setVisible(bool(kaders.own))
        self._mark()

    def show_record(self, complaint: Complaint) -> None:
        """Show what was offered with this complaint."""
        self._offered = complaint.mandates
        self.setEnabled(complaint.state is State.OPEN)
        self._mark()

    def lines(self) -> tuple[WrappingButton, ...]:
        """Return what can be offered."""
        return tuple(self._lines.values())

    def _line(self, mandate: Mandate) -> WrappingButton:
        made = kind(WrappingButton(), "word")
        made.setCheckable(True)
        made.setToolTip(_("Aangeboden? Dan blijft dat bij de klacht staan."))
        made.clicked.connect(partial(self._on_clicked, mandate))
        return made

    def _mark(self) -> None:
        kaders = self._kaders
        if kaders is None:
            return
        for each in (*kaders.own, *kaders.consult):
            is_offered = each.id in self._offered
            words = _("✓ {what}") if is_offered else _("{what}")
            self._lines[each.id].setText(words.format(what=named(each)))
            self._lines[each.id].setChecked(is_offered)
            how = _("{what}: aangeboden") if is_offered else _("{what}: nog niet aangeboden")
            self._lines[each.id].setAccessibleName(how.format(what=named(each)))
        last = [each for each in (*kaders.own, *kaders.consult) if each.id in self._offered]
        say(self._say, f"“{last[-1].say}”" if last and last[-1].say else "")

    def _on_clicked(self, mandate: Mandate) -> None:
        if mandate.id in self._offered:
            self._offered = tuple(each for each in self._offered if each != mandate.id)
        else:
            self._offered = (*self._offered, mandate.id)
        self._mark()
        self.offered.emit(self._offered)


class TermCard(QFrame):
    """Before when there is to be an answer, and the letters about it.

    Signals:
        extend_requested: more time is wanted.
        change_requested: how it came in, or its rule, is to be put right.
        letter_requested: a letter is wanted.
            arg: which.
    """

    extend_requested = Signal()
    change_requested = Signal()
    letter_requested = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        card(self)
        self._head, self._lines = label("strong"), label("muted")
        self._alarm = label("strong")
        self._extend = wrapping_button(_("Verlengen"), "plain", self.extend_requested.emit)
        self._change = wrapping_button(_("Aanpassen"), "quiet", self.change_requested.emit)
        words = (_("Ontvangst"), _("Verlenging"), _("Uitkomst"))
        letters = [
            wrapping_button(text, "word", partial(self.letter_requested.emit, letter))
            for letter, text in zip(LETTERS, words, strict=True)
        ]
        self._forms = column(gap=GAP)
        layout = column(
            label("caption", _("Termijn")), self._head, self._alarm, self._lines, gap=4, edge=EDGE
        )
        layout.addWidget(flow(GAP, self._extend, self._change))
        layout.addLayout(self._forms)
        layout.addWidget(flow(GAP // 2, label("muted", _("Brief:"), wrap=False), *letters))
        self.setLayout(layout)

    def add_form(self, form: SmallForm) -> None:
        """Hold a form that opens in the card."""
        self._forms.addWidget(form)

    def show_term(self, words: TermWords, alarm: str, how: Ink, *, may_extend: bool) -> None:
        """Show the term; `alarm` says that its end is near or over."""
        self._head.setText(words.head)
        say(self._lines, "\n".join(words.lines))
        say(ink(self._alarm, how), alarm)
        self._extend.setVisible(may_extend)

    def open_changes(self, *, yes: bool) -> None:
        """Let the term be changed, or not."""
        self._change.setVisible(yes)


_WORKED = ((Worked.YES, N_("Ja")), (Worked.PARTLY, N_("Deels")), (Worked.NO, N_("Nee")))


class LearnCard(QFrame):
    """Whether this cause came back, what is being done about it, and whether that helped.

    Signals:
        reviewed: somebody says whether an improvement helped.
            arg: its id, and the answer.
    """

    reviewed = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        card(self)
        self._asked = ""
        self._words, self._done = label("body"), label("muted")
        self._question = label("body")
        self._helped = ChoiceChips(
            _("Hielp het?"), [(each.value, _(words)) for each, words in _WORKED]
        )
        box = box_of("calm", self._words)
        caption = label("caption", _("Wat we leren"))
        parts = (caption, box, self._done, self._question, self._helped)
        self.setLayout(column(*parts, edge=EDGE))
        self._helped.chosen.connect(self._on_helped_chosen)
        self.hide()

    def ask(self, improvement: Improvement | None) -> None:
        """Ask whether this one helped; None asks nothing."""
        self._asked = improvement.id if improvement is not None else ""
        asked = _("Hielp «{what}»?")
        say(self._question, asked.format(what=improvement.what) if improvement is not None else "")
        self._helped.choose("")
        self._helped.setVisible(improvement is not None)

    @Slot(str)
    def _on_helped_chosen(self, helped: str) -> None:
        self.reviewed.emit(self._asked, helped)

    def show_learned(self, repeated: str, improvements: Sequence[str]) -> None:
        """Show what is known; nothing takes no room."""
        self._words.setText(repeated or _("Deze oorzaak is dit kwartaal nieuw."))
        say(self._done, "\n".join(improvements))
        self.setVisible(bool(repeated or improvements))


class PrivateCard(QFrame):
    """What was felt but not said: folded, and in no letter, overview or export.

    Signals:
        answered: something else stands there.
            arg: the field (Field), and the text.
        settled: after a clash this text is to stand there.
            arg: the field (Field), and the text.
    """

    answered = Signal(object, str)  # Field
    settled = Signal(object, str)  # Field

    def __init__(self) -> None:
        super().__init__()
        card(self)
        asked = question(Field.BETWEEN_LINES)
        self.answer = TextAnswer(asked, 3)
        self.fold = Fold(asked.label, self.answer, label("small", asked.hint))
        self.setLayout(column(self.fold, edge=EDGE))
        self.answer.answered.connect(self.answered)
        self.answer.settled.connect(self.settled)

    def show_record(self, complaint: Complaint, draft: Draft, *, is_new: bool) -> None:
        """Hold what is private about a complaint; another one is folded at first."""
        field = Field.BETWEEN_LINES
        clash = draft.clashes.get(field)
        self.answer.show_answer(draft.text_of(field, complaint.answer(field)))
        self.answer.show_clash(clash)
        self.answer.setEnabled(complaint.state is State.OPEN)
        if is_new or clash is not None:
            self.fold.fold(closed=clash is None)
