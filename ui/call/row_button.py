"""A button over the whole width with its key before its words; the words wrap."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QPushButton, QSizePolicy

from ui.theme import fonts
from ui.theme.marks import Kind, Role, kind, role
from ui.widgets.blocks import GAP, column, label, say
from ui.widgets.wrapping_button import clicked_by

_SIDE, _ABOVE = 12, 8


class RowButton(QPushButton):
    """What can be chosen: a key, words, a smaller line beneath them and a remark at the end."""

    def __init__(self, name: Kind = "answer", words: Role = "answer") -> None:
        super().__init__()
        kind(self, name)
        self._key = role(QLabel(), "key")
        self._key.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._key.setFont(fonts.tabular())
        self._words, self._more = label(words, one_line=True), label("muted", one_line=True)
        self._end = label("muted", wrap=False)
        for each in (self._key, self._words, self._more, self._end):
            each.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._row = QHBoxLayout(self)
        self._edges = _SIDE, _ABOVE
        self._row.setSpacing(_SIDE)
        self._row.addWidget(self._key, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(column(self._words, self._more, gap=GAP // 4), 1)
        self._row.addWidget(self._end)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._keep_free()

    def show_words(self, words: str, *, key: str = "", more: str = "", end: str = "") -> None:
        """Show what choosing it means."""
        say(self._key, key)
        self._words.setText(words)
        say(self._more, more)
        say(self._end, end)
        self.setAccessibleName(" ".join(filter(None, (key, words))))
        self.setAccessibleDescription(" ".join(filter(None, (more, end))))

    def words(self) -> str:
        """Return what it says."""
        return self.accessibleName()

    def stand_out(self, *, yes: bool) -> None:
        """Write the words in heavy letters, or not."""
        role(self._words, "strong" if yes else "body")

    def edges(self, side: int, above: int) -> None:
        """Keep so much free round the words."""
        self._edges = side, above
        self._keep_free()

    def sizeHint(self) -> QSize:
        """Return the room that the words need on one line."""
        return self._row.totalSizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return the room that the words need over many lines."""
        return QSize(self._row.totalMinimumSize().width(), 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do with Enter what a click does."""
        if not clicked_by(self, event):
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Keep more free round larger letters, else the round corners do not fit."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._keep_free()

    def _keep_free(self) -> None:
        scale = fonts.scale_of(QApplication.font())
        side, above = (each * scale // 100 for each in self._edges)
        self._row.setContentsMargins(side, above, side, above)
