"""Kaders en termijnen: what may be offered is kept by hand, and every step can be taken back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from reception_assistant.desk.mandates import NewMandate
from reception_assistant.library.lists import Mandate, May
from reception_assistant.settings.catalogue import CALLS_FROM, DISCIPLINE, HOURS_BETWEEN
from tests.helpers.window import button, press, texts, write
from tests.ui.settings.conftest import OpenSettings
from ui.settings.mandate_rows import AddMandate, MandateRow
from ui.settings.screen import Subject

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
KADERS = (
    NewMandate(May.SELF, "Koffie", "Wilt u koffie?"),
    NewMandate(May.SELF, "Een kaart", "Ik stuur u een kaart."),
    NewMandate(May.CONSULT, "Korting", "Ik vraag het na."),
    NewMandate(May.NEVER, "Voorrang", "Wat wel kan, is morgen."),
)


@pytest.fixture(autouse=True)
def _kaders(settings: OpenSettings) -> None:
    """Show the page, with four kaders and no others."""
    settings.choose(DISCIPLINE, "tandarts")
    desk = settings.desk.after.mandates
    for each in desk.all():
        desk.remove(each, settings.by())
    for new in KADERS:
        desk.add(new, settings.by())
    settings.settle()
    settings.work.open_page(Subject.TERMS)
    settings.settle()


def kept(opened: OpenSettings, label: str) -> Mandate:
    (found,) = (each for each in opened.desk.after.mandates.all() if each.label == label)
    return found


def labels(opened: OpenSettings) -> list[str]:
    """Return what is kept, in its order."""
    return [each.label for each in opened.desk.after.mandates.all()]


def shown(opened: OpenSettings) -> list[str]:
    """Return what stands on the screen, from top to bottom."""
    rows: list[MandateRow] = opened.screen.findChildren(MandateRow)
    seen = [row for row in rows if row.isVisible()]
    seen.sort(key=lambda row: row.mapTo(opened.screen, row.rect().topLeft()).y())
    return [row.label.entry.filled() for row in seen]


def row_of(opened: OpenSettings, label: str) -> MandateRow:
    rows: list[MandateRow] = opened.screen.findChildren(MandateRow)
    (found,) = (row for row in rows if row.isVisible() and row.mandate.label == label)
    return found


def new_row(opened: OpenSettings) -> AddMandate:
    (found,) = opened.screen.findChildren(AddMandate)
    return found


def refill(entry: QWidget, text: str) -> None:
    """Type `text` over what stands in the field."""
    entry.setFocus()
    press(Qt.Key.Key_A, CONTROL)
    write(text)


def test_each_kader_stands_in_its_group_with_the_keys_on_the_first(settings: OpenSettings) -> None:
    assert shown(settings) == ["Koffie", "Een kaart", "Korting", "Voorrang"]
    told = texts(settings.screen)
    assert {"Dit mag u zelf", "Overleg dit eerst", "Dit kan niet"} <= set(told)
    assert row_of(settings, "Koffie").label.entry.hasFocus()


def test_a_sentence_is_changed_and_changed_back(settings: OpenSettings) -> None:
    refill(row_of(settings, "Koffie").sentence.entry, "Lust u koffie?")
    press(Qt.Key.Key_Return)
    settings.settle()
    assert kept(settings, "Koffie").say == "Lust u koffie?"
    assert settings.news == "Bewaard: Koffie."
    settings.undo()
    assert kept(settings, "Koffie").say == "Wilt u koffie?"
    assert row_of(settings, "Koffie").sentence.entry.filled() == "Wilt u koffie?"


def test_two_fields_after_each_other_are_both_kept(settings: OpenSettings) -> None:
    row = row_of(settings, "Koffie")
    settings.writing.held = True
    refill(row.sentence.entry, "Lust u thee?")
    refill(row.label.entry, "Thee")
    press(Qt.Key.Key_Return)
    settings.writing.let_go()
    settings.settle()
    assert kept(settings, "Thee").say == "Lust u thee?"


def test_whom_to_ask_is_asked_where_one_must(settings: OpenSettings) -> None:
    assert not row_of(settings, "Koffie").whom.isVisible()
    refill(row_of(settings, "Korting").whom.entry, "Marijke")
    press(Qt.Key.Key_Tab)
    settings.settle()
    assert kept(settings, "Korting").whom == "Marijke"


def test_a_kader_goes_to_another_group_and_back(settings: OpenSettings) -> None:
    row_of(settings, "Koffie").may.entry.setFocus()
    press(Qt.Key.Key_Down)
    settings.settle()
    assert shown(settings) == ["Een kaart", "Koffie", "Korting", "Voorrang"]
    assert row_of(settings, "Koffie").whom.isVisible()
    settings.undo()
    assert shown(settings) == ["Koffie", "Een kaart", "Korting", "Voorrang"]


def test_what_cannot_be_is_refused_beneath_its_row(settings: OpenSettings) -> None:
    row = row_of(settings, "Voorrang")
    refill(row.sentence.entry, " ")
    press(Qt.Key.Key_Return)
    settings.settle()
    assert "hoort een zin" in " ".join(texts(row))
    assert kept(settings, "Voorrang").say == "Wat wel kan, is morgen."


def test_alt_and_an_arrow_moves_it_and_undo_moves_it_back(settings: OpenSettings) -> None:
    row_of(settings, "Een kaart").label.entry.setFocus()
    press(Qt.Key.Key_Up, ALT)
    settings.settle()
    assert shown(settings)[:2] == ["Een kaart", "Koffie"]
    assert settings.news == "Hoger gezet: Een kaart."
    assert row_of(settings, "Een kaart").label.entry.hasFocus()
    press(Qt.Key.Key_Up, ALT)
    assert shown(settings)[:2] == ["Een kaart", "Koffie"]
    settings.undo()
    assert labels(settings)[:2] == ["Koffie", "Een kaart"]
    button(row_of(settings, "Koffie"), "Lager").click()
    settings.settle()
    assert shown(settings)[:2] == ["Een kaart", "Koffie"]
    assert settings.news == "Lager gezet: Koffie."


def test_one_is_removed_and_put_back_where_it_stood(settings: OpenSettings) -> None:
    button(row_of(settings, "Koffie"), "Weghalen").click()
    settings.settle()
    assert shown(settings) == ["Een kaart", "Korting", "Voorrang"]
    assert settings.news == "Weggehaald: Koffie."
    settings.undo()
    assert shown(settings) == ["Koffie", "Een kaart", "Korting", "Voorrang"]


def test_one_is_added_by_keyboard_and_undone(settings: OpenSettings) -> None:
    row = new_row(settings)
    refill(row.label, "Uitrijkaart")
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Tab)
    write("Ik geef u een uitrijkaart.")
    press(Qt.Key.Key_Return)
    settings.settle()
    assert kept(settings, "Uitrijkaart").say == "Ik geef u een uitrijkaart."
    assert shown(settings)[:3] == ["Koffie", "Een kaart", "Uitrijkaart"]
    assert (row.label.filled(), row.sentence.filled()) == ("", "")
    assert row.label.hasFocus()
    settings.undo()
    assert "Uitrijkaart" not in labels(settings)


def test_what_never_can_be_asks_for_its_sentence_and_loses_nothing(settings: OpenSettings) -> None:
    row = new_row(settings)
    refill(row.label, "Geld lenen")
    row.may.setFocus()
    press(Qt.Key.Key_End)
    button(row, "Toevoegen").click()
    assert row.sentence.hasFocus()
    assert row.label.filled() == "Geld lenen"
    assert "hoort een zin" in " ".join(texts(row))
    write("Ik help u met betalen in delen.")
    assert "hoort een zin" not in " ".join(texts(row))
    press(Qt.Key.Key_Return)
    assert kept(settings, "Geld lenen").may is May.NEVER


def test_what_is_being_typed_survives_the_news_of_a_colleague(settings: OpenSettings) -> None:
    row = row_of(settings, "Koffie")
    refill(row.label.entry, "Koffie of th")
    settings.desk.after.mandates.move(row.mandate.id, 1, settings.by())
    settings.settle()
    assert shown(settings)[:2] == ["Een kaart", "Koffie of th"]
    write("ee")
    settings.work.open_page(Subject.LOOK)
    assert "Koffie of thee" in labels(settings)


def test_a_receptionist_reads_them_and_changes_nothing(settings: OpenSettings) -> None:
    settings.sit_down(settings.receptionist)
    assert shown(settings) == ["Koffie", "Een kaart", "Korting", "Voorrang"]
    assert "Alleen een beheerder kan dit veranderen." in " ".join(texts(settings.screen))
    rows: list[MandateRow] = settings.screen.findChildren(MandateRow)
    assert not any(stop.isEnabled() and stop.isVisible() for row in rows for stop in row.stops())
    assert not new_row(settings).isVisible()


def test_tab_goes_from_top_to_bottom_and_on_to_the_terms(settings: OpenSettings) -> None:
    row_of(settings, "Voorrang").remove.setFocus()
    for stop in (*new_row(settings).stops(), settings.field(HOURS_BETWEEN).entry):
        press(Qt.Key.Key_Tab)
        assert stop.hasFocus()


def test_a_time_is_shown_as_it_is_kept(settings: OpenSettings) -> None:
    field = settings.to(CALLS_FROM)
    refill(field.entry, "8.30")
    press(Qt.Key.Key_Tab)
    settings.settle()
    assert settings.chosen(CALLS_FROM) == "08:30"
    assert field.entry.filled() == "08:30"
    settings.undo()
    assert settings.chosen(CALLS_FROM) == "09:00"
