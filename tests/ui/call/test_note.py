"""The note: typed freely, better words one key away, never a BSN, and nothing lost on the way."""

import logging
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QTextCharFormat, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from reception_assistant.calls.bsn import without_bsn
from tests.helpers.window import button, press, texts, write
from tests.ui.call.right_column import dressed, matcher, shown
from ui.call.note_panel import NotePanel

CONTROL = Qt.KeyboardModifier.ControlModifier
BSN, NO_BSN = "123456782", "123456789"
WAVE = QTextCharFormat.UnderlineStyle.WaveUnderline
OF_TEXT = (Qt.Key.Key_1, Qt.Key.Key_Backspace, Qt.Key.Key_Return, Qt.Key.Key_Escape)


@pytest.fixture(scope="module")
def light(qapp: QApplication) -> Iterator[None]:
    """Dress the program once."""
    with dressed(qapp):
        yield


@pytest.fixture
def note(light: None, qtbot: QtBot) -> Iterator[NotePanel]:
    """Give a note that knows the words, with the keys going to it."""
    with shown(qtbot, NotePanel) as panel:
        panel.use_matcher(matcher())
        panel.setFocus()
        yield panel


def underlined(note: NotePanel) -> list[str]:
    """Return what is underlined in the note now."""
    found = []
    block = note.field.document().firstBlock()
    while block.isValid():
        letters = block.text().encode("utf-16-le")
        for each in block.layout().formats():
            assert each.format.underlineStyle() is WAVE
            part = letters[2 * each.start : 2 * (each.start + each.length)]
            found.append(part.decode("utf-16-le"))
        block = block.next()
    return found


def better(note: NotePanel) -> None:
    press(Qt.Key.Key_Period, CONTROL)


def go_behind(note: NotePanel, word: str) -> None:
    cursor = note.field.document().find(word)
    cursor.clearSelection()
    note.field.setTextCursor(cursor)


def heard(note: NotePanel) -> list[str]:
    typed: list[str] = []
    note.typed.connect(typed.append)
    return typed


def keep(note: NotePanel) -> None:
    """Do what happens when the note is kept: what is kept has no BSN."""
    note.show_without_bsn(without_bsn(note.text()).text)


# --- typing


def test_every_letter_is_told_with_the_whole_text(note: NotePanel) -> None:
    typed = heard(note)
    write("au")
    press(Qt.Key.Key_Return)
    write("!")
    assert typed == ["a", "au", "au\n", "au\n!"]
    assert note.text() == "au\n!"


def test_underlining_is_not_typing(note: NotePanel) -> None:
    write("extractie")
    typed = heard(note)
    note.use_matcher(None)
    note.use_matcher(matcher())
    assert typed == []


def test_another_note_is_shown_without_a_word_and_nothing_of_the_last_comes_back(
    note: NotePanel,
) -> None:
    write("van mevrouw Jansen")
    typed = heard(note)
    note.show_text("van iemand anders")
    press(Qt.Key.Key_Z, CONTROL)
    assert (note.text(), note.field.toPlainText()) == ("van iemand anders",) * 2
    assert typed == []


@pytest.mark.parametrize("key", OF_TEXT)
def test_keys_that_mean_something_in_the_script_belong_to_the_text(
    note: NotePanel, key: Qt.Key
) -> None:
    """The window may have an action with such a key: the field claims it first."""
    event = QKeyEvent(QEvent.Type.ShortcutOverride, key, Qt.KeyboardModifier.NoModifier, "")
    event.ignore()
    QApplication.sendEvent(note.field, event)
    assert event.isAccepted()


def test_escape_leaves_and_tab_moves_on(note: NotePanel, qtbot: QtBot) -> None:
    after = QPushButton("Klaar", note.window())
    after.show()
    write("a")
    with qtbot.waitSignal(note.left, timeout=100):
        press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_Tab)
    assert after.hasFocus()
    assert note.text() == "a"


def test_it_says_since_when_it_is_safe(note: NotePanel) -> None:
    note.show_saved("Bewaard om 09:12:44")
    assert "Bewaard om 09:12:44" in texts(note)
    note.show_unsaved("Nog niet bewaard. Balie probeert het zo weer.")
    assert "Nog niet bewaard. Balie probeert het zo weer." in texts(note)


# --- better words


def test_words_are_underlined_while_they_are_typed(note: NotePanel) -> None:
    write("Na de extractie. U moet bellen")
    assert underlined(note) == ["extractie", "U moet"]
    press(Qt.Key.Key_Backspace, times=len("moet bellen"))
    assert underlined(note) == ["extractie"]


def test_words_that_come_later_count_for_what_stands_there(note: NotePanel) -> None:
    note.use_matcher(None)
    note.show_text("extractie\nniets\nendo 😀 extractie")
    assert underlined(note) == []
    note.use_matcher(matcher())
    assert underlined(note) == ["extractie", "endo", "extractie"]


def test_only_the_paragraph_that_changes_is_looked_at_again(note: NotePanel) -> None:
    looked_at: list[str] = []

    class Watching:
        def find(self, text: str) -> list[object]:
            looked_at.append(text)
            return []

    note.show_text("een\ntwee\ndrie")
    note.use_matcher(Watching())  # type: ignore[arg-type]
    looked_at.clear()
    write("!")
    assert set(looked_at) == {"drie!"}


def test_the_wave_has_the_colour_of_the_look(note: NotePanel) -> None:
    write("extractie")
    formats = note.field.document().firstBlock().layout().formats()
    color = formats[0].format.underlineColor()
    (line,) = (each for each in note.findChildren(QLabel) if "→" in each.text())
    assert color == line.palette().windowText().color()
    assert color != note.field.palette().text().color()


def test_the_better_word_stands_under_the_field_with_the_reason(note: NotePanel) -> None:
    write("Na de extractie")
    assert "«extractie» → “tand of kies trekken”" in texts(note)
    assert "Zeg dit vakwoord liever niet in een gesprek." in texts(note)
    assert "Beter woord   Ctrl+." in texts(note)
    assert "tand of kies trekken" in note.field.accessibleDescription()
    write(" en")
    assert not any("→" in text for text in texts(note))
    assert note.field.accessibleDescription() == ""


def test_a_phrase_says_why(note: NotePanel) -> None:
    write("Rustig maar")
    assert "Zeggen dat iemand moet kalmeren werkt averechts." in texts(note)


def test_one_key_puts_it_there_and_one_takes_it_back(note: NotePanel) -> None:
    typed = heard(note)
    write("Na de extractie ")
    better(note)
    assert note.text() == "Na de tand of kies trekken "
    assert typed[-1] == note.text()
    write("x")
    press(Qt.Key.Key_Z, CONTROL, times=2)
    assert note.text() == "Na de extractie "


def test_a_capital_stays_a_capital(note: NotePanel) -> None:
    write("Extractie")
    better(note)
    assert note.text() == "Tand of kies trekken"


def test_the_button_does_the_same_and_gives_the_keys_back(note: NotePanel) -> None:
    write("extractie")
    QTest.mouseClick(button(note, "Beter woord"), Qt.MouseButton.LeftButton)
    assert note.text() == "tand of kies trekken"
    assert note.field.hasFocus()


def test_far_from_it_the_key_goes_to_the_next_and_goes_round(note: NotePanel) -> None:
    note.show_text("endo hier\nniets\n😀 extractie daar")
    note.field.moveCursor(QTextCursor.MoveOperation.Start)
    go_behind(note, "hier")
    better(note)
    assert "«extractie» → “tand of kies trekken”" in texts(note)
    go_behind(note, "daar")
    better(note)
    assert any("«endo»" in text for text in texts(note))
    assert note.text() == "endo hier\nniets\n😀 extractie daar"
    go_behind(note, "extractie")
    better(note)
    assert note.text() == "endo hier\nniets\n😀 tand of kies trekken daar"


def test_where_there_is_none_it_says_so(note: NotePanel) -> None:
    write("Belt morgen terug")
    better(note)
    assert "Er is niets in deze notitie dat u liever anders zegt." in texts(note)
    write(".")
    assert not any("liever anders zegt" in text for text in texts(note))


def test_nothing_is_replaced_by_itself(note: NotePanel) -> None:
    write("extractie u moet rustig maar")
    note.field.moveCursor(QTextCursor.MoveOperation.Start)
    assert note.text() == "extractie u moet rustig maar"


def test_a_plain_word_comes_at_the_cursor_apart_from_what_stands_there(note: NotePanel) -> None:
    note.insert_word("verdoving")
    assert note.text() == "verdoving"
    note.insert_word("prik")
    assert note.text() == "verdoving prik"
    note.show_text("Na de extractie.")
    note.field.setTextCursor(note.field.document().find("extractie"))
    note.insert_word("tand of kies trekken")
    assert note.text() == "Na de tand of kies trekken."
    assert note.field.hasFocus()


# --- a BSN


def test_a_bsn_becomes_dots_with_the_reason_and_the_cursor_stays(note: NotePanel) -> None:
    write(f"BSN {BSN} en pijn")
    go_behind(note, BSN)
    place = note.field.textCursor().position()
    typed = heard(note)
    keep(note)
    assert note.text() == "BSN ......... en pijn"
    assert typed == [note.text()]
    assert note.field.textCursor().position() == place
    assert (
        "Een BSN bewaart Balie niet. De cijfers zijn weggelaten; "
        "de rest van uw notitie is bewaard." in texts(note)
    )


def test_what_is_selected_stays_selected(note: NotePanel) -> None:
    write(f"bel {BSN} terug")
    note.field.setTextCursor(note.field.document().find("terug"))
    keep(note)
    assert note.field.textCursor().selectedText() == "terug"


def test_what_was_typed_meanwhile_stays(note: NotePanel) -> None:
    note.field.insertPlainText(f"😀 BSN {BSN} en")
    cleaned = without_bsn(note.text()).text
    write(" pijn")
    note.field.moveCursor(QTextCursor.MoveOperation.Start)
    write("Hij: ")
    note.show_without_bsn(cleaned)
    assert note.text() == f"Hij: 😀 BSN {BSN} en pijn"  # on both sides: the next time it is kept
    keep(note)
    assert note.text() == "Hij: 😀 BSN ......... en pijn"


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (f"{BSN}", f"{BSN} en meer", "......... en meer"),
        (f"zie {BSN}.", f"Ook: zie {BSN}.", "Ook: zie .........."),
        (f"{BSN}", f"{BSN}1", f"{BSN}1"),
        (f"{BSN}", BSN[:-1], BSN[:-1]),
        (f"{BSN}", f"0{BSN}", f"0{BSN}"),
        (f"{BSN} 06 12345678", f"{BSN} 06 123456", "......... 06 123456"),
        (f"a {BSN}\nb", f"a {BSN}\nbcd", "a .........\nbcd"),
        (f"{BSN} en {BSN}", f"{BSN} of {BSN}", "......... of ........."),
        (f"{BSN}", "", ""),
    ],
)
def test_only_what_is_still_the_same_number_becomes_dots(
    note: NotePanel, before: str, after: str, expected: str
) -> None:
    note.show_text(after)
    note.show_without_bsn(without_bsn(before).text)
    assert note.text() == expected


def test_undoing_never_brings_the_number_back(note: NotePanel) -> None:
    write(f"pijn {BSN}")
    keep(note)
    write(" en meer")
    press(Qt.Key.Key_Z, CONTROL, times=5)
    assert note.text() == "pijn ........."


def test_when_it_is_no_bsn_the_digits_come_back(note: NotePanel, qtbot: QtBot) -> None:
    write(f"BSN {BSN} en {BSN}, zaak 4711 bij BSN")
    go_behind(note, "en")
    keep(note)
    go_behind(note, "en")
    write(" ook")
    with qtbot.waitSignal(note.not_bsn_requested, timeout=100):
        QTest.mouseClick(button(note, "Het is geen BSN"), Qt.MouseButton.LeftButton)
    typed = heard(note)
    note.put_back()
    assert note.text() == f"BSN {BSN} en ook {BSN}, zaak 4711 bij BSN"
    assert typed == [note.text()]
    assert "Het is geen BSN" not in texts(note)


def test_dots_that_were_taken_away_come_back_as_nothing(note: NotePanel) -> None:
    write(BSN)
    keep(note)
    press(Qt.Key.Key_Backspace)
    assert "Het is geen BSN" not in texts(note)
    note.put_back()
    assert note.text() == "........"


def test_digits_do_not_go_along_to_another_note(note: NotePanel) -> None:
    write(BSN)
    keep(note)
    note.show_text(".........")
    note.put_back()
    assert note.text() == "........."
    assert "Het is geen BSN" not in texts(note)


def test_what_is_no_bsn_stays(note: NotePanel) -> None:
    write(NO_BSN)
    keep(note)
    assert note.text() == NO_BSN
    assert "Het is geen BSN" not in texts(note)


# --- quiet and whole


def test_no_word_of_a_note_goes_to_a_log_or_a_title(
    note: NotePanel, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    write(f"Jansen heeft kanker, BSN {BSN}, extractie")
    better(note)
    keep(note)
    note.put_back()
    for word in ("Jansen", "kanker", BSN, "extractie"):
        assert word not in caplog.text
        assert word not in note.window().windowTitle()
