"""Whose complaint it is, what it is about, and who sees to it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from reception_assistant.complaints.complaint import Complaint, State, Where
from reception_assistant.i18n import N_, _
from ui.theme.marks import ink
from ui.widgets.blocks import GAP, column, label, say
from ui.widgets.flow import flow
from ui.widgets.wrapping_button import wrapping_button

_WHERE = {
    Where.PHONE: N_("verteld aan de telefoon"),
    Where.DESK: N_("verteld aan de balie"),
    Where.MAIL: N_("per mail"),
    Where.LETTER: N_("per brief"),
    Where.ONLINE: N_("online"),
    Where.HEARSAY: N_("van horen zeggen"),
}
_OFTEN = 2


class RecordHead(QWidget):
    """The name large, and beneath it the subject and the one owner.

    Signals:
        hand_over_requested: it is to go to a colleague.
        reopen_requested: it is to be opened again.
        call_requested: the customer is to be called.
    """

    hand_over_requested = Signal()
    reopen_requested = Signal()
    call_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._who, self._about = label("title"), label("muted")
        self._owner = label("muted", one_line=True)
        self._often = ink(label("body"), "attention")
        self._call = wrapping_button(_("Bellen"), "quiet", self.call_requested.emit)
        self._hand_over = wrapping_button(_("Overdragen"), "quiet", self.hand_over_requested.emit)
        self._reopen = wrapping_button(_("Weer openen"), "quiet", self.reopen_requested.emit)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self._who, 1)
        row.addWidget(self._owner)
        buttons = flow(GAP, self._call, self._hand_over, self._reopen)
        layout = column(gap=4)
        layout.addLayout(row)
        below = QHBoxLayout()
        below.addWidget(self._about, 1)
        below.addWidget(buttons)
        layout.addLayout(below)
        layout.addWidget(self._often)
        self.setLayout(layout)

    def show_record(self, complaint: Complaint, who: str) -> None:
        """Show whose complaint this is."""
        self._who.setText(who)
        parts = [complaint.subject, complaint.animal, _(_WHERE[complaint.where])]
        self._about.setText(" · ".join(filter(None, parts)))
        self._owner.setText(_("eigenaar: {name}").format(name=complaint.owner))
        often = _("Al {times} keer overgedragen. Houd deze zelf tot het klaar is.")
        many = complaint.hand_overs >= _OFTEN
        say(self._often, often.format(times=complaint.hand_overs) if many else "")
        is_open = complaint.state is State.OPEN
        self._hand_over.setVisible(is_open)
        self._reopen.setVisible(not is_open)
        self._call.setVisible(bool(complaint.person_id or complaint.reach))

    def take_keys(self) -> None:
        """Give the keys to what can be done here."""
        (self._hand_over if self._reopen.isHidden() else self._reopen).setFocus()
