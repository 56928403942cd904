"""The library on disk: scripts in versions that never change, and the lists beside them."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, NamedTuple, TypeVar

import msgspec

from reception_assistant.library.content import Library, Lists, Version
from reception_assistant.library.lists import Allowed, Mandate, Outcome, Reason, StopSign
from reception_assistant.library.sample_person import SamplePerson
from reception_assistant.library.script import Script

if TYPE_CHECKING:
    from sqlite3 import Connection

_SCRIPT = msgspec.json.Decoder(Script)
_Line = Reason | Outcome | Mandate | StopSign | Allowed | SamplePerson
_Kind = TypeVar("_Kind", Reason, Outcome, Mandate, StopSign, Allowed, SamplePerson)


class Kept(NamedTuple):
    """A script as the library has it: its published version, and what it was last filled from."""

    version_id: str
    origin: str
    shipped: str


class NewVersion(NamedTuple):
    """A version to keep: `text` is the YAML, `origin` where it came from (shipped, practice)."""

    id: str
    script: Script
    text: str
    origin: str
    made_utc: str
    employee_id: str | None = None


class ListItem(NamedTuple):
    """A line of a list as it is kept: `facts` and, where it ships, `shipped`, both as JSON.

    Without facts it was removed here: it is kept, so that no release brings it back.
    """

    list: str
    id: str
    place: int
    facts: str
    shipped: str = ""


def state_of(connection: "Connection") -> tuple[int, int, int]:
    """Return numbers that differ as soon as anything in the library does."""
    row = connection.execute(
        """SELECT (SELECT COUNT(*) FROM script_versions),
            (SELECT coalesce(SUM(row_version), 0) FROM scripts),
            (SELECT coalesce(SUM(row_version), 0) FROM list_items)"""
    ).fetchone()
    return int(row[0]), int(row[1]), int(row[2])


def read_library(connection: "Connection") -> Library:
    """Return everything that is published."""
    rows = connection.execute(
        """SELECT s.id, v.id, v.facts FROM scripts s JOIN script_versions v ON v.id = s.version_id
        ORDER BY s.id"""
    ).fetchall()
    scripts = {row[0]: Version(row[1], _SCRIPT.decode(row[2])) for row in rows}
    return Library(scripts, read_lists(connection))


def read_lists(connection: "Connection") -> Lists:
    """Return the lists of the practice, each in its own order."""
    return Lists(
        reasons=_items(connection, "reason", Reason),
        outcomes=_items(connection, "outcome", Outcome),
        mandates=_items(connection, "mandate", Mandate),
        stop_signs=_items(connection, "stop_sign", StopSign),
        allowed=_items(connection, "allowed", Allowed),
        persons=_items(connection, "sample_person", SamplePerson),
    )


def read_versions(connection: "Connection", version_ids: Iterable[str]) -> dict[str, Script]:
    """Return the scripts of these versions, as far as they are known."""
    found = {}
    for version_id in version_ids:
        row = connection.execute(
            "SELECT facts FROM script_versions WHERE id = ?", (version_id,)
        ).fetchone()
        if row is not None:
            found[version_id] = _SCRIPT.decode(row[0])
    return found


def kept_scripts(connection: "Connection") -> dict[str, Kept]:
    """Return how each script stands in the library."""
    rows = connection.execute(
        """SELECT s.id, s.version_id, v.origin, s.shipped
        FROM scripts s JOIN script_versions v ON v.id = s.version_id"""
    )
    return {row[0]: Kept(*row[1:]) for row in rows}


def add_version(connection: "Connection", version: NewVersion) -> None:
    """Keep a version with the next number of its script; it is not published by that."""
    connection.execute(
        """INSERT INTO script_versions
            (id, script_id, number, text, facts, origin, made_utc, employee_id)
        SELECT ?, ?, coalesce(MAX(number), 0) + 1, ?, ?, ?, ?, ?
        FROM script_versions WHERE script_id = ?""",
        (
            version.id,
            version.script.id,
            version.text,
            msgspec.json.encode(version.script).decode(),
            version.origin,
            version.made_utc,
            version.employee_id,
            version.script.id,
        ),
    )


def publish(connection: "Connection", script_id: str, version_id: str, shipped: str) -> None:
    """Let a script stand in this version from now on; `shipped` is what it was filled from."""
    connection.execute(
        """INSERT INTO scripts (id, version_id, shipped) VALUES (?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET version_id = excluded.version_id,
            shipped = excluded.shipped, row_version = row_version + 1""",
        (script_id, version_id, shipped),
    )


def kept_items(connection: "Connection") -> dict[tuple[str, str], ListItem]:
    """Return all lines of all lists."""
    rows = connection.execute("SELECT list, id, place, facts, shipped FROM list_items")
    return {(row[0], row[1]): ListItem(*row) for row in rows}


def put_item(connection: "Connection", item: ListItem) -> None:
    """Keep a line of a list, new or changed."""
    connection.execute(
        """INSERT INTO list_items (list, id, place, facts, shipped) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (list, id) DO UPDATE SET place = excluded.place, facts = excluded.facts,
            shipped = excluded.shipped, row_version = row_version + 1""",
        item,
    )


def items_of(lists: Lists) -> list[ListItem]:
    """Return the lines of `lists` as they ship."""
    of_lists: Mapping[str, tuple[_Line, ...]] = {
        "reason": lists.reasons,
        "outcome": lists.outcomes,
        "mandate": lists.mandates,
        "stop_sign": lists.stop_signs,
        "allowed": lists.allowed,
        "sample_person": lists.persons,
    }
    made = []
    for name, lines in of_lists.items():
        for place, line in enumerate(lines):
            facts = msgspec.json.encode(line).decode()
            made.append(ListItem(name, _key(line), place, facts, facts))
    return made


def pack_fingerprint(connection: "Connection", pack_id: str) -> str:
    """Return by which fingerprint a pack was last read; "" when it never was."""
    row = connection.execute("SELECT fingerprint FROM packs WHERE id = ?", (pack_id,)).fetchone()
    return str(row[0]) if row else ""


def note_pack(
    connection: "Connection", pack_id: str, title: str, version: str, read: tuple[str, str]
) -> None:
    """Remember that a pack was read; `read` holds its fingerprint and when (UTC)."""
    connection.execute(
        """INSERT INTO packs (id, title, version, fingerprint, read_utc) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET title = excluded.title, version = excluded.version,
            fingerprint = excluded.fingerprint, read_utc = excluded.read_utc""",
        (pack_id, title, version, *read),
    )


def _items(connection: "Connection", name: str, kind: type[_Kind]) -> tuple[_Kind, ...]:
    rows = connection.execute(
        "SELECT facts FROM list_items WHERE list = ? AND facts <> '' ORDER BY place, id", (name,)
    )
    decoder = msgspec.json.Decoder(kind)
    return tuple(decoder.decode(row[0]) for row in rows)


def _key(line: _Line) -> str:
    return f"{line.script}/{line.step}/{line.code}" if isinstance(line, Allowed) else line.id
