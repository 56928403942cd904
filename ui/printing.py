"""Paper: a page of the core as a PDF, on a printer, or as pictures to look at."""

import os
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QBuffer,
    QIODevice,
    QMarginsF,
    QObject,
    QPointF,
    QRectF,
    QSizeF,
    Signal,
    Slot,
)
from PySide6.QtGui import (
    QFont,
    QGuiApplication,
    QImage,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextDocument,
)
from PySide6.QtWidgets import QWidget

from reception_assistant.errors import KnownError
from reception_assistant.i18n import _
from reception_assistant.paper.html import Page
from ui.theme import fonts

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrintDialog

_WIDTH, _HEIGHT = 794.0, 1123.0
"""A4 in the pixels of the HTML, at 96 for an inch."""
_MARGIN, _FOOT = 68.0, 34.0
_INNER = QSizeF(_WIDTH - 2 * _MARGIN, _HEIGHT - 2 * _MARGIN - _FOOT)
_RESOLUTION = 300
_WHITE = 0xFFFFFFFF
_SMALLER = (1.0, 0.92, 0.85, 0.78)
"""How much smaller what is to stay on one sheet may become."""
_INDENT = 16


def pdf(page: Page) -> bytes:
    """Return a page as a PDF; a page that is long becomes several."""
    kept = QBuffer()
    kept.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(kept)
    writer.setTitle(page.title)
    writer.setCreator("Balie")
    writer.setResolution(_RESOLUTION)
    on_paper(page, writer)
    return bytes(kept.data().data())


def on_paper(page: Page, device: QPagedPaintDevice) -> None:
    """Print a page on `device`: a printer, or what makes a PDF.

    Raises:
        KnownError: the printer cannot be reached, or its file cannot be written.
    """
    device.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF()
        )
    )
    sheets = _Sheets(page)
    painter = QPainter()
    if not painter.begin(device):
        raise KnownError(
            _("De printer is nu niet te bereiken."),
            _("Er is niets afgedrukt. Kijk of de printer aan staat, of kies een andere."),
        )
    for number in range(sheets.number):
        if number:
            device.newPage()
        painter.save()
        painter.scale(device.width() / _WIDTH, device.height() / _HEIGHT)
        sheets.draw(painter, number)
        painter.restore()
    painter.end()


def pictures(page: Page, scale: float = 1.0) -> list[QImage]:
    """Return the sheets of a page as they look on paper."""
    sheets = _Sheets(page)
    drawn = []
    for number in range(sheets.number):
        picture = QImage(round(_WIDTH * scale), round(_HEIGHT * scale), QImage.Format.Format_RGB32)
        picture.fill(_WHITE)
        painter = QPainter(picture)
        painter.scale(scale, scale)
        sheets.draw(painter, number)
        painter.end()
        drawn.append(picture)
    return drawn


def pdf_without_window(page: Page) -> bytes:
    """Return a page as a PDF for the command line, where there is no window and perhaps no screen.

    The program is left as it was: nothing of Qt stays open.
    """
    if QGuiApplication.instance() is not None:
        return pdf(page)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    app = QGuiApplication(["balie"])
    try:
        fonts.load()
        return pdf(page)
    finally:
        app.shutdown()


class Printing(QObject):
    """Prints pages on the printer that the user chooses.

    Signals:
        printed: the page went to the printer.
        failed(error): it did not; the `KnownError` says what to do.
    """

    printed = Signal()
    failed = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._page: Page | None = None
        self._dialog: QPrintDialog | None = None

    def print_page(self, page: Page) -> None:
        """Ask for a printer, and print there; the name of the job says nothing of anybody."""
        from PySide6.QtPrintSupport import QPrintDialog  # late: start  # noqa: PLC0415

        self._forget()
        self._page = page
        self._dialog = QPrintDialog(self._window)  # with a printer of its own, that goes with it
        self._dialog.printer().setResolution(_RESOLUTION)
        self._dialog.printer().setDocName(page.title)
        self._dialog.accepted.connect(self._on_dialog_accepted)
        self._dialog.rejected.connect(self._forget)
        self._dialog.setModal(True)
        self._dialog.show()

    @Slot()
    def _on_dialog_accepted(self) -> None:
        if self._dialog is None or self._page is None:
            return
        try:
            on_paper(self._page, self._dialog.printer())
        except KnownError as error:
            self.failed.emit(error)
        else:
            self.printed.emit()
        self._forget()

    @Slot()
    def _forget(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
        self._dialog = self._page = None


class _Sheets:
    """A page laid out on sheets of paper."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._document = _document(page.html)
        for scale in _SMALLER if page.one_sheet else _SMALLER[:1]:
            self._scale = scale
            self._document.setPageSize(_INNER / scale)
            if self._document.pageCount() == 1:
                break
        self.number = self._document.pageCount()

    def draw(self, painter: QPainter, number: int) -> None:
        """Draw one of the sheets, with its foot."""
        size = self._document.pageSize()
        painter.save()
        painter.translate(_MARGIN, _MARGIN)
        painter.scale(self._scale, self._scale)
        painter.translate(0, -number * size.height())
        self._document.drawContents(painter, QRectF(QPointF(0, number * size.height()), size))
        painter.restore()
        foot = _document(self._page.foot_html(number + 1, self.number))
        foot.setTextWidth(_INNER.width())
        painter.save()
        painter.translate(_MARGIN, _MARGIN + _INNER.height() + _FOOT / 2)
        foot.drawContents(painter)
        painter.restore()


def _document(html: str) -> QTextDocument:
    """Return HTML as a document whose letters are as wide on every device."""
    font = fonts.sized(fonts.BODY, 100)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    document = QTextDocument()
    document.setDocumentMargin(0)
    document.setIndentWidth(_INDENT)
    document.setUseDesignMetrics(True)
    document.setDefaultFont(font)
    document.setHtml(html)
    return document
