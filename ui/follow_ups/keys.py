"""Which key does what on the Opvolging screen, wherever on it the cursor is."""

from collections.abc import Callable, Mapping
from enum import Enum
from functools import partial

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from ui import actions
from ui.actions import BY_ID, Do


class Key(Enum):
    """What can be done on this screen, as the table of actions calls it."""

    NEW = Do.NEW_PROMISE
    PRINT = Do.SHEET
    DONE = Do.DONE
    NOT_REACHED = Do.NOT_REACHED
    HAND_OVER = Do.TO_COLLEAGUE
    ANSWERED = Do.ANSWERED
    GONE = Do.NOT_NEEDED
    CHANGE = Do.CHANGE_PROMISE
    NEXT_PART = Do.NEXT_PART


def keyed(key: Key, words: str = "") -> str:
    """Return the words of a button with its key behind them."""
    return f"{words or actions.words(key.value)}   {actions.key_text(key.value)}"


def give_keys(screen: QWidget, handlers: Mapping[Key, Callable[[], None]]) -> None:
    """Let the keys of the screen do their work; they rest while another screen is shown."""
    for key, handler in handlers.items():
        _shortcut(BY_ID[key.value].shortcut, screen, handler)
    _shortcut("Ctrl+Enter", screen, handlers[Key.DONE])


def _shortcut(keys: str, screen: QWidget, handler: Callable[[], None]) -> None:
    QShortcut(QKeySequence(keys), screen).activated.connect(partial(handler))
