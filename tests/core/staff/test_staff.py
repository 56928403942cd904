"""Who works here, who is at the desk, and what only a manager may do."""

import pytest

from reception_assistant.audit.entry import Action
from reception_assistant.changes import Change, Changed
from reception_assistant.desk.acting import By
from reception_assistant.errors import KnownError
from reception_assistant.settings.catalogue import PRACTICE_NAME, THEME
from reception_assistant.staff.employee import Employee, Role
from tests.helpers.practice import Practice


@pytest.fixture
def sanne(practice: Practice) -> Employee:
    """Give a receptionist."""
    return practice.desk.staff.add("Sanne", Role.RECEPTIONIST, practice.by)


def test_somebody_is_at_the_desk_from_the_first_moment(practice: Practice) -> None:
    first = practice.desk.staff.at_the_desk()
    assert (first.name, first.role, first.active) == ("Balie", Role.MANAGER, True)


def test_somebody_is_added_and_listed_by_name(practice: Practice, sanne: Employee) -> None:
    practice.desk.staff.add("  Ayşe   Kaya ", Role.MANAGER, practice.by)
    everybody = practice.desk.staff.everybody()
    assert [each.name for each in everybody] == ["Ayşe Kaya", "Balie", "Sanne"]
    assert sanne in everybody


def test_who_sits_down_is_at_the_desk_also_after_a_restart(
    practice: Practice, sanne: Employee
) -> None:
    practice.desk.staff.sit_down(sanne)
    assert practice.desk.staff.at_the_desk() == sanne


def test_sitting_down_is_told_and_written_down(practice: Practice, sanne: Employee) -> None:
    heard: list[Change] = []
    practice.desk.changes.listen(heard.append)
    practice.desk.staff.sit_down(sanne)
    assert [change.what for change in heard] == [Changed.STAFF]
    entry = practice.audit()[-1]
    assert (entry.action, entry.employee_id) == (Action.DESK_TAKEN, sanne.id)


def test_who_left_is_not_at_the_desk_and_may_do_nothing(
    practice: Practice, sanne: Employee
) -> None:
    practice.desk.staff.sit_down(sanne)
    manager = By(practice.desk.staff.everybody()[0])
    practice.desk.staff.change(sanne._replace(active=False), manager)
    assert practice.desk.staff.at_the_desk().name == "Balie"
    gone = sanne._replace(active=False)
    with pytest.raises(KnownError, match="werkt hier niet meer"):
        practice.desk.settings.choose(THEME, "dark", By(gone))
    with pytest.raises(KnownError, match="werkt hier niet meer"):
        practice.desk.staff.sit_down(gone)


def test_a_receptionist_does_the_work_and_chooses_the_look(
    practice: Practice, sanne: Employee
) -> None:
    by = By(sanne)
    practice.desk.imports.import_file(
        practice.file("datum;tijd;achternaam", "24-11-2026;09:00;Bos"), by
    )
    practice.desk.settings.choose(THEME, "dark", by)
    assert practice.visit().person.name.surname == "Bos"
    assert practice.desk.settings.all().get(THEME) == "dark"


def test_only_a_manager_changes_the_practice_and_its_people(
    practice: Practice, sanne: Employee
) -> None:
    before = practice.audit()
    by = By(sanne)
    with pytest.raises(KnownError, match="alleen een beheerder"):
        practice.desk.settings.choose(PRACTICE_NAME, "De Linde", by)
    with pytest.raises(KnownError, match="alleen een beheerder"):
        practice.desk.staff.add("Piet", Role.RECEPTIONIST, by)
    with pytest.raises(KnownError, match="alleen een beheerder"):
        practice.desk.staff.change(sanne._replace(role=Role.MANAGER), by)
    assert practice.audit() == before
    assert practice.desk.settings.all().get(PRACTICE_NAME) == ""


def test_one_manager_always_stays(practice: Practice, sanne: Employee) -> None:
    manager = practice.desk.staff.at_the_desk()
    for changed in (manager._replace(role=Role.RECEPTIONIST), manager._replace(active=False)):
        with pytest.raises(KnownError, match="geen beheerder meer"):
            practice.desk.staff.change(changed, By(manager))
    practice.desk.staff.change(sanne._replace(role=Role.MANAGER), By(manager))
    practice.desk.staff.change(manager._replace(active=False), By(manager))
    assert practice.desk.staff.at_the_desk().name == "Sanne"


@pytest.mark.parametrize("name", ["", "   ", "x" * 61])
def test_a_name_must_be_one(name: str, practice: Practice) -> None:
    with pytest.raises(KnownError, match="geen goede naam"):
        practice.desk.staff.add(name, Role.RECEPTIONIST, practice.by)


@pytest.mark.parametrize("name", ["sanne", "SANNE", " Sannë "])
def test_two_people_with_one_name_cannot_be_told_apart(
    name: str, practice: Practice, sanne: Employee
) -> None:
    with pytest.raises(KnownError, match="al iemand met deze naam"):
        practice.desk.staff.add(name, Role.RECEPTIONIST, practice.by)
    practice.desk.staff.change(sanne._replace(name="Sanne de Wit"), practice.by)
    assert practice.desk.staff.add(name, Role.RECEPTIONIST, practice.by).name == name.strip()
