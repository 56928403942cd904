"""Who is due first stands in front, in the group where the receptionist looks for it."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reception_assistant.follow_ups.follow_up import Kind, Reached
from reception_assistant.follow_ups.grouping import Group, group, grouped, when_words
from tests.core.follow_ups.made import NOW, follow_up, tried

ASKED = {"kind": Kind.THIRD_PARTY, "third_party": "de verzekeraar"}


@pytest.mark.parametrize(
    ("differs", "where"),
    [
        ({"before": "2026-11-23T17:00"}, Group.LATE),
        ({"before": "2026-11-24T09:11"}, Group.LATE),
        ({"before": "2026-11-24T09:12"}, Group.TODAY),
        ({"before": "2026-11-24T17:00"}, Group.TODAY),
        ({"before": "2026-12-04T17:00"}, Group.LATER),
        ({"before": "2026-12-04T17:00", "next_try": "2026-11-24T14:00"}, Group.TODAY),
        ({"before": "2026-12-04T17:00", "next_try": "2026-11-25T09:00"}, Group.LATER),
        ({"before": "2026-11-24T17:00", "next_try": "2026-11-25T09:00"}, Group.TODAY),
        ({"before": "2026-11-23T17:00", "next_try": "2026-11-25T09:00"}, Group.LATE),
    ],
)
def test_the_group_follows_what_was_promised(differs: dict[str, str], where: Group) -> None:
    assert group(follow_up(**differs), NOW) is where


def test_who_was_asked_is_waited_for_until_the_client_waits_too_long() -> None:
    asked = follow_up(**ASKED, attempts=tried(Reached.SPOKEN))
    assert group(asked, NOW) is Group.WAITING
    assert group(asked, datetime.fromisoformat("2026-11-25T09:00")) is Group.LATE
    assert group(follow_up(**ASKED, attempts=tried(Reached.NOT_REACHED)), NOW) is Group.TODAY
    answered = follow_up(**ASKED, attempts=tried(Reached.SPOKEN), answer="het wordt vergoed")
    assert group(answered, NOW) is Group.TODAY


@pytest.mark.parametrize(
    ("differs", "words"),
    [
        ({"before": "2026-11-23T17:00"}, "gisteren voor 17:00"),
        ({"before": "2026-11-24T09:00"}, "vandaag voor 09:00"),
        ({"before": "2026-11-20T12:00"}, "vrijdag 20 november voor 12:00"),
        ({"before": "2025-11-20T12:00"}, "donderdag 20 november 2025 voor 12:00"),
        ({"before": "2026-11-24T16:00"}, "voor 16:00"),
        ({"before": "2026-11-24T12:00", "after": "2026-11-24T11:00"}, "tussen 11:00 en 12:00"),
        ({"before": "2026-11-24T12:00", "after": "2026-11-20T11:00"}, "voor 12:00"),
        (
            {"before": "2026-11-23T12:00", "after": "2026-11-23T11:00"},
            "gisteren tussen 11:00 en 12:00",
        ),
        ({"before": "2026-11-25T12:00"}, "morgen voor 12:00"),
        ({"before": "2026-11-25T17:00"}, "morgen voor 17:00"),
        (
            {"before": "2026-11-25T12:00", "after": "2026-11-25T11:00"},
            "morgen tussen 11:00 en 12:00",
        ),
        ({"before": "2026-12-04T17:00"}, "vrijdag 4 december"),
        ({"before": "2026-12-04T12:00"}, "vrijdag 4 december voor 12:00"),
        ({"before": "2027-01-04T17:00"}, "maandag 4 januari 2027"),
        ({"next_try": "2026-11-24T14:00"}, "vanaf 14:00, voor 17:00"),
        ({"next_try": "2026-11-24T09:00"}, "voor 17:00"),
        ({"next_try": "2026-11-25T09:00"}, "voor 17:00, opnieuw morgen vanaf 09:00"),
        (
            {"before": "2026-12-04T17:00", "next_try": "2026-11-25T09:00"},
            "morgen vanaf 09:00, vrijdag 4 december",
        ),
        ({"before": "2026-11-23T17:00", "next_try": "2026-11-25T09:00"}, "gisteren voor 17:00"),
    ],
)
def test_when_is_said_short(differs: dict[str, str], words: str) -> None:
    assert when_words(follow_up(**differs), NOW) == words


@given(st.lists(st.integers(-3000, 6000), max_size=12))
def test_each_stands_in_one_group_and_soonest_first(minutes: list[int]) -> None:
    day = datetime.fromisoformat("2026-11-24T00:00").timestamp()
    all_of_them = [
        follow_up(
            id=str(number),
            before=datetime.fromtimestamp(day + 60 * each).isoformat(timespec="minutes"),  # noqa: DTZ006  wall time
        )
        for number, each in enumerate(minutes)
    ]
    groups = grouped(all_of_them, NOW)
    assert list(groups) == [Group.LATE, Group.TODAY, Group.LATER, Group.WAITING]
    assert sorted(each.id for found in groups.values() for each in found) == sorted(
        each.id for each in all_of_them
    )
    for found in groups.values():
        assert [each.before for each in found] == sorted(each.before for each in found)
