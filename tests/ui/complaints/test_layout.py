"""Of the Klachten screen nothing is cut off, in light and dark, narrow, and with large letters."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reception_assistant.clock import StandingClock
from reception_assistant.complaints.complaint import Field, Phase
from reception_assistant.complaints.feedback import NewFeedback, Sort
from reception_assistant.desk.opening import Desk
from tests.helpers.layout import assert_tidy
from tests.ui.call.dressing import dressed
from tests.ui.complaints.at_work import HEARD, AtWork, at_work, settle
from ui.complaints.columns import Part
from ui.theme.colors import DARK, LIGHT

LOOKS = (
    (LIGHT, 100, 1260, 700),
    (DARK, 100, 920, 620),
    (LIGHT, 150, 920, 620),
    (DARK, 200, 920, 620),
)
Look = tuple[str, int, int, int]
LONG = "Donaudampfschifffahrtsgesellschaftskapitänsmütze en nog veel meer dat niemand zei"


@contextmanager
def opened(
    qtbot: QtBot, app: QApplication, desk: tuple[Desk, StandingClock], look: Look
) -> Iterator[AtWork]:
    theme, scale, width, height = look
    with dressed(app, theme, scale), at_work(qtbot, desk, width, height) as screen:
        yield screen


@pytest.mark.parametrize("look", LOOKS)
def test_of_no_step_is_anything_cut_off(
    qapp: QApplication,
    qtbot: QtBot,
    desk_and_clock: tuple[Desk, StandingClock],
    look: Look,
) -> None:
    with opened(qtbot, qapp, desk_and_clock, look) as klachten:
        answers = {**HEARD, Field.BEHIND: LONG, Field.SOLUTION: "U had ons eerder moeten bellen"}
        complaint = klachten.begin(LONG, answers=answers, whom=LONG)
        klachten.work.open(complaint.id)
        for phase in Phase:
            klachten.screen.record.show_step(phase)
            settle()
            assert_tidy(klachten.window)
        klachten.screen.record.show_step(Phase.ACKNOWLEDGE)
        klachten.work.apologising.form.open()
        settle()
        assert_tidy(klachten.window)
        klachten.screen.record.promise_requested.emit()
        klachten.work.doing.promise.moment.write("morgen voor 12")
        settle()
        assert_tidy(klachten.window)
        klachten.screen.columns.bring(Part.BESIDE)
        klachten.screen.term.extend_requested.emit()
        klachten.screen.private.fold.turn()
        settle()
        assert_tidy(klachten.window)


@pytest.mark.parametrize("look", LOOKS[1::2])
def test_of_what_is_noted_nothing_is_cut_off(
    qapp: QApplication,
    qtbot: QtBot,
    desk_and_clock: tuple[Desk, StandingClock],
    look: Look,
) -> None:
    with opened(qtbot, qapp, desk_and_clock, look) as klachten:
        settle()
        assert_tidy(klachten.window)
        for sort in ("klacht", "idee", "agressie"):
            klachten.work.note(sort)
            settle()
            assert_tidy(klachten.window)
        told = klachten.desk.after.feedback.tell(
            NewFeedback(sort=Sort.IDEA, text=LONG, whom=LONG, about=LONG), klachten.me()
        )
        klachten.work.noting.told.emit(told, LONG)
        settle()
        assert_tidy(klachten.window)
