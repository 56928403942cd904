"""A button whose words go on on the next line where there is no room for them on one."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QWidget,
)

from ui.actions import Do, button_words
from ui.theme.marks import Kind, kind
from ui.widgets.long_words import breakable, pieces

_BEFORE_KEY = "   "
_FEWEST_LETTERS = 8
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class WrappingButton(QPushButton):
    """Shows its words over as many lines as they need; its key goes to a line of its own first."""

    def __init__(self, words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cut: dict[tuple[object, ...], list[str]] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setText(words)

    def setText(self, text: str) -> None:
        """Show `text`; an ampersand in it stands for itself."""
        super().setText(text.replace("&", "&&"))
        self.updateGeometry()

    def words(self) -> str:
        """Return what it says, without its key."""
        return self._whole().partition(_BEFORE_KEY)[0]

    def sizeHint(self) -> QSize:
        """Return the size at which all words stand on one line."""
        return self._size_of([self._whole()])

    def minimumSizeHint(self) -> QSize:
        """Return the least size: a few letters wide, whatever the words."""
        one_line = self.sizeHint()
        least = self._edge() + self._letters().averageCharWidth() * _FEWEST_LETTERS
        return QSize(min(one_line.width(), least), one_line.height())

    def hasHeightForWidth(self) -> bool:
        """Return that its height follows from its width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height that its words need at `width`."""
        return self._size_of(self._lines(width)).height()

    def needed_size(self) -> QSize:
        """Return the size that the words need as they stand now."""
        return self._size_of(self._lines(self.width()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do with Enter what a click does."""
        if not clicked_by(self, event):
            super().keyPressEvent(event)

    def initStyleOption(self, option: QStyleOptionButton) -> None:
        """Let the style paint the words on their lines."""
        super().initStyleOption(option)
        option.text = "\n".join(self._lines(self.width())).replace("&", "&&")

    def _whole(self) -> str:
        """Return what it says, with its key."""
        return self.text().replace("&&", "&")

    def _letters(self) -> QFontMetrics:
        """Return the size of the letters; of the heavy ones where it gets those when chosen."""
        self.ensurePolished()
        font = self.font()
        if self.isCheckable():
            font.setWeight(QFont.Weight.DemiBold)
        return QFontMetrics(font)

    def _lines(self, width: int) -> list[str]:
        """Return the words on the lines that they need at `width`; each paint asks for it."""
        key = (width, self.text(), self.font().key(), self.property("kind"))
        if key not in self._cut:
            self._cut = {key: self._cut_at(width)}
        return self._cut[key]

    def _cut_at(self, width: int) -> list[str]:
        room, advance = width - self._edge(), self._letters().horizontalAdvance
        whole = self._whole()
        if advance(whole) <= room:
            return [whole]
        lines: list[str] = []
        for part in whole.split(_BEFORE_KEY):
            lines.append("")
            for word in part.split():
                longer = f"{lines[-1]} {word}".strip()
                if advance(longer) <= room:
                    lines[-1] = longer
                else:
                    lines += pieces(breakable(word, room, advance))
        return [line for line in lines if line]

    def _edge(self) -> int:
        """Return what stands beside the words."""
        return self._size_of([""]).width()

    def _size_of(self, lines: list[str]) -> QSize:
        """Return the size of the button with these lines on it."""
        option = QStyleOptionButton()
        super().initStyleOption(option)
        letters = self._letters()
        wide = max((letters.horizontalAdvance(line) for line in lines), default=0)
        words = QSize(wide, letters.lineSpacing() * max(1, len(lines)))
        kind_of = QStyle.ContentsType.CT_PushButton
        return self.style().sizeFromContents(kind_of, option, words, self)


def clicked_by(button: QAbstractButton, event: QKeyEvent) -> bool:
    """Click a button that has the keys with Enter, once; outside dialogs Qt leaves that out."""
    plain = event.modifiers() in (
        Qt.KeyboardModifier.NoModifier,
        Qt.KeyboardModifier.KeypadModifier,
    )
    if event.key() not in _ENTER or not plain:
        return False
    event.accept()
    if not event.isAutoRepeat():
        button.click()
    return True


def wrapping_button(words: str, name: Kind, clicked: Callable[[], None]) -> WrappingButton:
    """Return a button that is not in the table of actions."""
    made = kind(WrappingButton(words), name)
    made.clicked.connect(clicked)
    return made


def action_button(what: Do, name: Kind, clicked: Callable[[], None]) -> WrappingButton:
    """Return a button for an action, with its key after its words."""
    made = wrapping_button(button_words(what), name, clicked)
    made.setObjectName(f"button.{what.value}")
    return made
