"""A card on which plain keys work: digits choose, Enter does, and what does not fit scrolls."""

from PySide6.QtCore import QRect, QSize, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QFrame,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from ui.theme.marks import card
from ui.widgets.blocks import EDGE, GAP
from ui.widgets.scrolled import Scrolled

_TYPED = (QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_DIGITS = "123456789"
_SCROLLED = {
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_Up: QAbstractSlider.SliderAction.SliderSingleStepSub,
    Qt.Key.Key_Down: QAbstractSlider.SliderAction.SliderSingleStepAdd,
    Qt.Key.Key_Home: QAbstractSlider.SliderAction.SliderToMinimum,
    Qt.Key.Key_End: QAbstractSlider.SliderAction.SliderToMaximum,
}
_WITH_OTHER = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


class _SteadyColumn(QVBoxLayout):
    """Always leaves room for the scroll bar, so that nothing moves when it comes or goes."""

    def __init__(self, area: QScrollArea) -> None:
        super().__init__()
        self._area = area

    def setGeometry(self, rect: QRect) -> None:
        """Put everything in its place."""
        super().setGeometry(QRect(rect.topLeft(), QSize(self._room(rect.width()), rect.height())))

    def heightForWidth(self, width: int) -> int:
        """Return the height that is needed at `width`."""
        return super().heightForWidth(self._room(width))

    def _room(self, width: int) -> int:
        bar = self._area.verticalScrollBar().sizeHint().width()
        return min(width, self._area.width() - bar)


class KeyedCard(QFrame):
    """Has the keys itself; in its fields they belong to the text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        card(self, takes_keys=True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.inside = Scrolled()
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.area)

    def hold(self, *widgets: QWidget, gap: int) -> None:
        """Hold these under each other; to be called once."""
        layout = _SteadyColumn(self.area)
        layout.setSpacing(gap)
        layout.setContentsMargins(EDGE + 4, EDGE, GAP, EDGE)
        for each in widgets:
            layout.addWidget(each)
        layout.addStretch(1)
        self.inside.setLayout(layout)
        self.area.setWidget(self.inside)

    @Slot(int)
    def answer_key(self, digit: int) -> None:
        """Do what stands at this digit."""

    def does(self, key: Qt.Key) -> bool:
        """Do what another key means; tell whether it means anything."""
        del key
        return False

    def take_keys(self) -> None:
        """Begin at the top, with the keys; somebody who is typing elsewhere goes on typing."""
        self.area.verticalScrollBar().setValue(0)
        focus = QApplication.focusWidget()
        elsewhere = isinstance(focus, _TYPED) and not self.isAncestorOf(focus)
        if self.isVisible() and not elsewhere:
            self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let a digit choose and Enter do what the keys are on."""
        typing = isinstance(QApplication.focusWidget(), _TYPED)
        if typing or event.modifiers() & _WITH_OTHER or not self._does(event):
            super().keyPressEvent(event)

    def _does(self, event: QKeyEvent) -> bool:
        key, text = Qt.Key(event.key()), event.text()
        if key in _SCROLLED:
            self.area.verticalScrollBar().triggerAction(_SCROLLED[key])
            return True
        if event.isAutoRepeat():
            return True  # a key that is held down does it once
        if len(text) == 1 and text in _DIGITS:
            self.answer_key(int(text))
            return True
        focus = QApplication.focusWidget()
        if key in _ENTER and isinstance(focus, QPushButton) and self.isAncestorOf(focus):
            focus.click()
            return True
        return self.does(key)
