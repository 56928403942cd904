"""Which files make up a pack, without looking into them."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from reception_assistant.i18n import _
from reception_assistant.library.finding import Code, Finding
from reception_assistant.library.reading.opening import unopened
from reception_assistant.library.reading.refused import RefusedError
from reception_assistant.library.reading.walk import printable

PACK = "pack.yaml"
REASONS, OUTCOMES, MANDATES = "redenen.yaml", "uitkomsten.yaml", "kaders.yaml"
STOP_SIGNS, ALLOWED = "stoptekens.yaml", "uitzonderingen.yaml"
PERSONS = "proefpersonen.csv"
WORDS, PHRASES = "woorden/vaktermen.csv", "woorden/zinnen.csv"
LISTS = (REASONS, OUTCOMES, MANDATES, STOP_SIGNS, ALLOWED, PERSONS)

_SIDE_FILES = frozenset({PACK, *LISTS, WORDS, PHRASES})
_ALONE = {name.rpartition("/")[2]: name for name in _SIDE_FILES}
_OF_SCRIPTS = (".yaml", ".yml")


class PackFile(NamedTuple):
    """A file of a pack: what it is called in findings, and which side file it is.

    `name` is its path within the pack, with "/" on every system; `side` is "" for a script.
    """

    name: str
    path: Path
    side: str = ""


class Listing(NamedTuple):
    """The files of a pack, and what kept others out."""

    files: list[PackFile]
    findings: list[Finding]


def file_alone(path: Path) -> PackFile:
    """Return a file that is read without the pack around it."""
    return PackFile(_safe(path.name), path, _ALONE.get(path.name, ""))


def files_of(folder: Path) -> Listing:
    """Return the files of the pack in `folder`, in the order of their names.

    Hidden ones are not looked at (a Mac leaves them beside every file on a stick), and a link to
    a place outside is not followed.
    """
    files: list[PackFile] = []
    folders: list[Path] = []
    findings: list[Finding] = []

    def failed(error: OSError) -> None:
        findings.append(unopened().finding(_name(Path(error.filename), folder)))

    for around, inside, names in os.walk(folder, onerror=failed):
        inside[:] = _visible(inside)
        folders += (Path(around, name) for name in inside)
        files += _pack_files(Path(around), _visible(names), folder)
    root = Path(os.path.realpath(folder))
    paths = (*folders, *(each.path for each in files))
    outside = {path for path in paths if _leads_outside(path, root)}
    findings += (_outside().finding(_name(path, folder)) for path in outside)
    return Listing(sorted(each for each in files if each.path not in outside), findings)


def _visible(names: list[str]) -> list[str]:
    return [name for name in names if not name.startswith(".")]


def _pack_files(around: Path, names: list[str], folder: Path) -> Iterator[PackFile]:
    for name in names:
        path = around / name
        called = _name(path, folder)
        if called in _SIDE_FILES:
            yield PackFile(called, path, called)
        elif path.suffix.lower() in _OF_SCRIPTS:
            yield PackFile(called, path)


def _leads_outside(path: Path, root: Path) -> bool:
    return path.is_symlink() and not Path(os.path.realpath(path)).is_relative_to(root)


def _name(path: Path, folder: Path) -> str:
    return _safe(path.relative_to(folder).as_posix())


def _safe(name: str) -> str:
    """Return a name that breaks nothing that shows it: it may be no UTF-8, or steer a screen."""
    return printable(name.encode("utf-8", "replace").decode("utf-8"))


def _outside() -> RefusedError:
    return RefusedError(
        Code.UNSAFE,
        1,
        _("Dit is een snelkoppeling naar een andere plek. Balie volgt die niet."),
        _("Zet het bestand zelf in deze map."),
    )
