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
from ui.front_desk.work import DeskWork
from ui.help.work import HelpWork
from ui.look_choice import LookChoice
from ui.main_window import MainWindow, Parts
from ui.sitting import Sitting
from ui.sources.dropping import FileDrop
from ui.sources.following import Following
from ui.sources.importing import Importing
from ui.sources.work import SourcesWork
from ui.tasks import Runners
from ui.text_keys import TextKeys
from ui.theme.colors import DARK, HIGH_CONTRAST, LIGHT
from ui.theme.icons import Icons
from ui.theme.look import SYSTEM, Appearance
from ui.widgets.banner import Banner
from ui.widgets.privacy import PrivacyScreen

_MENU = (
    (Do.DESK, Do.SETTINGS),
    (Do.IMPORT, Do.ADD_PERSON, Do.ADD_APPOINTMENT),
    (Do.DAY_BEFORE, Do.TODAY, Do.DAY_AFTER),
    (Do.LARGER, Do.SMALLER),
    (Do.HELP,),
)
_EVERYWHERE = frozenset(
    {
        *(Do.SEARCH, Do.PRIVACY, Do.IMPORT, Do.DESK, Do.SETTINGS, Do.LARGER, Do.SMALLER),
        *(Do.PLAIN_WORDS, Do.HELP),
    }
)
"""What can be done on every screen; the rest belongs to the Balie screen."""
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
    sitting = Sitting(desk, runners, banner, ask, window.header, window.first, window.front_desk)
    by = sitting.by
    work = DeskWork(window.front_desk, desk, runners, banner, appearance, by)
    importing = Importing(desk, runners, banner, ask, by, parent=window)
    sources = SourcesWork(desk, runners, banner, ask, by, importing)
    Following(desk, runners, banner, by, parent=window)
    icons = Icons(appearance)
    window.rail.take_icons(icons)
    window.header.take_icons(icons)
    window.front_desk.panel.view.take_icons(icons)
    help_work = HelpWork(runners, window.main, window.help_page, window.screens)
    window.screens.currentChanged.connect(lambda _number: help_work.follow())
    parts = Parts(runners, changes, sitting, banner, PrivacyScreen(), work, sources, help_work)
    looks = LookChoice(desk, runners, banner, by, appearance, parent=window)
    _give_keys(window, parts, icons, looks, appearance.choice)
    window.main.installEventFilter(TextKeys(window))
    FileDrop(window.main).dropped.connect(importing.open)
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


def _give_keys(
    window: MainWindow, parts: Parts, icons: Icons, looks: LookChoice, theme: str
) -> None:
    work = parts.work
    acts = make_actions(
        window,
        icons,
        {
            Do.TAKEN_IN: lambda: work.marking.mark(EventKind.TAKEN_IN),
            Do.LEFT: lambda: work.marking.mark(EventKind.LEFT),
            Do.NO_SHOW: lambda: work.marking.mark(EventKind.NO_SHOW),
            Do.UNDO: work.marking.undo,
            Do.LATE: work.late.more,
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
            Do.IMPORT: parts.sources.choose_file,
            Do.DESK: window.open_desk,
            Do.SETTINGS: window.open_settings,
            Do.LARGER: looks.larger,
            Do.SMALLER: looks.smaller,
            Do.HELP: parts.help.toggle,
        },
    )
    of_desk = [act for what, act in acts.items() if what not in _EVERYWHERE]

    def rest_elsewhere(number: int) -> None:
        for act in of_desk:
            act.setEnabled(number == 0)

    window.screens.currentChanged.connect(rest_elsewhere)
    groups = [[acts[what] for what in group] for group in _MENU]
    window.header.offer([*groups, _theme_actions(window, looks, theme)])
    for keys, home, handler in (
        ("Ctrl+Return", window.front_desk, work.editing.save),
        ("Ctrl+Enter", window.front_desk, work.editing.save),
        ("Ctrl+=", window.main, looks.larger),
    ):
        QShortcut(QKeySequence(keys), home).activated.connect(handler)


def _theme_actions(window: MainWindow, looks: LookChoice, chosen: str) -> list[QAction]:
    group = QActionGroup(window)
    for name, text in _THEMES:
        action = QAction(_(text), group, checkable=True)
        action.setChecked(name == chosen)
        action.triggered.connect(partial(looks.wear, name))
    return group.actions()
