"""The frame: rail, header and screens; it connects what they wish."""

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QStackedLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from reception_assistant.changes import Changed
from reception_assistant.desk.beginning import First
from reception_assistant.desk.opening import Desk
from reception_assistant.i18n import _
from reception_assistant.settings.catalogue import CLIENT_TERM, PRACTICE_NAME, Settings
from ui.front_desk.screen import FrontDesk
from ui.theme.look import Appearance
from ui.widgets.blocks import EDGE
from ui.widgets.header import Header
from ui.widgets.rail import Place, Rail, Screen
from ui.widgets.search import SearchField

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtGui import QCloseEvent

    from ui.aftercare import Aftercare
    from ui.changes import ChangeBridge
    from ui.first_start import FirstStart
    from ui.front_desk.work import DeskWork
    from ui.heartbeat import Heartbeat
    from ui.help.work import HelpWork
    from ui.plain_words.work import PlainWordsWork
    from ui.searching import Searching
    from ui.settings.work import SettingsWork
    from ui.sitting import Sitting
    from ui.sources.work import SourcesWork
    from ui.tasks import Runners
    from ui.telephone import Telephone
    from ui.widgets.banner import Banner
    from ui.widgets.privacy import PrivacyScreen

_FOLD_BELOW = 1200


class Parts(NamedTuple):
    """What the window gets after its first paint."""

    runners: "Runners"
    changes: "ChangeBridge"
    sitting: "Sitting"
    banner: "Banner"
    privacy: "PrivacyScreen"
    work: "DeskWork"
    sources: "SourcesWork"
    settings: "SettingsWork"
    help: "HelpWork"
    plain_words: "PlainWordsWork"
    first_start: "FirstStart"
    searching: "Searching"
    telephone: "Telephone"
    aftercare: "Aftercare"
    heart: "Heartbeat"


class MainWindow(QWidget):
    """The window of Balie: painted first with rail, header and list, then given its `Parts`.

    Signals:
        closed: the window is going; what runs must end.
        went_elsewhere: the user chose a screen.
    """

    closed = Signal()
    went_elsewhere = Signal()

    def __init__(
        self,
        desk: Desk,
        appearance: Appearance,
        first: First,
        *,
        demo: bool = False,
    ) -> None:
        super().__init__()
        self.setWindowTitle("Balie")
        self._desk, self._appearance = desk, appearance
        self.first, self.is_demo = first, demo
        self._had_focus: QWidget | None = None
        self.front_desk = FrontDesk(appearance.look)
        self.header = Header(SearchField())
        self.rail = Rail(
            [
                Screen(_("Balie"), "desk"),
                Screen(_("Telefoon"), "phone"),
                Screen(_("Opvolging"), "follow_ups"),
                Screen(_("Klachten"), "complaints"),
            ],
            [Screen(_("Instellingen"), "settings")],
        )
        self.rail.place_chosen.connect(self.go_to)
        self._lay_out()
        self.setMinimumSize(640, 480)
        self.resize(1366, 768)
        self.header.show_practice(first.settings.get(PRACTICE_NAME))
        if demo:
            self.header.show_demo()
        self.header.show_name(first.at_the_desk)
        now = desk.time.now()
        self.header.tick(now)
        self.front_desk.show_day(first.day, now)

    def settle(self, parts: Parts) -> None:
        """Take the parts that come after the first paint, and start the clock."""
        self._runners, self._changes = parts.runners, parts.changes
        self._sitting = parts.sitting
        self.banner, self.privacy = parts.banner, parts.privacy
        self.work, self.sources, self.settings = parts.work, parts.sources, parts.settings
        self.help, self.plain_words = parts.help, parts.plain_words
        self.first_start = parts.first_start
        self.searching, self.telephone = parts.searching, parts.telephone
        self.aftercare, self.heart = parts.aftercare, parts.heart
        self.screens.addWidget(self.settings.screen)
        self._content.addWidget(self.banner)
        self._stack.addWidget(self.privacy)
        self._show_settings(self.first.settings)
        self.privacy.tick(self._desk.time.now())
        self._connect()
        if self._desk.notice:
            self.banner.tell(self._desk.notice)
        self.front_desk.panel.view.setFocus()

    @Slot()
    def open_desk(self) -> None:
        """Go to the Balie screen."""
        self.went_elsewhere.emit()
        self.show_desk()

    @Slot(int)
    def go_to(self, place: int) -> None:
        """Go to a screen; to another one than Balie once all is there."""
        if place == Place.DESK:
            self.open_desk()
        elif place == Place.SETTINGS:
            self.open_settings()
        elif self._may_leave():
            after, phone = self.aftercare, self.telephone
            opens = (phone.open, after.open_follow_ups, after.open_complaints)
            opens[place - Place.PHONE]()

    @Slot()
    def open_settings(self) -> None:
        """Go to the settings, or to the assistant that lies over them; once all is there."""
        if not self._may_leave():
            return
        page = self.sources.page()
        self._open(Place.SETTINGS, page or self.settings.screen)
        (self.settings if page is None else self.sources).show_yourself()

    @Slot()
    def show_desk(self) -> None:
        """Show the Balie screen, because what was over it is done."""
        self._open(Place.DESK, self.front_desk)
        self.front_desk.panel.take_keys()

    def show_over(self, page: QWidget) -> None:
        """Show a page in the place of the Balie screen."""
        self._open(Place.DESK, page)

    def hide_names(self) -> None:
        """Show the screen without names, or come back from it."""
        hidden = self._stack.currentWidget() is self.privacy
        if not hidden:
            self._had_focus = self.focusWidget()
        self._stack.setCurrentWidget(self.main if hidden else self.privacy)
        self.main.setEnabled(hidden)  # what comes late takes no keys behind the privacy screen
        if hidden:
            self._give_keys(self._had_focus)
        else:
            self.privacy.back.setFocus()

    def _lay_out(self) -> None:
        self.main = QWidget()
        self._content = QVBoxLayout()
        self._content.setContentsMargins(EDGE + 2, 12, EDGE + 2, EDGE)
        self._content.setSpacing(12)
        self._content.addWidget(self.header)
        self.screens = QStackedWidget()
        self.screens.addWidget(self.front_desk)
        self._content.addWidget(self.screens, 1)
        row = QHBoxLayout(self.main)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(self._content, 1)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.main)

    def _connect(self) -> None:
        self.header.privacy_requested.connect(self.hide_names)
        self.searching.shown.connect(self._on_found_shown)
        self.searching.left.connect(self._give_keys)
        for each in (self.telephone, self.aftercare, self.sources):
            each.page_opened.connect(self._open)
        self.privacy.left.connect(self.hide_names)
        self.sources.day_read.connect(self.show_desk)
        self.sources.day_read.connect(self.work.reload)
        self.sources.left.connect(self.show_desk)
        self.settings.left.connect(self.show_desk)
        self.settings.agenda_opened.connect(self.sources.show_yourself)
        self.plain_words.left.connect(self._give_keys)
        self.front_desk.panel.import_requested.connect(self.sources.choose_file)
        self._appearance.look_changed.connect(self._fold)
        self._changes.changed.connect(self._on_changed)
        self.heart.ticked.connect(self._on_ticked)
        self.heart.minute_passed.connect(self.work.tick)
        self.heart.minute_passed.connect(self.aftercare.tick_minute)

    def _show_settings(self, settings: Settings) -> None:
        from reception_assistant.desk.settings import manners  # late: start  # noqa: PLC0415
        from reception_assistant.naming.term import ClientTerm  # late: start  # noqa: PLC0415

        term = ClientTerm(settings.get(CLIENT_TERM)).singular
        self.header.search.say_whom(term)
        self.header.show_practice(settings.get(PRACTICE_NAME))
        self.work.use(manners(settings))
        self.sources.use(manners(settings))

    def _may_leave(self) -> bool:
        """Tell whether there is another screen by now; then this one is left."""
        there = self.screens.count() > 1
        if there:
            self.went_elsewhere.emit()
        return there

    @Slot(int, object)
    def _open(self, number: int, screen: QWidget) -> None:
        if self.screens.indexOf(screen) < 0:
            self.screens.addWidget(screen)
        self.screens.setCurrentWidget(screen)
        self.rail.choose(number)

    @Slot()
    def _fold(self) -> None:
        scale = self._appearance.look.scale
        folded = self.width() < _FOLD_BELOW * scale // 100
        self.rail.fold(folded, scale)
        self.header.fold(folded, scale)

    @Slot(object)
    def _on_ticked(self, now: "datetime") -> None:
        self.header.tick(now)
        self.privacy.tick(now)
        self.telephone.tick(now)
        self.aftercare.tick(now)

    @Slot(object, object)
    def _on_changed(self, what: Changed, origin: object) -> None:
        if Changed.DAY in what and origin is not self.front_desk:
            self.work.reload()
        read, trouble = self._runners.read.run, self.banner.trouble
        talking = (self.telephone, self.aftercare)
        for each in (self.sources, self.settings, self.plain_words, *talking):
            each.hear(what)
        if Changed.SETTINGS in what:
            read(self._desk.settings.all, self._show_settings, trouble)
        if Changed.STAFF in what:
            self._sitting.reload()
        if Changed.LIBRARY in what:
            self.work.fitting.look_again()

    @Slot(object)
    def _on_found_shown(self, found: object) -> None:
        self.open_desk()
        self.work.show_found(found)  # type: ignore[arg-type]  # Signal(object)

    @Slot()
    def _give_keys(self, wanted: QWidget | None = None) -> None:
        """Let the keys go to what had them, or else to the screen that is shown now."""
        if wanted is None or not isValid(wanted) or not wanted.isVisible():
            screen = self.screens.currentWidget() or self
            before: QWidget | None = screen.focusWidget()
            wanted = before if before is not None else screen
        wanted.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold rail and header where there is little room."""
        super().resizeEvent(event)
        self._fold()

    def closeEvent(self, event: "QCloseEvent") -> None:
        """End with the window."""
        super().closeEvent(event)
        self.closed.emit()
