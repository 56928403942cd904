"""Two people wrote something else in the same field: both are shown, and one chooses."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from reception_assistant.i18n import _
from ui.theme.marks import tone
from ui.widgets.blocks import GAP, column, label
from ui.widgets.flow import flow
from ui.widgets.wrapping_button import wrapping_button


class ClashLine(QFrame):
    """Says what a colleague wrote meanwhile; nothing is lost until somebody chooses.

    Signals:
        chosen: this text is to stand there.
            arg: the text.
    """

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._mine, self._theirs = "", ""
        self._who, self._both = label("strong"), label("body")
        self._keep = wrapping_button(_("Die van mij"), "plain", self._on_mine)
        self._take = wrapping_button(_("Die van de collega"), "plain", self._on_theirs)
        self._join = wrapping_button(_("Allebei"), "plain", self._on_join)
        layout = column(self._who, self._both, flow(GAP, self._keep, self._take, self._join), gap=4)
        layout.setContentsMargins(12, GAP, 12, GAP)
        self.setLayout(layout)
        tone(self, "attention")
        self.hide()

    def show_clash(self, mine: str, theirs: str, who: str, *, may_join: bool) -> None:
        """Show both texts."""
        self._mine, self._theirs = mine, theirs
        said = _("{who} schreef hier net ook iets. Er is niets overschreven.")
        self._who.setText(said.format(who=who or _("Een collega")))
        both = _("Daar staat nu: “{theirs}” U schreef: “{mine}” Wat blijft staan?")
        self._both.setText(both.format(theirs=theirs, mine=mine))
        self._join.setVisible(may_join and bool(theirs) and bool(mine))
        self.show()

    def _on_mine(self) -> None:
        self.chosen.emit(self._mine)

    def _on_theirs(self) -> None:
        self.chosen.emit(self._theirs)

    def _on_join(self) -> None:
        self.chosen.emit(f"{self._theirs}\n{self._mine}")
