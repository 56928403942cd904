"""How a conversation ended: one of the list, and what was offered when it could not be done."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from reception_assistant.calls.finishing import Lacking
from reception_assistant.i18n import _
from reception_assistant.library.lists import Outcome
from ui.call.numbered_list import NOTHING, NumberedList
from ui.theme.marks import wrong
from ui.widgets.blocks import GAP, column, label
from ui.widgets.flow import flow
from ui.widgets.form import text_field
from ui.widgets.wrapping_button import wrapping_button

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LONGEST = 500


class OutcomeForm(QWidget):
    """The outcomes; when more is to be asked, only the chosen one stays.

    Signals:
        changed: another outcome is chosen, on the way through the list.
        taken: an outcome was chosen with its digit or a click.
        confirmed: Enter.
    """

    changed = Signal()
    taken = Signal()
    confirmed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        question = _("Hoe liep het af?")
        self._outcomes: tuple[Outcome, ...] = ()
        self._question = label("muted", question)
        self.list = NumberedList(question)
        self._chosen = label("strong", one_line=True)
        again = wrapping_button(_("Andere afloop"), "quiet", self.unfold)
        again.setAutoDefault(True)  # so that Enter presses it
        self._folded = flow(GAP, self._chosen, again)
        asked = _("Wat heeft u als alternatief aangeboden?")
        self.alternative = text_field(longest=_LONGEST)
        self.alternative.setAccessibleName(asked)
        self._alternative_holder = QWidget()
        self._alternative_holder.setLayout(column(label("muted", asked), self.alternative, gap=4))
        parts = (self._question, self.list, self._folded, self._alternative_holder)
        self.setLayout(column(*parts, gap=4))
        self.list.chosen.connect(self._on_list_chosen)
        self.list.taken.connect(self._on_list_taken)
        self.list.confirmed.connect(self.confirmed)
        self.alternative.textEdited.connect(self._on_alternative_edited)

    def offer(self, outcomes: Sequence[Outcome], chosen: str, alternative: str) -> None:
        """Offer these; `chosen` is the id of the one that is chosen already."""
        self._outcomes = tuple(outcomes)
        ids = [each.id for each in outcomes]
        place = ids.index(chosen) if chosen in ids else NOTHING
        self.list.show_lines([each.label for each in outcomes], place)
        self.alternative.setText(alternative)
        self.show_all()

    def outcome(self) -> Outcome | None:
        """Return the outcome that is chosen."""
        return self._outcomes[self.list.place] if self.list.place != NOTHING else None

    def fold(self) -> None:
        """Keep only what is chosen, and ask what belongs to it."""
        outcome = self.outcome()
        if outcome is None:
            return
        self._chosen.setText(outcome.label)
        self._fold(folded=True)
        self._alternative_holder.setVisible(outcome.alternative)

    def show_all(self) -> None:
        """Show the whole list, and nothing of what belongs to one of them."""
        self._fold(folded=False)
        self._alternative_holder.hide()
        wrong(self.alternative, is_wrong=False)

    @Slot()
    def unfold(self) -> None:
        """Let another outcome be chosen."""
        self.show_all()
        self.list.take_keys()
        self.changed.emit()

    def take_keys(self) -> None:
        """Give the keys to the list, or to what is asked in its place."""
        if self.is_folded:
            self.alternative.setFocus()
        else:
            self.list.take_keys()

    @property
    def is_folded(self) -> bool:
        """Tell whether only the chosen one is shown."""
        return not self._folded.isHidden()

    def lacking(self) -> Lacking | None:
        """Return what is to be filled in first, None when nothing is."""
        outcome = self.outcome()
        if outcome is None:
            return Lacking.OUTCOME
        asked = outcome.alternative and not self.alternative.text().strip()
        return Lacking.ALTERNATIVE if asked else None

    def show_lacking(self, lacking: Lacking) -> None:
        """Give the keys to what is lacking, and show that it is."""
        if lacking is Lacking.ALTERNATIVE:
            self.fold()
            wrong(self.alternative)
            self.alternative.setFocus()
        else:
            self.unfold()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on with Enter from the field."""
        if event.key() in _ENTER and self.alternative.hasFocus():
            self.confirmed.emit()
        else:
            super().keyPressEvent(event)

    def _fold(self, *, folded: bool) -> None:
        self._folded.setVisible(folded)
        self._question.setVisible(not folded)
        self.list.setVisible(not folded)

    @Slot()
    def _on_list_chosen(self) -> None:
        self.changed.emit()

    @Slot()
    def _on_list_taken(self) -> None:
        self.taken.emit()

    @Slot()
    def _on_alternative_edited(self) -> None:
        wrong(self.alternative, is_wrong=False)
