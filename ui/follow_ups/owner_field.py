"""A field to choose a colleague."""

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox

from reception_assistant.staff.employee import Employee
from ui.widgets.form import ChoiceField


class OwnerField(ChoiceField):
    """Whoever works here now; the one who sees to it."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)

    def offer(self, people: Sequence[Employee], chosen_id: str = "") -> None:
        """Let one of these be chosen; `chosen_id` is chosen already."""
        self.clear()
        for each in people:
            if each.active:
                self.addItem(each.name, each.id)
        self.setCurrentIndex(max(0, self.findData(chosen_id)) if self.count() else -1)

    @property
    def owner_id(self) -> str:
        """The id of who is chosen, or ""."""
        return str(self.currentData() or "")
