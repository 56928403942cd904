"""Commands that explain themselves in the language of the user."""

from collections.abc import Iterator
from contextlib import contextmanager

import click

from reception_assistant.i18n import N_, _

_SECTIONS = {"Options": N_("Opties"), "Commands": N_("Opdrachten"), "Arguments": N_("Gegevens")}


class _Formatter(click.HelpFormatter):
    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, _("Zo gebruikt u het: ") if prefix is None else prefix)

    @contextmanager
    def section(self, name: str) -> Iterator[None]:
        with super().section(_(_SECTIONS[name]) if name in _SECTIONS else name):
            yield


class _Context(click.Context):
    formatter_class = _Formatter


class Command(click.Command):
    """A command; see `click.Command`."""

    context_class = _Context

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return the option for help, with its own help in the language of the user."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = _("Toon deze uitleg.")
        return option


class Group(Command, click.Group):
    """Commands that belong together; see `click.Group`."""

    command_class = Command
    group_class = type
