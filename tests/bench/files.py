"""Files of about a million bytes: ordinary ones, and ones that were made to hurt."""

import io
import json
import random
import sqlite3
import zipfile
from collections.abc import Callable
from pathlib import Path

from tests.helpers.spreadsheets import Cell, ods, xlsx

SIZE = 1_000_000

_EVENT = (
    "BEGIN:VEVENT\r\nUID:{0}@x.nl\r\n"
    "DTSTART;TZID=Europe/Amsterdam:2026{1:02d}{2:02d}T{3:02d}0000\r\nDURATION:PT20M\r\n"
    "SUMMARY:Jansen\\, P. - controle\r\nDESCRIPTION:belt liever\r\n{4}END:VEVENT\r\n"
)


def _calendar(*events: str) -> bytes:
    return f"BEGIN:VCALENDAR\r\n{''.join(events)}END:VCALENDAR\r\n".encode()


def _filled(one: Callable[[int], str], around: Callable[..., bytes] = _calendar) -> bytes:
    """Repeat `one` until the file has its size."""
    parts, size, number = [], 0, 0
    while size < SIZE:
        part = one(number)
        parts.append(part)
        size += len(part)
        number += 1
    return around(*parts)


def _event(number: int, more: str = "") -> str:
    return _EVENT.format(number, 1 + number % 12, 1 + number % 28, 8 + number % 9, more)


def _rule(rule: str, start: str = "20260101T090000") -> str:
    return f"BEGIN:VEVENT\r\nDTSTART:{start}\r\nSUMMARY:J\r\nRRULE:{rule}\r\nEND:VEVENT\r\n"


def _rows(number: int) -> list[list[Cell]]:
    head: list[Cell] = ["datum", "tijd", "naam", "telefoon"]
    return [head, *map(_person, range(number))]


def _person(at: int) -> list[Cell]:
    return [f"{1 + at % 28}-11-2026", "9:05", f"Jansen, P. {at}", 612345678.0]


def _csv() -> bytes:
    return _filled(
        lambda at: f"{1 + at % 28}-11-2026;9:05;Jansen, P.;controle;06-1234{at:04}\n",
        lambda *rows: f"datum;tijd;naam;behandeling;telefoon\n{''.join(rows)}".encode(),
    )


def _noise() -> bytes:
    return random.Random(1).randbytes(SIZE)  # noqa: S311


def _quotes() -> bytes:
    return b"datum;tijd;naam\n" + b'"' * SIZE


def _fhir() -> bytes:
    appointment = {
        "resourceType": "Appointment",
        "status": "booked",
        "start": "2026-11-24T09:05:00Z",
        "participant": [{"actor": {"display": "Jansen, P."}, "status": "accepted"}],
    }
    entries: list[object] = []
    while len(entries) * 190 < SIZE:
        entries.append({"resource": {**appointment, "id": str(len(entries))}})
    return json.dumps({"resourceType": "Bundle", "type": "collection", "entry": entries}).encode()


def _bomb() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/workbook.xml", b"<workbook/>")
        with packed.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as sheet:
            for _each in range(900):
                sheet.write(b"<" * SIZE)
    return made.getvalue()


def _far_cell() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(xlsx(_rows(2)))) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if "sheet" in name and name.endswith(".xml") and b"<sheetData" in part:
                cell = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
                part = part.replace(b"</sheetData>", cell)
            new.writestr(name, part)
    return made.getvalue()


def _database(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE agenda (datum, tijd, naam)")
    connection.executemany(
        "INSERT INTO agenda VALUES (?, ?, ?)",
        [(f"{1 + at % 28}-11-2026", "9:05", f"Jansen, P. {at}") for at in range(25_000)],
    )
    connection.commit()
    connection.close()


def _endless(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute(
        "CREATE VIEW agenda AS"
        " WITH RECURSIVE n(datum) AS (SELECT 1 UNION ALL SELECT datum + 1 FROM n)"
        " SELECT datum, datum AS tijd, datum AS naam FROM n WHERE datum < 0"
    )
    connection.commit()
    connection.close()


FILES: dict[str, Callable[[], bytes]] = {
    "a table": _csv,
    "a calendar": lambda: _filled(_event),
    "a calendar with weekly visits": lambda: _filled(
        lambda at: _event(at, "RRULE:FREQ=WEEKLY;COUNT=3\r\n")
    ),
    "FHIR": _fhir,
    "a spreadsheet (xlsx)": lambda: xlsx(_rows(12_000)),
    "a spreadsheet (ods)": lambda: ods(_rows(12_000)),
    "tiny events": lambda: _filled(
        lambda _at: "BEGIN:VEVENT\r\nDTSTART:20261124T090000\r\nSUMMARY:J\r\nEND:VEVENT\r\n"
    ),
    "rules by the second": lambda: _filled(lambda _at: _rule("FREQ=SECONDLY")),
    "rules that never come true": lambda: _filled(
        lambda _at: _rule("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30")
    ),
    "rules from the year 1": lambda: _filled(lambda _at: _rule("FREQ=DAILY", "00010101T090000")),
    "rules with every second of the day": lambda: _filled(
        lambda _at: _rule(
            f"FREQ=DAILY;BYSECOND={','.join(map(str, range(60)))}"
            f";BYMINUTE={','.join(map(str, range(60)))}"
        )
    ),
    "100,000 exceptions": lambda: _calendar(
        "BEGIN:VEVENT\r\nDTSTART:20200101T090000\r\nSUMMARY:J\r\nRRULE:FREQ=DAILY\r\nEXDATE:"
        + ",".join(["20260101T090000"] * 62_000)
        + "\r\nEND:VEVENT\r\n"
    ),
    "deep calendars": lambda: b"BEGIN:VEVENT\r\n" * (SIZE // 14),
    "deep JSON": lambda: b"[" * SIZE,
    "one long line": lambda: b"BEGIN:VCALENDAR\r\nX:" + b"a" * SIZE,
    "only quotes": _quotes,
    "noise": _noise,
    "a zip bomb": _bomb,
    "one cell very far away": _far_cell,
}
DATABASES: dict[str, Callable[[Path], None]] = {
    "another database": _database,
    "a view without end": _endless,
}
