"""Reading an agenda file from the window: progress, stopping, the question, and trouble told."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QProgressBar
from pytestqt.qtbot import QtBot

from reception_assistant.agenda.visit import Status
from reception_assistant.clock import StandingClock
from reception_assistant.desk.opening import Desk
from reception_assistant.errors import Cancelled
from tests.helpers.practice import TODAY
from tests.helpers.window import OpenWindow, button, open_window, press, show
from ui.tasks import InlineRunner, Runners, ThreadRunner

CONTROL = Qt.KeyboardModifier.ControlModifier
HEADER = "datum;tijd;kenmerk;patientnummer;voornaam;achternaam;behandelaar"
DAY = "24-11-2026"


def agenda_file(folder: Path, *rows: str) -> Path:
    path = folder / "agenda.csv"
    path.write_text("\n".join((HEADER, *rows, "")), encoding="utf-8")
    return path


def row(number: int, time: str, day: str = DAY) -> str:
    return f"{day};{time};K{number};P{number};Anna;Groot{number};Bakker"


def read(balie: OpenWindow, path: Path) -> None:
    balie.ask.file = path
    press(Qt.Key.Key_O, CONTROL)


@pytest.fixture
def empty(
    qapp: QApplication, qtbot: QtBot, empty_desk: tuple[Desk, StandingClock]
) -> Iterator[OpenWindow]:
    with open_window(qapp, *empty_desk, is_demo=False) as opened:
        show(qtbot, opened)
        yield opened


@pytest.fixture
def threaded(
    qapp: QApplication, qtbot: QtBot, empty_desk: tuple[Desk, StandingClock]
) -> Iterator[OpenWindow]:
    """Give the window with its writing in a thread, as it is outside tests."""
    writing = ThreadRunner("writing")
    with open_window(
        qapp,
        *empty_desk,
        runners=Runners(InlineRunner(), writing, InlineRunner(), InlineRunner()),
        is_demo=False,
    ) as opened:
        opened.window.heart.rest()
        show(qtbot, opened)
        yield opened
        writing.shutdown()


def test_ctrl_o_reads_a_file_and_shows_who_comes(empty: OpenWindow, tmp_path: Path) -> None:
    read(empty, agenda_file(tmp_path, row(1, "9:10"), row(2, "9:20")))
    assert empty.news == (
        "Agenda ingelezen: 2 nieuw, 0 veranderd, 0 hetzelfde, 0 verdwenen. "
        "Alles is van dinsdag 24 november."
    )
    assert "Anna Groot1" in empty.says()
    assert "Goedemorgen Anna Groot1." in empty.card_says()


def test_without_a_file_nothing_happens(empty: OpenWindow) -> None:
    press(Qt.Key.Key_O, CONTROL)
    assert empty.ask.asked == ["agenda"]
    assert empty.news == ""


def test_what_was_not_understood_is_told(empty: OpenWindow, tmp_path: Path) -> None:
    wrong = [row(number, "straks") for number in range(2, 8)]
    read(empty, agenda_file(tmp_path, row(1, "9:10"), *wrong))
    assert empty.news.startswith("Agenda ingelezen: 1 nieuw")
    assert "regel 3" in empty.news
    assert "en nog 3 andere" in empty.news


def test_a_file_that_is_none_is_told_with_what_to_do(empty: OpenWindow, tmp_path: Path) -> None:
    read(empty, tmp_path / "er niet.csv")
    assert empty.news == (
        "Het bestand kan niet worden gelezen. "
        "Er is niets veranderd. Kijk of het er staat en of u het mag openen."
    )


def test_before_more_than_half_of_a_day_goes_it_asks(empty: OpenWindow, tmp_path: Path) -> None:
    """No keeps the appointments, yes takes them away."""
    full = [row(number, f"{number}:00") for number in range(10, 16)]
    read(empty, agenda_file(tmp_path, *full))
    rest = agenda_file(tmp_path, full[0], full[5])
    empty.ask.answer = False
    read(empty, rest)
    assert "Klopt het bestand, en mogen ze weg?" in empty.ask.asked[-1]
    assert {each.status for each in empty.visits()} == {Status.EXPECTED}
    empty.ask.answer = True
    read(empty, rest)
    assert [each.status for each in empty.visits()].count(Status.WITHDRAWN) == 4
    assert "4 verdwenen" in empty.news


def test_the_same_file_again_changes_nothing(empty: OpenWindow, tmp_path: Path) -> None:
    path = agenda_file(tmp_path, row(1, "9:10"))
    read(empty, path)
    before = empty.visits()
    read(empty, path)
    assert empty.visits() == before
    assert "1 hetzelfde" in empty.news


@pytest.mark.parametrize("content", [b"", b"\x00\xff" * 500, b"PK\x03\x04", b"naam\n", b"a" * 5000])
def test_rubbish_is_refused_with_a_sentence(
    empty: OpenWindow, tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "rubbish.csv"
    path.write_bytes(content)
    read(empty, path)
    assert empty.news
    assert empty.visits() == ()


def test_long_work_shows_how_far_it_is_and_can_be_stopped(
    threaded: OpenWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Stopped, the agenda is as it was."""
    monkeypatch.setattr("ui.sources.importing._QUIET_MILLISECONDS", 0)
    many = [row(number, f"{8 + number % 9}:{number % 60:02}") for number in range(3000)]
    importing = threaded.window.sources.importing
    seen, go_on = threading.Event(), threading.Event()
    pass_on = importing._progress

    def hesitate(part: float) -> None:
        pass_on(part)
        if part > 0 and not seen.is_set():
            seen.set()
            assert go_on.wait(20)

    monkeypatch.setattr(importing, "_progress", hesitate)
    read(threaded, agenda_file(tmp_path, *many))
    qtbot.waitUntil(lambda: threaded.news == "De agenda wordt ingelezen.", timeout=20_000)
    bar = threaded.window.banner.findChild(QProgressBar)
    assert bar is not None
    assert bar.isVisible()
    QTest.mouseClick(button(threaded.window.banner, "Stoppen"), Qt.MouseButton.LeftButton)
    go_on.set()
    qtbot.waitUntil(
        lambda: threaded.news == "Gestopt. De agenda is nog zoals hij was.", timeout=20_000
    )
    assert threaded.desk.agenda.day(TODAY, None).visits == ()
    assert threaded.desk.people.find("groot", TODAY) == []


def test_read_in_a_thread_the_agenda_comes_on_the_screen(
    threaded: OpenWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    read(threaded, agenda_file(tmp_path, row(1, "9:10")))
    qtbot.waitUntil(lambda: threaded.news.startswith("Agenda ingelezen: 1 nieuw"), timeout=20_000)
    qtbot.waitUntil(lambda: "Goedemorgen Anna Groot1." in threaded.card_says())


def test_closing_the_window_stops_a_file_that_is_being_read(balie: OpenWindow) -> None:
    """Nobody waits for a large file after closing; the agenda is as it was."""
    balie.window.close()
    with pytest.raises(Cancelled):
        balie.window.sources.importing._progress(0.5)
