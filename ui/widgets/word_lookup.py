"""Looking up plain words: a field, and below it the answers to what stands in it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QScrollArea, QWidget

from reception_assistant.i18n import _
from reception_assistant.language.lookup import Answer
from ui.theme.marks import ink
from ui.widgets.blocks import GAP, column, label, say
from ui.widgets.word_answer import WordAnswer

_LONGEST = 200
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class WordField(QLineEdit):
    """The field; the keys that are for the answers go there.

    Signals:
        walked: to another answer.
            arg: how many down.
        taken: Enter.
        left: Esc.
    """

    walked = Signal(int)
    taken = Signal()
    left = Signal()

    def __init__(self, *, over_a_form: bool) -> None:
        super().__init__()
        self._over_a_form = over_a_form

    def event(self, event: QEvent) -> bool:
        """Keep Enter for the answers; over a form also Ctrl+Enter, which would keep that."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self._takes(event)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, take or leave, or type."""
        key = event.key()
        if key in _STEPS:
            self.walked.emit(_STEPS[Qt.Key(key)])
        elif self._takes(event):
            self.taken.emit()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _takes(self, event: QKeyEvent) -> bool:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        return enter and (self._over_a_form or not held)


class _Answers(QWidget):
    """Holds the answers, as high as they are at the width that there is."""

    def minimumSizeHint(self) -> QSize:
        """Return nothing: else it would count the lines of the narrowest column."""
        return QSize()


class WordLookup(QWidget):
    """The field and the answers: arrows walk through these, Enter takes one, Esc leaves.

    `take` are the words of the button that does what Enter does. In a column it says less, in
    smaller letters.

    Signals:
        look_up_requested: something else stands in the field.
            arg: the text.
        word_taken: Enter, or the button of an answer.
            arg: what is to be said.
        left: Esc in the field.
        grown: the answers may want another height.
    """

    look_up_requested = Signal(str)
    word_taken = Signal(str)
    left = Signal()
    grown = Signal()

    def __init__(
        self, take: str, parent: QWidget | None = None, *, in_column: bool = False
    ) -> None:
        super().__init__(parent)
        self._take, self._in_column = take, in_column
        self.field = WordField(over_a_form=not in_column)
        self.field.setObjectName("words.field")
        self.field.setMaxLength(_LONGEST)
        self.field.setPlaceholderText(_("Vakwoord") if in_column else _("Vakwoord of zin"))
        self.field.setAccessibleName(_("Vakwoord of zin die u gewoon wilt zeggen"))
        self._answers: list[WordAnswer] = []
        self._chosen = 0
        self._hint = label("muted")
        self._news = ink(label("body"), "good")
        self._list = column(gap=GAP)
        self._list.addStretch(1)
        self._holder = _Answers()
        self._holder.setLayout(self._list)
        self._holder.installEventFilter(self)
        self._scroll = _scroll_of(self._holder)
        layout = column(self.field, self._hint, self._scroll, self._news)
        layout.setStretchFactor(self._scroll, 1)
        layout.addStretch(0)
        self.setLayout(layout)
        self.field.textChanged.connect(self._on_field_text_changed)
        self.field.walked.connect(self._on_field_walked)
        self.field.taken.connect(self._on_taken)
        self.field.left.connect(self.left)
        self._on_field_text_changed("")

    def ask(self, text: str) -> None:
        """Begin with `text`, with the keys going to the field."""
        self.field.setText(text)
        self.field.selectAll()
        self.field.setFocus()

    def ask_again(self) -> None:
        """Look up once more what stands in the field."""
        if self.field.text().strip():
            self.look_up_requested.emit(self.field.text())

    def show_answers(self, typed: str, answers: Sequence[Answer]) -> None:
        """Show the answers to `typed`, unless something else is typed by now."""
        if typed != self.field.text():
            return
        self._clear()
        for place, answer in enumerate(answers):
            view = WordAnswer(answer, self._take, small=self._in_column)
            view.clicked.connect(lambda place=place: self.choose(place))
            view.taken.connect(self._on_taken)
            self._list.insertWidget(place, view)
            view.show()  # now, and not when the layout comes to it
            self._answers.append(view)
        nothing = _(
            "Voor «{typed}» kent Balie geen gewoon woord. Kijk de spelling na. "
            "Een eigen woord zet u erbij in Instellingen, bij Woorden."
        ).format(typed=typed.strip())
        say(self._hint, "" if answers else nothing)
        self._scroll.setVisible(bool(answers))
        self.choose(0)

    def choose(self, place: int) -> None:
        """Show the answer at `place` whole."""
        if not self._answers:
            self.grown.emit()
            return
        self._chosen = place % len(self._answers)
        for at, view in enumerate(self._answers):
            view.choose(is_chosen=at == self._chosen)
        self.tell("")
        self.field.setAccessibleDescription(self._answers[self._chosen].told.aloud())
        self._show_chosen()
        self.grown.emit()

    def tell(self, text: str) -> None:
        """Show what was done, until something else is typed or chosen."""
        say(self._news, text)
        self.field.setAccessibleDescription(text)
        self.grown.emit()

    def height_for(self, width: int) -> int:
        """Return the height at which nothing has to be scrolled."""
        shown = [each for each in (self._hint, self._news) if not each.isHidden()]
        height = self.field.sizeHint().height()
        height += sum(GAP + each.heightForWidth(width) for each in shown)
        if self._answers:
            height += GAP + self._list.heightForWidth(width)
        return height

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice that the answers want another height."""
        if watched is self._holder and event.type() == QEvent.Type.LayoutRequest:
            self._show_chosen()
            self.grown.emit()
        return super().eventFilter(watched, event)

    def _show_chosen(self) -> None:
        """Scroll to the chosen answer; of one that does not fit, the beginning is shown."""
        if not self._answers:
            return
        chosen = self._answers[self._chosen]
        self._scroll.ensureWidgetVisible(chosen, 0, GAP)
        bar = self._scroll.verticalScrollBar()
        bar.setValue(min(bar.value(), chosen.y()))

    def _clear(self) -> None:
        self._chosen = 0
        for view in self._answers:
            self._list.removeWidget(view)
            view.hide()
            view.deleteLater()
        self._answers.clear()

    @Slot()
    def _on_taken(self) -> None:
        if self._answers:
            self.word_taken.emit(self._answers[self._chosen].told.said)

    @Slot(int)
    def _on_field_walked(self, step: int) -> None:
        self.choose(self._chosen + step)

    @Slot(str)
    def _on_field_text_changed(self, text: str) -> None:
        self.tell("")
        if text.strip():
            self.look_up_requested.emit(text)
            return
        self._clear()
        self._scroll.hide()
        hint = _("Typ een vakwoord, of een zin die u liever anders zegt.")
        say(self._hint, "" if self._in_column else hint)
        self.grown.emit()


def _scroll_of(holder: QWidget) -> QScrollArea:
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setWidget(holder)
    return scroll
