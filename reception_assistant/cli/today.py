"""`today`: who comes, and what to say to them."""

from collections.abc import Iterator
from datetime import date, datetime, time
from typing import NamedTuple

import click

from reception_assistant.agenda.day import Visit
from reception_assistant.agenda.readers.dates import appointment_day, time_of_day
from reception_assistant.agenda.readers.trouble import NotUnderstoodError
from reception_assistant.agenda.saying import Sayings, sayings
from reception_assistant.agenda.words import status_word
from reception_assistant.cli.commands import Command
from reception_assistant.cli.options import data_options, desk_of
from reception_assistant.cli.output import columns, echo_json
from reception_assistant.cues.cue import Cue
from reception_assistant.desk.opening import Desk
from reception_assistant.desk.settings import manners
from reception_assistant.i18n import _
from reception_assistant.naming.spoken_time import date_words
from reception_assistant.settings.catalogue import PRACTICE_NAME


class _Told(NamedTuple):
    visit: Visit
    said: Sayings
    cues: list[Cue]


@click.command(cls=Command, help=_("Wie komen er vandaag, en wat zegt u?"))
@click.option("--date", "day_text", metavar=_("DATUM"), help=_("Een andere dag dan vandaag."))
@click.option("--at", "at_text", metavar=_("UU:MM"), help=_("Doe alsof het zo laat is."))
@click.option("--all", "everybody", is_flag=True, help=_("Ook wie heeft afgezegd."))
@click.option("--json", "as_json", is_flag=True, help=_("Antwoord als JSON."))
@data_options
@click.pass_context
def today(
    context: click.Context,
    /,
    day_text: str | None,
    at_text: str | None,
    *,
    everybody: bool,
    as_json: bool,
    **_options: object,
) -> None:
    """Show the day."""
    day, at = _chosen_day(day_text), _chosen_time(at_text)
    with desk_of(context) as desk:
        here = desk.time.now()
        day = day or here.date()
        now = _moment(day, at, here)
        shown = list(_told(desk, day, now, everybody=everybody))
        name = desk.settings.all().get(PRACTICE_NAME)
    if as_json:
        echo_json([_as_json(told) for told in shown])
    else:
        click.echo("\n".join(_readable(day, name, shown)))


def _moment(day: date, at: time | None, here: datetime) -> datetime | None:
    """Return what counts as now: given, or the clock when it is today; None for each its own."""
    if at is not None:
        return datetime.combine(day, at)
    return here if day == here.date() else None


def _told(desk: Desk, day: date, now: datetime | None, *, everybody: bool) -> Iterator[_Told]:
    found = desk.agenda.day(day, now)
    practice = manners(desk.settings.all())
    outlook = desk.ahead.outlook(found)
    for visit in found.visits if everybody else found.coming:
        moment = now or visit.start
        yield _Told(visit, sayings(visit, moment, practice), outlook.cues(visit, moment))


def _as_json(told: _Told) -> dict[str, object]:
    visit, said, cues = told
    following = visit.following
    return {
        "time": f"{visit.start:%H:%M}",
        "spoken_name": said.spoken_name,
        "list_name": said.list_name,
        "sort_key": visit.person.sort_key,
        "greeting": said.greeting,
        "farewell": said.whole_farewell,
        "next_appointment": f"{following.start:%Y-%m-%dT%H:%M}" if following else None,
        "treatment": visit.treatment,
        "practitioner": visit.practitioner,
        "status": visit.status.value,
        "cues": [
            {"kind": cue.kind, "know": cue.know, "say": cue.say, "because": cue.because}
            for cue in cues
        ],
    }


def _readable(day: date, name: str, shown: list[_Told]) -> Iterator[str]:
    yield " · ".join(filter(None, (name, date_words(day, year=True))))
    if not shown:
        yield _("Er staat niemand in de agenda.")
        return
    uncertain = _("kijk na")
    head = [_("TIJD"), _("NAAM"), _("KOMT VOOR"), _("BIJ"), _("STATUS")]
    rows = [
        [
            f"{visit.start:%H:%M}",
            said.spoken_name + (f" ({uncertain})" if said.look_at else ""),
            visit.what_for,
            visit.practitioner,
            status_word(visit.status),
        ]
        for visit, said, _cues in shown
    ]
    lines = columns([head, *rows])
    yield lines[0]
    for line, (_visit, said, cues) in zip(lines[1:], shown, strict=True):
        yield line
        yield f"       {said.greeting}  ·  {said.whole_farewell}"
        for cue in cues:
            yield f"       - {cue.know}"


def _chosen_day(text: str | None) -> date | None:
    try:
        return appointment_day(text) if text else None
    except NotUnderstoodError as error:
        raise click.BadParameter(_("schrijf de datum als 24-11-2026.")) from error


def _chosen_time(text: str | None) -> time | None:
    try:
        return time_of_day(text) if text else None
    except NotUnderstoodError as error:
        raise click.BadParameter(_("schrijf de tijd als 09:10.")) from error
