"""Following a source: the day follows, and trouble is told once."""

import os
from datetime import timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from reception_assistant.agenda.profile import TableChoices
from reception_assistant.agenda.visit import EventKind
from reception_assistant.changes import Change, Changed
from reception_assistant.desk.acting import By
from reception_assistant.desk.agenda_files import take_file
from reception_assistant.desk.importing import How
from reception_assistant.desk.source_choice import OWN_CSV
from reception_assistant.desk.watching import Followed, Watching
from reception_assistant.staff.employee import Role
from reception_assistant.store.watches import Watch
from tests.helpers.practice import Practice
from tests.helpers.websites import Slow, Website, at_once

HEADER = "datum;tijd;kenmerk;voornaam;achternaam;behandelaar"
JAN = "24-11-2026;09:10;A1;Jan;Vries;Bakker"
EVA = "24-11-2026;09:30;A2;Eva;Berg;Bakker"
RUBBISH = b"\x89PNG\r\n\x1a\n" + bytes(1000)
UNKNOWN = "een;twee;drie\n24-11-2026;9:10;Jan Vries\n"
HERE = "https://voorbeeld.nl/a.ics"


def calendar(*titles: str, name: str = "Kamer 2") -> bytes:
    events = [
        f"BEGIN:VEVENT\r\nUID:{title}\r\nDTSTART:20261124T1{at}0000\r\nSUMMARY:{title}\r\nEND:VEVENT"
        for at, title in enumerate(titles)
    ]
    lines = ("BEGIN:VCALENDAR", f"X-WR-CALNAME:{name}", *events, "END:VCALENDAR", "")
    return "\r\n".join(lines).encode()


class Follower:
    """Follows the sources of a practice, a second at a time; `told` is what was said."""

    def __init__(self, practice: Practice, website: Website | None = None) -> None:
        self.practice = practice
        self.told: list[str] = []
        self.slow: Slow | None = None
        self._website = website
        self.restart()

    def restart(self) -> None:
        """Forget whatever is only held in memory."""
        desk = self.practice.desk
        start = self.slow or at_once
        self.watching = Watching(
            desk.store, desk.imports, desk.clock, opener=self._website, start=start
        )

    def seconds(self, number: int = 5) -> list[Followed]:
        """Let so many seconds pass; return what was read in them."""
        followed: list[Followed] = []
        for _each in range(number):
            self.practice.clock.moment += timedelta(seconds=1)
            found = self.watching.look_at_all(self.watching.watches())
            followed += [self.watching.read(news, self.practice.by) for news in found]
        self.told += [each.trouble for each in followed if each.trouble]
        return followed

    def minutes(self, number: int) -> None:
        """Let so many minutes pass."""
        for _each in range(number):
            self.practice.clock.moment += timedelta(seconds=59)
            self.seconds(1)

    def watch(self) -> Watch:
        """Return the only watch, as it is kept."""
        (watch,) = self.watching.watches()
        return watch


@pytest.fixture
def follower(practice: Practice) -> Follower:
    return Follower(practice)


def write(path: Path, *rows: str) -> Path:
    """Write a file as the practice's system does: other content, a later time."""
    before = path.stat().st_mtime_ns if path.exists() else 10**18
    path.write_text("\n".join((HEADER, *rows, "")), encoding="utf-8")
    os.utime(path, ns=(before + 10**9, before + 10**9))
    return path


def follow(practice: Practice, place: Path | str) -> str:
    return practice.desk.sources.watch(str(place), practice.by).id


def names(practice: Practice) -> list[str]:
    """Return who is in the day."""
    return [
        visit.person.name.surname or visit.person.name.as_received for visit in practice.visits()
    ]


def test_a_day_with_a_folder_that_is_followed(
    practice: Practice, follower: Follower, tmp_path: Path
) -> None:
    """From an empty folder, over a file that comes in two steps, to rubbish and back."""
    folder = tmp_path / "export"
    folder.mkdir()
    follow(practice, folder)
    follower.seconds()
    path = write(folder / "agenda.csv.tmp", JAN)
    follower.seconds()
    assert names(practice) == []
    path = path.rename(folder / "agenda.csv")
    follower.seconds(1)
    write(path, JAN, EVA)  # the second step, before it was a second at rest
    assert names(practice) == []
    follower.seconds(5)
    assert names(practice) == ["Vries", "Berg"]
    path.write_bytes(RUBBISH)
    follower.seconds(5)
    assert names(practice) == ["Vries", "Berg"]
    assert len(follower.told) == 1
    assert follower.watch().trouble == follower.told[0]
    follower.minutes(5)
    assert len(follower.told) == 1
    write(path, JAN)
    follower.seconds()
    assert (names(practice), follower.watch().trouble) == (["Vries", "Berg"], "")
    write(path, JAN, EVA.replace("09:30", "10:30"))
    follower.seconds()
    assert [f"{visit.start:%H:%M}" for visit in practice.visits()] == ["09:10", "10:30"]


def test_a_restart_reads_nothing_twice(
    practice: Practice, follower: Follower, tmp_path: Path
) -> None:
    path = write(tmp_path / "a.csv", JAN)
    follow(practice, path)
    assert len(follower.seconds()) == 1
    follower.restart()
    assert follower.seconds() == []
    write(path, JAN, EVA)
    assert len(follower.seconds()) == 1


def test_where_nothing_changes_nothing_is_written(
    practice: Practice, follower: Follower, tmp_path: Path
) -> None:
    """Each write makes all windows on this data read everything again."""
    gone = write(tmp_path / "a.csv", JAN)
    follow(practice, gone)
    follower.seconds()
    gone.unlink()
    follower.minutes(2)
    assert len(follower.told) == 1
    practice.clock.moment += timedelta(seconds=1)
    assert follower.watching.look_at_all(follower.watching.watches()) == []


def test_trouble_is_told_again_after_it_went_well(
    practice: Practice, follower: Follower, tmp_path: Path
) -> None:
    path = write(tmp_path / "a.csv", JAN)
    follow(practice, path)
    follower.seconds()
    for number in (1, 2):
        aside = path.rename(tmp_path / "weg.csv")
        follower.minutes(3)
        assert len(follower.told) == number
        assert "niet bereikbaar" in follower.watch().trouble
        aside.rename(path)
        follower.seconds()
        assert follower.watch().trouble == ""


def test_trouble_is_forgotten_once_it_went_well_after_a_restart(
    practice: Practice, follower: Follower, tmp_path: Path
) -> None:
    path = write(tmp_path / "a.csv", JAN)
    follow(practice, path)
    follower.seconds()
    aside = path.rename(tmp_path / "weg.csv")
    follower.minutes(2)
    aside.rename(path)
    follower.restart()
    follower.seconds()
    assert follower.watch().trouble == ""


def test_an_empty_folder_that_was_gone_is_well_again(
    practice: Practice, follower: Follower, tmp_path: Path
) -> None:
    folder = tmp_path / "export"
    folder.mkdir()
    follow(practice, folder)
    follower.seconds()
    folder.rmdir()
    follower.minutes(2)
    folder.mkdir()
    follower.seconds()
    assert (follower.watch().trouble, len(follower.told)) == ("", 1)


def test_another_trouble_is_told_and_the_same_one_is_not(
    practice: Practice, follower: Follower, tmp_path: Path
) -> None:
    path = write(tmp_path / "a.csv", JAN)
    follow(practice, path)
    follower.seconds()
    for content in (RUBBISH, RUBBISH + bytes(9), UNKNOWN.encode(), (UNKNOWN + "\n").encode()):
        path.write_bytes(content)
        follower.seconds()
    assert len(follower.told) == 2
    path.unlink()
    follower.minutes(3)
    assert len(follower.told) == 3
    assert names(practice) == ["Vries"]


def test_a_file_of_which_no_row_is_understood_is_trouble(
    practice: Practice, follower: Follower, tmp_path: Path
) -> None:
    path = write(tmp_path / "a.csv", JAN)
    follow(practice, path)
    follower.seconds()
    write(path, JAN.replace("09:10", "25:10"))
    follower.seconds()
    assert follower.told == ["regel 2: Deze tijd bestaat niet."]
    assert names(practice) == ["Vries"]


def test_one_bad_file_in_a_folder_does_not_cost_the_others(
    practice: Practice, follower: Follower, tmp_path: Path
) -> None:
    folder = tmp_path / "export"
    folder.mkdir()
    follow(practice, folder)
    follower.seconds()
    (folder / "a.png").write_bytes(RUBBISH)
    (folder / "b.csv").write_text(UNKNOWN, encoding="utf-8")
    write(folder / "c.csv", JAN)
    follower.seconds()
    assert names(practice) == ["Vries"]
    assert len(follower.told) == 1
    assert follower.watch().trouble


def test_what_cannot_be_kept_now_is_read_later_and_told_once(
    practice: Practice, follower: Follower, tmp_path: Path
) -> None:
    path = write(tmp_path / "a.csv", JAN)
    follow(practice, path)
    left = practice.desk.staff.add("Sanne", Role.RECEPTIONIST, practice.by)
    practice.desk.staff.change(left._replace(active=False), practice.by)
    nobody = By(left._replace(active=False))
    told: list[str] = []
    for _each in range(150):
        practice.clock.moment += timedelta(seconds=1)
        found = follower.watching.look_at_all(follower.watching.watches())
        told += [follower.watching.read(news, nobody).trouble for news in found]
    assert [bool(each) for each in told] == [False, True, False]
    follower.minutes(1)
    assert names(practice) == ["Vries"]


def test_whoever_asks_for_it_hears_at_once_that_it_cannot_be_kept(
    practice: Practice, follower: Follower, tmp_path: Path
) -> None:
    follow(practice, write(tmp_path / "a.csv", JAN))
    left = practice.desk.staff.add("Sanne", Role.RECEPTIONIST, practice.by)
    news = follower.watching.look(follower.watch(), at_once=True)
    assert news is not None
    assert follower.watching.read(news, By(left._replace(active=False))).trouble


def test_what_is_no_longer_followed_is_not_read(
    practice: Practice, follower: Follower, tmp_path: Path
) -> None:
    source = follow(practice, write(tmp_path / "a.csv", JAN))
    news = follower.watching.look(follower.watch(), at_once=True)
    assert news is not None
    practice.desk.sources.unwatch(source, practice.by)
    assert follower.watching.read(news, practice.by) == Followed()
    assert names(practice) == []


def test_a_source_that_is_removed_meanwhile_does_not_come_back(
    practice: Practice, follower: Follower, tmp_path: Path
) -> None:
    path = write(tmp_path / "a.csv", JAN)
    source = follow(practice, path)
    follower.seconds()
    write(path, JAN, EVA)
    news = follower.watching.look(follower.watch(), at_once=True)
    assert news is not None
    practice.desk.sources.remove(source, practice.by)
    follower.watching.read(news, practice.by)
    assert (names(practice), practice.desk.sources.all()) == ([], [])


def test_the_screens_hear_of_trouble_and_of_its_end(practice: Practice, tmp_path: Path) -> None:
    desk, heard = practice.desk, list[Change]()
    watching = Watching(desk.store, desk.imports, desk.clock, desk.changes)
    path = write(tmp_path / "a.csv", JAN)
    follow(practice, path)
    path.unlink()
    desk.changes.listen(heard.append)
    for _each in range(2):
        news = watching.look(watching.watches()[0], at_once=True)
        assert news is not None
        watching.read(news, practice.by)
    assert heard == [Change(Changed.SOURCES, None)]


def test_a_file_that_was_read_by_hand_goes_on_in_its_source(
    practice: Practice, follower: Follower, tmp_path: Path
) -> None:
    path = tmp_path / "kamer.ics"
    path.write_bytes(calendar("Piet Bos"))
    practice.desk.imports.import_file(path, practice.by)
    follow(practice, path)
    (followed,) = follower.seconds()
    assert [outcome.unchanged for outcome in followed.outcomes] == [1]
    assert len(practice.visits()) == 1


def test_the_profile_that_was_chosen_is_the_one_that_counts(
    practice: Practice, follower: Follower, tmp_path: Path
) -> None:
    """Also for a calendar that is called otherwise than the one it was made for."""
    path = tmp_path / "kamer.ics"
    path.write_bytes(calendar("controle - Piet Bos"))
    look = practice.desk.assistant.look(take_file(path), [])
    profile = practice.desk.profiles.save(look.profile, practice.by)
    path.write_bytes(calendar("controle - Piet Bos", name="Kamer 3"))
    practice.desk.sources.watch(str(path), practice.by, profile=profile)
    follower.seconds()
    assert [visit.treatment for visit in practice.visits()] == ["controle"]
    assert [view.source.name for view in practice.desk.sources.all()] == [profile.name]


def test_a_table_with_one_more_column_than_its_profile_knows_is_read(
    practice: Practice, follower: Follower, tmp_path: Path
) -> None:
    path = tmp_path / "a.csv"
    path.write_text("een;twee;drie\n24-11-2026;9:10;Jan Vries\n", encoding="utf-8")
    look = practice.desk.assistant.look(take_file(path), [])
    chosen = TableChoices(columns={"datum": "een", "tijd": "twee", "naam": "drie"})
    practice.desk.profiles.save(replace(look.profile, name="Atlas", table=chosen), practice.by)
    follow(practice, path)
    follower.seconds()
    path.write_text("een;nul;twee;drie\n24-11-2026;x;9:20;Jan Vries\n", encoding="utf-8")
    follower.seconds()
    assert [f"{visit.start:%H:%M}" for visit in practice.visits()] == ["09:10", "09:20"]
    write(path, JAN)  # a table that tells by itself what is what needs no profile
    follower.seconds()
    assert follower.told == []


def test_a_web_calendar_is_asked_at_once_and_then_at_its_interval(practice: Practice) -> None:
    website = Website(calendar("Piet Bos"), calendar("Piet Bos", "An Dam"))
    follower = Follower(practice, website)
    practice.desk.sources.watch(HERE, practice.by, minutes=10)
    follower.seconds(2)
    assert names(practice) == ["Piet Bos"]
    follower.minutes(9)
    assert website.asked == [HERE]
    follower.minutes(1)
    assert names(practice) == ["Piet Bos", "An Dam"]


def test_a_web_calendar_that_is_the_same_is_not_read_again(practice: Practice) -> None:
    follower = Follower(practice, Website(calendar("Piet Bos")))
    practice.desk.sources.watch(HERE, practice.by, minutes=5)
    follower.minutes(30)
    assert len(practice.desk.sources.all()[0].readings) == 1


def test_nothing_is_asked_that_nobody_chose(practice: Practice, tmp_path: Path) -> None:
    website = Website(calendar("Piet Bos"))
    follower = Follower(practice, website)
    source = follow(practice, HERE)
    practice.desk.sources.unwatch(source, practice.by)
    follower.minutes(60)
    assert website.asked == []


def test_a_website_that_is_down_is_told_once_and_asked_again(practice: Practice) -> None:
    website = Website(
        calendar("Piet Bos"), TimeoutError(), TimeoutError(), calendar("Piet Bos"), TimeoutError()
    )
    follower = Follower(practice, website)
    practice.desk.sources.watch(HERE, practice.by, minutes=5)
    follower.minutes(11)
    assert (len(website.asked), len(follower.told)) == (3, 1)
    assert follower.watch().trouble == follower.told[0]
    follower.minutes(5)
    assert follower.watch().trouble == ""
    follower.minutes(5)
    assert len(follower.told) == 2
    assert names(practice) == ["Piet Bos"]


def test_a_login_page_is_trouble_and_the_day_stays(practice: Practice) -> None:
    page = b"<!DOCTYPE html><html><head><title>Login</title></head><body>a;b</body></html>"
    follower = Follower(practice, Website(calendar("Piet Bos"), page))
    practice.desk.sources.watch(HERE, practice.by, minutes=5)
    follower.minutes(6)
    assert names(practice) == ["Piet Bos"]
    assert len(follower.told) == 1


def test_a_slow_website_does_not_hold_up_a_file(
    practice: Practice, follower: Follower, tmp_path: Path
) -> None:
    follower = Follower(practice, Website(calendar("Piet Bos")))
    follower.slow = Slow()
    follower.restart()
    follow(practice, HERE)
    follow(practice, write(tmp_path / "a.csv", JAN))
    follower.seconds(3)
    assert names(practice) == ["Vries"]
    follower.slow.finish()
    follower.seconds(1)
    assert names(practice) == ["Vries", "Piet Bos"]


def test_a_website_that_never_answers_is_given_up_and_asked_again(practice: Practice) -> None:
    website = Website(calendar("Piet Bos"))
    follower = Follower(practice, website)
    follower.slow = Slow()
    follower.restart()
    practice.desk.sources.watch(HERE, practice.by, minutes=5)
    follower.seconds(39)
    assert follower.told == []
    follower.seconds(2)
    assert len(follower.told) == 1
    follower.minutes(5)
    follower.slow.finish()
    follower.seconds(1)
    assert names(practice) == ["Piet Bos"]


def test_whoever_follows_an_address_anew_sees_it_at_once(practice: Practice) -> None:
    """After a mistake was mended at the other side, say."""
    follower = Follower(practice, Website(TimeoutError(), calendar("Piet Bos")))
    follow(practice, HERE)
    follower.seconds(2)
    follow(practice, HERE)
    follower.seconds(2)
    assert names(practice) == ["Piet Bos"]


def test_a_web_calendar_that_was_read_as_a_file_before_is_in_the_day_once(
    practice: Practice, tmp_path: Path
) -> None:
    path = tmp_path / "download.ics"
    path.write_bytes(calendar("Piet Bos", "An Dam"))
    practice.desk.imports.import_file(path, practice.by)
    practice.mark(EventKind.ARRIVED, "10:00")
    follower = Follower(practice, Website(calendar("Piet Bos", "An Dam")))
    follow(practice, HERE)
    follower.seconds(2)
    (view,) = practice.desk.sources.all()
    assert view.watch is not None
    assert (view.watch.place, view.source.name) == (HERE, "Kamer 2")
    assert names(practice) == ["Piet Bos", "An Dam"]
    assert practice.visit("10:00").status == "arrived"


def test_a_web_calendar_that_gets_a_profile_later_is_in_the_day_once(
    practice: Practice, tmp_path: Path
) -> None:
    """The way of the assistant: follow, see that the names are odd, say how, and read the file."""
    titles = ("controle - Piet Bos", "vulling - An Dam")
    follower = Follower(practice, Website(calendar(*titles)))
    follow(practice, HERE)
    follower.seconds(2)
    path = tmp_path / "download.ics"
    path.write_bytes(calendar(*titles))
    look = practice.desk.assistant.look(take_file(path), [])
    practice.desk.profiles.save(look.profile, practice.by)
    practice.desk.imports.import_file(path, practice.by)
    (view,) = practice.desk.sources.all()
    assert view.watch is not None
    assert [visit.treatment for visit in practice.visits()] == ["controle", "vulling"]


def test_an_address_that_is_followed_again_feeds_what_it_fed(practice: Practice) -> None:
    follower = Follower(practice, Website(calendar("Piet Bos")))
    source = follow(practice, HERE)
    follower.seconds(2)
    practice.desk.sources.unwatch(source, practice.by)
    assert follow(practice, HERE) == source
    follower.seconds(2)
    assert names(practice) == ["Piet Bos"]


def test_an_empty_folder_becomes_the_source_that_its_first_file_belongs_to(
    practice: Practice, follower: Follower, tmp_path: Path
) -> None:
    practice.read(HEADER, JAN)
    folder = tmp_path / "export"
    folder.mkdir()
    follow(practice, folder)
    assert len(practice.desk.sources.all()) == 2
    write(folder / "a.csv", JAN, EVA)
    follower.seconds()
    (view,) = practice.desk.sources.all()
    assert (view.source.name, view.watch and view.watch.place) == (OWN_CSV, str(folder))
    assert names(practice) == ["Vries", "Berg"]
    write(folder / "b.csv", JAN, EVA.replace("Berg", "Dam"))
    follower.seconds()
    assert names(practice) == ["Vries", "Dam"]


def test_a_calendar_in_a_folder_that_was_empty_is_known_when_read_by_hand(
    practice: Practice, follower: Follower, tmp_path: Path
) -> None:
    folder = tmp_path / "export"
    folder.mkdir()
    follow(practice, folder)
    follower.seconds()
    path = folder / "a.ics"
    path.write_bytes(calendar("Piet Bos"))
    follower.seconds()
    outcome = practice.desk.imports.import_file(path, practice.by, How())
    assert (outcome.unchanged, outcome.source) == (1, "export")
