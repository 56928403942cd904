"""One question of a step with room for its answer: a text, one of a few, or one of a list."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from reception_assistant.complaints.guides import Question
from reception_assistant.complaints.listed import Clash
from reception_assistant.language.matching import Matcher
from ui.complaints.answer_text import AnswerText
from ui.complaints.better_words import BetterWords
from ui.complaints.choice_chips import ChoiceChips
from ui.complaints.clash_line import ClashLine
from ui.widgets.blocks import GAP, column, label, say
from ui.widgets.flow import flow
from ui.widgets.form import ChoiceField


class Answer(QWidget):
    """The question, what it is for, and beneath it what a colleague wrote meanwhile.

    Signals:
        answered: another answer stands there.
            arg: the field (Field), and the answer.
        settled: after a clash this text is to stand there.
            arg: the field (Field), and the text.
    """

    answered = Signal(object, str)  # Field
    settled = Signal(object, str)  # Field
    joins = False

    def __init__(self, asked: Question, editor: QWidget) -> None:
        super().__init__()
        self.field = asked.field
        self.editor = editor
        self._clash = ClashLine()
        caption = label("caption", asked.label, one_line=True)
        caption.setBuddy(editor)
        aloud = label("body", one_line=True)
        say(aloud, f"“{asked.ask}”" if asked.ask else "")
        self._layout = column(flow(GAP, caption, aloud), editor, self._clash, gap=4)
        self.setLayout(self._layout)
        self._clash.chosen.connect(self._on_clash_chosen)

    def show_answer(self, text: str) -> None:
        """Let this answer stand there."""
        raise NotImplementedError

    def answer(self) -> str:
        """Return what stands there."""
        raise NotImplementedError

    def show_clash(self, clash: Clash | None) -> None:
        """Show what a colleague wrote in the same field, or that it is settled."""
        if clash is None:
            self._clash.hide()
            return
        mine, theirs = self.words_of(clash.mine), self.words_of(clash.theirs)
        who = ", ".join(filter(None, (clash.who, clash.when)))
        self._clash.show_clash(mine, theirs, who, may_join=self.joins)

    def words_of(self, answer: str) -> str:
        """Return how an answer is read."""
        return answer

    def take_keys(self) -> None:
        """Give the keys to the answer."""
        self.editor.setFocus()

    def add(self, widget: QWidget, *, above: bool = False) -> None:
        """Add something under the answer, or between the question and the answer."""
        place = self._layout.indexOf(self.editor)
        self._layout.insertWidget(place if above else place + 1, widget)

    @Slot(str)
    def _on_clash_chosen(self, text: str) -> None:
        self._clash.hide()
        self.show_answer(text)
        self.settled.emit(self.field, text)


class TextAnswer(Answer):
    """An answer in words."""

    joins = True

    def __init__(self, asked: Question, lines: int = 1) -> None:
        self.text = AnswerText(asked.label, lines)
        self.text.setPlaceholderText(asked.hint)
        super().__init__(asked, self.text)
        self.setFocusProxy(self.text)
        self._better = BetterWords(self.text)
        self.add(self._better)
        self.text.typed.connect(self._on_typed)

    def mark_with(self, matcher: Matcher | None) -> None:
        """Mark what is better said otherwise."""
        self._better.use(matcher)

    def show_answer(self, text: str) -> None:
        """Let this answer stand there."""
        self.text.show_text(text)
        self._better.look()

    def answer(self) -> str:
        """Return what stands there."""
        return self.text.text()

    def insert(self, words: str) -> None:
        """Add a sentence that was made elsewhere."""
        before = self.text.text().rstrip()
        self.text.setPlainText(f"{before} {words}".strip())
        self.text.setFocus()

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        self.answered.emit(self.field, text)


class ChipsAnswer(Answer):
    """One of a few answers, each of them one key away."""

    def __init__(self, asked: Question, choices: Sequence[tuple[str, str]]) -> None:
        self._choices = dict(choices)
        self.chips = ChoiceChips(asked.label, choices)
        super().__init__(asked, self.chips)
        hint = label("small")
        say(hint, asked.hint)
        self.add(hint)
        self.chips.chosen.connect(self._on_chips_chosen)

    def show_answer(self, text: str) -> None:
        """Let this answer stand there, also when it is none of those offered."""
        known = list(self._choices.items())
        extra = [(text, text)] if text and text not in self._choices else []
        self.chips.offer([*known, *extra])
        self.chips.choose(text)

    def answer(self) -> str:
        """Return what is chosen."""
        return self.chips.choice

    def words_of(self, answer: str) -> str:
        """Return how an answer is read."""
        return self._choices.get(answer, answer)

    def take_keys(self) -> None:
        """Give the keys to what is chosen, or to the first."""
        self.chips.take_keys()

    @Slot(str)
    def _on_chips_chosen(self, chosen: str) -> None:
        self.answered.emit(self.field, chosen)


class ListAnswer(Answer):
    """One of a list that the practice keeps."""

    def __init__(self, asked: Question, nothing: str) -> None:
        self.list = ChoiceField()
        self.list.setAccessibleName(asked.label)
        self._nothing = nothing
        self._words: dict[str, str] = {}
        super().__init__(asked, self.list)
        self._layout.setAlignment(self.list, Qt.AlignmentFlag.AlignLeft)
        self.list.activated.connect(self._on_list_activated)
        self.offer(())

    def offer(self, choices: Sequence[tuple[str, str]]) -> None:
        """Let one of these be chosen: ids with their words."""
        before = self.answer()
        self._words = dict(choices)
        self.list.clear()
        self.list.addItem(self._nothing, "")
        for each, words in choices:
            self.list.addItem(words, each)
        self.show_answer(before)

    def show_answer(self, text: str) -> None:
        """Let this one be chosen, also when it is on the list no more."""
        if text and self.list.findData(text) < 0:
            self.list.addItem(text, text)
        self.list.setCurrentIndex(self.list.findData(text))

    def answer(self) -> str:
        """Return the id of what is chosen."""
        return str(self.list.currentData() or "")

    def words_of(self, answer: str) -> str:
        """Return how an answer is read."""
        return self._words.get(answer, answer)

    @Slot(int)
    def _on_list_activated(self, _row: int) -> None:
        self.answered.emit(self.field, self.answer())
