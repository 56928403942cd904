"""`doctor`: whether everything is well."""

import click

from reception_assistant.cli.commands import Command
from reception_assistant.cli.options import data_options, desk_of
from reception_assistant.cli.output import columns, echo_json
from reception_assistant.i18n import _


@click.command(
    cls=Command, help=_("Kijk of alles in orde is: gegevens, plaats, ruimte en letters.")
)
@click.option("--json", "as_json", is_flag=True, help=_("Antwoord als JSON."))
@data_options
@click.pass_context
def doctor(context: click.Context, /, *, as_json: bool, **_options: object) -> int:
    """Examine the program and its data; exit code 1 when something needs care."""
    with desk_of(context) as desk:
        findings = desk.health.examine()
    well = all(each.well for each in findings)
    if as_json:
        echo_json(
            [
                {
                    "subject": each.subject,
                    "well": each.well,
                    "seen": each.seen,
                    "advice": each.advice,
                }
                for each in findings
            ]
        )
        return 0 if well else 1
    rows = [[_("goed") if each.well else _("let op"), each.subject, each.seen] for each in findings]
    for line, finding in zip(columns(rows), findings, strict=True):
        click.echo(line)
        if finding.advice:
            click.echo(f"        {finding.advice}")
    return 0 if well else 1
