"""The sources of the agenda: what is told of them, following them, and who may do what."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from reception_assistant.agenda.profile import Profile
from reception_assistant.agenda.readers.trouble import UnclearColumnsError
from reception_assistant.agenda.visit import EventKind
from reception_assistant.audit.entry import Action
from reception_assistant.changes import Change, Changed
from reception_assistant.desk.acting import By
from reception_assistant.desk.agenda_files import take_file
from reception_assistant.desk.importing import How
from reception_assistant.desk.source_choice import OWN_CSV
from reception_assistant.desk.sources import FEWEST_MINUTES, MOST_MINUTES
from reception_assistant.errors import KnownError
from reception_assistant.staff.employee import Role
from reception_assistant.store.removal import Holding
from reception_assistant.store.watches import Watch
from tests.helpers.practice import Practice

HEADER = "datum;tijd;kenmerk;voornaam;achternaam;behandelaar"
JAN = "24-11-2026;09:10;A1;Jan;Vries;Bakker"
EVA = "24-11-2026;09:30;A2;Eva;Berg;Bakker"
HERE = "https://voorbeeld.nl/a.ics"
CALENDAR = """BEGIN:VCALENDAR
X-WR-CALNAME:Kamer 2
BEGIN:VEVENT
UID:1
DTSTART:20261124T100000
SUMMARY:controle - Piet Bos
END:VEVENT
END:VCALENDAR
"""


@pytest.fixture
def ics(tmp_path: Path) -> Path:
    path = tmp_path / "agenda.ics"
    path.write_text(CALENDAR, encoding="utf-8")
    return path


def unknown(folder: Path, name: str = "lijst.csv") -> Path:
    """Write a table of which nobody knows the columns."""
    path = folder / name
    path.write_text("een;twee;drie\n24-11-2026;9:10;Jan Vries\n", encoding="utf-8")
    return path


def saved_profile(practice: Practice, path: Path, name: str = "Atlas") -> Profile:
    """Keep how a file is read."""
    look = practice.desk.assistant.look(take_file(path), [])
    return practice.desk.profiles.save(replace(look.profile, name=name), practice.by)


def receptionist(practice: Practice) -> By:
    return By(practice.desk.staff.add("Sanne", Role.RECEPTIONIST, practice.by))


def watches(practice: Practice) -> list[Watch]:
    return practice.desk.watching.watches()


def test_of_each_source_everything_is_told(practice: Practice, ics: Path) -> None:
    practice.read(HEADER, JAN, EVA)
    practice.mark(EventKind.ARRIVED, "09:10")
    profile = saved_profile(practice, ics, "Zaal")
    practice.desk.imports.import_file(ics, practice.by)
    practice.desk.sources.watch(str(ics), practice.by)
    own, zaal = practice.desk.sources.all()
    assert (own.source.name, own.holding, own.profile, own.watch) == (
        OWN_CSV,
        Holding(2, 1),
        None,
        None,
    )
    assert (zaal.source.name, zaal.holding, zaal.profile) == ("Zaal", Holding(1, 0), profile)
    assert zaal.watch == Watch(zaal.source.id, str(ics))
    assert (own.source.first_day, own.source.last_day) == ("2026-11-24", "2026-11-24")


def test_a_source_is_found_whatever_the_capitals(practice: Practice) -> None:
    practice.read(HEADER, JAN)
    assert practice.desk.sources.named(" Eigen CSV ").source.name == OWN_CSV
    with pytest.raises(KnownError, match="Er is geen bron «Zaal»"):
        practice.desk.sources.named("Zaal")


def test_who_was_added_by_hand_is_no_source(practice: Practice) -> None:
    assert practice.desk.sources.all() == []


def test_a_file_is_followed_into_the_source_that_it_has(practice: Practice, ics: Path) -> None:
    practice.desk.imports.import_file(ics, practice.by)
    (known,) = practice.desk.sources.all()
    assert practice.desk.sources.watch(str(ics), practice.by).id == known.source.id
    practice.read(HEADER, JAN)
    file = practice.file(HEADER, JAN, EVA)
    followed = practice.desk.sources.watch(str(file), practice.by)
    assert followed.name == OWN_CSV
    assert len(practice.desk.sources.all()) == 2


def test_a_file_of_a_profile_feeds_the_source_of_that(practice: Practice, tmp_path: Path) -> None:
    path = unknown(tmp_path)
    profile = saved_profile(practice, path)
    assert practice.desk.sources.watch(str(path), practice.by).profile_id == profile.id


def test_a_folder_is_followed_by_what_is_in_it_now(practice: Practice, ics: Path) -> None:
    practice.desk.imports.import_file(ics, practice.by)
    (known,) = practice.desk.sources.all()
    assert practice.desk.sources.watch(str(ics.parent), practice.by).id == known.source.id


def test_a_place_from_the_keyboard_is_understood(
    practice: Practice, ics: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ics.parent)
    monkeypatch.setenv("HOME", str(ics.parent))
    for place in ("agenda.ics", " ~/agenda.ics\n"):
        practice.desk.sources.watch(place, practice.by)
        assert [watch.place for watch in watches(practice)] == [str(ics)]


@pytest.mark.parametrize(
    "place",
    [
        *("http://voorbeeld.nl/a.ics", "ftp://voorbeeld.nl/a.ics", "https://", "webcal:///a.ics"),
        *("https://[::1/a.ics", "https://voor beeld.nl/a.ics", "", "   ", "er niet.csv", "a\0b"),
        *("~niemand/a.csv", "agenda \udce9.csv"),
    ],
)
def test_a_place_that_is_none_is_refused_and_nothing_is_followed(
    place: str, practice: Practice
) -> None:
    with pytest.raises(KnownError) as caught:
        practice.desk.sources.watch(place, practice.by)
    assert caught.value.advice
    assert (watches(practice), practice.desk.sources.all()) == ([], [])


def test_what_nobody_can_read_is_said_before_it_is_followed(
    practice: Practice, tmp_path: Path
) -> None:
    with pytest.raises(UnclearColumnsError):
        practice.desk.sources.watch(str(unknown(tmp_path)), practice.by)
    (tmp_path / "foto.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(1000))
    with pytest.raises(KnownError):
        practice.desk.sources.watch(str(tmp_path / "foto.png"), practice.by)
    assert watches(practice) == []


@pytest.mark.parametrize(
    ("minutes", "kept"), [(0, FEWEST_MINUTES), (30, 30), (10**6, MOST_MINUTES)]
)
def test_an_address_is_asked_neither_too_often_nor_never(
    minutes: int, kept: int, practice: Practice
) -> None:
    source = practice.desk.sources.watch(HERE, practice.by, minutes=minutes)
    assert watches(practice) == [Watch(source.id, HERE, kept)]
    assert source.name == "voorbeeld.nl"


def test_two_addresses_of_one_website_are_two_sources(practice: Practice) -> None:
    practice.desk.sources.watch(HERE, practice.by)
    other = practice.desk.sources.watch(HERE.replace("a.ics", "b.ics"), practice.by)
    assert other.name == "voorbeeld.nl (2)"
    assert len(watches(practice)) == 2


def test_a_place_is_followed_once(practice: Practice, ics: Path) -> None:
    practice.desk.sources.watch(str(ics), practice.by)
    other = replace(saved_profile(practice, ics), id="zaal", name="Zaal", signature="anders")
    zaal = practice.desk.profiles.save(other, practice.by)
    source = practice.desk.sources.watch(str(ics), practice.by, profile=zaal)
    assert watches(practice) == [Watch(source.id, str(ics))]


def test_what_is_not_followed_any_more_keeps_its_appointments(
    practice: Practice, ics: Path
) -> None:
    practice.desk.imports.import_file(ics, practice.by)
    source = practice.desk.sources.watch(str(ics), practice.by)
    practice.desk.sources.unwatch(source.id, practice.by)
    assert watches(practice) == []
    assert len(practice.visits()) == 1


def test_what_is_not_everybodys_work_is_for_a_manager(practice: Practice, ics: Path) -> None:
    practice.desk.imports.import_file(ics, practice.by)
    source = practice.desk.sources.watch(str(ics), practice.by)
    sanne, desk = receptionist(practice), practice.desk.sources
    for act in (
        lambda: desk.watch(str(ics.parent), sanne),
        lambda: desk.watch(HERE, sanne),
        lambda: desk.unwatch(source.id, sanne),
        lambda: desk.remove(source.id, sanne),
    ):
        with pytest.raises(KnownError, match="beheerder"):
            act()
    assert [watch.place for watch in watches(practice)] == [str(ics)]
    assert len(practice.visits()) == 1


def test_everybody_may_read_a_file_and_keep_how(practice: Practice, tmp_path: Path) -> None:
    sanne = receptionist(practice)
    look = practice.desk.assistant.look(take_file(unknown(tmp_path)), [])
    practice.desk.profiles.save(look.profile, sanne)
    assert practice.desk.imports.import_file(tmp_path / "lijst.csv", sanne).new == 1


def test_the_audit_tells_who_followed_and_removed_and_no_names(
    practice: Practice, ics: Path
) -> None:
    practice.desk.imports.import_file(ics, practice.by)
    source = practice.desk.sources.watch(str(ics), practice.by)
    practice.desk.sources.unwatch(source.id, practice.by)
    practice.desk.sources.remove(source.id, practice.by)
    last = [(entry.action, entry.subject_id, entry.detail) for entry in practice.audit()[-3:]]
    assert last == [
        (Action.SOURCE_WATCHED, source.id, ""),
        (Action.SOURCE_WATCHED, source.id, ""),
        (Action.SOURCE_REMOVED, source.id, "appointments=1"),
    ]


def test_a_removal_is_told_to_the_screens_and_only_once(practice: Practice) -> None:
    """Two windows may have the same button."""
    practice.read(HEADER, JAN)
    source, heard = practice.desk.sources.named(OWN_CSV).source, list[Change]()
    practice.desk.changes.listen(heard.append)
    for _each in range(2):
        practice.desk.sources.remove(source.id, practice.by)
    assert heard == [Change(Changed.DAY | Changed.SOURCES, None)]
    assert [entry.action for entry in practice.audit()].count(Action.SOURCE_REMOVED) == 1


def test_what_was_made_by_hand_cannot_be_removed_as_a_source(practice: Practice) -> None:
    with practice.desk.store.reading() as connection:
        (by_hand,) = connection.execute("SELECT id FROM sources").fetchone()
    practice.desk.sources.remove(by_hand, practice.by)
    practice.read(HEADER, JAN)
    assert len(practice.desk.sources.all()) == 1


def test_following_and_removing_at_once_leaves_nothing(practice: Practice, ics: Path) -> None:
    practice.desk.imports.import_file(ics, practice.by, How())
    source = practice.desk.sources.watch(str(ics), practice.by)
    practice.desk.sources.remove(source.id, practice.by)
    assert (watches(practice), practice.desk.sources.all(), practice.visits()) == ([], [], ())
