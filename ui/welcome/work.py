"""What the first start asks for: keeping the answers, reading an agenda, opening the demo."""

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QObject, Signal, Slot

from reception_assistant.desk.acting import By
from reception_assistant.desk.welcome import Answers, WelcomeDesk
from reception_assistant.errors import KnownError
from reception_assistant.i18n import _
from ui.tasks import Runners
from ui.theme.icons import Icons
from ui.welcome.screen import WelcomeScreen
from ui.widgets.banner import Tell

_ONE_DEMO_MILLISECONDS = 5_000
"""So long a second click is one too many: the demo takes a moment to open."""


class WelcomeWork(QObject):
    """Leads through the first start.

    Signals:
        opened: the screen is to be shown.
        left: back to the desk.
    """

    opened = Signal()
    left = Signal()

    def __init__(
        self,
        welcome: WelcomeDesk,
        runners: Runners,
        tell: Tell,
        by: Callable[[], By],
        choose_file: Callable[[], None],
        start_demo: Callable[[str], None],
        icons: Icons,
    ) -> None:
        super().__init__()
        self._welcome, self._runners, self._tell, self._by = welcome, runners, tell, by
        self._start_demo = start_demo
        self._since_demo = QElapsedTimer()
        self._is_open = False
        self.screen = WelcomeScreen(icons)
        self.screen.keep_requested.connect(self._on_keep_requested)
        self.screen.agenda_requested.connect(choose_file)
        self.screen.demo_requested.connect(self._on_demo_requested)
        self.screen.asked.connect(self._on_asked)
        self.screen.left.connect(self._on_left)

    def is_open(self) -> bool:
        """Tell whether the questions are being asked, also while a file is being chosen."""
        return self._is_open

    @Slot()
    def start(self) -> None:
        """Begin at the first question, with what is known filled in."""
        employee = self._by().employee

        def begin(answers: Answers) -> None:
            self._is_open = True
            self.screen.begin(answers)
            self.come_back()

        self._runners.read.run(lambda: self._welcome.answers(employee), begin, self._tell.trouble)

    @Slot()
    def come_back(self) -> None:
        """Show the question that was being asked, after something else took its place."""
        if self._is_open:
            self.opened.emit()
            self.screen.focus_first()

    @Slot()
    def agenda_read(self) -> None:
        """Go on, for the agenda is there."""
        if self._is_open:
            self.screen.take_agenda()
            self.come_back()

    @Slot()
    def keep(self) -> None:
        """Keep what is filled in now, as the window closes."""
        if self._is_open:
            self.screen.keep()

    @Slot()
    def put_away(self) -> None:
        """Ask no more, for the user went elsewhere; what is filled in is kept."""
        self.keep()
        self._is_open = False

    @Slot(object)
    def _on_keep_requested(self, answers: Answers) -> None:
        by, before = self._by(), self.screen.kept
        self._runners.write.run(
            lambda: self._welcome.keep(answers, before, by),
            lambda _none: self.screen.take_kept(answers),
            self._on_unkept,
        )

    def _on_unkept(self, error: Exception) -> None:
        if self.screen.isVisible():
            self.screen.show_trouble(error)
        else:
            self._tell.trouble(error)

    @Slot(str)
    def _on_demo_requested(self, discipline: str) -> None:
        if self._since_demo.isValid() and not self._since_demo.hasExpired(_ONE_DEMO_MILLISECONDS):
            return
        try:
            self._start_demo(discipline)
        except KnownError as error:
            self.screen.show_trouble(error)
            return
        self._since_demo.start()
        self.screen.show_news(
            _("De demo opent in een eigen venster. Uw eigen gegevens blijven zoals ze zijn.")
        )

    @Slot()
    def _on_asked(self) -> None:
        by = self._by()
        self._runners.write.run(
            lambda: self._welcome.done(by), lambda _none: None, self._tell.trouble
        )

    @Slot(bool)
    def _on_left(self, left_open: bool) -> None:
        self._is_open = False
        self.left.emit()
        if left_open:
            self._tell.tell(_("U kunt dit later invullen bij Instellingen."))
