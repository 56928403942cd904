"""The command line: what the window can do, for a terminal or a script."""

import sys
from collections.abc import Sequence

import click

from reception_assistant.agenda.readers.trouble import UnclearColumnsError
from reception_assistant.cli.agenda import agenda
from reception_assistant.cli.call import call
from reception_assistant.cli.calls import calls
from reception_assistant.cli.choosing import StillUnclearError
from reception_assistant.cli.commands import Group
from reception_assistant.cli.complaints import complaints
from reception_assistant.cli.demo_choice import with_demo_named
from reception_assistant.cli.doctor import doctor
from reception_assistant.cli.feedback import feedback
from reception_assistant.cli.follow_ups import follow_ups
from reception_assistant.cli.options import data_options
from reception_assistant.cli.paper import PdfOf, feedback_card, hand_over, letter, overview
from reception_assistant.cli.profiles import profile, profiles
from reception_assistant.cli.scripts import scripts
from reception_assistant.cli.settings import settings
from reception_assistant.cli.sources import refresh, source, sources, unwatch, watch
from reception_assistant.cli.today import today
from reception_assistant.errors import KnownError
from reception_assistant.i18n import _
from reception_assistant.log import places

_WRONG_CALL = 2


@click.group(
    cls=Group,
    help=_("Balie: de juiste naam in de juiste zin. Zonder opdracht opent het venster."),
    context_settings={"help_option_names": ["--help", "-h"]},
)
@data_options
@click.option(
    "--screenshots", metavar=_("MAP"), help=_("Bewaar een plaatje van elk scherm in deze map.")
)
def balie(**_options: object) -> None:
    """Take the options for the whole program; the sub-commands do the work."""


for _command in (profiles, profile, sources, source, watch, unwatch, refresh):
    agenda.add_command(_command)
_AFTER = (follow_ups, complaints, feedback)
for _command in (agenda, today, scripts, call, calls, *_AFTER, doctor, settings):
    balie.add_command(_command)
for _command in (overview, hand_over, letter, feedback_card):
    balie.add_command(_command)


def run(arguments: Sequence[str], pdf_of: PdfOf | None = None) -> int:
    """Run one command and return its exit code; never lets an error pass as a traceback.

    `pdf_of` makes a PDF of a page, where there is Qt to do so.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    try:
        result = balie.main(args=with_demo_named(arguments), standalone_mode=False, obj=pdf_of)
    except (click.ClickException, UnclearColumnsError) as error:
        click.echo(_told(error), err=True)
        return _WRONG_CALL
    except click.Abort:
        click.echo(_("Gestopt. Er is niets veranderd."), err=True)
        return 1
    except KnownError as error:
        click.echo(str(error), err=True)
        return 1
    except BrokenPipeError:
        sys.stderr.close()
        return 0
    except Exception as error:  # noqa: BLE001  the last resort: nobody at a desk reads a traceback
        click.echo(_ours(error), err=True)
        return 1
    return result if isinstance(result, int) else 0


def _ours(error: Exception) -> str:
    """Return what to say of an error of our own: its kind and place, never what was typed."""
    kind, *where = places(error).splitlines()
    return _(
        "Er ging iets mis in Balie zelf. Er is niets half bewaard. Meld dit erbij: {place}."
    ).format(place=" ".join((kind, *(line.strip() for line in where[-1:]))))


def _told(error: click.ClickException | UnclearColumnsError) -> str:
    """Return in Dutch what was wrong with the call."""
    if isinstance(error, StillUnclearError | UnclearColumnsError):
        return str(error)
    if isinstance(error, click.NoSuchOption):
        what = _("De optie {name} bestaat niet.").format(name=error.option_name)
    elif isinstance(error, click.MissingParameter):
        named = error.param.human_readable_name if error.param else ""
        what = _("Er ontbreekt iets: {name}.").format(name=named)
    elif isinstance(error, click.BadParameter):
        what = _("Dit klopt niet: {reason}").format(reason=error.message)
    elif isinstance(error, click.UsageError):
        what = _("Deze opdracht ken ik niet of is niet compleet.")
    else:
        what = error.format_message()
    advice = _("Met --help ziet u wat er kan.")
    return f"{what} {advice}"
