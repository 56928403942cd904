"""A yes is a yes to this solution, a key pressed twice is one, and what is closed stays closed."""

from datetime import date

import pytest

from reception_assistant.changes import Change, Changed
from reception_assistant.complaints.complaint import (
    Complaint,
    Field,
    Form,
    NewComplaint,
    Phase,
    State,
    Where,
)
from reception_assistant.complaints.listed import Search
from reception_assistant.complaints.steps import has_promise
from reception_assistant.desk.complaint_export import written_csv
from reception_assistant.desk.complaints import ComplaintsDesk
from reception_assistant.errors import KnownError
from reception_assistant.follow_ups.follow_up import Done, Helped, Kind
from reception_assistant.library.content import Lists
from reception_assistant.settings.catalogue import DISCIPLINE, SPOKEN_DAYS
from tests.core.calls.talks import BSN, Talk, fill_library, promise
from tests.core.desk.test_complaints import (
    AGREED,
    begun,
    colleague,
    kinds,
    promised,
    write,
)
from tests.helpers.practice import Ids, Practice, open_practice


@pytest.fixture
def desk(practice: Practice) -> ComplaintsDesk:
    """Give the complaints of a dental practice."""
    practice.desk.settings.choose(DISCIPLINE, "tandarts", practice.by)
    return practice.desk.after.complaints


def now(desk: ComplaintsDesk, complaint: Complaint) -> Complaint:
    found = desk.one(complaint.id)
    assert found is not None
    return found


@pytest.mark.parametrize(
    "later", [{Field.CONFIRMED: "nee"}, {Field.SOLUTION: "Iets heel anders."}, {Field.WISH: "geld"}]
)
def test_no_complaint_closes_on_a_yes_to_something_else(
    later: dict[Field, str], practice: Practice, desk: ComplaintsDesk
) -> None:
    one = write(practice, write(practice, begun(practice), AGREED), later)
    assert one.answer(Field.SOLVED) == ""
    with pytest.raises(KnownError, match="blijft nog open"):
        desk.close(one.id, practice.by)


def test_a_yes_without_a_solution_closes_nothing(practice: Practice, desk: ComplaintsDesk) -> None:
    one = write(practice, begun(practice), {Field.SOLVED: "ja"})
    with pytest.raises(KnownError, match="blijft nog open") as error:
        desk.close(one.id, practice.by)
    assert error.value.advice == (
        "Wat zegt de ander zelf? Schrijf het op in die woorden. "
        "Komt er geen ja? Schrijf dan op waarom u de klacht toch sluit."
    )


def test_a_closed_complaint_is_opened_before_anything_changes(
    practice: Practice, desk: ComplaintsDesk
) -> None:
    me, fatima = practice.by, colleague(practice).employee.id
    one = desk.close(write(practice, begun(practice), AGREED).id, me)
    learned = {Field.CAUSE: "wachttijd", Field.BETWEEN_LINES: "Stem trilde."}
    one = write(practice, one, learned)
    for work in (
        lambda: desk.write(one.id, {Field.SOLVED: "nee"}, one.versions, me),
        lambda: desk.go_to(one.id, Phase.PREPARE, me),
        lambda: desk.hand_over(one.id, fatima, "Doe jij dit?", me),
        lambda: desk.promise(one.id, promised(practice), me),
        lambda: desk.offer(one.id, ["bloemetje"], me),
        lambda: desk.extend(one.id, 1, "Ziek.", me),
    ):
        with pytest.raises(KnownError, match="gesloten"):
            work()
    assert now(desk, one) == one
    assert (one.state, one.answer(Field.CAUSE)) == (State.CLOSED, "wachttijd")


def test_a_call_that_goes_on_opens_what_was_closed_in_it(
    practice: Practice, desk: ComplaintsDesk
) -> None:
    fill_library(practice)
    talk = Talk(practice)
    one = desk.from_call(talk.head, {"woorden": "Te lang"}, practice.by)
    closed = desk.close(one.id, practice.by, "Wil er niets mee.")
    assert desk.from_call(talk.head, {"woorden": "Te lang"}, practice.by) == closed
    again = desk.from_call(talk.head, {"woorden": "Te lang gewacht"}, practice.by)
    assert (again.state, again.closed_reason) == (State.OPEN, "")
    assert again.answer(Field.WORDS) == "Te lang gewacht"
    assert "reopened" in kinds(again)


@pytest.mark.parametrize("helped", [Helped.NO, Helped.PARTLY])
def test_who_says_later_that_it_is_not_solved_opens_the_complaint(
    helped: Helped, practice: Practice, desk: ComplaintsDesk
) -> None:
    follow_ups = practice.desk.after.follow_ups
    one = desk.close(write(practice, begun(practice), AGREED).id, practice.by)
    (asked,) = desk.promised(one.id)
    heard: list[Change] = []
    practice.desk.changes.listen(heard.append)
    done = Done(result="Het is er nog.", helped=helped, following=promised(practice))
    for _twice in range(2):
        follow_ups.done(asked.id, done, practice.by)
    found = now(desk, one)
    assert (found.state, found.phase, found.answer(Field.SOLVED)) == (State.OPEN, one.phase, "")
    assert [each.detail for each in found.events if each.kind == "reopened"] == ["Het is er nog."]
    assert [change.what for change in heard] == [Changed.PROMISES | Changed.COMPLAINTS]


def test_who_says_later_that_it_is_solved_leaves_it_closed(
    practice: Practice, desk: ComplaintsDesk
) -> None:
    one = desk.close(write(practice, begun(practice), AGREED).id, practice.by)
    (asked,) = desk.promised(one.id)
    done = Done(result="Alles goed.", helped=Helped.YES)
    practice.desk.after.follow_ups.done(asked.id, done, practice.by)
    assert now(desk, one) == one
    other = desk.close(begun(practice, subject="anders").id, practice.by, "Verhuisd.")
    assert [each.kind for each in desk.promised(other.id)] == [Kind.SOLVED]


def test_more_time_is_given_once_however_often_it_is_pressed(
    practice: Practice, desk: ComplaintsDesk
) -> None:
    one = begun(practice)
    for _twice in range(2):
        one = desk.extend(one.id, 2, "De tandarts is ziek.", practice.by, shown=0)
    assert [each.weeks for each in one.extensions] == [2]
    with open_practice(practice.folder, practice.clock, Ids(7)) as other:
        there = other.desk.after.complaints
        with pytest.raises(KnownError, match="collega"):
            there.extend(one.id, 1, "Het laboratorium is dicht.", practice.by, shown=0)
    more = desk.extend(one.id, 1, "Het laboratorium is dicht.", practice.by, shown=1)
    assert desk.due(more).legal == date(2027, 1, 14)


def test_more_time_follows_the_rule_of_the_complaint(
    practice: Practice, desk: ComplaintsDesk
) -> None:
    own = begun(practice, regime="eigen")
    assert len(desk.extend(own.id, 2, "Ziek.", practice.by).extensions) == 1
    with pytest.raises(KnownError, match="op papier"):
        desk.extend(begun(practice, form=Form.SPOKEN).id, 1, "Ziek.", practice.by)
    nobody = begun(practice, whom="", reach="")
    with pytest.raises(KnownError, match="niemand"):
        desk.extend(nobody.id, 1, "Ziek.", practice.by)


def test_two_windows_offer_and_nothing_is_lost(practice: Practice, desk: ComplaintsDesk) -> None:
    one = desk.offer(begun(practice).id, ["bloemetje", "koffie"], practice.by, was_shown=())
    with open_practice(practice.folder, practice.clock, Ids(7)) as other:
        there = other.desk.after.complaints
        there.offer(one.id, ["bloemetje", "excuus"], practice.by, was_shown=["bloemetje"])
        found = desk.offer(one.id, ["koffie"], practice.by, was_shown=["bloemetje", "koffie"])
        assert found.mandates == ("koffie", "excuus")
        assert there.offer(one.id, [], practice.by).mandates == ()


def test_a_call_does_not_overwrite_what_a_colleague_confirmed(
    practice: Practice, desk: ComplaintsDesk
) -> None:
    fill_library(practice)
    talk, said = Talk(practice), {"woorden": "Te lang", "wens": "excuses", "emotie": "boos"}
    one = desk.from_call(talk.head, said, practice.by)
    one = write(practice, one, {Field.CONFIRMED: "ja"}, colleague(practice))
    one = write(practice, one, {Field.EMOTION: ""})
    again = desk.from_call(talk.head, {**said, "bevestigd": "nee"}, practice.by)
    assert (again.answer(Field.CONFIRMED), again.answer(Field.EMOTION)) == ("ja", "")


def test_a_form_pressed_twice_is_one_complaint(practice: Practice, desk: ComplaintsDesk) -> None:
    words = {"woorden": "Ik zat er lang."}
    one = begun(practice, answers=words)
    assert begun(practice, answers=words) == one
    assert begun(practice, whom="meneer Bos", answers=words).id != one.id
    write(practice, one, {Field.WISH: "excuses"})
    assert begun(practice, answers=words).id != one.id
    practice.at("09:05")
    assert begun(practice, answers=words).id != one.id
    assert len(desk.listed(Search())) == 4


def test_a_hand_over_to_who_has_it_already_is_told(
    practice: Practice, desk: ComplaintsDesk
) -> None:
    one, fatima = begun(practice), colleague(practice).employee.id
    with pytest.raises(KnownError, match="zorgt hier al voor"):
        desk.hand_over(one.id, practice.by.employee.id, "Ik bel morgen.", practice.by)
    for _twice in range(2):
        one = desk.hand_over(one.id, fatima, "Bel jij morgen?", practice.by)
    assert one.hand_overs == 1


def test_what_was_promised_counts_as_long_as_it_was_needed(
    practice: Practice, desk: ComplaintsDesk
) -> None:
    one = begun(practice)
    made = desk.promise(one.id, promised(practice), practice.by)
    assert has_promise(now(desk, one))
    practice.desk.after.follow_ups.not_needed(made, "Toch niet nodig.", practice.by)
    assert not has_promise(now(desk, one))
    closed = desk.close(write(practice, one, AGREED).id, practice.by)
    assert not has_promise(closed)


def test_what_a_call_promised_is_not_promised_again(
    practice: Practice, desk: ComplaintsDesk
) -> None:
    fill_library(practice)
    talk = Talk(practice)
    talk.is_about(reason="factuur")
    talk.ends("terugbelafspraak", promise=promise(practice))
    talk.logged()
    one = desk.from_call(talk.head, {"woorden": "De rekening"}, practice.by)
    assert has_promise(one)
    assert len(desk.promised(one.id)) == 1


def test_the_last_day_at_closing_stays_known(practice: Practice, desk: ComplaintsDesk) -> None:
    one = begun(practice, received="2026-11-20", form=Form.SPOKEN)
    desk.close(one.id, practice.by, "Verhuisd.")
    practice.desk.settings.choose(SPOKEN_DAYS, "5", practice.by)
    assert now(desk, one).events[-1].field == "2026-11-25"


def test_what_nobody_can_read_is_not_kept(practice: Practice, desk: ComplaintsDesk) -> None:
    one = begun(practice, subject="a\x00b\u202eg", whom="Jan\x1b[31m")
    one = write(practice, one, {Field.WORDS: "een\x1b[31m\ntwee\tdrie\u202e\x00"})
    assert (one.subject, one.whom) == ("abg", "Jan[31m")
    assert one.answer(Field.WORDS) == "een[31m\ntwee\tdrie"
    with pytest.raises(KnownError, match="te lang"):
        desk.write(one.id, {Field.WORDS: "x" * 20_001}, one.versions, practice.by)
    with pytest.raises(KnownError, match="te lang"):
        begun(practice, subject="y" * 201)
    assert now(desk, one) == one


def test_a_number_stays_and_a_bsn_goes(practice: Practice, desk: ComplaintsDesk) -> None:
    one = begun(practice, reach=f"bsn {BSN}")
    assert BSN not in one.reach
    one = desk.change(one.id, one.row_version, practice.by, reach="+31 6 12345678")
    assert one.reach == "+31 6 12345678"
    one = desk.change(one.id, one.row_version, practice.by, reach=f"mijn bsn is {BSN}")
    assert BSN not in one.reach


def test_a_day_of_a_century_ago_is_a_slip(practice: Practice, desk: ComplaintsDesk) -> None:
    for day in ("1900-01-01", "2016-01-01"):
        with pytest.raises(KnownError, match="dag"):
            begun(practice, received=day)
    assert begun(practice, received="2017-01-02").received == "2017-01-02"


def test_who_has_no_term_has_none_in_the_file(practice: Practice, desk: ComplaintsDesk) -> None:
    new = NewComplaint(
        subject="lang gewacht",
        received="2026-11-12",
        form=Form.WRITTEN,
        where=Where.ONLINE,
        owner_id=practice.by.employee.id,
    )
    desk.begin(new, practice.by)
    text = written_csv(desk.export(None, None, practice.by), Lists(), desk.due)
    assert "2026-12-24" not in text
