"""The page for one group of settings, made from the catalogue alone."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from reception_assistant.settings.catalogue import Group, Settings, of_group
from ui.settings.choice_entries import ZoneEntry
from ui.settings.field import SettingField
from ui.settings.page import Page, ReadingColumn, reading_card


class GroupPage(Page):
    """Shows every setting of a group; what is `above` stands above them.

    Signals:
        setting_chosen: a setting is to have another value.
            args: its field (SettingField) and the value.
    """

    setting_chosen = Signal(object, str)  # SettingField

    def __init__(
        self,
        group: Group,
        title: str,
        explanation: str,
        above: Sequence[QWidget] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(f"settings.{group.value}", parent)
        self.fields = [SettingField(setting) for setting in of_group(group)]
        for field in self.fields:
            field.chosen.connect(self.setting_chosen)
        self._fill(*above, reading_card(title, explanation, ReadingColumn(*self.fields)))

    def show_settings(self, settings: Settings) -> None:
        """Show what is chosen now."""
        for field in self.fields:
            field.show_value(settings.get(field.setting))

    def lock(self, why: str) -> None:
        """Let what only a manager may change be read only, and say `why`; "" for a manager."""
        of_managers = [field for field in self.fields if not field.setting.anybody]
        for field in of_managers:
            field.lock(bool(why))
        self._say_why(why if of_managers else "")

    def offer_zones(self, zones: Sequence[str]) -> None:
        """Offer these time zones."""
        for field in self.fields:
            if isinstance(field.entry, ZoneEntry):
                field.entry.offer(zones)

    def settle(self) -> None:
        """Ask to keep everything that was typed."""
        for field in self.fields:
            field.settle()
