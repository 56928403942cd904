"""`agenda sources`, `source`, `watch` and `refresh`: where the agenda comes from."""

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import click

from reception_assistant.cli.agenda import readable
from reception_assistant.cli.choosing import asking_how
from reception_assistant.cli.commands import Command, Group
from reception_assistant.cli.options import data_options, desk_of
from reception_assistant.cli.output import echo_json
from reception_assistant.desk.acting import By
from reception_assistant.desk.sources import (
    FEWEST_MINUTES,
    MOST_MINUTES,
    USUAL_MINUTES,
    SourceView,
)
from reception_assistant.desk.watching import Followed
from reception_assistant.i18n import _, ngettext

_FAILED = 1
_MOST_SHOWN = 20


@click.command("sources", cls=Command, help=_("Toon waar de agenda vandaan komt."))
@click.option("--json", "as_json", is_flag=True, help=_("Antwoord als JSON."))
@data_options
@click.pass_context
def sources(context: click.Context, /, *, as_json: bool, **_options: object) -> None:
    """List the sources with what was read of each."""
    with desk_of(context) as desk:
        found = desk.sources.all()
        read = {view.source.id: _when(desk.time.from_utc, view) for view in found}
    if as_json:
        echo_json([_as_json(view) for view in found])
    elif found:
        for view in found:
            click.echo("\n".join(_told(view, read[view.source.id])))
    else:
        click.echo(_("Er is nog geen agenda ingelezen."))


@click.group("source", cls=Group, help=_("Iets doen met één bron van de agenda."))
@data_options
def source(**_options: object) -> None:
    """Hold the commands about one source."""


@source.command("remove", help=_("Haal een bron weg, met alle afspraken ervan."))
@click.argument("name")
@click.option("--yes", is_flag=True, help=_("Ja, haal alles weg."))
@data_options
@click.pass_context
def remove(context: click.Context, /, name: str, *, yes: bool, **_options: object) -> int:
    """Remove a source with its appointments."""
    with desk_of(context) as desk:
        view = desk.sources.named(name)
        if not yes:
            click.echo(" ".join(_going(view)))
            click.echo(_("Er is niets veranderd. Weet u het zeker? Zet er --yes achter."))
            return _FAILED
        desk.sources.remove(view.source.id, By(desk.staff.at_the_desk()))
        click.echo(_("Weggehaald: {name}.").format(name=view.source.name))
    return 0


@click.command("watch", cls=Command, help=_("Lees een bestand, map of webagenda vanzelf opnieuw."))
@click.argument("place")
@click.option("--profile", metavar=_("NAAM"), help=_("Lees het zoals in dit profiel staat."))
@click.option(
    "--minutes",
    type=click.IntRange(FEWEST_MINUTES, MOST_MINUTES),
    default=USUAL_MINUTES,
    show_default=True,
    help=_("Hoe vaak een webagenda wordt opgehaald."),
)
@data_options
@click.pass_context
def watch(
    context: click.Context,
    /,
    place: str,
    profile: str | None,
    minutes: int,
    **_options: object,
) -> None:
    """Follow a place; the window reads it again when it changes."""
    with desk_of(context) as desk, asking_how(desk, Path(place)):
        chosen = desk.profiles.named(profile) if profile else None
        by = By(desk.staff.at_the_desk())
        before = {each.source_id: each.place for each in desk.watching.watches()}
        followed = desk.sources.watch(place, by, profile=chosen, minutes=minutes)
        now = {each.source_id: each.place for each in desk.watching.watches()}[followed.id]
    click.echo(
        _("Balie volgt nu {place}. De bron heet «{name}».").format(place=now, name=followed.name)
    )
    if before.get(followed.id, now) != now:
        click.echo(
            _("Hiervoor kwam deze bron uit {place}. Dat volgt Balie niet meer.").format(
                place=before[followed.id]
            )
        )


@click.command("unwatch", cls=Command, help=_("Volg een bron niet meer; de afspraken blijven."))
@click.argument("name")
@data_options
@click.pass_context
def unwatch(context: click.Context, /, name: str, **_options: object) -> None:
    """Follow a source no more."""
    with desk_of(context) as desk:
        view = desk.sources.named(name)
        desk.sources.unwatch(view.source.id, By(desk.staff.at_the_desk()))
    click.echo(_("«{name}» wordt niet meer gevolgd.").format(name=view.source.name))


@click.command("refresh", cls=Command, help=_("Lees alle gevolgde bronnen nu."))
@data_options
@click.pass_context
def refresh(context: click.Context, /, **_options: object) -> int:
    """Read everything that is watched, at once."""
    failed = 0
    with desk_of(context) as desk:
        by = By(desk.staff.at_the_desk())
        names = {view.source.id: view.source.name for view in desk.sources.all()}
        watches = desk.watching.watches()
        if not watches:
            click.echo(_("Er wordt nog niets gevolgd. Begin met «agenda watch»."))
        for each in watches:
            news = desk.watching.look(each._replace(trouble=""), at_once=True)
            followed = desk.watching.read(news, by) if news else Followed()
            name = names[each.source_id]
            for outcome in followed.outcomes:
                click.echo("\n".join((f"{outcome.source or name}:", *readable(outcome))))
            if followed.trouble:
                failed = _FAILED
                click.echo(f"{name}: {followed.trouble}", err=True)
            elif not followed.outcomes:
                click.echo(_("{name}: er staat nog geen bestand.").format(name=name))
    return failed


def _going(view: SourceView) -> Iterator[str]:
    """Tell what goes with a source."""
    held = view.holding
    yield ngettext(
        "Met «{name}» gaat {count} afspraak weg, en wie alleen daarin staat.",
        "Met «{name}» gaan {count} afspraken weg, en wie alleen daarin staan.",
        held.appointments,
    ).format(name=view.source.name, count=held.appointments)
    if held.marked:
        yield ngettext(
            "Bij {count} ervan is iets aangetekend.",
            "Bij {count} ervan is iets aangetekend.",
            held.marked,
        ).format(count=held.marked)
    if view.profile:
        yield _("Het profiel «{name}» gaat ook weg.").format(name=view.profile.name)


def _when(local: Callable[[str], datetime], view: SourceView) -> str:
    if not view.readings:
        return _("nog niet gelezen")
    return f"{local(view.readings[0].at_utc):%d-%m-%Y %H:%M}"


def _told(view: SourceView, when: str) -> Iterator[str]:
    held = view.holding.appointments
    yield ngettext(
        "{name}: {count} afspraak, gelezen: {when}",
        "{name}: {count} afspraken, gelezen: {when}",
        held,
    ).format(name=view.source.name, count=held, when=when)
    if view.readings:
        yield _("  van {place}").format(place=view.readings[0].place)
    if view.watch:
        yield _("  wordt gevolgd: {place}").format(place=view.watch.place)
        if view.watch.trouble:
            yield f"  {view.watch.trouble}"
    if view.profile:
        yield _("  profiel: {name}").format(name=view.profile.name)
    for each in view.problems[:_MOST_SHOWN]:
        yield f"  {each.place}: {each.problem}" if each.place else f"  {each.problem}"


def _as_json(view: SourceView) -> dict[str, object]:
    return {
        "name": view.source.name,
        "kind": view.source.kind,
        "appointments": view.holding.appointments,
        "marked": view.holding.marked,
        "first_day": view.source.first_day,
        "last_day": view.source.last_day,
        "profile": view.profile.name if view.profile else "",
        "watched": view.watch.place if view.watch else "",
        "trouble": view.watch.trouble if view.watch else "",
        "readings": [each._asdict() for each in view.readings],
        "problems": [each._asdict() for each in view.problems],
    }
