"""What was promised is never lost: it is tried, handed over, done with a result, or not needed."""

from datetime import date, datetime

import pytest
from msgspec.structs import replace

from reception_assistant.audit.entry import Action
from reception_assistant.changes import Change, Changed
from reception_assistant.desk.acting import By
from reception_assistant.desk.follow_ups import FollowUpsDesk
from reception_assistant.errors import KnownError
from reception_assistant.follow_ups.follow_up import (
    Done,
    FollowUp,
    Helped,
    Kind,
    NewFollowUp,
    Reached,
    Source,
    State,
)
from reception_assistant.follow_ups.grouping import group
from reception_assistant.follow_ups.listed import LIMIT, Which
from reception_assistant.staff.employee import Employee, Role
from reception_assistant.store import follow_ups as store
from reception_assistant.store.follow_ups import When
from tests.core.calls.talks import BSN, Talk, fill_library, promise, somebody
from tests.helpers.practice import Ids, Practice, open_practice

NOON, EVENING = "2026-11-24T12:00", "2026-11-24T17:00"
FRIDAY = "2026-11-27T12:00"


@pytest.fixture
def desk(practice: Practice) -> FollowUpsDesk:
    return practice.desk.after.follow_ups


@pytest.fixture
def youssef(practice: Practice) -> Employee:
    return practice.desk.staff.add("Youssef", Role.RECEPTIONIST, practice.by)


def new(practice: Practice, what: str = "Rekening nakijken", **facts: object) -> NewFollowUp:
    given: dict[str, object] = {
        "kind": Kind.CALLBACK,
        "what": what,
        "before": EVENING,
        "owner_id": practice.by.employee.id,
        "whom": "meneer Jansen",
        "reach": "0612345678",
        **facts,
    }
    return NewFollowUp(**given)  # type: ignore[arg-type]


def whole(desk: FollowUpsDesk, key: str) -> FollowUp:
    found = desk.one(key)
    assert found is not None
    return found.follow_up


def leaves(practice: Practice, employee: Employee) -> None:
    practice.desk.staff.change(employee._replace(active=False), practice.by)


def shown(practice: Practice, which: Which = Which.ALL) -> dict[str, list[str]]:
    """Return what the list shows, by group."""
    found = practice.desk.after.follow_ups.listed(which, practice.by)
    names = ("late", "today", "later", "waiting")
    return {
        name: [row.what for row in rows]
        for name, rows in zip(names, found[:4], strict=True)
        if rows
    }


def test_what_a_call_promised_is_a_follow_up_by_itself(
    practice: Practice, desk: FollowUpsDesk
) -> None:
    fill_library(practice)
    talk = Talk(practice, number="+31612345678")
    talk.is_about(reason="rekening")
    talk.ends("terugbelafspraak", promise=promise(practice))
    talk.logged()
    (row,) = desk.listed(Which.CALLBACKS, practice.by).today
    assert (row.who, row.what, row.when) == ("06 12345678", "Bellen over de rekening", "voor 17:00")
    found = whole(desk, row.id)
    assert (found.kind, found.source, found.subject) == (Kind.CALLBACK, Source.CALL, "rekening")
    assert (found.reach, found.call_id) == ("+31612345678", talk.id)
    opened = desk.one(row.id)
    assert opened is not None
    assert "06 12345678" in opened.reach_words
    assert "0612345678" not in opened.sentence
    assert any("Rekening, Wij bellen terug" in past.what for past in opened.history)


def test_opening_one_tells_how_to_begin_and_what_was_before(
    practice: Practice, desk: FollowUpsDesk
) -> None:
    fill_library(practice)
    (jan,) = somebody(practice, "Jansen")
    talk = Talk(practice, jan)
    talk.is_about(reason="rekening")
    talk.ends()
    talk.logged()
    key = desk.add(new(practice, person_id=jan, whom=""), practice.by)
    desk.tried(key, Reached.NOT_REACHED, "Zat in gesprek", practice.by)
    practice.at("11:05")
    opened = desk.one(key)
    assert opened is not None
    assert "Jansen, met Balie." in opened.sentence
    assert opened.reach_words == "06 12345678 · spreek met u"
    assert opened.person_id == jan
    told = [past.what for past in opened.history]
    assert any("niet bereikt (Balie). Zat in gesprek" in line for line in told)
    assert any("Rekening nakijken" in line for line in told)
    assert any("Niets meer nodig" in line for line in told)
    assert opened.history[0].when == "24 nov 09:00"
    assert desk.one("nothing") is None


def test_the_list_is_in_four_groups_and_nothing_goes_by_itself(
    practice: Practice, desk: FollowUpsDesk
) -> None:
    for what, before in (("een", NOON), ("twee", EVENING), ("drie", FRIDAY)):
        desk.add(new(practice, what, before=before), practice.by)
    other = new(practice, "vier", kind=Kind.THIRD_PARTY, third_party="Zilverdam", before=FRIDAY)
    waiting = desk.add(other, practice.by)
    assert shown(practice) == {"today": ["een", "twee"], "later": ["drie", "vier"]}
    desk.tried(waiting, Reached.SPOKEN, "Zij zoeken het uit", practice.by)
    (row,) = desk.listed(Which.THIRD_PARTY, practice.by).waiting
    assert row.waits_for == "Zilverdam"
    practice.at("12:01")
    assert shown(practice) == {
        "late": ["een"],
        "today": ["twee"],
        "later": ["drie"],
        "waiting": ["vier"],
    }
    assert desk.listed(Which.ALL, practice.by).late[0].overdue
    practice.at("09:00", date(2027, 2, 1))
    assert shown(practice) == {"late": ["een", "twee", "drie", "vier"]}


def test_what_is_tried_again_today_is_of_today(practice: Practice, desk: FollowUpsDesk) -> None:
    key = desk.add(new(practice, before=FRIDAY), practice.by)
    found = desk.tried(key, Reached.NOT_REACHED, "", practice.by)
    assert (found.before, found.next_try) == (FRIDAY, "2026-11-24T11:00")
    assert shown(practice) == {"today": ["Rekening nakijken"]}
    spoken = desk.tried(key, Reached.VOICEMAIL, "", practice.by)
    assert spoken.next_try == "2026-11-25T09:00"
    assert shown(practice) == {"later": ["Rekening nakijken"]}
    chosen = desk.tried(key, Reached.NOT_REACHED, "", practice.by, "2026-11-26T10:30")
    assert (chosen.next_try, len(chosen.attempts)) == ("2026-11-26T10:30", 3)
    with pytest.raises(KnownError):
        desk.tried(key, Reached.NOT_REACHED, "later", practice.by, "straks")


def test_the_rule_of_the_practice_proposes_the_next_try(
    practice: Practice, desk: FollowUpsDesk
) -> None:
    key = desk.add(new(practice, before=FRIDAY), practice.by)
    assert desk.next_try(key) == "2026-11-24T11:00"
    practice.at("16:30")
    assert desk.next_try(key) == "2026-11-25T09:00"
    practice.at("16:30", date(2026, 12, 24))
    assert desk.next_try(key) == "2026-12-28T09:00"  # after Christmas and a weekend


def test_a_key_pressed_twice_is_one_of_each(practice: Practice, desk: FollowUpsDesk) -> None:
    first = desk.add(new(practice), practice.by)
    assert desk.add(new(practice), practice.by) == first
    for _press in range(2):
        desk.tried(first, Reached.NOT_REACHED, "", practice.by)
    assert len(whole(desk, first).attempts) == 1
    told = Done(result="Gebeld, klopt nu", helped=Helped.YES)
    for _press in range(2):
        assert desk.done(first, told, practice.by) is None
    assert whole(desk, first).result == "Gebeld, klopt nu"
    actions = [entry.action for entry in practice.audit() if entry.subject_id == first]
    assert actions == [Action.FOLLOW_UP_ADDED, Action.FOLLOW_UP_TRIED, Action.FOLLOW_UP_DONE]


def test_an_id_that_somebody_gives_is_added_once(practice: Practice, desk: FollowUpsDesk) -> None:
    assert desk.add(new(practice), practice.by, "klacht:opgelost") == "klacht:opgelost"
    later = new(practice, "Anders", before=FRIDAY)
    assert desk.add(later, practice.by, "klacht:opgelost") == "klacht:opgelost"
    assert whole(desk, "klacht:opgelost").what == "Rekening nakijken"


@pytest.mark.parametrize(
    ("facts", "asked"),
    [
        ({"what": "  "}, "wat u belooft"),
        ({"before": "2026-11-24T08:59"}, "moment"),
        ({"before": "morgen"}, "moment"),
        ({"before": "2026-11-24T12:00+01:00"}, "moment"),
        ({"after": FRIDAY}, "begin"),
        ({"owner_id": ""}, "collega"),
        ({"kind": Kind.THIRD_PARTY}, "wie u gaat bellen"),
        ({"person_id": "nobody"}, "niet meer"),
    ],
)
def test_what_is_still_to_be_filled_in_is_asked(
    facts: dict[str, object], asked: str, practice: Practice, desk: FollowUpsDesk
) -> None:
    with pytest.raises(KnownError, match=asked):
        desk.add(replace(new(practice), **facts), practice.by)
    assert shown(practice) == {}


@pytest.mark.parametrize(
    ("at", "day", "before"),
    [
        ("09:00", "2026-11-27", "2026-11-27T17:00"),
        ("09:00", "2026-11-24", "2026-11-24T17:00"),
        ("18:30", "2026-11-24", "2026-11-24T23:59"),
    ],
)
def test_a_day_alone_lasts_until_the_end_of_the_afternoon(
    at: str, day: str, before: str, practice: Practice, desk: FollowUpsDesk
) -> None:
    practice.at(at)
    assert whole(desk, desk.add(new(practice, before=day), practice.by)).before == before


def test_a_bsn_is_kept_nowhere(practice: Practice, desk: FollowUpsDesk, youssef: Employee) -> None:
    own = f"bsn {BSN}"
    promised = new(practice, f"{own} nakijken", by=own, reach=own, third_reach=own)
    key = desk.add(promised, practice.by)
    desk.tried(key, Reached.SPOKEN, f"bsn {BSN}", practice.by)
    desk.hand_over(key, youssef.id, f"bsn {BSN}", practice.by)
    desk.done(key, Done(result=f"bsn {BSN}", helped=Helped.YES), practice.by)
    assert BSN not in repr(desk.one(key))


def test_who_is_not_helped_gets_something_that_follows(
    practice: Practice, desk: FollowUpsDesk
) -> None:
    (jan,) = somebody(practice, "Jansen")
    key = desk.add(new(practice, person_id=jan, whom="", subject="rekening"), practice.by)
    for helped in (Helped.NO, Helped.PARTLY):
        with pytest.raises(KnownError, match="Wat doet u nu voor deze persoon"):
            desk.done(key, Done(result="Nog niet klaar", helped=helped), practice.by)
    with pytest.raises(KnownError, match="wat er is gebeurd"):
        desk.done(key, Done(result=" ", helped=Helped.YES), practice.by)
    assert whole(desk, key).state is State.OPEN
    following = new(practice, "Nieuwe rekening sturen", before=FRIDAY, whom="")
    told = Done(result="Nog niet klaar", helped=Helped.PARTLY, following=following)
    next_id = desk.done(key, told, practice.by)
    assert next_id is not None
    assert desk.done(key, told, practice.by) == next_id
    (follows,) = desk.of_person(jan)
    assert (follows.id, follows.what, follows.subject) == (
        next_id,
        "Nieuwe rekening sturen",
        "rekening",
    )
    assert whole(desk, key).helped is Helped.PARTLY


def test_what_follows_is_kept_together_with_what_was_done_or_not_at_all(
    practice: Practice, desk: FollowUpsDesk
) -> None:
    key = desk.add(new(practice), practice.by)
    following = new(practice, "Nog eens", before="2026-11-23T12:00")
    with pytest.raises(KnownError, match="moment"):
        desk.done(key, Done(result="Half", helped=Helped.NO, following=following), practice.by)
    assert whole(desk, key).state is State.OPEN


def test_handing_over_asks_a_note_and_the_second_time_is_a_warning(
    practice: Practice, desk: FollowUpsDesk, youssef: Employee
) -> None:
    key = desk.add(new(practice), practice.by)
    with pytest.raises(KnownError, match="zin bij"):
        desk.hand_over(key, youssef.id, "", practice.by)
    found = desk.hand_over(key, youssef.id, "Belt om vijf uur", practice.by)
    assert (found.owner, found.hand_overs[0].note) == ("Youssef", "Belt om vijf uur")
    assert shown(practice, Which.MINE) == {}
    again = desk.hand_over(key, youssef.id, "Belt om vijf uur", practice.by)
    assert len(again.hand_overs) == 1
    with pytest.raises(KnownError, match="zorgt hier al voor"):
        desk.hand_over(key, youssef.id, "Een andere zin", practice.by)
    desk.hand_over(key, practice.by.employee.id, "Ik ben vrij", By(youssef))
    (row,) = desk.listed(Which.MINE, practice.by).today
    assert row.handed_over_often
    opened = desk.one(key)
    assert opened is not None
    assert "Dit is al twee keer overgedragen. Maak het zelf af." in opened.hints
    assert any("van Youssef aan Balie: Ik ben vrij" in each.what for each in opened.history)


def test_who_left_keeps_nothing_and_gets_nothing(
    practice: Practice, desk: FollowUpsDesk, youssef: Employee
) -> None:
    sanne = practice.desk.staff.add("Sanne", Role.RECEPTIONIST, practice.by)
    key = desk.add(new(practice, owner_id=youssef.id), practice.by)
    leaves(practice, youssef)
    (row,) = desk.listed(Which.ALL, practice.by).today
    assert "Youssef" in row.owner
    assert "werkt hier niet meer" in row.owner
    opened = desk.one(key)
    assert opened is not None
    assert any("werkt hier niet meer" in hint for hint in opened.hints)
    desk.change(key, 1, new(practice, "Anders", owner_id=youssef.id), By(sanne))
    with pytest.raises(KnownError, match="werkt hier niet meer"):
        desk.hand_over(key, youssef.id, "Toch maar", practice.by)
    with pytest.raises(KnownError, match="werkt hier niet meer"):
        desk.add(new(practice, "Nieuw", owner_id=youssef.id), practice.by)
    assert desk.hand_over(key, sanne.id, "Youssef is weg", By(sanne)).owner == "Sanne"


def test_the_answer_of_a_third_party_makes_it_due_for_the_client(
    practice: Practice, desk: FollowUpsDesk
) -> None:
    asked = new(practice, kind=Kind.THIRD_PARTY, third_party="Zilverdam", before=EVENING)
    key = desk.add(asked, practice.by)
    desk.tried(key, Reached.LEFT_WORD, "", practice.by)
    assert list(shown(practice)) == ["waiting"]
    with pytest.raises(KnownError, match="antwoord"):
        desk.answered(key, "", practice.by)
    desk.answered(key, "Wordt vergoed", practice.by)
    desk.answered(key, "Wordt vergoed", practice.by)
    assert list(shown(practice)) == ["today"]
    found = whole(desk, key)
    assert (found.answer, found.next_try, found.waits_for_other) == ("Wordt vergoed", "", False)
    desk.answered(key, "Per januari", practice.by)
    assert whole(desk, key).answer == "Wordt vergoed\nPer januari"
    other = desk.add(new(practice, "Gewoon"), practice.by)
    with pytest.raises(KnownError, match="wachten wij niet"):
        desk.answered(other, "Ja", practice.by)


def test_what_is_not_needed_any_more_says_why_and_can_be_opened_again(
    practice: Practice, desk: FollowUpsDesk
) -> None:
    key = desk.add(new(practice), practice.by)
    with pytest.raises(KnownError, match="waarom"):
        desk.not_needed(key, " ", practice.by)
    desk.not_needed(key, "Belde zelf al", practice.by)
    desk.not_needed(key, "Belde zelf al", practice.by)
    assert whole(desk, key).state is State.GONE
    assert shown(practice) == {}
    desk.reopen(key, practice.by)
    desk.reopen(key, practice.by)
    assert shown(practice) == {"today": ["Rekening nakijken"]}
    desk.done(key, Done(result="Toch gebeld", helped=Helped.YES), practice.by)
    assert whole(desk, key).result == "Belde zelf al\nToch gebeld"


def test_what_is_closed_is_not_changed(
    practice: Practice, desk: FollowUpsDesk, youssef: Employee
) -> None:
    key = desk.add(new(practice), practice.by)
    desk.not_needed(key, "Belde zelf al", practice.by)
    for deed in (
        lambda: desk.tried(key, Reached.NOT_REACHED, "", practice.by),
        lambda: desk.hand_over(key, youssef.id, "Voor jou", practice.by),
        lambda: desk.done(key, Done(result="Gebeld", helped=Helped.YES), practice.by),
        lambda: desk.change(key, 2, new(practice, "Anders"), practice.by),
    ):
        with pytest.raises(KnownError, match="al afgesloten"):
            deed()
    with pytest.raises(KnownError, match="is er niet meer"):
        desk.reopen("nothing", practice.by)


def test_what_a_colleague_changed_meanwhile_is_not_overwritten(
    practice: Practice, desk: FollowUpsDesk
) -> None:
    key = desk.add(new(practice, complaint_id=None, subject="rekening"), practice.by)
    read = whole(desk, key)
    with open_practice(practice.folder, practice.clock, Ids(7)) as colleague:
        other = colleague.desk.after.follow_ups
        other.change(key, read.row_version, new(practice, "Van mijn collega"), colleague.by)
    with pytest.raises(KnownError, match="Een collega heeft dit net veranderd"):
        desk.change(key, read.row_version, new(practice, "Van mij"), practice.by)
    found = whole(desk, key)
    assert (found.what, found.subject) == ("Van mijn collega", "rekening")
    desk.change(key, read.row_version, new(practice, "Van mijn collega"), practice.by)
    assert whole(desk, key).row_version == found.row_version


def test_another_owner_needs_a_note(
    practice: Practice, desk: FollowUpsDesk, youssef: Employee
) -> None:
    key = desk.add(new(practice), practice.by)
    with pytest.raises(KnownError, match="Overdragen"):
        desk.change(key, 1, new(practice, owner_id=youssef.id), practice.by)


def test_what_is_late_may_be_put_right_without_another_moment(
    practice: Practice, desk: FollowUpsDesk
) -> None:
    key = desk.add(new(practice, before=NOON), practice.by)
    practice.at("15:00")
    desk.change(key, 1, new(practice, "Duidelijker", before=NOON), practice.by)
    assert shown(practice) == {"late": ["Duidelijker"]}


def test_everybody_is_told_and_the_audit_holds_no_words(
    practice: Practice, desk: FollowUpsDesk, youssef: Employee
) -> None:
    told: list[Change] = []
    practice.desk.changes.listen(told.append)
    key = desk.add(new(practice), practice.by)
    desk.change(key, 1, new(practice, "Anders", before=FRIDAY), practice.by)
    desk.hand_over(key, youssef.id, "Voor jou", practice.by)
    desk.done(key, Done(result="Gebeld", helped=Helped.NOT_ASKED), practice.by)
    desk.reopen(key, practice.by)
    assert [change.what for change in told] == [Changed.PROMISES] * 5
    details = [entry.detail for entry in practice.audit() if entry.subject_id == key]
    assert details == ["", "before what", "1", "niet-gevraagd", ""]


def test_a_promise_in_the_night_of_the_clock_change_is_late_after_it(
    practice: Practice, desk: FollowUpsDesk
) -> None:
    practice.at("12:00", date(2027, 3, 27))
    spring = desk.add(new(practice, "lente", before="2027-03-28T02:30"), practice.by)
    assert whole(desk, spring).before == "2027-03-28T02:30"
    assert list(shown(practice)) == ["later"]
    practice.at("03:31", date(2027, 3, 28))
    assert list(shown(practice)) == ["late"]


def test_who_is_not_called_aloud_is_marked_and_the_sentence_is_silent(
    practice: Practice, desk: FollowUpsDesk
) -> None:
    practice.read(
        "datum;tijd;voornaam;achternaam;kenmerken", "24-11-2026;10:00;Jan;Bos;niet hardop"
    )
    (jan,) = practice.found("bos")
    key = desk.add(new(practice, person_id=jan.id, whom=""), practice.by)
    (row,) = desk.listed(Which.ALL, practice.by).today
    assert row.not_aloud
    opened = desk.one(key)
    assert opened is not None
    assert "Bos" not in opened.sentence


def test_two_promises_that_differ_are_told_when_one_is_opened(
    practice: Practice, desk: FollowUpsDesk
) -> None:
    (jan,) = somebody(practice, "Jansen")
    facts = {"person_id": jan, "whom": "", "subject": "rekening"}
    key = desk.add(new(practice, **facts), practice.by)
    desk.add(new(practice, **{**facts, "before": FRIDAY}), practice.by)
    opened = desk.one(key)
    assert opened is not None
    assert any("twee beloften" in hint for hint in opened.hints)


def test_of_very_many_the_first_are_read_and_all_are_counted(
    practice: Practice, desk: FollowUpsDesk
) -> None:
    made = When("2026-11-01T08:00:00.000", "Europe/Amsterdam", "")
    with practice.desk.store.writing() as db:
        for number in range(3 * LIMIT):
            day = number % 3  # late, today and later
            promised = f"2026-11-{(20, 24, 30)[day]}T17:00"
            kind = Kind.THIRD_PARTY if number % 2 else Kind.CALLBACK
            facts = new(practice, f"{number}", before=promised, kind=kind, third_party="Zilverdam")
            when = made._replace(before_utc=promised.replace("T17", "T16"))
            store.add(db.conn, f"p{number:05}", facts, when)
    found = desk.listed(Which.ALL, practice.by)
    assert found.numbers == (LIMIT, LIMIT, LIMIT, 0)
    assert sum(desk.listed(Which.CALLBACKS, practice.by).numbers) == 3 * LIMIT // 2
    assert len(found.late) == len(found.today) == LIMIT
    assert 0 < len(found.later) <= LIMIT
    assert [row.id for row in found.late[:2]] == ["p00000", "p00003"]
    assert desk.listed(Which.COMPLAINTS, practice.by).numbers == (0, 0, 0, 0)


@pytest.mark.parametrize("at", ["09:00", "12:00", "12:01", "16:59", "23:59"])
def test_the_list_agrees_with_the_rule_for_each_of_them(
    at: str, practice: Practice, desk: FollowUpsDesk
) -> None:
    keys = []
    for number, before in enumerate(
        (NOON, EVENING, "2026-11-24T23:59", "2026-11-25T00:00", FRIDAY)
    ):
        for tried in (False, True):
            facts = new(practice, f"{number}{tried}", before=before, kind=Kind.THIRD_PARTY)
            key = desk.add(replace(facts, third_party="Zilverdam"), practice.by)
            callback = desk.add(new(practice, f"{number}{tried}", before=before), practice.by)
            keys += [key, callback]
            if tried:
                desk.tried(key, Reached.SPOKEN, "", practice.by)
                desk.tried(callback, Reached.NOT_REACHED, "", practice.by)
    practice.at(at)
    now = datetime.fromisoformat(f"2026-11-24T{at}")
    found = desk.listed(Which.ALL, practice.by)
    listed = {row.id: place for place, rows in enumerate(found[:4]) for row in rows}
    order = ("te-laat", "vandaag", "later", "wacht")
    assert listed == {key: order.index(group(whole(desk, key), now)) for key in keys}
    assert found.numbers == tuple(len(rows) for rows in found[:4])
