"""The end of a call: three keys, six with a promise, and nothing that was filled in is lost."""

import logging
from collections.abc import Iterator

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QScrollArea
from pytestqt.qtbot import QtBot

from reception_assistant.calls.finishing import Lacking
from reception_assistant.calls.promise import Channel, Promise
from tests.helpers.window import button, press, texts, write
from tests.ui.call.right_column import (
    ANSWERED,
    BOTH,
    CALL_BACK,
    MADE,
    NAMES,
    NOT_HELPED,
    NUMBER,
    OUTCOMES,
    PEOPLE,
    dressed,
    moments,
    settle,
    shown,
)
from ui.actions import BY_ID, Do
from ui.call.finish_panel import FinishForm, FinishPanel

ENTER, ESC, DOWN, TAB = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Down, Qt.Key.Key_Tab
CONTROL = Qt.KeyboardModifier.ControlModifier
SENT = "offerte sturen"


class Desk:
    """The panel with what is connected to it, the keys that were pressed, and what came of it."""

    def __init__(self, panel: FinishPanel) -> None:
        self.panel = panel
        self.forms: list[FinishForm] = []
        self.promises: list[Promise] = []
        self.keys = 0
        self.made: Promise | None = None
        self.chosen = ""
        panel.finish_requested.connect(self.forms.append)
        panel.promised.connect(self.promises.append)
        panel.opening_requested.connect(self.open)
        keys = QKeySequence(BY_ID[Do.FINISH].shortcut)
        QShortcut(keys, panel.window()).activated.connect(self.open)

    def open(self) -> None:
        """Ask everything at the end of a call."""
        self.panel.open_for(OUTCOMES, PEOPLE, "1", moments(), NUMBER, self.made, chosen=self.chosen)

    def ask_promise(self) -> None:
        """Ask the promise in the midst of a call."""
        self.panel.ask_promise(PEOPLE, "1", moments(), NUMBER, self.made)

    def press(self, *keys: Qt.Key) -> None:
        """Press keys, and count them."""
        for key in keys:
            self.keys += 1
            press(key)

    def finish(self) -> None:
        """Press Ctrl+Enter, and count that."""
        self.keys += 1
        press(ENTER, CONTROL)

    def says(self, text: str) -> bool:
        """Tell whether `text` stands on the panel now."""
        return text in texts(self.panel)

    def marked(self) -> list[str]:
        """Return the lines that are shown as chosen, each with its digit."""
        boxes: list[QAbstractButton] = self.panel.findChildren(QAbstractButton)
        rows = (each for each in boxes if each.isVisible() and each.isChecked())
        return [each.accessibleName() for each in rows if "✓" in texts(each)]


@pytest.fixture(scope="module")
def light(qapp: QApplication) -> Iterator[None]:
    """Dress the program once."""
    with dressed(qapp):
        yield


@pytest.fixture
def desk(light: None, qtbot: QtBot) -> Iterator[Desk]:
    """Give the panel, closed, in a window whose keys go elsewhere."""
    with shown(qtbot, FinishPanel) as panel:
        script = QLineEdit(panel.window())
        script.show()
        script.setFocus()
        yield Desk(panel)


def keys_are_at(question: str) -> bool:
    """Tell whether the keys go to what answers `question`."""
    focus = QApplication.focusWidget()
    assert focus is not None
    return question in (focus.accessibleName(), focus.accessibleDescription())


# --- how few keys


def test_three_keys_finish_a_call(desk: Desk) -> None:
    desk.finish()
    desk.press(Qt.Key.Key_1, ENTER)
    assert desk.forms == [FinishForm(ANSWERED.id, "", None)]
    assert desk.keys == 3


def test_a_promise_takes_at_most_six_keys_and_its_text(desk: Desk) -> None:
    desk.finish()
    desk.press(Qt.Key.Key_2)
    write(SENT)
    desk.press(ENTER, Qt.Key.Key_3, ENTER)
    promise = Promise(
        what=SENT,
        before="2026-11-25T12:00",
        owner_id="1",
        by=NAMES[0],
        channel=Channel.CALL,
        reach=NUMBER,
    )
    assert desk.forms == [FinishForm(CALL_BACK.id, "", promise)]
    assert desk.keys == 5


def test_the_first_moment_needs_no_key(desk: Desk) -> None:
    desk.finish()
    desk.press(Qt.Key.Key_2)
    write(SENT)
    desk.press(ENTER, ENTER)
    (form,) = desk.forms
    assert form.promise is not None
    assert form.promise.before == moments()[0].before
    assert desk.keys == 4


def test_a_promise_made_in_the_script_is_only_confirmed(desk: Desk) -> None:
    desk.made = MADE
    desk.finish()
    desk.press(Qt.Key.Key_2)
    assert desk.says("woensdag 25 november voor 15.30")
    desk.press(ENTER)
    assert desk.forms == [FinishForm(CALL_BACK.id, "", replace(MADE, by=NAMES[1]))]
    assert desk.keys == 3


def test_the_outcome_of_the_script_is_chosen_already(desk: Desk) -> None:
    desk.chosen = "overgedragen"
    desk.finish()
    assert desk.marked() == ["5 Overgedragen"]
    desk.press(ENTER)
    assert [form.outcome for form in desk.forms] == ["overgedragen"]


# --- choosing


def test_nothing_is_chosen_by_itself(desk: Desk) -> None:
    desk.finish()
    assert desk.marked() == []
    desk.press(ENTER)
    assert desk.forms == []
    assert desk.says("Kies eerst hoe het gesprek afliep.")
    desk.press(Qt.Key.Key_1)
    assert not desk.says("Kies eerst hoe het gesprek afliep.")


def test_what_is_chosen_has_a_mark_and_is_checked(desk: Desk) -> None:
    desk.finish()
    desk.press(Qt.Key.Key_5)
    assert desk.marked() == ["5 Overgedragen"]
    desk.press(Qt.Key.Key_1)
    assert desk.marked() == ["1 Vraag beantwoord"]


def test_arrows_walk_without_leaving_the_list(desk: Desk) -> None:
    desk.finish()
    desk.press(DOWN, DOWN)
    assert desk.marked() == ["2 Wij bellen terug"]
    assert desk.says("Vraag beantwoord")
    desk.press(ENTER)
    assert desk.says("Wat belooft u?")
    assert not desk.says("Schrijf op wat u belooft.")
    assert desk.forms == []


def test_beyond_the_ninth_arrows_and_letters_lead(desk: Desk) -> None:
    desk.finish()
    assert not desk.says("Niets meer nodig")
    desk.press(Qt.Key.Key_9, DOWN)
    assert desk.marked() == ["Recept aangevraagd"]
    assert desk.says("Niets meer nodig")
    write("niets")
    assert desk.marked() == ["Niets meer nodig"]
    desk.press(ENTER)
    assert [form.outcome for form in desk.forms] == ["niets-nodig"]


def test_a_letter_leads_there_too_while_the_rest_is_folded(desk: Desk) -> None:
    desk.finish()
    write("rec")
    assert desk.marked() == ["Recept aangevraagd"]


def test_the_mouse_can_do_it_all(desk: Desk) -> None:
    QTest.mouseClick(button(desk.panel, "Gesprek afronden"), Qt.MouseButton.LeftButton)
    QTest.mouseClick(button(desk.panel, "Meer"), Qt.MouseButton.LeftButton)
    boxes: list[QAbstractButton] = desk.panel.findChildren(QAbstractButton)
    (row,) = (each for each in boxes if each.accessibleName() == "Niets meer nodig")
    QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    QTest.mouseClick(button(desk.panel, "Afronden"), Qt.MouseButton.LeftButton)
    assert [form.outcome for form in desk.forms] == ["niets-nodig"]


def test_the_likely_ones_stand_beside_the_button_and_open_it(desk: Desk) -> None:
    desk.panel.show_likely(OUTCOMES[:3])
    assert desk.says("Wij bellen terug")
    QTest.mouseClick(button(desk.panel, "Wij bellen terug"), Qt.MouseButton.LeftButton)
    assert desk.says("Wat belooft u?")
    write(SENT)
    desk.press(ENTER, ENTER)
    assert [form.outcome for form in desk.forms] == [CALL_BACK.id]
    desk.panel.close_form()
    QTest.mouseClick(button(desk.panel, "Gesprek afronden"), Qt.MouseButton.LeftButton)
    assert desk.marked() == []


# --- what is lacking


def test_a_refusal_asks_for_the_alternative(desk: Desk) -> None:
    desk.finish()
    desk.press(Qt.Key.Key_3)
    assert keys_are_at("Wat heeft u als alternatief aangeboden?")
    desk.press(ENTER)
    assert desk.forms == []
    assert desk.says("Schrijf op wat u wel heeft aangeboden.")
    write("morgen om acht uur bellen")
    desk.press(ENTER)
    assert desk.forms == [FinishForm(NOT_HELPED.id, "morgen om acht uur bellen", None)]


def test_an_alternative_and_a_promise_are_asked_one_after_the_other(desk: Desk) -> None:
    desk.finish()
    desk.press(Qt.Key.Key_4)
    write("een collega bellen")
    desk.press(ENTER)
    assert keys_are_at("Wat belooft u?")
    assert not desk.says("Schrijf op wat u belooft.")
    write(SENT)
    desk.press(ENTER, ENTER)
    (form,) = desk.forms
    assert (form.outcome, form.alternative) == (BOTH.id, "een collega bellen")
    assert form.promise is not None
    assert form.promise.what == SENT


def test_a_promise_without_words_is_asked_for(desk: Desk) -> None:
    desk.finish()
    desk.press(Qt.Key.Key_2, ENTER, ENTER)
    assert desk.forms == []
    assert desk.says("Schrijf op wat u belooft.")
    assert keys_are_at("Wat belooft u?")


@pytest.mark.parametrize("lacking", list(Lacking))
def test_what_the_desk_finds_lacking_is_asked_for_in_its_place(
    desk: Desk, lacking: Lacking
) -> None:
    desk.finish()
    desk.press(Qt.Key.Key_4)
    write("a")
    desk.press(ENTER)
    write("b")
    desk.press(ENTER, ENTER)
    desk.panel.show_lacking(lacking)
    places = {
        Lacking.OUTCOME: "Hoe liep het af?",
        Lacking.ALTERNATIVE: "Wat heeft u als alternatief aangeboden?",
        Lacking.WHAT: "Wat belooft u?",
        Lacking.BEFORE: "Voor wanneer?",
        Lacking.OWNER: "Wie doet het?",
    }
    assert keys_are_at(places[lacking])


def test_another_outcome_can_be_chosen_afterwards(desk: Desk) -> None:
    desk.finish()
    desk.press(Qt.Key.Key_2)
    write(SENT)
    QTest.mouseClick(button(desk.panel, "Andere afloop"), Qt.MouseButton.LeftButton)
    desk.press(Qt.Key.Key_1, ENTER)
    assert desk.forms == [FinishForm(ANSWERED.id, "", None)]


# --- when, who and how


def test_another_moment_is_typed_and_said_in_words(desk: Desk) -> None:
    desk.finish()
    desk.press(Qt.Key.Key_2)
    write(SENT)
    desk.press(ENTER, other_moment())
    write("1-12-2026")
    desk.press(ENTER)
    write("9:30")
    assert desk.says("Dat is dinsdag 1 december 2026 om 09:30.")
    desk.press(ENTER)
    (form,) = desk.forms
    assert form.promise is not None
    assert form.promise.before == "2026-12-01T09:30"


def test_a_day_that_does_not_exist_is_no_moment(desk: Desk) -> None:
    desk.finish()
    desk.press(Qt.Key.Key_2)
    write(SENT)
    desk.press(ENTER, other_moment())
    write("31-2-2026")
    desk.press(ENTER, ENTER)
    assert desk.forms == []
    assert desk.says("Kies voor wanneer u dit belooft. Dat moment moet nog komen.")
    assert any("datum" in text for text in texts(desk.panel))


def other_moment() -> Qt.Key:
    return Qt.Key(Qt.Key.Key_1 + len(moments()))


def test_somebody_else_may_do_it_in_another_way(desk: Desk) -> None:
    desk.finish()
    desk.press(Qt.Key.Key_2)
    write(SENT)
    assert desk.says(f"Sanne belt: {NUMBER}")
    QTest.mouseClick(button(desk.panel, "Wijzigen"), Qt.MouseButton.LeftButton)
    desk.press(Qt.Key.Key_2, TAB, Qt.Key.Key_Right, Qt.Key.Key_Space, TAB)
    press(Qt.Key.Key_A, CONTROL)
    write("jan@linde.nl")
    assert not desk.says(f"Sanne belt: {NUMBER}")
    desk.press(ENTER)
    (form,) = desk.forms
    assert form.promise is not None
    assert form.promise.owner_id == "2"
    assert form.promise.by == NAMES[1]
    assert form.promise.channel is Channel.MAIL
    assert form.promise.reach == "jan@linde.nl"


def test_who_is_gone_does_not_keep_a_promise(desk: Desk) -> None:
    made = replace(MADE, owner_id="9")
    desk.panel.open_for(OUTCOMES, PEOPLE, "2", moments(), NUMBER, made)
    desk.press(Qt.Key.Key_2)
    assert desk.says(f"Joost van den Berg belt: {NUMBER}")


def test_without_a_number_it_is_asked_for(desk: Desk) -> None:
    desk.panel.open_for(OUTCOMES, PEOPLE, "1", moments(), "", None)
    desk.press(Qt.Key.Key_2)
    assert desk.says("Op welk nummer of adres?")


# --- a promise in the midst of a call


def test_a_promise_before_it_is_said_asks_nothing_else(desk: Desk) -> None:
    desk.ask_promise()
    assert not desk.says("Hoe liep het af?")
    write(SENT)
    desk.press(ENTER, Qt.Key.Key_2, ENTER)
    (promise,) = desk.promises
    assert (promise.what, promise.before) == (SENT, "2026-11-24T17:00")
    assert desk.forms == []
    assert desk.says("Gesprek afronden   Ctrl+Enter")


def test_a_promise_needs_words_also_then(desk: Desk) -> None:
    desk.ask_promise()
    desk.press(ENTER, ENTER)
    assert desk.promises == []
    assert desk.says("Schrijf op wat u belooft.")


def test_a_promise_that_was_made_goes_along_with_any_outcome(desk: Desk) -> None:
    desk.made = MADE
    desk.finish()
    assert desk.says("U heeft beloofd: offerte sturen")
    desk.press(Qt.Key.Key_1, ENTER)
    assert desk.forms == [FinishForm(ANSWERED.id, "", MADE)]


# --- leaving and coming back


def test_escape_leaves_and_what_was_filled_in_stays(desk: Desk, qtbot: QtBot) -> None:
    desk.finish()
    desk.press(Qt.Key.Key_4)
    write("een collega bellen")
    desk.press(ENTER)
    write(SENT)
    with qtbot.waitSignal(desk.panel.left, timeout=100):
        desk.press(ESC)
    assert not desk.says("Wat belooft u?")
    desk.open()
    assert desk.marked() == ["4 Later, met belofte"]
    desk.press(ENTER)
    assert desk.says("een collega bellen")
    assert desk.says(SENT)


def test_each_conversation_has_its_own(desk: Desk) -> None:
    desk.panel.show_call("a")
    desk.finish()
    desk.press(Qt.Key.Key_2)
    write("geheim van mevrouw Jansen")
    desk.panel.show_call("b")
    assert desk.says("Gesprek afronden   Ctrl+Enter")
    desk.open()
    assert desk.marked() == []
    desk.press(Qt.Key.Key_2)
    assert not desk.says("geheim van mevrouw Jansen")
    desk.panel.close_form()
    desk.panel.show_call("a")
    desk.open()
    assert desk.marked() == ["2 Wij bellen terug"]
    desk.press(ENTER)
    assert desk.says("geheim van mevrouw Jansen")


def test_after_closing_nothing_is_left(desk: Desk) -> None:
    desk.finish()
    desk.press(Qt.Key.Key_2)
    write(SENT)
    desk.panel.close_form()
    desk.open()
    assert desk.marked() == []


def test_a_newer_promise_takes_the_place_of_an_older_one(desk: Desk) -> None:
    desk.finish()
    desk.press(Qt.Key.Key_2)
    write("iets anders")
    desk.press(ESC)
    desk.made = MADE
    desk.open()
    desk.press(ENTER)
    assert desk.says(SENT)
    assert not desk.says("iets anders")


def test_asking_again_while_it_is_open_changes_nothing(desk: Desk) -> None:
    desk.finish()
    desk.press(Qt.Key.Key_2)
    write(SENT)
    desk.finish()
    assert desk.says(SENT)
    assert keys_are_at("Voor wanneer?")
    assert desk.forms == []


@pytest.mark.parametrize("key", [ENTER, ESC, Qt.Key.Key_1, Qt.Key.Key_9])
def test_its_keys_are_its_own(desk: Desk, key: Qt.Key) -> None:
    """The window may have an action with such a key: the form claims it first."""
    desk.finish()
    focus = QApplication.focusWidget()
    assert focus is not None
    text = chr(key) if key < Qt.Key.Key_Escape else ""
    event = QKeyEvent(QEvent.Type.ShortcutOverride, key, Qt.KeyboardModifier.NoModifier, text)
    event.ignore()
    QApplication.sendEvent(focus, event)
    assert event.isAccepted()


def test_tab_comes_to_a_list_once(desk: Desk) -> None:
    desk.finish()
    desk.press(Qt.Key.Key_5, TAB)
    assert button(desk.panel, "Afronden").hasFocus()
    desk.press(TAB, ENTER)
    assert desk.says("Gesprek afronden   Ctrl+Enter")


# --- quiet and whole


def test_nothing_goes_to_a_log_or_a_title(desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    desk.finish()
    desk.press(Qt.Key.Key_2)
    write("mevrouw Jansen")
    desk.press(ENTER, ENTER)
    assert "Jansen" not in caplog.text
    assert "Jansen" not in desk.panel.window().windowTitle()


@pytest.mark.usefixtures("light")
def test_it_comes_into_view_where_the_column_scrolls(qtbot: QtBot) -> None:
    with shown(qtbot, QScrollArea) as area:
        panel = FinishPanel()
        area.setWidgetResizable(True)
        area.setWidget(panel)
        area.setFixedHeight(200)
        desk = Desk(panel)
        desk.open()
        desk.press(Qt.Key.Key_9)
        settle()
        focus = QApplication.focusWidget()
        assert focus is not None
        assert not focus.visibleRegion().isEmpty()
