"""A complaint from the first word to the customer's yes, also when two people write in it."""

from collections.abc import Iterator
from datetime import date
from time import perf_counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from reception_assistant.audit.entry import Action
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
from reception_assistant.desk.acting import By
from reception_assistant.desk.complaints import ComplaintsDesk
from reception_assistant.errors import KnownError
from reception_assistant.follow_ups.follow_up import Kind, NewFollowUp, Source
from reception_assistant.library.content import Lists
from reception_assistant.library.context import Mood
from reception_assistant.library.lists import Mandate, May
from reception_assistant.settings.catalogue import DISCIPLINE
from reception_assistant.staff.employee import Role
from reception_assistant.store.library import items_of, put_item
from tests.core.calls.talks import BSN, Talk, fill_library, somebody
from tests.helpers.practice import Ids, Practice, open_practice

HEARD = {
    Field.WORDS: "Ik zat er veertig minuten en niemand zei iets.",
    Field.WISH: "dat iemand het meteen zegt",
    Field.CONFIRMED: "ja",
}
AGREED = {**HEARD, Field.SOLUTION: "Wij bellen als het uitloopt.", Field.SOLVED: "ja"}


@pytest.fixture
def desk(practice: Practice) -> ComplaintsDesk:
    """Give the complaints of a dental practice."""
    practice.desk.settings.choose(DISCIPLINE, "tandarts", practice.by)
    return practice.desk.after.complaints


@pytest.fixture
def elsewhere(practice: Practice, desk: ComplaintsDesk) -> Iterator[Practice]:
    """Give another window on the same file, with Fatima at it."""
    with open_practice(practice.folder, practice.clock, Ids(7)) as other:
        yield other


def new(practice: Practice, **facts: object) -> NewComplaint:
    told = NewComplaint(
        subject="lang gewacht",
        received="2026-11-12",
        form=Form.WRITTEN,
        where=Where.MAIL,
        owner_id=practice.by.employee.id,
        whom="mevrouw De Vries",
        reach="0612345678",
    )
    return replace(told, **facts)


def begun(practice: Practice, **facts: object) -> Complaint:
    return practice.desk.after.complaints.begin(new(practice, **facts), practice.by)


def write(
    practice: Practice, was: Complaint, answers: dict[Field, str], by: By | None = None
) -> Complaint:
    """Write as a screen that shows `was`, where nothing clashes."""
    written = practice.desk.after.complaints.write(was.id, answers, was.versions, by or practice.by)
    assert not written.clashes
    return written.complaint


def colleague(practice: Practice, name: str = "Fatima") -> By:
    return By(practice.desk.staff.add(name, Role.RECEPTIONIST, practice.by))


def leaves(practice: Practice, by: By) -> None:
    practice.desk.staff.change(by.employee._replace(active=False), practice.by)


def promised(practice: Practice, **facts: object) -> NewFollowUp:
    told = NewFollowUp(
        kind=Kind.PROMISE,
        what="Bellen als het uitloopt",
        before="2026-11-27T17:00",
        owner_id=practice.by.employee.id,
    )
    return replace(told, **facts)


def kinds(complaint: Complaint) -> list[str]:
    return [event.kind for event in complaint.events]


def test_all_seven_steps_until_the_customer_says_yes(
    practice: Practice, desk: ComplaintsDesk
) -> None:
    one = begun(practice)
    assert (one.phase, one.regime, one.owner) == (Phase.PREPARE, "wkkgz", "Balie")
    one = write(practice, one, {Field.GOAL: "oplossen", Field.EMOTION: "boos"})
    with pytest.raises(KnownError, match="Klopt dat"):
        desk.go_to(one.id, Phase.SOLVE, practice.by)
    one = write(practice, desk.go_to(one.id, Phase.CLARIFY, practice.by), HEARD)
    one = desk.go_to(one.id, Phase.SOLVE, practice.by)
    one = write(practice, one, {Field.SOLUTION: "Wij bellen als het uitloopt."})
    one = desk.go_to(one.id, Phase.CHECK, practice.by)
    with pytest.raises(KnownError):
        desk.close(one.id, practice.by)
    one = desk.go_to(write(practice, one, {Field.SOLVED: "ja"}).id, Phase.DO, practice.by)
    with pytest.raises(KnownError, match="belooft"):
        desk.go_to(one.id, Phase.LEARN, practice.by)
    desk.promise(one.id, promised(practice), practice.by)
    one = desk.go_to(one.id, Phase.LEARN, practice.by)
    one = desk.close(write(practice, one, {Field.CAUSE: "wachttijd"}).id, practice.by)
    assert (one.state, one.closed_reason, one.phase) == (State.CLOSED, "", Phase.LEARN)
    assert kinds(one)[0] == "begun"
    assert kinds(one)[-1] == "closed"
    (row,) = desk.listed(Search(state=State.CLOSED))
    assert row.due_words == "gesloten op 24 november"
    assert desk.listed(Search(cause="wachttijd", state=None)) == [row]


def test_closing_asks_later_whether_it_is_solved(practice: Practice, desk: ComplaintsDesk) -> None:
    one = write(practice, begun(practice, reason="wachttijd"), AGREED)
    desk.close(one.id, practice.by)
    desk.close(one.id, practice.by)
    (asking,) = desk.promised(one.id)
    assert (asking.kind, asking.source) == (Kind.SOLVED, Source.COMPLAINT)
    assert (asking.before, asking.whom) == ("2026-12-01T17:00", "mevrouw De Vries")
    assert (asking.reach, asking.subject) == ("0612345678", "wachttijd")


def test_nobody_is_asked_later_when_nobody_is_known(
    practice: Practice, desk: ComplaintsDesk
) -> None:
    one = begun(practice, whom="", reach="", where=Where.ONLINE)
    with pytest.raises(KnownError):
        desk.close(one.id, practice.by)
    closed = desk.close(one.id, practice.by, "Er is niemand om te bellen.")
    assert closed.closed_reason == "Er is niemand om te bellen."
    assert desk.promised(one.id) == []
    other = begun(practice)
    desk.close(other.id, practice.by, "Wil niet gebeld worden.", ask_later=False)
    assert desk.promised(other.id) == []


def test_not_solved_goes_round_again_and_is_counted_once(
    practice: Practice, desk: ComplaintsDesk
) -> None:
    one = write(practice, begun(practice), {**HEARD, Field.SOLUTION: "Een bloemetje."})
    one = desk.go_to(one.id, Phase.CHECK, practice.by)
    desk.write(one.id, {Field.SOLVED: "nee"}, one.versions, practice.by)
    pressed_twice = desk.write(one.id, {Field.SOLVED: "nee"}, one.versions, practice.by)
    assert not pressed_twice.clashes
    now = pressed_twice.complaint
    assert (now.phase, now.loops, now.answer(Field.SOLVED)) == (Phase.CLARIFY, 1, "")
    assert kinds(now).count("looped") == 1
    again = desk.go_to(now.id, Phase.CHECK, practice.by)
    partly = write(practice, again, {Field.SOLVED: "deels"})
    assert (partly.phase, partly.loops) == (Phase.SOLVE, 2)


def test_a_confirmation_that_is_taken_back_closes_the_solution(
    practice: Practice, desk: ComplaintsDesk
) -> None:
    one = desk.go_to(write(practice, begun(practice), HEARD).id, Phase.SOLVE, practice.by)
    one = write(practice, one, {Field.CONFIRMED: "nee"})
    assert one.phase is Phase.CLARIFY
    with pytest.raises(KnownError):
        desk.go_to(one.id, Phase.SOLVE, practice.by)


def test_two_people_write_in_one_complaint_and_nothing_is_lost(
    practice: Practice, desk: ComplaintsDesk, elsewhere: Practice
) -> None:
    one, fatima = begun(practice), colleague(practice)
    there = elsewhere.desk.after.complaints
    seen = there.one(one.id)
    assert seen is not None
    write(practice, one, {Field.WORDS: "Niemand zei iets.", Field.EMOTION: "boos"})
    written = there.write(
        one.id, {Field.WORDS: "Ik zat er lang.", Field.WISH: "eerder weten"}, seen.versions, fatima
    )
    (clash,) = written.clashes
    assert (clash.field, clash.mine) == (Field.WORDS, "Ik zat er lang.")
    assert (clash.theirs, clash.who) == ("Niemand zei iets.", "Balie")
    assert clash.when == "vandaag om 09:00"
    answers = written.complaint.answers
    assert answers["woorden"] == "Niemand zei iets."
    assert answers["wens"] == "eerder weten"
    assert answers["emotie"] == "boos"
    both = f"{clash.theirs} {clash.mine}"
    chosen = there.write(one.id, {Field.WORDS: both}, written.complaint.versions, fatima)
    assert not chosen.clashes
    here = desk.one(one.id)
    assert here is not None
    assert here.answer(Field.WORDS) == both


def test_both_may_write_the_same(practice: Practice, elsewhere: Practice) -> None:
    one = begun(practice)
    write(practice, one, HEARD)
    write(elsewhere, one, HEARD)
    assert practice.audit()[-1] == elsewhere.audit()[-1]


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    writes=st.lists(
        st.tuples(
            st.booleans(), st.booleans(), st.sampled_from(("wens", "woorden")), st.text("ab ")
        ),
        max_size=6,
    )
)
def test_what_is_typed_is_kept_or_given_back(
    practice: Practice, elsewhere: Practice, writes: list[tuple[bool, bool, str, str]]
) -> None:
    one = begun(practice)
    screens = {True: one, False: one}
    kept: dict[str, str] = {}
    for here, looks, name, text in writes:
        window = practice if here else elsewhere
        asked = window.desk.after.complaints
        if looks:
            found = asked.one(one.id)
            assert found is not None
            screens[here] = found
        written = asked.write(one.id, {Field(name): text}, screens[here].versions, practice.by)
        if written.clashes:
            assert written.clashes[0].mine == text
            assert written.clashes[0].theirs == kept[name]
        else:
            kept[name] = text
        now = asked.one(one.id)
        assert now is not None
        assert {key: value for key, value in now.answers.items() if value} == {
            key: value for key, value in kept.items() if value
        }


def test_writing_the_same_twice_is_writing_it_once(
    practice: Practice, desk: ComplaintsDesk
) -> None:
    heard: list[Change] = []
    one = begun(practice)
    practice.desk.changes.listen(heard.append)
    for _twice in range(2):
        desk.write(one.id, HEARD, one.versions, practice.by)
        desk.go_to(one.id, Phase.SOLVE, practice.by)
        desk.offer(one.id, ("bloemetje",), practice.by)
    assert [change.what for change in heard] == [Changed.COMPLAINTS] * 3
    now = desk.one(one.id)
    assert now is not None
    assert (now.mandates, now.phase) == (("bloemetje",), Phase.SOLVE)
    assert [entry.detail for entry in practice.audit()[-3:]] == [
        "bevestigd wens woorden",
        "4",
        "mandates",
    ]


def test_what_is_typed_word_by_word_is_one_line_in_the_step_log(practice: Practice) -> None:
    one = begun(practice)
    for text in ("Ik", "Ik wacht", "Ik wacht al lang"):
        one = write(practice, one, {Field.WORDS: text})
    fatima = colleague(practice)
    one = write(practice, one, {Field.WORDS: "Ik wacht al lang."}, fatima)
    answered = [(event.employee, event.field) for event in one.events if event.kind == "answered"]
    assert answered == [("Balie", "woorden"), ("Fatima", "woorden")]


def test_no_bsn_is_kept(practice: Practice, desk: ComplaintsDesk) -> None:
    one = begun(practice, subject=f"bsn {BSN}", answers={"woorden": f"Mijn nummer is {BSN}."})
    one = write(practice, one, {Field.WISH: BSN})
    desk.promise(one.id, promised(practice, what=f"Bellen over {BSN}"), practice.by)
    desk.close(one.id, practice.by, f"Klaar {BSN}")
    desk.reopen(one.id, f"Weer {BSN}", practice.by)
    told = f"{desk.one(one.id)} {desk.promised(one.id)} {practice.audit()}"
    assert BSN not in told
    assert "Mijn nummer is ........." in told


def test_what_is_between_the_lines_is_only_in_the_record(
    practice: Practice, desk: ComplaintsDesk
) -> None:
    private = "Klonk alsof er thuis iets speelt"
    one = write(practice, begun(practice), {Field.BETWEEN_LINES: private})
    assert one.answer(Field.BETWEEN_LINES) == private
    assert kinds(one) == ["begun"]
    assert desk.listed(Search(text="thuis")) == []
    assert private not in str(desk.listed(Search()))
    assert private not in str(desk.export(None, None, practice.by))
    assert practice.audit()[-2].action is Action.COMPLAINT_WRITTEN
    assert practice.audit()[-2].detail == ""


def test_a_call_becomes_one_complaint_and_nothing_is_typed_twice(
    practice: Practice, desk: ComplaintsDesk
) -> None:
    fill_library(practice)
    (jan,) = somebody(practice, "Vries")
    talk = Talk(practice, jan, "+31612345678")
    talk.is_about(reason="factuur", mood_start=Mood.ANGRY)
    said = {"emotie": "boos", "woorden": "De rekening", "onbekend": "iets"}
    one = desk.from_call(talk.head, said, practice.by)
    assert (one.call_id, one.person_id, one.reach) == (talk.id, jan, "+31612345678")
    assert (one.subject, one.reason) == ("Rekening", "rekening")
    assert (one.where, one.form, one.received) == (Where.PHONE, Form.SPOKEN, "2026-11-24")
    assert one.phase is Phase.CLARIFY
    one = write(practice, one, {Field.EMOTION: "teleurgesteld"})
    more = {**said, "woorden": "De rekening klopt niet", "wens": "een kopie", "bevestigd": "ja"}
    again = desk.from_call(talk.head, more, practice.by)
    assert (again.id, again.phase) == (one.id, Phase.SOLVE)
    assert again.answer(Field.WORDS) == "De rekening klopt niet"
    assert again.answer(Field.EMOTION) == "teleurgesteld"
    assert desk.from_call(talk.head, more, practice.by) == again
    talk.ends()
    talk.logged()
    assert desk.one(again.id) == again
    assert desk.who(again) == "Vries"
    assert [row.who for row in desk.of_person(jan)] == ["Vries"]


def test_a_no_in_the_call_can_still_become_a_yes_there(
    practice: Practice, desk: ComplaintsDesk
) -> None:
    fill_library(practice)
    talk = Talk(practice)
    said = {"woorden": "Te lang gewacht", "wens": "eerder weten", "bevestigd": "nee"}
    one = desk.from_call(talk.head, said, practice.by)
    assert (one.phase, one.answer(Field.CONFIRMED)) == (Phase.CLARIFY, "nee")
    one = desk.from_call(talk.head, {**said, "bevestigd": "ja, klopt"}, practice.by)
    assert (one.phase, one.answer(Field.CONFIRMED)) == (Phase.SOLVE, "ja")
    one = write(practice, one, {Field.CONFIRMED: "nee"})
    again = desk.from_call(talk.head, {**said, "bevestigd": "ja, klopt"}, practice.by)
    assert again.answer(Field.CONFIRMED) == "nee"


def test_what_is_never_possible_is_not_offered(practice: Practice, desk: ComplaintsDesk) -> None:
    never = Mandate(id="voorrang", label="Voorrang boven spoed", may=May.NEVER, say="Wel kan")
    with practice.desk.store.writing() as db:
        for item in items_of(Lists(mandates=(never,))):
            put_item(db.conn, item)
    one = begun(practice)
    with pytest.raises(KnownError, match="Voorrang boven spoed"):
        desk.offer(one.id, ("bloemetje", "voorrang"), practice.by)
    assert desk.one(one.id) == one


def test_who_called_can_be_found_later(practice: Practice, desk: ComplaintsDesk) -> None:
    fill_library(practice)
    talk = Talk(practice)
    one = desk.from_call(talk.head, {}, practice.by, whom="een mevrouw")
    assert (one.person_id, one.subject) == (None, "Klacht in een gesprek")
    (jan,) = somebody(practice, "Vries")
    talk.is_about(person_id=jan)
    assert desk.from_call(talk.head, {}, practice.by).person_id == jan


def test_the_term_ends_on_a_working_day_and_the_legal_day_stays(
    practice: Practice, desk: ComplaintsDesk
) -> None:
    due = desk.due(begun(practice))
    assert (due.legal, due.shown) == (date(2026, 12, 24), date(2026, 12, 24))
    boxing_day = desk.due(begun(practice, received="2026-11-14"))
    assert (boxing_day.legal, boxing_day.shown) == (date(2026, 12, 26), date(2026, 12, 24))
    spoken = desk.due(begun(practice, received="2026-11-20", form=Form.SPOKEN))
    assert spoken.legal == date(2026, 11, 25)


def test_more_time_counts_from_the_end_of_the_first_term(
    practice: Practice, desk: ComplaintsDesk
) -> None:
    one = begun(practice)
    with pytest.raises(KnownError, match="waarom"):
        desk.extend(one.id, 2, " ", practice.by)
    assert desk.due(desk.extend(one.id, 3, "De tandarts is ziek.", practice.by)).legal == date(
        2027, 1, 14
    )
    with pytest.raises(KnownError, match="nog 1 week"):
        desk.extend(one.id, 2, "Nog niet klaar.", practice.by)
    spoken = begun(practice, form=Form.SPOKEN)
    with pytest.raises(KnownError, match="op papier"):
        desk.extend(spoken.id, 1, "Druk.", practice.by)
    late = begun(practice, received="2026-10-01")
    with pytest.raises(KnownError, match="voorbij"):
        desk.extend(late.id, 1, "Druk.", practice.by)


@pytest.mark.parametrize("night", [date(2026, 3, 29), date(2026, 10, 25)])
def test_a_night_in_which_the_clock_changes_counts_as_one_day(
    night: date, practice: Practice, desk: ComplaintsDesk
) -> None:
    fill_library(practice)
    practice.at("00:30", night)
    first = desk.from_call(Talk(practice).head, {}, practice.by)
    practice.at("03:30", night)
    second = desk.from_call(Talk(practice).head, {}, practice.by)
    assert first.received == second.received == night.isoformat()
    assert desk.due(first) == desk.due(second)
    late = promised(practice, before=f"{night}T23:00")
    desk.promise(first.id, late, practice.by)
    assert [each.before for each in desk.promised(first.id)] == [late.before]


def test_an_owner_who_left_is_seen_and_anybody_may_take_over(
    practice: Practice, desk: ComplaintsDesk
) -> None:
    fatima = colleague(practice)
    one = begun(practice, owner_id=fatima.employee.id)
    leaves(practice, fatima)
    (row,) = desk.listed(Search())
    assert row.owner == "Fatima (werkt hier niet meer)"
    with pytest.raises(KnownError, match="werkt hier niet meer"):
        begun(practice, owner_id=fatima.employee.id)
    with pytest.raises(KnownError, match="notitie"):
        desk.hand_over(one.id, practice.by.employee.id, " ", practice.by)
    now = desk.hand_over(one.id, practice.by.employee.id, "Ik bel haar morgen.", practice.by)
    assert (now.owner, now.hand_overs) == ("Balie", 1)
    assert now.events[-1].detail == "Fatima → Balie: Ik bel haar morgen."
    with pytest.raises(KnownError, match="werkt hier niet meer"):
        desk.hand_over(one.id, fatima.employee.id, "Terug.", practice.by)


def test_a_complaint_of_who_left_can_be_closed(practice: Practice, desk: ComplaintsDesk) -> None:
    fatima = colleague(practice)
    one = begun(practice, owner_id=fatima.employee.id)
    leaves(practice, fatima)
    desk.close(write(practice, one, AGREED).id, practice.by)
    assert [each.owner for each in desk.promised(one.id)] == ["Balie"]


def test_putting_right_overwrites_no_colleague(
    practice: Practice, desk: ComplaintsDesk, elsewhere: Practice
) -> None:
    one = begun(practice)
    now = desk.change(one.id, one.row_version, practice.by, whom="Mevrouw Bos", form=Form.SPOKEN)
    assert (now.whom, now.form, now.subject) == ("Mevrouw Bos", Form.SPOKEN, one.subject)
    there = elsewhere.desk.after.complaints
    with pytest.raises(KnownError, match="collega"):
        there.change(one.id, one.row_version, practice.by, subject="iets anders")
    assert there.one(one.id) == now
    same = there.change(one.id, one.row_version, practice.by, whom="Mevrouw Bos")
    assert same == now
    with pytest.raises(KnownError, match="dag"):
        desk.change(one.id, now.row_version, practice.by, received="2026-11-25")
    with pytest.raises(KnownError, match="waar het over gaat"):
        desk.change(one.id, now.row_version, practice.by, subject=" ")


def test_writing_does_not_get_in_the_way_of_putting_right(
    practice: Practice, desk: ComplaintsDesk
) -> None:
    one = begun(practice)
    write(practice, one, HEARD)
    assert desk.change(one.id, one.row_version, practice.by, animal="Bella").animal == "Bella"


def test_a_closed_complaint_opens_again_at_the_question(
    practice: Practice, desk: ComplaintsDesk
) -> None:
    one = write(practice, begun(practice), {**HEARD, Field.SOLUTION: "x", Field.SOLVED: "ja"})
    desk.close(one.id, practice.by)
    with pytest.raises(KnownError, match="waarom"):
        desk.reopen(one.id, "", practice.by)
    now = desk.reopen(one.id, "Zij belde: het is er nog.", practice.by)
    assert (now.state, now.closed_utc, now.answer(Field.SOLVED)) == (State.OPEN, "", "")
    with pytest.raises(KnownError):
        desk.close(one.id, practice.by)
    desk.close(write(practice, now, {Field.SOLVED: "ja"}).id, practice.by)
    assert len(desk.promised(one.id)) == 2


def test_a_promise_needs_a_moment_to_come_and_an_owner(
    practice: Practice, desk: ComplaintsDesk
) -> None:
    one = begun(practice)
    for wrong in ({"before": "2026-11-24T08:00"}, {"what": " "}, {"owner_id": "niemand"}):
        with pytest.raises(KnownError):
            desk.promise(one.id, promised(practice, **wrong), practice.by)
    assert desk.promised(one.id) == []
    heard: list[Change] = []
    practice.desk.changes.listen(heard.append)
    made = {desk.promise(one.id, promised(practice), practice.by) for _twice in range(2)}
    assert made == {each.id for each in desk.promised(one.id)}
    assert [change.what for change in heard] == [Changed.COMPLAINTS | Changed.PROMISES]
    now = desk.one(one.id)
    assert now is not None
    assert kinds(now) == ["begun", "promised"]
    assert practice.audit()[-1].action is Action.FOLLOW_UP_ADDED


def test_what_is_due_first_stands_first(practice: Practice, desk: ComplaintsDesk) -> None:
    begun(practice, subject="anoniem", whom="", reach="")
    begun(practice, subject="laat", received="2026-10-01")
    begun(practice, subject="dichtbij", received="2026-11-23", form=Form.SPOKEN)
    begun(practice, subject="later")
    rows = desk.listed(Search())
    assert [(row.subject, row.due_words, row.overdue, row.near) for row in rows] == [
        ("laat", "12 dagen te laat", True, False),
        ("dichtbij", "nog 2 dagen", False, False),
        ("later", "uiterlijk 24 december", False, False),
        ("anoniem", "geen termijn", False, False),
    ]
    assert rows[-1].who == "anoniem"
    assert desk.listed(Search(), limit=1) == rows[:1]


def test_the_register_is_searched_by_all_that_is_known(
    practice: Practice, desk: ComplaintsDesk
) -> None:
    (jan,) = somebody(practice, "Vries")
    one = begun(practice, person_id=jan, whom="", animal="Bella", reason="wachttijd")
    other = {"received": "2026-11-20", "form": Form.SPOKEN, "whom": "meneer Jansen"}
    begun(practice, subject="afspraak kwijt", **other)
    write(practice, one, HEARD)

    def found(**search: object) -> list[str]:
        return [row.subject for row in desk.listed(Search(**search))]  # type: ignore[arg-type]

    for text in ("vries", "bélla", "VEERTIG minuten", "lang"):
        assert found(text=text) == ["lang gewacht"], text
    assert found(text="lang Bella kwijt") == []
    assert found(form=Form.SPOKEN) == ["afspraak kwijt"]
    assert found(first="2026-11-13") == ["afspraak kwijt"]
    assert found(last="2026-11-13") == found(reason="wachttijd") == ["lang gewacht"]
    assert found(owner_id="niemand") == found(state=State.CLOSED) == []


def test_what_cannot_be_a_complaint_is_told(practice: Practice, desk: ComplaintsDesk) -> None:
    for wrong in (
        {"subject": " "},
        {"received": "2026-11-25"},
        {"received": "gisteren"},
        {"person_id": "niemand"},
        {"owner_id": ""},
    ):
        with pytest.raises(KnownError):
            begun(practice, **wrong)
    assert desk.listed(Search()) == []
    words = "Ik zat er veertig minuten en niemand zei iets, dat vind ik echt niet kunnen."
    one = begun(practice, subject="", answers={"woorden": words})
    assert one.subject == "Ik zat er veertig minuten en niemand zei iets, dat vind ik …"
    assert one.phase is Phase.CLARIFY
    with pytest.raises(KnownError, match="niet meer"):
        desk.go_to("niets", Phase.SOLVE, practice.by)


def test_five_thousand_complaints_are_listed_at_once(
    practice: Practice, desk: ComplaintsDesk
) -> None:
    one = begun(practice)
    with practice.desk.store.writing() as db:
        db.conn.execute(
            """WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000)
            INSERT INTO complaints (id, subject, received_on, form, told_where, regime, owner_id,
                whom, made_utc, state, closed_utc)
            SELECT 'k' || i, 'onderwerp ' || i, date('2026-11-24', '-' || (i % 700) || ' days'),
                'schriftelijk', 'mail', 'wkkgz', ?, 'mevrouw ' || i, '2026-11-01T08:00:00.000',
                CASE WHEN i % 2 THEN 'open' ELSE 'gesloten' END, '2026-11-20T08:00:00.000'
            FROM n""",
            (one.owner_id,),
        )
    for search in (Search(state=None), Search(), Search(text="mevrouw 1", state=None)):
        assert len(desk.listed(search)) == 500
        assert min(seconds(desk, search) for _try in range(5)) < 0.15  # 0.03 on a quiet computer


def seconds(desk: ComplaintsDesk, search: Search) -> float:
    began = perf_counter()
    desk.listed(search)
    return perf_counter() - began
