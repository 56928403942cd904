"""A file of which somebody must say what is what: how to go on, with a command to begin from."""

import os
import shlex
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import click

from reception_assistant.agenda.readers.tables.columns import OUR_COLUMNS
from reception_assistant.agenda.readers.trouble import (
    UnclearColumnsError,
    UnreadableFileError,
)
from reception_assistant.desk.agenda_files import take_file
from reception_assistant.desk.assistant import Look
from reception_assistant.desk.opening import Desk
from reception_assistant.errors import KnownError
from reception_assistant.i18n import _

_PROGRAM = "reception-assistant"
_REQUIRED = ("datum", "tijd")
_NAMES = ("naam", "achternaam", "voornaam", "roepnaam", "voorletters")
_MOST_COLUMNS, _LONGEST_COLUMN = 60, 60


class StillUnclearError(click.ClickException):
    """Nothing was done, because somebody must say first what is what in a file."""


@contextmanager
def asking_how(
    desk: Desk, path: Path, name: str = "", chosen: Mapping[str, str] | None = None, table: str = ""
) -> Iterator[None]:
    """Say how to go on when what is done within stops at the file at `path`.

    `name`, `chosen` and `table` are the profile and the columns as somebody chose them already.
    """
    try:
        yield
    except UnreadableFileError as error:
        look = None
        if table or isinstance(error, UnclearColumnsError):
            look = _look(desk, path, table) or _look(desk, path)
        if look is None:
            raise
        lines = _way_on(look, path, name, chosen or {})
        raise StillUnclearError("\n".join((str(error), *lines))) from error


def _look(desk: Desk, path: Path, table: str = "") -> Look | None:
    try:
        return desk.assistant.look(take_file(path), desk.profiles.all(), table)
    except KnownError:
        return None


def _way_on(look: Look, path: Path, name: str, chosen: Mapping[str, str]) -> Iterator[str]:
    there = [column.name for column in look.columns]
    if len(look.tables) > 1:
        yield _("Het bestand heeft deze bladen of tabellen:")
        yield "  " + ", ".join(look.tables[:_MOST_COLUMNS])
    yield _("Er is niets veranderd. De kolommen heten:")
    yield "  " + ", ".join(each[:_LONGEST_COLUMN] for each in there[:_MOST_COLUMNS])
    yield _("Zeg welke kolom wat is, bijvoorbeeld zo, en lees het bestand dan nog eens:")
    columns = {**look.profile.table.columns, **{k: v for k, v in chosen.items() if v in there}}
    missing = [ours for ours in _REQUIRED if ours not in columns]
    if not columns.keys() & set(_NAMES):
        missing.append("naam")
    free = [each for each in there if each not in columns.values()]
    if len(free) == len(missing) == 1:
        columns[missing.pop()] = free[0]
    columns |= dict.fromkeys(missing, _("KOLOM"))
    yield "  " + _typed(
        "profile", "save", name or look.profile.name, str(path), *_options(look, columns)
    )
    yield "  " + _typed("import", str(path))
    if missing:
        yield _("Vul op de plaats van KOLOM de naam van een kolom in.")
    yield _("Links van het = staat een van deze namen:")
    yield "  " + ", ".join(OUR_COLUMNS)


def _options(look: Look, columns: Mapping[str, str]) -> Iterator[str]:
    if look.profile.table.table:
        yield from ("--table", look.profile.table.table)
    for ours in sorted(columns, key=OUR_COLUMNS.index):
        yield from ("--map", f"{ours}={columns[ours]}")


def _typed(*words: str) -> str:
    """Return a command as somebody would type it here."""
    line = [_PROGRAM, "agenda", *words]
    return subprocess.list2cmdline(line) if os.name == "nt" else shlex.join(line)
