"""The digits of a BSN that are not kept: dots in the note, and the digits back when it was none."""

from typing import NamedTuple

from PySide6.QtGui import QTextCursor, QTextDocument

from ui.widgets.note_marks import units

_DOT = "."


class _LeftOut(NamedTuple):
    """Digits that are dots now; the cursor selects those dots, wherever they have gone."""

    dots: QTextCursor
    digits: str

    def stands(self) -> bool:
        """Tell whether the dots are still there, all of them."""
        return self.dots.selectedText() == _DOT * len(self.digits)


class DigitsLeftOut:
    """Puts dots in the place of digits; the digits are remembered in memory only."""

    def __init__(self, document: QTextDocument) -> None:
        self._document = document
        self._left_out: list[_LeftOut] = []

    def leave_out(self, cleaned: str) -> None:
        """Put the dots of `cleaned` in the note, there where it still says the same.

        What was done before that cannot be undone: it would bring the digits back.
        """
        text = self._document.toPlainText()
        spans = dotted(text, cleaned)
        if not spans:
            return
        cursor = QTextCursor(self._document)
        cursor.beginEditBlock()
        for start, end in spans:
            at = units(text[:start])
            _select(cursor, at, at + end - start)
            cursor.insertText(_DOT * (end - start))
            self._remember(at, text[start:end])
        cursor.endEditBlock()
        self._document.clearUndoRedoStacks()

    def put_back(self) -> None:
        """Put the digits back where their dots still stand, as one step to undo."""
        cursor = QTextCursor(self._document)
        cursor.beginEditBlock()
        for each in self._left_out:
            if each.stands():
                _select(cursor, each.dots.selectionStart(), each.dots.selectionEnd())
                cursor.insertText(each.digits)
        cursor.endEditBlock()
        self.forget()

    def stand(self) -> bool:
        """Tell whether there is anything to put back."""
        return any(each.stands() for each in self._left_out)

    def forget(self) -> None:
        """Forget all digits."""
        self._left_out.clear()

    def _remember(self, at: int, digits: str) -> None:
        dots = QTextCursor(self._document)
        _select(dots, at, at + len(digits))
        dots.setKeepPositionOnInsert(True)  # what is typed behind them is not one of them
        self._left_out.append(_LeftOut(dots, digits))


def dotted(text: str, cleaned: str) -> list[tuple[int, int]]:
    """Return where `text` has digits that are dots in `cleaned`, which is an older `text`.

    Only what stands before and after all that was typed meanwhile is compared, and a number that
    became longer or shorter meanwhile is another number.
    """
    most = min(len(text), len(cleaned))
    before = next((at for at in range(most) if not _fits(text[at], cleaned[at])), most)
    rest = range(1, most - before + 1)
    after = next((at - 1 for at in rest if not _fits(text[-at], cleaned[-at])), most - before)
    moved = len(cleaned) - len(text)
    found = []
    for start, end in _numbers(text):
        if end <= before and set(cleaned[start:end]) == {_DOT}:
            beside, stood = text[end : end + 1], cleaned[end : end + 1]
        elif start >= len(text) - after and set(cleaned[start + moved : end + moved]) == {_DOT}:
            beside = text[max(0, start - 1) : start]
            stood = cleaned[max(0, start + moved - 1) : start + moved]
        else:
            continue
        if stood in ("", beside):
            found.append((start, end))
    return found


def _numbers(text: str) -> list[tuple[int, int]]:
    """Return where the rows of digits stand."""
    found: list[tuple[int, int]] = []
    for at, sign in enumerate(text):
        if not sign.isdecimal():
            continue
        if found and found[-1][1] == at:
            found[-1] = (found[-1][0], at + 1)
        else:
            found.append((at, at + 1))
    return found


def _fits(now: str, before: str) -> bool:
    return now == before or (before == _DOT and now.isdecimal())


def _select(cursor: QTextCursor, start: int, end: int) -> None:
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
