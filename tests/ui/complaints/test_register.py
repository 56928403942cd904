"""The register: found, chosen and noted by keyboard."""

from collections.abc import Iterator
from datetime import date
from time import perf_counter

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from reception_assistant.clock import StandingClock
from reception_assistant.complaints.complaint import Form, Where
from reception_assistant.complaints.feedback import Sort
from reception_assistant.complaints.listed import Search
from reception_assistant.desk.opening import Desk
from tests.helpers.practice import moment
from tests.helpers.window import press, write
from tests.ui.complaints.at_work import CONTROL, ENTER, HEARD, AtWork, at_work, settle
from ui.complaints.register_list import Line, RegisterList
from ui.complaints.register_panel import Shelf
from ui.complaints.register_view import RegisterView


@pytest.fixture
def klachten(qtbot: QtBot, desk_and_clock: tuple[Desk, StandingClock]) -> Iterator[AtWork]:
    with at_work(qtbot, desk_and_clock) as opened:
        yield opened


def shown(klachten: AtWork) -> list[str]:
    """Return about what the lines of the list are."""
    lines = klachten.screen.register.view.lines
    rows = (lines.line(row) for row in range(lines.rowCount()))
    return [row.subject for row in rows if row is not None]


def test_every_letter_searches_and_enter_opens(klachten: AtWork, qtbot: QtBot) -> None:
    klachten.begin("lang gewacht", answers=HEARD)
    klachten.begin("rekening te hoog")
    klachten.screen.register.field.setFocus()
    write("reken")
    qtbot.waitUntil(lambda: shown(klachten) == ["rekening te hoog"])
    press(ENTER)
    press(Qt.Key.Key_Down)
    press(ENTER)
    assert "rekening te hoog · verteld aan de balie" in klachten.says()
    assert klachten.screen.record.isAncestorOf(klachten.screen.focusWidget())


def test_a_complaint_is_noted_in_under_a_minute(klachten: AtWork) -> None:
    klachten.screen.setFocus()
    klachten.screen.register.take_keys()
    press(Qt.Key.Key_N, CONTROL)
    assert "“Fijn dat u dit vertelt." in klachten.says()
    press(Qt.Key.Key_Tab)
    klachten.screen.note.words.setFocus()
    write("Ik werd niet teruggebeld.")
    press(ENTER, CONTROL)
    (row,) = klachten.desk.after.complaints.listed(Search())
    assert (row.who, row.received, row.form) == ("anoniem", "2026-11-24", Form.SPOKEN)
    assert klachten.screen.shows_record()
    assert shown(klachten) == [row.subject]


def test_a_letter_is_a_written_complaint_of_the_day_it_came_in(klachten: AtWork) -> None:
    klachten.work.note(where=Where.LETTER)
    note = klachten.screen.note
    note.words.setFocus()
    write("De rekening klopt niet.")
    note.received.setText("12-11-2026")
    note.who.setFocus()
    write("mevrouw Onbekend")
    press(ENTER, CONTROL)
    (row,) = klachten.desk.after.complaints.listed(Search())
    assert (row.form, row.received, row.who) == (Form.WRITTEN, "2026-11-12", "mevrouw Onbekend")
    assert "uiterlijk 24 december" in klachten.says()


def test_somebody_who_is_known_is_found_while_typing(klachten: AtWork) -> None:
    klachten.work.note()
    klachten.screen.note.words.setFocus()
    write("Ik werd niet teruggebeld.")
    klachten.screen.note.who.setFocus()
    write("jan")
    press(ENTER)
    assert klachten.screen.note.who.person is not None
    press(ENTER, CONTROL)
    (row,) = klachten.desk.after.complaints.listed(Search())
    assert row.person_id is not None


def test_nothing_is_noted_without_words(klachten: AtWork) -> None:
    klachten.work.note()
    press(ENTER, CONTROL)
    assert "Schrijf eerst in een paar woorden op wat iemand zei." in klachten.says()
    assert not klachten.desk.after.complaints.listed(Search())


def test_a_compliment_is_thanked_for_and_answered(klachten: AtWork) -> None:
    klachten.work.note(Sort.COMPLIMENT.value)
    klachten.screen.note.words.setFocus()
    write("Wat werd ik vriendelijk geholpen.")
    press(ENTER, CONTROL)
    assert "“Wat fijn dat u dit even zegt." in klachten.says()
    assert klachten.screen.register.shelf() is Shelf.FEEDBACK
    klachten.screen.feedback.field.setFocus()
    write("op het bord gehangen")
    press(ENTER, CONTROL)
    (told,) = klachten.desk.after.feedback.listed()
    assert told.done == "op het bord gehangen"
    assert "Gehoord en gedaan" in klachten.says()


def test_esc_leaves_the_form_and_keeps_what_was_typed(klachten: AtWork) -> None:
    klachten.work.note()
    klachten.screen.note.words.setFocus()
    write("Half")
    press(Qt.Key.Key_Escape)
    assert not klachten.screen.is_noting()
    klachten.work.note()
    assert klachten.screen.note.words.text() == "Half"


def test_closed_ones_are_on_a_shelf_of_their_own(klachten: AtWork) -> None:
    complaint = klachten.begin(answers=HEARD)
    klachten.desk.after.complaints.close(complaint.id, klachten.me(), "dubbel opgeschreven")
    klachten.work.reload()
    assert shown(klachten) == []
    assert "Er staat geen klacht open. Fijn." in klachten.says()
    chip = klachten.screen.register.shelves.chip(Shelf.CLOSED)
    chip.setFocus()
    press(Qt.Key.Key_Space)
    assert shown(klachten) == ["lang gewacht"]


def test_f6_walks_through_the_columns(klachten: AtWork) -> None:
    klachten.work.open(klachten.begin(answers=HEARD).id)
    columns = (klachten.screen.mandates, klachten.screen.register, klachten.screen.record)
    for column in columns:
        press(Qt.Key.Key_F6)
        assert column.isAncestorOf(klachten.window.focusWidget())


def test_the_list_is_a_good_model(qtbot: QtBot, qtmodeltester: ModelTester) -> None:
    model = RegisterList()
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    model.set_lines([Line("1", "anoniem", "telefoon bezet", "stap 1 van 7")])
    model.set_lines([Line("1", "anoniem", "telefoon bezet", "stap 2 van 7")])


def test_a_full_list_is_on_the_screen_at_once(qtbot: QtBot) -> None:
    view = RegisterView()
    qtbot.addWidget(view)
    view.resize(320, 600)
    view.show()
    settle()
    lines = [
        Line(str(number), f"mevrouw De Vries {number}", "lang gewacht, niets gehoord", "stap 4")
        for number in range(500)
    ]
    began = perf_counter()
    view.lines.set_lines(lines)
    view.grab()
    assert perf_counter() - began < 0.25  # 50 ms when nothing else runs


def test_an_incident_is_facts_only_and_asks_the_next_day_how_it_goes(klachten: AtWork) -> None:
    klachten.work.note("agressie")
    note = klachten.screen.note
    assert "Voor spoed blijft iedereen welkom, ook na een incident." in klachten.says()
    note.words.setFocus()
    write("Hij was agressief en schreeuwde.")
    assert "agressief" in klachten.says()
    assert "is een oordeel over een mens. Schrijf op wat u zag" in klachten.says()
    press(ENTER, CONTROL)
    assert not klachten.desk.after.incidents.listed()
    note.incident.told.setFocus()
    write("de praktijkmanager")
    press(ENTER, CONTROL)
    (incident,) = klachten.desk.after.incidents.listed()
    assert (incident.told, incident.expires) == ("de praktijkmanager", "2027-11-24")

    klachten.clock.moment = moment(date(2026, 11, 25))
    klachten.work.reload()
    assert "Hoe gaat het nu met u?" in klachten.says()
    klachten.screen.care.field.setFocus()
    write("gaat wel")
    press(Qt.Key.Key_Tab)
    press(ENTER)
    assert "gaat wel" in klachten.desk.after.incidents.listed()[0].aftercare
    assert "Hoe gaat het nu met u?" not in klachten.says()
