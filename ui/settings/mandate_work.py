"""What can be done with the kaders: adding, changing, moving, removing, and taking that back."""

from collections.abc import Callable
from functools import partial

from msgspec.structs import replace
from PySide6.QtCore import QObject, Slot

from reception_assistant.desk.acting import By
from reception_assistant.desk.mandates import NewMandate
from reception_assistant.desk.opening import Desk
from reception_assistant.i18n import _
from reception_assistant.library.lists import Mandate, May
from ui.settings.keeping import Keeping
from ui.settings.mandate_rows import AddMandate, MandateChange, MandateRow, Move
from ui.settings.terms_page import MandateList


class MandateWork(QObject):
    """Does what the list of kaders asks for."""

    def __init__(self, desk: Desk, shown: MandateList, keeping: Keeping, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._keeping = desk, keeping
        shown.add_requested.connect(self._on_add_requested)
        shown.change_requested.connect(self._on_change_requested)
        shown.move_requested.connect(self._on_move_requested)
        shown.remove_requested.connect(self._on_remove_requested)

    @Slot(object)
    def _on_add_requested(self, row: AddMandate) -> None:
        new = NewMandate(May(row.may.filled()), row.label.filled(), row.sentence.filled())
        by = self._keeping.by()
        self._keeping.ask(
            row,
            new.label,
            lambda: self._desk.after.mandates.add(new, by),
            lambda added: self._tell(
                _("Toegevoegd: {label}.").format(label=added.label),
                partial(self._remove, added),
            ),
        )

    @Slot(object)
    def _on_change_requested(self, change: MandateChange) -> None:
        by = self._keeping.by()
        self._keeping.ask(
            change.asker,
            change.value,
            lambda: self._changed(change.before, change.after, by),
            lambda kept: self._tell(
                _("Bewaard: {label}.").format(label=kept.label),
                partial(self._change_back, change.after, change.before),
            ),
        )

    def _change_back(self, before: Mandate, after: Mandate) -> None:
        by = self._keeping.by()
        self._keeping.do(lambda: self._changed(before, after, by), self._tell_back)

    def _changed(self, before: Mandate, after: Mandate, by: By) -> Mandate:
        """Keep what is another in `after`; what somebody else changed of the rest stays."""
        desk = self._desk.after.mandates
        now = next((each for each in desk.all() if each.id == before.id), before)
        wished = {
            name: getattr(after, name)
            for name in after.__struct_fields__
            if getattr(after, name) != getattr(before, name)
        }
        return desk.change(now, replace(now, **wished), by)

    @Slot(object)
    def _on_move_requested(self, move: Move) -> None:
        self._move(move, partial(self._move, move._replace(steps=-move.steps), None))

    def _move(self, move: Move, back: Callable[[], None] | None) -> None:
        by, label = self._keeping.by(), move.mandate.label
        news = _("Hoger gezet: {label}.") if move.steps < 0 else _("Lager gezet: {label}.")
        self._keeping.do(
            lambda: self._desk.after.mandates.move(move.mandate.id, move.steps, by),
            lambda moved: self._tell(news.format(label=label), back) if moved else None,
        )

    @Slot(object)
    def _on_remove_requested(self, row: MandateRow) -> None:
        mandate, by = row.mandate, self._keeping.by()
        self._keeping.ask(
            row,
            "",
            lambda: self._desk.after.mandates.remove(mandate, by),
            lambda _none: self._tell_removed(mandate),
        )

    def _remove(self, mandate: Mandate) -> None:
        by = self._keeping.by()
        self._keeping.do(
            lambda: self._desk.after.mandates.remove(mandate, by),
            lambda _none: self._tell(_("Weggehaald: {label}.").format(label=mandate.label)),
        )

    def _put_back(self, mandate: Mandate) -> None:
        by = self._keeping.by()
        self._keeping.do(
            lambda: self._desk.after.mandates.put_back(mandate, by),
            lambda _none: self._tell_back(mandate),
        )

    def _tell_removed(self, mandate: Mandate) -> None:
        news = _("Weggehaald: {label}.").format(label=mandate.label)
        self._tell(news, partial(self._put_back, mandate))

    def _tell_back(self, mandate: Mandate) -> None:
        self._tell(_("Teruggezet: {label}.").format(label=mandate.label))

    def _tell(self, news: str, back: Callable[[], None] | None = None) -> None:
        self._keeping.tell.tell(news, _("Ongedaan maken") if back else "", back)
