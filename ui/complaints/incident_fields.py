"""What is asked about an incident beside the facts: who knows, and how long it is kept."""

from datetime import datetime
from typing import NamedTuple

from PySide6.QtWidgets import QCheckBox, QWidget

from reception_assistant.i18n import _
from ui.complaints.moment_field import MomentField
from ui.theme.marks import tone
from ui.widgets.blocks import column, label
from ui.widgets.form import FieldGrid, text_field


class IncidentFacts(NamedTuple):
    """Who was told, until when it is kept (a day, ISO; "" the usual term), and what was done."""

    told: str
    expires: str
    warned: bool
    ended: bool
    reported: bool


class IncidentFields(QWidget):
    """Facts only; whoever needs help at once keeps getting it."""

    def __init__(self) -> None:
        super().__init__()
        self.told = text_field(hint=_("de praktijkmanager"))
        self.expires = MomentField(days_only=True)
        self.warned = QCheckBox(_("Ik gaf een grens aan"))
        self.ended = QCheckBox(_("Ik stopte het gesprek"))
        self.reported = QCheckBox(_("Er is aangifte gedaan"))
        grid = FieldGrid()
        grid.add(_("Wie weet ervan?"), self.told)
        grid.add(_("Tot wanneer bewaren? Leeg: een jaar"), self.expires)
        self.open_care = tone(label("body"), "calm")
        self.setLayout(column(grid, self.warned, self.ended, self.reported, self.open_care))

    def begin(self, now: datetime) -> None:
        """Count from this moment on."""
        self.expires.begin(now)

    def facts(self) -> IncidentFacts:
        """Return what is filled in."""
        return IncidentFacts(
            self.told.text().strip(),
            self.expires.day(),
            self.warned.isChecked(),
            self.ended.isChecked(),
            self.reported.isChecked(),
        )

    def empty(self) -> None:
        """Forget what was filled in."""
        self.told.setText("")
        self.expires.empty()
        for each in (self.warned, self.ended, self.reported):
            each.setChecked(False)
