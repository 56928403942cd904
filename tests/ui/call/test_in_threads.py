"""A call with real threads behind the window: what comes late leads nothing astray."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.helpers.practice import TODAY
from tests.helpers.window import OpenWindow, demo_desk, open_window, press, show, write
from ui.call.work import CallWork
from ui.tasks import Runners, ThreadRunner

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def balie(
    qapp: QApplication, qtbot: QtBot, demo_made: Path, tmp_path: Path
) -> Iterator[OpenWindow]:
    """Give the window with a thread for each kind of work."""
    threads = [ThreadRunner(name) for name in ("reading", "writing", "files", "journal")]
    with (
        demo_desk(demo_made, tmp_path / "data") as (desk, clock),
        open_window(qapp, desk, clock, runners=Runners(*threads)) as opened,
    ):
        show(qtbot, opened)
        yield opened
        opened.window.heart.rest()
        for thread in threads:
            thread.shutdown()
        qtbot.waitUntil(lambda: not any(thread._waiting for thread in threads))


def work_of(balie: OpenWindow) -> CallWork:
    return balie.window.telephone.work()


def waiting(balie: OpenWindow) -> bool:
    """Tell whether something is still being read or kept."""
    runners = balie.window._runners
    both = (runners.read, runners.journal)
    return any(each._waiting for each in both if isinstance(each, ThreadRunner))


def step_of(balie: OpenWindow) -> str:
    view = work_of(balie).stage.view()
    return f"{view.script_id}/{view.step}" if view is not None else ""


def test_the_opening_sentence_comes_and_stays(qtbot: QtBot, balie: OpenWindow) -> None:
    press(Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: step_of(balie).startswith("gesprek-openen"))
    qtbot.waitUntil(lambda: not waiting(balie))
    assert not work_of(balie).talking.panel._body.isHidden()
    assert work_of(balie).talking.panel._offers.isHidden()


def test_calming_as_the_first_key_of_the_day_is_not_lost(qtbot: QtBot, balie: OpenWindow) -> None:
    press(Qt.Key.Key_F8)
    qtbot.waitUntil(lambda: step_of(balie) == "kalmeren-in-zeven-stappen/erkennen")


def test_a_call_is_led_and_logged(qtbot: QtBot, balie: OpenWindow) -> None:
    press(Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: step_of(balie).startswith("gesprek-openen"))
    press(Qt.Key.Key_N, ALT)
    write("Belde over de rekening")
    press(Qt.Key.Key_Return, CTRL)
    press(Qt.Key.Key_1)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(balie.desk.calls.records(TODAY, TODAY)) == 1, timeout=5_000)
    (record,) = balie.desk.calls.records(TODAY, TODAY)
    assert record.note == "Belde over de rekening"


def test_a_reason_whose_script_comes_late_does_not_undo_the_calming(
    qtbot: QtBot, balie: OpenWindow
) -> None:
    press(Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: step_of(balie).startswith("gesprek-openen"))
    work = work_of(balie)
    work.knowing.reasons.reason_chosen.emit("rekening")
    work.talking.calm()
    qtbot.waitUntil(lambda: not waiting(balie))
    assert step_of(balie) == "kalmeren-in-zeven-stappen/erkennen"
    assert work.stage.session is not None
    assert work.stage.session.conversation.run.aside
