"""A part of the right column of the Telefoon screen, shown alone as narrow as it gets."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from functools import cache
from typing import NamedTuple, TypeVar

from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from reception_assistant.calls.moments import Moment, choices
from reception_assistant.calls.promise import Promise
from reception_assistant.language.lookup import Answer, Lookup
from reception_assistant.language.matching import Matcher
from reception_assistant.language.shipped import shipped_phrases, shipped_words
from reception_assistant.library.lists import Outcome
from tests.helpers.window import bury
from ui.call.words_panel import WordsPanel
from ui.theme.colors import LIGHT
from ui.theme.look import Appearance

NOW = datetime.fromisoformat("2026-11-24T09:12")
NUMBER = "06 1234 56 78"
NAMES = ("Sanne", "Joost van den Berg")
ANSWERED = Outcome(id="informatie-gegeven", label="Vraag beantwoord")
CALL_BACK = Outcome(id="terugbelafspraak", label="Wij bellen terug", promise=True)
NOT_HELPED = Outcome(id="niet-geholpen", label="Niet gelukt", alternative=True, helped=False)
BOTH = Outcome(id="later", label="Later, met belofte", alternative=True, promise=True)
OUTCOMES = (
    ANSWERED,
    CALL_BACK,
    NOT_HELPED,
    BOTH,
    Outcome(id="overgedragen", label="Overgedragen"),
    Outcome(id="overgedragen-spoed", label="Direct overgedragen na een stopteken"),
    Outcome(id="afspraak-gemaakt", label="Afspraak gemaakt"),
    Outcome(id="afspraak-verzet", label="Afspraak verzet"),
    Outcome(id="doorverwezen", label="Doorverwezen"),
    Outcome(id="recept-aangevraagd", label="Recept aangevraagd"),
    Outcome(id="niets-nodig", label="Niets meer nodig"),
)

_Part = TypeVar("_Part", bound=QWidget)


class Person(NamedTuple):
    """Somebody who can keep a promise."""

    id: str
    name: str


PEOPLE = (Person("1", NAMES[0]), Person("2", NAMES[1]))
MADE = Promise(what="offerte sturen", before="2026-11-25T15:30", owner_id="2", reach=NUMBER)


def moments() -> Sequence[Moment]:
    """Return the moments for a promise made this morning."""
    return choices(NOW)


@cache
def matcher() -> Matcher:
    """Return what finds the words that ship, for a dentist; made once, because it takes long."""
    return Matcher(shipped_words(), shipped_phrases(), "tandarts")


@cache
def _lookup() -> Lookup:
    return Lookup(shipped_words(), shipped_phrases(), "tandarts")


def look_up(typed: str) -> list[Answer]:
    """Return the answers to what is typed."""
    return _lookup().answers(typed, [match.found for match in matcher().find(typed)])


def answered_words() -> WordsPanel:
    """Return the panel with plain words, which is answered at once."""
    panel = WordsPanel()
    panel.look_up_requested.connect(lambda typed: panel.show_answers(typed, look_up(typed)))
    return panel


@contextmanager
def dressed(app: QApplication, theme: str = LIGHT, scale: int = 100) -> Iterator[None]:
    """Let the program look as it does, which takes too long to do for each test."""
    appearance = Appearance(app, theme, scale)
    appearance.follow()
    try:
        yield
    finally:
        appearance.undress()
        appearance.deleteLater()
        bury()
        app.setFont(QFont())
        app.setPalette(QPalette())


@contextmanager
def shown(
    qtbot: QtBot, make: Callable[[], _Part], width: int = 300, height: int = 1200
) -> Iterator[_Part]:
    """Show what `make` makes in a window of its own that has the keys."""
    window, part = QWidget(), make()
    layout = QVBoxLayout(window)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(part)
    window.resize(width, height)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    try:
        yield part
    finally:
        window.close()
        window.deleteLater()
        bury()


def settle() -> None:
    """Let the layouts have their say, also those that wait for others."""
    for _again in range(8):
        QApplication.processEvents()
