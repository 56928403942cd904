"""From an angry call to what the practice learned of it, in a real window, by keyboard alone."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox
from pytestqt.qtbot import QtBot

from reception_assistant.clock import StandingClock
from reception_assistant.complaints.complaint import Complaint, Field, Phase, State
from reception_assistant.complaints.listed import Search
from reception_assistant.desk.opening import open_desk
from reception_assistant.follow_ups.follow_up import FollowUp, Helped, Kind
from reception_assistant.follow_ups.follow_up import State as Standing
from tests.helpers.practice import TODAY, moment
from tests.helpers.window import OpenWindow, open_window, press, show, texts, write

CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
ENTER, TAB, SPACE = Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Space
WORDS = "De rekening was vijftig euro hoger dan gezegd."
WISH = "een rekening die klopt"
PROMISED = "de nieuwe rekening sturen en erover bellen"
_MOST_TABS = 90


class Program:
    """The program on one folder: it is started, used, closed, and started again."""

    def __init__(self, app: QApplication, qtbot: QtBot, folder: Path) -> None:
        self._app, self._qtbot, self._folder = app, qtbot, folder
        self.wait_until = qtbot.waitUntil

    @contextmanager
    def started(self, time: str, day: date = TODAY) -> Iterator[OpenWindow]:
        """Start it when the clock on the wall shows `time`; no window is left of before."""
        clock = StandingClock(moment(day, time))
        with (
            open_desk(self._folder, clock=clock) as desk,
            open_window(self._app, desk, clock) as opened,
        ):
            show(self._qtbot, opened)
            yield opened


@pytest.fixture
def program(qapp: QApplication, qtbot: QtBot, demo_made: Path, tmp_path: Path) -> Program:
    """Give the program on a copy of the demo practice."""
    shutil.copytree(demo_made, tmp_path / "data")
    return Program(qapp, qtbot, tmp_path / "data")


def says(balie: OpenWindow) -> str:
    """Return all that stands on the screen that is shown."""
    screen = balie.window.screens.currentWidget()
    assert screen is not None
    return "\n".join(texts(screen))


def shown(balie: OpenWindow) -> Phase:
    """Return the step that is on the screen."""
    return balie.window.aftercare.complaints().screen.record.shown


def of_jansen(balie: OpenWindow) -> Complaint:
    """Return the only complaint of Jansen, as it is in the database."""
    complaints = balie.desk.after.complaints
    (row,) = complaints.listed(Search(text="jansen", state=None))
    found = complaints.one(row.id)
    assert found is not None
    return found


def promised(balie: OpenWindow, kind: Kind = Kind.PROMISE) -> FollowUp:
    """Return what was promised with that complaint."""
    all_of_it = balie.desk.after.complaints.promised(of_jansen(balie).id)
    (found,) = (each for each in all_of_it if each.kind is kind)
    return found


def tab_to(words: str) -> None:
    """Walk with Tab to what begins with `words`, or is called so."""
    for _each in range(_MOST_TABS):
        here = QApplication.focusWidget()
        text = here.text() if isinstance(here, QAbstractButton) else ""
        if here is not None and words in (here.accessibleName(), text[: len(words)]):
            return
        press(TAB)
    pytest.fail(f"Tab never comes to «{words}»")


def choose(first: str, wanted: str) -> None:
    """Walk with Tab to a row of chips and with the arrow to one of them, and choose it."""
    tab_to(first)
    for _again in range(3):
        QApplication.processEvents()  # the arrows go by where the chips are
    for _each in range(6):
        here = QApplication.focusWidget()
        if isinstance(here, QAbstractButton) and here.text() == wanted:
            break
        press(Qt.Key.Key_Right)
    press(SPACE)


def hear_an_angry_caller() -> None:
    """Take a call, calm with F8, and write down what is heard until the customer says yes."""
    press(Qt.Key.Key_F5)
    press(Qt.Key.Key_B, ALT)
    write("jansen")
    press(ENTER)
    press(Qt.Key.Key_R, ALT)
    write("rekening")
    press(ENTER)
    press(Qt.Key.Key_F8)
    for heard in ("boos", WORDS, WISH, "ja"):
        press(TAB)
        write(heard)
        press(ENTER)
        press(Qt.Key.Key_1)


def finish_the_call(*typed: str) -> None:
    """Write down how the call ended."""
    press(ENTER, CTRL)
    for each in typed:
        write(each)
    press(ENTER)


def open_the_complaint(program: Program, balie: OpenWindow) -> None:
    """Find the complaint of Jansen in the register and open it."""
    press(Qt.Key.Key_4, CTRL)
    press(Qt.Key.Key_F, CTRL)
    write("jansen")
    register = balie.window.aftercare.complaints().screen.register.view
    program.wait_until(lambda: register.lines.rowCount() == 1)
    press(ENTER)
    press(Qt.Key.Key_Down)
    press(ENTER)


def test_from_an_angry_call_to_what_was_learned_of_it(program: Program) -> None:
    with program.started("09:00") as balie:
        _call_and_complain(balie)
    with program.started("11:00") as balie:
        open_the_complaint(program, balie)
        _solve_and_promise(balie)
        _name_the_cause(program, balie)
    with program.started("14:00") as balie:
        _keep_the_promise(balie)
        _close(program, balie)
        _look_back(balie)


def _call_and_complain(balie: OpenWindow) -> None:
    """F8 becomes a complaint in which all stands that was told; the window goes at step 4."""
    hear_an_angry_caller()
    press(Qt.Key.Key_M, CTRL | SHIFT)
    made = of_jansen(balie)
    assert made.person_id == balie.found("jansen").id
    assert (made.phase, made.reason, made.call_id) == (Phase.SOLVE, "rekening", _talking(balie))
    assert [made.answer(each) for each in (Field.EMOTION, Field.WORDS, Field.WISH)] == [
        "boos",
        WORDS,
        WISH,
    ]
    assert f"“{WORDS}”" in says(balie)
    assert "Ja, bevestigd." in says(balie)
    press(Qt.Key.Key_2, CTRL)
    finish_the_call("klacht")
    assert balie.desk.calls.open_calls() == []
    press(Qt.Key.Key_4, CTRL)
    press(Qt.Key.Key_F6)
    write("Wij leggen de rekening")


def _talking(balie: OpenWindow) -> str:
    (opened,) = balie.desk.calls.open_calls()
    return opened.head.id


def _solve_and_promise(balie: OpenWindow) -> None:
    """It goes on where it stopped; the customer says yes, and gets a promise."""
    assert shown(balie) is Phase.SOLVE
    assert f"“{WORDS}”" in says(balie)
    assert of_jansen(balie).answer(Field.SOLUTION) == "Wij leggen de rekening"
    press(Qt.Key.Key_Backtab, SHIFT)
    press(Qt.Key.Key_End, CTRL)
    write(" naast de begroting.")
    press(ENTER, CTRL)
    assert shown(balie) is Phase.CHECK
    assert of_jansen(balie).answer(Field.SOLUTION).endswith("rekening naast de begroting.")
    for said in ("opgelucht", "eerlijk", "ja, precies"):
        write(said)
        press(TAB)
    press(SPACE)
    press(ENTER, CTRL)
    assert shown(balie) is Phase.DO
    press(ENTER, CTRL)
    assert shown(balie) is Phase.DO
    assert "Wat belooft u, en wanneer is het klaar?" in says(balie)
    tab_to("Iets beloven")
    press(SPACE)
    write(PROMISED)
    press(TAB)
    write("vandaag voor 16")
    assert "dinsdag 24 november voor 16.00 uur" in says(balie)
    press(ENTER, CTRL)
    made = promised(balie)
    assert (made.what, made.before) == (PROMISED, "2026-11-24T16:00")
    press(ENTER, CTRL)
    assert shown(balie) is Phase.LEARN


def _name_the_cause(program: Program, balie: OpenWindow) -> None:
    """The keys are at the list of causes; what is typed is kept without a key."""
    causes = QApplication.focusWidget()
    assert isinstance(causes, QComboBox)
    press(Qt.Key.Key_Down)
    assert of_jansen(balie).answer(Field.CAUSE) == causes.currentData()
    press(TAB)
    write("De meerprijs stond niet in de begroting.")
    program.wait_until(lambda: of_jansen(balie).answer(Field.CAUSE_TEXT).endswith("begroting."))


def _keep_the_promise(balie: OpenWindow) -> None:
    """The customer is called from the list, and what came of it is written down there."""
    press(Qt.Key.Key_3, CTRL)
    card = balie.window.aftercare.follow_ups().card
    for _each in range(10):
        if card.opened is not None and card.opened.follow_up.what == PROMISED:
            break
        press(Qt.Key.Key_Down)
    assert "Goedemiddag meneer Jansen, met Sanne." in says(balie)
    press(Qt.Key.Key_F5, SHIFT)
    assert "Spreek ik met" in says(balie)
    assert f"Wij beloofden: {PROMISED}." in says(balie)
    finish_the_call("vraag")
    assert balie.desk.calls.open_calls() == []
    assert card.opened is not None
    assert card.opened.follow_up.what == PROMISED
    press(Qt.Key.Key_F6)
    write("De nieuwe rekening ligt er, hij is blij.")
    press(ENTER)
    press(SPACE)
    press(ENTER, CTRL)
    kept = promised(balie)
    assert (kept.state, kept.helped) == (Standing.DONE, Helped.YES)
    assert PROMISED not in says(balie)


def _close(program: Program, balie: OpenWindow) -> None:
    """After the customer's yes it closes with one key; later somebody asks whether it held."""
    open_the_complaint(program, balie)
    press(ENTER, CTRL)
    closed = of_jansen(balie)
    assert (closed.state, closed.closed_reason) == (State.CLOSED, "")
    assert promised(balie, Kind.SOLVED).before > "2026-11-25"


def _look_back(balie: OpenWindow) -> None:
    """The year tells of its cause, and of nobody's name."""
    overview = balie.desk.after.overview.year(TODAY.year)
    cause = balie.desk.after.learning.cause(of_jansen(balie).answer(Field.CAUSE))
    assert (cause.label, 1) in [(each.label, each.number) for each in overview.causes]
    assert (overview.closed, overview.agreed) == (1, 1)
    page = balie.desk.after.overview.year_page(TODAY.year).html
    assert cause.label in page
    assert "Jansen" not in page


def test_the_same_call_gives_one_complaint_however_often_it_is_asked(program: Program) -> None:
    with program.started("09:00") as balie:
        hear_an_angry_caller()
        press(Qt.Key.Key_M, CTRL | SHIFT)
        first = of_jansen(balie)
        press(Qt.Key.Key_2, CTRL)
        press(TAB)
        write("een nieuwe rekening")
        press(ENTER)
        press(Qt.Key.Key_M, CTRL | SHIFT)
        again = of_jansen(balie)
        assert again.id == first.id
        assert again.answer(Field.WORDS) == WORDS
        assert again.answer(Field.SOLUTION) == "een nieuwe rekening"


def test_a_call_that_goes_on_is_there_after_a_restart_and_so_is_its_complaint(
    program: Program,
) -> None:
    with program.started("09:00") as balie:
        hear_an_angry_caller()
        press(Qt.Key.Key_M, CTRL | SHIFT)
    with program.started("09:02") as balie:
        assert "Er staat nog 1 gesprek open" in balie.news
        assert of_jansen(balie).phase is Phase.SOLVE
        press(Qt.Key.Key_2, CTRL)
        press(Qt.Key.Key_M, CTRL | SHIFT)
        assert of_jansen(balie).answer(Field.WISH) == WISH


def test_what_somebody_tells_is_one_key_away_on_every_screen(balie: OpenWindow) -> None:
    for place in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4):
        press(place, CTRL)
        press(Qt.Key.Key_M, CTRL | SHIFT)
        work = balie.window.aftercare.complaints()
        assert balie.window.screens.currentWidget() is work.screen
        assert work.screen.is_noting()


@pytest.mark.parametrize(
    ("night", "said", "in_time", "too_late"),
    [
        (date(2026, 3, 29), "voor 03.00 uur. 02.30 uur bestaat die nacht niet", "01:59", "03:01"),
        (
            date(2026, 10, 25),
            "voor 02.30 uur. 02.30 uur komt die nacht twee keer",
            "02:29",
            "02:31",
        ),
    ],
)
def test_a_promise_in_the_night_of_the_clock_change_is_late_after_it_and_not_before(
    program: Program, night: date, said: str, in_time: str, too_late: str
) -> None:
    with program.started("23:00", night - timedelta(days=1)) as balie:
        press(Qt.Key.Key_B, CTRL | SHIFT)
        write("mevrouw Zilverdam")
        press(TAB)
        write("de sleutel brengen")
        press(ENTER)
        write("morgen 02:30")
        assert said in says(balie)
        press(ENTER, CTRL)
    with program.started(in_time, night) as balie:
        for time, number in ((in_time, 0), (too_late, 1)):
            balie.clock.moment = moment(night, time)
            press(Qt.Key.Key_1, CTRL)
            press(Qt.Key.Key_3, CTRL)
            assert f"{number} te laat" in says(balie)
            assert "de sleutel brengen" in says(balie)


def test_a_deadline_on_a_holiday_shows_the_working_day_before_and_the_legal_day(
    program: Program,
) -> None:
    with program.started("09:00", date(2026, 11, 13)) as balie:
        press(Qt.Key.Key_4, CTRL)
        press(Qt.Key.Key_N, CTRL)
        press(TAB)
        write("Ik zat er veertig minuten en niemand zei iets.")
        choose("Telefoon", "Mail")
        tab_to("Van wie?")
        write("mevrouw Zilverdam")
        choose("Mondeling", "Schriftelijk")
        press(ENTER, CTRL)
        assert "uiterlijk 24 december" in says(balie)
        assert "25 december" in says(balie)
