"""What the commands share that write out a list of some days."""

from datetime import date

import click

from reception_assistant.agenda.readers.dates import appointment_day
from reception_assistant.agenda.readers.trouble import NotUnderstoodError
from reception_assistant.calls.exchange import Format
from reception_assistant.i18n import _

_WITH_BOM = "utf-8-sig"  # by it a spreadsheet sees that the letters are UTF-8


def known_format(_context: click.Context, _parameter: click.Parameter, kind: str) -> Format:
    """Return how the file is written."""
    try:
        return Format(kind)
    except ValueError as error:
        raise click.BadParameter(_("kies csv of json.")) from error


def days_of(first: str | None, last: str | None) -> tuple[date | None, date | None]:
    """Return the first and the last day that were typed; raises `BadParameter`."""
    from_day, to_day = day_of(first), day_of(last)
    if from_day and to_day and from_day > to_day:
        raise click.BadParameter(
            _("de eerste dag, {first}, komt na de laatste, {last}.").format(
                first=f"{from_day:%d-%m-%Y}", last=f"{to_day:%d-%m-%Y}"
            )
        )
    return from_day, to_day


def day_of(text: str | None) -> date | None:
    """Return the day that was typed; raises `BadParameter` when it is none."""
    try:
        return appointment_day(text) if text else None
    except NotUnderstoodError as error:
        raise click.BadParameter(error.reason) from error


def encoded(text: str, kind: Format) -> bytes:
    """Return the content of the file."""
    return text.encode(_WITH_BOM if kind is Format.CSV else "utf-8")
