"""The third question: where the agenda is, or a look at the demo first."""

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reception_assistant.desk.welcome import Answers
from reception_assistant.i18n import N_, _
from ui.theme.icons import Icons
from ui.theme.style import STEP
from ui.welcome.icon_mark import IconMark
from ui.welcome.step import Step, enter_button
from ui.widgets.blocks import EDGE, GAP, label
from ui.widgets.flow import flow

_DEMOS = {
    "tandarts": N_("Kijk dan eerst rond in een verzonnen tandartspraktijk."),
    "dierenarts": N_("Kijk dan eerst rond in een verzonnen dierenartspraktijk."),
    "huisarts": N_("Kijk dan eerst rond in een verzonnen huisartsenpraktijk."),
    "welzijn": N_("Kijk dan eerst rond in een verzonnen praktijk voor zorg en welzijn."),
}
_FIRST_DEMO = "tandarts"
_ROUND = 10


class DropPlace(QWidget):
    """Shows that a file may be dropped; the window takes it wherever it falls."""

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._icons = icons
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(label("strong", _("Sleep het bestand naar dit venster")))
        words.addWidget(
            label(
                "muted", _("Of kies het hieronder. Is iets niet duidelijk, dan vraagt Balie het u.")
            )
        )
        layout = QHBoxLayout(self)
        layout.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        layout.setSpacing(EDGE)
        layout.addWidget(IconMark(icons, "import"), 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addLayout(words, 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the edge, as of something that is still open."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(self._icons.color("field_border"), 1)
        pen.setDashPattern([STEP, STEP])
        painter.setPen(pen)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), _ROUND, _ROUND)
        painter.end()


class AgendaStep(Step):
    """Asks for the agenda.

    Signals:
        demo_requested: the demo is to be opened.
            arg: of which discipline.
    """

    demo_requested = Signal(str)

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._discipline = _FIRST_DEMO
        self._demo = label("muted")
        demo = QWidget()
        layout = QVBoxLayout(demo)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(label("heading", _("Nog geen bestand bij de hand?")))
        layout.addWidget(self._demo)
        layout.addWidget(
            flow(GAP, enter_button(_("Bekijk eerst de demo"), "plain", self._on_demo_clicked))
        )
        self._lay_out(
            _("Waar staat uw agenda?"),
            _(
                "Balie leest het bestand dat uw praktijksysteem maakt: een lijst (CSV), een "
                "spreadsheet, een kalender of een database. In uw praktijksysteem verandert niets."
            ),
            DropPlace(icons),
            demo,
        )

    def show_answers(self, answers: Answers, fixed: Answers) -> None:  # noqa: ARG002  of the others
        """Offer the demo that fits the practice."""
        self._discipline = answers.discipline if answers.discipline in _DEMOS else _FIRST_DEMO
        self._demo.setText(_(_DEMOS[self._discipline]))

    @Slot()
    def _on_demo_clicked(self) -> None:
        self.demo_requested.emit(self._discipline)
