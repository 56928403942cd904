"""Which key does what on the Telefoon screen, wherever on it the cursor is."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtGui import QKeySequence, QShortcut

from ui.actions import BY_ID, Do
from ui.call.work import CallWork

_MOST_ANSWERS = 9


def give_keys(work: CallWork) -> None:
    """Let the keys of the screen do their work; they rest while another screen is shown."""
    screen, panel = work.screen, work.talking.panel
    handlers: Mapping[Do, Callable[[], None]] = {
        Do.FINISH: work.finishing.open,
        Do.PARK: work.park,
        Do.NEXT_CALL: work.next_call,
        Do.KEY_POINT: work.key_point.turn,
        Do.CALLER: work.going.to_caller,
        Do.REASON: work.going.to_reason,
        Do.MOOD: work.going.to_mood,
        Do.NOTE: work.going.to_note,
        Do.UNKNOWN: work.knowing.not_known,
        Do.NEXT_PART: screen.walk,
        Do.BETTER_WORD: work.noting.note.better_word,
    }
    for what, handler in handlers.items():
        _shortcut(BY_ID[what].shortcut, work, handler)
    _shortcut("Ctrl+Enter", work, work.finishing.open)
    _shortcut("Alt+Left", work, panel.back)
    for digit in range(1, _MOST_ANSWERS + 1):
        _shortcut(f"Alt+{digit}", work, partial(panel.answer_key, digit))


def _shortcut(keys: str, work: CallWork, handler: Callable[[], None]) -> None:
    QShortcut(QKeySequence(keys), work.screen).activated.connect(handler)
