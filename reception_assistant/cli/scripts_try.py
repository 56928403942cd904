"""`scripts try`: run a script in the terminal, with somebody made up on the line."""

from collections.abc import Iterator

import click

from reception_assistant.calls.call import CallHead, Direction
from reception_assistant.calls.moments import choices, spoken_before
from reception_assistant.calls.promise import Promise
from reception_assistant.cli.commands import Command
from reception_assistant.cli.options import data_options, desk_of
from reception_assistant.desk.acting import utc_text
from reception_assistant.desk.conversation import Conversation
from reception_assistant.desk.opening import Desk
from reception_assistant.errors import KnownError
from reception_assistant.i18n import _
from reception_assistant.library.content import Library, Version
from reception_assistant.library.context import Moment, Mood
from reception_assistant.library.sample_person import SamplePerson
from reception_assistant.library.trying import context_of, values_of
from reception_assistant.run.open_call import OpenCall
from reception_assistant.run.view import StepView, Way
from reception_assistant.run.viewing import view
from reception_assistant.settings.catalogue import DISCIPLINE, PRACTICE_NAME, Settings

_MOODS = [each.value for each in Mood]
_BACK, _ASIDE_BACK, _STOP = "b", "t", "q"


@click.command(
    "try",
    cls=Command,
    help=_(
        "Probeer een script in de terminal. Typ het nummer van een antwoord; Enter gaat verder, "
        "b gaat een stap terug, t gaat terug uit een zijstap, q stopt."
    ),
)
@click.argument("script_id", metavar=_("SCRIPT"))
@click.option("--person", metavar=_("PROEFPERSOON"), help=_("Wie er belt, bijvoorbeeld P07."))
@click.option("--desk", "at_desk", is_flag=True, help=_("Aan de balie in plaats van telefoon."))
@click.option(
    "--mood", type=click.Choice([each.value for each in Mood]), help=_("Hoe de beller klinkt.")
)
@data_options
@click.pass_context
def try_(
    context: click.Context,
    /,
    script_id: str,
    *,
    person: str | None,
    at_desk: bool,
    mood: str | None,
    **_options: object,
) -> None:
    """Run one script with a sample person."""
    with desk_of(context) as desk:
        desk.library.fill()
        library = desk.library.all()
        version = library.version(script_id)
        if version is None:
            raise KnownError(
                _("Het script «{name}» is er niet.").format(name=script_id),
                _("Met «scripts list» ziet u welke er zijn."),
            )
        trial = _Trial(desk, library, _person(library, person))
        trial.run(version, at_desk=at_desk, mood=Mood(mood) if mood else None)


class _Trial:
    """One script with one sample person; nothing of it is kept."""

    def __init__(self, desk: Desk, library: Library, person: SamplePerson) -> None:
        self._library, self._person = library, person
        self._settings: Settings = desk.settings.all()
        self._employee = desk.staff.at_the_desk()
        self._now = desk.time.now()
        self._now_utc = utc_text(desk.clock)

    def run(self, version: Version, *, at_desk: bool, mood: Mood | None) -> None:
        """Run the script until it ends, or until the one at the keyboard stops."""
        direction = Direction.DESK if at_desk else Direction.IN
        head = CallHead(
            id="try",
            employee_id=self._employee.id,
            started_utc=self._now_utc,
            direction=direction,
        )
        talk = Conversation(OpenCall(head), {}, lambda: self._employee.id, lambda: self._now_utc)
        talk.sounds(mood)
        talk.begin(version)
        click.echo(_("Op de lijn: {who}.").format(who=self._person.description))
        while talk.run.ended is None and not talk.run.asks_finish:
            shown = self._view(talk, direction.moment)
            if shown is None:
                return
            if shown.asks_promise:
                self._promise(talk)
                continue
            click.echo("\n".join(("", *_lines(shown))))
            if not self._take(talk, shown, _typed()):
                click.echo(_("Gestopt."))
                return
        outcome = self._library.lists.outcome(talk.run.ended.outcome) if talk.run.ended else None
        click.echo("")
        click.echo(
            _("Klaar. Uitkomst: {outcome}.").format(outcome=outcome.label)
            if outcome
            else _("Klaar. De uitkomst kiest u zelf.")
        )

    def _view(self, talk: Conversation, moment: Moment) -> StepView | None:
        discipline, promise = self._settings.get(DISCIPLINE), talk.run.promise
        context = context_of(self._person, discipline, moment, talk.run.mood, self._now.date())
        values = values_of(
            self._person,
            practice=self._settings.get(PRACTICE_NAME),
            employee=self._employee.name,
            now=self._now,
            discipline=discipline,
            moment=moment,
            promised=(promise.what, spoken_before(promise.before, self._now)) if promise else None,
        )
        return view(talk.run, talk.scripts, context, values)

    def _promise(self, talk: Conversation) -> None:
        click.echo("")
        what = click.prompt(_("Wat belooft u?"), default=_("terugbellen"))
        before = choices(self._now)[0].before
        employee = self._employee
        promise = Promise(what=what, before=before, owner_id=employee.id, by=employee.name)
        talk.promise(promise)

    def _take(self, talk: Conversation, shown: StepView, typed: str) -> bool:
        """Do what was typed; tells whether to go on."""
        if typed == _STOP:
            return False
        if typed == _BACK:
            talk.go_back()
        elif typed == _ASIDE_BACK:
            talk.come_back()
        elif shown.way is not Way.ANSWERS:
            talk.go_on()
        else:
            self._answer(talk, shown, typed)
        return True

    def _answer(self, talk: Conversation, shown: StepView, typed: str) -> None:
        chosen = next((each for each in shown.answers if str(each.key) == typed), None)
        if chosen is None:
            click.echo(_("Typ een van de nummers."))
        elif chosen.missing:
            said = click.prompt(_("Wat zei de beller?"), default="", show_default=False)
            talk.miss(said)
            click.echo(_("Bij een echt gesprek hoort uw manager dit."))
        else:
            talk.answer(chosen.number, self._library)


def _person(library: Library, wanted: str | None) -> SamplePerson:
    people = library.lists.persons
    found = next((each for each in people if wanted is None or each.id == wanted), None)
    if found is None:
        raise KnownError(
            _("De proefpersoon «{name}» is er niet.").format(name=wanted or ""),
            _("Kies uit: {names}.").format(names=", ".join(each.id for each in people)),
        )
    return found


def _lines(shown: StepView) -> Iterator[str]:
    if shown.key:
        yield f"  {shown.key}"
    yield f"  “{shown.say}”"
    if shown.tip:
        yield f"  ({shown.tip})"
    for each in shown.avoid:
        yield _("  liever niet: {say}").format(say=each.say)
        yield _("  wel: {instead}").format(instead=each.instead)
    for answer in shown.answers:
        yield f"  {answer.key}  {answer.label}"


def _typed() -> str:
    try:
        return str(input("> ")).strip().lower()
    except EOFError:
        return _STOP
