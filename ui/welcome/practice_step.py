"""The first question: what the practice is called, and what kind it is."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from reception_assistant.desk.welcome import Answers
from reception_assistant.i18n import _
from reception_assistant.settings.catalogue import DISCIPLINE
from ui.theme.marks import kind
from ui.welcome.step import Step, asked, is_enter
from ui.widgets.blocks import GAP
from ui.widgets.flow import FlowLayout
from ui.widgets.form import text_field


class _Chip(QPushButton):
    """One kind of practice; Enter chooses it and goes on."""

    entered = Signal()

    def __init__(self, text: str, value: str) -> None:
        super().__init__(text)
        kind(self, "chip")
        self.setCheckable(True)
        self.value = value

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose this one."""
        if is_enter(event):
            self.click()
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class Disciplines(QWidget):
    """The kinds of practice, to choose one from.

    Signals:
        entered: one was chosen with Enter.
    """

    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        layout = FlowLayout(GAP, self)
        self._group = QButtonGroup(self)
        self._chips = []
        for value, words in zip(DISCIPLINE.choices, DISCIPLINE.choice_words, strict=True):
            chip = _Chip(_(words), value)
            chip.entered.connect(self.entered)
            self._group.addButton(chip)
            self._chips.append(chip)
            layout.addWidget(chip)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def chosen(self) -> str:
        """Return which kind is chosen; empty for none."""
        return next((each.value for each in self._chips if each.isChecked()), "")

    def choose(self, discipline: str) -> None:
        """Choose this kind, or none."""
        self._group.setExclusive(False)  # else one that is chosen cannot be let go
        for each in self._chips:
            each.setChecked(each.value == discipline)
        self._group.setExclusive(True)

    def take_keys(self) -> None:
        """Put the keys on the kind that is chosen, or on the first."""
        next((each for each in self._chips if each.isChecked()), self._chips[0]).setFocus()


class PracticeStep(Step):
    """Asks who the practice is."""

    def __init__(self) -> None:
        super().__init__()
        self.name = text_field("", _("Bijvoorbeeld: Praktijk De Linde"))
        self.disciplines = Disciplines()
        self.disciplines.entered.connect(self.finished)
        self._lay_out(
            _("Welkom bij Balie"),
            _(
                "Met Balie begroet u iedereen bij de juiste naam. Drie korte vragen, en u kunt "
                "beginnen. Overslaan mag. Later veranderen kan ook, bij Instellingen."
            ),
            asked(_("Hoe heet uw praktijk?"), self.name),
            asked(_("Wat voor praktijk is het?"), self.disciplines),
        )

    def show_answers(self, answers: Answers, fixed: Answers) -> None:  # noqa: ARG002  of the others
        """Show what is known of the practice."""
        self.name.setText(answers.practice)
        self.disciplines.choose(answers.discipline)

    def answered(self, answers: Answers) -> Answers:
        """Return `answers` with who the practice is."""
        name = " ".join(self.name.text().split())
        return answers._replace(practice=name, discipline=self.disciplines.chosen())

    def focus_first(self) -> None:
        """Put the cursor in the name."""
        self.name.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter go from the name to the kind."""
        if is_enter(event) and self.name.hasFocus():
            self.disciplines.take_keys()
        else:
            super().keyPressEvent(event)
