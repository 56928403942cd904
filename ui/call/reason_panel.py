"""Why somebody calls or comes: the usual reasons at once, all of them on request."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit

from reception_assistant.i18n import _
from reception_assistant.library.context import Moment
from reception_assistant.library.lists import Reason
from reception_assistant.text import fold
from ui.theme.marks import card
from ui.widgets.blocks import EDGE, column, label
from ui.widgets.chips import Chip, ChipGroup
from ui.widgets.wrapping_button import wrapping_button

AT_ONCE = 5
"""So many reasons can be taken in at a glance."""


class _Filter(QLineEdit):
    """The field in which a part of a reason is typed.

    Signals:
        walked: to the reasons below.
        taken: Enter.
        left: Esc.
    """

    walked = Signal()
    taken = Signal()
    left = Signal()

    def event(self, event: QEvent) -> bool:
        """Keep Enter and Esc, also where the window has an action for them."""
        own = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() in own
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the reasons, take the first or leave, or type."""
        keys = Qt.Key
        meant = {
            keys.Key_Down: self.walked,
            keys.Key_Return: self.taken,
            keys.Key_Enter: self.taken,
            keys.Key_Escape: self.left,
        }.get(Qt.Key(event.key()))
        if meant is None or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)
        else:
            meant.emit()


class ReasonPanel(QFrame):
    """The reasons as chips; the likely ones come first, the rest behind "Alle redenen".

    Signals:
        reason_chosen: it is about something else.
            arg: the id of the reason, or "".
    """

    reason_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        card(self)
        self.setObjectName("reason")
        self._reasons: tuple[Reason, ...] = ()
        self._chosen = ""
        self._unfolded = False
        self._caption = label("caption")
        self._filter = _Filter()
        self._filter.setPlaceholderText(_("Zoek een reden"))
        self._filter.setAccessibleName(_("Zoek een reden"))
        self._filter.textChanged.connect(self._show)
        self._filter.walked.connect(self._on_filter_walked)
        self._filter.taken.connect(self._on_filter_taken)
        self._filter.left.connect(self._on_filter_left)
        self._nothing = label(
            "muted", _("Deze reden staat er niet bij. Kies wat er het meest op lijkt.")
        )
        self._fold = wrapping_button("", "chip", self._turn_fold)
        self._chips = ChipGroup(last=self._fold)
        self._chips.chosen.connect(self._on_chips_chosen)
        self._chips.sought.connect(self._on_chips_sought)
        self.setLayout(
            column(self._caption, self._filter, self._nothing, self._chips, edge=EDGE - 4)
        )
        self.use_moment(Moment.PHONE)
        self._show()

    def use_moment(self, moment: Moment) -> None:
        """Ask in the words for the telephone, or for the desk."""
        on_phone = _("Waarom belt deze beller?")
        question = _("Waarvoor komt deze bezoeker?") if moment is Moment.DESK else on_phone
        self._caption.setText(question)
        self._chips.call(question)

    def show_reasons(
        self, reasons: Sequence[Reason], chosen: str, likely: Sequence[str] = ()
    ) -> None:
        """Offer these reasons, the likely ones first; `chosen` is chosen already."""
        weight = {name: place for place, name in enumerate(likely)}
        self._reasons = tuple(sorted(reasons, key=lambda each: weight.get(each.id, len(weight))))
        self._chosen = next(
            (each.id for each in reasons if chosen in (each.id, *each.aliases) and chosen), ""
        )
        self._unfold(yes=False)

    def take_keys(self) -> None:
        """Give the keys to what is chosen, or to the field where all reasons are shown."""
        if self._unfolded:
            self._filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self._chips.take_keys()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Show the usual reasons again with Esc, also from a chip."""
        if event.key() == Qt.Key.Key_Escape and self._unfolded:
            self._on_filter_left()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _turn_fold(self) -> None:
        self._unfold(yes=not self._unfolded)
        self.take_keys()

    def _unfold(self, *, yes: bool) -> None:
        self._unfolded = yes
        self._filter.clear()
        self._show()

    @Slot()
    def _show(self) -> None:
        reasons = self._shown()
        self._chips.offer([Chip(each.id, each.label) for each in reasons], self._chosen)
        self._filter.setVisible(self._unfolded)
        self._nothing.setVisible(self._unfolded and not reasons)
        other = _("Andere reden") if self._chosen else _("Alle redenen")
        self._fold.setText(_("Minder redenen") if self._unfolded else other)
        self._fold.setVisible(self._unfolded or len(self._reasons) > len(reasons))

    def _shown(self) -> list[Reason]:
        """Return the reasons to choose from now; what is chosen makes way for all else."""
        if self._unfolded:
            sought = fold(self._filter.text())
            found = [each for each in self._reasons if sought in fold(each.label)]
            return sorted(found, key=lambda each: not fold(each.label).startswith(sought))
        chosen = [each for each in self._reasons if each.id == self._chosen]
        return chosen or list(self._reasons[:AT_ONCE])

    @Slot(str)
    def _on_chips_chosen(self, chosen: str) -> None:
        self._chosen = chosen
        if self._unfolded:
            self._unfold(yes=False)
            self.take_keys()
        self.reason_chosen.emit(chosen)

    @Slot(str)
    def _on_chips_sought(self, letters: str) -> None:
        """Look among all reasons for one that is not in sight."""
        if not self._unfolded:
            self._unfold(yes=True)
        self._filter.setText(letters)
        self._filter.setFocus(Qt.FocusReason.OtherFocusReason)  # selects nothing

    @Slot()
    def _on_filter_walked(self) -> None:
        self._chips.take_keys()

    @Slot()
    def _on_filter_taken(self) -> None:
        reasons = self._shown()
        if reasons and self._filter.text().strip():
            self._on_chips_chosen(reasons[0].id)

    @Slot()
    def _on_filter_left(self) -> None:
        self._unfold(yes=False)
        self.take_keys()
