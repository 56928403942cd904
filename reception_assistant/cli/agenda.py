"""`agenda`: reading the file that the practice's own system writes."""

from collections.abc import Iterator
from pathlib import Path

import click

from reception_assistant.cli.commands import Group
from reception_assistant.cli.options import data_options, desk_of
from reception_assistant.cli.output import echo_json
from reception_assistant.desk.acting import By
from reception_assistant.desk.importing import Outcome
from reception_assistant.i18n import _, ngettext

_NOTHING_USABLE = 1


@click.group(cls=Group, help=_("De agenda van de praktijk."))
@data_options
def agenda(**_options: object) -> None:
    """Hold the commands about the agenda."""


@agenda.command("import", help=_("Lees een agenda uit een bestand."))
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help=_("Kijk alleen wat er zou gebeuren."))
@click.option("--yes", is_flag=True, help=_("Haal ook weg als meer dan de helft verdwijnt."))
@click.option("--json", "as_json", is_flag=True, help=_("Antwoord als JSON."))
@data_options
@click.pass_context
def import_(
    context: click.Context,
    /,
    file: Path,
    *,
    dry_run: bool,
    yes: bool,
    as_json: bool,
    **_options: object,
) -> int:
    """Read a file into the agenda."""
    if not _is_there(file):
        raise click.BadParameter(
            _("het bestand {name} is er niet, of het is een map.").format(name=file.name)
        )
    with desk_of(context) as desk:
        if dry_run:
            outcome = desk.imports.try_file(file, even_large=yes)
        else:
            by = By(desk.staff.at_the_desk())
            outcome = desk.imports.import_file(file, by, even_large=yes)
    if as_json:
        echo_json(_as_json(outcome))
    else:
        click.echo("\n".join(_readable(outcome, dry_run=dry_run)))
    return 0 if outcome.usable else _NOTHING_USABLE


def _is_there(file: Path) -> bool:
    try:
        return file.exists() and not file.is_dir()
    except OSError:
        return False


def _as_json(outcome: Outcome) -> dict[str, object]:
    return {
        "read": outcome.read,
        "new": outcome.new,
        "changed": outcome.changed,
        "unchanged": outcome.unchanged,
        "withdrawn": outcome.withdrawn,
        "rejected": [{"where": each.where, "reason": each.reason} for each in outcome.rejected],
        "remarks": list(outcome.remarks),
    }


def _readable(outcome: Outcome, *, dry_run: bool) -> Iterator[str]:
    if dry_run:
        yield _("Er is nog niets veranderd. Dit zou er gebeuren:")
    yield ngettext("{number} regel gelezen.", "{number} regels gelezen.", outcome.read).format(
        number=outcome.read
    )
    yield _(
        "{new} nieuw, {changed} veranderd, {unchanged} hetzelfde, {withdrawn} verdwenen."
    ).format(
        new=outcome.new,
        changed=outcome.changed,
        unchanged=outcome.unchanged,
        withdrawn=outcome.withdrawn,
    )
    if outcome.rejected:
        yield ngettext(
            "{number} regel niet begrepen:", "{number} regels niet begrepen:", len(outcome.rejected)
        ).format(number=len(outcome.rejected))
        yield from (f"  {each.where}: {each.reason}" for each in outcome.rejected)
    yield from outcome.remarks
