"""Telling at the desk that a practitioner runs late: one click, one key, and a way back."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from tests.helpers.window import OpenWindow, button, press

CONTROL = Qt.KeyboardModifier.ControlModifier


def _chosen(balie: OpenWindow) -> list[str]:
    """Return the minutes that are checked on the card."""
    chips: list[QPushButton] = balie.card.findChildren(QPushButton)
    return [each.text() for each in chips if each.isVisible() and each.isChecked()]


def _on_time(balie: OpenWindow) -> None:
    """Choose somebody of whom nothing is late yet."""
    balie.choose("11:20")
    assert not any("loopt uit:" in text for text in balie.card_says())


def test_one_click_tells_it_and_everybody_who_waits_is_told(balie: OpenWindow) -> None:
    _on_time(balie)
    QTest.mouseClick(button(balie.card, "20"), Qt.MouseButton.LeftButton)
    assert balie.news == "De mondhygiënist loopt 20 minuten uit."
    assert "De mondhygiënist loopt uit: ongeveer 20 minuten later." in balie.card_says()
    assert "“Het loopt wat uit. U bent rond tien over half twaalf aan de beurt.”" in (
        balie.card_says()
    )
    assert _chosen(balie) == ["20"]
    balie.choose("11:00")
    assert _chosen(balie) == [], "it is about another practitioner"


def test_the_key_adds_ten_minutes_each_time(balie: OpenWindow) -> None:
    _on_time(balie)
    press(Qt.Key.Key_T, CONTROL)
    assert _chosen(balie) == ["10"]
    press(Qt.Key.Key_T, CONTROL)
    assert _chosen(balie) == ["20"]
    assert "omdat dit om 09:00 aan de balie is gemeld" in balie.card_says()


def test_the_key_goes_on_from_what_is_seen(balie: OpenWindow) -> None:
    balie.choose("09:10")
    (late,) = (text for text in balie.card_says() if "loopt uit: ongeveer" in text)
    press(Qt.Key.Key_T, CONTROL)
    minutes = int(late.split("ongeveer ")[1].split()[0]) + 10
    assert balie.news == f"Tandarts El Amrani loopt {minutes} minuten uit."


def test_it_can_be_undone_and_taken_back(balie: OpenWindow) -> None:
    _on_time(balie)
    press(Qt.Key.Key_T, CONTROL)
    QTest.mouseClick(button(balie.window.banner, "Ongedaan maken"), Qt.MouseButton.LeftButton)
    assert _chosen(balie) == []
    QTest.mouseClick(button(balie.card, "30"), Qt.MouseButton.LeftButton)
    QTest.mouseClick(button(balie.card, "30"), Qt.MouseButton.LeftButton)
    assert _chosen(balie) == []
    assert balie.news == "Balie kijkt weer zelf of de mondhygiënist uitloopt."


def test_on_time_goes_before_what_is_seen(balie: OpenWindow) -> None:
    """The demo has somebody who is inside for long: the desk knows better."""
    balie.choose("09:10")
    late = [text for text in balie.card_says() if "loopt uit:" in text]
    assert late
    QTest.mouseClick(button(balie.card, "op tijd"), Qt.MouseButton.LeftButton)
    assert balie.news == "Tandarts El Amrani is weer op tijd."
    assert not [text for text in balie.card_says() if "loopt uit:" in text]


def test_of_somebody_who_left_nothing_is_asked(balie: OpenWindow) -> None:
    balie.choose("07:00")
    assert not [text for text in balie.card_says() if text.startswith("Loopt ")]
    press(Qt.Key.Key_T, CONTROL)
    assert balie.news == ""
