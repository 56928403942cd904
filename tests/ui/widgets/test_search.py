"""Finding somebody while typing, without leaving the keyboard."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from reception_assistant.desk.people import PersonForm
from reception_assistant.naming.person import PersonName, Salutation
from tests.helpers.window import OpenWindow, press, write

CONTROL = Qt.KeyboardModifier.ControlModifier


def search_for(balie: OpenWindow, text: str) -> None:
    press(Qt.Key.Key_K, CONTROL)
    assert balie.search.hasFocus()
    write(text)


def found(balie: OpenWindow) -> list[str]:
    """Return the lines of the list that lies under the field."""
    popup = balie.search._popup
    if popup is None or not popup.isVisible():
        return []
    model = popup._view.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def stranger(balie: OpenWindow) -> str:
    """Add somebody who has no appointment at all."""
    name = PersonName(given_name="Wout", surname="Zonderling", salutation=Salutation.MENEER)
    form = PersonForm(name=name, birth_date=date(1958, 3, 14), phone="06 11 22 33 77")
    return balie.desk.people.add(form, balie.by)


def test_one_letter_is_enough_to_begin(balie: OpenWindow) -> None:
    search_for(balie, "y")
    assert any(line.startswith("Yılmaz") for line in found(balie))


@pytest.mark.parametrize("typed", ["d'ancona", "ancona", "anco", "16-08-1965"])
def test_a_name_or_birth_date_is_found_as_it_is_typed(balie: OpenWindow, typed: str) -> None:
    search_for(balie, typed)
    assert any(line.startswith("Ancona") for line in found(balie))


def test_somebody_of_today_is_found_by_what_for_too(balie: OpenWindow) -> None:
    search_for(balie, "beugel")
    assert any("Visser" in line for line in found(balie))


def test_down_and_enter_select_somebody_of_today(balie: OpenWindow) -> None:
    search_for(balie, "vries")
    lines = found(balie)
    assert len(lines) == 2
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert list_line_of(balie) == lines[1].split(" · ")[0]
    assert balie.agenda.hasFocus()
    assert found(balie) == []


def list_line_of(balie: OpenWindow) -> str:
    return next(text for text in balie.card_says() if text.startswith("Vries"))


def test_up_from_the_first_goes_to_the_last(balie: OpenWindow) -> None:
    search_for(balie, "van")
    press(Qt.Key.Key_Up)
    popup = balie.search._popup
    assert popup is not None
    assert popup._view.currentIndex().row() == len(found(balie)) - 1


def test_a_click_takes_somebody(balie: OpenWindow) -> None:
    search_for(balie, "nguy")
    popup = balie.search._popup
    assert popup is not None
    view = popup._view
    place = view.visualRect(view.model().index(0, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert f"{balie.chosen().start:%H:%M}" == "09:30"


def test_somebody_without_appointment_is_shown_on_the_card(balie: OpenWindow) -> None:
    stranger(balie)
    search_for(balie, "zonderling")
    press(Qt.Key.Key_Return)
    said = balie.card_says()
    assert "meneer Zonderling" in said
    assert "geboren op 14-3-1958 (68 jaar) · 06 11 22 33 77" in said
    assert not any("Bij binnenkomst" in text for text in said)


def test_from_somebody_without_appointment_the_list_leads_back(balie: OpenWindow) -> None:
    """Also to the row that was selected before."""
    before = balie.chosen()
    stranger(balie)
    search_for(balie, "zonderling")
    press(Qt.Key.Key_Return)
    view = balie.window.front_desk.panel.view
    row = balie.window.front_desk.panel._model.row_of(before.id)
    place = view.visualRect(view.model().index(row, 1)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert "Goedemorgen mevrouw De Vries." in balie.card_says()


def test_somebody_without_appointment_stays_when_the_agenda_changes(balie: OpenWindow) -> None:
    stranger(balie)
    search_for(balie, "zonderling")
    press(Qt.Key.Key_Return)
    gone = balie.visits()[-1]
    balie.desk.agenda.cancel(gone.id, gone.version, balie.by)
    balie.window.work.reload()
    balie.at("11:00")
    assert "meneer Zonderling" in balie.card_says()


def test_keys_mark_nobody_while_somebody_without_appointment_is_shown(balie: OpenWindow) -> None:
    before = [each.status for each in balie.visits()]
    stranger(balie)
    search_for(balie, "zonderling")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_F3)
    assert [each.status for each in balie.visits()] == before


def test_nobody_found_is_said(balie: OpenWindow) -> None:
    search_for(balie, "qqqq")
    assert "Niemand gevonden. Kijk de spelling na." in balie.says()
    press(Qt.Key.Key_Return)
    assert balie.search.text() == "qqqq", "Enter takes nobody, and throws nothing away"


def test_esc_leaves_the_search(balie: OpenWindow) -> None:
    search_for(balie, "vries")
    press(Qt.Key.Key_Escape)
    assert balie.search.text() == ""
    assert found(balie) == []
    assert balie.agenda.hasFocus()


def test_an_emptied_field_shows_no_list(balie: OpenWindow) -> None:
    search_for(balie, "v")
    press(Qt.Key.Key_Backspace)
    assert found(balie) == []


def test_ctrl_z_in_the_field_belongs_to_the_text(balie: OpenWindow) -> None:
    press(Qt.Key.Key_Return)
    search_for(balie, "vries")
    press(Qt.Key.Key_Z, CONTROL)
    assert balie.search.text() == ""
    assert balie.stored().status.value == "arrived"


def test_in_a_narrow_window_the_search_unfolds_and_folds_again(balie: OpenWindow) -> None:
    balie.window.resize(1024, 700)
    assert not balie.search.isVisible()
    search_for(balie, "nguy")
    assert found(balie)
    press(Qt.Key.Key_Return)
    assert f"{balie.chosen().start:%H:%M}" == "09:30"
    assert not balie.search.isVisible()


@pytest.mark.parametrize("typed", ["%", "_", "'); DROP TABLE persons; --", '"', "*", "\x00", "  "])
def test_signs_of_every_kind_may_be_typed(balie: OpenWindow, typed: str) -> None:
    press(Qt.Key.Key_K, CONTROL)
    balie.search.setText(typed)
    balie.search.textEdited.emit(typed)
    assert balie.window.banner.text() == ""
