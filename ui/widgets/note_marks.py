"""Words of the trade and phrases better not said, underlined in a text while it is typed."""

from typing import NamedTuple

from PySide6.QtGui import (
    QColor,
    QSyntaxHighlighter,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)

from reception_assistant.language.matching import Match, Matcher
from reception_assistant.language.words import Phrase, PlainWord

_LARGEST_OF_ONE_UNIT = "\uffff"
_MOST_BETWEEN = 2  # signs


class Marked(NamedTuple):
    """A word or phrase in the note, at places as Qt counts them."""

    start: int
    end: int
    found: PlainWord | Phrase


class NoteMarks(QSyntaxHighlighter):
    """Underlines with a wave; at a keystroke only its own paragraph is looked at."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._matcher: Matcher | None = None
        self._last: tuple[str, list[Match]] = ("", [])
        self._format = QTextCharFormat()
        self._format.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)

    def underline_in(self, color: QColor) -> None:
        """Underline in this colour from now on."""
        if color != self._format.underlineColor():
            self._format.setUnderlineColor(color)
            self.rehighlight()

    def use(self, matcher: Matcher | None) -> None:
        """Look for the words of `matcher`, at once in all that stands there."""
        self._matcher, self._last = matcher, ("", [])
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        """Underline what is found in a paragraph."""
        for match in self._found(text):
            start, end = _places(text, match)
            self.setFormat(start, end - start, self._format)

    def near(self, cursor: QTextCursor) -> Marked | None:
        """Return what the cursor is in or right behind; a space may stand between."""
        place, block = cursor.position(), cursor.block()
        marked = [each for each in self._marked(block) if each.start <= place]
        if not marked:
            return None
        rest = QTextCursor(self.document())
        rest.setPosition(min(place, marked[-1].end))
        rest.setPosition(place, QTextCursor.MoveMode.KeepAnchor)
        between = rest.selectedText()
        is_near = len(between) <= _MOST_BETWEEN and not any(map(str.isalnum, between))
        return marked[-1] if is_near else None

    def after(self, cursor: QTextCursor) -> Marked | None:
        """Return the next one in the note, from the top again after the last."""
        here = cursor.block()
        marked = self._marked(here)
        found = next((each for each in marked if each.start > cursor.position()), None)
        block = here.next()
        while found is None:
            block = block if block.isValid() else self.document().firstBlock()
            found = next(iter(self._marked(block)), None)
            if block == here:
                break
            block = block.next()
        return found

    def _marked(self, block: QTextBlock) -> list[Marked]:
        text, first = block.text(), block.position()
        found = self._found(text)
        places = [_places(text, match) for match in found]
        return [
            Marked(first + start, first + end, match.found)
            for match, (start, end) in zip(found, places, strict=True)
        ]

    def _found(self, text: str) -> list[Match]:
        """Return what is found in a paragraph; each is asked for twice at a keystroke."""
        if self._matcher is None:
            return []
        if text != self._last[0]:
            self._last = text, self._matcher.find(text)
        return self._last[1]


def units(text: str) -> int:
    """Return how long Qt finds `text`: it counts a rare sign, such as an emoji, as two."""
    return len(text) + sum(sign > _LARGEST_OF_ONE_UNIT for sign in text)


def _places(text: str, match: Match) -> tuple[int, int]:
    if text.isascii():
        return match.start, match.end
    return units(text[: match.start]), units(text[: match.end])
