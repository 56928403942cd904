"""The card of the first start: how far it is, the question, what went wrong, and the ways on."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from reception_assistant.i18n import N_, _
from ui.theme.icons import Icons
from ui.theme.marks import card
from ui.welcome.step import BETWEEN, enter_button
from ui.welcome.step_bar import StepBar
from ui.widgets.blocks import GAP, box_of, column, label, say
from ui.widgets.flow import flow

_LETTERS_WIDE = 104
_EDGE = 40
_BACK = N_("Terug   Alt+←")


class WelcomeFrame(QFrame):
    """Holds the pages under each other, of which one is shown.

    Signals:
        forward_clicked, skip_clicked, back_clicked: a button was pressed.
    """

    forward_clicked = Signal()
    skip_clicked = Signal()
    back_clicked = Signal()

    def __init__(
        self, pages: Sequence[QWidget], questions: int, icons: Icons, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        card(self)
        self._questions = questions
        self._count, self._bar = label("caption", one_line=True), StepBar(questions, icons)
        self._trouble, self._news = label("body"), label("body")
        self.trouble_box = box_of("stop", self._trouble)
        self.news_box = box_of("good", self._news)
        self.forward = enter_button("", "primary", self.forward_clicked.emit)
        self._skip = enter_button("", "quiet", self.skip_clicked.emit)
        self._back = enter_button(_(_BACK), "quiet", self.back_clicked.emit)
        self._head = QWidget()
        row = QHBoxLayout(self._head)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self._bar)
        row.addWidget(self._count, 1)
        layout = column(
            self._head,
            *pages,
            self.trouble_box,
            self.news_box,
            flow(GAP, self.forward, self._skip, self._back),
            gap=BETWEEN,
            edge=_EDGE,
        )
        self.setLayout(layout)
        self._fit_width()

    def show_page(self, number: int, forward: str, skip: str) -> None:
        """Say how far it is, and offer the ways on; an empty `skip` is no such way."""
        is_question = number < self._questions
        self._head.setVisible(is_question)
        self._count.setText(
            _("Vraag {number} van {all}").format(number=number + 1, all=self._questions)
        )
        self._bar.show_done(number + 1)
        self.forward.setText(forward)
        self._skip.setText(skip)
        self._skip.setVisible(bool(skip))
        self._back.setVisible(number > 0)
        self.say()

    def say(self, trouble: str = "", news: str = "") -> None:
        """Say what went wrong, or what happens now, or nothing."""
        for box, line, text in (
            (self.trouble_box, self._trouble, trouble),
            (self.news_box, self._news, news),
        ):
            say(line, text)
            box.setVisible(bool(text))

    def changeEvent(self, event: QEvent) -> None:
        """Be as wide as reads well, also with larger letters."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_width()

    def _fit_width(self) -> None:
        self.setMaximumWidth(self.fontMetrics().averageCharWidth() * _LETTERS_WIDE)
