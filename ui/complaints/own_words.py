"""What the customer said, large, with the wish and whether it was confirmed."""

from PySide6.QtWidgets import QFrame, QWidget

from reception_assistant.complaints.complaint import Complaint, Field, Yes
from reception_assistant.i18n import _
from ui.theme.marks import tone
from ui.widgets.blocks import GAP, column, label, say


class OwnWords(QWidget):
    """Stands above the steps that come after the customer was heard."""

    def __init__(self) -> None:
        super().__init__()
        self._words, self._behind, self._wish = label("sentence"), label("muted"), label("strong")
        self._confirmed = label("body")
        self._box = QFrame()
        layout = column(self._wish, self._confirmed, gap=2)
        layout.setContentsMargins(12, GAP, 12, GAP)
        self._box.setLayout(layout)
        caption = label("caption", _("In eigen woorden"))
        self.setLayout(column(caption, self._words, self._behind, self._box, gap=4))
        self.hide()

    def show_record(self, complaint: Complaint) -> None:
        """Show what this customer said; nothing when nothing was written down yet."""
        words, wish = complaint.answer(Field.WORDS), complaint.answer(Field.WISH)
        behind = complaint.answer(Field.BEHIND)
        say(self._words, f"“{words}”" if words else "")
        say(self._behind, _("Daarachter: {behind}").format(behind=behind) if behind else "")
        self._wish.setText(_("De wens: {wish}").format(wish=wish))
        yes = complaint.answer(Field.CONFIRMED) == Yes.YES
        told = _("Klopt dat? Ja, bevestigd.") if yes else _("Klopt dat? Nog niet bevestigd.")
        self._confirmed.setText(told)
        tone(self._box, "good" if yes else "attention")
        self._box.setVisible(bool(wish))
        self.setVisible(bool(words or wish))
