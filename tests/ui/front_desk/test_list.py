"""The list of the day: walked by keys, filtered, and following the clock."""

from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reception_assistant.clock import StandingClock
from reception_assistant.desk.opening import Desk
from tests.helpers.practice import TODAY, moment
from tests.helpers.window import OpenWindow, button, open_window, press, show

TOMORROW = TODAY + timedelta(days=1)


def rows(balie: OpenWindow) -> list[str]:
    """Return the times in the list."""
    table = balie.window.front_desk.panel._model
    return [f"{row.visit.start:%H:%M}" for row in table.rows()]


def now_line(balie: OpenWindow) -> str:
    """Return the time of the row above which the line for "now" is drawn; "-" without it."""
    view = balie.window.front_desk.panel.view
    if view._now is None or not view._now.isVisible():
        return "-"
    top = view._now.y() + 1
    below = [row for row in range(len(rows(balie))) if view.rowViewportPosition(row) == top]
    return rows(balie)[below[0]] if below else "end"


def heading(balie: OpenWindow) -> str:
    return balie.window.front_desk.panel._heading.text()


def test_who_is_next_is_selected_and_greeted_at_the_start(balie: OpenWindow) -> None:
    assert f"{balie.chosen().start:%H:%M}" == "09:00"
    assert "Goedemorgen mevrouw De Vries." in balie.card_says()


def test_the_list_has_the_keys_at_the_start(balie: OpenWindow) -> None:
    assert balie.agenda.hasFocus()


def test_arrows_walk_the_list_and_the_card_follows(balie: OpenWindow) -> None:
    press(Qt.Key.Key_Down)
    assert "Goedemorgen Robin de Wit." in balie.card_says()
    press(Qt.Key.Key_Down)
    assert "Goedemorgen meneer IJzerman-'t Hart." in balie.card_says()
    press(Qt.Key.Key_Up, times=3)
    assert "Goedemorgen meneer Van Dam." in balie.card_says()


def test_the_list_can_show_the_agenda_of_one_practitioner(balie: OpenWindow) -> None:
    everybody = len(rows(balie))
    QTest.mouseClick(button(balie.window, "Preventie"), Qt.MouseButton.LeftButton)
    assert {row.visit.practitioner for row in balie.window.front_desk.panel._model.rows()} == {
        "Preventie"
    }
    QTest.mouseClick(button(balie.window, "Iedereen"), Qt.MouseButton.LeftButton)
    assert len(rows(balie)) == everybody


def test_who_is_selected_stays_selected_when_the_filter_goes(balie: OpenWindow) -> None:
    balie.choose("09:20")
    QTest.mouseClick(button(balie.window, "Preventie"), Qt.MouseButton.LeftButton)
    assert f"{balie.chosen().start:%H:%M}" == "09:20"
    QTest.mouseClick(button(balie.window, "Iedereen"), Qt.MouseButton.LeftButton)
    assert f"{balie.chosen().start:%H:%M}" == "09:20"


def test_somebody_whom_the_filter_hides_can_still_be_searched_for(balie: OpenWindow) -> None:
    QTest.mouseClick(button(balie.window, "Preventie"), Qt.MouseButton.LeftButton)
    press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(balie.search, "d'ancona")
    QTest.keyClick(balie.search, Qt.Key.Key_Return)
    assert f"{balie.chosen().start:%H:%M}" == "09:50"


def test_a_line_shows_where_now_is(balie: OpenWindow) -> None:
    assert now_line(balie) == "09:10"
    balie.at("09:25")
    assert now_line(balie) == "09:30"


def test_at_the_end_of_the_day_the_line_is_beneath_all(balie: OpenWindow) -> None:
    balie.at("20:00")
    assert now_line(balie) == "end"


def test_who_is_next_is_selected_as_the_clock_goes_on(balie: OpenWindow) -> None:
    balie.at("09:25")
    assert f"{balie.chosen().start:%H:%M}" == "09:10", "somebody may be twenty minutes late"
    assert "Goedemorgen Robin de Wit." in balie.card_says()


def test_the_greeting_follows_the_clock(balie: OpenWindow) -> None:
    balie.choose("13:00")
    assert "Goedemorgen meneer Van der Zanden." in balie.card_says()
    balie.window.work.note_input()
    balie.at("12:55")
    balie.choose("13:00")
    balie.window.work.tick(balie.desk.time.now())
    assert any(text.startswith("Goedemiddag") for text in balie.card_says())


def test_the_choice_of_a_busy_receptionist_is_left_alone(balie: OpenWindow) -> None:
    balie.at("09:29")
    press(Qt.Key.Key_Down, times=2)
    chosen = balie.chosen().id
    balie.clock.moment += timedelta(seconds=59)
    balie.window.work.tick(balie.desk.time.now())
    assert balie.chosen().id == chosen
    balie.clock.moment += timedelta(minutes=3)
    balie.window.work.tick(balie.desk.time.now())
    assert balie.chosen().id != chosen


def test_nobody_is_selected_behind_a_form_while_the_clock_goes_on(balie: OpenWindow) -> None:
    press(Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    chosen = balie.chosen().id
    balie.at("11:00")
    assert balie.chosen().id == chosen


def test_after_midnight_the_new_day_is_shown(balie: OpenWindow) -> None:
    balie.clock.moment = moment(TOMORROW, "00:01")
    balie.window.work.tick(balie.desk.time.now())
    assert heading(balie) == "Vandaag"
    assert [row.visit.start.date() for row in balie.window.front_desk.panel._model.rows()] == [
        TOMORROW
    ]


def test_at_midnight_the_day_that_was_looked_ahead_at_becomes_today(balie: OpenWindow) -> None:
    press(Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert heading(balie) == "Woensdag 25 november"
    balie.clock.moment = moment(TOMORROW, "00:01")
    balie.window.work.tick(balie.desk.time.now())
    assert heading(balie) == "Vandaag"


def test_days_are_walked_forth_and_back_and_home(balie: OpenWindow) -> None:
    control = Qt.KeyboardModifier.ControlModifier
    press(Qt.Key.Key_PageDown, control)
    assert heading(balie) == "Woensdag 25 november"
    assert rows(balie) == ["08:50"]
    assert now_line(balie) == "-"
    press(Qt.Key.Key_PageUp, control, times=2)
    assert heading(balie) == "Maandag 23 november"
    assert rows(balie) == []
    assert "Er staat niemand in de agenda." in balie.says()
    press(Qt.Key.Key_Home, control)
    assert heading(balie) == "Vandaag"
    assert f"{balie.chosen().start:%H:%M}" == "09:00"


def test_day_buttons_do_what_the_keys_do(balie: OpenWindow) -> None:
    QTest.mouseClick(button(balie.window, "›"), Qt.MouseButton.LeftButton)
    assert heading(balie) == "Woensdag 25 november"
    QTest.mouseClick(button(balie.window, "Vandaag"), Qt.MouseButton.LeftButton)
    assert heading(balie) == "Vandaag"
    QTest.mouseClick(button(balie.window, "‹"), Qt.MouseButton.LeftButton)
    assert heading(balie) == "Maandag 23 november"


def test_a_day_of_another_year_says_which(balie: OpenWindow) -> None:
    balie.window.work.go_days((date(2028, 5, 30) - TODAY).days)
    assert heading(balie) == "Dinsdag 30 mei 2028"


def test_the_numbers_of_the_day_follow_what_is_marked(balie: OpenWindow) -> None:
    assert "25 verwacht · 2 in de wachtkamer · 9 klaar" in balie.says()
    press(Qt.Key.Key_Return)
    assert "24 verwacht · 3 in de wachtkamer · 9 klaar" in balie.says()


def test_an_empty_practice_is_helped_on_its_way(
    qapp: QApplication, qtbot: QtBot, empty_desk: tuple[Desk, StandingClock]
) -> None:
    with open_window(qapp, *empty_desk, is_demo=False) as opened:
        show(qtbot, opened)
        assert "Er staat niemand in de agenda." in opened.says()
        QTest.mouseClick(button(opened.window, "Agenda inlezen"), Qt.MouseButton.LeftButton)
        assert opened.ask.asked == ["agenda"]
