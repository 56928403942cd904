"""Making an apology that blames nobody, and that goes with something that is done."""

from PySide6.QtCore import Slot

from reception_assistant.complaints.apology import beginnings
from reception_assistant.i18n import _
from ui.complaints.choice_chips import ChoiceChips
from ui.complaints.small_form import SmallForm
from ui.widgets.blocks import label
from ui.widgets.form import text_field

_LONGEST = 300


class ApologyForm(SmallForm):
    """What happened to somebody, and what we do about it; a colleague's name is not in it."""

    def __init__(self) -> None:
        super().__init__(_("Excuus zonder schuld"), _("Excuus opschrijven   Ctrl+Enter"))
        self.happened = text_field(hint=_("u zo lang heeft gewacht"), longest=_LONGEST)
        self.usual = ChoiceChips(_("Vaak gezegd"), [(each, each) for each in beginnings()])
        self.action = text_field(longest=_LONGEST)
        self.add(_("Het spijt me dat"), self.happened)
        self.add_plain(self.usual)
        self.add(_("Wat doet u er nu aan?"), self.action)
        self.add_plain(
            label("small", _("Over twee werkdagen vraagt Balie of dat ook echt is gebeurd."))
        )
        self.usual.chosen.connect(self._on_usual_chosen)

    def empty(self) -> None:
        """Forget what was filled in."""
        self.happened.setText("")
        self.action.setText("")
        self.usual.choose("")

    @Slot(str)
    def _on_usual_chosen(self, words: str) -> None:
        self.happened.setText(words)
        self.action.setFocus()
