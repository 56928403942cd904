"""What a step asks: how to say it, and the questions with room for what the customer answers."""

from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from reception_assistant.complaints.complaint import Complaint, Field, Phase, Where
from reception_assistant.complaints.guides import Guide, Question, choices, guide, prompts
from reception_assistant.complaints.wording import OURS
from reception_assistant.i18n import _
from reception_assistant.language.matching import Matcher
from ui.complaints.answers import Answer, ChipsAnswer, ListAnswer, TextAnswer
from ui.complaints.fold import Fold
from ui.complaints.writing import Draft
from ui.widgets.blocks import EDGE, GAP, box_of, column, label, say

_PAIRS = {
    Field.EXPECTED: Field.EXPERIENCED,
    Field.GAIN_CUSTOMER: Field.GAIN_PRACTICE,
}
"""What stands beside one another, because it belongs together."""
_LINES = {Field.WORDS: 3, Field.SOLUTION: 2, Field.APOLOGY: 2, Field.CAUSE_TEXT: 2}


class StepForm(QWidget):
    """One step; it is made when it is shown for the first time.

    Signals:
        answered: another answer stands somewhere.
            arg: the field (Field), and the answer.
        settled: after a clash this text is to stand there.
            arg: the field (Field), and the text.
    """

    answered = Signal(object, str)  # Field
    settled = Signal(object, str)  # Field

    def __init__(self, phase: Phase) -> None:
        super().__init__()
        self._key, self._say = label("muted"), label("heading")
        self._tips = label("muted")
        self._behaviours = label("body")
        self._at_desk = box_of("calm", label("strong", _("Aan de balie")), self._behaviours)
        self._answers = {each.field: _answer(each) for each in guide(phase, Where.PHONE).questions}
        self.phase = phase
        layout = column(self._key, self._say, self._at_desk, gap=4)
        layout.addSpacing(GAP)
        for row in _rows(self._answers):
            beside = QHBoxLayout()
            beside.setSpacing(EDGE)
            for answer in row:
                beside.addWidget(answer, 1, Qt.AlignmentFlag.AlignTop)
            layout.addLayout(beside)
            layout.addSpacing(GAP // 2)
        for each in self._answers.values():
            each.answered.connect(self.answered)
            each.settled.connect(self.settled)
        layout.addWidget(self._tips)
        self.setLayout(layout)

    def show_record(self, complaint: Complaint, draft: Draft) -> None:
        """Show what is written down, and what was typed since."""
        self._tell(guide(self.phase, complaint.where))
        for field, each in self._answers.items():
            each.show_answer(draft.text_of(field, complaint.answer(field)))
            each.show_clash(draft.clashes.get(field))

    def mark_with(self, matcher: Matcher | None) -> None:
        """Mark what is better said otherwise, in what we say ourselves."""
        for field, each in self._answers.items():
            if field in OURS and isinstance(each, TextAnswer):
                each.mark_with(matcher)

    def offer_causes(self, causes: Sequence[tuple[str, str]]) -> None:
        """Offer the causes that the practice keeps."""
        for each in self._answers.values():
            if isinstance(each, ListAnswer):
                each.offer(causes)

    def answer(self, field: Field) -> Answer:
        """Return where a field is answered."""
        return self._answers[field]

    def open_answers(self, *, yes: bool) -> None:
        """Let something be written here, or show only that it cannot be yet."""
        for each in self._answers.values():
            each.setVisible(yes)
        self._key.setVisible(yes)
        self._say.setVisible(yes and bool(self._say.text()))
        self._tips.setVisible(yes)

    def take_keys(self, field: Field | None = None) -> None:
        """Give the keys to a field, or to the first that has no answer yet."""
        waiting = (each for each in self._answers.values() if not each.answer().strip())
        first = next(iter(self._answers.values()))
        wanted = self._answers.get(field) if field is not None else next(waiting, first)
        (wanted or first).take_keys()

    def _tell(self, told: Guide) -> None:
        say(self._key, told.key)
        say(self._say, f"“{told.say}”" if told.say else "")
        say(self._tips, " ".join(told.tips))
        self._behaviours.setText(" ".join(told.behaviours))
        self._at_desk.setVisible(bool(told.behaviours))


class StepForms(QWidget):
    """The seven steps, of which one is shown.

    Signals:
        answered: another answer stands somewhere.
            arg: the field (Field), and the answer.
        settled: after a clash this text is to stand there.
            arg: the field (Field), and the text.
        made: a step was made, which happens when it is shown for the first time.
            arg: the step (StepForm).
    """

    answered = Signal(object, str)  # Field
    settled = Signal(object, str)  # Field
    made = Signal(object)  # StepForm

    def __init__(self) -> None:
        super().__init__()
        self._forms: dict[Phase, StepForm] = {}
        self._layout = column()
        self._matcher: Matcher | None = None
        self._causes: tuple[tuple[str, str], ...] = ()
        self.setLayout(self._layout)

    def show_step(self, phase: Phase, complaint: Complaint, draft: Draft) -> StepForm:
        """Show one step of a complaint."""
        form = self._forms.get(phase) or self._make(phase)
        form.show_record(complaint, draft)
        for each in self._forms.values():
            each.setVisible(each is form)
        return form

    def mark_with(self, matcher: Matcher | None) -> None:
        """Mark what is better said otherwise."""
        self._matcher = matcher
        for each in self._forms.values():
            each.mark_with(matcher)

    def offer_causes(self, causes: Sequence[tuple[str, str]]) -> None:
        """Offer the causes that the practice keeps."""
        self._causes = tuple(causes)
        for each in self._forms.values():
            each.offer_causes(causes)

    def __iter__(self) -> Iterator[StepForm]:
        """Give the steps that were made."""
        return iter(self._forms.values())

    def _make(self, phase: Phase) -> StepForm:
        form = self._forms[phase] = StepForm(phase)
        form.mark_with(self._matcher)
        form.offer_causes(self._causes)
        form.answered.connect(self.answered)
        form.settled.connect(self.settled)
        self._layout.addWidget(form)
        self.made.emit(form)
        return form


def _rows(answers: Mapping[Field, Answer]) -> Iterator[tuple[Answer, ...]]:
    """Give the answers row by row."""
    second = frozenset(_PAIRS.values())
    for field, each in answers.items():
        if field in _PAIRS:
            yield each, answers[_PAIRS[field]]
        elif field not in second:
            yield (each,)


def _answer(asked: Question) -> Answer:
    """Return room for the answer to a question."""
    if asked.field is Field.CAUSE:
        return ListAnswer(asked, _("Nog niet gekozen"))
    if offered := choices(asked.field):
        return ChipsAnswer(asked, offered)
    made = TextAnswer(asked, _LINES.get(asked.field, 1))
    if helping := prompts(asked.field):
        lines = [label("body", f"“{each}”") for each in helping]
        made.add(Fold(_("Vragen die helpen"), *lines))
    return made
