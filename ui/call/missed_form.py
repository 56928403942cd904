"""None of the answers fits: one line for what was said."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from reception_assistant.i18n import _
from ui.call.inline_field import InlineField
from ui.widgets.blocks import GAP, column, label


class MissedForm(InlineField):
    """Asks what was said; hidden until it is opened.

    Signals:
        told: what was said.
            arg: the text.
        closed: it is gone, with nothing told.
    """

    told = Signal(str)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__()
        self._hint = label("muted")
        self.field.setObjectName("script.missed")
        self.field.setAccessibleName(_("Wat zei de beller?"))
        self.setLayout(
            column(label("strong", _("Wat zei de beller?")), self.field, self._hint, gap=GAP // 2)
        )
        self.entered.connect(self._on_entered)
        self.left.connect(self._on_left)
        self.setParent(parent)
        self.hide()

    def open(self) -> None:
        """Ask, with the keys going to the field; what was typed before is gone."""
        self.field.setText("")
        self._hint.setText(_("Enter: doorgeven, zodat dit script beter wordt.   Esc: sluiten"))
        self.show()
        self.field.setFocus()

    @Slot()
    def _on_entered(self) -> None:
        text = self.text()
        if not text:
            self._hint.setText(_("Typ in een paar woorden wat de beller zei.   Esc: sluiten"))
            return
        self.hide()
        self.told.emit(text)

    @Slot()
    def _on_left(self) -> None:
        self.hide()
        self.closed.emit()
