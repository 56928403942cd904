"""The demo practice: a fictional day around the present time, of any moment of any day."""

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from reception_assistant.agenda.saying import Manners, sayings
from reception_assistant.agenda.visit import Status
from reception_assistant.clock import StandingClock
from reception_assistant.desk import demo
from reception_assistant.desk.opening import open_desk
from reception_assistant.settings.catalogue import PRACTICE_NAME
from tests.helpers.practice import moment

MOMENTS = ("09:00", "13:37", "23:59", "00:00", "04:10")


@pytest.mark.parametrize("time", MOMENTS)
@pytest.mark.parametrize("day", [date(2026, 11, 24), date(2026, 3, 29), date(2026, 10, 25)])
def test_the_demo_has_forty_appointments_around_now(day: date, time: str, tmp_path: Path) -> None:
    clock = StandingClock(moment(day, time))
    demo.fill(tmp_path, clock)
    with open_desk(tmp_path, clock=clock) as desk:
        here = desk.time.now()
        visits = desk.agenda.day(here.date(), here).visits
        assert len(visits) == 40
        assert all(visit.start.date() == here.date() for visit in visits)
        marked = [visit for visit in visits if visit.since]
        assert all(desk.time.from_utc(visit.since) <= here for visit in marked)
        assert (desk.staff.at_the_desk().name, desk.settings.all().get(PRACTICE_NAME)) == (
            "Sanne",
            "Tandartspraktijk De Linde",
        )


def test_in_the_middle_of_a_day_some_came_and_some_are_still_to_come(tmp_path: Path) -> None:
    clock = StandingClock(moment(time="13:00"))
    demo.fill(tmp_path, clock)
    with open_desk(tmp_path, clock=clock) as desk:
        day = desk.agenda.day(desk.time.now().date(), desk.time.now())
        states = {visit.status for visit in day.visits}
        assert states >= {Status.EXPECTED, Status.ARRIVED, Status.LEFT, Status.NO_SHOW}
        awaited = [visit for visit in day.visits if visit.status is Status.EXPECTED]
        assert awaited
        farewells = {
            sayings(visit, desk.time.now(), Manners()).farewell.rpartition(", ")[2]
            for visit in day.visits
        }
        assert len(farewells) > 8


def test_the_demo_shows_every_kind_of_name(tmp_path: Path) -> None:
    clock = StandingClock(moment())
    demo.fill(tmp_path, clock)
    with open_desk(tmp_path, clock=clock) as desk:
        visits = desk.agenda.day(desk.time.now().date(), None).visits
    names = [visit.person.name for visit in visits]
    assert {name.name_use for name in names} >= {"E", "P", "V", "N"}
    assert {name.country for name in names} == {"NL", "BE"}
    assert any(name.title_spoken for name in names)
    assert any(not name.salutation for name in names)


def test_a_demo_leaves_nothing_behind() -> None:
    with demo.demo_folder() as folder:
        demo.fill(folder)
        assert (folder / "balie.db").exists()
    assert not folder.exists()


def test_the_next_appointments_of_the_demo_are_on_working_days(tmp_path: Path) -> None:
    clock = StandingClock(moment())
    demo.fill(tmp_path, clock)
    with open_desk(tmp_path, clock=clock) as desk:
        visits = desk.agenda.day(desk.time.now().date(), desk.time.now()).visits
    later = [visit.following.start for visit in visits if visit.following]
    assert later
    after_today = [start for start in later if start.date() != visits[0].start.date()]
    assert all(start.weekday() < 5 for start in after_today)
    assert max(later) - datetime.fromisoformat("2026-11-24T00:00") > timedelta(days=180)
