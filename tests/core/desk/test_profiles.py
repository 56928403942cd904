"""Profiles: kept under a name, one for the same files, and found again."""

import pytest
from msgspec.structs import replace

from reception_assistant.agenda.profile import (
    CalendarChoices,
    DayOrder,
    Kind,
    NameFrom,
    Profile,
    TableChoices,
)
from reception_assistant.audit.entry import Action
from reception_assistant.changes import Change, Changed
from reception_assistant.desk.profiles import LONGEST_NAME
from reception_assistant.errors import KnownError
from tests.helpers.practice import Practice

ONE = Profile(
    id="1",
    name="Tandprogramma",
    kind=Kind.TABLE,
    signature="naam|wanneer",
    table=TableChoices(
        columns={"datum": "Wanneer", "naam": "Naam"},
        day_order=DayOrder.MONTH_FIRST,
        prefix_in_surname=True,
        table="Blad1",
    ),
)
OTHER = Profile(
    id="2",
    name="Agenda Smit",
    kind=Kind.CALENDAR,
    signature="-//X//|Smit",
    calendar=CalendarChoices(name_from=NameFrom.BEFORE, separator=" - "),
)


def kept(practice: Practice) -> dict[str, str]:
    return {profile.name: profile.signature for profile in practice.desk.profiles.all()}


def test_what_was_chosen_is_kept_as_it_was(practice: Practice) -> None:
    for profile in (ONE, OTHER):
        assert practice.desk.profiles.save(profile, practice.by) == profile
    assert practice.desk.profiles.all() == [OTHER, ONE]


@pytest.mark.parametrize("name", ["Tandprogramma", "tandprogramma", "  TANDPROGRAMMA "])
def test_a_profile_is_found_by_its_name(name: str, practice: Practice) -> None:
    practice.desk.profiles.save(ONE, practice.by)
    assert practice.desk.profiles.named(name) == ONE


def test_spaces_in_a_name_do_not_count(practice: Practice) -> None:
    practice.desk.profiles.save(replace(OTHER, name="  Agenda \t Smit "), practice.by)
    assert practice.desk.profiles.named("Agenda  Smit ").name == "Agenda Smit"


def test_a_name_that_is_not_there_is_told(practice: Practice) -> None:
    with pytest.raises(KnownError, match="geen profiel «Tandprogramma»"):
        practice.desk.profiles.named("Tandprogramma")


@pytest.mark.parametrize("name", ["", "  ", "x" * (LONGEST_NAME + 1)])
def test_a_profile_needs_a_name_that_can_be_shown(name: str, practice: Practice) -> None:
    with pytest.raises(KnownError, match="geen naam"):
        practice.desk.profiles.save(replace(ONE, name=name), practice.by)
    assert kept(practice) == {}


def test_a_profile_for_the_same_files_takes_the_place_of_the_older_one(practice: Practice) -> None:
    practice.desk.profiles.save(ONE, practice.by)
    newer = replace(
        ONE, id="9", name="Nieuw", table=TableChoices(columns={"naam": "Wie"}, table="Blad1")
    )
    found = practice.desk.profiles.save(newer, practice.by)
    assert found == replace(newer, id="1")
    assert practice.desk.profiles.all() == [found]


def test_a_profile_with_the_same_name_takes_the_place_of_the_older_one(practice: Practice) -> None:
    practice.desk.profiles.save(ONE, practice.by)
    newer = replace(ONE, id="9", name="TANDPROGRAMMA", signature="andere|kolommen")
    assert practice.desk.profiles.save(newer, practice.by).id == "1"
    assert kept(practice) == {"TANDPROGRAMMA": "andere|kolommen"}


@pytest.mark.parametrize(
    "other",
    [
        replace(ONE, id="9", name="Ander", signature="andere|kolommen"),
        replace(ONE, id="9", name="Ander", table=TableChoices(table="Blad2")),
        replace(ONE, id="9", name="Ander", kind=Kind.DATABASE),
    ],
)
def test_a_profile_for_other_files_stands_beside_it(other: Profile, practice: Practice) -> None:
    practice.desk.profiles.save(ONE, practice.by)
    assert practice.desk.profiles.save(other, practice.by) == other
    assert len(practice.desk.profiles.all()) == 2


def test_one_name_for_the_files_of_two_profiles_is_refused(practice: Practice) -> None:
    practice.desk.profiles.save(ONE, practice.by)
    practice.desk.profiles.save(OTHER, practice.by)
    with pytest.raises(KnownError, match="al een profiel: «Tandprogramma»"):
        practice.desk.profiles.save(replace(ONE, id="9", name="agenda smit"), practice.by)
    assert len(practice.desk.profiles.all()) == 2


def test_a_profile_may_be_changed_and_get_another_name(practice: Practice) -> None:
    practice.desk.profiles.save(ONE, practice.by)
    changed = replace(ONE, name="Beter", signature="nog|meer")
    assert practice.desk.profiles.save(changed, practice.by) == changed
    assert kept(practice) == {"Beter": "nog|meer"}


def test_who_kept_and_removed_a_profile_is_in_the_audit_and_screens_hear_it(
    practice: Practice,
) -> None:
    heard: list[Change] = []
    practice.desk.changes.listen(heard.append)
    practice.desk.profiles.save(ONE, practice.by)
    practice.desk.profiles.remove(ONE, practice.by)
    assert [each.what for each in heard] == [Changed.SOURCES, Changed.SOURCES]
    actions = [(entry.action, entry.subject_id) for entry in practice.audit()[-2:]]
    assert actions == [(Action.PROFILE_SAVED, "1"), (Action.PROFILE_REMOVED, "1")]
    assert practice.desk.profiles.all() == []
