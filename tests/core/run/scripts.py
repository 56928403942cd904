"""Scripts to run in a test: one about a bill, and two that lie over it."""

from reception_assistant.calls.promise import Promise
from reception_assistant.library.context import Mood, Sign, When
from reception_assistant.library.script import (
    Answer,
    End,
    Instead,
    Remember,
    Script,
    Step,
    Variant,
)
from reception_assistant.run.event import Event, Kind
from reception_assistant.run.machine import step
from reception_assistant.run.state import Place, Run

BILL, CALM, LIMIT, OLD_CALM = "v-bill", "v-calm", "v-limit", "v-calm-old"

_MISSING = Answer(label="Iets anders", missing=True)

_BILL = Script(
    id="rekening",
    title="De rekening is hoger",
    start="erkennen",
    steps={
        "erkennen": Step(
            say="Ik hoor dat u hier mee zit, {aanhef|}.",
            phase=2,
            key="Erken het gevoel, {aanhef|}.",
            literal=True,
            variants=(
                Variant(when=When(mood=(Mood.ANGRY,)), say="Ik hoor dat u boos bent, {aanhef|}."),
                Variant(when=When(mood=tuple(Mood)), say="Dat klinkt vervelend, {aanhef|}."),
            ),
            tip="Laat {aanhef|de beller} uitpraten.",
            posture="Zit rechtop.",
            avoid=(Instead(say="Nee, {aanhef|}.", instead="Ik zoek het uit, {aanhef|}."),),
            remember=Remember(id="woorden", label="In de woorden van {aanhef|de beller}"),
            answers=(
                Answer(label="Vertelt wat er is", goto="vragen-stellen"),
                Answer(
                    label="Belt voor {naam|een ander}",
                    goto="vragen-stellen",
                    when=When(signs=(Sign.NOT_ALOUD,)),
                ),
                Answer(label="Wordt bozer", detour="kalmeren"),
                Answer(label="Hangt op", end=End(outcome="opgehangen")),
                _MISSING,
            ),
        ),
        "vragen-stellen": Step(say="U zei: “{woorden|}”. Klopt dat?", goto="beloven"),
        "beloven": Step(
            say="Ik bel u {belofte_wanneer}.", end=End(outcome="terugbellen", promise=True)
        ),
    },
)
_CALM = Script(
    id="kalmeren",
    title="Rustig worden",
    start="voorbereiden",
    steps={
        "voorbereiden": Step(say="Adem uit.", goto="erkennen"),
        "erkennen": Step(
            say="Ik hoor u.",
            answers=(
                Answer(label="Wordt rustig", goto="terug"),
                Answer(label="Dreigt", detour="grens"),
                _MISSING,
            ),
        ),
        "terug": Step(say="Dan gaan wij verder.", back=True),
    },
)
_LIMIT = Script(
    id="grens",
    title="Een grens stellen",
    start="noemen",
    steps={
        "noemen": Step(
            say="Zo kan ik u niet helpen.",
            answers=(
                Answer(label="Houdt op", goto="terug"),
                Answer(label="Is boos", detour="kalmeren"),
                Answer(label="Gaat door", goto="ophangen"),
            ),
        ),
        "ophangen": Step(say="Ik hang nu op.", end=End(outcome="beeindigd")),
        "terug": Step(say="Dank u.", back=True),
    },
)
SCRIPTS = {BILL: _BILL, CALM: _CALM, LIMIT: _LIMIT, OLD_CALM: _CALM}
PROMISE = Promise(what="het bedrag uitzoeken", before="2026-11-25T12:00", owner_id="e1")


class Talk:
    """A conversation in which each event happens where we are."""

    def __init__(self, version: str = BILL, at: str = "") -> None:
        self.run = Run()
        self.happens(Kind.BEGUN, version=version, step=at)

    def happens(self, kind: Kind, **facts: object) -> Run:
        here = self.run.place or Place("", "")
        event = {"version": here.version, "step": here.step, **facts}
        self.run = step(self.run, made(kind, **event), SCRIPTS)
        return self.run

    def answer(self, number: int, name: str = "") -> Run:
        return self.happens(Kind.ANSWERED, number=number, name=name)

    def go_on(self) -> Run:
        return self.happens(Kind.WENT_ON)

    def go_back(self) -> Run:
        return self.happens(Kind.WENT_BACK)

    def go_aside(self, version: str = CALM, at: str = "erkennen") -> Run:
        return self.happens(Kind.WENT_ASIDE, version=version, step=at)

    def come_back(self) -> Run:
        return self.happens(Kind.CAME_BACK)

    @property
    def at(self) -> str:
        """Where we are, in one word: the steps from the outermost script inward."""
        return " > ".join(place.step for place in self.run.stack)


def made(kind: Kind, **facts: object) -> Event:
    """Make an event of which only what counts is told."""
    return Event(kind=kind, at_utc="2026-11-24T08:00:00Z", employee_id="e1", **facts)  # type: ignore[arg-type]
