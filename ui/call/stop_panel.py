"""When to hand over at once: the stop signs of the practice, always in the same place."""

from collections.abc import Sequence
from functools import partial
from itertools import groupby

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from reception_assistant.i18n import _
from reception_assistant.library.context import Moment
from reception_assistant.library.lists import StopSign
from ui.actions import Do
from ui.call.row_button import RowButton
from ui.theme.marks import card, tone
from ui.widgets.blocks import EDGE, GAP, box_of, column, label, say
from ui.widgets.flow import FlowLayout
from ui.widgets.scrolled import Scrolled
from ui.widgets.tab_order import in_order, put_before
from ui.widgets.wrapping_button import WrappingButton, action_button, wrapping_button

_MOST_LINES = 7
"""Higher than so many lines of text the signs are scrolled: they may push nothing away."""


class StopPanel(QFrame):
    """The signs with to whom each goes, and handing over at once.

    Signals:
        hand_over_requested: this is to be handed over, whatever the sign.
        sign_chosen: this sign was heard.
            arg: the sign (StopSign).
        handed_over: it goes to somebody.
            arg: to whom.
        hand_over_left: it is not handed over after all.
    """

    hand_over_requested = Signal()
    sign_chosen = Signal(object)  # StopSign
    handed_over = Signal(str)
    hand_over_left = Signal()

    def __init__(self) -> None:
        super().__init__()
        card(self)
        self.setObjectName("stop")
        self._moment = Moment.PHONE
        self._shown: tuple[StopSign, ...] | None = None
        self._groups = column(gap=GAP)
        inside = Scrolled()
        inside.setLayout(self._groups)
        self._shelf = _Shelf(inside)
        self._none = label("muted", _("Geen stoptekens bij deze reden. Twijfel? Draag over."))
        self._example = label("small", _("Voorbeelden: laat uw praktijk ze nakijken."))
        self._hand_over = action_button(Do.HAND_OVER, "plain", self.hand_over_requested.emit)
        self._asking = _Asking()
        self._asking.chosen.connect(self._on_asking_chosen)
        self._asking.left.connect(self._on_asking_left)
        parts = (self._shelf, self._none, self._example, self._hand_over, self._asking)
        self.setLayout(column(label("caption", _("Stoptekens")), *parts, edge=EDGE - 4))
        self.show_signs(())

    def use_moment(self, moment: Moment) -> None:
        """Speak as on the telephone, or as at the desk."""
        self._moment = moment

    def show_signs(self, signs: Sequence[StopSign]) -> None:
        """Show these signs, those that go to one person with one sentence on one line."""
        if tuple(signs) != self._shown:
            self._shown = tuple(signs)
            self._make(self._shown)
            self._shelf.verticalScrollBar().setValue(0)
        self._ask(yes=False)

    def show_handing_over(self, sign: StopSign | None, to: Sequence[str]) -> None:
        """Show what to say now, and ask to whom it goes."""
        if sign is not None and sign.say:
            said = sign.say
        elif self._moment is Moment.DESK:
            said = _("Ik haal er meteen iemand bij. Een ogenblik.")
        else:
            said = _("Ik haal er meteen iemand bij. Blijft u aan de lijn.")
        self._asking.ask(sign.label if sign is not None else "", said, to)
        self._ask(yes=True)
        self._asking.take_keys()

    def take_keys(self) -> None:
        """Give the keys to whom it goes, or to handing over."""
        if self._asking.isHidden():
            self._hand_over.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self._asking.take_keys()

    def _ask(self, *, yes: bool) -> None:
        signs = self._shown or ()
        had_keys = self._asking.has_keys()
        self._shelf.setVisible(not yes and bool(signs))
        self._none.setVisible(not yes and not signs)
        self._example.setVisible(not yes and any(sign.is_example for sign in signs))
        self._hand_over.setVisible(not yes)
        if had_keys and not yes:
            self.take_keys()
        self._asking.setVisible(yes)

    def _make(self, signs: Sequence[StopSign]) -> None:
        while (item := self._groups.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        together = groupby(_gathered(signs), key=lambda sign: (sign.to, sign.say))
        everyone = [self._row(tuple(group)) for _to, group in together]
        made = tone(QFrame(), "stop")
        layout = column(*everyone, gap=0)
        layout.setContentsMargins(4, 4, 4, 4)
        made.setLayout(layout)
        self._groups.addWidget(made)
        made.show()
        self._shelf.watch(everyone)
        put_before(self._hand_over, *everyone)
        self._shelf.updateGeometry()

    def _row(self, signs: Sequence[StopSign]) -> RowButton:
        """Return the line for signs that go to one person with one sentence."""
        first, row = signs[0], RowButton("line", "body")
        heard = " · ".join(sign.label.rstrip(".") for sign in signs)
        row.edges(8, 4)
        row.show_words(_("{to}: {signs}").format(to=first.to, signs=heard))
        row.setAccessibleName(_("{signs}. Overdragen: {to}.").format(signs=heard, to=first.to))
        row.setAccessibleDescription(first.say)
        row.clicked.connect(partial(self.sign_chosen.emit, first))
        return row

    @Slot(str)
    def _on_asking_chosen(self, to: str) -> None:
        self._ask(yes=False)
        self.handed_over.emit(to)

    @Slot()
    def _on_asking_left(self) -> None:
        self._ask(yes=False)
        self.hand_over_left.emit()


class _Asking(QWidget):
    """What to say when it is handed over, and to whom.

    Signals:
        chosen: it goes to somebody.
            arg: to whom.
        left: it is not handed over.
    """

    chosen = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._heard, self._said = label("small"), label("title")
        self._to = FlowLayout(GAP)
        self._buttons: list[WrappingButton] = []
        self._leave = wrapping_button(_("Toch niet   Esc"), "quiet", self.left.emit)
        layout = column(
            box_of("stop", self._heard, self._said), label("body", _("Aan wie draagt u over?"))
        )
        layout.addLayout(self._to)
        self.setLayout(layout)

    def ask(self, heard: str, said: str, to: Sequence[str]) -> None:
        """Show `said`, because of what was `heard`, and let one of `to` be chosen."""
        say(self._heard, heard)
        self._said.setText(f"“{said}”")
        for old in (*self._buttons, self._leave):
            self._to.removeWidget(old)
        for old in self._buttons:
            old.hide()
            old.deleteLater()
        self._buttons = []
        for name in dict.fromkeys(to or [_("een collega")]):
            made = wrapping_button(name, "stop", partial(self.chosen.emit, name))
            made.setAccessibleName(_("Overdragen: {to}").format(to=name))
            made.setAccessibleDescription(said)
            self._to.addWidget(made)
            self._buttons.append(made)
        self._to.addWidget(self._leave)
        in_order(*self._buttons, self._leave)

    def has_keys(self) -> bool:
        """Tell whether the keys go here."""
        return any(each.hasFocus() for each in (*self._buttons, self._leave))

    def take_keys(self) -> None:
        """Give the keys to the first who can be chosen."""
        self._buttons[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class _Shelf(QScrollArea):
    """Is as high as what lies on it, up to a number of lines; the rest is scrolled to."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self._inside = inside
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inside)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        policy.setVerticalPolicy(policy.Policy.Fixed)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Return that its height follows from its width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height at `width`."""
        most = self.fontMetrics().lineSpacing() * _MOST_LINES
        return min(self._inside.heightForWidth(width), most)

    def sizeHint(self) -> QSize:
        """Return the size that is wished for."""
        width = self._inside.sizeHint().width()
        return QSize(width, self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        """Return the least width; the height follows from the width."""
        bar = self.verticalScrollBar().sizeHint().width()
        return QSize(self._inside.minimumSizeHint().width() + bar, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Have a bar only where not everything fits without one."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()  # what it wishes for follows from its width
        self._offer_bar()

    def watch(self, widgets: Sequence[QWidget]) -> None:
        """Show whichever of these gets the keys."""
        for each in widgets:
            each.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take another height when what lies on it does; show what gets the keys."""
        if event.type() == QEvent.Type.LayoutRequest and watched is self._inside:
            self.updateGeometry()
            self._offer_bar()
        elif event.type() == QEvent.Type.FocusIn and isinstance(watched, QWidget):
            self.ensureWidgetVisible(watched, 0, GAP)
        return super().eventFilter(watched, event)

    def _offer_bar(self) -> None:
        policies = Qt.ScrollBarPolicy
        # The bar itself makes the lines narrow, and so too high: Qt would never take it away.
        fits = self._inside.heightForWidth(self.width()) <= self.height()
        self.setVerticalScrollBarPolicy(
            policies.ScrollBarAlwaysOff if fits else policies.ScrollBarAsNeeded
        )


def _gathered(signs: Sequence[StopSign]) -> list[StopSign]:
    """Return the signs with one sentence after each other, in the order of the practice."""
    places: dict[tuple[str, str], int] = {}
    for sign in signs:
        places.setdefault((sign.to, sign.say), len(places))
    return sorted(signs, key=lambda sign: places[sign.to, sign.say])
