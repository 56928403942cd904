"""Ctrl+J: type a word of the trade, see what to say, copy it, and be back where you were."""

import gc
import weakref

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from reception_assistant.changes import Changed
from reception_assistant.errors import StoreError
from reception_assistant.language.lookup import Answer
from reception_assistant.settings.catalogue import OWN_WORDS
from tests.helpers.layout import assert_tidy
from tests.helpers.window import bury, button, press, texts, write
from tests.ui.plain_words.conftest import Host
from ui.plain_words.work import PlainWordsWork
from ui.tasks import InlineRunner, Runners
from ui.theme.look import Appearance

NOTHING_YET = "Typ een vakwoord, of een zin die u liever anders zegt."


def clipboard() -> str:
    return QGuiApplication.clipboard().text()


def large(host: Host) -> str:
    """Return what stands largest on the card: the chosen answer."""
    bury()
    answers: list[QWidget] = host.overlay.findChildren(QWidget, "answer")
    (chosen,) = (each for each in answers if each.property("bar") == "primary")
    return texts(chosen)[0]


def test_it_opens_with_the_keys_in_its_field_and_says_what_to_do(host: Host) -> None:
    host.work.open()
    assert host.field.hasFocus()
    assert NOTHING_YET in host.says()
    assert host.answers() == []


def test_typing_shows_the_plain_word_and_all_about_it(host: Host) -> None:
    host.work.open()
    write("extractie")
    (first, *_rest) = host.answers()
    assert first[:4] == [
        "tand of kies trekken",
        "We halen een tand of kies weg.",
        "Vakwoord bij de tandarts: extractie",
        "Zeg dit vakwoord liever niet in een gesprek.",
    ]


def test_a_word_that_may_be_said_says_so(host: Host) -> None:
    (first, *_rest) = host.look_up("facing")
    assert "U mag dit vakwoord zeggen. Leg dan meteen uit wat het is." in first


def test_where_there_is_no_short_form_the_explanation_is_what_to_say(host: Host) -> None:
    (first, *_rest) = host.look_up("lachgas")
    assert first[0] == "gas waar u rustig van wordt, u blijft wakker"


def test_a_word_of_a_stop_sign_asks_for_attention_without_any_advice(host: Host) -> None:
    (first, *_rest) = host.look_up("nabloeding")
    assert "Let op: dit woord kan bij een stopteken horen. Volg wat uw praktijk afsprak." in first
    assert not any("112" in text for text in first)


def test_a_remark_for_the_reader_is_told(host: Host) -> None:
    (first, *_rest) = host.look_up("nuchter")
    assert "Zeg precies vanaf hoe laat, zoals de behandelaar opgeeft." in first


def test_a_phrase_says_what_not_and_what_then_and_why(host: Host) -> None:
    (first, *_rest) = host.look_up("rustig maar")
    assert first[:3] == [
        "Liever niet: rustig maar",
        "Wel: Ik hoor dat dit u hoog zit. Ik luister.",
        "Zeggen dat iemand moet kalmeren werkt averechts.",
    ]


def test_only_the_chosen_answer_is_shown_whole(host: Host) -> None:
    (first, second, *_rest) = host.look_up("anesthesie")
    assert any("liever niet" in text for text in first)
    assert second[:2] == ["narcose", "Vakwoord bij de dierenarts: anesthesie"]
    assert not any("liever niet" in text for text in second)


def test_arrows_walk_and_go_round(host: Host) -> None:
    host.work.open()
    write("anesthesie")
    assert large(host) == "verdoving"
    press(Qt.Key.Key_Down)
    assert large(host) == "narcose"
    press(Qt.Key.Key_Up, times=2)
    assert large(host) == "plaatselijke verdoving"
    press(Qt.Key.Key_Down)
    assert large(host) == "verdoving"
    assert host.field.hasFocus()


def test_a_click_chooses(host: Host) -> None:
    host.look_up("anesthesie")
    second = host.overlay.findChildren(QWidget, "answer")[1]
    QTest.mouseClick(second, Qt.MouseButton.LeftButton, pos=QPoint(4, 4))
    assert large(host) == "narcose"


def test_enter_copies_what_is_to_be_said_and_tells_it(host: Host) -> None:
    host.work.open()
    write("extractie")
    press(Qt.Key.Key_Return)
    assert clipboard() == "tand of kies trekken"
    assert "«tand of kies trekken» is gekopieerd. Plakken doet u met Ctrl+V." in host.says()
    write("s")
    assert not any("gekopieerd" in text for text in host.says())


def test_of_a_phrase_the_better_sentence_is_copied(host: Host) -> None:
    host.look_up("u moet")
    press(Qt.Key.Key_Enter)
    assert clipboard() == "Wilt u mij daarbij helpen?"


def test_the_button_copies_too(host: Host) -> None:
    host.look_up("anesthesie")
    press(Qt.Key.Key_Down)
    QTest.mouseClick(button(host.overlay, "Kopiëren"), Qt.MouseButton.LeftButton)
    assert clipboard() == "narcose"


def test_enter_without_an_answer_leaves_the_clipboard_alone(host: Host) -> None:
    QGuiApplication.clipboard().setText("van mij")
    host.work.open()
    press(Qt.Key.Key_Return)
    write("zzzzzz")
    press(Qt.Key.Key_Return)
    assert clipboard() == "van mij"


def test_escape_closes_and_gives_the_keys_back(host: Host) -> None:
    host.note.setFocus()
    host.work.open()
    write("extractie")
    press(Qt.Key.Key_Escape)
    assert not host.work.is_open()
    assert host.note.hasFocus()


def test_escape_closes_from_a_button_too(host: Host) -> None:
    host.look_up("extractie")
    press(Qt.Key.Key_Tab)
    assert not host.field.hasFocus()
    press(Qt.Key.Key_Escape)
    assert not host.work.is_open()
    assert host.line.hasFocus()


def test_what_had_the_keys_may_be_gone(host: Host, qtbot: QtBot) -> None:
    host.button.setFocus()
    host.work.open()
    host.button.deleteLater()
    bury()
    with qtbot.waitSignal(host.work.left):
        press(Qt.Key.Key_Escape)


def test_the_next_time_it_is_empty_again(host: Host) -> None:
    host.look_up("extractie")
    press(Qt.Key.Key_Escape)
    host.work.open()
    assert host.field.text() == ""
    assert NOTHING_YET in host.says()


def test_the_key_leads_back_to_the_field_when_it_is_open(host: Host) -> None:
    host.look_up("extractie")
    host.line.setFocus()
    host.work.open()
    assert host.field.hasFocus()
    host.work.open()
    assert host.field.hasFocus()
    press(Qt.Key.Key_Escape)
    assert host.line.hasFocus()


# --- what is selected


def test_what_is_selected_in_a_field_is_looked_up_at_once(host: Host) -> None:
    host.line.setText("na de extractie bellen")
    host.line.setSelection(6, 9)
    host.work.open()
    assert host.field.text() == "extractie"
    assert large(host) == "tand of kies trekken"


def test_what_is_selected_over_two_lines_becomes_one(host: Host) -> None:
    host.note.setPlainText("u moet\nde factuur betalen")
    host.note.setFocus()
    host.note.moveCursor(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
    host.note.selectAll()
    host.work.open()
    assert host.field.text() == "u moet de factuur betalen"
    assert [answer[:2] for answer in host.answers()] == [
        ["Liever niet: u moet ...", "Wel: Wilt u mij daarbij helpen?"],
        ["rekening", "Moeilijk woord: factuur"],
    ]


def test_what_is_typed_hidden_is_never_shown(host: Host) -> None:
    host.secret.setText("geheim")
    host.secret.setFocus()
    host.secret.selectAll()
    host.work.open()
    assert host.field.text() == ""


def test_with_other_selected_text_it_looks_that_up(host: Host) -> None:
    host.look_up("facing")
    host.line.setText("kroon")
    host.line.setFocus()
    host.line.selectAll()
    host.work.open()
    assert large(host) == "kapje"


# --- nothing, own words, trouble


def test_nothing_found_says_how_to_go_on(host: Host) -> None:
    assert host.look_up("qqqqqq") == []
    told = " ".join(host.says())
    assert "Voor «qqqqqq» kent Balie geen gewoon woord." in told
    assert "Instellingen, bij Woorden" in told


def test_a_slip_of_the_finger_is_forgiven(host: Host) -> None:
    host.look_up("extrcatie")
    assert large(host) == "tand of kies trekken"


def test_own_words_come_at_once_when_they_are_added(host: Host) -> None:
    assert host.look_up("C-afspraak") == []
    host.practice.desk.settings.choose(OWN_WORDS, "C-afspraak = controle", host.practice.by)
    host.work.hear(Changed.DAY)
    assert host.answers() == []
    host.work.hear(Changed.SETTINGS)
    (first,) = host.answers()
    assert first[:2] == ["controle", "Woord van uw eigen praktijk: C-afspraak"]


def test_trouble_is_told_on_the_banner(host: Host) -> None:
    def broken(_typed: str) -> list[Answer]:
        raise StoreError("De gegevens zijn nu niet te lezen.", "Probeer het zo nog eens.")

    inline = InlineRunner()
    runners = Runners(inline, inline, inline, inline)
    work = PlainWordsWork(broken, runners, host.banner, host.window, host.header)
    work.open()
    write("extractie")
    assert "niet te lezen" in host.banner.text()


def test_a_late_answer_to_what_was_typed_before_is_not_shown(host: Host) -> None:
    host.look_up("extractie")
    words = host.practice.desk.plain_words
    host.overlay.lookup.show_answers("kroon", words.look_up("kroon"))  # type: ignore[attr-defined]
    assert large(host) == "tand of kies trekken"


# --- looks


@pytest.mark.parametrize("text", ["", "extractie", "e", "u moet", "nabloeding", "qqqqqq", "kies"])
@pytest.mark.parametrize("scale", [100, 150])
@pytest.mark.parametrize("size", [(1366, 768), (1024, 700), (640, 480)])
def test_nothing_is_cut_off_at_any_size(
    qapp: QApplication, host: Host, text: str, scale: int, size: tuple[int, int]
) -> None:
    appearance = Appearance(qapp, "dark", scale)
    host.window.resize(*size)
    host.look_up(text)
    press(Qt.Key.Key_Return)
    for _round in range(4):
        QApplication.sendPostedEvents()
    try:
        assert_tidy(host.window)
        assert host.window.rect().contains(host.overlay.geometry())
    finally:
        appearance.undress()
        appearance.deleteLater()


def test_it_lies_at_the_right_under_the_header_and_stays_there(host: Host) -> None:
    host.look_up("extractie")
    for width in (1366, 800):
        host.window.resize(width, 700)
        place = host.overlay.geometry()
        assert place.top() > host.header.geometry().bottom()
        assert width - place.right() <= 20


def test_it_is_as_high_as_its_answers(host: Host) -> None:
    host.look_up("")
    low = host.overlay.height()
    host.field.setText("extractie")
    assert host.overlay.height() > low


def test_screen_readers_hear_the_answer(host: Host) -> None:
    host.look_up("extractie")
    assert host.field.accessibleName()
    assert "tand of kies trekken" in host.field.accessibleDescription()
    press(Qt.Key.Key_Return)
    assert "gekopieerd" in host.field.accessibleDescription()


def test_answers_never_become_windows_of_their_own(host: Host) -> None:
    before = {id(each) for each in QApplication.topLevelWidgets() if each.isVisible()}
    host.look_up("behandeling")
    assert {id(each) for each in QApplication.topLevelWidgets() if each.isVisible()} == before
    assert host.window.isActiveWindow()


def test_old_answers_are_freed(host: Host) -> None:
    host.look_up("extractie")
    first = weakref.ref(host.overlay.findChild(QWidget, "answer"))
    host.field.setText("facing")
    bury()
    gc.collect()
    assert first() is None
