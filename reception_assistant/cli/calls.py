"""`calls`: the log of conversations, taken elsewhere and brought back."""

from datetime import date
from pathlib import Path

import click

from reception_assistant.agenda.readers.dates import appointment_day
from reception_assistant.agenda.readers.trouble import NotUnderstoodError
from reception_assistant.calls.call import CallRecord
from reception_assistant.calls.exchange import Format, read_calls, written_csv, written_json
from reception_assistant.cli.commands import Group
from reception_assistant.cli.options import data_options, desk_of, file_of
from reception_assistant.desk.acting import By
from reception_assistant.desk.opening import Desk
from reception_assistant.errors import KnownError
from reception_assistant.i18n import _, ngettext

_WITH_BOM = "utf-8-sig"  # by it a spreadsheet sees that the letters are UTF-8
_ONLY_OURS = 0o600


@click.group(cls=Group, help=_("Het logboek van de gesprekken."))
@data_options
def calls(**_options: object) -> None:
    """Hold the commands about the log of calls."""


def _known_format(_context: click.Context, _parameter: click.Parameter, kind: str) -> Format:
    try:
        return Format(kind)
    except ValueError as error:
        raise click.BadParameter(_("kies csv of json.")) from error


@calls.command("export", help=_("Schrijf gesprekken uit, voor een rekenblad of een programma."))
@click.option("--from", "first", metavar=_("DAG"), help=_("Pas vanaf deze dag."))
@click.option("--to", "last", metavar=_("DAG"), help=_("Tot en met deze dag."))
@click.option(
    "--format",
    "kind",
    callback=_known_format,
    default=Format.CSV.value,
    metavar=_("SOORT"),
    help=_("csv voor een rekenblad, json voor een programma."),
)
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    metavar=_("BESTAND"),
    help=_("Bewaar het in dit nieuwe bestand."),
)
@data_options
@click.pass_context
def export(
    context: click.Context,
    /,
    first: str | None,
    last: str | None,
    kind: Format,
    output: Path | None,
    **_options: object,
) -> None:
    """Write the calls of some days to a file, or show them."""
    days = _days(first, last)
    if output is not None:
        _refuse_existing(output)
    with desk_of(context) as desk:
        found = desk.calls.export(*days, By(desk.staff.at_the_desk()))
        text = _written(desk, found, kind)
    if output is None:
        click.echo(text.encode(), nl=False)
        return
    _save(output, text.encode(_WITH_BOM if kind is Format.CSV else "utf-8"))
    told = ngettext(
        "{number} gesprek bewaard in {name}.", "{number} gesprekken bewaard in {name}.", len(found)
    )
    click.echo(told.format(number=len(found), name=output.name))


@calls.command("import", help=_("Voeg gesprekken toe uit een bestand van «calls export»."))
@click.argument("file", type=click.Path(path_type=Path))
@data_options
@click.pass_context
def import_(context: click.Context, /, file: Path, **_options: object) -> None:
    """Add the calls in a file that are not in the log yet."""
    records = read_calls(_content_of(file_of(file)))
    with desk_of(context) as desk:
        added = desk.calls.add_records(records, By(desk.staff.at_the_desk()))
    told = ngettext(
        "{number} gesprek toegevoegd.", "{number} gesprekken toegevoegd.", added.new
    ).format(number=added.new)
    known = ngettext("{number} stond er al.", "{number} stonden er al.", added.known).format(
        number=added.known
    )
    click.echo(f"{told} {known}")


def _written(desk: Desk, records: list[CallRecord], kind: Format) -> str:
    if kind is Format.JSON:
        return written_json(records)
    return written_csv(records, desk.library.all().lists, desk.time.from_utc)


def _days(first: str | None, last: str | None) -> tuple[date | None, date | None]:
    from_day, to_day = _day(first), _day(last)
    if from_day and to_day and from_day > to_day:
        raise click.BadParameter(
            _("de eerste dag, {first}, komt na de laatste, {last}.").format(
                first=f"{from_day:%d-%m-%Y}", last=f"{to_day:%d-%m-%Y}"
            )
        )
    return from_day, to_day


def _day(text: str | None) -> date | None:
    try:
        return appointment_day(text) if text else None
    except NotUnderstoodError as error:
        raise click.BadParameter(error.reason) from error


def _refuse_existing(path: Path) -> None:
    if path.exists():
        raise KnownError(
            _("Het bestand {name} is er al.").format(name=path.name),
            _("Er is niets overschreven. Kies een andere naam."),
        )


def _save(path: Path, content: bytes) -> None:
    """Write a new file that only this user may read."""
    try:
        path.touch(mode=_ONLY_OURS, exist_ok=False)
        try:
            path.write_bytes(content)
        except OSError:
            path.unlink(missing_ok=True)
            raise
    except FileExistsError:
        _refuse_existing(path)
    except OSError as error:
        raise KnownError(
            _("Het bestand {name} kan hier niet worden bewaard.").format(name=path.name),
            _("Kies een map waarin u mag schrijven, of maak ruimte op de schijf."),
        ) from error


def _content_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise KnownError(
            _("Het bestand {name} is niet te lezen.").format(name=path.name),
            _("Er is niets toegevoegd. Kijk of u het bestand mag openen."),
        ) from error
