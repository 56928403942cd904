"""The screen Instellingen in a plain window, on the demo practice, with the manager at the desk."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from reception_assistant.audit.entry import Action
from reception_assistant.clock import StandingClock
from reception_assistant.desk.acting import By
from reception_assistant.desk.opening import Desk
from reception_assistant.settings.catalogue import Setting
from reception_assistant.staff.employee import Employee
from reception_assistant.store.audit import read_entries
from tests.helpers.window import bury, button
from ui.changes import ChangeBridge
from ui.look_choice import LookChoice
from ui.settings.field import SettingField
from ui.settings.screen import Subject
from ui.settings.work import SettingsWork
from ui.tasks import Failed, InlineRunner, Result, Runners
from ui.theme.colors import LIGHT
from ui.theme.look import Appearance
from ui.widgets.banner import Banner

AGENDA = "Hier staat waar de agenda vandaan komt."


class WaitingRunner:
    """Does nothing before it is let go, as a thread that is busy."""

    def __init__(self) -> None:
        self._waiting: list[Callable[[], None]] = []
        self.held = False

    def run(
        self, work: Callable[[], Result], done: Callable[[Result], None], failed: Failed
    ) -> None:
        inline = InlineRunner()
        if self.held:
            self._waiting.append(lambda: inline.run(work, done, failed))
        else:
            inline.run(work, done, failed)

    def let_go(self) -> None:
        """Do what waits, in its order."""
        while self._waiting:
            self._waiting.pop(0)()
        self.held = False


class OpenSettings:
    """The screen, what it stands on, and short ways to look at it and to use it."""

    def __init__(self, desk: Desk, appearance: Appearance, runners: Runners | None) -> None:
        self.desk, self.appearance = desk, appearance
        everybody = {each.name: each for each in desk.staff.everybody()}
        self.manager, self.receptionist = everybody["Marijke"], everybody["Sanne"]
        self.seated: Employee = self.manager
        self.writing = WaitingRunner()
        self.window = QWidget()
        self.banner = Banner()
        inline = InlineRunner()
        runners = runners or Runners(inline, self.writing, inline, inline)
        self.agenda = QLabel(AGENDA)
        self.work = SettingsWork(desk, runners, self.banner, self.by, self.agenda)
        self.screen = self.work.screen
        self.looks = LookChoice(desk, runners, self.banner, self.by, appearance, parent=self.work)
        self.work.theme_chosen.connect(self.looks.wear)
        self.work.size_chosen.connect(self.looks.resize)
        self.changes = ChangeBridge(desk.changes, self.window)
        self.changes.changed.connect(self._on_changed)
        layout = QVBoxLayout(self.window)
        layout.addWidget(self.screen, 1)
        layout.addWidget(self.banner)

    def by(self) -> By:
        """Whoever is at the desk."""
        return By(self.seated)

    @property
    def news(self) -> str:
        """What the banner says."""
        return self.banner.text()

    def sit_down(self, employee: Employee) -> None:
        """Let somebody else be at the desk."""
        self.seated = employee
        self.desk.staff.sit_down(employee)
        self.settle()

    def to(self, setting: Setting) -> SettingField:
        """Open the page of a setting and put the keys on its field."""
        self.work.open_page(setting.group)
        field = self.field(setting)
        field.entry.setFocus()
        return field

    def field(self, setting: Setting) -> SettingField:
        """Return the field of a setting."""
        fields: list[SettingField] = self.screen.findChildren(SettingField)
        (found,) = (each for each in fields if each.setting is setting)
        return found

    def chosen(self, setting: Setting) -> str:
        """Return what is kept."""
        return self.desk.settings.all().get(setting)

    def choose(self, setting: Setting, value: str) -> None:
        """Change a setting from elsewhere, and let the screen hear of it."""
        self.desk.settings.choose(setting, value, By(self.manager))
        self.settle()

    def subject(self) -> Subject:
        """What the page that is shown is about."""
        return self.screen.subject

    def audit(self) -> list[str]:
        """Return which settings were changed, oldest first."""
        with self.desk.store.reading() as connection:
            entries = read_entries(connection)
        return [each.detail for each in entries if each.action is Action.SETTING_CHANGED]

    def undo(self) -> None:
        """Press the button in the banner."""
        button(self.banner, "Ongedaan maken").click()
        self.settle()

    def settle(self) -> None:
        """Let news arrive, and layouts have their say."""
        bury()
        for _again in range(6):
            QApplication.processEvents()

    def _on_changed(self, what: object, _origin: object) -> None:
        self.work.hear(what)  # type: ignore[arg-type]  # Signal(object)


@contextmanager
def open_settings(
    app: QApplication,
    desk: Desk,
    look: tuple[str, int] = (LIGHT, 100),
    runners: Runners | None = None,
) -> Iterator[OpenSettings]:
    """Open the screen of `desk`; it is not shown yet."""
    appearance = Appearance(app, *look)
    appearance.follow()
    opened = OpenSettings(desk, appearance, runners)
    try:
        yield opened
    finally:
        opened.changes.close()
        opened.window.close()
        opened.window.deleteLater()
        appearance.undress()
        appearance.deleteLater()
        bury()
        app.setFont(QFont())
        app.setPalette(QPalette())


def show(qtbot: QtBot, opened: OpenSettings, width: int = 1266, height: int = 700) -> None:
    """Show the screen at this size, and let it have the keys."""
    opened.window.resize(width, height)
    with qtbot.waitExposed(opened.window):
        opened.window.show()
    opened.window.activateWindow()
    qtbot.waitUntil(opened.window.isActiveWindow)
    opened.work.show_yourself()


@pytest.fixture
def settings(
    qapp: QApplication, qtbot: QtBot, desk_and_clock: tuple[Desk, StandingClock]
) -> Iterator[OpenSettings]:
    """Give the screen of the demo practice, shown, with the keys on the list of pages."""
    with open_settings(qapp, desk_and_clock[0]) as opened:
        show(qtbot, opened)
        yield opened
