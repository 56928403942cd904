"""What a setting is filled in with: for each kind of setting the field that suits it.

Every entry holds its value as text (`filled`, `fill`), and tells that the user is at it (`edited`)
and has made up their mind (`settled`): a choice is made, a box is ticked, Enter is pressed, or the
field is left.
"""

from typing import TypeAlias

from reception_assistant.i18n import _
from reception_assistant.settings.catalogue import Kind, Setting
from ui.settings.choice_entries import ChoiceEntry, NumberEntry, TickEntry, ZoneEntry
from ui.settings.text_entries import LineEntry, LinesEntry, TimeEntry

_CHOICE_LETTERS = 40

Entry: TypeAlias = LineEntry | LinesEntry | ChoiceEntry | TickEntry | NumberEntry | ZoneEntry


def entry_for(setting: Setting) -> Entry:
    """Return an empty field for `setting`."""
    match setting.kind:
        case Kind.TEXT | Kind.TIME:
            return TimeEntry() if setting.kind is Kind.TIME else LineEntry()
        case Kind.CHOICE:
            words = map(_, setting.choice_words)
            return ChoiceEntry(list(zip(setting.choices, words, strict=True)), _CHOICE_LETTERS)
        case Kind.YES_NO:
            return TickEntry(_(setting.label))
        case Kind.NUMBER:
            return NumberEntry(setting.lowest, setting.highest)
        case Kind.LIST | Kind.PAIRS:
            return LinesEntry()
        case Kind.ZONE:
            return ZoneEntry(_CHOICE_LETTERS)
