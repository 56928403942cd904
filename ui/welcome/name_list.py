"""Names, one after the other: Enter adds what is typed, a small cross takes a name off."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from reception_assistant.i18n import _
from reception_assistant.text import fold
from ui.theme.icons import Icons
from ui.theme.marks import card, kind, wrong
from ui.welcome.step import enter_button, is_enter
from ui.widgets.blocks import GAP, box_of, label
from ui.widgets.flow import FlowLayout
from ui.widgets.form import text_field

LONGEST_NAME = 60
_EDGE = 10


class NameChip(QFrame):
    """One name.

    Signals:
        taken_off: the name is to go.
            arg: the name.
    """

    taken_off = Signal(str)

    def __init__(self, name: str, icons: Icons, *, fixed: bool) -> None:
        super().__init__()
        card(self)
        self.name = name
        layout = QHBoxLayout(self)
        layout.setContentsMargins(_EDGE, 2, _EDGE if fixed else 2, 2)
        layout.setSpacing(4)
        layout.addWidget(label("body", name, one_line=True), 1)
        self.cross = kind(QToolButton(), "quiet")
        self.cross.setIcon(icons.icon("close", "muted"))
        words = _("Haal {name} weg").format(name=name)
        self.cross.setToolTip(words)
        self.cross.setAccessibleName(words)
        self.cross.clicked.connect(self._on_clicked)
        layout.addWidget(self.cross)
        if fixed:
            self.cross.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the name off with Enter too."""
        if is_enter(event):
            self._on_clicked()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _on_clicked(self) -> None:
        self.taken_off.emit(self.name)


class NameList(QWidget):
    """A field for a name, with the names that were added under it.

    Signals:
        finished: Enter in an empty field; no name is left to add.
        changed: a letter was typed, or a name was added or taken off.
    """

    finished = Signal()
    changed = Signal()

    def __init__(self, hint: str, icons: Icons) -> None:
        super().__init__()
        self._icons = icons
        self._chips: list[NameChip] = []
        self._taken: tuple[str, ...] = ()
        self.field = text_field("", hint, LONGEST_NAME)
        self.field.textEdited.connect(self._on_text_edited)
        self._add = enter_button(_("Erbij   Enter"), "plain", self._on_add_clicked)
        self._trouble = label("body")
        self._trouble_box = box_of("stop", self._trouble)
        self._trouble_box.hide()
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self.field, 1)
        row.addWidget(self._add)
        self._holder = QWidget()
        self._flow = FlowLayout(GAP, self._holder)
        policy = self._holder.sizePolicy()
        policy.setHeightForWidth(True)
        self._holder.setSizePolicy(policy)
        self._holder.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addLayout(row)
        layout.addWidget(self._trouble_box)
        layout.addWidget(self._holder)
        self.setFocusProxy(self.field)

    def setAccessibleName(self, name: str) -> None:
        """Call the field by the question above it."""
        super().setAccessibleName(name)
        self.field.setAccessibleName(name)

    def names(self) -> tuple[str, ...]:
        """Return the names that were added."""
        return tuple(each.name for each in self._chips)

    def show_names(self, names: Sequence[str], fixed: Sequence[str]) -> None:
        """Show these names, without a cross where they are `fixed`."""
        for chip in self._chips:
            self._bury(chip)
        self._chips = []
        self.field.setText("")
        self._say()
        for name in names:
            self._show(name, fixed=name in fixed)
        self._holder.setVisible(bool(self._chips))

    def take(self) -> bool:
        """Add what is typed, if anything; tell whether it could be."""
        name = " ".join(self.field.text().split())
        trouble = self._trouble_with(name)
        self._say(trouble)
        if trouble:
            self.field.setFocus()
            return False
        if name:
            self._show(name, fixed=False)
            self._holder.show()
            self.field.setText("")
        return True

    def not_these(self, names: Sequence[str]) -> None:
        """Refuse these names: somebody else on the page has them."""
        self._taken = tuple(names)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter add a name, and go on from an empty field."""
        if not (is_enter(event) and self.field.hasFocus()):
            super().keyPressEvent(event)
        elif self.field.text().strip():
            self._on_add_clicked()
        else:
            self.finished.emit()

    @Slot()
    def _on_text_edited(self) -> None:
        self._say()
        self.changed.emit()

    @Slot()
    def _on_add_clicked(self) -> None:
        self.take()
        self.field.setFocus()

    @Slot(str)
    def _on_taken_off(self, name: str) -> None:
        (chip,) = (each for each in self._chips if each.name == name)
        self._chips.remove(chip)
        self._bury(chip)
        self._holder.setVisible(bool(self._chips))
        self.field.setFocus()
        self.changed.emit()

    def _trouble_with(self, name: str) -> str:
        if len(name) > LONGEST_NAME:
            return _("Deze naam is te lang. Vul een naam in van hooguit 60 letters.")
        if name and fold(name) in map(fold, (*self.names(), *self._taken)):
            return _("Deze naam staat er al. Zet er een letter of achternaam bij, of haal hem weg.")
        return ""

    def _say(self, trouble: str = "") -> None:
        """Say what is wrong with the name in the field, or nothing."""
        self._trouble.setText(trouble)
        self._trouble_box.setVisible(bool(trouble))
        wrong(self.field, is_wrong=bool(trouble))

    def _show(self, name: str, *, fixed: bool) -> None:
        chip = NameChip(name, self._icons, fixed=fixed)
        chip.taken_off.connect(self._on_taken_off)
        before = self._chips[-1].cross if self._chips else self._add
        self._chips.append(chip)
        self._flow.addWidget(chip)
        self.setTabOrder(before, chip.cross)

    def _bury(self, chip: NameChip) -> None:
        self._flow.removeWidget(chip)
        chip.hide()
        chip.deleteLater()
