"""What the window gets after its first paint: banner, privacy screen, card, keys and icons."""

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QAction, QActionGroup, QKeySequence, QShortcut

from reception_assistant.agenda.visit import EventKind
from reception_assistant.desk.opening import Desk
from reception_assistant.i18n import N_, _
from ui.actions import TABLE, Do, words
from ui.ask import Ask
from ui.changes import ChangeBridge
from ui.front_desk.importing import Importing
from ui.front_desk.work import DeskWork
from ui.main_window import MainWindow, Parts
from ui.tasks import Runners
from ui.text_keys import TextKeys
from ui.theme.colors import DARK, HIGH_CONTRAST, LIGHT
from ui.theme.icons import Icons
from ui.theme.look import SYSTEM, Appearance
from ui.widgets.banner import Banner
from ui.widgets.privacy import PrivacyScreen

_MENU = (
    (Do.IMPORT, Do.ADD_PERSON, Do.ADD_APPOINTMENT),
    (Do.DAY_BEFORE, Do.TODAY, Do.DAY_AFTER),
    (Do.LARGER, Do.SMALLER),
)
_THEMES = (
    (SYSTEM, N_("Licht of donker: zoals de computer")),
    (LIGHT, N_("Licht")),
    (DARK, N_("Donker")),
    (HIGH_CONTRAST, N_("Hoog contrast")),
)


def complete(
    window: MainWindow,
    desk: Desk,
    runners: Runners,
    appearance: Appearance,
    ask: Ask,
    changes: ChangeBridge,
) -> None:
    """Make what the first paint did not need, and give it to `window`."""
    banner = Banner()
    work = DeskWork(window.front_desk, desk, runners, banner, appearance, window.by)
    importing = Importing(desk, runners, banner, ask, window.by, parent=window)
    icons = Icons(appearance)
    window.rail.take_icons(icons)
    window.header.take_icons(icons)
    parts = Parts(runners, ask, changes, banner, PrivacyScreen(), work, importing)
    _give_keys(window, parts, icons, appearance)
    window.main.installEventFilter(TextKeys(window))
    window.closed.connect(importing.stop)
    window.settle(parts)


def make_actions(
    window: MainWindow, icons: Icons, handlers: dict[Do, Callable[[], None]]
) -> dict[Do, QAction]:
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


def _give_keys(window: MainWindow, parts: Parts, icons: Icons, appearance: Appearance) -> None:
    work = parts.work
    acts = make_actions(
        window,
        icons,
        {
            Do.TAKEN_IN: lambda: work.mark(EventKind.TAKEN_IN),
            Do.LEFT: lambda: work.mark(EventKind.LEFT),
            Do.NO_SHOW: lambda: work.mark(EventKind.NO_SHOW),
            Do.UNDO: work.undo,
            Do.SEARCH: window.header.open_search,
            Do.PRIVACY: window.hide_names,
            Do.EDIT_PERSON: work.edit_person,
            Do.ADD_PERSON: work.add_person,
            Do.ADD_APPOINTMENT: work.add_appointment,
            Do.CHANGE_APPOINTMENT: work.change_appointment,
            Do.CANCEL_APPOINTMENT: work.cancel_appointment,
            Do.DAY_BEFORE: lambda: work.go_days(-1),
            Do.DAY_AFTER: lambda: work.go_days(1),
            Do.TODAY: lambda: work.go_days(0),
            Do.IMPORT: parts.importing.choose_file,
            Do.LARGER: window.larger,
            Do.SMALLER: window.smaller,
        },
    )
    groups = [[acts[what] for what in group] for group in _MENU]
    window.header.offer([*groups, _theme_actions(window, appearance)])
    for keys, handler in (
        ("Ctrl+Return", work.editing.save),
        ("Ctrl+Enter", work.editing.save),
        ("Ctrl+=", window.larger),
    ):
        QShortcut(QKeySequence(keys), window.main).activated.connect(handler)


def _theme_actions(window: MainWindow, appearance: Appearance) -> list[QAction]:
    group = QActionGroup(window)
    for name, text in _THEMES:
        action = QAction(_(text), group, checkable=True)
        action.setChecked(name == appearance.choice)
        action.triggered.connect(partial(window.wear, name))
    return group.actions()
