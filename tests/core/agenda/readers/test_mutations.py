"""Files that went wrong in every way: whatever the bytes, an answer and never an error of ours."""

import io
import random
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from reception_assistant.agenda.profile import (
    CalendarChoices,
    Kind,
    NameFrom,
    PractitionerFrom,
    Profile,
    TableChoices,
    TreatmentFrom,
)
from reception_assistant.agenda.readers.kinds import kind_of
from reception_assistant.desk.agenda_files import AgendaFile, AgendaFiles, take_file
from reception_assistant.errors import KnownError
from tests.core.agenda.readers.seeds import SEEDS, database_seed
from tests.helpers.practice import Practice

ALL = 100_000
"""So many files go wrong in the long run, over all readers together."""
_FEW = 150
_PARTS = 5
"""So many tests share them for each reader, because none may take a minute."""
_DATABASES = 2_000  # each is a file on the disk

_PIECES = (
    *(b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b'"', b"'", b"\r", b"\n", b"\r\n", b";", b",", b"\t"),
    *(b"{", b"}", b"[", b"]", b":", b"null", b"-1", b"1e999", b"99999999999999999999", b"\\u0000"),
    *(b"BEGIN:VEVENT\r\n", b"END:VEVENT\r\n", b"RRULE:FREQ=SECONDLY\r\n", b"DTSTART:", b"TZID=x:"),
    *(b"RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30\r\n", b"EXDATE:2026", b"=", b"\xe2\x80\xae"),
    *(b"31-2-2026", b"24:00", b"0000-00-00", b"29-02-2100", b"\xed\xa0\x80", b"PK\x03\x04", b"<"),
)
_PROFILE = Profile(
    id="x",
    name="x",
    kind=Kind.TABLE,
    signature="x",
    table=TableChoices(
        columns={"datum": "Wanneer", "tijd": "Wanneer", "naam": "Wie", "eindtijd": "Tot"},
        prefix_in_surname=True,
    ),
    calendar=CalendarChoices(
        name_from=NameFrom.BEFORE,
        separator=" - ",
        treatment_from=TreatmentFrom.REST,
        practitioner_from=PractitionerFrom.CALENDAR,
    ),
)


def mutated(data: bytes, chance: random.Random) -> bytes:
    """Return `data` after a few accidents."""
    spoiled = bytearray(data)
    for _each in range(chance.choice((1, 1, 1, 2, 3, 8))):
        at = chance.randrange(len(spoiled) + 1)
        kind = chance.randrange(7)
        if kind == 0 and spoiled:
            spoiled[at % len(spoiled)] = chance.randrange(256)
        elif kind == 1:
            del spoiled[at : at + chance.choice((1, 2, 10, 100))]
        elif kind == 2:
            spoiled[at:at] = chance.choice(_PIECES)
        elif kind == 3:
            some = spoiled[at : at + chance.choice((5, 50, 300))]
            spoiled[at:at] = some * chance.choice((1, 2, 20))
        elif kind == 4:
            del spoiled[at:]
        elif kind == 5:
            other = chance.randrange(len(spoiled) + 1)
            spoiled[at : at + 20], spoiled[other : other + 20] = (
                spoiled[other : other + 20],
                spoiled[at : at + 20],
            )
        else:
            lines = bytes(spoiled).splitlines(keepends=True)
            chance.shuffle(lines)
            spoiled = bytearray(b"".join(lines))
    return bytes(spoiled)


def repacked(data: bytes, chance: random.Random) -> bytes:
    """Return a packed file of which one part inside met with accidents."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        names = old.namelist()
        victim = chance.choice(names)
        for name in names:
            part = old.read(name)
            new.writestr(name, mutated(part, chance) if name == victim else part)
    return made.getvalue()


def spoiled_files(seed: bytes, chance: random.Random) -> Iterator[bytes]:
    """Give one spoiled file after another."""
    packed = seed.startswith(b"PK")
    while True:
        inside = packed and chance.random() < 0.7  # most of those can be opened
        yield repacked(seed, chance) if inside else mutated(seed, chance)


def check(files: AgendaFiles, file: AgendaFile, profile: Profile | None) -> None:
    """Read `file`: something is new, rejected or remarked, or the user hears what is wrong."""
    try:
        reading = files.read(file, profile, None, lambda _part: None)
    except KnownError as error:
        told = bool(str(error))
    else:
        told = bool(reading.rows or reading.rejected or reading.remarks)
    assert told


@pytest.mark.parametrize("name", SEEDS)
def test_some_files_that_went_wrong(name: str, practice: Practice) -> None:
    _try_many(name, practice, _FEW)


@pytest.mark.slow
@pytest.mark.parametrize("part", range(_PARTS))
@pytest.mark.parametrize("name", SEEDS)
def test_very_many_files_that_went_wrong(name: str, part: int, practice: Practice) -> None:
    _try_many(name, practice, (ALL - _DATABASES) // (len(SEEDS) * _PARTS) + 1, part)


@pytest.mark.slow
def test_many_databases_that_went_wrong(practice: Practice, tmp_path: Path) -> None:
    _try_databases(practice, tmp_path, _DATABASES)


def test_some_databases_that_went_wrong(practice: Practice, tmp_path: Path) -> None:
    _try_databases(practice, tmp_path, _FEW)


def _try_many(name: str, practice: Practice, number: int, part: int = 0) -> None:
    chance = random.Random(f"{name} {part}")  # noqa: S311  the same accidents each time
    files = practice.desk._files
    for data, at in zip(spoiled_files(SEEDS[name], chance), range(number), strict=False):
        file = AgendaFile(name="x.y", place="x.y", kind=kind_of(data), data=data)
        _told(check, files, file, _PROFILE if at % 2 else None, data)


def _try_databases(practice: Practice, folder: Path, number: int) -> None:
    chance = random.Random("database")  # noqa: S311
    seed = database_seed(folder / "seed.db")
    path = folder / "spoiled.db"
    for data, _at in zip(spoiled_files(seed, chance), range(number), strict=False):
        path.write_bytes(data)
        _told(check, practice.desk._files, take_file(path), None, data)
        assert path.read_bytes() == data
        assert sorted(each.name for each in folder.glob("spoiled*")) == ["spoiled.db"]


def _told(
    check: Callable[[AgendaFiles, AgendaFile, Profile | None], None],
    files: AgendaFiles,
    file: AgendaFile,
    profile: Profile | None,
    data: bytes,
) -> None:
    """Check one file; when it fails, say which, so that it can become a test of its own."""
    try:
        check(files, file, profile)
    except Exception as error:
        error.add_note(f"{file.kind}: {data[:3000]!r}")
        raise
