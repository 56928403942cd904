"""What every command takes: which data, or the demo; and the open desk that follows from it."""

import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import click

from reception_assistant import __version__, paths
from reception_assistant.cli.demo_choice import DISCIPLINES
from reception_assistant.desk import demo
from reception_assistant.desk.opening import Desk, open_desk
from reception_assistant.i18n import _

_Command = TypeVar("_Command", bound=Callable[..., Any])


def data_options(command: _Command) -> _Command:
    """Let `command` take --data, --demo and --version, before or after its name."""
    for option in (
        click.option("--data", metavar=_("MAP"), help=_("De map met gegevens.")),
        click.option(
            "--demo",
            callback=_known_demo,
            is_flag=False,
            flag_value=DISCIPLINES[0],
            metavar=_("SOORT"),
            help=_("Werk met een verzonnen praktijk: {kinds}.").format(
                kinds=", ".join(DISCIPLINES)
            ),
        ),
        click.version_option(__version__, message="Balie %(version)s", help=_("Toon de versie.")),
    ):
        command = option(command)
    return command


def _known_demo(
    _context: click.Context, _parameter: click.Parameter, kind: str | None
) -> str | None:
    if kind is not None and kind not in DISCIPLINES:
        raise click.BadParameter(
            _("kies een demo uit: {kinds}.").format(kinds=", ".join(DISCIPLINES))
        )
    return kind


@contextlib.contextmanager
def desk_of(context: click.Context) -> Iterator[Desk]:
    """Open the data that this call is about."""
    discipline = given(context, "demo")
    if discipline:
        with demo.demo_folder() as folder:
            demo.fill(folder, discipline=discipline)
            with open_desk(folder) as desk:
                yield desk
        return
    with open_desk(paths.data_folder(given(context, "data"))) as desk:
        if desk.notice:
            click.echo(desk.notice, err=True)
        yield desk


def given(context: click.Context, name: str) -> str | None:
    """Return the value of an option that may stand before or after the command."""
    calls = (each.params for each in (context, *_parents(context)))
    return next((params[name] for params in calls if params.get(name)), None)


def file_of(path: Path) -> Path:
    """Return `path`; raises `BadParameter` when there is no file."""
    try:
        there = path.exists() and not path.is_dir()
    except OSError:
        there = False
    if not there:
        raise click.BadParameter(
            _("het bestand {name} is er niet, of het is een map.").format(name=path.name)
        )
    return path


def _parents(context: click.Context) -> Iterator[click.Context]:
    parent = context.parent
    while parent is not None:
        yield parent
        parent = parent.parent
