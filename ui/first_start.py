"""The questions of the first start: asked when nobody answered them, or when somebody wants to."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from reception_assistant.desk.acting import By
from reception_assistant.desk.opening import Desk
from ui.main_window import MainWindow
from ui.sources.work import SourcesWork
from ui.tasks import Runners
from ui.theme.icons import Icons
from ui.widgets.banner import Tell

if TYPE_CHECKING:
    from ui.welcome.work import WelcomeWork


class FirstStart(QObject):
    """Brings the questions into the window; what they need is loaded when they are asked."""

    def __init__(
        self,
        desk: Desk,
        runners: Runners,
        tell: Tell,
        by: Callable[[], By],
        icons: Icons,
        sources: SourcesWork,
        window: MainWindow,
    ) -> None:
        super().__init__(window)
        self._desk, self._runners, self._tell, self._by = desk, runners, tell, by
        self._icons, self._sources, self._window = icons, sources, window
        self._work: WelcomeWork | None = None
        self._was_read = False
        sources.day_read.connect(self._on_day_read)

    @property
    def work(self) -> "WelcomeWork":
        """The questions themselves."""
        if self._work is None:
            self._work = self._made()
        return self._work

    def ask_if_needed(self) -> None:
        """Ask when this practice is new here."""

        def needed() -> bool:
            return self._desk.welcome.needed()  # loaded by the thread that reads

        def decide(new_here: bool) -> None:
            if new_here and not self._was_read and self._sources.page() is None:
                self.ask()

        self._runners.read.run(needed, decide, self._tell.trouble)

    @Slot()
    def ask(self) -> None:
        """Ask, with what is known filled in; or come back to what is being asked."""
        if self.work.is_open():
            self.work.come_back()
        else:
            self.work.start()

    @Slot()
    def _on_day_read(self) -> None:
        self._was_read = True

    def _made(self) -> "WelcomeWork":
        from ui.welcome.demo_process import start_demo  # late: start  # noqa: PLC0415
        from ui.welcome.work import WelcomeWork  # late: start  # noqa: PLC0415

        work = WelcomeWork(
            self._desk.welcome,
            self._runners,
            self._tell,
            self._by,
            self._sources.choose_file,
            start_demo,
            self._icons,
        )
        window = self._window
        work.opened.connect(lambda: window.show_over(work.screen))
        work.left.connect(window.show_desk)
        # After the window itself was told: it shows the day, and then the questions come back.
        self._sources.day_read.connect(work.agenda_read)
        self._sources.left.connect(work.come_back)
        window.went_elsewhere.connect(work.put_away)
        window.closed.connect(work.keep)
        return work
