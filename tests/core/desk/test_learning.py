"""What complaints change: what comes back is seen, and an improvement is looked back at."""

from datetime import date

import pytest

from reception_assistant.audit.entry import Action
from reception_assistant.changes import Change, Changed
from reception_assistant.complaints.complaint import Field
from reception_assistant.complaints.learning import Improvement, Worked
from reception_assistant.complaints.repeating import repeated_words
from reception_assistant.desk.acting import By
from reception_assistant.desk.learning import LearningDesk, NewImprovement
from reception_assistant.errors import KnownError
from reception_assistant.follow_ups.follow_up import Done, FollowUp, Helped, Kind, Source, State
from reception_assistant.follow_ups.listed import Which
from reception_assistant.ids import new_id
from reception_assistant.staff.employee import Role
from reception_assistant.store import follow_ups as store_follow_ups
from tests.helpers.practice import TODAY, Ids, Practice, open_practice


@pytest.fixture
def desk(practice: Practice) -> LearningDesk:
    return practice.desk.after.learning


@pytest.fixture
def screen(practice: Practice, desk: LearningDesk) -> NewImprovement:
    return NewImprovement(
        cause=desk.causes()[0].id,
        what="Na tien minuten zeggen hoe lang het duurt",
        owner_id=practice.by.employee.id,
        review="2026-12-18",
    )


def complain(practice: Practice, cause: str, day: str = "2026-11-23") -> str:
    """Keep a complaint of `day` whose cause is known."""
    key = new_id()
    me = practice.by.employee.id
    with practice.desk.store.writing() as db:
        db.conn.execute(
            """INSERT INTO complaints (id, subject, received_on, form, told_where, regime,
                owner_id, made_utc) VALUES (?, 'Iets', ?, 'mondeling', 'balie', 'eigen', ?, '')""",
            (key, day, me),
        )
        db.conn.execute(
            "INSERT INTO complaint_answers VALUES (?, ?, ?, '', ?, 1)",
            (key, Field.CAUSE, cause, me),
        )
    return key


def promise(practice: Practice, improvement: str, number: int = 1) -> FollowUp:
    with practice.desk.store.reading() as connection:
        found = store_follow_ups.read(connection, f"{improvement}:{number}")
    assert found is not None
    return found


def only(desk: LearningDesk) -> Improvement:
    (found,) = desk.improvements()
    return found


def test_the_cause_that_comes_back_most_often_stands_first(
    practice: Practice, desk: LearningDesk
) -> None:
    often, twice, once = (each.id for each in desk.causes()[:3])
    for cause in (twice, often, once, often, twice, often):
        complain(practice, cause)
    complain(practice, once, "2026-09-30")  # another quarter
    assert [(each.cause.id, each.times) for each in desk.repeated()] == [(often, 3), (twice, 2)]
    assert desk.repeated(date(2026, 9, 1)) == []


def test_beside_it_stands_what_is_being_done(
    practice: Practice, desk: LearningDesk, screen: NewImprovement
) -> None:
    for _number in range(3):
        complain(practice, screen.cause)
    desk.improve(screen, practice.by)
    (found,) = desk.repeated(TODAY)
    assert repeated_words(found).startswith("Dit kwartaal al 3 keer: ")
    assert repeated_words(found).endswith("loopt sinds 24 november.")
    desk.review(found.improvements[0].id, Worked.YES, "", practice.by)
    (found,) = desk.repeated(TODAY)
    assert found.improvements == ()


def test_an_improvement_is_put_on_its_owners_list(
    practice: Practice, desk: LearningDesk, screen: NewImprovement
) -> None:
    heard: list[Change] = []
    practice.desk.changes.listen(heard.append)
    key = desk.improve(screen._replace(complaint_id=complain(practice, screen.cause)), practice.by)
    kept = only(desk)
    assert (kept.id, kept.since, kept.review) == (key, "2026-11-24", "2026-12-18")
    assert kept.owner == practice.by.employee.name
    assert desk.of_complaint(kept.complaint_id or "") == [kept]
    todo = promise(practice, key)
    assert (todo.kind, todo.source, todo.state) == (Kind.REVIEW, Source.COMPLAINT, State.OPEN)
    assert (todo.before, todo.improvement_id) == ("2026-12-18T17:00", key)
    assert screen.what in todo.what
    assert [change.what for change in heard] == [Changed.COMPLAINTS | Changed.PROMISES]
    entry = practice.audit()[-1]
    assert (entry.action, entry.subject_id) == (Action.IMPROVEMENT_ADDED, key)
    with open_practice(practice.folder) as again:
        assert again.desk.after.learning.improvements() == [kept]


def test_a_double_press_keeps_one(
    practice: Practice, desk: LearningDesk, screen: NewImprovement
) -> None:
    assert desk.improve(screen, practice.by) == desk.improve(screen, practice.by)
    assert len(desk.improvements()) == 1


def test_looking_back_empties_the_list_too(
    practice: Practice, desk: LearningDesk, screen: NewImprovement
) -> None:
    key = desk.improve(screen, practice.by)
    desk.review(key, Worked.YES, "", practice.by)
    desk.review(key, Worked.YES, "", practice.by)  # pressed twice
    assert only(desk).worked is Worked.YES
    assert desk.improvements(open_only=True) == []
    todo = promise(practice, key)
    assert (todo.state, todo.result) == (State.DONE, "Het hielp.")
    actions = [entry.action for entry in practice.audit()]
    assert actions.count(Action.IMPROVEMENT_REVIEWED) == 1


def test_what_was_answered_in_the_list_counts_as_looked_back(
    practice: Practice, desk: LearningDesk, screen: NewImprovement
) -> None:
    key = desk.improve(screen, practice.by)
    done = Done(result="Minder vragen.", helped=Helped.YES)
    practice.desk.after.follow_ups.done(f"{key}:1", done, practice.by)
    assert (only(desk).worked, only(desk).remark) == (Worked.YES, "Minder vragen.")


def test_what_did_not_help_asks_what_happens_now(
    practice: Practice, desk: LearningDesk, screen: NewImprovement
) -> None:
    key = desk.improve(screen, practice.by)
    with pytest.raises(KnownError, match="wat er nu gebeurt"):
        desk.review(key, Worked.NO, " ", practice.by)
    desk.review(key, Worked.PARTLY, "Nog eens proberen.", practice.by, again="2027-01-15")
    kept = only(desk)
    assert (kept.worked, kept.review) == (None, "2027-01-15")
    assert promise(practice, key).state is State.DONE
    assert promise(practice, key, 2).before == "2027-01-15T17:00"
    desk.review(key, Worked.NO, "Wij stoppen ermee.", practice.by)
    assert (only(desk).worked, only(desk).remark) == (Worked.NO, "Wij stoppen ermee.")


def test_what_a_colleague_looked_back_at_is_not_overwritten(
    practice: Practice, desk: LearningDesk, screen: NewImprovement
) -> None:
    key = desk.improve(screen, practice.by)
    with open_practice(practice.folder, ids=Ids(1)) as other:
        other.desk.after.learning.review(key, Worked.YES, "Ja.", other.by)
        linked = other.desk.after.learning.improvements()[0]
    with pytest.raises(KnownError, match="niets overschreven"):
        desk.review(key, Worked.NO, "Nee.", practice.by)
    with pytest.raises(KnownError, match="niets overschreven"):
        desk.link(key, linked.row_version - 1, practice.by, rule="Anders")
    assert (only(desk).worked, only(desk).remark) == (Worked.YES, "Ja.")


def test_what_was_changed_is_kept_with_it(
    practice: Practice, desk: LearningDesk, screen: NewImprovement
) -> None:
    key = desk.improve(screen, practice.by)
    desk.link(key, 1, practice.by, script_id="wachttijd-zeggen", rule="Huisregel 4")
    desk.link(key, 1, practice.by, script_id="wachttijd-zeggen", rule="Huisregel 4")
    kept = only(desk)
    assert (kept.script_id, kept.rule, kept.row_version) == ("wachttijd-zeggen", "Huisregel 4", 2)
    assert kept.worked is None


def test_what_cannot_be_is_told_and_nothing_is_kept(
    practice: Practice, desk: LearningDesk, screen: NewImprovement
) -> None:
    gone = practice.desk.staff.add("Noor", Role.RECEPTIONIST, practice.by)
    practice.desk.staff.change(gone._replace(active=False), practice.by)
    for new, told in (
        (screen._replace(what=" "), "wat er beter gaat"),
        (screen._replace(cause=""), "wat er beter gaat"),
        (screen._replace(review="2026-11-23"), "voorbij"),
        (screen._replace(review="ooit"), "te lezen"),
        (screen._replace(owner_id=gone.id), "werkt hier niet meer"),
    ):
        with pytest.raises(KnownError, match=told):
            desk.improve(new, practice.by)
    with pytest.raises(KnownError, match="er niet meer"):
        desk.review("weg", Worked.YES, "", practice.by)
    assert desk.improvements() == []
    assert practice.desk.after.follow_ups.of_person("") == []


def test_a_list_of_causes_ships_and_an_unknown_one_keeps_its_name(desk: LearningDesk) -> None:
    causes = desk.causes()
    assert len(causes) >= 10
    assert all(each.label for each in causes)
    assert desk.cause("van-vroeger").label == "van-vroeger"


def test_an_owner_who_left_keeps_nobody_from_looking_back(
    practice: Practice, desk: LearningDesk, screen: NewImprovement
) -> None:
    noor = practice.desk.staff.add("Noor", Role.RECEPTIONIST, practice.by)
    key = desk.improve(screen._replace(owner_id=noor.id), By(noor))
    practice.desk.staff.change(noor._replace(active=False), practice.by)
    desk.review(key, Worked.YES, "", practice.by)
    assert (only(desk).worked, only(desk).owner) == (Worked.YES, "Noor")


def test_who_looks_again_when_the_owner_left_goes_on_with_it(
    practice: Practice, desk: LearningDesk, screen: NewImprovement
) -> None:
    noor = practice.desk.staff.add("Noor", Role.RECEPTIONIST, practice.by)
    key = desk.improve(screen._replace(owner_id=noor.id), By(noor))
    practice.desk.staff.change(noor._replace(active=False), practice.by)
    desk.review(key, Worked.NO, "Nog niet genoeg.", practice.by, again="2026-12-10")
    own = practice.by.employee
    assert (only(desk).owner, only(desk).review, only(desk).worked) == (
        own.name,
        "2026-12-10",
        None,
    )
    listed = practice.desk.after.follow_ups.listed(Which.MINE, practice.by)
    assert [row.owner for row in listed.later] == [own.name]
