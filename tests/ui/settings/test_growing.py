"""Adding a setting is one entry in the catalogue: the screen shows it and keeps it."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reception_assistant.clock import StandingClock
from reception_assistant.desk.opening import Desk
from reception_assistant.settings.catalogue import CATALOGUE, Group, Kind, Setting
from tests.ui.settings.conftest import open_settings, show
from ui.settings.screen import Subject

PAGES = [group for group in Group if group is not Group.KEPT]
VALUES = {
    Kind.TEXT: ("iets", "iets anders"),
    Kind.CHOICE: ("rood", "blauw"),
    Kind.YES_NO: ("ja", "nee"),
    Kind.NUMBER: ("12", "24"),
    Kind.LIST: ("een\ntwee", "drie"),
    Kind.PAIRS: ("een = twee", "drie = vier"),
    Kind.ZONE: ("Europe/Amsterdam", "Europe/Brussels"),
    Kind.TIME: ("11:00", "12:30"),
}


def new_setting(group: Group, kind: Kind) -> Setting:
    """Return a setting that is not in the catalogue."""
    choices = {Kind.CHOICE: VALUES[kind], Kind.YES_NO: ("ja", "nee")}.get(kind, ())
    return Setting(
        f"new.{group.value}.{kind.value}",
        group,
        kind,
        VALUES[kind][0],
        f"Iets nieuws over {group.value} ({kind.value})",
        "Wat dit is.",
        choices=choices,
        choice_words=choices if kind is Kind.CHOICE else (),
        lowest=10,
        highest=30,
    )


@pytest.mark.parametrize("group", PAGES)
def test_a_new_setting_of_any_kind_is_shown_and_kept(
    group: Group,
    monkeypatch: pytest.MonkeyPatch,
    qapp: QApplication,
    qtbot: QtBot,
    desk_and_clock: tuple[Desk, StandingClock],
) -> None:
    added = [new_setting(group, kind) for kind in Kind]
    where = "reception_assistant.settings.catalogue.CATALOGUE"
    monkeypatch.setattr(where, (*CATALOGUE, *added))
    with open_settings(qapp, desk_and_clock[0]) as opened:
        show(qtbot, opened)
        for setting in added:
            field = opened.to(setting)
            assert field.isVisible()
            assert field.entry.accessibleName() == setting.label
            assert field.entry.filled() == VALUES[setting.kind][0]
            field.entry.fill(VALUES[setting.kind][1])
            field.entry.edited.emit()
            field.entry.settled.emit()
            assert opened.chosen(setting) == VALUES[setting.kind][1]


def test_every_group_has_its_page() -> None:
    for group in PAGES:
        assert Subject(group) in tuple(Subject)
