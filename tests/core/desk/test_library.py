"""The library of a practice: filled from what ships, kept as the practice made it, and asked."""

from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from reception_assistant.changes import Change, Changed
from reception_assistant.desk.library import (
    BOUNDARY,
    CALM,
    helping,
    mandates_of,
    outcomes_for,
    reasons_of,
    stop_signs_of,
)
from reception_assistant.desk.opening import open_desk
from reception_assistant.library import shipped, texts
from reception_assistant.library.content import Library, Lists
from reception_assistant.library.context import Context, Discipline, Mood
from reception_assistant.library.lists import Mandate, May, Outcome, Reason, StopSign
from reception_assistant.library.shipped import read_shipped
from reception_assistant.paths import DATABASE
from reception_assistant.run.event import Kind
from reception_assistant.store import driver
from reception_assistant.store import library as store_library
from reception_assistant.store.library import NewVersion
from tests.core.calls.talks import Talk
from tests.helpers.practice import Ids, Practice, open_practice

_SCRIPT = """\
id: {id}
title: {title}
when: {{{when}}}
start: zeggen
steps:
  zeggen: {{say: "{say}", end: {{outcome: klaar}}}}
"""
_REASONS = """\
- {id: rekening, label: Rekening of vergoeding, aliases: [factuur]}
- {id: pijn, label: Kiespijn}
"""
_OUTCOMES = """\
- {id: klaar, label: Niets meer nodig, aliases: [af]}
- {id: weg, label: Lijn weg, helped: false}
"""


class Shipped:
    """What ships, in a folder of its own so that a release can change it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def script(
        self, name: str, say: str = "Goedemorgen.", *, title: str = "", when: str = ""
    ) -> None:
        """Ship a script, new or in other words."""
        text = _SCRIPT.format(id=name, title=title or name.title(), when=when, say=say)
        self.file(f"scripts/{name}.yaml", text)

    def file(self, name: str, text: str) -> None:
        """Ship a file."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


@pytest.fixture
def ships(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shipped:
    """Let two scripts and two lists ship."""
    folder = tmp_path / "shipped"
    for module in (shipped, texts):
        monkeypatch.setattr(module, "scripts_nl", folder.joinpath)
    made = Shipped(folder)
    made.file("pack.yaml", "{id: nl-basis, title: Basisbundel, version: 1.0.0}")
    made.file("redenen.yaml", _REASONS)
    made.file("uitkomsten.yaml", _OUTCOMES)
    made.script("rekening", "Ik pak de rekening erbij.", when="reason: [rekening]")
    made.script("pijn", "Wat vervelend.", when="reason: [pijn], mood: [boos]")
    return made


@pytest.fixture
def news(practice: Practice) -> list[Change]:
    """Give all that listeners hear."""
    heard: list[Change] = []
    practice.desk.changes.listen(heard.append)
    return heard


def says(practice: Practice, script_id: str) -> str:
    version = practice.desk.library.all().version(script_id)
    assert version is not None
    return version.script.steps["zeggen"].say


def version_id(practice: Practice, script_id: str) -> str:
    version = practice.desk.library.all().version(script_id)
    assert version is not None
    return version.id


def number_of_versions(practice: Practice) -> int:
    with practice.desk.store.reading() as connection:
        (count,) = connection.execute("SELECT COUNT(*) FROM script_versions").fetchone()
    return int(count)


def own_version(practice: Practice, script_id: str, say: str) -> str:
    """Let the practice put a script in its own words."""
    version = practice.desk.library.all().version(script_id)
    assert version is not None
    step = replace(version.script.steps["zeggen"], say=say)
    script = replace(version.script, steps={"zeggen": step})
    new = NewVersion(f"own-{script_id}", script, "yaml", "practice", "2026-11-24T08:00:00Z")
    with practice.desk.store.writing() as db:
        kept = store_library.kept_scripts(db.conn)[script_id]
        store_library.add_version(db.conn, new)
        store_library.publish(db.conn, script_id, new.id, kept.shipped)
    return new.id


# --- filled from what ships


def test_the_first_start_has_everything_that_ships(practice: Practice, news: list[Change]) -> None:
    assert practice.desk.library.all().scripts == {}
    practice.desk.library.fill()
    library, pack = practice.desk.library.all(), read_shipped()
    assert {name: version.script for name, version in library.scripts.items()} == {
        file.script.id: file.script for file in pack.scripts
    }
    assert library.lists == pack.lists
    assert [each.what for each in news] == [Changed.LIBRARY]
    assert {CALM, BOUNDARY} <= library.scripts.keys()


def test_filling_twice_is_filling_once(practice: Practice, news: list[Change]) -> None:
    practice.desk.library.fill()
    library, versions = practice.desk.library.all(), number_of_versions(practice)
    practice.desk.library.fill()
    assert practice.desk.library.all() is library
    assert number_of_versions(practice) == versions
    assert len(news) == 1


def test_two_windows_that_start_at_once_fill_it_once(ships: Shipped, practice: Practice) -> None:
    with open_desk(practice.folder) as other:
        other.library.fill()
        practice.desk.library.fill()
        assert practice.desk.library.all() == other.library.all()
    assert number_of_versions(practice) == 2


def test_a_release_brings_new_words_and_keeps_the_old_ones(
    ships: Shipped, practice: Practice, news: list[Change]
) -> None:
    practice.desk.library.fill()
    before, untouched = version_id(practice, "rekening"), version_id(practice, "pijn")
    ships.script("rekening", "Ik kijk met u mee.", when="reason: [rekening]")
    ships.script("nieuw", "Welkom.")
    practice.desk.library.fill()
    assert says(practice, "rekening") == "Ik kijk met u mee."
    assert says(practice, "nieuw") == "Welkom."
    assert version_id(practice, "pijn") == untouched
    assert number_of_versions(practice) == 4
    (old,) = practice.desk.library.versions([before]).values()
    assert old.steps["zeggen"].say == "Ik pak de rekening erbij."
    assert [each.what for each in news] == [Changed.LIBRARY] * 2


def test_other_notes_in_a_file_are_a_new_version_too(ships: Shipped, practice: Practice) -> None:
    """The text is kept letter for letter, so that the editor shows what was written."""
    practice.desk.library.fill()
    path = ships.folder / "scripts" / "rekening.yaml"
    path.write_text("# nagekeken\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    practice.desk.library.fill()
    with practice.desk.store.reading() as connection:
        rows = connection.execute(
            "SELECT number, origin, text FROM script_versions WHERE script_id = 'rekening'"
        ).fetchall()
    assert [row[:2] for row in sorted(rows)] == [(1, "shipped"), (2, "shipped")]
    assert max(rows)[2].startswith("# nagekeken")


def test_what_the_practice_put_in_its_own_words_stays(ships: Shipped, practice: Practice) -> None:
    practice.desk.library.fill()
    own = own_version(practice, "rekening", "Zo zeggen wij dat.")
    for say in ("Anders.", "Weer anders."):
        ships.script("rekening", say, when="reason: [rekening]")
        ships.script("pijn", say)
        practice.desk.library.fill()
        assert (version_id(practice, "rekening"), says(practice, "rekening")) == (
            own,
            "Zo zeggen wij dat.",
        )
        assert says(practice, "pijn") == say


def test_a_line_that_the_practice_changed_stays_and_the_others_follow_the_release(
    ships: Shipped, practice: Practice
) -> None:
    practice.desk.library.fill()
    with practice.desk.store.writing() as db:
        line = store_library.kept_items(db.conn)["reason", "rekening"]
        changed = line.facts.replace("Rekening of vergoeding", "Geld")
        store_library.put_item(db.conn, line._replace(facts=changed))
    ships.file("redenen.yaml", _REASONS.replace("Rekening of", "Nota of").replace("Kiesp", "P"))
    practice.desk.library.fill()
    assert [(each.id, each.label) for each in practice.desk.library.all().lists.reasons] == [
        ("rekening", "Geld"),
        ("pijn", "Pijn"),
    ]


def test_a_new_line_takes_its_place_in_the_list(ships: Shipped, practice: Practice) -> None:
    practice.desk.library.fill()
    ships.file("redenen.yaml", "- {id: vraag, label: Andere vraag}\n" + _REASONS)
    practice.desk.library.fill()
    reasons = practice.desk.library.all().lists.reasons
    assert {each.id for each in reasons} == {"vraag", "rekening", "pijn"}
    assert [each.label for each in reasons if each.id == "vraag"] == ["Andere vraag"]


def test_when_filling_breaks_off_nothing_is_half_there(
    ships: Shipped, practice: Practice, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_facts: object) -> None:
        raise ZeroDivisionError

    with monkeypatch.context() as broken:
        broken.setattr(store_library, "note_pack", fail)
        with pytest.raises(ZeroDivisionError):
            practice.desk.library.fill()
    assert practice.desk.library.all() == Library({})
    practice.desk.library.fill()
    assert practice.desk.library.all().scripts.keys() == {"rekening", "pijn"}


# --- versions


@pytest.mark.parametrize(
    "attempt",
    [
        "UPDATE script_versions SET text = 'anders'",
        "UPDATE script_versions SET facts = '{}'",
        "UPDATE script_versions SET number = number + 1",
        "DELETE FROM script_versions WHERE id NOT IN (SELECT version_id FROM scripts)",
        "DELETE FROM script_versions",
    ],
)
def test_a_version_never_changes_and_never_goes(
    attempt: str, ships: Shipped, practice: Practice
) -> None:
    practice.desk.library.fill()
    own_version(practice, "rekening", "Zo zeggen wij dat.")
    with practice.desk.store.reading() as connection:
        before = connection.execute("SELECT * FROM script_versions ORDER BY id").fetchall()
    anybody = driver.connect(practice.folder / DATABASE)
    with closing(anybody), pytest.raises(driver.Error, match="a version"):
        anybody.execute(attempt)
    with practice.desk.store.reading() as connection:
        assert connection.execute("SELECT * FROM script_versions ORDER BY id").fetchall() == before


def test_a_version_that_is_not_known_is_left_out(ships: Shipped, practice: Practice) -> None:
    practice.desk.library.fill()
    known = version_id(practice, "pijn")
    assert set(practice.desk.library.versions([known, "weg"])) == {known}


def test_what_another_window_publishes_is_used_at_once(ships: Shipped, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    with open_practice(folder) as here, open_practice(folder, ids=Ids(1)) as there:
        here.desk.library.fill()
        context = Context(reason="rekening")
        assert [each.title for each in here.desk.library.offers(context)] == ["Rekening"]
        ships.script("rekening", "Anders.", title="Uw rekening", when="reason: [rekening]")
        there.desk.library.fill()
        assert says(here, "rekening") == "Anders."
        assert [each.title for each in here.desk.library.offers(context)] == ["Uw rekening"]


# --- what suits now


def test_what_suits_is_offered_with_its_reason(ships: Shipped, practice: Practice) -> None:
    ships.script("opening", title="Een gesprek openen")
    practice.desk.library.fill()
    offers = practice.desk.library.offers(Context(reason="pijn", mood=Mood.ANGRY))
    assert [(each.script_id, each.because) for each in offers] == [
        ("pijn", ("omdat het gaat om «Kiespijn»", "omdat de beller boos klinkt")),
        ("opening", ("past altijd",)),
    ]
    assert practice.desk.library.offers(Context(reason="pijn"), limit=1) == [offers[1]]


def test_what_helped_before_comes_first_among_equals(ships: Shipped, practice: Practice) -> None:
    for name in ("eerste", "tweede"):
        ships.script(name, when="reason: [vraag]")
    practice.desk.library.fill()

    def offered() -> list[str]:
        return [each.script_id for each in practice.desk.library.offers(Context(reason="vraag"))]

    assert offered() == ["eerste", "tweede"]
    _called(practice, "eerste", "weg")
    _called(practice, "tweede", "klaar")
    assert offered() == ["tweede", "eerste"]


def _called(practice: Practice, script_id: str, outcome: str) -> None:
    """Let a conversation with this script end so."""
    talk = Talk(practice)
    talk.happens(talk.event(Kind.BEGUN, "zeggen", version=version_id(practice, script_id)))
    talk.ends(outcome)
    talk.logged()


def test_only_outcomes_that_helped_count_also_by_the_name_they_had_before() -> None:
    outcomes = (
        Outcome(id="klaar", label="Klaar", aliases=("af",)),
        Outcome(id="weg", label="Weg", aliases=("verbroken",), helped=False),
    )
    assert helping(Library({}, Lists(outcomes=outcomes))) == {"klaar", "af"}


# --- lists, for one kind of practice


_NAMES = ("a", "b", "c", "d")
_FOR = st.lists(st.sampled_from(list(Discipline)), unique=True, max_size=2).map(tuple)
_KINDS = st.sampled_from(("", "anders", *Discipline))


@given(st.lists(_FOR, max_size=4), _KINDS)
def test_a_practice_sees_the_reasons_of_its_own_kind(
    kinds: list[tuple[Discipline, ...]], practice: str
) -> None:
    every = tuple(
        Reason(id=name, label=name, discipline=kind)
        for name, kind in zip(_NAMES, kinds, strict=False)
    )
    shown = reasons_of(Library({}, Lists(reasons=every)), practice)
    own = [each for each in every if not each.discipline or practice in each.discipline]
    assert shown == (own or list(every))


def test_what_may_be_offered_is_that_of_this_kind_of_practice() -> None:
    flowers = Mandate(id="bloemetje", label="Een bloemetje", may=May.SELF)
    animal = Mandate(id="dier", label="Advies", may=May.NEVER, discipline=(Discipline.VET,))
    library = Library({}, Lists(mandates=(animal, flowers)))
    assert mandates_of(library, "dierenarts") == [animal, flowers]
    assert mandates_of(library, "huisarts") == [flowers]


def _sign(name: str, *reasons: str, to: str = "de dokter", of: str = "") -> StopSign:
    kinds = (Discipline(of),) if of else ()
    return StopSign(id=name, label=name, to=to, reason=reasons, discipline=kinds)


def test_the_signs_that_belong_to_the_reason_come_before_those_that_always_hold() -> None:
    always, pain, other = _sign("flauw"), _sign("koorts", "kiespijn"), _sign("bloeding", "val")
    elsewhere = _sign("dier", "kiespijn", of="dierenarts")
    library = Library({}, Lists(stop_signs=(always, elsewhere, other, pain)))
    assert stop_signs_of(library, "tandarts", "kiespijn") == [pain, always]
    assert stop_signs_of(library, "tandarts", "") == [always]
    assert stop_signs_of(library, "dierenarts", "kiespijn") == [elsewhere, pain, always]


def test_what_goes_to_112_stands_first_whatever_the_reason_is() -> None:
    alarm, pain = _sign("benauwd", to="112"), _sign("koorts", "kiespijn")
    library = Library({}, Lists(stop_signs=(pain, alarm)))
    assert stop_signs_of(library, "tandarts", "kiespijn") == [alarm, pain]
    assert stop_signs_of(library, "tandarts", "") == [alarm]


@pytest.mark.parametrize("chosen", ["kiespijn", "pijn", "tandpijn"])
@pytest.mark.parametrize("written", ["kiespijn", "pijn"])
def test_a_sign_belongs_to_its_reason_by_every_name_that_had(chosen: str, written: str) -> None:
    about = Reason(id="kiespijn", label="Kiespijn", aliases=("pijn", "tandpijn"))
    sign = _sign("koorts", written)
    library = Library({}, Lists(reasons=(about,), stop_signs=(sign,)))
    assert stop_signs_of(library, "tandarts", chosen) == [sign]
    assert stop_signs_of(library, "tandarts", "rekening") == []


@given(
    said=st.sampled_from(("", "onbekend", "oud", *_NAMES)),
    usual=st.lists(st.sampled_from(("onbekend", "oud", *_NAMES)), max_size=4),
)
def test_every_outcome_can_be_chosen_the_likeliest_first(said: str, usual: list[str]) -> None:
    outcomes = tuple(
        Outcome(id=name, label=name, aliases=("oud",) if name == "c" else ()) for name in _NAMES
    )
    about = Reason(id="rekening", label="Rekening", aliases=("factuur",), outcomes=tuple(usual))
    library = Library({}, Lists(reasons=(about,), outcomes=outcomes))
    offered = [each.id for each in outcomes_for(library, "factuur", said)]
    assert sorted(offered) == sorted(_NAMES)
    likely = ["c" if name == "oud" else name for name in (said, *usual)]
    expected = [name for name in dict.fromkeys(likely) if name in _NAMES]
    assert offered[: len(expected)] == expected
    assert offered[len(expected) :] == [name for name in _NAMES if name not in expected]


def test_without_a_reason_the_outcomes_stand_in_the_order_of_the_list() -> None:
    outcomes = tuple(Outcome(id=name, label=name) for name in _NAMES)
    library = Library({}, Lists(outcomes=outcomes))
    assert outcomes_for(library, "") == list(outcomes)


def test_nobody_who_calls_us_is_not_reached() -> None:
    reached = Outcome(id="niet-bereikt", label="Niet bereikt", outgoing=True)
    about = Reason(id="rekening", label="Rekening", outcomes=("niet-bereikt",))
    library = Library({}, Lists(reasons=(about,), outcomes=(Outcome(id="a", label="A"), reached)))
    assert [each.id for each in outcomes_for(library, "")] == ["a"]
    assert [each.id for each in outcomes_for(library, "", outgoing=True)] == ["a", "niet-bereikt"]
    assert [each.id for each in outcomes_for(library, "rekening")] == ["niet-bereikt", "a"]
