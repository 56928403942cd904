"""The demo practices: a fictional day around the present time, of any moment of any day."""

import re
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reception_assistant.agenda.calling import called
from reception_assistant.agenda.day import Day, Visit
from reception_assistant.agenda.marks import Mark
from reception_assistant.agenda.saying import Manners, is_sober, sayings
from reception_assistant.agenda.visit import Status
from reception_assistant.clock import StandingClock
from reception_assistant.desk import demo
from reception_assistant.desk.opening import Desk, open_desk
from reception_assistant.desk.settings import manners
from reception_assistant.naming.person import PersonName
from reception_assistant.naming.spoken import age_on
from reception_assistant.settings.catalogue import (
    BIRTHDAY,
    CLIENT_TERM,
    DISCIPLINE,
    PRACTICE_NAME,
    WELCOMED,
)
from tests.helpers.practice import TODAY, moment

MOMENTS = ("09:00", "13:37", "23:59", "00:00", "04:10")
FEWEST = 36
A_YEAR, EIGHT_WEEKS, AN_HOUR = timedelta(days=365), timedelta(weeks=8), timedelta(hours=1)
CUES = {
    "first_visit",
    "tense",
    "hard_of_hearing",
    "interpreter",
    "not_aloud",
    "pronunciation",
    "child_with_parent",
    "sensitive",
    "birthday",
    "practitioner_late",
    "waiting_long",
    "moved_twice",
    "no_show_last",
    "no_next",
}
NAMES: dict[str, Callable[[PersonName], bool]] = {
    "own name only": lambda name: name.name_use == "E" and bool(name.surname),
    "partner's name": lambda name: name.name_use == "P" and bool(name.partner_surname),
    "partner's name first": lambda name: name.name_use == "V" and bool(name.partner_surname),
    "own name first": lambda name: name.name_use == "N" and bool(name.partner_surname),
    "prefix": lambda name: " " in name.prefix,
    "prefix without a capital": lambda name: name.prefix in {"'t", "d'"},
    "Belgian": lambda name: name.country == "BE" and name.prefix[:1].isupper(),
    "letters from elsewhere": lambda name: not name.surname.isascii(),
    "title that is spoken": lambda name: name.title_spoken,
    "title that is not": lambda name: bool(name.title) and not name.title_spoken,
    "nobody knows meneer or mevrouw": lambda name: not name.salutation and bool(name.given_name),
    "initials only": lambda name: bool(name.initials) and not name.given_name,
    "surname not known": lambda name: name.surname == "." and not name.partner_surname,
    "two surnames": lambda name: " " in name.surname,
    "wants to hear je": lambda name: name.pronoun == "je",
    "kijk na": lambda name: bool(name.as_received),
}


class Shown(NamedTuple):
    """The demo of a discipline at one o'clock, opened."""

    discipline: str
    desk: Desk
    now: datetime
    day: Day

    @property
    def visits(self) -> tuple[Visit, ...]:
        return self.day.visits

    def cues(self, visit: Visit) -> set[str]:
        return {cue.kind for cue in self.desk.ahead.outlook(self.day).cues(visit, self.now)}

    def sober(self) -> list[Visit]:
        practice = manners(self.desk.settings.all())
        return [visit for visit in self.visits if is_sober(visit, practice)]

    def reach(self) -> tuple[date, date]:
        """Return the first and the last day of the agenda."""
        (source,) = (each.source for each in self.desk.sources.all() if each.source.first_day)
        return date.fromisoformat(source.first_day), date.fromisoformat(source.last_day)

    def other_days(self) -> Iterator[Day]:
        """Give the other days on which somebody is in the agenda."""
        day, last = self.reach()
        while day <= last:
            if day != self.now.date() and (found := self.desk.agenda.day(day, None)).visits:
                yield found
            day += timedelta(days=1)


def shown_of(discipline: str, desk: Desk) -> Shown:
    now = desk.time.now()
    return Shown(discipline, desk, now, desk.agenda.day(now.date(), now))


@pytest.fixture(scope="module", params=demo.DISCIPLINES)
def shown(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Shown]:
    folder, clock = tmp_path_factory.mktemp(request.param), StandingClock(moment(time="13:00"))
    demo.fill(folder, clock, request.param)
    with open_desk(folder, clock=clock) as desk:
        yield shown_of(request.param, desk)


@pytest.mark.parametrize("discipline", demo.DISCIPLINES)
@pytest.mark.parametrize("time", MOMENTS)
@pytest.mark.parametrize("day", [TODAY, date(2026, 3, 29), date(2026, 10, 25)])
def test_a_demo_has_a_full_day_around_now(
    day: date, time: str, discipline: str, tmp_path: Path
) -> None:
    clock = StandingClock(moment(day, time))
    demo.fill(tmp_path, clock, discipline)
    with open_desk(tmp_path, clock=clock) as desk:
        here = desk.time.now()
        visits = desk.agenda.day(here.date(), here).visits
        assert len(visits) >= FEWEST
        assert all(visit.start.date() == here.date() for visit in visits)
        marked = [visit for visit in visits if visit.since]
        assert all(desk.time.from_utc(visit.since) <= here for visit in marked)


def test_without_a_discipline_it_is_the_dentist_of_old(tmp_path: Path) -> None:
    clock = StandingClock(moment())
    demo.fill(tmp_path, clock)
    with open_desk(tmp_path, clock=clock) as desk:
        assert len(desk.agenda.day(TODAY, None).visits) == 40
        assert (desk.staff.at_the_desk().name, desk.settings.all().get(PRACTICE_NAME)) == (
            "Sanne",
            "Tandartspraktijk De Linde",
        )
        assert [each.name for each in desk.staff.everybody()] == ["Marijke", "Sanne"]


@settings(max_examples=12, deadline=None)
@given(
    day=st.dates(date(2026, 1, 1), date(2036, 12, 31)),
    discipline=st.sampled_from(demo.DISCIPLINES),
)
def test_every_cue_can_be_seen_on_any_day(day: date, discipline: str) -> None:
    check_every_cue(day, discipline)


@pytest.mark.parametrize("discipline", demo.DISCIPLINES)
def test_every_cue_can_be_seen_also_on_29_february(discipline: str) -> None:
    check_every_cue(date(2028, 2, 29), discipline)


AFTER = {"open_promise", "overdue_promise", "open_complaint"}
"""What the demo promised, and what somebody complained about."""


def check_every_cue(day: date, discipline: str) -> None:
    clock = StandingClock(moment(day, "13:00"))
    with demo.demo_folder() as folder:
        demo.fill(folder, clock, discipline)
        with open_desk(folder, clock=clock) as desk:
            found = shown_of(discipline, desk)
            wanted = CUES | AFTER | ({"animal_deceased"} if discipline == "dierenarts" else set())
            assert set().union(*map(found.cues, found.visits)) == wanted


def test_the_practice_has_its_own_name_people_and_words(shown: Shown) -> None:
    chosen = shown.desk.settings.all()
    assert chosen.get(DISCIPLINE) == shown.discipline
    assert chosen.get(CLIENT_TERM) == {
        "tandarts": "patiënt",
        "dierenarts": "baasje",
        "huisarts": "patiënt",
        "welzijn": "cliënt",
    }.get(shown.discipline)
    assert chosen.yes(BIRTHDAY)
    assert chosen.yes(WELCOMED)
    assert len(shown.desk.staff.everybody()) == 2
    assert len(shown.desk.agenda.practitioners()) >= 3


def test_the_practices_have_different_names_and_people() -> None:
    names = set()
    for discipline in demo.DISCIPLINES:
        with demo.demo_folder() as folder:
            demo.fill(folder, StandingClock(moment()), discipline)
            with open_desk(folder, clock=StandingClock(moment())) as desk:
                names.add(desk.settings.all().get(PRACTICE_NAME))
                names |= {each.name for each in desk.staff.everybody()}
    assert len(names) == 3 * len(demo.DISCIPLINES)


def test_all_of_the_file_is_understood(shown: Shown) -> None:
    assert all(not view.problems for view in shown.desk.sources.all())


def test_some_came_some_wait_and_some_are_still_to_come(shown: Shown) -> None:
    states = {visit.status for visit in shown.visits}
    assert states == {
        Status.EXPECTED,
        Status.ARRIVED,
        Status.TAKEN_IN,
        Status.LEFT,
        Status.NO_SHOW,
    }
    farewells = {
        sayings(visit, shown.now, Manners()).farewell.rpartition(", ")[2] for visit in shown.visits
    }
    assert len(farewells) > 8


def test_the_card_of_who_is_next_has_something_to_learn_from(shown: Shown) -> None:
    first = shown.day.next_up(shown.now)
    assert first is not None
    assert first.start == shown.now
    assert {"tense", "practitioner_late"} <= shown.cues(first)
    assert first.remark
    soon = [visit for visit in shown.visits if shown.now < visit.start <= shown.now + AN_HOUR]
    kinds = set().union(*map(shown.cues, soon))
    assert len(kinds) >= 4


def test_one_practitioner_runs_late_and_one_person_waits_for_long(shown: Shown) -> None:
    inside = [visit for visit in shown.visits if visit.status is Status.TAKEN_IN]
    late = [each for each in inside if 20 <= minutes_after_time(shown, each) <= 25]
    assert len(late) == 1
    assert all(minutes_after_time(shown, each) < 10 for each in inside if each not in late)
    long_ago = shown.now - timedelta(minutes=20)
    waiting = [each for each in shown.visits if each.status is Status.ARRIVED]
    assert any(each.start <= long_ago and minutes_after_time(shown, each) <= 0 for each in waiting)


def minutes_after_time(shown: Shown, visit: Visit) -> int:
    """Return how long after the time of a visit its status began."""
    return (shown.desk.time.from_utc(visit.since) - visit.start) // timedelta(minutes=1)


def test_the_day_does_not_contradict_itself(shown: Shown) -> None:
    """Nobody sees two at once, or lets somebody wait while nobody is inside."""
    inside = [each.practitioner for each in shown.visits if each.status is Status.TAKEN_IN]
    waited_for = [each.practitioner for each in shown.visits if each.status is Status.ARRIVED]
    assert len(inside) == len(set(inside))
    assert set(waited_for) <= set(inside)
    for practitioner in set(inside):
        own = [each for each in shown.visits if each.practitioner == practitioner]
        begun = [each.status is not Status.EXPECTED for each in own]
        assert begun == sorted(begun, reverse=True), "nobody passes another"
        left = [each.since for each in own if each.status is Status.LEFT]
        went_in = [each.since for each in own if each.status is Status.TAKEN_IN]
        assert max(left, default="") <= min(went_in), "one goes before the next comes"
        coming = [each for each in own if each.status is Status.EXPECTED]
        assert all(
            before.start + timedelta(minutes=before.minutes) <= after.start
            for before, after in pairwise(coming)
        )


def test_there_are_sober_visits_behind_and_ahead(shown: Shown) -> None:
    sober = shown.sober()
    assert {Status.LEFT, Status.EXPECTED} <= {visit.status for visit in sober}
    marked = [visit for visit in sober if Mark.SENSITIVE in visit.marks]
    animals = [visit for visit in sober if visit.animal_deceased]
    by_list = [visit for visit in sober if visit not in marked and visit not in animals]
    assert marked
    if shown.discipline == "dierenarts":
        assert {visit.status for visit in animals} == {Status.LEFT, Status.EXPECTED}
        assert {visit.treatment for visit in sober} >= {"euthanasie"}
    else:
        assert by_list
        assert not animals


def test_a_first_visit_is_known_with_and_without_a_mark(shown: Shown) -> None:
    first = [visit for visit in shown.visits if "first_visit" in shown.cues(visit)]
    assert {Mark.FIRST_VISIT in visit.marks for visit in first} == {True, False}


@pytest.mark.parametrize("kind", NAMES)
def test_every_kind_of_name_is_there(shown: Shown, kind: str) -> None:
    assert any(NAMES[kind](visit.person.name) for visit in shown.visits)


def test_there_are_people_of_every_age(shown: Shown) -> None:
    born = [visit.person.birth_date for visit in shown.visits]
    ages = [age_on(each, TODAY) for each in born if each]
    for lowest, highest in ((0, 11), (12, 17), (18, 30), (31, 65), (66, 79), (80, 100)):
        assert any(lowest <= age <= highest for age in ages), (lowest, highest)
    assert None in born
    assert len({each.month for each in born if each}) > 6, "not all born in one season"


def test_a_name_that_was_not_understood_is_to_be_looked_at(shown: Shown) -> None:
    assert sum(called(visit).look_at for visit in shown.visits) == 1


def test_telephone_numbers_are_fictional_and_of_one_person(shown: Shown) -> None:
    owners: dict[str, set[str]] = {}
    for visit in shown.visits:
        assert re.fullmatch(r"06 11 22 33 \d\d", visit.person.phone)
        owners.setdefault(visit.person.phone, set()).add(visit.person.id)
    assert all(len(people) == 1 for people in owners.values())
    twice = 1 if shown.discipline == "dierenarts" else 0  # somebody comes with two cats
    assert len(owners) == len(shown.visits) - twice


def test_the_vet_sees_animals_of_all_kinds(shown: Shown) -> None:
    animals = [visit for visit in shown.visits if visit.animal]
    if shown.discipline != "dierenarts":
        assert not animals
        return
    assert len(animals) == len(shown.visits)
    assert len({visit.species for visit in animals}) >= 5
    owners: dict[str, set[str]] = {}
    pets: dict[str, set[str]] = {}
    for visit in animals:
        owners.setdefault(visit.animal, set()).add(visit.person.id)
        pets.setdefault(visit.person.id, set()).add(visit.animal)
    assert any(len(people) == 2 for people in owners.values()), "two owners of one animal"
    assert any(len(names) == 2 for names in pets.values()), "two animals of one owner"


def test_the_agenda_reaches_far_enough_back_and_ahead(shown: Shown) -> None:
    first, last = shown.reach()
    assert first < TODAY - A_YEAR - timedelta(days=31)
    assert last > TODAY + EIGHT_WEEKS


def test_on_other_days_people_come_on_working_days_only(shown: Shown) -> None:
    days = list(shown.other_days())
    assert len(days) > FEWEST
    assert all(day.date.weekday() < 5 for day in days)
    before = {each.status for day in days if day.date < TODAY for each in day.visits}
    assert before == {Status.ARRIVED, Status.CANCELLED, Status.NO_SHOW}
    after = [each for day in days if day.date > TODAY for each in day.visits]
    assert {each.status for each in after} == {Status.EXPECTED}
    assert all(not each.marks for each in after), "a mark of today's visit is of today"


def test_a_demo_leaves_nothing_behind() -> None:
    with demo.demo_folder() as folder:
        demo.fill(folder)
        assert (folder / "balie.db").exists()
    assert not folder.exists()


def test_the_next_appointments_are_on_working_days(shown: Shown) -> None:
    later = [visit.following.start for visit in shown.visits if visit.following]
    after_today = [start for start in later if start.date() != TODAY]
    assert len(after_today) > FEWEST / 2
    assert all(start.weekday() < 5 for start in after_today)
    assert max(later) - shown.now > timedelta(days=170)
    without = [visit for visit in shown.visits if not visit.following]
    assert any(visit not in shown.sober() for visit in without)
