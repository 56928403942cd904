"""`settings`: what the practice chose."""

import click

from reception_assistant.cli.commands import Group
from reception_assistant.cli.options import data_options, desk_of
from reception_assistant.cli.output import columns, echo_json
from reception_assistant.desk.acting import By
from reception_assistant.i18n import _
from reception_assistant.settings.catalogue import BY_NAME, CATALOGUE, Setting


@click.group(cls=Group, help=_("De instellingen van de praktijk."))
@data_options
def settings(**_options: object) -> None:
    """Hold the commands about settings."""


@settings.command("list", help=_("Toon alle instellingen."))
@click.option("--json", "as_json", is_flag=True, help=_("Antwoord als JSON."))
@data_options
@click.pass_context
def list_(context: click.Context, /, *, as_json: bool, **_options: object) -> None:
    """Show every setting with its value."""
    with desk_of(context) as desk:
        chosen = desk.settings.all()
    if as_json:
        echo_json({setting.name: chosen.get(setting) for setting in CATALOGUE})
        return
    rows = [
        [setting.name, ", ".join(chosen.items(setting)), _(setting.label)] for setting in CATALOGUE
    ]
    click.echo("\n".join(columns(rows)))


@settings.command("get", help=_("Toon één instelling."))
@click.argument("name")
@data_options
@click.pass_context
def get(context: click.Context, /, name: str, **_options: object) -> None:
    """Show the value of one setting."""
    setting = _known(name)
    with desk_of(context) as desk:
        click.echo(desk.settings.all().get(setting))


@settings.command("set", help=_("Verander één instelling."))
@click.argument("name")
@click.argument("value")
@data_options
@click.pass_context
def set_(context: click.Context, /, name: str, value: str, **_options: object) -> None:
    """Keep a new value for one setting."""
    setting = _known(name)
    with desk_of(context) as desk:
        desk.settings.choose(setting, value, By(desk.staff.at_the_desk()))


def _known(name: str) -> Setting:
    if name not in BY_NAME:
        raise click.BadParameter(_("de instelling {name} bestaat niet.").format(name=name))
    return BY_NAME[name]
