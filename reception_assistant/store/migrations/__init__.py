"""The changes of the database, one numbered module each; the last number is the schema's version.

A migration speaks plain SQL and imports nothing of the rest of the program, so that it does the
same in ten years. It is imported only when it has to run.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from reception_assistant.errors import BugError

if TYPE_CHECKING:
    from sqlite_utils import Database, Migrations

NAMES = (
    "m0001_first",
    "m0002_sources",
    "m0003_thinking_ahead",
    "m0004_calls_and_library",
    "m0005_follow_ups_and_complaints",
)
"""All migrations in order; a new one is added at the end and nowhere else."""

VERSION = len(NAMES)


def apply(db: "Database") -> None:
    """Bring `db` to the newest version, each step in one transaction with its record."""
    from sqlite_utils import Migrations  # late: start  # noqa: PLC0415

    migrations = Migrations("balie")
    for number, name in enumerate(NAMES, start=1):
        _register(migrations, number, name)
    migrations.apply(db)
    if version_of(db) != VERSION:
        raise BugError("a migration did not record its version")


def version_of(db: "Database") -> int:
    """Return the version that `db` is at."""
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def _register(migrations: "Migrations", number: int, name: str) -> None:
    step = import_module(f"{__name__}.{name}").apply

    @migrations(name=name)
    def run(db: "Database") -> None:
        step(db)
        db.execute(f"PRAGMA user_version = {number}")
