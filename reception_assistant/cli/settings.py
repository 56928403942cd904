"""`settings`: what the practice chose."""

from collections.abc import Iterator

import click

from reception_assistant.cli.commands import Group as Commands
from reception_assistant.cli.options import data_options, desk_of
from reception_assistant.cli.output import columns, echo_json
from reception_assistant.desk.acting import By
from reception_assistant.i18n import _, ngettext
from reception_assistant.settings.catalogue import (
    BY_NAME,
    CATALOGUE,
    TITLES,
    Group,
    Kind,
    Setting,
    Settings,
    of_group,
)

_OF_LINES = (Kind.LIST, Kind.PAIRS)
_BETWEEN_LINES = ";"
_MOST_LINES = 4


@click.group(cls=Commands, help=_("De instellingen van de praktijk."))
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
    click.echo("\n".join(_told(chosen)))


@settings.command("get", help=_("Toon één instelling, van een lijst elke regel apart."))
@click.argument("name")
@data_options
@click.pass_context
def get(context: click.Context, /, name: str, **_options: object) -> None:
    """Show the value of one setting."""
    setting = _known(name)
    with desk_of(context) as desk:
        click.echo(desk.settings.all().get(setting))


@settings.command(
    "set",
    help=_(
        "Verander één instelling. Zet bij een lijst een ; tussen de regels, en antwoord op een "
        "vraag met ja of nee."
    ),
)
@click.argument("name")
@click.argument("value")
@data_options
@click.pass_context
def set_(context: click.Context, /, name: str, value: str, **_options: object) -> None:
    """Keep a new value for one setting."""
    setting = _known(name)
    with desk_of(context) as desk:
        by = By(desk.staff.at_the_desk())
        desk.settings.choose(setting, _as_kept(setting, value), by)


def _known(name: str) -> Setting:
    if name not in BY_NAME:
        raise click.BadParameter(_("de instelling {name} bestaat niet.").format(name=name))
    return BY_NAME[name]


def _as_kept(setting: Setting, value: str) -> str:
    """Return what was typed on one line as it is kept."""
    if setting.kind is Kind.YES_NO:
        return value.casefold()
    if setting.kind in _OF_LINES:
        return "\n".join(part.strip() for part in value.split(_BETWEEN_LINES))
    return value


def _told(chosen: Settings) -> Iterator[str]:
    """Give the lines of the list: the settings by subject, each subject under its name."""
    lines = iter(
        columns([[f"  {each.name}", _(each.label), _shown(each, chosen)] for each in _listed()])
    )
    for place, group in enumerate(Group):
        if place:
            yield ""
        yield _(TITLES[group])
        for _each in of_group(group):
            yield next(lines)


def _listed() -> Iterator[Setting]:
    return (setting for group in Group for setting in of_group(group))


def _shown(setting: Setting, chosen: Settings) -> str:
    """Return a value on one line, as `set` takes it; of a long list the first lines."""
    lines = chosen.items(setting)
    if setting.kind not in _OF_LINES:
        return " ".join(lines)
    shown = f"{_BETWEEN_LINES} ".join(lines[:_MOST_LINES])
    more = len(lines) - _MOST_LINES
    if more <= 0:
        return shown
    rest = ngettext("(en nog {count} regel)", "(en nog {count} regels)", more)
    return f"{shown} {rest.format(count=more)}"
