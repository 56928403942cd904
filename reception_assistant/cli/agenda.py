"""`agenda`: reading the file that the practice's own system writes."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import click

from reception_assistant.agenda.incoming import Window
from reception_assistant.agenda.profile import Profile
from reception_assistant.agenda.readers.dates import appointment_day
from reception_assistant.agenda.readers.trouble import NotUnderstoodError
from reception_assistant.cli.choosing import asking_how
from reception_assistant.cli.commands import Group
from reception_assistant.cli.options import data_options, desk_of, file_of
from reception_assistant.cli.output import columns, echo_json
from reception_assistant.cli.progress import shown_progress
from reception_assistant.desk.acting import By
from reception_assistant.desk.agenda_files import take_file
from reception_assistant.desk.assistant import Preview
from reception_assistant.desk.importing import How, Outcome
from reception_assistant.desk.opening import Desk
from reception_assistant.desk.settings import manners
from reception_assistant.i18n import _, ngettext

_NOTHING_USABLE = 1


@click.group(cls=Group, help=_("De agenda van de praktijk."))
@data_options
def agenda(**_options: object) -> None:
    """Hold the commands about the agenda."""


@agenda.command("import", help=_("Lees een agenda uit een bestand."))
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--profile", metavar=_("NAAM"), help=_("Lees het zoals in dit profiel staat."))
@click.option("--from", "first", metavar=_("DAG"), help=_("Lees pas vanaf deze dag."))
@click.option("--to", "last", metavar=_("DAG"), help=_("Lees tot en met deze dag."))
@click.option("--dry-run", is_flag=True, help=_("Kijk alleen wat er zou gebeuren."))
@click.option("--yes", is_flag=True, help=_("Haal ook weg als meer dan de helft verdwijnt."))
@click.option("--json", "as_json", is_flag=True, help=_("Antwoord als JSON."))
@data_options
@click.pass_context
def import_(
    context: click.Context, /, file: Path, *, dry_run: bool, as_json: bool, **options: Any
) -> int:
    """Read a file into the agenda."""
    path = file_of(file)
    days = _day(options["first"]), _day(options["last"])
    with desk_of(context) as desk, asking_how(desk, path):
        how = How(
            profile=_named(desk, options["profile"]),
            window=_window(desk, *days),
            even_large=options["yes"],
        )
        if dry_run:
            outcome = desk.imports.try_file(path, how)
        else:
            by = By(desk.staff.at_the_desk())
            with shown_progress() as progress:
                outcome = desk.imports.import_file(path, by, how, progress=progress)
    if as_json:
        echo_json(_as_json(outcome))
    else:
        click.echo("\n".join(readable(outcome, dry_run=dry_run)))
    return 0 if outcome.usable else _NOTHING_USABLE


@agenda.command("preview", help=_("Kijk hoe de mensen in een bestand begroet worden."))
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--profile", metavar=_("NAAM"), help=_("Lees het zoals in dit profiel staat."))
@click.option("--from", "first", metavar=_("DAG"), help=_("Lees pas vanaf deze dag."))
@click.option("--to", "last", metavar=_("DAG"), help=_("Lees tot en met deze dag."))
@data_options
@click.pass_context
def preview(
    context: click.Context,
    /,
    file: Path,
    profile: str | None,
    first: str | None,
    last: str | None,
    **_options: object,
) -> int:
    """Show the first appointments of a file as they will be greeted; nothing is written."""
    path = file_of(file)
    days = _day(first), _day(last)
    with desk_of(context) as desk, asking_how(desk, path):
        taken = take_file(path)
        chosen = _named(desk, profile) or desk.assistant.look(taken, desk.profiles.all()).profile
        seen = desk.assistant.preview(
            taken, chosen, _window(desk, *days), manners(desk.settings.all())
        )
    click.echo("\n".join(_greeted(seen)))
    return 0 if seen.greeted else _NOTHING_USABLE


def _named(desk: Desk, name: str | None) -> Profile | None:
    return desk.profiles.named(name) if name else None


def _window(desk: Desk, first: date | None, last: date | None) -> Window | None:
    window = desk.imports.window(first, last)
    if window and window.first > window.last:
        raise click.BadParameter(
            _("de eerste dag, {first}, komt na de laatste, {last}. Geef --from en --to.").format(
                first=f"{window.first:%d-%m-%Y}", last=f"{window.last:%d-%m-%Y}"
            )
        )
    return window


def _day(text: str | None) -> date | None:
    if text is None:
        return None
    try:
        return appointment_day(text)
    except NotUnderstoodError as error:
        raise click.BadParameter(error.reason) from error


def _greeted(seen: Preview) -> Iterator[str]:
    yield from columns(
        [
            (
                f"{each.start:%d-%m-%Y %H:%M}",
                each.greeting,
                _("kijk na") if each.look_at else "",
                each.treatment,
                each.practitioner,
            )
            for each in seen.greeted
        ]
        or [(_("In dit bestand staat geen afspraak die Balie kan lezen."),)]
    )
    yield from (f"  {each.where}: {each.reason}" for each in seen.rejected)
    yield from seen.remarks


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


def readable(outcome: Outcome, *, dry_run: bool = False) -> Iterator[str]:
    """Give the lines that tell what reading a file did."""
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
