"""The line at the bottom of the window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QProgressBar
from pytestqt.qtbot import QtBot

from reception_assistant.errors import KnownError
from tests.helpers.window import button, texts
from ui.widgets.banner import Banner


@pytest.fixture
def banner(qtbot: QtBot) -> Banner:
    made = Banner()
    qtbot.addWidget(made)
    return made


def test_news_is_shown_with_what_can_be_done_about_it(banner: Banner) -> None:
    clicked: list[str] = []
    banner.tell("Aangemeld.", "Ongedaan maken", lambda: clicked.append("undo"))
    assert banner.text() == "Aangemeld."
    QTest.mouseClick(button(banner, "Ongedaan maken"), Qt.MouseButton.LeftButton)
    assert clicked == ["undo"]
    assert banner.text() == ""


def test_markup_is_shown_as_it_was_typed(banner: Banner) -> None:
    """A name is never taken for markup."""
    banner.tell("<b>Jansen</b> & <img src='http://example.org/x.png'> is aangemeld.")
    label = banner.findChild(QLabel)
    assert label is not None
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert "<b>Jansen</b> & <img src='http://example.org/x.png'> is aangemeld." in texts(banner)


def test_the_same_news_twice_is_one_line(banner: Banner) -> None:
    banner.tell("Bewaard.")
    banner.tell("Bewaard.")
    assert texts(banner).count("Bewaard.") == 1


def test_newer_news_takes_the_place_of_older(banner: Banner) -> None:
    banner.tell("Een.", "Ongedaan maken", lambda: None)
    banner.tell("Twee.")
    assert banner.text() == "Twee."
    assert not any(text.startswith("Ongedaan") for text in texts(banner))


def test_news_goes_by_itself_after_a_while(
    banner: Banner, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.widgets.banner._STAYS_MILLISECONDS", 10)
    banner.tell("Bewaard.")
    qtbot.waitUntil(lambda: banner.text() == "")


def test_trouble_stays_until_somebody_closes_it(
    banner: Banner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.widgets.banner._STAYS_MILLISECONDS", 10)
    banner.tell("Bewaard.")
    banner.trouble(KnownError("De schijf is vol.", "Er is niets verloren."))
    assert not banner._timer.isActive()
    assert banner.text() == "De schijf is vol. Er is niets verloren."
    assert banner.property("tone") == "stop"
    QTest.mouseClick(button(banner, "Sluiten"), Qt.MouseButton.LeftButton)
    assert banner.text() == ""


def test_an_error_of_ours_is_not_hidden_in_a_line(banner: Banner) -> None:
    with pytest.raises(ZeroDivisionError):
        banner.trouble(ZeroDivisionError("mevrouw Jansen"))
    assert banner.text() == ""


def test_long_work_shows_how_far_it_is_and_can_be_stopped(banner: Banner) -> None:
    stopped: list[bool] = []
    banner.working("De agenda wordt ingelezen.", 0.4, lambda: stopped.append(True))
    bar = banner.findChild(QProgressBar)
    assert bar is not None
    assert bar.isVisible()
    assert bar.value() == 40
    QTest.mouseClick(button(banner, "Stoppen"), Qt.MouseButton.LeftButton)
    assert stopped == [True]
    banner.tell("Gestopt.")
    assert not bar.isVisible()
