"""Pictures of every screen in both themes, made from the demo practice at a fixed moment."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from reception_assistant.clock import StandingClock
from reception_assistant.desk import demo
from reception_assistant.desk.beginning import read_first
from reception_assistant.desk.opening import open_desk
from reception_assistant.i18n import _
from reception_assistant.paths import scripts_nl
from ui.ask import QtAsk
from ui.changes import ChangeBridge
from ui.completing import complete
from ui.main_window import MainWindow
from ui.settings.screen import Subject
from ui.tasks import InlineRunner, Runners
from ui.theme.colors import DARK, LIGHT
from ui.theme.look import Appearance
from ui.welcome.screen import Page

_MOMENT = datetime(2026, 11, 24, 8, 12, tzinfo=UTC)
_ROUNDS = 4
_CALLER = 3
_SIZES = ((1366, 768), (1024, 700))


def render_all(app: QApplication, folder: Path) -> int:
    """Write the pictures to `folder` and return 0."""
    folder.mkdir(parents=True, exist_ok=True)
    clock = StandingClock(_MOMENT)
    with demo.demo_folder() as data:
        demo.fill(data, clock)
        with open_desk(data, clock=clock) as desk:
            appearance = Appearance(app, LIGHT)
            runner = InlineRunner()
            runners = Runners(runner, runner, runner, runner)
            window = MainWindow(desk, appearance, read_first(desk), demo=True)
            changes = ChangeBridge(desk.changes, window)
            complete(window, desk, runners, appearance, QtAsk(window), changes)
            for name in _each_look(appearance, window):
                window.grab().save(str(folder / f"{name}.png"))
            window.close()
            changes.close()
            window.deleteLater()
    return 0


def screens(window: MainWindow) -> dict[str, Callable[[], None]]:
    """Return how to bring the window to each screen, in an order in which each can follow."""
    desk, sources = window.work, window.sources

    def balie() -> None:
        sources.close_assistant()
        window.help.close()
        window.plain_words.close()
        window.open_desk()
        window.banner.clear()
        desk.editing.close()

    def appointment() -> None:
        desk.editing.close()
        desk.change_appointment()

    def without_names() -> None:
        desk.editing.close()
        window.hide_names()

    def assistant(file: str) -> None:
        sources.importing.open(scripts_nl("demo", file))

    return {
        **_of_first_start(window),
        **_of_settings(window),
        "assistent-tabel": partial(assistant, "rooster.csv"),
        "assistent-agenda": partial(assistant, "rooster.ics"),
        **_of_help(window, balie),
        **_of_telephone(window),
        "opvolging": partial(_who_to_call, window),
        "overdracht": window.aftercare.show_hand_over,
        "klachten": partial(_first_complaint, window),
        "jaaroverzicht": window.aftercare.show_overview,
        "balie": balie,
        "persoon": desk.edit_person,
        "afspraak": appointment,
        "afgeschermd": without_names,
    }


def _of_first_start(window: MainWindow) -> dict[str, Callable[[], None]]:
    def question(page: Page) -> None:
        window.first_start.ask()
        window.first_start.work.screen.open(page)

    return {f"eerste-vragen-{page + 1}": partial(question, page) for page in Page}


def _of_settings(window: MainWindow) -> dict[str, Callable[[], None]]:
    def settings(subject: Subject) -> None:
        window.sources.close_assistant()
        window.open_settings()
        window.settings.open_page(subject)

    return {f"instellingen-{subject}": partial(settings, subject) for subject in Subject}


def _of_telephone(window: MainWindow) -> dict[str, Callable[[], None]]:
    """Return the moments of a call: begun, about a bill, calmed, parked, and ending."""

    def begun() -> None:
        window.help.close()
        window.plain_words.close()
        window.telephone.open()
        work = window.telephone.work()
        work.next_call()
        if not work.is_talking:
            window.telephone.start_with(window.work.coming()[_CALLER].person.id)
        work.talking.begin("gesprek-openen")
        work.finishing.panel.close_form()
        window.banner.clear()

    def about_a_bill() -> None:
        begun()
        work = window.telephone.work()
        work.knowing.reasons.reason_chosen.emit("rekening")
        work.talking.panel.answer_key(1)
        work.noting.note.show_text(_("Rekening 412 euro, begroting was 350."))

    def calmed() -> None:
        about_a_bill()
        window.telephone.calm(at_desk=False)

    def ending() -> None:
        about_a_bill()
        window.telephone.work().finishing.open()

    def idle() -> None:
        begun()
        window.telephone.work().park()

    return {
        "telefoon": begun,
        "telefoon-rekening": about_a_bill,
        "telefoon-kalmeren": calmed,
        "telefoon-afronden": ending,
        "telefoon-geparkeerd": idle,
    }


def _who_to_call(window: MainWindow) -> None:
    """Show what was promised, without the line of the screen before."""
    window.banner.clear()
    window.aftercare.open_follow_ups()


def _first_complaint(window: MainWindow) -> None:
    """Show the complaint that is to be answered first."""
    window.aftercare.open_complaints()
    listed = window.aftercare.complaints().screen.register.view
    listed.setCurrentIndex(listed.model().index(0, 0))
    window.aftercare.complaints().screen.take_keys()


def _of_help(window: MainWindow, balie: Callable[[], None]) -> dict[str, Callable[[], None]]:
    def plain_words() -> None:
        balie()
        window.plain_words.open()
        window.plain_words.ask("cariës")

    def help_page() -> None:
        balie()
        window.help.toggle()

    return {"gewone-taal": plain_words, "uitleg": help_page}


def _let_settle() -> None:
    """Let the layouts have their say, also those that wait for others."""
    for _round in range(_ROUNDS):
        loop = QEventLoop()
        QTimer.singleShot(0, loop.quit)
        loop.exec()


def _each_look(appearance: Appearance, window: MainWindow) -> Iterator[str]:
    for width, height in _SIZES:
        window.resize(width, height)
        window.show()
        for theme in (LIGHT, DARK):
            appearance.choose(theme)
            for screen, show in screens(window).items():
                show()
                _let_settle()
                yield f"{screen}-{width}x{height}-{theme}"
            window.hide_names()
