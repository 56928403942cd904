"""The frame: rail, header, screens and banner; it connects what the screens wish."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from reception_assistant.agenda.day import Person
from reception_assistant.agenda.visit import EventKind
from reception_assistant.changes import Changed
from reception_assistant.desk.acting import By
from reception_assistant.desk.beginning import First
from reception_assistant.desk.opening import Desk
from reception_assistant.desk.settings import manners
from reception_assistant.i18n import _
from reception_assistant.naming.listed import list_name
from reception_assistant.settings.catalogue import PRACTICE_NAME, Settings
from reception_assistant.staff.employee import Employee, Role
from ui.actions import Do, make_actions
from ui.ask import Ask
from ui.changes import ChangeBridge
from ui.front_desk.screen import FrontDesk
from ui.tasks import Runners
from ui.theme.icons import Icons
from ui.theme.look import Appearance
from ui.widgets.banner import Banner
from ui.widgets.blocks import EDGE
from ui.widgets.header import Header
from ui.widgets.privacy import PrivacyScreen
from ui.widgets.rail import Rail, Screen
from ui.widgets.search import Found, SearchField

_FOLD_BELOW = 1200
_SIZE_STEP = 10
_SECOND = 1_000


class MainWindow(QWidget):
    """The window of Balie.

    Signals:
        closed: the window is going; what runs must end.
    """

    closed = Signal()

    def __init__(
        self,
        desk: Desk,
        runners: Runners,
        appearance: Appearance,
        first: First,
        *,
        demo: bool = False,
    ) -> None:
        super().__init__()
        self.setWindowTitle("Balie")
        self._desk, self._runners, self._appearance = desk, runners, appearance
        self._demo = demo
        self._employee = first.at_the_desk
        self._everybody = first.everybody
        self._asking_elsewhere = False
        self._minute = -1
        self.banner = Banner()
        self.front_desk = FrontDesk(desk, runners, self.banner, appearance, self.by)
        self.header = Header(SearchField())
        self.rail = Rail([Screen("front_desk", _("Balie"), "desk", self._open_front_desk)])
        self.privacy = PrivacyScreen()
        self._lay_out()
        self.setMinimumSize(640, 480)
        self.resize(1366, 768)
        self._show_settings(first.settings)
        self.header.show_staff(first.everybody, first.at_the_desk)
        self.front_desk.show_day(first.day)
        self._tick()
        self._connect()

    def by(self) -> By:
        """Return who is at the desk, for a write of the front desk screen."""
        return By(self._employee, self.front_desk)

    def settle(self, ask: Ask, changes: ChangeBridge) -> None:
        """Do after the first paint what need not come before: icons, menus, the clock."""
        from ui.front_desk.importing import Importing  # late: start  # noqa: PLC0415

        self._ask = ask
        self._icons = Icons(self._appearance)
        self.rail.take_icons(self._icons)
        self.header.take_icons(self._icons)
        self.importing = Importing(
            self._desk, self._runners, self.banner, ask, self.by, parent=self
        )
        self.importing.finished.connect(self.front_desk.reload)
        self.front_desk.import_requested.connect(self.importing.choose_file)
        self._make_actions()
        changes.changed.connect(self._on_changed)
        self._changes = changes
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_second)
        self._timer.start(_SECOND)
        if self._desk.notice:
            self.banner.tell(self._desk.notice)
        self.front_desk.panel.view.setFocus()

    def hide_names(self) -> None:
        """Show the screen without names, or come back from it."""
        hidden = self._stack.currentWidget() is self.privacy
        self._stack.setCurrentWidget(self._main if hidden else self.privacy)
        for action in self.actions_by_id.values():
            action.setEnabled(hidden or action.objectName() == Do.PRIVACY)
        (self.front_desk.panel.view if hidden else self.privacy.back).setFocus()

    def _lay_out(self) -> None:
        self._main = QWidget()
        content = QVBoxLayout()
        content.setContentsMargins(EDGE + 2, 12, EDGE + 2, EDGE)
        content.setSpacing(12)
        content.addWidget(self.header)
        content.addWidget(self.front_desk, 1)
        content.addWidget(self.banner)
        row = QHBoxLayout(self._main)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(content, 1)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._main)
        self._stack.addWidget(self.privacy)

    def _connect(self) -> None:
        self.header.employee_chosen.connect(self._on_employee_chosen)
        self.header.employee_add_requested.connect(self._on_employee_add_requested)
        self.header.privacy_requested.connect(self.hide_names)
        self.privacy.left.connect(self.hide_names)
        search = self.header.search
        search.search_requested.connect(self._on_search_requested)
        search.person_chosen.connect(self._on_person_chosen)
        search.left.connect(self._on_search_left)
        self._appearance.look_changed.connect(self._fold)

    def _make_actions(self) -> None:
        desk = self.front_desk
        self.actions_by_id = make_actions(
            self,
            {
                Do.TAKEN_IN: lambda: desk.mark(EventKind.TAKEN_IN),
                Do.LEFT: lambda: desk.mark(EventKind.LEFT),
                Do.NO_SHOW: lambda: desk.mark(EventKind.NO_SHOW),
                Do.UNDO: desk.undo,
                Do.SEARCH: self.header.open_search,
                Do.PRIVACY: self.hide_names,
                Do.EDIT_PERSON: desk.edit_person,
                Do.ADD_PERSON: desk.add_person,
                Do.ADD_APPOINTMENT: desk.add_appointment,
                Do.CHANGE_APPOINTMENT: desk.change_appointment,
                Do.CANCEL_APPOINTMENT: desk.cancel_appointment,
                Do.DAY_BEFORE: lambda: desk.go_days(-1),
                Do.DAY_AFTER: lambda: desk.go_days(1),
                Do.TODAY: lambda: desk.go_days(0),
                Do.IMPORT: self.importing.choose_file,
                Do.LARGER: lambda: self._resize_text(_SIZE_STEP),
                Do.SMALLER: lambda: self._resize_text(-_SIZE_STEP),
            },
        )
        acts = self.actions_by_id
        self.header.offer(
            [
                acts[Do.IMPORT],
                acts[Do.ADD_PERSON],
                acts[Do.ADD_APPOINTMENT],
                None,
                acts[Do.DAY_BEFORE],
                acts[Do.TODAY],
                acts[Do.DAY_AFTER],
                None,
                acts[Do.LARGER],
                acts[Do.SMALLER],
            ]
        )
        for keys, handler in (
            ("Ctrl+Return", desk.editing.save),
            ("Ctrl+Enter", desk.editing.save),
            ("Ctrl+=", lambda: self._resize_text(_SIZE_STEP)),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(handler)

    def _open_front_desk(self) -> None:
        self.front_desk.panel.view.setFocus()

    def _show_settings(self, settings: Settings) -> None:
        self.header.show_practice(settings.get(PRACTICE_NAME), demo=self._demo)
        self.front_desk.use(manners(settings))

    def _resize_text(self, step: int) -> None:
        self._appearance.set_scale(self._appearance.look.scale + step)

    @Slot()
    def _fold(self) -> None:
        scale = self._appearance.look.scale
        folded = self.width() < _FOLD_BELOW * scale // 100
        self.rail.fold(folded, scale)
        self.header.fold(folded, scale)

    def _tick(self) -> None:
        now = self._desk.time.now()
        self.header.tick(now)
        self.privacy.tick(now)
        if now.minute != self._minute:
            self._minute = now.minute
            self.front_desk.tick(now)

    @Slot()
    def _on_second(self) -> None:
        self._tick()
        if self._asking_elsewhere:
            return
        self._asking_elsewhere = True
        self._runners.write.run(
            self._desk.written_elsewhere, self._on_written_elsewhere, self._on_elsewhere_failed
        )

    def _on_written_elsewhere(self, written: bool) -> None:
        self._asking_elsewhere = False
        if written:
            self._changes.tell_foreign_write()

    def _on_elsewhere_failed(self, _error: Exception) -> None:
        self._asking_elsewhere = False  # the next write will say what is wrong

    @Slot(object, object)
    def _on_changed(self, what: Changed, origin: object) -> None:
        if Changed.DAY in what and origin is not self.front_desk:
            self.front_desk.reload()
        if Changed.SETTINGS in what:
            self._runners.read.run(
                self._desk.settings.all, self._show_settings, self.banner.trouble
            )
        if Changed.STAFF in what:
            self._runners.read.run(
                self._desk.staff.everybody, self._show_staff, self.banner.trouble
            )

    def _show_staff(self, everybody: list[Employee]) -> None:
        self._everybody = tuple(everybody)
        self._employee = next(
            (each for each in everybody if each.id == self._employee.id), self._employee
        )
        self.header.show_staff(everybody, self._employee)

    @Slot(object)
    def _on_employee_chosen(self, employee: Employee) -> None:
        self._employee = employee
        self.header.show_staff(self._everybody, employee)
        self._runners.write.run(
            lambda: self._desk.staff.sit_down(employee), lambda _none: None, self.banner.trouble
        )

    @Slot()
    def _on_employee_add_requested(self) -> None:
        name = self._ask.name(_("Hoe heet uw collega?"))
        if name:
            by = By(self._employee)
            self._runners.write.run(
                lambda: self._desk.staff.add(name, Role.RECEPTIONIST, by),
                self._on_employee_chosen,
                self.banner.trouble,
            )

    @Slot(str)
    def _on_search_requested(self, typed: str) -> None:
        today = self._desk.time.now().date()
        self.front_desk.note_input()
        self._runners.read.run(
            lambda: self._desk.people.find(typed, today),
            lambda people: self.header.search.show_found(typed, [_found(each) for each in people]),
            self.banner.trouble,
        )

    @Slot(object)
    def _on_person_chosen(self, person: Person) -> None:
        self.front_desk.show_person(person)

    @Slot()
    def _on_search_left(self) -> None:
        self.header.close_search()
        self.front_desk.panel.view.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold rail and header where there is little room."""
        super().resizeEvent(event)
        self._fold()

    def closeEvent(self, event: QCloseEvent) -> None:
        """End with the window."""
        super().closeEvent(event)
        self.closed.emit()


def _found(person: Person) -> Found:
    born = f"{person.birth_date:%d-%m-%Y}" if person.birth_date else ""
    return Found(person, " · ".join(filter(None, (list_name(person.name), born, person.phone))))


class FirstPaint(QObject):
    """Tells once that a widget was painted for the first time.

    Signals:
        painted: the widget stands on the screen.
    """

    painted = Signal()

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait for the first paint."""
        if event.type() == QEvent.Type.Paint:
            self._widget.removeEventFilter(self)
            QTimer.singleShot(0, self.painted.emit)
        return super().eventFilter(watched, event)
