"""Panels of the left column in a window of their own, and people to show in them."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from typing import Any

import pytest
from PySide6.QtCore import QEvent, SignalInstance
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from reception_assistant.agenda.day import Person
from reception_assistant.calls.past_call import PastCall
from reception_assistant.cues.cue import Cue, Tone
from reception_assistant.desk.caller import Caller
from reception_assistant.naming.person import PersonName, Salutation
from tests.helpers.window import bury
from ui.theme.colors import LIGHT
from ui.theme.look import Appearance

JANSEN = Person(
    id="1",
    name=PersonName(given_name="Jan", surname="Jansen", salutation=Salutation.MENEER),
    birth_date=date(1958, 3, 14),
    phone="06 12 34 56 78",
)
LONG = Person(
    id="2",
    name=PersonName(
        given_name="Annelies", prefix="van der", surname="Westhuizen-Konijnenbelt van Oosterwolde"
    ),
    birth_date=date(1990, 11, 3),
    phone="06 12 34 56 78",
)
DEAF = Cue("hearing", "Spreek rustig en iets harder.", "", "omdat «slechthorend» erbij staat")
PROMISED = Cue(
    "promise",
    "Er staat nog een belofte open.",
    "Wij zouden u nog bellen.",
    "omdat dit voor 24 november beloofd is",
    Tone.ATTENTION,
)
NOTE = (
    "Rekening 412 euro, offerte was 350. Verdoving stond er niet op. Wil weten waarom dat niet "
    "eerder gezegd is."
)


def past(number: int, **changed: Any) -> PastCall:
    """Return an earlier call; the highest number is the newest."""
    call = PastCall(
        id=str(number),
        started=datetime.fromisoformat(f"2026-{1 + number % 10:02}-12T14:20"),
        direction="belde ons",
        reason="Rekening",
        outcome="wij bellen terug",
        note=f"Notitie {number}.",
        employee="Sanne",
    )
    return call._replace(**changed)


CALLER = Caller(
    person=JANSEN,
    spoken_name="meneer Jansen",
    list_name="Jansen, Jan",
    facts=("geboren op 14-3-1958 (68 jaar) · 06 12 34 56 78", "spreek met u"),
    cues=(DEAF, PROMISED),
    history=(
        past(9, note=NOTE, promise="offerte naast de rekening leggen"),
        past(8, direction="wij belden"),
        past(7, direction="aan de balie"),
        past(6),
    ),
)


@contextmanager
def standing(
    app: QApplication,
    qtbot: QtBot,
    *panels: QWidget,
    width: int = 298,
    look: tuple[str, int] = (LIGHT, 100),
) -> Iterator[QWidget]:
    """Show `panels` under each other in a window that has the keys."""
    appearance = Appearance(app, *look)
    appearance.follow()
    window = QWidget()
    layout = QVBoxLayout(window)
    for panel in panels:
        layout.addWidget(panel)
    layout.addStretch(1)
    margins = layout.contentsMargins()
    try:
        window.setFixedWidth(width + margins.left() + margins.right())
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        fit(window)
        yield window
    finally:
        window.close()
        window.deleteLater()
        appearance.undress()
        appearance.deleteLater()
        bury()
        app.setFont(QFont())
        app.setPalette(QPalette())


def fit(window: QWidget) -> None:
    """Make the window as high as its panels need now."""
    layout = window.layout()
    assert layout is not None
    for _each in range(3):  # what is inside tells it to what is round it, one after the other
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        window.setFixedHeight(layout.totalHeightForWidth(window.width()))


def heard(signal: SignalInstance) -> list[Any]:
    """Return a list to which everything that `signal` says is added."""
    said: list[Any] = []
    signal.connect(said.append)
    return said


def counted(signal: SignalInstance) -> Callable[[], int]:
    """Return how to ask how often a signal without words was given."""
    times: list[None] = []
    signal.connect(lambda: times.append(None))
    return lambda: len(times)


def here() -> str:
    """Return the words of whatever has the keys."""
    focus = QApplication.focusWidget()
    assert focus is not None
    return focus.accessibleName() or (focus.text() if isinstance(focus, QPushButton) else "")


def labelled(window: QWidget, words: str) -> QLabel:
    """Return the visible label with exactly these words."""
    labels: list[QLabel] = window.findChildren(QLabel)
    (found,) = (each for each in labels if each.isVisible() and each.text() == words)
    return found


EVERY_LOOK = pytest.mark.parametrize("scale", [100, 150, 200])
EVERY_WIDTH = pytest.mark.parametrize("width", [280, 340])
