"""The first start in the place of the screens: three questions, one at a time, and a first look."""

from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollArea, QWidget

from reception_assistant.desk.welcome import Answers
from reception_assistant.errors import KnownError
from reception_assistant.i18n import N_, _
from ui.theme.icons import Icons
from ui.welcome.agenda_step import AgendaStep
from ui.welcome.first_look import FirstLook
from ui.welcome.frame import WelcomeFrame
from ui.welcome.people_step import PeopleStep
from ui.welcome.practice_step import PracticeStep

if TYPE_CHECKING:
    from ui.welcome.step import Step

_ABOVE = 8


class Page(IntEnum):
    """The pages, in their order."""

    PRACTICE = 0
    PEOPLE = 1
    AGENDA = 2
    LOOK = 3


_FORWARD = {
    Page.PRACTICE: N_("Verder   Ctrl+Enter"),
    Page.PEOPLE: N_("Verder   Ctrl+Enter"),
    Page.AGENDA: N_("Kies het bestand   Ctrl+Enter"),
    Page.LOOK: N_("Naar de balie   Ctrl+Enter"),
}
_SKIP = {
    Page.PRACTICE: N_("Sla over   Alt+→"),
    Page.PEOPLE: N_("Sla over   Alt+→"),
    Page.AGENDA: N_("Later   Alt+→"),
}


class _Inside(QWidget):
    """What is scrolled: as high as its text needs at the width that there is."""

    def minimumSizeHint(self) -> QSize:
        """Return no height: lines that could wrap are counted double in it."""
        return QSize(super().minimumSizeHint().width(), 0)


class WelcomeScreen(QScrollArea):
    """Asks a new practice who it is, and shows what is where.

    Esc leaves the field first, and then the questions; what is filled in is kept.

    Signals:
        keep_requested: something was answered.
            arg: all answers (Answers); `take_kept` or `show_trouble` is the reply.
        agenda_requested: an agenda file is to be chosen.
        demo_requested: the demo is to be opened.
            arg: of which discipline.
        asked: every question was asked, or the user wants no more of them.
        left: to the desk.
            arg: whether questions were left open.
    """

    keep_requested = Signal(object)  # Answers
    agenda_requested = Signal()
    demo_requested = Signal(str)
    asked = Signal()
    left = Signal(bool)

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("welcome")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.practice, self.people = PracticeStep(), PeopleStep(icons)
        self.agenda, self.look = AgendaStep(icons), FirstLook(icons)
        self._steps: tuple[Step, ...] = (self.practice, self.people, self.agenda, self.look)
        self._frame = WelcomeFrame(self._steps, Page.LOOK, icons)
        self._wanted: QWidget = self._frame.forward
        self._sight = QTimer(self)  # after the layouts had their say
        self._sight.setSingleShot(True)
        self._sight.timeout.connect(self._on_sight_timeout)
        self._lay_out()
        self._connect()
        self.begin(Answers())

    def begin(self, answers: Answers) -> None:
        """Begin at the first question, with what is known filled in."""
        self.kept = self._given = self._fixed = answers
        self._has_agenda = False
        for step in self._steps:
            step.show_answers(answers, answers)
        self.open(Page.PRACTICE)

    def open(self, page: Page) -> None:
        """Show one of the pages."""
        self.page = page
        self._goes_on = False
        for number, step in enumerate(self._steps):
            step.setVisible(number == page)
        self._frame.show_page(page, _(_FORWARD[page]), _(_SKIP[page]) if page in _SKIP else "")
        self.verticalScrollBar().setValue(0)
        self.focus_first()
        if page is Page.LOOK:
            self.asked.emit()

    def focus_first(self) -> None:
        """Put the keys where the answer begins."""
        self._frame.forward.setFocus()
        self._steps[self.page].focus_first()

    def take_kept(self, answers: Answers) -> None:
        """Take the news that `answers` are kept, and go on when somebody waits for that."""
        self.kept = answers
        self.agenda.show_answers(answers, self._fixed)
        if self._goes_on:
            self._go_on()

    def take_agenda(self) -> None:
        """Take the news that an agenda was read: nobody needs to ask for it any more."""
        self._has_agenda = True
        if self.page is Page.AGENDA:
            self.open(Page.LOOK)

    @Slot(object)
    def show_trouble(self, error: Exception) -> None:
        """Say under the question why it could not be kept."""
        if not isinstance(error, KnownError):
            raise error
        self._goes_on = False
        self._frame.say(trouble=str(error))
        self._bring_in_sight(self._frame.trouble_box)

    def show_news(self, text: str) -> None:
        """Say under the question what happens now."""
        self._frame.say(news=text)
        self._bring_in_sight(self._frame.news_box)

    @Slot()
    def keep(self) -> None:
        """Ask to keep what is filled in, also what was typed without Enter."""
        self._steps[self.page].take_typed()
        self._keep()

    @Slot()
    def forward(self) -> None:
        """Go on with what is filled in."""
        if self._goes_on:
            return
        if self.page is Page.LOOK:
            self.left.emit(False)
        elif self.page is Page.AGENDA:
            self.agenda_requested.emit()
        else:
            self._keep_and_go_on()

    @Slot()
    def skip(self) -> None:
        """Go on without an answer to this question."""
        if self.page in _SKIP and not self._goes_on:
            self._steps[self.page].show_answers(self.kept, self._fixed)
            self._go_on()

    @Slot()
    def back(self) -> None:
        """Go back to the question before."""
        if self.page is not Page.PRACTICE and not self._goes_on:
            self.open(Page(self.page - 1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Esc leave the field, and then the questions."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.hasFocus():
            self._leave()
        else:
            self.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what is filled in when something else is shown, or the window closes."""
        super().hideEvent(event)
        self._keep()

    def _answers(self) -> Answers:
        answers = self.kept
        for step in self._steps:
            answers = step.answered(answers)
        return answers

    def _keep(self) -> None:
        """Hand over what is filled in, unless that was done before."""
        answers = self._answers()
        if answers != self._given:
            self._given = answers
            self.keep_requested.emit(answers)

    def _keep_and_go_on(self) -> None:
        if self._steps[self.page].take_typed():
            self._goes_on = True
            self._given = self._answers()
            self.keep_requested.emit(self._given)

    def _go_on(self) -> None:
        following = Page(self.page + 1)
        self.open(Page.LOOK if following is Page.AGENDA and self._has_agenda else following)

    def _leave(self) -> None:
        """Go to the desk; whatever is open can be filled in later."""
        self._steps[self.page].take_typed()
        if self.page is not Page.LOOK:
            self.asked.emit()
        self.left.emit(self.page is not Page.LOOK)
        self._keep()  # when nobody put the screen away

    def _lay_out(self) -> None:
        inside = _Inside()
        layout = QHBoxLayout(inside)
        layout.setContentsMargins(0, _ABOVE, 0, 0)
        layout.addStretch(1)
        layout.addWidget(self._frame, 1000, Qt.AlignmentFlag.AlignTop)
        layout.addStretch(1)
        self.setWidget(inside)

    def _connect(self) -> None:
        frame = self._frame
        frame.forward_clicked.connect(self.forward)
        frame.skip_clicked.connect(self.skip)
        frame.back_clicked.connect(self.back)
        self.practice.finished.connect(frame.forward.setFocus)
        self.people.finished.connect(frame.forward.setFocus)
        self.people.changed.connect(frame.say)
        self.agenda.demo_requested.connect(self.demo_requested)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)
        for keys, handler in (
            ("Ctrl+Return", self.forward),
            ("Ctrl+Enter", self.forward),
            ("Alt+Right", self.skip),
            ("Alt+Left", self.back),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(handler)

    def _bring_in_sight(self, widget: QWidget) -> None:
        self._wanted = widget
        self._sight.start()

    @Slot()
    def _on_sight_timeout(self) -> None:
        self.ensureWidgetVisible(self._wanted)

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self._frame.isAncestorOf(now):
            self._bring_in_sight(now)
