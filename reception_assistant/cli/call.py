"""`call`: tell the window that is open who is calling."""

import click

from reception_assistant import paths
from reception_assistant.call_pop import Message, Reply, Wish, send
from reception_assistant.calls.phone import read_number
from reception_assistant.cli.commands import Command
from reception_assistant.cli.options import data_options, given
from reception_assistant.errors import KnownError
from reception_assistant.i18n import _


@click.command(
    cls=Command,
    help=_(
        "Geef door wie er belt: het venster van Balie begint een gesprek met dit nummer. "
        "Voor een telefooncentrale."
    ),
)
@click.argument("number", metavar=_("NUMMER"))
@data_options
@click.pass_context
def call(context: click.Context, /, number: str, **_options: object) -> None:
    """Tell the open window that this number is calling."""
    read = read_number(number)
    if read is None:
        raise click.BadParameter(_("dit is geen telefoonnummer."))
    folder = None if given(context, "demo") else paths.data_folder(given(context, "data"))
    reply = send(folder, Message(Wish.CALL, read.shown))
    if reply is None:
        raise KnownError(
            _("Er staat geen venster van Balie open. Het nummer is niet doorgegeven."),
            _("Open Balie en probeer het opnieuw."),
        )
    if reply is not Reply.TAKEN:
        raise KnownError(
            _("Het venster van Balie begreep dit niet. Het nummer is niet doorgegeven."),
            _("Sluit Balie en open het opnieuw: misschien is het een oudere versie."),
        )
    click.echo(_("Doorgegeven aan Balie."))
