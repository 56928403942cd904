"""The middle of the Telefoon screen while nobody is on the telephone."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from reception_assistant.i18n import _, ngettext
from reception_assistant.library.offer import Offer
from ui.actions import Do, key_text
from ui.call.call_tabs import CallChip
from ui.call.choice_list import Choice, ChoiceList, numbered
from ui.call.keyed_card import KeyedCard
from ui.call.nameless import NamelessCalls
from ui.call.offer_list import OfferList
from ui.widgets.blocks import EDGE, GAP, column, label
from ui.widgets.flow import flow
from ui.widgets.wrapping_button import action_button


class IdlePanel(KeyedCard):
    """How to begin, who waits, and which scripts fit now; digits choose.

    Signals:
        start_requested: a conversation is to begin.
        call_chosen: one that waits is to go on.
            arg: its id.
        script_chosen: a conversation is to begin with a script.
            arg: its id.
    """

    start_requested = Signal()
    call_chosen = Signal(str)
    script_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("no_call")
        self._calls: tuple[CallChip, ...] = ()
        self._offered: tuple[Offer, ...] = ()
        self._list, self._offers = ChoiceList("strong"), OfferList()
        self._list.chosen.connect(self._on_list_chosen)
        self._offers.script_chosen.connect(self.script_chosen)
        self._waiting, self._fitting = QWidget(), QWidget()
        self.nameless = NamelessCalls()
        self._waiting.setLayout(column(label("caption", _("Wacht op u")), self._list, gap=GAP))
        self._fitting.setLayout(column(label("caption", _("Past nu")), self._offers, gap=GAP))
        self._title = label("heading")
        hint = _("Gaat de telefoon? Druk op {key}. Dan staat hier wat u zegt.")
        self.hold(
            self._title,
            label("muted", hint.format(key=key_text(Do.CALL))),
            flow(GAP, action_button(Do.CALL, "primary", self.start_requested.emit)),
            self._waiting,
            self._fitting,
            self.nameless,
            gap=EDGE - 4,
        )
        self.show_calls(())

    @Slot(object)
    def show_calls(self, calls: Sequence[CallChip]) -> None:
        """Show the conversations that wait."""
        self._calls = tuple(calls)
        self._list.show_choices(
            [Choice(numbered(at), call.label, call.detail) for at, call in enumerate(calls)]
        )
        self._waiting.setVisible(bool(calls))
        title = _title(len(self._calls))
        self._title.setText(title)
        self.setAccessibleName(title)
        self.show_offers(self._offered)

    def show_offers(self, offers: Sequence[Offer]) -> None:
        """Show the scripts that fit now; their digits follow those of who waits."""
        self._offered = tuple(offers)
        self._offers.show_offers(offers, after=len(self._calls))
        self._fitting.setVisible(bool(offers))
        self.setAccessibleDescription(f"{self._list.spoken()} {self._offers.spoken()}".strip())

    @Slot(int)
    def answer_key(self, digit: int) -> None:
        """Choose what stands at this digit."""
        if not self._list.choose(digit):
            self._offers.choose(digit)

    @Slot(int)
    def _on_list_chosen(self, place: int) -> None:
        self.call_chosen.emit(self._calls[place].id)


def _title(waiting: int) -> str:
    if not waiting:
        return _("Er loopt geen gesprek.")
    return ngettext(
        "Er wacht een gesprek op u.", "Er wachten {number} gesprekken op u.", waiting
    ).format(number=waiting)
