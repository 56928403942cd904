"""The note of a call: all of a long one looked at for 900 terms, and one more letter in it."""

import os
import random
from collections.abc import Iterator
from functools import partial
from itertools import islice
from statistics import median

from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reception_assistant.language.matching import Matcher
from reception_assistant.language.shipped import shipped_phrases, shipped_words
from reception_assistant.language.words import own_words
from tests.bench.measure import Bar, Measured, Row, median_of, milliseconds, percentile, row
from ui.call.note_panel import NotePanel
from ui.theme.look import Appearance

_TERMS, _PARAGRAPHS, _WORDS = 900, 500, 20
_PASSES, _LETTERS = 25, 100
_FULL_PASS, _ONE_LETTER = Bar(20.0, "ms"), Bar(2.0, "ms")
_SAID = "mevrouw belt over de rekening en wil weten wanneer zij terug mag komen voor de"
_EVERY = 25
"""One in so many words is a word of the trade."""


def rows() -> Iterator[Row]:
    """Measure the note as it stands on the screen, without a screen."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance()
    app = app if isinstance(app, QApplication) else QApplication([])
    appearance = Appearance(app, "light")
    panel, matcher = NotePanel(), _matcher()
    panel.resize(298, 400)
    panel.show()
    what = f"note of {_PARAGRAPHS} paragraphs of {_WORDS} words, {_TERMS} terms"
    yield row(f"{what}: full pass", _FULL_PASS, lambda: _full_pass(app, panel, matcher))
    yield row(f"{what}: one more letter", _ONE_LETTER, lambda: _typing(app, panel))
    panel.close()
    panel.deleteLater()
    appearance.undress()


def _full_pass(app: QApplication, panel: NotePanel, matcher: Matcher) -> Measured:
    text = _text()
    panel.use_matcher(None)
    panel.show_text(text)
    app.processEvents()

    def look_at_all() -> None:
        panel.use_matcher(matcher)
        app.processEvents()  # and paint what is seen

    took = median_of(lambda: milliseconds(look_at_all), _PASSES)
    return Measured(took, f"{len(matcher.find(text))} found")


def _typing(app: QApplication, panel: NotePanel) -> Measured:
    """Measure letters in the midst of the note, with all that hears of them."""
    cursor = panel.field.textCursor()
    cursor.setPosition(len(panel.text()) // 2)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfWord)
    panel.field.setTextCursor(cursor)
    app.processEvents()
    took = [
        milliseconds(partial(QTest.keyClick, panel.field, letter))
        for letter in islice(_letters(), _LETTERS)
    ]
    return Measured(median(took), f"p99 {percentile(took, 99):.1f} ms")


def _letters() -> Iterator[str]:
    while True:
        yield from " endo pijn extractie u moet"


def _matcher() -> Matcher:
    shipped = shipped_words()
    more = own_words((f"vakwoord{n:03}", "gewoon") for n in range(_TERMS - len(shipped)))
    return Matcher((*shipped, *more), shipped_phrases(), "tandarts")


def _text() -> str:
    rng = random.Random(7)  # noqa: S311  the same text each time
    said = _SAID.split()
    terms = [word.term for word in shipped_words()]
    words = [rng.choice(terms if n % _EVERY == 0 else said) for n in range(_PARAGRAPHS * _WORDS)]
    lines = (words[at : at + _WORDS] for at in range(0, len(words), _WORDS))
    return "\n".join(" ".join(line) for line in lines)
