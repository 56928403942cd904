"""The script in the middle: one key for each answer, and nothing that was typed is lost."""

import gc
import weakref
from collections.abc import Iterator, Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from reception_assistant.library.lists import Mandate
from reception_assistant.run.view import PathPart, StepView, Way
from tests.helpers.window import bury, button, press, texts, write
from tests.ui.call.hearing import Heard
from tests.ui.call.steps import ASKED, CALM, MANDATES, OFFERS, PROMISE, SAID
from ui.call.mandate_box import MandateBox
from ui.call.script_panel import ScriptPanel

ALL = (
    "answered",
    "went_on",
    "back_requested",
    "came_back_requested",
    "missed",
    "remembered",
    "promise_requested",
    "script_chosen",
    "park_requested",
    "key_point_toggled",
)
WROTE = ("remembered", "emotie", "Wat voelt de beller?", "boos")


class Opened:
    """The panel with a note beside it, and what it told."""

    def __init__(self) -> None:
        self.window = QWidget()
        self.panel, self.note = ScriptPanel(), QLineEdit()
        layout = QVBoxLayout(self.window)
        layout.addWidget(self.panel, 1)
        layout.addWidget(self.note)
        self.heard = Heard(self.panel, *ALL)

    def show(self, view: StepView, mandates: Sequence[Mandate] = ()) -> None:
        """Show a step, and let it settle."""
        self.panel.show_step(view, mandates)
        QApplication.sendPostedEvents()

    def says(self) -> list[str]:
        """Return every text on the panel."""
        return texts(self.panel)

    def has_keys(self) -> bool:
        """Tell whether plain keys work on the script."""
        return QApplication.focusWidget() is self.panel


@pytest.fixture
def opened(qtbot: QtBot) -> Iterator[Opened]:
    made = Opened()
    made.window.resize(620, 760)
    with qtbot.waitExposed(made.window):
        made.window.show()
    made.window.activateWindow()
    qtbot.waitUntil(made.window.isActiveWindow)
    made.show(ASKED)
    yield made
    made.window.close()
    made.window.deleteLater()
    bury()


def focus() -> QWidget:
    """Return what has the keys."""
    found = QApplication.focusWidget()
    assert found is not None
    return found


# --- answering


@pytest.mark.parametrize(("digit", "number"), [("1", 0), ("2", 3), ("3", 4)])
def test_a_digit_gives_its_answer(opened: Opened, digit: str, number: int) -> None:
    write(digit)
    assert opened.heard == [("answered", number)]


def test_the_digits_at_the_right_of_the_keyboard_answer_too(opened: Opened) -> None:
    press(Qt.Key.Key_2, Qt.KeyboardModifier.KeypadModifier)
    assert opened.heard == [("answered", 3)]


def test_a_digit_without_an_answer_does_nothing(opened: Opened) -> None:
    write("890")
    press(Qt.Key.Key_Return)
    assert opened.heard == []


def test_a_digit_with_ctrl_or_alt_is_for_somebody_else(opened: Opened) -> None:
    press(Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    press(Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert opened.heard == []


def test_a_key_that_is_held_down_answers_once(opened: Opened) -> None:
    for again in (False, True, True):
        event = QKeyEvent(
            QEvent.Type.KeyPress, Qt.Key.Key_1, Qt.KeyboardModifier.NoModifier, "1", again
        )
        QApplication.sendEvent(opened.panel, event)
    assert opened.heard == [("answered", 0)]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_the_answer_that_tab_came_to_is_given(opened: Opened, key: Qt.Key) -> None:
    while "Nee" not in focus().accessibleName():
        press(Qt.Key.Key_Tab)
    press(key)
    assert opened.heard == [("answered", 3)]


def test_an_answer_can_be_clicked(opened: Opened) -> None:
    row = next(
        each
        for each in opened.panel.findChildren(QPushButton)
        if each.accessibleName() == "1 Ja, dat klopt"
    )
    QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    assert opened.heard == [("answered", 0)]


@pytest.mark.parametrize("way", [Way.ON, Way.BACK, Way.END])
@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_1])
def test_what_is_only_said_goes_on_with_one_key(opened: Opened, way: Way, key: Qt.Key) -> None:
    opened.show(SAID._replace(way=way))
    press(key)
    assert opened.heard == [("went_on",)]


def test_from_a_note_alt_and_a_digit_answers_and_the_note_keeps_the_keys(opened: Opened) -> None:
    opened.note.setFocus()
    opened.panel.answer_key(2)
    opened.show(SAID)
    assert opened.heard == [("answered", 3)]
    assert focus() is opened.note


def test_backspace_goes_back(opened: Opened) -> None:
    press(Qt.Key.Key_Backspace)
    opened.panel.back()
    assert opened.heard == [("back_requested",)] * 2


def test_esc_comes_back_out_of_a_detour_only(opened: Opened) -> None:
    press(Qt.Key.Key_Escape)
    assert opened.heard == []
    opened.show(CALM)
    assert "Zijpad. Esc brengt u terug naar «Verhelderen»." in opened.says()
    press(Qt.Key.Key_Escape)
    assert opened.heard == [("came_back_requested",)]


# --- none of the answers fits


def test_in_the_line_for_what_was_said_every_key_is_text(opened: Opened) -> None:
    write("4")
    write("belt voor 12 zaken")
    press(Qt.Key.Key_Backspace)
    assert opened.heard == []
    press(Qt.Key.Key_Return)
    assert opened.heard == [("missed", "belt voor 12 zake")]
    assert opened.has_keys()
    assert "Wat zei de beller?" not in opened.says()


def test_esc_closes_that_line_first_and_then_leaves_the_detour(opened: Opened) -> None:
    opened.show(CALM)
    write("4")
    write("weg ermee")
    press(Qt.Key.Key_Escape)
    assert opened.heard == []
    assert opened.has_keys()
    press(Qt.Key.Key_Escape)
    assert opened.heard == [("came_back_requested",)]


def test_an_empty_line_is_not_told(opened: Opened) -> None:
    write("4")
    write("  ")
    press(Qt.Key.Key_Return)
    assert opened.heard == []
    assert "Typ in een paar woorden wat de beller zei.   Esc: sluiten" in opened.says()


def test_a_new_step_closes_that_line(opened: Opened) -> None:
    write("4")
    opened.show(SAID)
    assert "Wat zei de beller?" not in opened.says()
    assert opened.has_keys()


# --- what is written down


def test_tab_leads_to_what_is_to_be_written_down(opened: Opened) -> None:
    opened.show(CALM)
    press(Qt.Key.Key_Tab)
    assert focus().accessibleName() == "Wat voelt de beller?"


@pytest.mark.parametrize(
    ("leave", "told"),
    [
        (lambda panel: panel.answer_key(1), ("answered", 0)),
        (lambda panel: panel.back(), ("back_requested",)),
        (lambda panel: button(panel, "Zijpad verlaten").click(), ("came_back_requested",)),
        (lambda panel: button(panel, "Parkeren").click(), ("park_requested",)),
    ],
)
def test_what_was_typed_is_told_before_the_step_is_left(
    opened: Opened, leave: "object", told: tuple[object, ...]
) -> None:
    opened.show(CALM)
    press(Qt.Key.Key_Tab)
    write("boos")
    assert opened.heard == []
    leave(opened.panel)  # type: ignore[operator]  # one of the above
    assert opened.heard == [WROTE, told]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Tab])
def test_leaving_the_field_tells_what_stands_in_it(opened: Opened, key: Qt.Key) -> None:
    opened.show(CALM)
    press(Qt.Key.Key_Tab)
    write("boos")
    press(key)
    assert opened.heard == [WROTE]
    if key is not Qt.Key.Key_Tab:
        assert opened.has_keys()


def test_what_is_typed_is_told_after_a_pause(opened: Opened, qtbot: QtBot) -> None:
    opened.show(CALM)
    press(Qt.Key.Key_Tab)
    with qtbot.waitSignal(opened.panel.remembered, timeout=3_000):
        write("boos")
    opened.panel.settle()
    assert opened.heard == [WROTE]


def test_what_was_written_before_stands_there_and_is_not_told_again(opened: Opened) -> None:
    opened.show(CALM._replace(remembered="verdrietig"))
    assert "verdrietig" in opened.says()
    write("1")
    assert opened.heard == [("answered", 0)]


def test_the_same_step_shown_again_leaves_somebody_typing(opened: Opened) -> None:
    opened.show(CALM)
    press(Qt.Key.Key_Tab)
    write("boo")
    opened.show(CALM._replace(say="Ik hoor dat u hier echt mee zit, mevrouw Jansen."))
    write("s")
    press(Qt.Key.Key_Return)
    assert opened.heard[-1] == WROTE


def test_the_same_step_after_an_answer_begins_anew(opened: Opened) -> None:
    opened.show(CALM)
    press(Qt.Key.Key_Tab)
    write("boos")
    opened.panel.answer_key(1)
    opened.show(CALM._replace(remembered="boos"))
    assert opened.has_keys()


def test_the_same_step_of_another_call_shows_what_was_written_there(opened: Opened) -> None:
    opened.show(CALM)
    press(Qt.Key.Key_Tab)
    write("boos")
    opened.panel.leave()
    opened.show(CALM._replace(remembered="verdrietig"))
    assert "verdrietig" in opened.says()
    assert opened.has_keys()
    assert opened.heard == [WROTE]


def test_another_step_takes_the_keys_from_the_field_but_not_from_the_note(opened: Opened) -> None:
    opened.show(CALM)
    press(Qt.Key.Key_Tab)
    opened.show(ASKED)
    assert opened.has_keys()
    opened.note.setFocus()
    opened.show(SAID)
    assert focus() is opened.note


def test_closing_the_screen_tells_what_was_typed(opened: Opened) -> None:
    opened.show(CALM)
    press(Qt.Key.Key_Tab)
    write("boos")
    opened.window.hide()
    assert opened.heard == [WROTE]


# --- what is shown


def test_the_sentence_stands_between_quotes_with_its_key_point(opened: Opened) -> None:
    assert {f"“{ASKED.say}”", ASKED.key, ASKED.tip} <= set(opened.says())
    assert {"Liever niet", "“Dat staat gewoon in de offerte.”", "Wel"} <= set(opened.says())


def test_the_switch_shows_the_key_point_large_and_wishes_to_be_heard(opened: Opened) -> None:
    def large() -> str:
        labels: list[QLabel] = opened.panel.findChildren(QLabel)
        shown = (each for each in labels if each.isVisible())
        return next(each.text() for each in shown if each.property("role") == "sentence")

    opened.panel.key_point_first(on=True)
    assert large() == ASKED.key
    assert f"“{ASKED.say}”" in opened.says()
    opened.show(ASKED._replace(literal=True, step="letterlijk"))
    assert large() == f"“{ASKED.say}”", "what is literal is never small"
    assert "Letterlijk zo zeggen" in opened.says()
    opened.show(ASKED._replace(key=""))
    assert large() == f"“{ASKED.say}”"
    button(opened.panel, "Kernpunt groot").click()
    assert opened.heard == [("key_point_toggled",)]


def test_a_slow_sentence_says_so_and_a_short_one_does_not(opened: Opened) -> None:
    hint = "Rustig: deze zin duurt ongeveer {} tellen."
    assert not [each for each in opened.says() if each.startswith("Rustig")]
    opened.show(ASKED._replace(seconds=5))
    assert hint.format(5) not in opened.says()
    opened.show(CALM)
    how = f"{CALM.tip} Houding: Zit rechtop en adem rustig uit. {hint.format(7)}"
    assert how in opened.says()


def test_the_seven_steps_stay_while_their_script_runs(opened: Opened) -> None:
    opened.show(CALM)
    assert "Stap 2 van 7: erkennen" in opened.says()
    opened.show(CALM._replace(phase=None, step="stilte"))
    assert "Stap 2 van 7: erkennen" in opened.says()
    opened.show(ASKED)
    assert not [each for each in opened.says() if each.startswith("Stap")]


def test_of_a_long_path_the_ends_are_shown_and_how_much_lies_between(opened: Opened) -> None:
    path = tuple(PathPart(f"Stap {number}", number // 7) for number in range(9))
    opened.window.resize(900, 700)
    opened.show(ASKED._replace(path=path))
    assert "Stap 0 › nog 5 stappen › Stap 6 ↘ Stap 7 ›" in opened.says()
    assert "Stap 8" in opened.says()


def test_the_promise_comes_before_the_sentence(opened: Opened) -> None:
    opened.show(PROMISE)
    assert "Eerst de belofte" in opened.says()
    press(Qt.Key.Key_Return)
    assert opened.heard == [("promise_requested",)]
    opened.show(PROMISE._replace(asks_promise=False, say="Ik bel u morgen terug."))
    assert "Eerst de belofte" not in opened.says()
    assert "“Ik bel u morgen terug.”" in opened.says()


def test_what_fits_now_says_why_and_a_digit_begins_it(opened: Opened) -> None:
    opened.panel.show_offers(OFFERS, "Wat past nu")
    assert {"Wat past nu", OFFERS[0].title, "reden: rekening, klinkt boos"} <= set(opened.says())
    press(Qt.Key.Key_Backspace)
    write("2")
    assert opened.heard == [("script_chosen", "klacht")]


def test_the_end_of_a_script_says_what_to_do_and_one_can_go_back(opened: Opened) -> None:
    opened.panel.show_finished("Rond het gesprek af.")
    assert "Rond het gesprek af." in opened.says()
    write("1")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Backspace)
    assert opened.heard == [("back_requested",)]


def test_what_may_be_offered_gives_its_sentence_when_it_is_chosen(opened: Opened) -> None:
    opened.show(CALM, MANDATES)
    assert {"Zelf:", "In overleg:", "Nooit:"} <= set(opened.says())
    assert "“Ik vraag of dat kan.”" not in opened.says()
    while focus().accessibleName() != "Dit mag u zelf: Een andere afspraak":
        press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Right, times=2)
    assert focus().accessibleName() == "In overleg: In delen betalen"
    press(Qt.Key.Key_Return)
    assert "“Ik vraag of dat kan.”" in opened.says()
    press(Qt.Key.Key_Space)
    assert "“Ik vraag of dat kan.”" not in opened.says()
    opened.show(CALM)
    assert "Zelf:" not in opened.says()
    assert opened.heard == []


def test_tab_comes_once_to_what_may_be_offered_and_back_to_where_it_was(opened: Opened) -> None:
    opened.show(CALM, MANDATES)
    box = opened.panel.findChild(MandateBox)
    assert box is not None
    while not box.isAncestorOf(focus()):
        press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Left)
    assert focus().accessibleName() == "Dit kan nooit: Voor iemand met spoed gaan"
    press(Qt.Key.Key_Tab)
    assert not box.isAncestorOf(focus())
    press(Qt.Key.Key_Backtab)
    assert focus().accessibleName() == "Dit kan nooit: Voor iemand met spoed gaan"


def test_a_screen_reader_says_the_sentence_and_the_answers(opened: Opened) -> None:
    assert opened.panel.accessibleName() == ASKED.say
    assert "2 Nee, het zit anders: vraag door." in opened.panel.accessibleDescription()


def test_a_new_step_begins_at_the_top(opened: Opened) -> None:
    opened.window.resize(400, 300)
    opened.show(CALM)
    press(Qt.Key.Key_End)
    bar = opened.panel.area.verticalScrollBar()
    assert bar.value() == bar.maximum() > 0
    opened.show(ASKED)
    assert bar.value() == 0


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp", "Cf")), min_size=1))
def test_whatever_is_said_is_shown_as_it_is(opened: Opened, said: str) -> None:
    """No markup, no braces, no ampersand means anything."""
    for text in (said, f"<b>{said}</b> & {{naam}}"):
        opened.show(SAID._replace(say=text))
        assert f"“{text}”" in opened.says()


# --- all day


def test_steps_all_day_make_no_new_parts(opened: Opened) -> None:
    def walk() -> int:
        for view in (ASKED, CALM, SAID, PROMISE):
            opened.show(view, MANDATES if view.phase else ())
        opened.panel.show_offers(OFFERS, "Wat past nu")
        return len(opened.panel.findChildren(QWidget))

    before = walk()
    assert [walk() for _again in range(5)] == [before] * 5


def test_it_is_freed_when_it_is_closed(qapp: QApplication) -> None:
    gc.collect()
    gc.disable()
    try:
        panel = ScriptPanel()
        panel.show()
        panel.show_step(CALM, MANDATES)
        left = weakref.ref(panel)
        panel.close()
        panel.deleteLater()
        bury()
        del panel
        assert left() is None
    finally:
        gc.enable()
