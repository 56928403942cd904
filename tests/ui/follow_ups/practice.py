"""The Opvolging screen on a real desk with promises in it, in a window of its own."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from reception_assistant.clock import StandingClock
from reception_assistant.desk.acting import By
from reception_assistant.desk.opening import Desk
from reception_assistant.follow_ups.follow_up import FollowUp, Kind, NewFollowUp, Reached, Source
from reception_assistant.follow_ups.listed import Which
from reception_assistant.staff.employee import Employee
from tests.helpers.practice import TODAY, moment
from tests.helpers.window import bury
from ui.follow_ups.work import FollowUpsWork
from ui.tasks import InlineRunner, Runners
from ui.theme.colors import LIGHT
from ui.theme.look import Appearance

WHATS = {
    "late": "offerte kroon nasturen",
    "tried": "uitslag: dokter belt terug",
    "today": "rekening naast de begroting leggen",
    "third": "vragen of de kroon vergoed wordt, en antwoord terugkoppelen",
    "later": "nieuwe afspraak na de vakantie",
}


class Told:
    """Remembers what was told, and what can be done about it."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.troubles: list[Exception] = []
        self.undo: object = None

    def tell(self, text: str, offer: str = "", clicked: object = None) -> None:
        self.texts.append(text)
        self.undo = clicked

    def trouble(self, error: Exception) -> None:
        self.troubles.append(error)

    def make_room(self) -> None:
        """Nothing is shown here."""


@dataclass
class Opvolging:
    """The screen, what it stands on, and short ways to use it."""

    window: QWidget
    work: FollowUpsWork
    desk: Desk
    clock: StandingClock
    told: Told
    me: Employee
    other: Employee
    appearance: Appearance
    people: dict[str, str] = field(default_factory=dict)

    @property
    def by(self) -> By:
        """Whoever sits here."""
        return By(self.me)

    def add(self, what: str, before: str, **told: object) -> str:
        """Promise something before `before`, "11-24T12:00"."""
        mine: dict[str, object] = {"owner_id": self.me.id, "by": self.me.name, **told}
        return promise(self.desk, self.by, what, before, **mine)

    def one(self, follow_up_id: str) -> FollowUp:
        """Return one as it is in the database."""
        opened = self.desk.after.follow_ups.one(follow_up_id)
        assert opened is not None
        return opened.follow_up

    def open_whats(self) -> list[str]:
        """Return what is still to be done, as it is in the database."""
        listed = self.desk.after.follow_ups.listed(Which.ALL, self.by)
        groups = (listed.late, listed.today, listed.later, listed.waiting)
        return [row.what for rows in groups for row in rows]

    def shown(self) -> str:
        """Return what the card is about."""
        opened = self.work.card.opened
        return opened.follow_up.what if opened is not None else ""


@contextmanager
def standing(
    app: QApplication,
    qtbot: QtBot,
    desk: Desk,
    clock: StandingClock,
    *,
    size: tuple[int, int] = (1248, 694),
    look: tuple[str, int] = (LIGHT, 100),
) -> Iterator[Opvolging]:
    """Show the screen in a window that has the keys; nothing is read yet."""
    appearance = Appearance(app, *look)
    appearance.follow()
    inline, told, home = InlineRunner(), Told(), QObject()
    clock.moment = moment(TODAY, "09:12")
    me, other = _two(desk)
    runners = Runners(inline, inline, inline, inline)
    work = FollowUpsWork(desk, runners, told, appearance, lambda: By(me), home)
    window = QWidget()
    QVBoxLayout(window).addWidget(work.screen)
    window.resize(*size)
    try:
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        yield Opvolging(window, work, desk, clock, told, me, other, appearance)
    finally:
        window.close()
        window.deleteLater()
        home.deleteLater()
        appearance.undress()
        appearance.deleteLater()
        bury()
        app.setFont(QFont())
        app.setPalette(QPalette())


def settle() -> None:
    """Let the layouts have their say."""
    for _each in range(4):
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        QApplication.sendPostedEvents()


def _forget_what_the_demo_promised(desk: Desk, by: By) -> None:
    listed = desk.after.follow_ups.listed(Which.ALL, by)
    for row in (*listed.late, *listed.today, *listed.later, *listed.waiting):
        desk.after.follow_ups.not_needed(row.id, "Niet van deze test.", by)


def fill(desk: Desk, clock: StandingClock) -> None:
    """Promise what is in the drawing."""
    me, other = _two(desk)
    _forget_what_the_demo_promised(desk, By(me))

    def person(typed: str) -> str:
        return desk.people.find(typed, TODAY)[0].id

    clock.moment = moment(TODAY.replace(day=20), "09:00")
    by, desk_of = By(me), desk.after.follow_ups
    mine: dict[str, object] = {"owner_id": me.id, "by": me.name}
    promise(desk, by, WHATS["late"], "11-23T17:00", person_id=person("a"), **mine)
    tried = promise(
        desk,
        by,
        WHATS["tried"],
        "11-24T09:00",
        whom="meneer Van den Berg",
        reach="06 12 34 56 78",
        owner_id=other.id,
        by=other.name,
    )
    today = promise(
        desk,
        by,
        WHATS["today"],
        "11-24T12:00",
        after="2026-11-24T11:00",
        whom="meneer Jansen",
        reach="06 12 34 56 78",
        **mine,
    )
    promise(
        desk,
        by,
        WHATS["third"],
        "11-24T17:00",
        kind=Kind.THIRD_PARTY,
        person_id=person("d"),
        third_party="verzekeraar",
        third_reach="088 123 45 67",
        **mine,
    )
    promise(desk, by, WHATS["later"], "12-04T17:00", person_id=person("e"), **mine)
    desk_of.tried(tried, Reached.NOT_REACHED, "", by)
    desk_of.hand_over(today, other.id, "Belt liever voor de middag.", by)
    desk_of.hand_over(today, me.id, "Ik ben er morgen niet.", by)


def promise(desk: Desk, at: By, what: str, before: str, **told: object) -> str:
    """Promise something before `before`, "11-24T12:00"."""
    fields: dict[str, object] = {"kind": Kind.CALLBACK, "source": Source.CALL, **told}
    made = NewFollowUp(what=what, before=f"2026-{before}", **fields)  # type: ignore[arg-type]  # told by name
    return desk.after.follow_ups.add(made, at)


def ids_of(here: Opvolging) -> dict[str, str]:
    """Return the ids of the drawing by their short names."""
    listed = here.desk.after.follow_ups.listed(Which.ALL, here.by)
    rows = (*listed.late, *listed.today, *listed.later, *listed.waiting)
    ids = {row.what: row.id for row in rows}
    return {short: ids[what] for short, what in WHATS.items()}


def _two(desk: Desk) -> tuple[Employee, Employee]:
    """Return who is at the desk, and a colleague."""
    me = desk.staff.at_the_desk()
    return me, next(each for each in desk.staff.everybody() if each.id != me.id)
