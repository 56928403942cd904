"""The scripts that fit now, each with its reason."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from reception_assistant.i18n import _
from reception_assistant.library.offer import Offer
from ui.call.choice_list import Choice, ChoiceList, numbered
from ui.widgets.blocks import GAP, column, label, say


class OfferList(QWidget):
    """Lines with a title and why it is there; a digit chooses.

    Signals:
        script_chosen: a script is wanted.
            arg: its id.
    """

    script_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._offers: tuple[Offer, ...] = ()
        self._nothing = label("muted")
        self._list = ChoiceList("strong")
        self._list.chosen.connect(self._on_list_chosen)
        self.setLayout(column(self._nothing, self._list, gap=GAP))

    def show_offers(self, offers: Sequence[Offer], *, after: int = 0) -> None:
        """Show these; the first `after` digits are for something else."""
        self._offers = tuple(offers)
        self._list.show_choices(
            [
                Choice(numbered(place + after), offer.title, ", ".join(offer.because))
                for place, offer in enumerate(offers)
            ]
        )
        nothing = _("Kies waarom er gebeld wordt. Dan staat hier wat daarbij past.")
        say(self._nothing, "" if offers else nothing)

    def choose(self, digit: int) -> None:
        """Choose the script with this digit."""
        self._list.choose(digit)

    def spoken(self) -> str:
        """Return the lines as a screen reader says them."""
        return self._list.spoken()

    @Slot(int)
    def _on_list_chosen(self, place: int) -> None:
        self.script_chosen.emit(self._offers[place].script_id)
