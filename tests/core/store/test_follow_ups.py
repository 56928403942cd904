"""Follow-ups on disk: written once, read in order, and never lost with the people they are for."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from reception_assistant.calls.promise import Channel
from reception_assistant.desk.source_choice import OWN_CSV
from reception_assistant.follow_ups.follow_up import (
    Attempt,
    Helped,
    Kind,
    NewFollowUp,
    Reached,
    State,
)
from reception_assistant.run.event import Kind as Happened
from reception_assistant.store import follow_ups as store
from reception_assistant.store.follow_ups import Given, When
from tests.core.calls.talks import Talk, fill_library, promise, somebody
from tests.helpers.practice import Practice

if TYPE_CHECKING:
    from reception_assistant.store.driver import Connection

MADE = When("2026-11-24T08:00:00.000", "Europe/Amsterdam", "2026-11-24T16:00")


@contextmanager
def written(practice: Practice) -> Iterator["Connection"]:
    with practice.desk.store.writing() as db:
        yield db.conn


def new(practice: Practice, what: str = "Nakijken", **facts: object) -> NewFollowUp:
    given: dict[str, object] = {
        "kind": Kind.CALLBACK,
        "what": what,
        "before": "2026-11-24T17:00",
        "owner_id": practice.by.employee.id,
        **facts,
    }
    return NewFollowUp(**given)  # type: ignore[arg-type]


def test_all_that_is_known_of_one_comes_back(practice: Practice) -> None:
    own = practice.by.employee.id
    with written(practice) as connection:
        facts = new(
            practice,
            kind=Kind.THIRD_PARTY,
            after="2026-11-24T16:00",
            by="Sanne",
            channel=Channel.MAIL,
            reach="jan@voorbeeld.nl",
            whom="meneer Jansen",
            subject="rekening",
            third_party="Zilverdam",
            third_reach="0881234567",
        )
        assert store.add(connection, "p", facts, MADE)
        assert not store.add(connection, "p", new(practice, "Anders"), MADE)
        attempt = Attempt(
            at_utc="2026-11-24T09:00:00.000",
            employee_id=own,
            employee="Balie",
            reached=Reached.VOICEMAIL,
            note="Belt terug",
        )
        store.add_attempt(connection, "p", "a", attempt, "2026-11-25T09:00")
        given = Given("h", "2026-11-24T10:00:00.000", own, "Voor mij")
        store.hand_over(connection, "p", given)
        store.answered(connection, "p", "Ja")
        found = store.read(connection, "p")
        assert found is not None
        kept = {name: getattr(found, name) for name in facts.__struct_fields__}
        assert NewFollowUp(**{**kept, "by": "Sanne", "source": facts.source}) == facts
        assert found.attempts == (attempt,)
        assert [(each.from_name, each.to_name) for each in found.hand_overs] == [("Balie", "Balie")]
        assert (found.answer, found.next_try, found.row_version) == ("Ja", "", 4)
        store.close(
            connection,
            "p",
            State.DONE,
            result="Klaar",
            helped=Helped.YES,
            closed_utc="2026-11-24T11:00:00.000",
            closed_by=own,
        )
        closed = store.read(connection, "p")
        assert closed is not None
        assert (closed.state, closed.result, closed.helped) == (State.DONE, "Klaar", Helped.YES)
        assert closed.closed_by == "Balie"
        assert store.read(connection, "nothing") is None


def test_the_same_is_known_only_while_it_is_open(practice: Practice) -> None:
    with written(practice) as connection:
        store.add(connection, "p", new(practice), MADE)
        assert store.same_as(connection, new(practice)) == "p"
        assert store.same_as(connection, new(practice, "Anders")) == ""
        store.change(connection, "p", {"state": "gone"})
        assert store.same_as(connection, new(practice)) == ""


def test_what_is_due_first_stands_in_front(practice: Practice) -> None:
    (jan,) = somebody(practice, "Jansen")
    with written(practice) as connection:
        for key, before in (("b", "2026-11-25T09:00"), ("a", "2026-11-26T09:00")):
            when = MADE._replace(before_utc=before)
            store.add(connection, key, new(practice, key, before=before, person_id=jan), when)
        assert [each.id for each in store.open_of(connection, jan)] == ["b", "a"]


@pytest.mark.parametrize(
    ("channel", "kind"), [(Channel.CALL, Kind.CALLBACK), (Channel.MAIL, Kind.PROMISE)]
)
def test_a_call_gives_its_promise_a_kind_and_a_name(
    channel: Channel, kind: Kind, practice: Practice
) -> None:
    fill_library(practice)
    talk = Talk(practice, number="+31612345678")
    talk.happens(
        talk.event(Happened.BEGUN, "erkennen"),
        talk.event(Happened.REMEMBERED, "erkennen", name="naam", text="mevrouw Bos"),
    )
    talk.ends("terugbelafspraak", promise=promise(practice, channel=channel))
    talk.logged()
    with practice.desk.store.reading() as connection:
        found = store.read(connection, f"{talk.id}:1")
    assert found is not None
    assert (found.kind, found.whom) == (kind, "mevrouw Bos")
    (jan,) = somebody(practice, "Jansen")
    practice.desk.calls.attach(talk.id, jan, practice.by)
    with practice.desk.store.reading() as connection:
        found = store.read(connection, f"{talk.id}:1")
    assert found is not None
    assert (found.person_id, found.whom) == (jan, "")


@pytest.mark.parametrize(
    "told",
    [
        "INSERT INTO feedback (id, sort, text, at_utc, employee_id, person_id)"
        " VALUES ('f', 'compliment', 'Fijn', '2026', :own, :jan)",
        "INSERT INTO incidents (id, day, facts, told, expires_on, made_utc, employee_id, person_id)"
        " VALUES ('i', '2026', 'Riep', 'Anna', '2027', '2026', :own, :jan)",
        "INSERT INTO complaints (id, subject, received_on, form, told_where, regime, made_utc,"
        " appointment_id, owner_id, person_id) VALUES ('k', 'Rekening', '2026', 'mondeling',"
        " 'balie', 'eigen', '2026', (SELECT id FROM appointments LIMIT 1), :own, :jan)",
        "INSERT INTO promises (id, what, before_local, zone, before_utc, channel, made_utc,"
        " owner_id, person_id) VALUES ('p', 'Bellen', '2026', '', '2026', 'bellen', '2026',"
        " :own, :jan)",
    ],
    ids=["feedback", "incident", "complaint", "promise"],
)
def test_who_still_has_something_with_us_stays_when_a_source_goes(
    told: str, practice: Practice
) -> None:
    jan, _eva = somebody(practice, "Jansen", "Berg")
    with written(practice) as connection:
        connection.execute(told, {"own": practice.by.employee.id, "jan": jan})
    source = practice.desk.sources.named(OWN_CSV).source.id
    practice.desk.sources.remove(source, practice.by)
    assert [person.id for person in practice.found("jansen")] == [jan]
    assert practice.found("berg") == []
    with practice.desk.store.reading() as connection:
        kept = connection.execute("SELECT appointment_id FROM complaints").fetchall()
    assert all(row == (None,) for row in kept)
