"""Paper: what is on the page is in the PDF, on as many sheets as it takes."""

from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from reception_assistant.errors import KnownError
from reception_assistant.paper import html
from reception_assistant.paper.card import card_page
from reception_assistant.paper.html import Page
from ui.printing import Printing, on_paper, pdf, pictures
from ui.theme import fonts

pytestmark = pytest.mark.usefixtures("letters")

SHORT = Page("Brief", html.paragraph("Beste mevrouw De Vries,"), "Voet")


@pytest.fixture(scope="module")
def letters(qapp: QApplication) -> None:
    """Let the sheets be written in the letters that ship, whatever ran before."""
    fonts.load()


def long_page(lines: int, *, one_sheet: bool = False) -> Page:
    rows = [("morgen", f"Belofte {number}") for number in range(lines)]
    table = html.table(("Wanneer", "Wat"), rows, (30, 70))
    return Page("Overdracht", table, "Voet", one_sheet=one_sheet)


def inked(picture: QImage, top: float, bottom: float) -> bool:
    """Tell whether anything is drawn between two parts of the height."""
    white = picture.pixel(0, 0)
    rows = range(round(picture.height() * top), round(picture.height() * bottom), 2)
    return any(picture.pixel(x, y) != white for y in rows for x in range(0, picture.width(), 2))


def sheets_in(content: bytes) -> int:
    return content.count(b"/Type /Page\n")


def test_a_letter_is_one_sheet_with_white_around_it() -> None:
    (sheet,) = pictures(SHORT)
    assert inked(sheet, 0.05, 0.1)
    assert inked(sheet, 0.91, 0.96)
    assert not inked(sheet, 0, 0.05)
    assert not inked(sheet, 0.96, 1)


def test_a_pdf_tells_its_title_and_holds_all_sheets() -> None:
    content = pdf(SHORT)
    assert content.startswith(b"%PDF-")
    assert sheets_in(content) == 1
    assert "Vries".encode("utf-16-be") not in content
    assert sheets_in(pdf(long_page(120))) == len(pictures(long_page(120))) > 1


def test_the_page_for_the_change_of_shift_stays_one_sheet() -> None:
    assert len(pictures(long_page(46))) == 2
    assert len(pictures(long_page(46, one_sheet=True))) == 1


def test_a_telephone_can_see_the_code_on_the_card() -> None:
    (sheet,) = pictures(card_page("https://www.praktijk.nl/mening", "De Linde"), 2)
    black = sum(
        sheet.pixelColor(x, y).lightness() < 30
        for x in range(0, sheet.width(), 4)
        for y in range(0, sheet.height(), 4)
    )
    assert black / (sheet.width() * sheet.height() / 16) > 0.05


def test_a_picture_from_outside_is_never_fetched(tmp_path: Path) -> None:
    picture = tmp_path / "foto.png"
    (sheet,) = pictures(SHORT)
    sheet.save(str(picture))
    typed = Page("Brief", html.paragraph(f'<img src="{picture}"/>'))
    (written,) = pictures(typed)
    assert not inked(written, 0.2, 0.9)


def test_a_printer_gets_the_same_page(tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(tmp_path / "uit.pdf"))
    on_paper(long_page(120), printer)
    assert sheets_in((tmp_path / "uit.pdf").read_bytes()) == len(pictures(long_page(120)))


def dialog_of(window: QWidget) -> QPrintDialog:
    """Return the dialog that asks for a printer, which here offers a file only."""
    dialog = window.findChild(QPrintDialog)
    assert isinstance(dialog, QPrintDialog)
    return dialog


def choose(dialog: QPrintDialog, file: Path) -> None:
    field = dialog.findChild(QLineEdit, "filename")
    assert isinstance(field, QLineEdit)
    field.setText(str(file))
    dialog.accept()


def test_printing_asks_for_a_printer_first(qtbot: QtBot, tmp_path: Path) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    printing = Printing(window)
    printing.print_page(SHORT)
    dialog = dialog_of(window)
    assert dialog.printer().docName() == "Brief"
    with qtbot.waitSignal(printing.printed):
        choose(dialog, tmp_path / "uit.pdf")
    assert sheets_in((tmp_path / "uit.pdf").read_bytes()) == 1


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_does_not_work_is_told(tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(tmp_path / "weg" / "uit.pdf"))
    with pytest.raises(KnownError, match="niet te bereiken"):
        on_paper(SHORT, printer)


def test_without_a_printer_nothing_is_printed(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    printing = Printing(window)
    told: list[bool] = []
    printing.printed.connect(lambda: told.append(True))
    printing.print_page(SHORT)
    dialog_of(window).reject()
    assert told == []
