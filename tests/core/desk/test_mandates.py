"""The kaders: a manager keeps what may be offered here, and a release does not undo that."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from reception_assistant.audit.entry import Action
from reception_assistant.changes import Change, Changed
from reception_assistant.complaints.mandates_said import kaders, said_of
from reception_assistant.desk.acting import By
from reception_assistant.desk.mandates import MandatesDesk, NewMandate
from reception_assistant.errors import KnownError
from reception_assistant.library import shipped, texts
from reception_assistant.library.context import Discipline
from reception_assistant.library.lists import Mandate, May
from reception_assistant.settings.catalogue import DISCIPLINE
from reception_assistant.staff.employee import Role
from tests.helpers.practice import Ids, Practice, open_practice

SHIPPED = """\
- {id: koffie, label: Koffie, may: zelf, say: "Wilt u koffie?"}
- {id: dier, label: Een voertje, may: zelf, discipline: [dierenarts]}
- {id: kaart, label: Een kaart, may: zelf, say: "Ik stuur u een kaart."}
- {id: korting, label: Korting, may: overleg}
- {id: voorrang, label: Voorrang, may: nooit, say: "Wat wel kan, is morgen."}
"""


@pytest.fixture
def ships(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let five kaders ship; returns their file."""
    folder = tmp_path / "shipped"
    for module in (shipped, texts):
        monkeypatch.setattr(module, "scripts_nl", folder.joinpath)
    folder.mkdir()
    (folder / "pack.yaml").write_text("{id: nl-basis, title: Basisbundel}", encoding="utf-8")
    kaders_file = folder / "kaders.yaml"
    kaders_file.write_text(SHIPPED, encoding="utf-8")
    return kaders_file


@pytest.fixture
def desk(practice: Practice, ships: Path) -> MandatesDesk:
    """Give the kaders of a dental practice."""
    assert ships.exists()
    practice.desk.settings.choose(DISCIPLINE, "tandarts", practice.by)
    practice.desk.library.fill()
    return practice.desk.after.mandates


def labels(practice: Practice) -> list[str]:
    """Return what every screen shows, in its order."""
    found = kaders(practice.desk.library.all().lists.mandates, "tandarts")
    return [each.label for group in found for each in group]


def one(desk: MandatesDesk, mandate_id: str) -> Mandate:
    (found,) = (each for each in desk.all() if each.id == mandate_id)
    return found


def test_only_those_of_this_kind_of_practice_are_kept_here(desk: MandatesDesk) -> None:
    assert [each.id for each in desk.all()] == ["koffie", "kaart", "korting", "voorrang"]


def test_a_new_one_stands_at_the_end_of_its_group_on_every_screen(
    practice: Practice, desk: MandatesDesk
) -> None:
    heard: list[Change] = []
    practice.desk.changes.listen(heard.append)
    new = NewMandate(May.SELF, "  Parkeerkosten\nvergoeden ", "Ik geef u een uitrijkaart.")
    added = desk.add(new, practice.by)
    assert added.label == "Parkeerkosten vergoeden"
    assert labels(practice)[:3] == ["Koffie", "Een kaart", "Parkeerkosten vergoeden"]
    assert [change.what for change in heard] == [Changed.LIBRARY]
    told = practice.audit()[-1]
    assert (told.action, told.subject_id, told.detail) == (
        Action.MANDATE_CHANGED,
        added.id,
        "added",
    )


def test_what_is_asked_first_says_whom(practice: Practice, desk: MandatesDesk) -> None:
    money = one(desk, "korting")
    kept = desk.change(money, replace(money, whom=" de  praktijkmanager"), practice.by)
    assert kept.whom == "de praktijkmanager"
    assert one(desk, "korting") == kept
    assert said_of(kept) == "Korting: overleg dit eerst met de praktijkmanager."


def test_a_changed_one_survives_a_release_and_the_others_follow_it(
    practice: Practice, desk: MandatesDesk, ships: Path
) -> None:
    coffee = one(desk, "koffie")
    desk.change(coffee, replace(coffee, say="Koffie of thee?"), practice.by)
    desk.move("kaart", -1, practice.by)
    ships.write_text(
        SHIPPED.replace("Wilt u koffie?", "Kopje?").replace("een kaart.", "iets moois."),
        encoding="utf-8",
    )
    practice.desk.library.fill()
    assert one(desk, "koffie").say == "Koffie of thee?"
    assert one(desk, "kaart").say == "Ik stuur u iets moois."
    assert labels(practice)[:2] == ["Een kaart", "Koffie"]


def test_what_was_removed_stays_away_after_a_release_and_comes_back_by_hand(
    practice: Practice, desk: MandatesDesk, ships: Path
) -> None:
    card = one(desk, "kaart")
    desk.remove(card, practice.by)
    desk.remove(card, practice.by)
    assert labels(practice) == ["Koffie", "Korting", "Voorrang"]
    ships.write_text(SHIPPED.replace("een kaart.", "iets."), encoding="utf-8")
    practice.desk.library.fill()
    assert labels(practice) == ["Koffie", "Korting", "Voorrang"]
    desk.put_back(card, practice.by)
    desk.put_back(card, practice.by)
    assert one(desk, "kaart") == card
    assert labels(practice)[:2] == ["Koffie", "Een kaart"]
    done = [each.detail for each in practice.audit() if each.action is Action.MANDATE_CHANGED]
    assert done == ["removed", "put back"]


def test_moving_goes_past_those_of_its_own_group_only(
    practice: Practice, desk: MandatesDesk
) -> None:
    assert desk.move("kaart", -1, practice.by)
    assert labels(practice) == ["Een kaart", "Koffie", "Korting", "Voorrang"]
    assert not desk.move("kaart", -1, practice.by)
    assert not desk.move("korting", 1, practice.by)
    assert desk.move("kaart", 1, practice.by)
    assert labels(practice) == ["Koffie", "Een kaart", "Korting", "Voorrang"]


def test_one_that_changes_group_stands_there(practice: Practice, desk: MandatesDesk) -> None:
    card = one(desk, "kaart")
    desk.change(card, replace(card, may=May.CONSULT), practice.by)
    assert labels(practice) == ["Koffie", "Een kaart", "Korting", "Voorrang"]
    assert one(desk, "kaart").may is May.CONSULT


@pytest.mark.parametrize(
    "new",
    [
        NewMandate(May.SELF, "  "),
        NewMandate(May.SELF, "KOFFIE"),
        NewMandate(May.NEVER, "Spoed voor wie belt"),
        NewMandate(May.SELF, "x" * 81),
        NewMandate(May.SELF, "Iets", "x" * 201),
        NewMandate(May.CONSULT, "Iets", whom="x" * 61),
    ],
)
def test_what_nobody_could_work_with_is_refused(
    practice: Practice, desk: MandatesDesk, new: NewMandate
) -> None:
    before = desk.all()
    with pytest.raises(KnownError) as refused:
        desk.add(new, practice.by)
    assert refused.value.advice
    assert desk.all() == before


def test_never_keeps_its_sentence(practice: Practice, desk: MandatesDesk) -> None:
    never = one(desk, "voorrang")
    with pytest.raises(KnownError, match="hoort een zin"):
        desk.change(never, replace(never, say=""), practice.by)
    money = one(desk, "korting")
    with pytest.raises(KnownError, match="hoort een zin"):
        desk.change(money, replace(money, may=May.NEVER), practice.by)


def test_what_a_colleague_changed_meanwhile_is_not_overwritten(
    practice: Practice, desk: MandatesDesk
) -> None:
    seen = one(desk, "koffie")
    with open_practice(practice.folder, practice.clock, Ids(7)) as other:
        theirs = other.desk.after.mandates
        theirs.change(seen, replace(seen, say="Thee?"), other.by)
    with pytest.raises(KnownError, match="Een collega heeft dit net veranderd"):
        desk.change(seen, replace(seen, label="Iets warms"), practice.by)
    with pytest.raises(KnownError, match="Een collega heeft dit net veranderd"):
        desk.remove(seen, practice.by)
    assert one(desk, "koffie").say == "Thee?"


def test_what_a_colleague_removed_meanwhile_is_said(practice: Practice, desk: MandatesDesk) -> None:
    seen = one(desk, "koffie")
    desk.remove(seen, practice.by)
    with pytest.raises(KnownError, match="net weggehaald"):
        desk.change(seen, replace(seen, say="Thee?"), practice.by)
    with pytest.raises(KnownError, match="net weggehaald"):
        desk.move("koffie", 1, practice.by)


def test_only_a_manager_keeps_them(practice: Practice, desk: MandatesDesk) -> None:
    sanne = By(practice.desk.staff.add("Sanne", Role.RECEPTIONIST, practice.by))
    coffee, before = one(desk, "koffie"), desk.all()
    for wish in (
        lambda: desk.add(NewMandate(May.SELF, "Iets"), sanne),
        lambda: desk.change(coffee, replace(coffee, say="Thee?"), sanne),
        lambda: desk.move("koffie", 1, sanne),
        lambda: desk.remove(coffee, sanne),
        lambda: desk.put_back(coffee, sanne),
    ):
        with pytest.raises(KnownError, match="alleen een beheerder"):
            wish()
    assert desk.all() == before


def test_changing_nothing_is_no_change(practice: Practice, desk: MandatesDesk) -> None:
    before = len(practice.audit())
    coffee = one(desk, "koffie")
    desk.change(coffee, replace(coffee, label=" Koffie "), practice.by)
    assert len(practice.audit()) == before


def test_another_kind_of_practice_keeps_its_own(practice: Practice, desk: MandatesDesk) -> None:
    practice.desk.settings.choose(DISCIPLINE, "dierenarts", practice.by)
    treat = one(desk, "dier")
    desk.change(treat, replace(treat, say="Mag ik iets lekkers geven?"), practice.by)
    assert one(desk, "dier").discipline == (Discipline.VET,)
    desk.move("kaart", -1, practice.by)
    assert [each.id for each in desk.all()][:3] == ["koffie", "kaart", "dier"]


_MOVES = st.lists(
    st.tuples(st.sampled_from(["koffie", "kaart", "korting", "voorrang"]), st.sampled_from([-1, 1]))
)


@settings(max_examples=15)
@given(moves=_MOVES)
def test_every_move_can_be_taken_back(
    moves: list[tuple[str, int]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    with open_practice(tmp_path_factory.mktemp("moved")) as practice:
        desk = practice.desk.after.mandates
        for label in ("Koffie", "Kaart", "Water"):
            desk.add(NewMandate(May.SELF, label), practice.by)
        before = [each.id for each in desk.all()]
        ids = dict(
            zip(["koffie", "kaart", "korting", "voorrang"], [*before, before[0]], strict=True)
        )
        done = [(ids[name], by) for name, by in moves if desk.move(ids[name], by, practice.by)]
        assert sorted(each.id for each in desk.all()) == sorted(before)
        for name, steps in reversed(done):
            desk.move(name, -steps, practice.by)
        assert [each.id for each in desk.all()] == before
