"""A moment as one types it, with the date that it means shown at once."""

from datetime import datetime

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from reception_assistant.calls.typed_moment import Window, read_moment
from reception_assistant.complaints.working_days import is_working_day
from reception_assistant.errors import KnownError
from reception_assistant.i18n import _
from reception_assistant.naming.spoken_time import date_words
from ui.theme.marks import ink
from ui.widgets.blocks import column, label, say
from ui.widgets.form import short_field


class MomentField(QWidget):
    """Takes "morgen voor 12", "over 2 weken" and "vr 14:00", and says which date that is."""

    def __init__(self, *, days_only: bool = False) -> None:
        super().__init__()
        self._now: datetime | None = None
        self._days_only = days_only
        hint = _("bijvoorbeeld: over 2 weken") if days_only else _("bijvoorbeeld: morgen voor 12")
        self.field = short_field(hint=hint, longest=60)
        self._words = ink(label("body"), "primary")
        self._trouble = ink(label("body"), "attention")
        for each in (self._words, self._trouble):
            each.hide()
        self.setLayout(column(self.field, self._words, self._trouble, gap=4))
        self.setFocusProxy(self.field)
        self.field.textEdited.connect(self._look)

    def setAccessibleName(self, name: str) -> None:
        """Tell a screen reader what is asked for."""
        super().setAccessibleName(name)
        self.field.setAccessibleName(name)

    def begin(self, now: datetime) -> None:
        """Count from this moment on."""
        self._now = now
        self._look()

    def write(self, text: str) -> None:
        """Fill it in."""
        self.field.setText(text)
        self._look()

    def empty(self) -> None:
        """Forget what was typed."""
        self.write("")

    def before(self) -> str:
        """Return before when (ISO, local, to the minute), "" as long as it is not clear."""
        window = self._read()
        return window.before.isoformat(timespec="minutes") if window is not None else ""

    def after(self) -> str:
        """Return from when on, "" where it may be at once."""
        window = self._read()
        after = window.after if window is not None else None
        return after.isoformat(timespec="minutes") if after is not None else ""

    def day(self) -> str:
        """Return the day (ISO), "" as long as it is not clear."""
        return self.before().partition("T")[0]

    def _read(self) -> Window | None:
        text = self.field.text().strip()
        if not text or self._now is None:
            return None
        try:
            return read_moment(text, self._now, is_working_day)
        except KnownError:
            return None

    @Slot()
    def _look(self) -> None:
        """Show what it means, so that a slip is seen at once."""
        text, window, why = self.field.text().strip(), None, ""
        if text and self._now is not None:
            try:
                window = read_moment(text, self._now, is_working_day)
                why = "" if window else _("Dit begrijpt Balie nog niet. Typ bijvoorbeeld: vrijdag.")
            except KnownError as error:
                why = str(error)
        say(self._words, self._said(window) if window is not None else "")
        say(self._trouble, why)
        words = (self._words, self._trouble)
        self.field.setAccessibleDescription(" ".join(filter(None, (w.text() for w in words))))

    def _said(self, window: Window) -> str:
        if self._days_only:
            return date_words(window.before.date(), year=True)
        return " ".join(filter(None, (window.words, window.remark)))
