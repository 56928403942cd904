"""`follow-ups`: what was promised to whom, and what becomes of it."""

from collections.abc import Callable, Iterator
from datetime import datetime
from enum import StrEnum
from typing import TypeVar

import click

from reception_assistant.calls.promise import Channel
from reception_assistant.calls.typed_moment import Window, read_moment
from reception_assistant.cli.commands import Command, Group
from reception_assistant.cli.options import data_options, desk_of
from reception_assistant.cli.output import columns, echo_json
from reception_assistant.desk.acting import By
from reception_assistant.desk.opening import Desk
from reception_assistant.desk.working_days import working_days
from reception_assistant.errors import KnownError
from reception_assistant.follow_ups.follow_up import (
    Done,
    FollowUp,
    Helped,
    Kind,
    NewFollowUp,
    Reached,
)
from reception_assistant.follow_ups.listed import Listed, Row, Which
from reception_assistant.i18n import N_, _, ngettext
from reception_assistant.staff.employee import Employee
from reception_assistant.text import fold

_HEADINGS = (N_("TE LAAT"), N_("VANDAAG"), N_("LATER"), N_("WACHT OP EEN ANDER"))
_NAMES = ("late", "today", "later", "waiting")


_Choice = TypeVar("_Choice", bound=StrEnum)


def _one_of(
    choices: type[_Choice],
) -> Callable[[click.Context, click.Parameter, str], _Choice]:
    """Return what reads one of these words, and says in Dutch which ones there are."""

    def read(_context: click.Context, _parameter: click.Parameter, text: str) -> _Choice:
        try:
            return choices(text)
        except ValueError as error:
            told = _("kies uit: {choices}.").format(choices=", ".join(choices))
            raise click.BadParameter(told) from error

    return read


@click.group(
    cls=Group,
    invoke_without_command=True,
    help=_("Wat is er beloofd, en wat wordt ervan? Zonder opdracht ziet u de lijst."),
)
@click.option("--mine", metavar=_("NAAM"), help=_("Alleen waar deze collega voor zorgt."))
@click.option("--json", "as_json", is_flag=True, help=_("Antwoord als JSON."))
@data_options
@click.pass_context
def follow_ups(
    context: click.Context, /, mine: str | None, *, as_json: bool, **_options: object
) -> None:
    """Show what is still to be done, unless a sub-command does something else."""
    if context.invoked_subcommand is not None:
        return
    with desk_of(context) as desk:
        by = By(_colleague(desk, mine)) if mine else By(desk.staff.at_the_desk())
        found = desk.after.follow_ups.listed(Which.MINE if mine else Which.ALL, by)
    if as_json:
        groups = zip(_NAMES, found[:4], strict=True)
        echo_json({name: [_as_json(row) for row in rows] for name, rows in groups})
    else:
        click.echo("\n".join(_readable(found)))


@follow_ups.command("add", cls=Command, help=_("Schrijf op wat u belooft."))
@click.argument("what", metavar=_("WAT"))
@click.option("--before", required=True, metavar=_("MOMENT"), help=_("Zoals: morgen voor 12."))
@click.option("--whom", default="", metavar=_("NAAM"), help=_("Voor wie."))
@click.option("--reach", default="", metavar=_("NUMMER"), help=_("Nummer of adres."))
@click.option("--owner", metavar=_("NAAM"), help=_("Wie hiervoor zorgt; anders u zelf."))
@click.option("--third-party", default="", metavar=_("NAAM"), help=_("Wie wij zelf bellen."))
@data_options
@click.pass_context
def add(
    context: click.Context,
    /,
    what: str,
    before: str,
    owner: str | None,
    **options: str,
) -> None:
    """Promise something from now on."""
    with desk_of(context) as desk:
        here = desk.staff.at_the_desk()
        window = _moment(desk, before)
        third_party = options["third_party"]
        key = desk.after.follow_ups.add(
            NewFollowUp(
                kind=Kind.THIRD_PARTY if third_party else Kind.CALLBACK,
                what=what,
                after=_iso(window.after),
                before=_iso(window.before),
                owner_id=_colleague(desk, owner).id if owner else here.id,
                channel=Channel.CALL,
                whom=options["whom"],
                reach=options["reach"],
                third_party=third_party,
            ),
            By(here),
        )
    click.echo(_("Beloofd: {moment}. Nummer: {key}.").format(moment=window.words, key=key))


@follow_ups.command("tried", cls=Command, help=_("Schrijf op dat u het heeft geprobeerd."))
@click.argument("follow_up_id", metavar=_("NUMMER"))
@click.option(
    "--reached",
    callback=_one_of(Reached),
    default=Reached.NOT_REACHED.value,
    metavar=_("HOE"),
    help=_("Hoe het ging: {choices}.").format(choices=", ".join(Reached)),
)
@click.option("--note", default="", metavar=_("TEKST"), help=_("Wat erbij hoort."))
@data_options
@click.pass_context
def tried(
    context: click.Context, /, follow_up_id: str, reached: Reached, note: str, **_options: object
) -> None:
    """Keep one attempt."""
    with desk_of(context) as desk:
        by = By(desk.staff.at_the_desk())
        found = desk.after.follow_ups.tried(follow_up_id, reached, note, by)
    times = ngettext("{number} keer geprobeerd.", "{number} keer geprobeerd.", len(found.attempts))
    click.echo(" ".join((times.format(number=len(found.attempts)), _again(found))))


@follow_ups.command("hand-over", cls=Command, help=_("Geef het aan een collega."))
@click.argument("follow_up_id", metavar=_("NUMMER"))
@click.argument("name", metavar=_("NAAM"))
@click.option("--note", default="", metavar=_("TEKST"), help=_("Wat uw collega moet weten."))
@data_options
@click.pass_context
def hand_over(
    context: click.Context, /, follow_up_id: str, name: str, note: str, **_options: object
) -> None:
    """Give one to a colleague."""
    with desk_of(context) as desk:
        to, by = _colleague(desk, name), By(desk.staff.at_the_desk())
        found = desk.after.follow_ups.hand_over(follow_up_id, to.id, note, by)
    click.echo(_("{name} zorgt hier nu voor.").format(name=found.owner))


@follow_ups.command("done", cls=Command, help=_("Schrijf op hoe het afliep."))
@click.argument("follow_up_id", metavar=_("NUMMER"))
@click.option("--result", default="", metavar=_("TEKST"), help=_("Wat er is gebeurd."))
@click.option(
    "--helped",
    callback=_one_of(Helped),
    required=True,
    metavar=_("HOE"),
    help=_("Voelt de ander zich geholpen? {choices}.").format(choices=", ".join(Helped)),
)
@click.option("--next", "following", metavar=_("TEKST"), help=_("Wat u nu nog gaat doen."))
@click.option("--before", metavar=_("MOMENT"), help=_("Voor wanneer u dat doet."))
@data_options
@click.pass_context
def done(
    context: click.Context,
    /,
    follow_up_id: str,
    result: str,
    helped: Helped,
    following: str | None,
    before: str | None,
    **_options: object,
) -> None:
    """Keep what happened, and what follows."""
    with desk_of(context) as desk:
        by = By(desk.staff.at_the_desk())
        new = _following(desk, following, before, by.employee) if following else None
        told = Done(result=result, helped=helped, following=new)
        key = desk.after.follow_ups.done(follow_up_id, told, by)
    click.echo(_("Afgerond. Wat volgt: {key}.").format(key=key) if key else _("Afgerond."))


def _following(desk: Desk, what: str, before: str | None, owner: Employee) -> NewFollowUp:
    window = _moment(desk, before or "")
    return NewFollowUp(
        kind=Kind.CALLBACK,
        what=what,
        after=_iso(window.after),
        before=_iso(window.before),
        owner_id=owner.id,
    )


def _moment(desk: Desk, text: str) -> Window:
    """Return what somebody typed as a moment; raises `BadParameter` when it is none."""
    works = working_days(desk.settings.all())
    found = read_moment(text, desk.time.now(), works, desk.time.zone)
    if found is None:
        raise click.BadParameter(_("schrijf het moment als: morgen voor 12, of vr 14:00."))
    return found


def _iso(moment: datetime | None) -> str:
    return moment.isoformat(timespec="minutes") if moment else ""


def _colleague(desk: Desk, name: str) -> Employee:
    """Return who is called so; names are compared without capitals and accents."""
    wanted = fold(name)
    for each in desk.staff.everybody():
        if fold(each.name) == wanted:
            return each
    raise KnownError(
        _("De collega «{name}» is er niet.").format(name=name),
        _("Er is niets veranderd. Schrijf de naam zoals die in Balie staat."),
    )


def _again(found: FollowUp) -> str:
    if not found.next_try:
        return ""
    again = datetime.fromisoformat(found.next_try)
    return _("Opnieuw vanaf {moment}.").format(moment=f"{again:%d-%m-%Y %H:%M}")


def _readable(found: Listed) -> Iterator[str]:
    if not any(found[:4]):
        yield _("Er staat niets open.")
        return
    for heading, rows, number in zip(_HEADINGS, found[:4], found.numbers, strict=True):
        if not rows:
            continue
        yield f"{_(heading)} ({number})"
        yield from columns([["", row.who, row.what, _due(row), row.owner, row.id] for row in rows])


def _due(row: Row) -> str:
    return _("wacht op {name}").format(name=row.waits_for) if row.waits_for else row.when


def _as_json(row: Row) -> dict[str, object]:
    return {**row._asdict(), "kind": row.kind.value}
