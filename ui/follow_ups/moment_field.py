"""A moment as one types it: "morgen voor 12"; the date that is meant is shown at once."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from reception_assistant.calls.typed_moment import Window, read_moment
from reception_assistant.complaints.working_days import is_working_day
from reception_assistant.errors import KnownError
from reception_assistant.i18n import _
from ui.theme.marks import ink, wrong
from ui.widgets.blocks import column, label, say
from ui.widgets.form import short_field

_LONGEST = 60


class MomentField(QWidget):
    """A field for a moment, with what it means below it."""

    def __init__(self, question: str, now: Callable[[], datetime], hint: str = "") -> None:
        super().__init__()
        self._now, self._hint = now, hint
        self.field = short_field(hint=_("bijvoorbeeld: morgen voor 12"), longest=_LONGEST)
        self.field.setAccessibleName(question)
        self._words = label("muted")
        self.setLayout(column(label("muted", question), self.field, self._words, gap=4))
        self.setFocusProxy(self.field)
        self.field.textEdited.connect(self._show_words)
        self._show_words()

    def set_text(self, text: str) -> None:
        """Let this stand in the field."""
        self.field.setText(text)
        self._show_words()

    def set_hint(self, hint: str) -> None:
        """Say this as long as nothing is typed."""
        self._hint = hint
        self._show_words()

    def is_empty(self) -> bool:
        """Tell whether nothing is typed."""
        return not self.field.text().strip()

    def window_typed(self) -> Window | None:
        """Return what is typed; None when it is no moment to come."""
        try:
            return self._read()
        except KnownError:
            return None

    def show_wrong(self) -> None:
        """Ask for a moment, with the keys going to the field."""
        self._show_words()
        if self.is_empty():
            self._tell(_("Wanneer is het klaar? Typ een dag of een tijd."), is_wrong=True)
        self.field.setFocus()
        self.field.selectAll()

    @Slot()
    def _show_words(self) -> None:
        if self.is_empty():
            self._tell(self._hint)
            return
        try:
            found = self._read()
        except KnownError as error:
            self._tell(str(error), is_wrong=True)
            return
        if found is None:
            self._tell(
                _("Dit moment begrijpt Balie niet. Typ bijvoorbeeld: vr 14:00, of over 2 weken."),
                is_wrong=True,
            )
        else:
            words = _("Dat is {moment}.").format(moment=found.words)
            self._tell(" ".join(filter(None, (words, found.remark))))

    def _read(self) -> Window | None:
        return read_moment(self.field.text(), self._now(), is_working_day)

    def _tell(self, words: str, *, is_wrong: bool = False) -> None:
        say(self._words, words)
        ink(self._words, "stop" if is_wrong else "muted")
        wrong(self.field, is_wrong=is_wrong)
