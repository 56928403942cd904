"""Which key and which line of the menu does what."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtGui import QAction, QActionGroup, QKeySequence, QShortcut

from reception_assistant.agenda.visit import EventKind
from reception_assistant.i18n import N_, _
from ui.actions import TABLE, Do, words
from ui.front_desk.work import DeskWork
from ui.look_choice import LookChoice
from ui.main_window import MainWindow
from ui.theme.colors import DARK, HIGH_CONTRAST, LIGHT
from ui.theme.icons import Icons
from ui.theme.look import SYSTEM

Handlers = dict[Do, Callable[[], None]]

_MENU = (
    (Do.DESK, Do.PHONE, Do.FOLLOW_UPS, Do.COMPLAINTS, Do.SETTINGS),
    (Do.CALL, Do.CALL_PERSON, Do.CALM, Do.BOUNDARY, Do.HAND_OVER),
    (Do.COMPLAIN, Do.PROMISE),
    (Do.SHEET, Do.OVERVIEW, Do.FEEDBACK_CARD),
    (Do.IMPORT, Do.ADD_PERSON, Do.ADD_APPOINTMENT),
    (Do.DAY_BEFORE, Do.TODAY, Do.DAY_AFTER),
    (Do.LARGER, Do.SMALLER),
    (Do.PLAIN_WORDS, Do.HELP, Do.WELCOME),
)
_THEMES = (
    (SYSTEM, N_("Licht of donker: zoals de computer")),
    (LIGHT, N_("Licht")),
    (DARK, N_("Donker")),
    (HIGH_CONTRAST, N_("Hoog contrast")),
)


def give_keys(window: MainWindow, icons: Icons, looks: LookChoice, everywhere: Handlers) -> None:
    """Give the window its actions: those of the Balie screen, and those that work `everywhere`."""
    work = window.work
    of_desk = _of_desk(work)
    sizes: Handlers = {Do.LARGER: looks.larger, Do.SMALLER: looks.smaller}
    made = make_actions(window, icons, {**of_desk, **everywhere, **sizes})

    def rest_elsewhere(number: int) -> None:
        for what in of_desk:
            made[what].setEnabled(number == 0)

    window.screens.currentChanged.connect(rest_elsewhere)
    groups: list[Sequence[QAction]] = [[made[what] for what in group] for group in _MENU]
    window.header.offer([*groups, _theme_actions(window, looks)])
    shortcuts = (
        ("Ctrl+Return", window.front_desk, work.editing.save),
        ("Ctrl+Enter", window.front_desk, work.editing.save),
        ("Ctrl+=", window.main, looks.larger),
    )
    for keys, home, handler in shortcuts:
        QShortcut(QKeySequence(keys), home).activated.connect(handler)


def make_actions(window: MainWindow, icons: Icons, handlers: Handlers) -> dict[Do, QAction]:
    """Make the actions that have a handler, with their keys and icons.

    All keys but one belong to the part of the window that the privacy screen hides.
    """
    made = {}
    for action in TABLE:
        if action.id not in handlers:
            continue
        made[action.id] = act = QAction(words(action.id), window)
        act.setObjectName(action.id.value)
        act.setIcon(icons.icon(action.icon, "muted"))
        if action.shortcut and action.everywhere:
            act.setShortcut(QKeySequence(action.shortcut))
            (window if action.id is Do.PRIVACY else window.main).addAction(act)
        act.triggered.connect(handlers[action.id])
    return made


def _of_desk(work: DeskWork) -> Handlers:
    """Return what can be done on the Balie screen only."""
    return {
        Do.TAKEN_IN: lambda: work.marking.mark(EventKind.TAKEN_IN),
        Do.LEFT: lambda: work.marking.mark(EventKind.LEFT),
        Do.NO_SHOW: lambda: work.marking.mark(EventKind.NO_SHOW),
        Do.UNDO: work.marking.undo,
        Do.LATE: work.late.more,
        Do.EDIT_PERSON: work.edit_person,
        Do.ADD_PERSON: work.add_person,
        Do.ADD_APPOINTMENT: work.add_appointment,
        Do.CHANGE_APPOINTMENT: work.change_appointment,
        Do.CANCEL_APPOINTMENT: work.cancel_appointment,
        Do.DAY_BEFORE: lambda: work.go_days(-1),
        Do.DAY_AFTER: lambda: work.go_days(1),
        Do.TODAY: lambda: work.go_days(0),
    }


def _theme_actions(window: MainWindow, looks: LookChoice) -> list[QAction]:
    group = QActionGroup(window)
    for name, text in _THEMES:
        action = QAction(_(text), group, checkable=True)
        action.setChecked(name == looks.theme)
        action.setData(name)
        action.triggered.connect(partial(looks.wear, name))
    looks.worn.connect(partial(_check, group))
    return group.actions()


def _check(group: QActionGroup, theme: str) -> None:
    """Check the theme that is worn now, also when it was chosen elsewhere."""
    for action in group.actions():
        action.setChecked(action.data() == theme)
