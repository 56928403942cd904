"""What lies at a watched place: what of it is new, at rest, and to be read."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reception_assistant.desk.watched_place import (
    Found,
    Seen,
    WatchedFiles,
    as_gone,
    is_address,
    look_at,
    newest_file,
    seen_text,
    to_read,
    was_gone,
)
from reception_assistant.errors import KnownError
from reception_assistant.store.watches import Watch

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
HOUR = 3_600_000_000_000
SEEN = st.builds(Seen, st.text(max_size=8), st.integers(1, 9_999), st.integers(0, 10 * HOUR))
FOUND = st.lists(SEEN, unique_by=lambda seen: seen.name, max_size=6).map(
    lambda found: tuple(sorted(found, key=lambda seen: (seen.time, seen.name)))
)


def write(path: Path, text: str = "x", *, hours: float = 0) -> Path:
    """Write a file so many hours after the first."""
    path.write_text(text, encoding="utf-8")
    os.utime(path, ns=(int(hours * HOUR), int(hours * HOUR)))
    return path


class Place:
    """A watched place and the clock, with what was seen there last."""

    def __init__(self, path: Path, seen: str = "") -> None:
        self.files, self.seen, self.now = WatchedFiles(str(path)), seen, NOON
        self.path = path

    def look(self, *, at_once: bool = False) -> Found | None:
        found = self.files.look(
            Watch("s", str(self.path), seen=self.seen), self.now, at_once=at_once
        )
        if found is not None:
            self.seen = found.seen
        return found

    def seconds(self, number: float) -> Found | None:
        """Look after so many seconds."""
        self.now += timedelta(seconds=number)
        return self.look()

    def names(self, number: float = 1) -> list[str]:
        """Return what is read after a look, and another one so many seconds later."""
        first = self.look()
        assert first is None
        found = self.seconds(number)
        return [file.name for file in found.files] if found else []


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "export"
    path.mkdir()
    return path


@pytest.mark.parametrize(
    "place", ["https://voorbeeld.nl/a.ics", "webcal://voorbeeld.nl/a", "WEBCALS://voorbeeld.nl"]
)
def test_safe_addresses_are_known(place: str) -> None:
    assert is_address(place)


@pytest.mark.parametrize("place", ["/home/a.csv", "C:\\Export", "//server/map", "https", "a:b"])
def test_a_path_is_no_address(place: str) -> None:
    assert not is_address(place)


@pytest.mark.parametrize("place", ["http://voorbeeld.nl/a.ics", "HTTP://x", "ftp://voorbeeld.nl"])
def test_an_address_on_which_others_read_along_is_refused(place: str) -> None:
    with pytest.raises(KnownError, match="https"):
        is_address(place)


def test_a_file_is_read_once_size_and_time_are_the_same_for_a_second(tmp_path: Path) -> None:
    place = Place(write(tmp_path / "a.csv"))
    assert place.look() is None
    assert place.seconds(0.9) is None
    found = place.seconds(0.1)
    assert found is not None
    assert [(file.name, file.data) for file in found.files] == [("a.csv", b"x")]
    assert place.seconds(60) is None


@pytest.mark.parametrize(("text", "hours"), [("xx", 0), ("x", 1)])
def test_another_size_or_another_time_is_another_file(
    text: str, hours: float, tmp_path: Path
) -> None:
    path = write(tmp_path / "a.csv")
    place = Place(path)
    assert place.names() == ["a.csv"]
    write(path, text, hours=hours)
    assert place.names() == ["a.csv"]


def test_a_file_that_still_grows_is_waited_for(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv")
    place = Place(path)
    for size in range(2, 10):
        assert place.seconds(0.9) is None
        write(path, "x" * size)
    assert place.seconds(0.9) is None
    found = place.seconds(1)
    assert found is not None
    assert found.files[0].data == b"x" * 9


def test_a_database_that_changes_in_its_helper_file_is_another(tmp_path: Path) -> None:
    path = write(tmp_path / "agenda.db")
    place = Place(path)
    assert place.names() == ["agenda.db"]
    write(tmp_path / "agenda.db-wal", "more", hours=1)
    assert place.names() == ["agenda.db"]
    write(tmp_path / "agenda.db-wal", "less", hours=2)
    assert place.names() == ["agenda.db"]


def test_a_clock_that_is_put_back_keeps_nobody_waiting(tmp_path: Path) -> None:
    place = Place(write(tmp_path / "a.csv"))
    assert place.look() is None
    assert place.seconds(-3600) is None
    assert place.seconds(1) is not None


def test_at_first_only_the_last_export_of_a_folder_is_read(folder: Path) -> None:
    write(folder / "vorige week.csv", hours=1)
    write(folder / "net te oud.csv", hours=99)
    write(folder / "b.csv", hours=99.5)
    write(folder / "a.csv", hours=100)
    assert Place(folder).names() == ["b.csv", "a.csv"]


def test_afterwards_whatever_is_new_or_changed_is_read_oldest_first(folder: Path) -> None:
    write(folder / "oud.csv", hours=1)
    write(folder / "a.csv", hours=100)
    place = Place(folder)
    assert place.names() == ["a.csv"]
    write(folder / "a.csv", hours=103)
    write(folder / "z.csv", hours=102)
    write(folder / "nagekomen.csv", hours=2)
    assert place.names() == ["nagekomen.csv", "z.csv", "a.csv"]


def test_whatever_comes_into_an_empty_folder_is_new(folder: Path) -> None:
    place = Place(folder)
    found = place.look()
    assert found is not None
    assert found.files == ()
    write(folder / "a.csv", hours=1)
    write(folder / "b.csv", hours=9)
    assert place.names() == ["a.csv", "b.csv"]


def test_a_folder_that_is_emptied_is_looked_at_once(folder: Path) -> None:
    path = write(folder / "a.csv")
    place = Place(folder)
    assert place.names() == ["a.csv"]
    path.unlink()
    assert place.look() is not None
    assert place.seconds(1) is None
    write(path, hours=5)
    assert place.names() == ["a.csv"]


@pytest.mark.parametrize(
    "name",
    [
        *("a.csv.tmp", "a.CSV.PART", "~$agenda.xlsx", ".agenda.csv", "agenda.csv.crdownload"),
        *("a.filepart", "agenda.lock", "agenda.bak", "agenda.csv~", "Thumbs.db", "desktop.ini"),
        *("agenda.db-wal", "agenda.db-shm", "agenda.db-journal"),
    ],
)
def test_what_is_not_finished_or_no_agenda_is_passed_over(name: str, folder: Path) -> None:
    write(folder / "a.csv", hours=1)
    write(folder / name, hours=2)
    (folder / "map").mkdir()
    (folder / "weg.csv").symlink_to(folder / "er niet")
    assert [seen.name for seen in look_at(folder)] == ["a.csv"]
    assert newest_file(folder) == folder / "a.csv"


def test_a_sign_that_the_export_is_done_is_no_agenda(folder: Path) -> None:
    """Many programs write an empty file when they are done."""
    write(folder / "a.csv", hours=1)
    write(folder / "klaar.ok", "", hours=2)
    assert Place(folder).names() == ["a.csv"]


def test_a_file_that_was_emptied_to_be_written_is_waited_for(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv")
    place = Place(path)
    assert place.names() == ["a.csv"]
    write(path, "", hours=1)
    for _each in range(30):
        assert place.seconds(1) is None
    write(path, "y", hours=1)
    assert place.names() == ["a.csv"]


def test_one_file_that_never_rests_does_not_hold_up_the_others(folder: Path) -> None:
    write(folder / "a.csv", hours=1)
    log = write(folder / "export.log", hours=1)
    place = Place(folder)
    assert place.look() is None
    write(log, "xx", hours=1.1)
    found = place.seconds(1)
    assert found is not None
    assert [file.name for file in found.files] == ["a.csv"]
    for size in range(3, 9):
        write(log, "x" * size, hours=1.1)
        assert place.seconds(1) is None


def test_a_place_that_is_gone_for_less_than_a_minute_says_nothing(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv")
    place = Place(path)
    assert place.names() == ["a.csv"]
    path.unlink()
    for _each in range(59):
        assert place.seconds(1) is None
    write(path)
    assert place.seconds(1) is None  # the same file: nothing to read
    path.unlink()
    assert place.seconds(1) is None
    assert place.seconds(59) is None
    with pytest.raises(KnownError, match="niet bereikbaar"):
        place.seconds(1)


def test_whoever_asks_at_once_hears_at_once(tmp_path: Path) -> None:
    with pytest.raises(KnownError):
        Place(tmp_path / "er niet").look(at_once=True)


def test_a_restart_knows_what_was_seen(folder: Path) -> None:
    write(folder / "a.csv", hours=1)
    write(folder / "b.csv", hours=1.1)
    place = Place(folder)
    assert place.names() == ["a.csv", "b.csv"]
    again = Place(folder, place.seen)
    assert again.names() == []
    write(folder / "b.csv", "anders", hours=1.2)
    assert again.names() == ["b.csv"]


def test_at_once_nothing_that_was_missed_is_passed_over(folder: Path) -> None:
    write(folder / "a.csv", hours=1)
    place = Place(folder)
    assert place.names() == ["a.csv"]
    write(folder / "vrijdag.csv", hours=50)
    write(folder / "maandag.csv", hours=100)
    found = place.look(at_once=True)
    assert found is not None
    assert [file.name for file in found.files] == ["vrijdag.csv", "maandag.csv"]
    found = place.look(at_once=True)
    assert found is not None
    assert [file.name for file in found.files] == ["maandag.csv"]


@pytest.fixture
def shut(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """Give the names of files that another program keeps to itself, as Windows lets it."""
    names: set[str] = set()
    real = Path.open

    def refusing(path: Path, *arguments: Any, **options: Any) -> IO[Any]:
        if path.name in names:
            raise PermissionError(13, "being used by another process")
        file: IO[Any] = real(path, *arguments, **options)
        return file

    monkeypatch.setattr(Path, "open", refusing)
    return names


def test_a_file_that_another_program_keeps_is_read_once_it_lets_go(
    tmp_path: Path, shut: set[str]
) -> None:
    place = Place(write(tmp_path / "a.csv"))
    shut.add("a.csv")
    assert place.names() == []
    for _each in range(30):
        assert place.seconds(1) is None
    shut.clear()
    found = place.seconds(1)
    assert found is not None
    assert [file.name for file in found.files] == ["a.csv"]


def test_a_file_that_is_kept_for_a_minute_is_told_and_still_read_later(
    tmp_path: Path, shut: set[str]
) -> None:
    place = Place(write(tmp_path / "a.csv"))
    shut.add("a.csv")
    place.names()
    found = place.seconds(60)
    assert found is not None
    assert "kan niet worden gelezen" in found.trouble
    shut.clear()
    found = place.seconds(1)
    assert found is not None
    assert ([file.name for file in found.files], found.trouble) == (["a.csv"], "")


def test_newer_files_wait_a_minute_for_one_that_is_kept_and_no_longer(
    folder: Path, shut: set[str]
) -> None:
    """In that order, or what is older would be read over what is newer."""
    place = Place(folder)
    place.look()
    for hours, name in enumerate(("a.csv", "b.csv", "c.csv")):
        write(folder / name, hours=hours)
    shut.add("b.csv")
    assert place.names() == ["a.csv"]
    assert place.seconds(58) is None
    found = place.seconds(2)
    assert found is not None
    assert ([file.name for file in found.files], bool(found.trouble)) == (["c.csv"], True)
    shut.clear()
    assert place.seconds(1) is None
    write(folder / "b.csv", "opnieuw", hours=9)
    assert place.names() == ["b.csv"]


def test_a_file_that_is_too_large_is_told_and_the_others_are_read(folder: Path) -> None:
    place = Place(folder)
    place.look()
    with write(folder / "a.csv", hours=1).open("ab") as file:
        file.truncate(500_000_000)
    os.utime(folder / "a.csv", ns=(HOUR, HOUR))
    write(folder / "b.csv", hours=2)
    assert place.look() is None
    found = place.seconds(1)
    assert found is not None
    assert [file.name for file in found.files] == ["b.csv"]
    assert "te groot" in found.trouble
    assert place.seconds(1) is None


def test_a_file_that_is_written_while_it_is_read_is_left_for_the_next_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path / "a.csv")
    real, texts = Path.open, ["xx"]

    def written_meanwhile(opened: Path, *arguments: Any, **options: Any) -> IO[Any]:
        file: IO[Any] = real(opened, *arguments, **options)
        if "rb" in arguments and texts:
            write(path, texts.pop(), hours=1)
        return file

    place = Place(path)
    monkeypatch.setattr(Path, "open", written_meanwhile)
    assert place.names() == []
    assert place.look() is None
    found = place.seconds(1)
    assert found is not None
    assert found.files[0].data == b"xx"


def test_many_large_files_are_taken_a_few_at_a_time(folder: Path) -> None:
    place = Place(folder)
    place.look()
    for number in range(4):
        with write(folder / f"{number}.csv").open("ab") as file:
            file.truncate(40_000_000)
        os.utime(folder / f"{number}.csv", ns=(number * HOUR, number * HOUR))
    assert place.names() == ["0.csv", "1.csv"]
    found = place.look()
    assert found is not None
    assert [file.name for file in found.files] == ["2.csv", "3.csv"]
    assert place.seconds(1) is None


NAMES = st.sampled_from(["a.csv", "b.csv", "c.csv"])
HAPPENINGS = st.lists(
    st.one_of(
        st.tuples(st.just("write"), NAMES),
        st.tuples(st.just("remove"), NAMES),
        st.tuples(st.just("second"), st.just("")),
        st.tuples(st.just("restart"), st.just("")),
    ),
    max_size=25,
)


@given(happenings=HAPPENINGS)
def test_whatever_happens_all_that_stays_is_read_once(happenings: list[tuple[str, str]]) -> None:
    with TemporaryDirectory() as name:
        folder, read = Path(name), list[bytes]()
        place = Place(folder)
        place.look()
        for number, (what, which) in enumerate((*happenings, *[("second", "")] * 3)):
            if what == "write":
                write(folder / which, f"{which} {number}", hours=number)
            elif what == "remove":
                (folder / which).unlink(missing_ok=True)
            elif what == "restart":
                place = Place(folder, place.seen)
            elif found := place.seconds(1):
                read += [file.data for file in found.files]
        assert len(read) == len(set(read))
        assert {path.read_bytes() for path in folder.iterdir()} <= set(read)


@given(found=FOUND)
def test_what_was_seen_is_not_read_again(found: tuple[Seen, ...]) -> None:
    assert to_read(found, seen_text(found)) == ()
    assert seen_text(found)


@given(found=FOUND, before=FOUND)
def test_of_what_is_new_nothing_is_passed_over(
    found: tuple[Seen, ...], before: tuple[Seen, ...]
) -> None:
    """Whatever letters a name holds."""
    new = tuple(seen for seen in found if seen not in before)
    assert to_read(found, seen_text(before)) == new
    assert set(new) <= set(to_read(found, seen_text(before), anew=True))


@given(found=FOUND)
def test_what_is_kept_of_a_place_is_text_that_comes_back(found: tuple[Seen, ...]) -> None:
    kept = seen_text(found)
    assert kept.encode("ascii").decode() == kept
    assert was_gone(as_gone(kept))
    assert not was_gone(kept)
    assert as_gone(as_gone(kept)) == as_gone(kept)
    assert to_read(found, as_gone(kept)) == ()


def test_a_name_that_is_no_text_is_kept_all_the_same(folder: Path) -> None:
    write(folder / "agenda \udce9.csv")
    write(folder / "regel\nregel.csv")
    place = Place(folder)
    assert len(place.names()) == 2
    place.seen.encode()
    assert Place(folder, place.seen).names() == []
