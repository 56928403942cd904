"""The second question: who works here, at the desk and behind it."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QKeyEvent

from reception_assistant.desk.welcome import Answers
from reception_assistant.i18n import _
from ui.theme.icons import Icons
from ui.welcome.name_list import LONGEST_NAME, NameList
from ui.welcome.step import Step, asked, is_enter
from ui.widgets.form import text_field


class PeopleStep(Step):
    """Asks who works here.

    Signals:
        changed: something else is filled in.
    """

    changed = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self.own_name = text_field("", _("Uw voornaam is genoeg"), LONGEST_NAME)
        self.own_name.textEdited.connect(self._on_own_name_edited)
        self.colleagues = NameList(_("Een naam"), icons)
        self.practitioners = NameList(_("De naam zoals in uw agenda"), icons)
        for names in (self.colleagues, self.practitioners):
            names.changed.connect(self.changed)
        self.colleagues.finished.connect(self.practitioners.setFocus)
        self.practitioners.finished.connect(self.finished)
        self._lay_out(
            _("Wie werken er bij u?"),
            _("Zo weet Balie wie er aan de balie zit en bij wie de mensen een afspraak hebben."),
            asked(_("Hoe heet u?"), self.own_name),
            asked(_("Wie zitten er nog meer aan de balie?"), self.colleagues),
            asked(
                _("Bij wie hebben mensen een afspraak?"),
                self.practitioners,
                _("Dit hoeft niet: wie in uw agenda staat, vindt Balie vanzelf."),
            ),
        )

    def show_answers(self, answers: Answers, fixed: Answers) -> None:
        """Show who is known to work here."""
        self.own_name.setText(answers.own_name)
        self.colleagues.show_names(answers.colleagues, fixed.colleagues)
        self.practitioners.show_names(answers.practitioners, fixed.practitioners)

    def answered(self, answers: Answers) -> Answers:
        """Return `answers` with who works here."""
        return answers._replace(
            own_name=" ".join(self.own_name.text().split()),
            colleagues=self.colleagues.names(),
            practitioners=self.practitioners.names(),
        )

    def take_typed(self) -> bool:
        """Take the names that were typed without Enter."""
        taken = [each.take() for each in (self.practitioners, self.colleagues)]
        return all(taken)

    def focus_first(self) -> None:
        """Put the cursor in the own name."""
        self.own_name.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter go from the own name to the colleagues."""
        if is_enter(event) and self.own_name.hasFocus():
            self.colleagues.setFocus()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _on_own_name_edited(self) -> None:
        self.colleagues.not_these((self.own_name.text(),))
        self.changed.emit()
