"""A small practice: Sanne and Youssef, somebody called Jansen, and the scripts that ship."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from reception_assistant.clock import StandingClock
from reception_assistant.desk.acting import By
from reception_assistant.desk.opening import Desk, open_desk
from reception_assistant.desk.people import PersonForm
from reception_assistant.naming.person import PersonName
from reception_assistant.settings.catalogue import DISCIPLINE
from reception_assistant.staff.employee import Role
from tests.helpers.practice import moment


@pytest.fixture(scope="session")
def small_practice(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the practice as it lies on the disk; copy it, never open it."""
    folder = tmp_path_factory.mktemp("small") / "made"
    folder.mkdir()
    with open_desk(folder, clock=StandingClock(moment())) as desk:
        desk.library.fill()
        first = desk.staff.at_the_desk()
        desk.staff.change(first._replace(name="Sanne"), By(first))
        desk.settings.choose(DISCIPLINE, "tandarts", By(first))
        desk.staff.add("Youssef", Role.RECEPTIONIST, By(first))
        name = PersonName(call_name="Piet", surname="Jansen")
        desk.people.add(PersonForm(name=name, phone="0612345678"), By(first))
    return folder


@pytest.fixture
def desk_and_clock(small_practice: Path, tmp_path: Path) -> Iterator[tuple[Desk, StandingClock]]:
    """Give the desk of a copy of it, and its clock."""
    folder = tmp_path / "data"
    shutil.copytree(small_practice, folder)
    clock = StandingClock(moment())
    with open_desk(folder, clock=clock) as desk:
        yield desk, clock
