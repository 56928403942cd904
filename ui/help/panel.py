"""The help beside the screen: one page, the keys that work there, and the way to other pages."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from reception_assistant.i18n import _
from ui.help.pages import KeyGroup, keys_of
from ui.help.text import Block, Kind, Page
from ui.theme.fonts import BODY
from ui.theme.marks import Role, card, role
from ui.widgets.blocks import EDGE, GAP, box_of, label, plain_button
from ui.widgets.flow import flow

_LETTERS_WIDE = 54
_STRIP = 12
_CORNER = 10
_FORWARD, _BACK = Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason
_LINE_GAP = 4
_BESIDE_BAR = 8


class HelpPanel(QFrame):
    """Lies over the right side of the screen; the rest of the window goes on working.

    Signals:
        page_requested: another page is to be shown.
            arg: its name.
        left: the help is to be closed.
    """

    page_requested = Signal(str)
    left = Signal()

    def __init__(self, over: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        card(self)
        self.setObjectName("help")
        self.setProperty("overlay", True)
        self._over, self._parent = over, parent
        self._title = label("title")
        self._reading = _Reading()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(EDGE, EDGE - 4, GAP, EDGE - 4)
        layout.setSpacing(GAP)
        layout.addLayout(self._head())
        layout.addWidget(self._reading, 1)
        self._reading.focus_changed.connect(self.update)
        self.hide()
        over.installEventFilter(self)

    def show_page(self, page: Page, others: Iterable[Page]) -> None:
        """Show `page` from its beginning, with the way to `others`."""
        groups = keys_of(page.name)
        self.setAccessibleName(_("Uitleg: {title}").format(title=page.title))
        self._title.setText(page.title)
        self._reading.show_text(page.title, self._inside(page, groups, others))
        self._reading.setAccessibleDescription(_aloud(page, groups))
        self.place()
        self.show()
        self.raise_()

    def take_keys(self) -> None:
        """Let the keys scroll the text."""
        self._reading.setFocus()

    def place(self) -> None:
        """Lie at the right side of the screen, as wide as the letters ask for.

        Where that would leave a strip of the right half in sight, it covers that half.
        """
        over = self._over
        letter = self.fontMetrics().averageCharWidth()
        width = min(letter * _LETTERS_WIDE, over.width())
        if 0 < over.width() // 2 - width < letter * _STRIP:
            width = over.width() // 2
        corner = over.mapTo(self._parent, QPoint(over.width() - width, 0))
        self.setGeometry(corner.x(), corner.y(), width, over.height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size and the place of the screen."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self.place()
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the letters."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self.isVisible():
            self.place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Esc close the help."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Keep Tab inside, because what comes next may lie hidden under the help."""
        stops = [each for each in _below(self) if _takes_tab(each)]
        now = next((at for at, each in enumerate(stops) if each.hasFocus()), -1)
        there = stops[(now + (1 if forward else -1)) % len(stops)]
        there.setFocus(_FORWARD if forward else _BACK)
        self._reading.bring_into_sight(there)
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a line round the help, that also shows when the keys scroll the text."""
        super().paintEvent(event)
        has_keys = self._reading.hasFocus()
        colours = QPalette.ColorRole
        colour = self.palette().color(colours.Highlight if has_keys else colours.Dark)
        thick = 2 if has_keys else 1
        inner = QRectF(self.rect()).adjusted(thick / 2, thick / 2, -thick / 2, -thick / 2)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour, thick))
        corner = _CORNER * self.fontInfo().pixelSize() / BODY  # as the stylesheet has it
        painter.drawRoundedRect(inner, corner, corner)
        painter.end()

    def _head(self) -> QHBoxLayout:
        close = plain_button(_("Sluiten   Esc"), "quiet", self.left.emit)
        row = QHBoxLayout()
        row.addWidget(self._title, 1)
        row.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _inside(self, page: Page, groups: tuple[KeyGroup, ...], others: Iterable[Page]) -> QWidget:
        inside = QWidget()
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(0, 0, _BESIDE_BAR, 0)
        layout.setSpacing(_LINE_GAP)
        before = None
        for block in page.blocks:
            layout.addSpacing(_space_above(block, before))
            layout.addWidget(self._shown(block))
            before = block
        for group in groups:
            layout.addSpacing(EDGE)
            layout.addWidget(_as_high_as_needed(label("caption", group.title)))
            layout.addLayout(_key_rows(group))
        layout.addSpacing(EDGE)
        layout.addWidget(_as_high_as_needed(label("caption", _("Meer uitleg"))))
        layout.addWidget(flow(4, *(self._way_to(other) for other in others)))
        layout.addStretch(1)
        return inside

    def _shown(self, block: Block) -> QWidget:
        if block.kind is Kind.HEADING:
            return self._text(block, "strong")
        if block.kind is Kind.ADVICE:
            return box_of("calm", self._text(block))
        if not block.sign:
            return self._text(block)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        sign = label("muted", block.sign, wrap=False)
        sign.setMinimumWidth(sign.fontMetrics().averageCharWidth() * len(block.sign))
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text(block), 1)
        return holder

    def _text(self, block: Block, name: Role = "body") -> QLabel:
        made = role(_LinkedText(), name)
        made.setTextFormat(Qt.TextFormat.RichText)
        made.setText(block.html)
        made.setWordWrap(True)
        if block.links:
            flags = Qt.TextInteractionFlag
            made.setTextInteractionFlags(
                flags.LinksAccessibleByMouse | flags.LinksAccessibleByKeyboard
            )
            made.linkActivated.connect(self.page_requested)
        return _as_high_as_needed(made)

    def _way_to(self, page: Page) -> QWidget:
        return plain_button(page.title, "chip", partial(self.page_requested.emit, page.name))


class _Reading(QScrollArea):
    """The text, to be scrolled by keyboard.

    Signals:
        focus_changed: the keys come here, or go elsewhere.
    """

    focus_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_text(self, title: str, inside: QWidget) -> None:
        """Show `inside` from its beginning."""
        self.setAccessibleName(title)
        before = self.takeWidget()
        if before is not None:
            before.deleteLater()  # it may hold the link that was just followed
        self.setWidget(inside)
        self.verticalScrollBar().setValue(0)

    def bring_into_sight(self, part: QWidget) -> None:
        """Scroll to a part of the text, when it is one."""
        if self.isAncestorOf(part):
            self.ensureWidgetVisible(part)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Home and End go to the beginning and the end; Qt sees to the rest."""
        bar = self.verticalScrollBar()
        if event.key() == Qt.Key.Key_Home:
            bar.setValue(bar.minimum())
        elif event.key() == Qt.Key.Key_End:
            bar.setValue(bar.maximum())
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Tell when the keys come or go."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.focus_changed.emit()
        return super().event(event)


class _LinkedText(QLabel):
    """Text of which Tab reaches the first link at once, and whose links wear the theme."""

    def changeEvent(self, event: QEvent) -> None:
        """Write the text again in other colours: Qt puts those of links in the text itself."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            text = self.text()
            self.clear()
            self.setText(text)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Go to the first link, or the last one on the way back."""
        super().focusInEvent(event)
        if event.reason() in (_FORWARD, _BACK):
            super().focusNextPrevChild(event.reason() == _FORWARD)


def _space_above(block: Block, before: Block | None) -> int:
    """Return the extra room above a block; the points of one list belong together."""
    if before is None or (block.sign and block.kind is before.kind):
        return 0
    return EDGE - _LINE_GAP if block.kind is Kind.HEADING else GAP - _LINE_GAP


def _as_high_as_needed(made: QLabel) -> QLabel:
    """Let a label ask for no more than its text needs at this width."""
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    made.setSizePolicy(policy)
    return made


def _key_rows(group: KeyGroup) -> QGridLayout:
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(EDGE)
    grid.setVerticalSpacing(2)
    grid.setColumnStretch(0, 1)
    for row, key in enumerate(group.keys):
        cap = card(label("strong", key.text, wrap=False))
        cap.setContentsMargins(GAP, 3, GAP, 3)  # high enough for round ends at every size
        grid.addWidget(_as_high_as_needed(label("body", key.words)), row, 0)
        grid.addWidget(cap, row, 1, Qt.AlignmentFlag.AlignRight)
    return grid


def _aloud(page: Page, groups: tuple[KeyGroup, ...]) -> str:
    """Return all of a page as a screen reader says it."""
    lines = [block.plain for block in page.blocks]
    for group in groups:
        lines += [group.title, *(f"{key.words}: {key.text}" for key in group.keys)]
    return "\n".join(lines)


def _below(widget: QWidget) -> list[QWidget]:
    return widget.findChildren(QWidget)


def _takes_tab(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.isVisible()
