"""`feedback`: write down what somebody tells, and read what was told."""

import click

from reception_assistant.agenda.readers.dates import appointment_day
from reception_assistant.agenda.readers.trouble import NotUnderstoodError
from reception_assistant.cli.commands import Group
from reception_assistant.cli.options import data_options, desk_of
from reception_assistant.cli.output import columns, echo_json
from reception_assistant.complaints.feedback import Feedback, NewFeedback, Sort
from reception_assistant.desk.acting import By
from reception_assistant.desk.opening import Desk
from reception_assistant.i18n import _
from reception_assistant.library.context import Moment

_MOST = 500


@click.group(cls=Group, help=_("Complimenten, ideeën en opmerkingen."))
@data_options
def feedback(**_options: object) -> None:
    """Hold the commands about what people tell us."""


def _known_sort(
    _context: click.Context, _parameter: click.Parameter, sort: str | None
) -> Sort | None:
    if sort is None:
        return None
    try:
        return Sort(sort)
    except ValueError as error:
        raise click.BadParameter(_("kies uit: {sorts}.").format(sorts=", ".join(Sort))) from error


def _day(_context: click.Context, _parameter: click.Parameter, text: str | None) -> str:
    try:
        return appointment_day(text).isoformat() if text else ""
    except NotUnderstoodError as error:
        raise click.BadParameter(error.reason) from error


@feedback.command("tell", help=_("Schrijf op wat iemand vertelt, en toon hoe u bedankt."))
@click.argument("text", metavar=_("WOORDEN"))
@click.option(
    "--sort",
    callback=_known_sort,
    default=Sort.FEEDBACK.value,
    metavar=_("SOORT"),
    help=_("Een van: {sorts}.").format(sorts=", ".join(Sort)),
)
@click.option("--whom", default="", metavar=_("NAAM"), help=_("Wie het vertelt."))
@click.option("--about", default="", metavar=_("WIE"), help=_("Over wie of wat het gaat."))
@click.option("--where", default="", metavar=_("PLEK"), help=_("Waar het is verteld."))
@click.option(
    "--reach", default="", metavar=_("ADRES"), help=_("Nummer of adres voor het antwoord.")
)
@click.option(
    "--reply-before",
    "reply_before",
    callback=_day,
    metavar=_("DAG"),
    help=_("Beloof een antwoord voor het eind van deze dag."),
)
@data_options
@click.pass_context
def tell(context: click.Context, /, text: str, sort: Sort, reply_before: str, **words: str) -> None:
    """Write down what somebody tells."""
    new = NewFeedback(
        sort=sort,
        text=text,
        where=words["where"],
        whom=words["whom"],
        about=words["about"],
        reply_before=reply_before,
        reach=words["reach"],
    )
    with desk_of(context) as desk:
        desk.after.feedback.tell(new, By(desk.staff.at_the_desk()))
        said = desk.after.feedback.thanks(sort, Moment.PHONE, reply_before)
        care = desk.after.feedback.with_care(new.where)
    click.echo(_("Opgeschreven. U kunt zeggen: {sentence}").format(sentence=said))
    if care:
        click.echo(care)


@feedback.command("list", help=_("Toon wat er is verteld, het nieuwste eerst."))
@click.option("--sort", callback=_known_sort, metavar=_("SOORT"), help=_("Pas van deze soort."))
@click.option(
    "--limit",
    type=click.IntRange(1, _MOST),
    default=50,
    metavar=_("AANTAL"),
    help=_("Hooguit zoveel."),
)
@click.option("--json", "as_json", is_flag=True, help=_("Antwoord als JSON."))
@data_options
@click.pass_context
def list_(
    context: click.Context, /, *, sort: Sort | None, limit: int, as_json: bool, **_options: object
) -> None:
    """Show what was told."""
    with desk_of(context) as desk:
        found = desk.after.feedback.listed(sort, limit)
        rows = [_row(desk, each) for each in found]
    if as_json:
        echo_json(found)
        return
    click.echo("\n".join(columns(rows)) if rows else _("Er is nog niets opgeschreven."))


def _row(desk: Desk, told: Feedback) -> tuple[str, ...]:
    said = desk.time.from_utc(told.at_utc)
    return (f"{said:%d-%m-%Y}", told.sort, " ".join(told.text.split()), _reply(told))


def _reply(told: Feedback) -> str:
    if told.done:
        return _("gedaan: {done}").format(done=" ".join(told.done.split()))
    if told.reply_before:
        day = "-".join(reversed(told.reply_before.split("-")))
        return _("antwoord voor {day}").format(day=day)
    return ""
