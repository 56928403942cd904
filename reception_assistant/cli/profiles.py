"""`agenda profiles` and `agenda profile`: how the files of each system are read."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar

import click
from msgspec.structs import replace

from reception_assistant.agenda.profile import (
    CalendarChoices,
    DayOrder,
    Kind,
    NameFrom,
    PractitionerFrom,
    Profile,
    TableChoices,
    TreatmentFrom,
)
from reception_assistant.agenda.readers.tables.columns import OUR_COLUMNS
from reception_assistant.cli.choosing import asking_how
from reception_assistant.cli.commands import Command, Group
from reception_assistant.cli.options import data_options, desk_of, file_of
from reception_assistant.cli.output import columns, echo_json
from reception_assistant.desk.acting import By
from reception_assistant.desk.agenda_files import take_file
from reception_assistant.desk.assistant import Preview
from reception_assistant.desk.settings import manners
from reception_assistant.errors import KnownError
from reception_assistant.i18n import _

_Choice = TypeVar("_Choice", DayOrder, NameFrom, TreatmentFrom, PractitionerFrom)
_Command = TypeVar("_Command", bound=Callable[..., Any])
_NOWHERE = "none"
_OF_TABLE = ("table", "order", "split_prefix")
_OF_CALENDAR = ("name_from", "separator", "treatment_from", "practitioner_from", "practitioner")


def _choices_options(command: _Command) -> _Command:
    """Let `command` take what can be chosen of a profile."""
    for option in (
        click.option(
            "--map", "mapped", multiple=True, metavar="balie=Kolom", help=_("Welke kolom wat is.")
        ),
        click.option("--table", metavar=_("NAAM"), help=_("Het blad of de tabel met de agenda.")),
        click.option(
            "--order",
            type=click.Choice(["dm", "md"]),
            help=_("Wat in een datum eerst komt: dag of maand."),
        ),
        click.option(
            "--split-prefix",
            is_flag=True,
            help=_("Haal het voorvoegsel uit de kolom achternaam."),
        ),
        click.option(
            "--name-from",
            type=click.Choice(["as-received", "title", "before", "after", "attendee"]),
            help=_("Waar in een agenda-item de naam staat."),
        ),
        click.option("--separator", help=_("Wat de naam scheidt van de rest.")),
        click.option(
            "--treatment-from",
            type=click.Choice(["description", "categories", "rest", _NOWHERE]),
            help=_("Waar de behandeling staat."),
        ),
        click.option(
            "--practitioner-from",
            type=click.Choice(["organizer", "calendar", "fixed", _NOWHERE]),
            help=_("Waar de behandelaar staat."),
        ),
        click.option("--practitioner", help=_("De vaste behandelaar.")),
    ):
        command = option(command)
    return command


@click.command(
    "profiles", cls=Command, help=_("Toon hoe de bestanden van elk systeem gelezen worden.")
)
@click.option("--json", "as_json", is_flag=True, help=_("Antwoord als JSON."))
@data_options
@click.pass_context
def profiles(context: click.Context, /, *, as_json: bool, **_options: object) -> None:
    """List the profiles."""
    with desk_of(context) as desk:
        found = desk.profiles.all()
    if as_json:
        echo_json(found)
    elif found:
        click.echo("\n".join(columns([(each.name, _told(each)) for each in found])))
    else:
        click.echo(_("Er zijn nog geen profielen."))


@click.group("profile", cls=Group, help=_("Bewaar of vergeet een profiel."))
@data_options
def profile(**_options: object) -> None:
    """Hold the commands about one profile."""


@profile.command("save", help=_("Bewaar hoe bestanden zoals dit gelezen worden."))
@click.argument("name")
@click.argument("file", type=click.Path(path_type=Path))
@_choices_options
@data_options
@click.pass_context
def save(
    context: click.Context, /, name: str, file: Path, mapped: tuple[str, ...], **options: Any
) -> None:
    """Keep how files like this one are read; what is not said is guessed from the file."""
    path = file_of(file)
    pairs = _pairs(mapped)
    table = options["table"] or ""
    with desk_of(context) as desk, asking_how(desk, path, name, pairs, table):
        taken = take_file(path)
        _refuse_misplaced(taken.kind, mapped, options)
        before = desk.assistant.look(taken, desk.profiles.all(), table).profile
        chosen = replace(
            before,
            name=name,
            table=_table_choices(before.table, pairs, options),
            calendar=_calendar_choices(before.calendar, options),
        )
        _refuse_useless(desk.assistant.preview(taken, chosen, None, manners(desk.settings.all())))
        kept = desk.profiles.save(chosen, By(desk.staff.at_the_desk()))
    click.echo(_("Bewaard: {name}. {told}").format(name=kept.name, told=_told(kept)))


@profile.command("remove", help=_("Vergeet een profiel; de afspraken blijven."))
@click.argument("name")
@data_options
@click.pass_context
def remove(context: click.Context, /, name: str, **_options: object) -> None:
    """Forget a profile."""
    with desk_of(context) as desk:
        found = desk.profiles.named(name)
        desk.profiles.remove(found, By(desk.staff.at_the_desk()))
    click.echo(_("Vergeten: {name}. De afspraken blijven staan.").format(name=found.name))


def _pairs(mapped: tuple[str, ...]) -> dict[str, str]:
    pairs: dict[str, str] = {}
    for text in mapped:
        ours, equals, theirs = text.partition("=")
        ours = ours.strip().lower()
        if not equals or ours not in OUR_COLUMNS:
            raise click.BadParameter(
                _("schrijf --map zo: achternaam=Kolom. Links staat een van: {names}.").format(
                    names=", ".join(OUR_COLUMNS)
                )
            )
        if ours in pairs:
            raise click.BadParameter(_("--map {name} staat er twee keer.").format(name=ours))
        pairs[ours] = theirs.strip()
    return pairs


def _refuse_misplaced(kind: Kind, mapped: tuple[str, ...], options: Mapping[str, Any]) -> None:
    """Raise `BadParameter` for what says nothing about a file of this kind."""
    of_table = mapped or any(options[name] for name in _OF_TABLE)
    of_calendar = any(options[name] is not None for name in _OF_CALENDAR)
    if kind is Kind.FHIR and (of_table or of_calendar):
        raise click.BadParameter(
            _("een FHIR-bestand zegt zelf al wat wat is. Laat deze opties weg.")
        )
    if kind is Kind.CALENDAR and of_table:
        raise click.BadParameter(
            _("dit bestand is een iCalendar-agenda, zonder kolommen. Gebruik {option}.").format(
                option="--name-from"
            )
        )
    if kind not in (Kind.CALENDAR, Kind.FHIR) and of_calendar:
        raise click.BadParameter(_("dit bestand is een tabel. Zeg met --map welke kolom wat is."))


def _refuse_useless(seen: Preview) -> None:
    """Raise what is wrong when no appointment can be read so: it is not kept."""
    if seen.rejected and not seen.greeted:
        raise KnownError(
            _("Zo kan Balie geen enkele afspraak lezen. {where}: {reason}").format(
                where=seen.rejected[0].where, reason=seen.rejected[0].reason
            ),
            _("Er is niets bewaard. Kies het anders en probeer het nog eens."),
        )


def _table_choices(
    before: TableChoices, pairs: Mapping[str, str], options: Mapping[str, Any]
) -> TableChoices:
    columns = {**before.columns, **pairs}
    return replace(
        before,
        columns={ours: theirs for ours, theirs in columns.items() if theirs},
        day_order=DayOrder(options["order"] or before.day_order),
        prefix_in_surname=options["split_prefix"] or before.prefix_in_surname,
    )


def _calendar_choices(before: CalendarChoices, options: Mapping[str, Any]) -> CalendarChoices:
    practitioner_from = options["practitioner_from"] or ("fixed" * bool(options["practitioner"]))
    separator = options["separator"]
    chosen = CalendarChoices(
        name_from=_choice(NameFrom, options["name_from"], before.name_from),
        separator=before.separator if separator is None else separator,
        treatment_from=_choice(TreatmentFrom, options["treatment_from"], before.treatment_from),
        practitioner_from=_choice(
            PractitionerFrom, practitioner_from or None, before.practitioner_from
        ),
        practitioner=options["practitioner"] or before.practitioner,
    )
    if chosen.name_from in (NameFrom.BEFORE, NameFrom.AFTER) and not chosen.separator:
        raise click.BadParameter(
            _("bij {option} hoort {other}, bijvoorbeeld: {example}").format(
                option=f"--name-from {chosen.name_from}",
                other="--separator",
                example="--separator ' - '",
            )
        )
    if chosen.practitioner_from is PractitionerFrom.FIXED and not chosen.practitioner:
        raise click.BadParameter(
            _("bij {option} hoort {other}.").format(
                option="--practitioner-from fixed", other="--practitioner"
            )
        )
    return chosen


def _choice(kind: type[_Choice], chosen: str | None, before: _Choice) -> _Choice:
    if chosen is None:
        return before
    return kind("" if chosen in (_NOWHERE, "as-received") else chosen)


def _told(profile: Profile) -> str:
    if profile.kind is Kind.FHIR:
        return _("FHIR")
    if profile.kind is Kind.CALENDAR:
        chosen = profile.calendar
        return _("agenda: naam uit {name}, behandeling uit {treatment}").format(
            name=chosen.name_from or "as-received", treatment=chosen.treatment_from or _NOWHERE
        )
    return ", ".join(f"{ours}={theirs}" for ours, theirs in profile.table.columns.items())
