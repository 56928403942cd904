"""A page as it looks on paper, to be scrolled by keyboard."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QPalette, QPixmap
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

from reception_assistant.i18n import _
from reception_assistant.paper.html import Page
from ui.printing import pictures
from ui.theme.fonts import BODY
from ui.theme.marks import card
from ui.widgets.blocks import EDGE

_STEP = 48


class Sheets(QScrollArea):
    """Shows the sheets under one another, as wide as there is room for."""

    def __init__(self) -> None:
        super().__init__()
        card(self, takes_keys=True)
        self.setObjectName("sheets")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.verticalScrollBar().setSingleStep(_STEP)
        self._stack = _Stack()
        self.setWidget(self._stack)

    def show_page(self, page: Page | None) -> None:
        """Show a page from its beginning; None shows nothing."""
        self._stack.show_page(page)
        self.verticalScrollBar().setValue(0)

    @property
    def number(self) -> int:
        """How many sheets there are."""
        return self._stack.number

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Home and End go to the beginning and the end; Qt sees to the rest."""
        bar = self.verticalScrollBar()
        if event.key() == Qt.Key.Key_Home:
            bar.setValue(bar.minimum())
        elif event.key() == Qt.Key.Key_End:
            bar.setValue(bar.maximum())
        else:
            super().keyPressEvent(event)


class _Stack(QWidget):
    """Paints the sheets; they are drawn again when the letters change, and else only scaled."""

    def __init__(self) -> None:
        super().__init__()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._page: Page | None = None
        self._drawn: list[QImage] = []
        self._fitted: list[QPixmap] = []
        self._fitted_for = (0, 0.0)

    @property
    def number(self) -> int:
        """How many sheets there are."""
        return len(self._drawn)

    def show_page(self, page: Page | None) -> None:
        """Show a page, or nothing."""
        self._page = page
        self._draw()

    def sizeHint(self) -> QSize:
        """Return the size at which the sheets stand at their own width."""
        width = self._widest() + 2 * EDGE
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return the least size: the sheets become as narrow as they must."""
        return QSize(2 * EDGE, 0)

    def hasHeightForWidth(self) -> bool:
        """Return that its height follows from its width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return how high all sheets are at `width`."""
        return EDGE + sum(place.height() + EDGE for place in self._places(width))

    def changeEvent(self, event: QEvent) -> None:
        """Draw again at another size of the letters."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._draw()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the sheets that are in sight, each with a thin line around it."""
        painter = QPainter(self)
        if not self._drawn:
            self._say_nothing_yet(painter)
        painter.setPen(self.palette().color(QPalette.ColorRole.Mid))
        places = list(self._places(self.width()))
        for place, sheet in zip(places, self._fit(places), strict=True):
            if place.intersects(event.rect()):
                painter.drawPixmap(place, sheet)
                painter.drawRect(place.adjusted(0, 0, -1, -1))
        painter.end()

    def _say_nothing_yet(self, painter: QPainter) -> None:
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        within = self.rect().adjusted(EDGE, EDGE, -EDGE, -EDGE)
        flags = Qt.AlignmentFlag.AlignCenter.value | Qt.TextFlag.TextWordWrap.value
        painter.drawText(within, flags, _("Hier ziet u straks het blad."))

    def _draw(self) -> None:
        scale = self._scale() * self.devicePixelRatioF()
        self._drawn = [] if self._page is None else pictures(self._page, scale)
        self._fitted, self._fitted_for = [], (0, 0.0)
        self.updateGeometry()
        self.update()

    def _scale(self) -> float:
        """Return how large the letters are beside the usual ones."""
        return self.fontInfo().pixelSize() / BODY

    def _widest(self) -> int:
        """Return the width at which a sheet is as sharp as it was drawn."""
        dense = self.devicePixelRatioF()
        return round(self._drawn[0].width() / dense) if self._drawn else 0

    def _places(self, width: int) -> Iterator[QRect]:
        """Give where each sheet is at `width`."""
        wide = max(1, min(width - 2 * EDGE, self._widest()))
        top = EDGE
        for sheet in self._drawn:
            high = round(sheet.height() * wide / sheet.width())
            yield QRect((width - wide) // 2, top, wide, high)
            top += high + EDGE

    def _fit(self, places: list[QRect]) -> list[QPixmap]:
        """Return the sheets as large as their places; a scroll uses them again."""
        dense = self.devicePixelRatioF()
        fitted_for = (places[0].width() if places else 0, dense)
        if fitted_for != self._fitted_for:
            self._fitted = [_fitted(*each, dense) for each in zip(self._drawn, places, strict=True)]
            self._fitted_for = fitted_for
        return self._fitted


def _fitted(sheet: QImage, place: QRect, dense: float) -> QPixmap:
    size = place.size() * dense
    smooth = Qt.TransformationMode.SmoothTransformation
    made = QPixmap.fromImage(sheet.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, smooth))
    made.setDevicePixelRatio(dense)
    return made
