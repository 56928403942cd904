"""Every page of the first start can be read: small, large, light, dark, and with endless names."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reception_assistant.clock import StandingClock
from reception_assistant.desk.opening import Desk
from reception_assistant.errors import KnownError
from tests.helpers.layout import findings
from tests.helpers.window import bury
from tests.ui.test_layout import _Longer
from tests.ui.welcome.conftest import FirstStart, show
from ui.tasks import Runners
from ui.theme.colors import DARK, HIGH_CONTRAST, LIGHT
from ui.theme.look import Appearance
from ui.welcome.screen import Page

SIZES = ((1230, 690), (906, 610), (560, 420))
"""What the window leaves for a screen at 1366 x 768 and 1024 x 700, and at its smallest."""
LOOKS = ((LIGHT, 100), (LIGHT, 150), (DARK, 100), (DARK, 150), (HIGH_CONTRAST, 100))
LONG = "Maximiliana Wilhelmina van der Boetzelaer van Oosterhout tot"
ENDLESS = "Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunt"


def let_it_settle() -> None:
    """Let the layouts have their say, one round for each that lies in another."""
    bury()
    for _again in range(12):
        QApplication.processEvents()


def states(first: FirstStart) -> Iterator[str]:
    """Bring the screen to each state, one after the other."""
    screen = first.screen
    screen.open(Page.PRACTICE)
    yield "nothing filled in"
    screen.practice.name.setText(f"Tandartsenpraktijk {LONG} {ENDLESS}")
    screen.practice.disciplines.choose("tandarts")
    yield "a long practice"
    screen.open(Page.PEOPLE)
    yield "nobody filled in"
    people = screen.people
    people.own_name.setText(LONG)
    for names in (people.colleagues, people.practitioners):
        for name in ("Ayşe", LONG, "Jan-Willem", ENDLESS, "W" * 60, "Bo", "Cor"):
            names.field.setText(name)
            names.take()
        names.field.setText("bo")
        names.take()
    yield "many people, and one too many"
    screen.show_trouble(KnownError("Er werkt hier al iemand met deze naam.", f"Anders {LONG}."))
    yield "trouble"
    screen.open(Page.AGENDA)
    yield "agenda"
    screen.show_news("De demo opent in een eigen venster. Uw eigen gegevens blijven zo.")
    yield "demo"
    screen.open(Page.LOOK)
    yield "look"


def walk(first: FirstStart, sizes: tuple[tuple[int, int], ...]) -> list[str]:
    found = []
    for width, height in sizes:
        first.work.start()
        first.window.resize(width, height)
        for state in states(first):
            let_it_settle()
            found += [f"{width}x{height} {state}: {each}" for each in findings(first.window)]
    return found


@pytest.mark.parametrize(("theme", "scale"), LOOKS)
def test_nothing_is_cut_off_or_covered(first: FirstStart, theme: str, scale: int) -> None:
    first.appearance.choose(theme)
    first.appearance.set_scale(scale)
    found = walk(first, SIZES)
    assert not found, "\n" + "\n".join(found)


def test_a_language_with_longer_words_fits_too(
    qtbot: QtBot,
    appearance: Appearance,
    runners: Runners,
    empty_desk: tuple[Desk, StandingClock],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("reception_assistant.i18n._catalogue", _Longer())
    first = FirstStart(empty_desk[0], appearance, runners)
    qtbot.addWidget(first.window)
    show(qtbot, first)
    found = walk(first, SIZES[:2])
    assert not found, "\n" + "\n".join(found)


def test_what_has_the_keys_is_in_sight(first: FirstStart) -> None:
    """Also in a small window with large letters, going through all the fields."""
    first.appearance.set_scale(150)
    first.window.resize(560, 420)
    for page in Page:
        first.screen.open(page)
        let_it_settle()
        for _each in range(12):
            first.screen.focusNextChild()
            let_it_settle()
            focus = QApplication.focusWidget()
            assert focus is not None
            if first.screen._frame.isAncestorOf(focus):
                assert not focus.visibleRegion().isEmpty(), focus


def test_trouble_is_in_sight(first: FirstStart) -> None:
    first.window.resize(560, 420)
    first.screen.open(Page.PEOPLE)
    let_it_settle()
    first.screen.show_trouble(KnownError("Er werkt hier al iemand met deze naam."))
    let_it_settle()
    box = first.screen._frame.trouble_box
    assert box.visibleRegion().boundingRect() == box.rect()


def test_the_drawing_makes_room_for_the_words_in_a_narrow_window(first: FirstStart) -> None:
    first.screen.open(Page.LOOK)
    first.window.resize(1230, 690)
    let_it_settle()
    assert first.screen.look._miniature.isVisible()
    first.appearance.set_scale(200)
    let_it_settle()
    assert not first.screen.look._miniature.isVisible()
    first.appearance.set_scale(100)
    let_it_settle()
    assert first.screen.look._miniature.isVisible()
