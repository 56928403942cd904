"""The screen of a call in every state, small and large, light and dark: nothing is cut off."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from reception_assistant.library.lists import May
from reception_assistant.library.offer import Offer
from reception_assistant.run.view import AnswerView, PathPart, StepView, Way
from tests.helpers.layout import findings
from tests.helpers.window import bury, write
from tests.ui.call.dressing import dressed
from tests.ui.call.steps import (
    ASKED,
    CALM,
    JANSEN,
    LONG_NAME,
    MANDATES,
    OFFERS,
    PROMISE,
    SAID,
    UNKNOWN,
)
from ui.call.avoid_boxes import AvoidBoxes
from ui.call.call_tabs import CallTabs
from ui.call.choice_list import ChoiceList
from ui.call.fold_bar import Part
from ui.call.path_line import PathLine
from ui.call.row_button import RowButton
from ui.call.screen import CallScreen
from ui.call.script_panel import ScriptPanel
from ui.theme.colors import DARK, LIGHT
from ui.theme.look import Appearance
from ui.theme.marks import kind
from ui.widgets.blocks import GAP, card_of, label
from ui.widgets.flow import flow

LOOKS = (
    (1366, 768, LIGHT, 100),
    (1366, 768, DARK, 150),
    (1024, 700, DARK, 100),
    (1024, 700, LIGHT, 150),
    (1366, 768, LIGHT, 200),
)
WORD = "Donaudampfschifffahrtsgesellschaft"
ENDLESS: StepView = CALM._replace(
    title=f"Klacht over de rekening van de {WORD} en wat daarbij hoort",
    say=f"Ik hoor dat u hier echt mee zit, {LONG_NAME.label}. Dat vind ik vervelend voor u. {WORD}",
    key=f"Erken het gevoel, nog niet de schuld, ook niet die van de {WORD}",
    literal=True,
    tip=f"{CALM.tip} {CALM.tip} {WORD}",
    avoid=CALM.avoid * 2,
    answers=tuple(
        AnswerView(place + 1, place, f"{WORD} belt over een ander, en dat duurt lang", aside=True)
        for place in range(9)
    ),
    path=tuple(PathPart(f"{WORD} {number}", number % 2) for number in range(12)),
    remembered=f"Boos, over de {WORD}, en dat al heel lang, zei hij, en hij bleef dat zeggen",
    phase=3,
)
LONG_OFFER = Offer("x", f"{WORD} vraagt iets", (f"reden: {WORD}", "klinkt boos", "klacht open"))


class Opened:
    """The window that the frame leaves for the screen."""

    def __init__(self, appearance: Appearance, width: int, height: int) -> None:
        self.appearance, scale = appearance, appearance.look.scale
        self.window, self.panel, self.tabs = QWidget(), ScriptPanel(), CallTabs()
        chips = [
            kind(QPushButton(each), "chip") for each in ("Afspraak maken", "Rekening", "Klacht")
        ]
        left = [card_of(label("caption", "Beller"), QLineEdit("06 12"), flow(GAP, *chips))]
        right = [card_of(label("caption", "Notitie"), QLineEdit("412 euro"))] * 1
        self.screen = CallScreen(self.tabs, left, [self.panel], right)
        row = QHBoxLayout(self.window)
        row.setContentsMargins(64 * scale // 100 + 18, 58 * scale // 100, 18, 16)
        row.addWidget(self.screen)
        self.window.setMinimumSize(640, 480)
        self.window.resize(width, height)

    def states(self) -> Iterator[tuple[str, Callable[[], None]]]:
        """Give how to bring the screen to each state, each from the one before."""
        panel = self.panel

        def calm() -> None:
            panel.show_step(
                CALM,
                [each for each in MANDATES for _again in range(2 if each.may is May.SELF else 3)],
            )

        def missed() -> None:
            panel.show_step(ASKED)
            panel.answer_key(4)
            write(f"Iets over de {WORD} en nog veel meer dan op een regel past, zei hij")

        yield "asked", lambda: panel.show_step(ASKED)
        yield "calm", calm
        yield "key point large", lambda: panel.key_point_first(on=True)
        yield "endless", lambda: panel.show_step(ENDLESS)
        yield "key point small", lambda: panel.key_point_first(on=False)
        yield "missed", missed
        yield "said", lambda: panel.show_step(SAID._replace(way=Way.BACK, literal=True))
        yield "promise", lambda: panel.show_step(PROMISE)
        yield "finished", lambda: panel.show_finished(f"Rond het gesprek af. {WORD}")
        yield "offers", lambda: panel.show_offers([*OFFERS, LONG_OFFER], "Wat past nu")
        yield "nothing fits", lambda: panel.show_offers((), "Wat past nu")
        yield "several", lambda: self.tabs.show_calls([JANSEN, UNKNOWN, LONG_NAME])
        yield "note", lambda: self.screen.bring(Part.NOTE)
        yield "caller", lambda: self.screen.bring(Part.CALLER)
        yield "none", lambda: self.tabs.show_calls([UNKNOWN, LONG_NAME])
        yield "none, something fits", lambda: self.screen.idle.show_offers([*OFFERS, LONG_OFFER])


@contextmanager
def opened(app: QApplication, qtbot: QtBot, look: tuple[int, int, str, int]) -> Iterator[Opened]:
    width, height, theme, scale = look
    with dressed(app, theme, scale) as appearance:
        made = Opened(appearance, width, height)
        made.tabs.show_calls([JANSEN])
        made.panel.show_clock("103:41")
        with qtbot.waitExposed(made.window):
            made.window.show()
        made.window.activateWindow()
        qtbot.waitUntil(made.window.isActiveWindow)
        yield made
        made.window.close()
        made.window.deleteLater()
        bury()


def settle() -> None:
    """Let the layouts have their say, also those that wait for others."""
    for _again in range(8):
        QApplication.processEvents()


@pytest.mark.parametrize("look", LOOKS)
def test_nothing_is_cut_off_or_covered(
    qapp: QApplication, qtbot: QtBot, look: tuple[int, int, str, int]
) -> None:
    found = []
    with opened(qapp, qtbot, look) as window:
        for name, bring in window.states():
            bring()
            settle()
            found += [f"{name}: {each}" for each in findings(window.window)]
    assert not found, "\n" + "\n".join(found)


def test_nothing_is_cut_off_after_the_letters_grew(qapp: QApplication, qtbot: QtBot) -> None:
    with opened(qapp, qtbot, LOOKS[0]) as window:
        window.panel.show_step(CALM, MANDATES)
        window.tabs.show_calls([JANSEN, LONG_NAME])
        found = []
        for scale in (150, 200, 100):
            window.appearance.set_scale(scale)
            settle()
            found += [f"{scale}: {each}" for each in findings(window.window)]
    assert not found, "\n" + "\n".join(found)


def test_the_sentence_is_in_sight_where_there_is_hardly_room(
    qapp: QApplication, qtbot: QtBot
) -> None:
    """At 200 percent in a small window the sentence begins above the fold."""
    with opened(qapp, qtbot, (1024, 700, LIGHT, 200)) as window:
        window.panel.show_step(CALM)
        settle()
        large = next(
            each
            for each in window.panel.findChildren(QWidget)
            if each.property("role") == "sentence"
        )
        top = large.mapTo(window.panel, large.rect().topLeft()).y()
        assert 0 < top + large.fontMetrics().lineSpacing() < window.panel.height()


def test_finished_detours_take_no_second_line(qapp: QApplication, qtbot: QtBot) -> None:
    words = "Vraag wat er in de begroting stond"
    with opened(qapp, qtbot, LOOKS[0]) as window:
        path = tuple(PathPart(f"{words} {number}", number % 2) for number in range(11))
        window.panel.show_step(ASKED._replace(path=path))
        settle()
        line = next(each for each in window.panel.findChildren(PathLine) if each.isVisible())
        assert line.height() < 2 * line.fontMetrics().lineSpacing()


@pytest.mark.parametrize("scale", [100, 150, 200])
def test_with_little_room_the_answers_come_right_after_the_sentence(
    qapp: QApplication, qtbot: QtBot, scale: int
) -> None:
    with opened(qapp, qtbot, (1366, 768, LIGHT, scale)) as window:
        window.panel.show_step(CALM)
        settle()
        answers, better = (
            next(part for part in window.panel.findChildren(kind_of) if part.isVisible())
            for kind_of in (ChoiceList, AvoidBoxes)
        )
        top = answers.mapTo(window.panel, QPoint()).y()
        assert (top < better.mapTo(window.panel, QPoint()).y()) is (scale > 100)
        rows = [each for each in answers.findChildren(RowButton) if each.isVisible()]
        whole = [each for each in rows if each.visibleRegion().boundingRect() == each.rect()]
        assert len(whole) >= 2
