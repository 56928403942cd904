"""The assistant: how a file is to be read, with the people in it as they will be greeted."""

from msgspec.structs import replace
from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from reception_assistant.agenda.profile import Kind, Profile
from reception_assistant.desk.assistant import Look, Preview
from reception_assistant.desk.profiles import LONGEST_NAME
from reception_assistant.i18n import N_, _
from ui.sources.calendar_choices import CalendarChoicesForm
from ui.sources.preview_list import PreviewList
from ui.sources.table_choices import TableChoicesForm
from ui.widgets.blocks import EDGE, GAP, card_of, column, label, plain_button
from ui.widgets.flow import flow
from ui.widgets.form import short_field

_PAUSE_MILLISECONDS = 150  # while somebody types a separator
_TITLES = {
    Kind.TABLE: N_("Wat is wat in dit bestand?"),
    Kind.DATABASE: N_("Wat is wat in deze database?"),
    Kind.CALENDAR: N_("Waar staat de naam in deze agenda?"),
    Kind.FHIR: N_("Klopt het zo?"),
}
_ADVICE = {
    Kind.TABLE: N_("Kies per kolom wat erin staat. Rechts ziet u meteen hoe u mensen begroet."),
    Kind.DATABASE: N_("Kies de tabel en wat erin staat. Balie verandert niets aan de database."),
    Kind.CALENDAR: N_("Rechts ziet u meteen hoe u mensen begroet."),
    Kind.FHIR: N_("Dit bestand zegt zelf wat wat is. U hoeft niets te kiezen."),
}


class AssistantPage(QWidget):
    """Asks how one file is to be read; nothing is read before somebody says so.

    Signals:
        preview_requested: something was chosen.
            arg: how the file would be read now (Profile).
        table_requested: another sheet or table of the file is wanted.
            arg: its name.
        read_requested: read it so.
            args: how (Profile), and whether to follow the file from now on (bool).
        left: the user wants to read nothing.
    """

    preview_requested = Signal(object)  # Profile
    table_requested = Signal(str)
    read_requested = Signal(object, bool)  # Profile
    left = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("assistant")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.look = look
        self.preview = PreviewList()
        self._form = self._make_form()
        self.name = short_field(look.profile.name, longest=LONGEST_NAME)
        self.follow = QCheckBox(_("Lees dit bestand vanzelf opnieuw als het verandert"))
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MILLISECONDS)
        self._pause.timeout.connect(self.ask_preview)
        self._lay_out()
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            reading = QShortcut(QKeySequence(keys), self)
            reading.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            reading.activated.connect(self.read)

    @property
    def form(self) -> TableChoicesForm | CalendarChoicesForm | None:
        """The part in which something can be chosen; a FHIR file has none."""
        return self._form

    def profile(self) -> Profile:
        """Return how the file would be read by what is chosen now."""
        profile = replace(self.look.profile, name=self.name.text().strip())
        if isinstance(self._form, TableChoicesForm):
            return replace(profile, table=self._form.choices())
        if isinstance(self._form, CalendarChoicesForm):
            return replace(profile, calendar=self._form.choices())
        return profile

    def focus_first(self) -> None:
        """Put the cursor where the first choice is."""
        if self._form is not None:
            self._form.focus_first()
        else:
            self._read.setFocus()

    def show_preview(self, preview: Preview) -> None:
        """Show what reading would give."""
        self.preview.show_preview(preview)
        self._read.setEnabled(bool(preview.greeted))

    def show_trouble(self, error: Exception) -> None:
        """Say why it cannot be read like this."""
        self.preview.show_trouble(error)
        self._read.setEnabled(False)

    @Slot()
    def ask_preview(self) -> None:
        """Ask what reading would give now."""
        self.preview_requested.emit(self.profile())

    @Slot()
    def read(self) -> None:
        """Ask to read the file as chosen."""
        if self._read.isEnabled():
            self.read_requested.emit(self.profile(), self.follow.isChecked())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Esc leave the field, and then the assistant."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.hasFocus():
            self.left.emit()
        else:
            self.setFocus()

    def _make_form(self) -> TableChoicesForm | CalendarChoicesForm | None:
        look = self.look
        if look.profile.kind is Kind.FHIR:
            return None
        if look.profile.kind is Kind.CALENDAR:
            calendar = CalendarChoicesForm(look.profile.calendar)
            calendar.chosen.connect(self._on_chosen)
            return calendar
        table = TableChoicesForm(look.columns, look.tables, look.profile.table)
        table.chosen.connect(self._on_chosen)
        table.table_chosen.connect(self.table_requested)
        return table

    def _lay_out(self) -> None:
        kind = self.look.profile.kind
        self._read = plain_button(_("Inlezen   Ctrl+Enter"), "primary", self.read)
        parts: list[QWidget] = [
            label("title", _(_TITLES[kind])),
            label("muted", f"{self.look.file.name} — {_(_ADVICE[kind])}"),
        ]
        if self._form is not None:
            parts.append(self._form)
        above = label("muted", _("Zo noemt Balie deze agenda"))
        above.setBuddy(self.name)
        self.name.setAccessibleName(_("Zo noemt Balie deze agenda"))
        parts += [above, self.name, self.follow]
        buttons = flow(
            GAP,
            self._read,
            plain_button(_("Niet inlezen   Esc"), "plain", self.left.emit),
        )
        self._left = card_of(*parts)
        self._right = card_of(label("caption", _("Zo begroet u ze")), self.preview)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP + 4)
        self._both = QHBoxLayout()
        self._both.setSpacing(EDGE)
        self._areas = _scrolled(self._left), _scrolled(self._right)
        for area in self._areas:
            self._both.addWidget(area, 1)
        layout.addLayout(self._both, 1)
        layout.addWidget(buttons)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the two parts for the new width."""
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        """Arrange them again when what stands in them needs more room."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()
        return super().event(event)

    def _arrange(self) -> None:
        """Put the preview beside the choices where there is room, and else under them."""
        bar = self._areas[0].verticalScrollBar().sizeHint().width()
        widest = max(each.minimumSizeHint().width() for each in (self._left, self._right))
        beside = self.width() >= 2 * (widest + bar) + EDGE
        directions = QBoxLayout.Direction
        self._both.setDirection(directions.LeftToRight if beside else directions.TopToBottom)

    @Slot()
    def _on_chosen(self) -> None:
        self._pause.start()


def _scrolled(card: QFrame) -> QScrollArea:
    inside = QWidget()
    layout: QVBoxLayout = column(card)
    layout.addStretch(1)
    inside.setLayout(layout)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inside)
    return area
