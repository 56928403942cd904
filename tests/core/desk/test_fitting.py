"""Which scripts fit who stands at the desk: only what is out of the ordinary, and always why."""

import pytest

from reception_assistant.agenda.visit import EventKind
from reception_assistant.cues.cue import Cue
from reception_assistant.library.context import Age, Discipline, Moment, Sign, When
from reception_assistant.library.offer import Offer
from reception_assistant.library.script import End, Script, Step
from reception_assistant.settings.catalogue import DISCIPLINE
from reception_assistant.store import library
from reception_assistant.store.library import NewVersion
from tests.helpers.practice import TODAY, Practice

HEADER = "datum;tijd;duur;kenmerk;patientnummer;achternaam;behandelaar;geboortedatum;kenmerken;dier"
DESK = (Moment.DESK,)
SCRIPTS = {
    "wachttijd": When(moment=DESK, reason=("wachttijd",)),
    "geen-volgende": When(moment=DESK, reason=("geen-volgende-afspraak",)),
    "eerste-bezoek": When(moment=DESK, signs=(Sign.FIRST_VISIT,)),
    "gespannen": When(moment=DESK, signs=(Sign.TENSE,)),
    "dier-overleden": When(moment=DESK, signs=(Sign.ANIMAL_DECEASED,)),
    "kind": When(moment=DESK, age=(Age.CHILD,)),
    "dierenarts": When(moment=DESK, signs=(Sign.TENSE,), discipline=(Discipline.VET,)),
    "aan-de-balie": When(moment=DESK),
    "aan-de-telefoon": When(moment=(Moment.PHONE,), signs=(Sign.TENSE,)),
    "overal": When(),
    "rekening": When(moment=DESK, reason=("rekening",)),
}


@pytest.fixture(autouse=True)
def _library(practice: Practice) -> None:
    for name, when in SCRIPTS.items():
        _publish(practice, name, when)


def _publish(practice: Practice, name: str, when: When, number: str = "v1") -> None:
    steps = {"zeg": Step(say="Ja.", end=End(outcome="klaar"))}
    script = Script(id=name, title=name.title(), start="zeg", steps=steps, when=when)
    made = practice.desk.calls.now_utc()
    with practice.desk.store.writing() as db:
        version = NewVersion(f"{name}-{number}", script, "yaml", "practice", made)
        library.add_version(db.conn, version)
        library.publish(db.conn, name, version.id, "")


def row(time: str, key: str, number: int = 1, rest: str = ";;") -> str:
    """Return a visit of today; `rest` are the birth date, the marks and the animal."""
    return f"24-11-2026;{time};20;{key};{number};Zonneveld;Bakker;{rest}"


def cues_of(practice: Practice, time: str = "09:10") -> list[Cue]:
    now = practice.desk.time.now()
    day = practice.desk.agenda.day(TODAY, now)
    return practice.desk.ahead.outlook(day).cues(practice.visit(time), now)


def offers(practice: Practice, time: str = "09:10", limit: int = 9) -> list[Offer]:
    return practice.desk.library.fitting.scripts(
        practice.visit(time), cues_of(practice, time), limit
    )


def ids(practice: Practice, time: str = "09:10") -> list[str]:
    return [each.script_id for each in offers(practice, time)]


def test_an_ordinary_visit_has_nothing_under_its_card(practice: Practice) -> None:
    practice.read(HEADER, row("09:10", "a", rest="1-1-1980;;"))
    assert cues_of(practice) == []
    assert offers(practice) == []


def test_who_waits_long_is_told_how_long_it_takes(practice: Practice) -> None:
    practice.read(HEADER, row("08:00", "a", 2), row("08:10", "b", 3), row("09:10", "c"))
    practice.mark(EventKind.TAKEN_IN, "08:00")  # this practice marks who goes in
    practice.mark(EventKind.LEFT, "08:00")
    practice.at("09:08")
    practice.mark(EventKind.ARRIVED, "09:10")
    practice.at("09:24")
    assert offers(practice) == []
    practice.at("09:25")
    (cue,) = cues_of(practice)
    assert cue.kind == "waiting_long"
    assert offers(practice) == [Offer("wachttijd", "Wachttijd", (cue.because,))]


def test_who_comes_later_to_their_turn_gets_the_same_script_once(practice: Practice) -> None:
    practice.read(HEADER, row("09:10", "a"))
    practice.desk.ahead.run_late("Bakker", 30, practice.by)
    (cue,) = cues_of(practice)
    (offer,) = offers(practice)
    assert (offer.script_id, offer.because) == ("wachttijd", (cue.because,))
    assert cue.because == "omdat dit om 09:00 aan de balie is gemeld"


def test_somebody_here_for_the_first_time_is_welcomed(practice: Practice) -> None:
    practice.read(HEADER, row("09:10", "a", rest=";eerste-bezoek;"))
    (offer,) = offers(practice)
    assert (offer.script_id, offer.because) == ("eerste-bezoek", ("omdat het de eerste keer is",))


def test_without_a_next_appointment_there_is_a_script_for_the_goodbye(practice: Practice) -> None:
    practice.read(
        HEADER,
        "01-06-2026;10:00;20;o;1;Zonneveld;Bakker;;;",
        row("09:10", "a"),
        "01-03-2027;09:00;20;z;901;Laat;Smit;;;",
    )
    (cue,) = cues_of(practice)
    (offer,) = offers(practice)
    assert (offer.script_id, offer.because) == ("geen-volgende", (cue.because,))


def test_a_mark_of_the_person_or_of_the_visit_and_a_child_are_met_in_their_own_way(
    practice: Practice,
) -> None:
    practice.read(
        HEADER,
        row("09:10", "a", 1, "1-1-1980;gespannen;"),
        row("10:10", "b", 2, "1-1-2020;;"),
        row("11:10", "c", 3, ";dier-overleden;Minoes"),
    )
    assert ids(practice, "09:10") == ["gespannen"]
    assert ids(practice, "10:10") == ["kind"]
    assert ids(practice, "11:10") == ["dier-overleden"]


def test_the_kind_of_practice_counts(practice: Practice) -> None:
    practice.read(HEADER, row("09:10", "a", rest=";gespannen;"))
    practice.desk.settings.choose(DISCIPLINE, "dierenarts", practice.by)
    assert ids(practice) == ["dierenarts", "gespannen"]


def test_what_goes_on_now_comes_before_what_always_holds_and_no_more_than_asked(
    practice: Practice,
) -> None:
    practice.read(HEADER, row("09:10", "a", rest="1-1-2020;gespannen;"))
    practice.desk.ahead.run_late("Bakker", 30, practice.by)
    assert ids(practice) == ["wachttijd", "gespannen", "kind"]
    assert [each.script_id for each in offers(practice, limit=2)] == ["wachttijd", "gespannen"]


def test_every_script_says_why(practice: Practice) -> None:
    practice.read(HEADER, row("09:10", "a", rest="1-1-2020;gespannen,eerste-bezoek;"))
    practice.desk.ahead.run_late("Bakker", 30, practice.by)
    found = offers(practice)
    assert len(found) == 4
    assert all(
        each.because and all(why.startswith("omdat") for why in each.because) for each in found
    )


def test_where_no_script_is_for_waiting_no_other_one_is_shown(practice: Practice) -> None:
    practice.read(HEADER, row("09:10", "a"))
    practice.desk.ahead.run_late("Bakker", 30, practice.by)
    _publish(practice, "wachttijd", When(moment=DESK, reason=("rekening",)), "v2")
    assert offers(practice) == []
