"""The page Kaders en termijnen: what may be offered, and within which time things are done."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from reception_assistant.i18n import _
from reception_assistant.library.lists import Mandate
from reception_assistant.settings.catalogue import TITLES, Group
from ui.settings.group_page import GroupPage
from ui.settings.mandate_rows import GROUPS, AddMandate, MandateRow
from ui.settings.page import ReadingColumn, reading_card
from ui.settings.rows import arrange, holder, rows_for
from ui.widgets.blocks import EDGE, column, label

_LETTERS = 120


class MandateList(QWidget):
    """Shows a row for each kader, in its group, and a row to add one.

    Signals:
        change_requested, move_requested, remove_requested: args as of `MandateRow`.
        add_requested: arg as of `AddMandate`.
    """

    change_requested = Signal(object)  # MandateChange
    move_requested = Signal(object)  # Move
    remove_requested = Signal(object)  # MandateRow
    add_requested = Signal(object)  # AddMandate

    def __init__(self) -> None:
        super().__init__()
        self._rows: dict[str, MandateRow] = {}
        self._groups = {may: column(gap=EDGE) for may in GROUPS}
        self._titles = {may: label("strong", _(words)) for may, words in GROUPS.items()}
        self.new = AddMandate()
        self.new.add_requested.connect(self.add_requested)
        layout = column(gap=EDGE)
        for may, group in self._groups.items():
            layout.addWidget(self._titles[may])
            layout.addLayout(group)
        layout.addWidget(self.new)
        self.setLayout(column(holder(layout)))

    def show_mandates(self, mandates: Sequence[Mandate]) -> None:
        """Show these, each in its group."""
        self._rows = rows_for(self._rows, mandates, self._made)
        for may, layout in self._groups.items():
            shown = [each for each in mandates if each.may is may]
            arrange(layout, [self._rows[each.id] for each in shown])
            self._titles[may].setVisible(bool(shown))
            for each in shown:
                at_ends = {"first": each is shown[0], "last": each is shown[-1]}
                self._rows[each.id].show_mandate(each, **at_ends)

    def stops(self) -> list[QWidget]:
        """Return where Tab goes, in its order."""
        rows = [row for may in GROUPS for row in self._rows.values() if row.mandate.may is may]
        return [*(stop for row in rows for stop in row.stops()), *self.new.stops()]

    def focus_first(self) -> bool:
        """Put the keys on the first kader; tells whether there is one that can be changed."""
        first = self.stops()[0]
        able = bool(self._rows) and first.isEnabled()
        if able:
            first.setFocus()
        return able

    def lock(self, *, locked: bool) -> None:
        """Let them be changed, or only be read."""
        for row in self._rows.values():
            row.lock(locked)
        self.new.setVisible(not locked)

    def settle(self) -> None:
        """Ask to keep everything that was typed; what is to be added waits for Enter."""
        for row in self._rows.values():
            row.settle()

    def _made(self, mandate: Mandate) -> MandateRow:
        row = MandateRow(mandate)
        row.change_requested.connect(self.change_requested)
        row.move_requested.connect(self.move_requested)
        row.remove_requested.connect(self.remove_requested)
        return row


class TermsPage(GroupPage):
    """Shows the kaders above the settings of its group."""

    def __init__(self, parent: QWidget | None = None) -> None:
        mandates = MandateList()
        above = reading_card(
            _(TITLES[Group.TERMS]),
            _(
                "Een kader zegt wat u iemand mag aanbieden, wat u eerst overlegt en wat niet kan. "
                "Het staat naast een gesprek en naast een klacht. Met Alt en een pijltje zet u "
                "een kader hoger of lager."
            ),
            ReadingColumn(mandates, letters=_LETTERS),
        )
        title, explanation = _("Termijnen"), _("Binnen welke tijd u terugbelt en antwoord geeft.")
        super().__init__(Group.TERMS, title, explanation, (above,), parent)
        self.mandates = mandates

    def show_mandates(self, mandates: Sequence[Mandate]) -> None:
        """Show these, and let Tab go from top to bottom."""
        self.mandates.show_mandates(mandates)
        entries = [field.entry for field in self.fields]
        for before, after in pairwise([*self.mandates.stops(), *entries]):
            QWidget.setTabOrder(before, after)

    def focus_first(self) -> None:
        """Put the keys on the first thing that can be changed."""
        if not self.mandates.focus_first():
            super().focus_first()

    def lock(self, why: str) -> None:
        """Let it be read only, and say `why`; "" for a manager."""
        super().lock(why)
        self.mandates.lock(locked=bool(why))

    def settle(self) -> None:
        """Ask to keep everything that was typed."""
        self.mandates.settle()
        super().settle()
