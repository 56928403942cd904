"""Practitioners: entered or read from the agenda, called by the right name, and taken off again."""

import pytest

from reception_assistant.audit.entry import Action
from reception_assistant.changes import Change, Changed
from reception_assistant.desk.acting import By
from reception_assistant.errors import KnownError
from reception_assistant.staff.employee import Role
from reception_assistant.staff.practitioner import Practitioner
from tests.helpers.practice import TODAY, Practice, open_practice

AGENDA = "datum;tijd;achternaam;behandelaar"
ROW = "24-11-2026;09:00;Bos;Bakker"


def names(practice: Practice) -> list[str]:
    """Return the practitioners as the screen lists them."""
    return [each.name for each in practice.desk.practitioners.all()]


def only(practice: Practice) -> Practitioner:
    """Return the only practitioner."""
    (found,) = practice.desk.practitioners.all()
    return found


@pytest.fixture
def heard(practice: Practice) -> list[Change]:
    """Give what is told from now on."""
    heard: list[Change] = []
    practice.desk.changes.listen(heard.append)
    return heard


def test_a_new_practice_has_none(practice: Practice) -> None:
    assert practice.desk.practitioners.all() == []


def test_somebody_is_added_by_hand_and_is_there_after_a_restart(practice: Practice) -> None:
    added = practice.desk.practitioners.add("  El   Amrani ", practice.by)
    assert (added.name, added.called, added.in_agenda) == ("El Amrani", "El Amrani", False)
    with open_practice(practice.folder) as again:
        assert again.desk.practitioners.all() == [added]


def test_the_agenda_brings_its_own(practice: Practice) -> None:
    practice.read(AGENDA, ROW)
    assert only(practice).name == "Bakker"
    assert only(practice).in_agenda


def test_who_was_added_by_hand_is_the_one_in_the_agenda(practice: Practice) -> None:
    added = practice.desk.practitioners.add("Bakker", practice.by)
    practice.read(AGENDA, ROW)
    assert only(practice) == added._replace(in_agenda=True)


def test_they_are_listed_as_a_dutch_list_sorts(practice: Practice) -> None:
    for name in ("van Dijk", "Zwart", "Émile", "de Boer", "Bakker"):
        practice.desk.practitioners.add(name, practice.by)
    assert names(practice) == ["Bakker", "de Boer", "Émile", "van Dijk", "Zwart"]


def test_how_the_desk_calls_somebody_does_not_touch_the_agenda(practice: Practice) -> None:
    practice.read(AGENDA, ROW)
    practice.desk.practitioners.call(only(practice), " tandarts   Bakker ", practice.by)
    assert only(practice).called == "tandarts Bakker"
    outcome = practice.read(AGENDA, ROW)
    assert (outcome.new, outcome.changed, outcome.withdrawn) == (0, 0, 0)
    assert only(practice).called == "tandarts Bakker"
    assert practice.visit().practitioner == "Bakker"


def test_an_empty_name_to_call_is_the_one_of_the_agenda(practice: Practice) -> None:
    added = practice.desk.practitioners.add("Bakker", practice.by)
    called = practice.desk.practitioners.call(added, "tandarts Bakker", practice.by)
    assert practice.desk.practitioners.call(called, "  ", practice.by).called == "Bakker"
    assert only(practice).spoken == ""


def test_calling_is_told_to_the_day_too_and_written_down(
    practice: Practice, heard: list[Change]
) -> None:
    added = practice.desk.practitioners.add("Bakker", practice.by)
    practice.desk.practitioners.call(added, "tandarts Bakker", practice.by)
    assert [change.what for change in heard] == [Changed.STAFF, Changed.STAFF | Changed.DAY]
    entry = practice.audit()[-1]
    assert (entry.action, entry.subject_id) == (Action.PRACTITIONER_CHANGED, added.id)
    assert "Bakker" not in entry.detail


def test_calling_somebody_as_before_is_no_change(practice: Practice) -> None:
    added = practice.desk.practitioners.add("Bakker", practice.by)
    called = practice.desk.practitioners.call(added, "tandarts Bakker", practice.by)
    heard: list[Change] = []
    practice.desk.changes.listen(heard.append)
    before = practice.audit()
    assert practice.desk.practitioners.call(called, "tandarts  Bakker", practice.by) == called
    assert practice.audit() == before
    assert heard == []


def test_somebody_added_by_mistake_is_taken_off(practice: Practice, heard: list[Change]) -> None:
    added = practice.desk.practitioners.add("Bakker", practice.by)
    practice.desk.practitioners.remove(added, practice.by)
    assert names(practice) == []
    assert [change.what for change in heard] == [Changed.STAFF] * 2
    assert practice.audit()[-1].action is Action.PRACTITIONER_REMOVED


def test_whom_the_agenda_names_stays(practice: Practice) -> None:
    added = practice.desk.practitioners.add("Bakker", practice.by)
    practice.read(AGENDA, ROW)
    before = practice.audit()
    with pytest.raises(KnownError, match="staat nog in de agenda") as told:
        practice.desk.practitioners.remove(added, practice.by)
    assert told.value.advice
    assert names(practice) == ["Bakker"]
    assert practice.audit() == before


def test_taking_off_twice_is_no_trouble(practice: Practice) -> None:
    added = practice.desk.practitioners.add("Bakker", practice.by)
    practice.desk.practitioners.remove(added, practice.by)
    before = practice.audit()
    practice.desk.practitioners.remove(added, practice.by)
    assert practice.audit() == before


@pytest.mark.parametrize("again", [0, 1])
def test_who_was_taken_off_elsewhere_does_not_come_back_by_being_called(
    practice: Practice, again: int
) -> None:
    added = practice.desk.practitioners.add("Bakker", practice.by)
    practice.desk.practitioners.remove(added, practice.by)
    if again:
        practice.desk.practitioners.add("Bakker", practice.by)
    with pytest.raises(KnownError, match="intussen weggehaald") as told:
        practice.desk.practitioners.call(added, "tandarts Bakker", practice.by)
    assert told.value.advice
    assert names(practice) == ["Bakker"] * again


def test_who_was_called_by_hand_stays_when_the_source_goes(practice: Practice) -> None:
    practice.read(AGENDA, ROW, "24-11-2026;09:10;Vos;El Amrani")
    bakker = practice.desk.practitioners.all()[0]
    practice.desk.practitioners.call(bakker, "tandarts Bakker", practice.by)
    (source,) = practice.desk.sources.all()
    practice.desk.sources.remove(source.source.id, practice.by)
    assert only(practice).called == "tandarts Bakker"
    assert not only(practice).in_agenda
    practice.desk.practitioners.remove(only(practice), practice.by)
    assert names(practice) == []


@pytest.mark.parametrize("name", ["bakker", "BAKKER", " Bakkér ", "Bakker"])
def test_two_with_one_name_cannot_be_told_apart(practice: Practice, name: str) -> None:
    practice.desk.practitioners.add("Bakker", practice.by)
    with pytest.raises(KnownError, match="staat er al") as told:
        practice.desk.practitioners.add(name, practice.by)
    assert told.value.advice
    assert names(practice) == ["Bakker"]


@pytest.mark.parametrize("name", ["", "   ", "\n"])
def test_a_name_is_needed(practice: Practice, name: str) -> None:
    with pytest.raises(KnownError, match="geen naam"):
        practice.desk.practitioners.add(name, practice.by)


def test_a_name_has_an_end(practice: Practice) -> None:
    longest = practice.desk.practitioners.add("x" * 60, practice.by)
    with pytest.raises(KnownError, match="te lang"):
        practice.desk.practitioners.add("y" * 61, practice.by)
    with pytest.raises(KnownError, match="te lang"):
        practice.desk.practitioners.call(longest, "y" * 61, practice.by)
    assert only(practice) == longest


def test_only_a_manager_may_do_any_of_this(practice: Practice) -> None:
    added = practice.desk.practitioners.add("Bakker", practice.by)
    sanne = By(practice.desk.staff.add("Sanne", Role.RECEPTIONIST, practice.by))
    before = practice.audit()
    with pytest.raises(KnownError, match="alleen een beheerder"):
        practice.desk.practitioners.add("Visser", sanne)
    with pytest.raises(KnownError, match="alleen een beheerder"):
        practice.desk.practitioners.call(added, "tandarts Bakker", sanne)
    with pytest.raises(KnownError, match="alleen een beheerder"):
        practice.desk.practitioners.remove(added, sanne)
    assert practice.desk.practitioners.all() == [added]
    assert practice.audit() == before
    assert practice.visits(TODAY) == ()
