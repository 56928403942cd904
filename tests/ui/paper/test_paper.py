"""Paper is seen first, and then printed, kept or copied, by keyboard on a real database."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from reception_assistant.complaints.complaint import Field
from reception_assistant.naming.listed import list_name
from reception_assistant.settings.catalogue import FEEDBACK_ADDRESS
from tests.helpers.layout import findings
from tests.helpers.practice import TODAY
from tests.helpers.window import press, write
from tests.ui.follow_ups.practice import settle
from tests.ui.paper.conftest import Paper
from ui.theme.colors import DARK, LIGHT
from ui.theme.look import Appearance

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ADDRESS = "https://www.praktijk-de-linde.nl/uw-mening"


def print_to(paper: Paper, file: Path, *, also: bool = True) -> None:
    """Choose a printer that writes to `file`, or none."""
    dialogs: list[QPrintDialog] = paper.screen.findChildren(QPrintDialog)
    (dialog,) = (each for each in dialogs if each.isVisible())
    if not also:
        dialog.reject()
        return
    field = dialog.findChild(QLineEdit, "filename")
    assert isinstance(field, QLineEdit)
    field.setText(str(file))
    dialog.accept()


def kept(paper: Paper) -> list[str]:
    return sorted(each.name for each in paper.chosen.folder.iterdir())


def test_the_page_for_the_change_of_shift_is_seen_printed_and_kept(
    paper: Paper, tmp_path: Path
) -> None:
    paper.work.hand_over()
    assert paper.opened == [paper.screen]
    assert paper.screen.sheets.hasFocus()
    assert "Het is 1 blad." in paper.says()
    assert "Te laat" in paper.screen.sheets.accessibleDescription()
    press(Qt.Key.Key_P, CTRL)
    print_to(paper, tmp_path / "printer.pdf")
    assert (tmp_path / "printer.pdf").read_bytes().startswith(b"%PDF-")
    assert paper.told.news == ["De printer gaat aan het werk."]
    press(Qt.Key.Key_S, CTRL)
    assert paper.told.news[-1] == "Bewaard in overdracht-2026-11-24-0900.pdf."
    assert kept(paper) == ["overdracht-2026-11-24-0900.pdf"]


def test_a_letter_that_went_out_is_remembered_with_the_complaint_once(
    paper: Paper, tmp_path: Path
) -> None:
    complaint = paper.complaint()
    paper.work.letter(complaint.id, "ontvangst")
    assert "Brief: ontvangst bevestigen" in paper.says()
    assert complaint.answer(Field.WORDS) in paper.screen.sheets.accessibleDescription()
    press(Qt.Key.Key_P, CTRL)
    print_to(paper, tmp_path / "printer.pdf", also=False)
    paper.chosen.refuses = True
    press(Qt.Key.Key_S, CTRL)
    assert paper.letters_made() == []
    paper.chosen.refuses = False
    press(Qt.Key.Key_S, CTRL)
    press(Qt.Key.Key_P, CTRL)
    print_to(paper, tmp_path / "printer.pdf")
    assert paper.letters_made() == ["ontvangst"]


def test_the_text_of_a_letter_is_copied_for_a_mail(paper: Paper) -> None:
    complaint = paper.complaint()
    paper.work.letter(complaint.id, "ontvangst")
    press(Qt.Key.Key_C, CTRL | SHIFT)
    copied = QApplication.clipboard().text()
    assert complaint.answer(Field.WORDS) in copied
    assert "<" not in copied
    assert paper.letters_made() == ["ontvangst"]


def test_no_name_is_in_a_title_nor_in_the_name_of_a_file(paper: Paper) -> None:
    complaint = paper.complaint()
    assert complaint.person_id is not None
    person = paper.desk.people.person(complaint.person_id)
    assert person is not None
    paper.work.letter(complaint.id, "ontvangst")
    press(Qt.Key.Key_S, CTRL)
    told = " ".join(
        (*paper.chosen.proposed, *paper.told.news, paper.screen.sheets.accessibleName())
    )
    assert person.name.surname in list_name(person.name)
    assert person.name.surname not in told


def test_a_letter_that_cannot_be_written_yet_says_why_and_shows_nothing(paper: Paper) -> None:
    complaint = paper.complaint()
    assert not complaint.extensions
    paper.work.letter(complaint.id, "verlenging")
    assert paper.opened == []
    (told,) = paper.told.news
    assert "Er is geen brief gemaakt." in told


def test_a_file_that_is_there_is_not_overwritten(paper: Paper) -> None:
    paper.chosen.answer = paper.chosen.folder / "eigen.pdf"
    paper.chosen.answer.write_text("van mij")
    paper.work.letter(paper.complaint().id, "ontvangst")
    press(Qt.Key.Key_S, CTRL)
    assert paper.chosen.answer.read_text() == "van mij"
    assert "Er is niets overschreven." in paper.told.news[-1]
    assert paper.letters_made() == []
    paper.chosen.answer = paper.chosen.folder / "brief 2.0"
    press(Qt.Key.Key_S, CTRL)
    assert kept(paper) == ["brief 2.0.pdf", "eigen.pdf"]


def test_another_year_is_chosen_by_keyboard_and_kept_for_a_spreadsheet(paper: Paper) -> None:
    paper.work.overview()
    assert paper.screen.sheets.hasFocus()
    paper.screen.year.setFocus()
    press(Qt.Key.Key_Down)
    assert paper.screen.draft is not None
    assert paper.screen.draft.year == TODAY.year - 1
    assert paper.screen.year.hasFocus()
    press(Qt.Key.Key_S, CTRL | SHIFT)
    assert kept(paper) == ["jaaroverzicht-2025.csv"]
    table = (paper.chosen.folder / "jaaroverzicht-2025.csv").read_bytes()
    assert table.startswith("\ufeffonderdeel;wat;aantal".encode())


def test_the_card_asks_for_the_address_and_follows_it(paper: Paper) -> None:
    paper.work.feedback_card()
    assert paper.screen.address.hasFocus()
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_P, CTRL)
    assert paper.told.news == []
    write("onze site")
    press(Qt.Key.Key_Return)
    assert "Dit is geen adres van een pagina op internet." in paper.told.news[-1]
    paper.screen.address.setText("")
    write(ADDRESS)
    press(Qt.Key.Key_Return)
    assert paper.screen.sheets.hasFocus()
    assert paper.screen.sheets.number == 1
    paper.screen.address.setFocus()
    write("en")
    assert paper.screen.sheets.number == 0  # its code would lead elsewhere
    press(Qt.Key.Key_S, CTRL)  # the cards first
    assert kept(paper) == []
    press(Qt.Key.Key_S, CTRL)
    assert kept(paper) == ["kaartje-feedback.pdf"]


@pytest.mark.parametrize(("address", "sheets"), [(ADDRESS, 1), ("onze site", 0)])
def test_the_address_of_the_settings_is_taken_when_it_is_one(
    paper: Paper, address: str, sheets: int
) -> None:
    paper.desk.settings.choose(FEEDBACK_ADDRESS, address, paper.manager())
    paper.work.feedback_card()
    assert paper.screen.sheets.number == sheets
    assert paper.screen.address.text() == address
    assert paper.opened == [paper.screen]


def test_esc_goes_back_and_nothing_of_anybody_stays(paper: Paper, qtbot: QtBot) -> None:
    paper.work.letter(paper.complaint().id, "ontvangst")
    with qtbot.waitSignal(paper.work.left):
        press(Qt.Key.Key_Escape)
    assert paper.screen.draft is None
    assert paper.screen.sheets.number == 0
    assert paper.screen.sheets.accessibleDescription() == ""
    press(Qt.Key.Key_P, CTRL)
    assert paper.screen.findChild(QPrintDialog) is None


def test_the_sheets_are_scrolled_by_keyboard(paper: Paper) -> None:
    paper.work.overview()
    settle()
    bar = paper.screen.sheets.verticalScrollBar()
    press(Qt.Key.Key_PageDown)
    assert bar.value() > 0
    press(Qt.Key.Key_End)
    assert bar.value() == bar.maximum()
    press(Qt.Key.Key_Home)
    assert bar.value() == 0


@pytest.mark.parametrize("look", [(LIGHT, 100), (DARK, 150)])
def test_nothing_is_cut_off(paper: Paper, appearance: Appearance, look: tuple[str, int]) -> None:
    theme, scale = look
    appearance.choose(theme)
    appearance.set_scale(scale)
    makers = (
        paper.work.hand_over,
        lambda: paper.work.letter(paper.complaint().id, "ontvangst"),
        paper.work.overview,
        paper.work.feedback_card,
        lambda: paper.screen.address_given.emit(ADDRESS),
    )
    for width, height in ((1250, 640), (880, 560)):
        paper.window.resize(width, height)
        for make in makers:
            make()
            settle()
            assert findings(paper.window) == []
