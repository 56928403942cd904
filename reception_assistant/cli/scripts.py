"""`scripts`: what may be said here, checked, listed and tried in the terminal."""

import click

from reception_assistant.cli.commands import Group
from reception_assistant.cli.options import data_options, desk_of
from reception_assistant.cli.output import columns, echo_json
from reception_assistant.cli.scripts_check import check
from reception_assistant.cli.scripts_try import try_
from reception_assistant.i18n import _, ngettext
from reception_assistant.library.script import Script


@click.group(cls=Group, help=_("De scripts: bekijken, nakijken en proberen."))
@data_options
def scripts(**_options: object) -> None:
    """Hold the commands about scripts."""


@scripts.command("list", help=_("Toon alle scripts van deze praktijk."))
@click.option("--json", "as_json", is_flag=True, help=_("Antwoord als JSON."))
@data_options
@click.pass_context
def list_(context: click.Context, /, *, as_json: bool, **_options: object) -> None:
    """Show every script with its theme, its steps and its ends."""
    with desk_of(context) as desk:
        desk.library.fill()
        found = [version.script for version in desk.library.all().scripts.values()]
    found.sort(key=lambda script: (script.theme, script.title))
    if as_json:
        echo_json([_facts(script) for script in found])
        return
    rows = [(each.id, each.theme, each.title, str(len(each.steps))) for each in found]
    heads = (_("id"), _("thema"), _("titel"), _("stappen"))
    click.echo("\n".join(columns((heads, *rows))))
    total = ngettext("{number} script.", "{number} scripts.", len(found))
    click.echo(total.format(number=len(found)))


def _facts(script: Script) -> dict[str, object]:
    return {
        "id": script.id,
        "title": script.title,
        "theme": script.theme,
        "goal": script.goal,
        "steps": len(script.steps),
        "review": script.review.next if script.review else "",
    }


scripts.add_command(check)
scripts.add_command(try_)
