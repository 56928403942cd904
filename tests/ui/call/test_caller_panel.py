"""Who is on the line: found while typing, never guessed, never cut off."""

from collections.abc import Iterator
from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QListView
from pytestqt.qtbot import QtBot

from reception_assistant.calls.call import Direction
from tests.helpers.layout import assert_tidy
from tests.helpers.window import button, press, texts, write
from tests.ui.call.left_column import (
    CALLER,
    DEAF,
    EVERY_LOOK,
    EVERY_WIDTH,
    JANSEN,
    LONG,
    NOTE,
    PROMISED,
    counted,
    fit,
    heard,
    here,
    labelled,
    past,
    standing,
)
from ui.call.caller_panel import CallerPanel
from ui.call.history_list import AT_ONCE, MORE, SHORT, short_moment, shortened
from ui.theme.colors import DARK, LIGHT

KEYS = Qt.Key


@pytest.fixture
def panel(qapp: QApplication, qtbot: QtBot) -> Iterator[CallerPanel]:
    """Give the panel, with the keys going to its field."""
    made = CallerPanel()
    with standing(qapp, qtbot, made):
        made.focus_field()
        yield made


def popup(panel: CallerPanel) -> QListView:
    """Return the list with the people found."""
    found = panel.window().findChild(QListView)
    assert isinstance(found, QListView)
    return found


def test_somebody_is_found_and_chosen_while_typing(panel: CallerPanel) -> None:
    asked, chosen = heard(panel.search_requested), heard(panel.person_chosen)
    write("jan")
    assert asked == ["j", "ja", "jan"]
    panel.show_found("jan", [LONG, JANSEN])
    press(KEYS.Key_Down)
    press(KEYS.Key_Return)
    assert chosen == [JANSEN]
    assert panel.field.text() == ""
    assert not popup(panel).isVisible()


def test_what_was_found_for_an_older_text_is_not_shown(panel: CallerPanel) -> None:
    write("jan")
    panel.show_found("ja", [JANSEN])
    assert panel.window().findChild(QListView) is None


def test_enter_without_anybody_found_chooses_nobody(panel: CallerPanel) -> None:
    chosen = heard(panel.person_chosen)
    write("zzz")
    press(KEYS.Key_Return)
    panel.show_found("zzz", [])
    press(KEYS.Key_Return)
    assert chosen == []


def test_esc_first_empties_the_field_and_then_leaves(panel: CallerPanel) -> None:
    left = counted(panel.left)
    write("jan")
    panel.show_found("jan", [JANSEN])
    press(KEYS.Key_Escape)
    assert (panel.field.text(), popup(panel).isVisible(), left()) == ("", False, 0)
    press(KEYS.Key_Escape)
    assert left() == 1


def test_digits_in_the_field_belong_to_the_field(panel: CallerPanel) -> None:
    write("0612")
    assert panel.field.text() == "0612"


def test_beller_onbekend_is_one_button_with_its_key(panel: CallerPanel) -> None:
    wanted = counted(panel.unknown_requested)
    button(panel, "Beller onbekend   Alt+O").click()
    assert wanted() == 1
    panel.show_unknown()
    assert "Onbekende beller" in texts(panel)
    assert panel.field.isVisible()
    assert "Beller onbekend   Alt+O" not in texts(panel)


def test_the_number_that_calls_is_shown_before_anybody_is_known(panel: CallerPanel) -> None:
    panel.show_number("06 99 88 77 66")
    assert "Belt met 06 99 88 77 66" in texts(panel)
    panel.show_caller(CALLER)
    assert "Belt met 06 99 88 77 66" in texts(panel)
    panel.show_number("")
    assert not any(text.startswith("Belt met") for text in texts(panel))


def test_a_number_that_stands_with_the_person_is_not_said_twice(panel: CallerPanel) -> None:
    panel.show_number("0612345678")
    panel.show_caller(CALLER)
    assert "Belt met 0612345678" not in texts(panel)
    panel.show_nobody()
    assert "Belt met 0612345678" in texts(panel)


def test_people_who_share_a_number_are_offered(panel: CallerPanel) -> None:
    chosen = heard(panel.person_chosen)
    panel.show_guesses([JANSEN, LONG])
    assert "Wie is het?" in texts(panel)
    panel.field.setFocus()
    press(KEYS.Key_Backtab)
    press(KEYS.Key_Space)
    assert chosen == [LONG]
    panel.show_guesses([JANSEN])
    assert "Is dit de beller?" in texts(panel)
    panel.show_caller(CALLER)
    assert "Is dit de beller?" not in texts(panel)


def test_a_caller_is_shown_with_what_matters(panel: CallerPanel) -> None:
    panel.show_caller(CALLER)
    said = "\n".join(texts(panel)).replace("\u00a0", " ")
    assert labelled(panel, "meneer Jansen").property("role") == "sentence"
    for line in (*CALLER.facts, DEAF.know, DEAF.because, PROMISED.know, PROMISED.because):
        assert line in said
    assert not panel.field.isVisible()
    assert "Kijk na" not in said


def test_a_name_that_is_not_sure_says_so(panel: CallerPanel) -> None:
    panel.show_caller(CALLER._replace(look_at=True))
    assert "Kijk na: Balie is niet zeker van deze naam." in texts(panel)


def test_the_weightiest_cues_are_shown_and_the_rest_on_request(panel: CallerPanel) -> None:
    cues = tuple(DEAF._replace(kind=str(each), know=f"Let op {each}.") for each in range(6))
    panel.show_caller(CALLER._replace(cues=cues))
    assert "Let op 5." not in texts(panel)
    button(panel, "Nog 2 aandachtspunten").click()
    assert "Let op 5." in texts(panel)
    panel.show_caller(CALLER._replace(cues=cues))
    assert "Let op 5." in texts(panel)
    panel.show_caller(CALLER._replace(person=LONG, cues=cues))
    assert "Let op 5." not in texts(panel)


def test_another_caller_can_be_chosen(panel: CallerPanel) -> None:
    wanted = counted(panel.other_requested)
    panel.show_caller(CALLER)
    panel.focus_field()
    assert here() == "Andere beller"
    press(KEYS.Key_Space)
    assert wanted() == 1
    panel.show_nobody()
    panel.focus_field()
    assert here() == "Zoek de beller"
    assert "meneer Jansen" not in texts(panel)


def test_the_newest_calls_are_shown_and_all_on_request(panel: CallerPanel) -> None:
    panel.show_caller(CALLER._replace(history=tuple(past(each) for each in range(9))))
    shown = [text for text in texts(panel) if text.startswith("Notitie")]
    assert shown == ["Notitie 8.", "Notitie 7.", "Notitie 6."]
    button(panel, "Alle 9 tonen").click()
    assert sum(text.startswith("Notitie") for text in texts(panel)) == 9
    button(panel, f"Laatste {AT_ONCE} tonen").click()
    assert sum(text.startswith("Notitie") for text in texts(panel)) == AT_ONCE


def test_a_very_long_history_comes_in_parts(panel: CallerPanel) -> None:
    many = tuple(past(each % 10, id=str(each)) for each in range(60))
    panel.show_caller(CALLER._replace(history=many))
    button(panel, f"Nog {MORE} van de 60 tonen").click()
    assert sum(text.startswith("Notitie") for text in texts(panel)) == AT_ONCE + MORE


def test_a_call_tells_when_where_why_how_it_ended_and_what_was_promised(
    panel: CallerPanel,
) -> None:
    panel.show_caller(CALLER, date(2026, 11, 24))
    said = texts(panel)
    assert "ma 12 okt 14:20 · belde ons" in said
    assert "za 12 sep 14:20 · wij belden" in said
    assert "wo 12 aug 14:20 · aan de balie" in said
    assert "Rekening · wij bellen terug" in said
    assert "Beloofd: offerte naast de rekening leggen" in said


def test_a_long_note_unfolds(panel: CallerPanel) -> None:
    panel.show_caller(CALLER)
    assert NOTE not in texts(panel)
    button(panel, "Hele notitie").click()
    assert NOTE in texts(panel)
    button(panel, "Minder").click()
    assert NOTE not in texts(panel)


def test_somebody_without_history_has_no_empty_heading(panel: CallerPanel) -> None:
    panel.show_caller(CALLER._replace(history=()))
    assert "Eerdere gesprekken" not in texts(panel)


def test_the_year_is_left_out_only_of_this_year() -> None:
    moment = datetime.fromisoformat("2026-03-05T09:05")
    assert short_moment(moment, year=False) == "do 5 mrt 09:05"
    assert short_moment(moment, year=True) == "do 5 mrt 2026 09:05"


@settings(max_examples=40)
@given(st.text())
def test_a_shortened_note_is_the_beginning_of_the_note(note: str) -> None:
    short = shortened(note)
    assert len(short) <= max(len(note), SHORT + 4)
    assert short == note or " ".join(note.split()).startswith(short.removesuffix(" ..."))


def test_at_the_desk_it_speaks_of_a_visitor(panel: CallerPanel) -> None:
    panel.use_direction(Direction.DESK)
    said = texts(panel)
    assert {"Bezoeker", "Bezoeker onbekend   Alt+O", "Zoek de bezoeker"} <= set(said)
    panel.show_unknown()
    assert "Onbekende bezoeker" in texts(panel)
    panel.use_direction(Direction.IN)
    assert "Onbekende beller" in texts(panel)


@EVERY_LOOK
@EVERY_WIDTH
@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_nothing_is_cut_off(
    qapp: QApplication, qtbot: QtBot, width: int, scale: int, theme: str
) -> None:
    panel = CallerPanel()
    panel.show_number("+31 6 12 34 56 78")
    name = "Annelies van der Konijnenbelt van Hazerswoude"
    with standing(qapp, qtbot, panel, width=width, look=(theme, scale)) as window:
        assert_tidy(window)
        panel.show_guesses([JANSEN, LONG])
        fit(window)
        assert_tidy(window)
        panel.show_unknown()
        fit(window)
        assert_tidy(window)
        panel.show_caller(CALLER._replace(spoken_name=name, look_at=True))
        button(window, "Hele notitie").click()
        fit(window)
        assert_tidy(window)
