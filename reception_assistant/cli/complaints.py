"""`complaints`: the register of complaints, read, begun and taken elsewhere."""

from collections.abc import Iterator
from pathlib import Path

import click

from reception_assistant.calls.exchange import Format
from reception_assistant.cli.commands import Group
from reception_assistant.cli.exporting import day_of, days_of, encoded, known_format
from reception_assistant.cli.options import data_options, desk_of
from reception_assistant.cli.output import columns, echo_json
from reception_assistant.complaints.complaint import (
    Complaint,
    Field,
    Form,
    NewComplaint,
    State,
    Where,
)
from reception_assistant.complaints.guides import question, title
from reception_assistant.complaints.listed import Row, Search
from reception_assistant.complaints.steps import FIELDS
from reception_assistant.complaints.terms import term_words
from reception_assistant.desk.acting import By
from reception_assistant.desk.complaint_export import shared, written_csv, written_json
from reception_assistant.desk.opening import Desk
from reception_assistant.errors import KnownError
from reception_assistant.i18n import _, ngettext
from reception_assistant.paper.saving import refuse_existing, save_new


@click.group(cls=Group, help=_("Klachten: het register en wat erin staat."))
@data_options
def complaints(**_options: object) -> None:
    """Hold the commands about complaints."""


@complaints.command("list", help=_("Toon de klachten; wat het eerst antwoord vraagt, bovenaan."))
@click.option("--text", default="", metavar=_("TEKST"), help=_("Alleen waar deze tekst in staat."))
@click.option("--closed", is_flag=True, help=_("Toon de gesloten klachten."))
@click.option("--all", "everything", is_flag=True, help=_("Toon open en gesloten klachten."))
@click.option("--json", "as_json", is_flag=True, help=_("Als JSON, voor een programma."))
@data_options
@click.pass_context
def list_(
    context: click.Context,
    /,
    text: str,
    *,
    closed: bool,
    everything: bool,
    as_json: bool,
    **_options: object,
) -> None:
    """Show the register."""
    state = None if everything else State.CLOSED if closed else State.OPEN
    with desk_of(context) as desk:
        rows = desk.after.complaints.listed(Search(text=text, state=state))
    if as_json:
        echo_json([_row_facts(row) for row in rows])
        return
    if not rows:
        click.echo(_("Er zijn hier geen klachten."))
        return
    for line in columns([_cells(row) for row in rows]):
        click.echo(line)


@complaints.command("show", help=_("Toon één klacht; wat tussen de regels staat, blijft privé."))
@click.argument("complaint", metavar=_("KLACHT"))
@click.option("--json", "as_json", is_flag=True, help=_("Als JSON, voor een programma."))
@data_options
@click.pass_context
def show(context: click.Context, /, complaint: str, *, as_json: bool, **_options: object) -> None:
    """Show a complaint, without what is private."""
    with desk_of(context) as desk:
        found = desk.after.complaints.one(complaint)
        if found is None:
            raise KnownError(
                _("Deze klacht is er niet."),
                _("Kijk met «complaints list» welke klachten er zijn."),
            )
        told = shared(found)
        if as_json:
            echo_json(told)
            return
        for line in _record(desk, told):
            click.echo(line)


@complaints.command("begin", help=_("Noteer een klacht."))
@click.argument("subject", metavar=_("WAAROVER"))
@click.option("--who", default="", metavar=_("NAAM"), help=_("Van wie de klacht is."))
@click.option("--reach", default="", metavar=_("NUMMER"), help=_("Hoe u die persoon bereikt."))
@click.option("--words", default="", metavar=_("TEKST"), help=_("Wat de klant zelf zegt."))
@click.option("--received", metavar=_("DAG"), help=_("Wanneer de klacht binnenkwam."))
@click.option("--written", is_flag=True, help=_("De klacht kwam op papier of per mail."))
@data_options
@click.pass_context
def begin(
    context: click.Context,
    /,
    subject: str,
    who: str,
    reach: str,
    words: str,
    received: str | None,
    *,
    written: bool,
    **_options: object,
) -> None:
    """Begin a complaint; whoever is at the desk owns it."""
    day = day_of(received)
    with desk_of(context) as desk:
        by = By(desk.staff.at_the_desk())
        new = NewComplaint(
            subject=subject,
            received=(day or desk.time.now().date()).isoformat(),
            form=Form.WRITTEN if written else Form.SPOKEN,
            where=Where.MAIL if written else Where.DESK,
            owner_id=by.employee.id,
            whom=who,
            reach=reach,
            answers={Field.WORDS.value: words} if words else {},
        )
        begun = desk.after.complaints.begin(new, by)
    click.echo(_("De klacht is genoteerd: {id}").format(id=begun.id))


@complaints.command("export", help=_("Schrijf klachten uit, voor een rekenblad of een programma."))
@click.option("--from", "first", metavar=_("DAG"), help=_("Pas vanaf deze dag."))
@click.option("--to", "last", metavar=_("DAG"), help=_("Tot en met deze dag."))
@click.option(
    "--format",
    "kind",
    callback=known_format,
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
    """Write the complaints of some days to a file, or show them."""
    days = days_of(first, last)
    if output is not None:
        refuse_existing(output)
    with desk_of(context) as desk:
        found = desk.after.complaints.export(*days, By(desk.staff.at_the_desk()))
        text = _written(desk, found, kind)
    if output is None:
        click.echo(text.encode(), nl=False)
        return
    save_new(output, encoded(text, kind))
    told = ngettext(
        "{number} klacht bewaard in {name}.", "{number} klachten bewaard in {name}.", len(found)
    )
    click.echo(told.format(number=len(found), name=output.name))


def _written(desk: Desk, found: list[Complaint], kind: Format) -> str:
    if kind is Format.JSON:
        return written_json(found)
    return written_csv(found, desk.library.all().lists, desk.after.complaints.due)


def _row_facts(row: Row) -> dict[str, object]:
    return {**row._asdict(), "phase": int(row.phase)}


def _cells(row: Row) -> tuple[str, ...]:
    step = _("stap {number} van 7").format(number=int(row.phase))
    return (row.due_words, row.who, row.subject, step, row.owner, row.id)


def _record(desk: Desk, complaint: Complaint) -> Iterator[str]:
    """Give the lines of a record: what it is, its term, and what each step holds."""
    asked = desk.after.complaints
    yield _("{who}: {subject}").format(who=asked.who(complaint), subject=complaint.subject)
    yield _("Eigenaar: {name}").format(name=complaint.owner)
    today = desk.time.now().date()
    words = term_words(complaint, asked.regime(complaint), asked.due(complaint), today)
    yield words.head
    yield from words.lines
    yield _("Nu bij stap {number}: {name}").format(
        number=int(complaint.phase), name=title(complaint.phase)
    )
    for phase, fields in FIELDS.items():
        told = [(field, complaint.answer(field)) for field in fields if complaint.answer(field)]
        if told:
            yield f"{int(phase)} {title(phase)}"
        for field, text in told:
            yield f"  {question(field).label}: {text}"
    if complaint.state is State.CLOSED:
        yield _("Gesloten. {reason}").format(reason=complaint.closed_reason).rstrip()
