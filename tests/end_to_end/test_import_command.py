"""`agenda import` as somebody at a terminal, or a script, meets it."""

import json
import os
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from reception_assistant.cli.main import run
from tests.helpers.process import Told, balie, started

DAY = "11-3-2031"
HEADER = "datum;tijd;patientnummer;voorvoegsel;achternaam;aanspreekvorm;behandelaar"
VRIES = f"{DAY};09:10;1;de;Vries;m;Bakker"
BERG = f"{DAY};09:30;2;van den;Berg;v;Bakker"


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the folder that the commands work on."""
    folder = tmp_path / "data"
    monkeypatch.setenv("RECEPTION_ASSISTANT_DATA", str(folder))
    return folder


def _file(folder: Path, *lines: str, name: str = "agenda.csv") -> Path:
    path = folder / name
    path.write_text("\n".join((*lines, "")), encoding="utf-8")
    return path


def _json(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> tuple[int, Any]:
    code = run([*map(str, arguments), "--json"])
    return code, json.loads(capsys.readouterr().out)


def test_the_answer_has_exactly_these_fields(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = _file(tmp_path, HEADER, VRIES, BERG, f"{DAY};25:00;3;;Bos;;")
    code, told = _json(capsys, "agenda", "import", file)
    assert code == 0
    assert told == {
        "read": 3,
        "new": 2,
        "changed": 0,
        "unchanged": 0,
        "withdrawn": 0,
        "rejected": [{"where": "regel 4", "reason": "Deze tijd bestaat niet."}],
        "remarks": [],
    }
    code, told = _json(capsys, "agenda", "import", file)
    assert (code, told["new"], told["changed"], told["unchanged"]) == (0, 0, 0, 2)


def test_the_answer_for_people_tells_the_same(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = _file(tmp_path, HEADER, VRIES, BERG, f"{DAY};25:00;3;;Bos;;")
    assert run(["agenda", "import", str(file)]) == 0
    out = capsys.readouterr().out
    assert "3 regels gelezen." in out
    assert "2 nieuw, 0 veranderd, 0 hetzelfde, 0 verdwenen." in out
    assert "1 regel niet begrepen:\n  regel 4: Deze tijd bestaat niet." in out


def test_a_dry_run_says_so_and_changes_nothing(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = _file(tmp_path, HEADER, VRIES)
    assert run(["agenda", "import", "--dry-run", str(file)]) == 0
    assert "nog niets veranderd" in capsys.readouterr().out
    code, told = _json(capsys, "agenda", "import", file)
    assert (code, told["new"]) == (0, 1)


def test_more_than_half_of_a_day_needs_yes(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(["agenda", "import", str(_file(tmp_path, HEADER, VRIES, BERG))])
    capsys.readouterr()
    other = _file(tmp_path, HEADER, f"{DAY};16:00;3;;Bos;;Bakker")
    code, told = _json(capsys, "agenda", "import", other)
    assert (code, told["withdrawn"]) == (0, 0)
    assert "--yes" in told["remarks"][0]
    code, told = _json(capsys, "agenda", "import", other, "--yes")
    assert (code, told["withdrawn"], told["remarks"]) == (0, 2, [])


LONG = "x" * 10_000
HOSTILE = "'); DROP TABLE persons; --"
BAD_FILES: dict[str, bytes] = {
    "empty": b"",
    "only white": b"\n\n  \n",
    "binary": bytes(range(256)) * 50,
    "a picture": b"\x89PNG\r\n\x1a\n" + bytes(1000),
    "a spreadsheet": b"PK\x03\x04" + bytes(1000),
    "nul": b"\0" * 10_000,
    "no table": b"hello there\n1 2\n",
    "only a header": HEADER.encode(),
    "without a name": b"datum;tijd\n11-3-2031;09:00\n",
    "impossible days": f"{HEADER}\n31-2-2031;09:10;1;;Bos;;\n0-0-0;09:10;1;;Bos;;\n".encode(),
    "impossible times": f"{HEADER}\n{DAY};24:00;1;;Bos;;\n{DAY};9;1;;Bos;;\n".encode(),
    "a name without end": f"{HEADER}\n{DAY};09:10;1;;{LONG};;\n".encode(),
    "a quote that never closes": f'{HEADER}\n"{DAY};09:10;1;;Bos;;\n'.encode(),
    "cut utf-16": "\ufeffdatum;tijd;naam\n".encode("utf-16-le") + b"x",
    "wrong encoding": HEADER.encode("utf-32"),
}


@pytest.mark.parametrize("content", BAD_FILES.values(), ids=BAD_FILES.keys())
def test_a_file_of_which_nothing_is_usable_is_told_in_one_go(
    content: bytes, data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "agenda.csv"
    file.write_bytes(content)
    code, told = _json(capsys, "agenda", "import", file)
    assert code == 1
    assert (told["new"], told["changed"], told["withdrawn"]) == (0, 0, 0)
    assert told["rejected"] or told["remarks"]
    assert run(["agenda", "import", str(file)]) == 1
    streams = capsys.readouterr()
    assert "Traceback" not in streams.out + streams.err


ODD_FILES: dict[str, tuple[bytes, str]] = {
    "a query as a name": (f'{HEADER}\n{DAY};09:10;1;;"{HOSTILE}";;\n'.encode(), HOSTILE),
    "right to left": (f"{HEADER}\n{DAY};09:10;1;;\u202eכהן;;\n".encode(), "כהן"),
    "nul in a name": (f"{HEADER}\n{DAY};09:10;1;;Bo\0s;;\n".encode(), "Bos"),
    "cp1252": (f"{HEADER}\n{DAY};09:10;1;;Müller;;\n".encode("cp1252"), "Müller"),
    "utf-16": (f"{HEADER}\n{DAY};09:10;1;;Yılmaz;;\n".encode("utf-16"), "Yılmaz"),
    "utf-8 with a mark": (f"\ufeff{HEADER}\n{DAY};09:10;1;;Łuczak;;\n".encode(), "Łuczak"),
    "old line ends": (f"{HEADER}\r{DAY};09:10;1;;Bos;;\r".encode(), "Bos"),
    "one good row among bad": (f"{HEADER}\n;;;;;;\nx;y\n{DAY};09:10;1;;Bos;;\n".encode(), "Bos"),
}


@pytest.mark.parametrize(("content", "surname"), ODD_FILES.values(), ids=ODD_FILES.keys())
def test_a_file_with_odd_letters_is_read_all_the_same(
    content: bytes,
    surname: str,
    data: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    file = tmp_path / "agenda.csv"
    file.write_bytes(content)
    code, told = _json(capsys, "agenda", "import", file)
    assert (code, told["new"]) == (0, 1)
    code, listed = _json(capsys, "today", "--date", DAY)
    assert code == 0
    assert listed[0]["list_name"] == surname


def _with_one_line_of(folder: Path, megabytes: int) -> Path:
    path = folder / "agenda.csv"
    with path.open("wb") as file:
        file.write(f"{HEADER}\n{VRIES}\n".encode())
        for _each in range(megabytes):
            file.write(b"x" * 1_000_000)
    return path


@pytest.mark.parametrize("megabytes", [50, pytest.param(200, marks=pytest.mark.slow)])
def test_a_line_without_end_is_refused_quickly(
    megabytes: int, data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = _with_one_line_of(tmp_path, megabytes)
    start = time.perf_counter()
    assert run(["agenda", "import", str(file)]) == 1
    assert time.perf_counter() - start < 20
    streams = capsys.readouterr()
    told = streams.out + streams.err
    assert "Traceback" not in told
    assert "te groot" in told or "een regel van meer dan" in told


@pytest.mark.parametrize("name", ["er niet.csv", "x" * 300 + ".csv", "."])
def test_a_file_that_is_not_there_is_a_wrong_call(
    name: str, data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["agenda", "import", str(tmp_path / name)]) == 2
    streams = capsys.readouterr()
    assert "is er niet" in streams.err
    assert streams.out == ""


@pytest.mark.skipif(not Path("/dev/stdin").exists(), reason="no such file there")
def test_what_another_program_says_can_be_read(tmp_path: Path) -> None:
    read, write = os.pipe()
    os.write(write, f"{HEADER}\n{VRIES}\n".encode())
    os.close(write)
    assert run(["agenda", "import", "--data", str(tmp_path / "d"), f"/dev/fd/{read}"]) == 0
    os.close(read)


def test_two_imports_at_once_both_arrive(tmp_path: Path) -> None:
    data = tmp_path / "data"
    times = [f"{hour:02}:{minute:02}" for hour in range(8, 18) for minute in range(60)]
    files = [
        _file(
            tmp_path,
            HEADER,
            *(f"{DAY};{time};{who}{time};;Bos{who};;{who}" for time in times),
            name=f"{who}.csv",
        )
        for who in ("Bakker", "Smit")
    ]
    with ThreadPoolExecutor(2) as pool:
        both: list[Told] = list(
            pool.map(lambda file: balie("agenda", "import", file, "--json", data=data), files)
        )
    assert [(told.code, told.err) for told in both] == [(0, ""), (0, "")]
    assert [json.loads(told.out)["new"] for told in both] == [600, 600]
    listed = json.loads(balie("today", "--date", DAY, "--json", data=data).out)
    assert len(listed) == 1200
    assert {visit["status"] for visit in listed} == {"expected"}


def test_an_import_that_is_killed_leaves_the_data_whole(tmp_path: Path) -> None:
    data = tmp_path / "data"
    balie("agenda", "import", _file(tmp_path, HEADER, VRIES), data=data)
    rows = (
        f"1-{month}-2031;{hour:02}:{minute:02};{month}{hour}{minute};;Bos;;Smit"
        for month in range(4, 12)
        for hour in range(24)
        for minute in range(60)
    )
    process = started("agenda", "import", _file(tmp_path, HEADER, *rows), data=data)
    journal = data / "balie.db-wal"
    deadline = time.monotonic() + 30
    while process.poll() is None and time.monotonic() < deadline:
        if journal.exists() and journal.stat().st_size > 100_000:
            break
    process.kill()
    process.communicate()
    listed = json.loads(balie("today", "--date", DAY, "--json", data=data).out)
    assert [visit["spoken_name"] for visit in listed] == ["meneer De Vries"]
    doctor = json.loads(balie("doctor", "--json", data=data).out)
    assert doctor[0]["well"]


def test_our_own_database_is_no_agenda(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is not even opened: closing it would let go of the locks on it."""
    assert run(["agenda", "import", str(_file(tmp_path, HEADER, VRIES))]) == 0
    database = next(data.glob("*.db"))
    assert run(["agenda", "import", str(database)]) == 1
    assert "de database van Balie zelf" in capsys.readouterr().err
