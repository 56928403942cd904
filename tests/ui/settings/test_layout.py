"""Instellingen in every state, small and large, light and dark: nothing cut off or overlapping."""

from collections.abc import Callable, Iterator
from functools import partial

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reception_assistant.clock import StandingClock
from reception_assistant.desk.acting import By
from reception_assistant.desk.mandates import NewMandate
from reception_assistant.desk.opening import Desk
from reception_assistant.errors import KnownError
from reception_assistant.library.lists import May
from reception_assistant.settings.catalogue import (
    CATALOGUE,
    OWN_WORDS,
    PRACTICE_NAME,
    SOBER_TREATMENTS,
    Group,
)
from reception_assistant.staff.employee import Role
from tests.helpers.layout import findings
from tests.ui.settings.conftest import OpenSettings, open_settings, show
from ui.settings.field import Field
from ui.settings.mandate_rows import AddMandate
from ui.settings.screen import Subject
from ui.settings.staff_rows import AddRow
from ui.theme.colors import DARK, LIGHT

# What the frame leaves of 1366 x 768 and of 1024 x 700.
SIZES = ((1230, 680), (892, 600))
LOOKS = ((LIGHT, 100), (LIGHT, 150), (DARK, 100), (DARK, 150))
LONG = "Maximiliana Theodora van Oosterhout-Donaudampfschifffahrt"
LONG_PRACTICE = (
    "Tandartsengroepspraktijk en mondhygiënisten aan de Burgemeester van Heemskercklaan te Zwolle"
)
TROUBLE = KnownError(
    "Deze gegevens zijn net door iemand anders veranderd, terwijl u ze aan het verbeteren was.",
    "Er is niets overschreven. Open de gegevens nog eens en kijk ze na voordat u ze bewaart.",
)


def fill(desk: Desk) -> None:
    """Add what is seldom seen: long names, long lists, somebody who left."""
    by = By(next(each for each in desk.staff.everybody() if each.role is Role.MANAGER))
    for each in desk.after.mandates.all()[3:]:  # what is seldom seen is enough
        desk.after.mandates.remove(each, by)
    desk.after.mandates.add(NewMandate(May.CONSULT, LONG, f"{LONG} " * 3, LONG), by)
    desk.staff.add(LONG, Role.MANAGER, by)
    left = desk.staff.add(f"{LONG[:50]} 2", Role.RECEPTIONIST, by)
    desk.staff.change(left._replace(active=False), by)
    long = desk.practitioners.add(LONG, by)
    desk.practitioners.call(long, f"mondhygiënist {LONG[:40]}", by)
    desk.practitioners.add("Mondhygiëne kamer 2 (dinsdag, woensdag en donderdag)", by)
    desk.settings.choose(PRACTICE_NAME, LONG_PRACTICE, by)
    desk.settings.choose(SOBER_TREATMENTS, "\n".join(["slecht nieuws"] * 30), by)
    desk.settings.choose(OWN_WORDS, f"{LONG} = {LONG}, en dat op één regel", by)


def states(opened: OpenSettings) -> Iterator[tuple[str, Callable[[], None]]]:
    """Give how to bring the screen to each state, each from the one before."""

    def trouble() -> None:
        fields: list[Field] = opened.screen.findChildren(Field)
        for field in fields:
            field.refuse(field.entry.filled(), TROUBLE)
        rows: list[AddRow] = opened.screen.findChildren(AddRow)
        for row in rows:
            row.refuse(row.name.filled(), TROUBLE)
        adding: list[AddMandate] = opened.screen.findChildren(AddMandate)
        for each in adding:
            each.refuse(each.label.filled(), TROUBLE)

    def on_each_page() -> Iterator[tuple[str, Callable[[], None]]]:
        for subject in Subject:
            yield subject, partial(opened.work.open_page, subject)

    yield from on_each_page()
    yield "trouble", trouble
    yield from on_each_page()
    yield "receptionist", lambda: opened.sit_down(opened.receptionist)
    yield from on_each_page()
    yield "manager", lambda: opened.sit_down(opened.manager)


def walk(opened: OpenSettings) -> list[str]:
    """Look at every state at every size and return all findings."""
    found = []
    for width, height in SIZES:
        opened.window.resize(width, height)
        for name, bring in states(opened):
            bring()
            opened.settle()
            opened.settle()
            found += [f"{width}x{height} {name}: {each}" for each in findings(opened.window)]
    return found


@pytest.mark.parametrize(("theme", "scale"), LOOKS)
def test_nothing_is_cut_off_or_covered(
    qapp: QApplication,
    qtbot: QtBot,
    desk_and_clock: tuple[Desk, StandingClock],
    theme: str,
    scale: int,
) -> None:
    desk = desk_and_clock[0]
    fill(desk)
    with open_settings(qapp, desk, (theme, scale)) as opened:
        show(qtbot, opened, *SIZES[0])
        found = walk(opened)
    assert not found, "\n" + "\n".join(found)


def test_nothing_is_cut_off_after_the_letters_grew(
    qapp: QApplication, qtbot: QtBot, desk_and_clock: tuple[Desk, StandingClock]
) -> None:
    desk = desk_and_clock[0]
    fill(desk)
    with open_settings(qapp, desk) as opened:
        show(qtbot, opened, *SIZES[0])
        found = []
        for scale in (150, 100):
            opened.appearance.set_scale(scale)
            for subject in Subject:
                opened.work.open_page(subject)
                opened.settle()
                opened.settle()
                found += [f"{scale} {subject}: {each}" for each in findings(opened.window)]
    assert not found, "\n" + "\n".join(found)


def test_a_page_that_fits_has_nothing_to_scroll(
    qapp: QApplication, qtbot: QtBot, desk_and_clock: tuple[Desk, StandingClock]
) -> None:
    with open_settings(qapp, desk_and_clock[0]) as opened:
        show(qtbot, opened, *SIZES[0])
        opened.sit_down(opened.receptionist)
        for subject in set(Subject) - {Subject.TERMS}:  # as long as the list of kaders
            opened.work.open_page(subject)
            opened.settle()
        assert [page.verticalScrollBar().maximum() for page in opened.screen.pages()] == [0] * 6


def test_the_walk_sees_every_setting() -> None:
    shown = {subject.value for subject in Subject}
    assert {each.group.value for each in CATALOGUE if each.group is not Group.KEPT} <= shown
