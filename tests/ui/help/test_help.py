"""F1 beside the screen: opening, reading and walking by keyboard, and back to where one was."""

import weakref
from itertools import product

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from tests.helpers.layout import findings
from tests.helpers.window import OpenWindow, bury, button, press, texts
from tests.ui.help.conftest import Desk, OpenDesk
from ui.help.pages import PageName, page_at
from ui.help.panel import HelpPanel
from ui.help.text import read_pages
from ui.help.work import HelpWork
from ui.tasks import InlineRunner, Runners, ThreadRunner
from ui.theme.colors import DARK, HIGH_CONTRAST, LIGHT, shipped_theme

PAGES = read_pages()
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def reading(desk: Desk) -> QScrollArea:
    """Return the part that scrolls."""
    found = desk.panel.findChild(QScrollArea)
    assert found is not None
    return found


def link(desk: Desk) -> QLabel:
    """Return the first text with a link in it."""
    labels: list[QLabel] = desk.panel.findChildren(QLabel)
    return next(each for each in labels if "<a " in each.text())


def colours(widget: QWidget) -> set[str]:
    """Return every colour with which a widget is painted."""
    image = widget.grab().toImage()
    places = product(range(image.width()), range(image.height()))
    return {image.pixelColor(x, y).name().upper() for x, y in places}


def let_it_settle() -> None:
    bury()
    for _again in range(3):
        QApplication.processEvents()


def test_f1_opens_the_page_of_this_screen_and_closes_it(desk: Desk) -> None:
    press(Qt.Key.Key_F1)
    assert "Aan de balie" in texts(desk.panel)
    press(Qt.Key.Key_F1)
    assert desk.panels() == []
    assert desk.field.hasFocus()


def test_esc_closes_it_and_the_cursor_is_where_it_was(desk: Desk) -> None:
    desk.button.setFocus()
    press(Qt.Key.Key_F1)
    assert reading(desk).hasFocus()
    press(Qt.Key.Key_Escape)
    assert desk.panels() == []
    assert desk.button.hasFocus()


def test_esc_closes_it_from_any_part_of_it(desk: Desk) -> None:
    press(Qt.Key.Key_F1)
    press(Qt.Key.Key_Tab, times=3)
    press(Qt.Key.Key_Escape)
    assert desk.panels() == []
    assert desk.field.hasFocus()


def test_the_button_closes_it(desk: Desk) -> None:
    press(Qt.Key.Key_F1)
    button(desk.panel, "Sluiten").click()
    assert desk.panels() == []
    assert desk.field.hasFocus()


def test_closing_leaves_the_cursor_alone_when_it_is_elsewhere(desk: Desk) -> None:
    press(Qt.Key.Key_F1)
    desk.button.setFocus()
    press(Qt.Key.Key_F1)
    assert desk.button.hasFocus()


def test_closing_when_what_had_the_cursor_is_gone(desk: Desk) -> None:
    press(Qt.Key.Key_F1)
    desk.field.deleteLater()
    bury()
    press(Qt.Key.Key_Escape)
    assert desk.panels() == []
    desk.button.hide()
    press(Qt.Key.Key_F1)
    assert len(desk.panels()) == 1


def test_the_screen_beside_it_goes_on_working(desk: Desk) -> None:
    press(Qt.Key.Key_F1)
    desk.field.setFocus()
    QTest.keyClicks(desk.field, "abc")
    press(Qt.Key.Key_Escape)
    assert desk.field.text() == "abc"
    assert len(desk.panels()) == 1


def test_the_keys_on_a_page_come_from_the_table(desk: Desk) -> None:
    press(Qt.Key.Key_F1)
    said = texts(desk.panel)
    for text in ("Naar binnen", "F3", "Loopt uit", "Ctrl+T", "Ctrl+Shift+L"):
        assert text in said


def test_another_page_is_a_click_away_and_begins_at_its_beginning(desk: Desk) -> None:
    press(Qt.Key.Key_F1)
    press(Qt.Key.Key_End)
    assert reading(desk).verticalScrollBar().value() > 0
    button(desk.panel, "Iemand zoeken").click()
    assert "Niemand gevonden" in " ".join(texts(desk.panel))
    assert reading(desk).verticalScrollBar().value() == 0
    assert reading(desk).hasFocus()


def test_every_other_page_is_offered(desk: Desk) -> None:
    for name, page in PAGES.items():
        desk.screen = name
        press(Qt.Key.Key_F1)
        buttons: list[QPushButton] = reading(desk).findChildren(QPushButton)
        offered = [each.text() for each in buttons]
        assert offered == [other.title for other in PAGES.values() if other is not page]
        press(Qt.Key.Key_F1)


def test_a_link_in_the_text_is_followed_by_keyboard(desk: Desk) -> None:
    press(Qt.Key.Key_F1)
    press(Qt.Key.Key_Tab)
    link = QApplication.focusWidget()
    assert isinstance(link, QLabel)
    press(Qt.Key.Key_Return)
    bury()
    assert "Iemand zoeken" in texts(desk.panel)
    assert reading(desk).hasFocus()


def test_tab_walks_round_inside_the_help(desk: Desk) -> None:
    press(Qt.Key.Key_F1)
    seen: list[QWidget] = []
    for _each in range(40):
        press(Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        assert focus is not None
        assert desk.panel.isAncestorOf(focus)
        if focus in seen:
            break
        seen.append(focus)
    close = button(desk.panel, "Sluiten")
    assert close in seen
    assert reading(desk) in seen
    close.setFocus()
    press(Qt.Key.Key_Tab, SHIFT)
    focus = QApplication.focusWidget()
    assert isinstance(focus, QPushButton)
    assert focus.text() == "Alle toetsen"


def test_what_tab_reaches_is_scrolled_into_sight(desk: Desk) -> None:
    press(Qt.Key.Key_F1)
    button(desk.panel, "Sluiten").setFocus()
    press(Qt.Key.Key_Tab, SHIFT)
    focus = QApplication.focusWidget()
    assert focus is not None
    view = reading(desk).viewport()
    assert view.rect().contains(focus.mapTo(view, focus.rect().center()))


@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_End])
def test_it_is_scrolled_by_keyboard(desk: Desk, key: Qt.Key) -> None:
    press(Qt.Key.Key_F1)
    press(key)
    assert reading(desk).verticalScrollBar().value() > 0
    press(Qt.Key.Key_Home)
    assert reading(desk).verticalScrollBar().value() == 0


def test_there_is_nothing_empty_to_scroll_to(desk: Desk) -> None:
    desk.screen = "sneltoetsen"
    press(Qt.Key.Key_F1)
    let_it_settle()
    inside = reading(desk).widget()
    assert inside is not None
    last = button(desk.panel, "De eerste keer")
    below = inside.height() - last.mapTo(inside, last.rect().bottomLeft()).y()
    assert below < last.height()


def test_a_screen_reader_can_read_all_of_it(desk: Desk) -> None:
    press(Qt.Key.Key_F1)
    assert desk.panel.accessibleName() == "Uitleg: Aan de balie"
    aloud = reading(desk).accessibleDescription()
    assert reading(desk).accessibleName() == "Aan de balie"
    for block in PAGES[PageName.DESK].blocks:
        assert block.plain in aloud
    assert "Naar binnen: F3" in aloud


def test_it_follows_to_another_screen_and_leaves_the_keys_there(desk: Desk) -> None:
    press(Qt.Key.Key_F1)
    desk.button.setFocus()
    desk.screen = "instellingen"
    desk.work.follow()
    assert desk.panel.accessibleName() == "Uitleg: Instellingen"
    assert desk.button.hasFocus()
    desk.work.toggle()
    desk.work.follow()
    assert desk.panels() == []


def test_a_screen_without_a_page_shows_all_keys(desk: Desk) -> None:
    desk.screen = "inzicht"
    press(Qt.Key.Key_F1)
    assert desk.panel.accessibleName() == "Uitleg: Alle toetsen"


def test_the_part_that_has_the_cursor_may_have_a_page_of_its_own(desk: Desk) -> None:
    assert page_at(desk.field, "balie") is PageName.DESK
    assert page_at(None, "balie") is PageName.DESK
    desk.window.setObjectName("person_editor")
    assert page_at(desk.field, "balie") is PageName.PERSON


def test_each_part_of_the_telephone_has_its_own_page(balie: OpenWindow) -> None:
    def explained() -> str:
        press(Qt.Key.Key_F1)
        name = balie.window.findChildren(HelpPanel)[-1].accessibleName()
        press(Qt.Key.Key_F1)
        bury()
        return name.removeprefix("Uitleg: ")

    press(Qt.Key.Key_2, CTRL)
    assert explained() == "Aan de telefoon"
    press(Qt.Key.Key_F5)
    assert explained() == "Aan de telefoon"
    press(Qt.Key.Key_B, ALT)
    assert explained() == "Aan de telefoon"
    press(Qt.Key.Key_F9)
    assert explained() == "Als het moeilijk wordt"
    press(Qt.Key.Key_N, ALT)
    assert explained() == "Een notitie maken"
    press(Qt.Key.Key_J, CTRL)
    assert explained() == "Een notitie maken"
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_Return, CTRL)
    assert explained() == "Afronden en parkeren"


def test_what_comes_after_a_call_has_its_own_pages(balie: OpenWindow) -> None:
    def explained() -> str:
        press(Qt.Key.Key_F1)
        name = balie.window.findChildren(HelpPanel)[-1].accessibleName()
        press(Qt.Key.Key_F1)
        bury()
        return name.removeprefix("Uitleg: ")

    press(Qt.Key.Key_3, CTRL)
    assert explained() == "Wat er beloofd is"
    press(Qt.Key.Key_N, CTRL)
    assert explained() == "Wat er beloofd is"
    press(Qt.Key.Key_4, CTRL)
    assert explained() == "Klachten en complimenten"
    press(Qt.Key.Key_M, CTRL | SHIFT)
    assert explained() == "Klachten en complimenten"


def test_it_follows_the_size_of_the_window(desk: Desk) -> None:
    press(Qt.Key.Key_F1)
    desk.window.resize(900, 500)
    let_it_settle()
    panel = desk.panel.geometry()
    assert (panel.right(), panel.height()) == (desk.window.width() - 1, desk.window.height())
    assert panel.left() > desk.window.width() // 3
    desk.window.resize(300, 500)
    let_it_settle()
    assert desk.panel.width() == desk.window.width()


def test_another_theme_and_larger_letters_are_worn_at_once(desk: Desk) -> None:
    press(Qt.Key.Key_F1)
    let_it_settle()
    width = desk.panel.width()
    assert shipped_theme(LIGHT)["primary"] in colours(link(desk))
    desk.appearance.choose(DARK)
    desk.appearance.set_scale(150)
    let_it_settle()
    assert desk.panel.width() > width
    assert findings(desk.panel) == []
    worn = colours(link(desk))
    assert shipped_theme(DARK)["primary"] in worn
    assert shipped_theme(LIGHT)["primary"] not in worn


def test_opened_and_closed_all_day_it_leaves_nothing_behind(desk: Desk) -> None:
    def open_and_close() -> int:
        press(Qt.Key.Key_F1)
        for words in ("Iemand zoeken", "Alle toetsen", "Aan de balie"):
            button(desk.panel, words).click()
        left.append(weakref.ref(desk.panel))
        press(Qt.Key.Key_Escape)
        bury()
        return len(desk.window.findChildren(QWidget))

    left: list[weakref.ref[QWidget]] = []
    before = open_and_close()
    for _each in range(5):
        assert open_and_close() == before
    assert [each() for each in left] == [None] * len(left)


def test_the_files_are_read_elsewhere(open_desk: OpenDesk, qtbot: QtBot) -> None:
    files = ThreadRunner("files")
    with open_desk(files=files) as desk:
        with qtbot.waitSignal(files.idle):
            desk.work.toggle()
            assert not desk.work.is_open()
        assert desk.work.is_open()
        desk.work.toggle()
        desk.work.toggle()
        assert desk.work.is_open()  # they are remembered
    files.shutdown()


def test_pressed_again_before_it_is_there_it_stays_away(open_desk: OpenDesk, qtbot: QtBot) -> None:
    files = ThreadRunner("files")
    with open_desk(files=files) as desk:
        with qtbot.waitSignal(files.idle):
            desk.work.toggle()
            desk.work.toggle()
        assert not desk.work.is_open()
    files.shutdown()


@pytest.mark.parametrize("size", [(1366, 768), (1024, 700)], ids=str)
@pytest.mark.parametrize(
    "look", [(LIGHT, 100), (LIGHT, 150), (DARK, 150), (HIGH_CONTRAST, 200)], ids=str
)
def test_nothing_is_cut_off_on_any_page(
    open_desk: OpenDesk, size: tuple[int, int], look: tuple[str, int]
) -> None:
    found = []
    with open_desk(size=size, look=look) as desk:
        for name in PageName:
            desk.screen = name
            desk.work.toggle()
            let_it_settle()
            found += [f"{name}: {each}" for each in findings(desk.panel)]
            desk.work.toggle()
    assert found == []


def test_beside_the_real_agenda(balie: OpenWindow) -> None:
    """The list goes on working beside it, and the names disappear with one key as always."""
    inline = InlineRunner()
    main = balie.window.main
    runners = Runners(inline, inline, inline, inline)
    work = HelpWork(runners, main, lambda: "balie", balie.window.screens)
    work.toggle()
    let_it_settle()
    assert findings(balie.window) == []
    assert not balie.window.header.geometry().isEmpty()
    balie.window.hide_names()
    assert not any(text == "Aan de balie" for text in balie.says())
    balie.window.hide_names()
    press(Qt.Key.Key_Escape)
    assert not work.is_open()
    assert balie.agenda.hasFocus()
