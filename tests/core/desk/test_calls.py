"""A call from ringing to logged: kept at once, in the log once, and found again with the person."""

import shutil
import threading
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from time import perf_counter

import pytest
from msgspec.structs import replace

from reception_assistant.audit.entry import Action
from reception_assistant.calls.call import CallRecord, Direction, Ending, Remembered
from reception_assistant.calls.open_promise import OpenPromise
from reception_assistant.changes import Change, Changed
from reception_assistant.desk.acting import By
from reception_assistant.errors import KnownError, StoreError
from reception_assistant.library.context import Mood
from reception_assistant.run.event import Kind
from reception_assistant.run.open_call import OpenCall, Told
from reception_assistant.staff.employee import Role
from reception_assistant.store import calls as store_calls
from reception_assistant.store import driver
from reception_assistant.store.journal import JOURNAL
from tests.core.calls.talks import (
    BSN,
    CALMING_VERSION,
    LISTS,
    VERSION,
    Talk,
    fill_library,
    promise,
    somebody,
)
from tests.helpers.practice import Ids, Practice, open_practice


@pytest.fixture(autouse=True)
def _library(practice: Practice) -> None:
    fill_library(practice)


def actions(practice: Practice) -> list[Action]:
    return [entry.action for entry in practice.audit()]


def test_a_call_is_in_the_log_with_all_that_happened(practice: Practice) -> None:
    (jan,) = somebody(practice, "Vries")
    talk = Talk(practice, jan, "+31612345678")
    talk.is_about(
        reason="factuur", script_version=VERSION, mood_start=Mood.TENSE, mood_end=Mood.CALM
    )
    talk.happens(
        talk.event(Kind.BEGUN, "erkennen"),
        talk.event(Kind.REMEMBERED, "erkennen", name="woorden", label="Woorden", text="Te"),
        talk.event(Kind.REMEMBERED, "erkennen", name="woorden", label="Woorden", text="Te hoog"),
        talk.event(Kind.MISSING, "erkennen", number=1, text="Mijn man weet het"),
        talk.event(Kind.ANSWERED, "erkennen", number=0),
        talk.event(Kind.WENT_BACK, "beloven"),
        talk.event(Kind.ANSWERED, "erkennen", number=0),
        talk.event(Kind.PROMISED, "beloven", promise=promise(practice)),
        talk.event(Kind.WENT_ON, "beloven"),
    )
    talk.writes("Belt over de rekening.")
    practice.at("09:05")
    talk.ends("terugbelafspraak", promise=promise(practice))
    assert talk.logged() == CallRecord(
        id=talk.id,
        direction=Direction.IN,
        started_utc="2026-11-24T08:00:00.000",
        ended_utc="2026-11-24T08:05:00.000",
        employee_id=practice.by.employee.id,
        employee="Balie",
        outcome="terugbelafspraak",
        number="+31612345678",
        person_id=jan,
        reason="factuur",
        mood_start=Mood.TENSE,
        mood_end=Mood.CALM,
        script_id="rekening",
        script_version=VERSION,
        path=("rekening/erkennen", "rekening/beloven", "rekening/erkennen", "rekening/beloven"),
        remembered=(Remembered(id="woorden", label="Woorden", text="Te hoog"),),
        note="Belt over de rekening.",
        promise=promise(practice),
    )
    with practice.desk.store.reading() as connection:
        missing = connection.execute(
            "SELECT version, step, text FROM call_events WHERE kind = 'missing'"
        ).fetchall()
    assert missing == [(VERSION, "erkennen", "Mijn man weet het")]
    assert practice.desk.calls.open_calls() == []


def test_the_path_goes_aside_and_comes_back(practice: Practice) -> None:
    talk = Talk(practice)
    talk.happens(
        talk.event(Kind.BEGUN, "erkennen"),
        talk.event(Kind.ANSWERED, "erkennen", number=2, name=CALMING_VERSION),
        talk.event(Kind.WENT_ON, "horen"),
        talk.event(Kind.ANSWERED, "erkennen", number=0),
    )
    talk.ends()
    assert talk.logged().path == (
        "rekening/erkennen",
        "kalmeren/horen",
        "rekening/erkennen",
        "rekening/beloven",
    )


def test_what_is_going_on_can_be_taken_up_by_a_colleague(practice: Practice) -> None:
    talk = Talk(practice)
    talk.happens(talk.event(Kind.BEGUN, "erkennen"), talk.event(Kind.PARKED))
    kept = practice.desk.calls.keep(talk.head, 2, (), "Belt zo terug", practice.by)
    assert f"{kept.saved:%H:%M}" == "09:00"
    (opened,) = practice.desk.calls.open_calls()
    assert opened == OpenCall(
        talk.head, tuple(talk.events), "Belt zo terug", "2026-11-24T08:00:00.000", revision=2
    )
    with open_practice(practice.folder, practice.clock) as colleague:
        assert colleague.desk.calls.open_calls() == [opened]


def test_a_bsn_is_not_kept_wherever_it_is_written(practice: Practice) -> None:
    talk = Talk(practice)
    kept = practice.desk.calls.keep(talk.head, 0, (), f"Zijn nummer is {BSN}.", practice.by)
    assert (kept.note, kept.bsn) == ("Zijn nummer is ..........", True)
    talk.happens(
        talk.event(Kind.REMEMBERED, "erkennen", name="woorden", text=f"bsn {BSN}"),
        talk.event(Kind.MISSING, "erkennen", text=BSN),
        talk.event(Kind.PROMISED, "beloven", promise=promise(practice, BSN, reach=BSN)),
    )
    talk.writes(f"nummer {BSN}")
    talk.ends(
        "niet-geholpen", alternative=BSN, promise=promise(practice, f"{BSN} nakijken", reach=BSN)
    )
    record = talk.logged()
    assert record.promise is not None
    assert (record.promise.what, record.promise.reach) == ("......... nakijken", BSN)
    assert (record.note, record.alternative) == ("nummer .........", ".........")
    with practice.desk.store.reading() as connection:
        written = connection.execute(
            "SELECT note, alternative FROM calls UNION ALL SELECT text, promise FROM call_events"
        ).fetchall()
    assert BSN not in str(written).replace(f'"reach":"{BSN}"', "")


def test_who_says_that_it_is_no_bsn_keeps_the_digits_and_is_remembered(
    practice: Practice,
) -> None:
    talk = Talk(practice)
    assert talk.writes(f"Order {BSN}") == "Order ........."
    talk.is_about(not_bsn=True)
    practice.desk.calls.note_no_bsn(talk.id, practice.by)
    assert talk.writes(f"Order {BSN}") == f"Order {BSN}"
    talk.ends()
    assert talk.logged().note == f"Order {BSN}"
    entry = next(each for each in practice.audit() if each.action is Action.BSN_KEPT)
    assert (entry.subject_id, entry.detail) == (talk.id, "")


def test_half_a_letter_does_not_stop_a_note(practice: Practice) -> None:
    talk = Talk(practice, number="06\ud83d")
    assert talk.writes("Lacht \ud83d") == "Lacht ?"
    talk.happens(talk.event(Kind.MISSING, text="\udc00"))
    talk.ends(promise=promise(practice, "\udc00", by="\udc00", reach="\udc00"))
    assert talk.logged().number == "06?"


def test_a_call_does_not_end_without_a_next_step(practice: Practice) -> None:
    talk = Talk(practice)
    talk.writes("notitie")
    with pytest.raises(KnownError, match="hoe het gesprek afliep"):
        talk.ends("bestaat-niet")
    with pytest.raises(KnownError, match="wel heeft aangeboden"):
        talk.ends("niet-geholpen")
    with pytest.raises(KnownError, match="wat u belooft"):
        talk.ends("terugbelafspraak")
    with pytest.raises(KnownError, match="voor wanneer"):
        talk.ends("terugbelafspraak", promise=promise(practice, before="2026-11-24T08:59"))
    (opened,) = practice.desk.calls.open_calls()
    assert opened.note == "notitie"


def test_an_outcome_by_its_old_name_is_logged_by_its_own(practice: Practice) -> None:
    talk = Talk(practice)
    talk.ends("klaar")
    assert talk.logged().outcome == "niets-nodig"


def test_ending_and_logging_twice_is_once(practice: Practice) -> None:
    heard: list[Change] = []
    talk = Talk(practice)
    practice.desk.changes.listen(heard.append)
    for _each in range(2):
        talk.ends("terugbelafspraak", promise=promise(practice))
    calls = practice.desk.calls
    assert [calls.log_ended(practice.by) for _each in range(2)] == [1, 0]
    talk.ends("terugbelafspraak", promise=promise(practice))
    assert calls.log_ended(practice.by) == 0
    assert [change.what for change in heard] == [Changed.CALLS | Changed.PROMISES]
    assert actions(practice).count(Action.CALL_FINISHED) == 1
    assert len(calls.records()) == 1


def test_a_crash_between_the_log_and_the_journal_logs_it_once(practice: Practice) -> None:
    """The program stopped after the log was written, and before the journal let go of the call."""
    talk = Talk(practice)
    talk.ends("terugbelafspraak", promise=promise(practice))
    practice.desk._journal.close()
    journal, copy = practice.folder / JOURNAL, practice.folder / "kopie.db"
    shutil.copy(journal, copy)
    practice.desk.calls.log_ended(practice.by)
    practice.desk._journal.close()
    shutil.copy(copy, journal)
    assert practice.desk.calls.log_ended(practice.by) == 1
    assert len(practice.desk.calls.records()) == 1
    assert actions(practice).count(Action.CALL_FINISHED) == 1


def test_what_a_crash_left_is_logged_at_the_next_start(practice: Practice) -> None:
    talk = Talk(practice)
    talk.ends()
    with open_practice(practice.folder, practice.clock, Ids(1)) as again:
        assert again.desk.calls.log_ended(again.by) == 1
        assert again.desk.calls.record(talk.id) is not None


def test_a_call_outlives_the_loss_of_the_database(practice: Practice, tmp_path: Path) -> None:
    """The database was damaged and begun anew; the journal names people and scripts of before."""
    desk = practice.desk
    sanne = By(desk.staff.add("Sanne", Role.MANAGER, practice.by))
    (jan,) = somebody(practice, "Vries")
    talk = Talk(practice, jan)
    talk.is_about(script_version=VERSION, appointment_id=practice.visit().id)
    talk.happens(talk.event(Kind.BEGUN, "erkennen"))
    talk.writes("notitie")
    owner = sanne.employee.id
    talk.ends("terugbelafspraak", promise=promise(practice, owner_id=owner), employee_id=owner)
    desk._journal.close()
    with open_practice(tmp_path / "new") as anew:
        shutil.copy(practice.folder / JOURNAL, anew.folder / JOURNAL)
        assert anew.desk.calls.log_ended(anew.by) == 1
        record = anew.desk.calls.record(talk.id)
        assert record is not None
        assert (record.note, record.person_id, record.employee) == ("notitie", None, "Balie")
        assert record.promise is not None
        assert record.promise.owner_id == anew.by.employee.id
        assert [each.call.id for each in anew.desk.calls.unattached()] == [talk.id]


def test_whoever_ended_it_stands_in_the_audit_unless_they_left(practice: Practice) -> None:
    sanne = practice.desk.staff.add("Sanne", Role.RECEPTIONIST, practice.by)
    first, second = Talk(practice), Talk(practice)
    first.ends(employee_id=sanne.id)
    practice.desk.calls.log_ended(practice.by)
    second.ends(employee_id=sanne.id)
    practice.desk.staff.change(sanne._replace(active=False), practice.by)
    assert second.logged().employee == "Sanne"
    by_call = {each.subject_id: each.employee_id for each in practice.audit()}
    assert by_call[first.id] == sanne.id
    assert by_call[second.id] == practice.by.employee.id


def test_the_history_is_newest_first_with_the_words_of_now(practice: Practice) -> None:
    jan, eva = somebody(practice, "Vries", "Berg")
    for time, person in (("09:00", jan), ("10:00", eva), ("11:00", jan)):
        practice.at(time)
        talk = Talk(practice, person)
        talk.is_about(reason="factuur")
        talk.writes(f"om {time}")
        talk.ends("terugbelafspraak", promise=promise(practice, "Bellen."))
    practice.desk.calls.log_ended(practice.by)
    newest, oldest = practice.desk.calls.history(jan)
    assert (newest.note, oldest.note) == ("om 11:00", "om 09:00")
    assert f"{newest.started:%d-%m %H:%M}" == "24-11 11:00"
    assert (newest.reason, newest.outcome) == ("Rekening", "Wij bellen terug")
    assert (newest.direction, newest.employee) == ("belde ons", "Balie")
    assert newest.promise == "Bellen (voor 24-11-2026 17:00)"
    assert [each.note for each in practice.desk.calls.history(jan, limit=1)] == ["om 11:00"]


def test_an_unknown_reason_or_outcome_is_shown_as_it_is_kept(practice: Practice) -> None:
    (jan,) = somebody(practice, "Vries")
    talk = Talk(practice, jan)
    talk.is_about(reason="weg-reden")
    talk.ends()
    talk.logged()
    (past,) = practice.desk.calls.history(jan)
    assert past.reason == "weg-reden"


def test_what_waits_for_the_log_is_in_the_history_already(practice: Practice) -> None:
    (jan,) = somebody(practice, "Vries")
    talk = Talk(practice, jan)
    talk.writes("net nog")
    talk.ends("terugbelafspraak", promise=promise(practice))
    calls = practice.desk.calls
    waiting = calls.history(jan), calls.open_promises(jan)
    assert [each.note for each in waiting[0]] == ["net nog"]
    talk.logged()
    assert (calls.history(jan), calls.open_promises(jan)) == waiting


def test_what_was_promised_is_told_in_words_what_is_due_first_before(practice: Practice) -> None:
    (jan,) = somebody(practice, "Vries")
    for what, before in (("Laat", "2026-11-25T12:00"), ("Vroeg", "2026-11-24T12:00")):
        talk = Talk(practice, jan)
        talk.ends(promise=promise(practice, what, before=before, reach="06-12345678"))
        talk.logged()
    practice.at("13:00")
    first, second = practice.desk.calls.open_promises(jan)
    said = "vandaag voor twaalf uur"
    assert first == OpenPromise(first.id, "Vroeg", said, "Balie", reach="06-12345678", late=True)
    assert (second.what, second.before, second.late) == ("Laat", "morgenochtend", False)


def test_a_call_of_nobody_is_attached_later_with_its_promise(practice: Practice) -> None:
    jan, eva = somebody(practice, "Vries", "Berg")
    talk = Talk(practice, number="0612345678")
    talk.ends("terugbelafspraak", promise=promise(practice))
    talk.logged()
    calls = practice.desk.calls
    (found,) = calls.unattached()
    assert (found.call.id, found.number) == (talk.id, "0612345678")
    calls.attach(talk.id, jan, practice.by)
    assert calls.unattached() == []
    assert [each.id for each in calls.history(jan)] == [talk.id]
    assert [each.what for each in calls.open_promises(jan)] == ["Bellen over de rekening"]
    with pytest.raises(KnownError, match="hoort al bij iemand"):
        calls.attach(talk.id, eva, practice.by)
    assert actions(practice).count(Action.CALL_ATTACHED) == 1


def test_a_call_is_not_attached_to_who_is_gone(practice: Practice) -> None:
    talk = Talk(practice)
    talk.ends()
    talk.logged()
    with pytest.raises(KnownError, match="er niet meer"):
        practice.desk.calls.attach(talk.id, "niemand", practice.by)


def test_days_are_those_of_the_practice_and_both_count(practice: Practice) -> None:
    """Half past midnight here is still the day before in UTC."""
    days = (date(2026, 11, 23), date(2026, 11, 24), date(2026, 11, 25))
    for day, time in zip(days, ("23:59", "00:30", "00:00"), strict=True):
        practice.at(time, day)
        talk = Talk(practice)
        talk.writes(f"{day.day}")
        talk.ends()
    practice.desk.calls.log_ended(practice.by)

    def notes(first: date | None, last: date | None) -> list[str]:
        return [each.note for each in practice.desk.calls.records(first, last)]

    assert notes(days[1], days[1]) == ["24"]
    assert notes(days[1], None) == ["24", "25"]
    assert notes(None, days[1]) == ["23", "24"]
    assert notes(None, None) == ["23", "24", "25"]


def test_scripts_count_by_the_calls_that_they_helped_in(practice: Practice) -> None:
    for outcome, facts in (
        ("niets-nodig", {}),
        ("terugbelafspraak", {"promise": promise(practice)}),
        ("niet-geholpen", {"alternative": "de huisartsenpost"}),
    ):
        talk = Talk(practice)
        talk.happens(talk.event(Kind.BEGUN, "erkennen"), talk.event(Kind.BEGUN, "erkennen"))
        talk.ends(outcome, **facts)
    practice.desk.calls.log_ended(practice.by)
    with practice.desk.store.reading() as connection:
        helped = store_calls.times_helped(
            connection, {"niets-nodig", "terugbelafspraak"}, ["rekening", "ander"]
        )
        assert helped == {"rekening": 2}
        assert store_calls.times_helped(connection, (), ["rekening"]) == {}


def test_the_history_of_somebody_with_500_calls_is_quick(practice: Practice) -> None:
    (jan,) = somebody(practice, "Vries")
    talk = Talk(practice, jan)
    talk.ends()
    record = talk.logged()
    with practice.desk.store.writing() as db:
        db.execute(
            """WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 500)
            INSERT INTO calls (id, direction, person_id, outcome_id, employee_id, note,
                started_utc, ended_utc)
            SELECT 'c' || i, 'in', person_id, outcome_id, employee_id, hex(zeroblob(500)),
                format('2025-01-%02dT%02d:00', i % 28 + 1, i % 24), ended_utc
            FROM calls, n WHERE calls.id = ?""",
            (talk.id,),
        )
    found = practice.desk.calls.history(jan)
    assert (len(found), found[0].id) == (20, record.id)
    took = []
    for _each in range(3):
        began = perf_counter()
        practice.desk.calls.history(jan)
        took.append(perf_counter() - began)
    assert min(took) < 0.02


def test_a_note_does_not_wait_for_a_long_import(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An import holds the place for writing for minutes; here another connection does."""
    monkeypatch.setattr(driver, "BUSY_MILLISECONDS", 50)
    with open_practice(tmp_path / "busy") as practice:
        fill_library(practice)
        importing = driver.connect(practice.desk.store.path)
        importing.execute("BEGIN IMMEDIATE")
        importing.execute("INSERT INTO settings (name, value) VALUES ('x', 'y')")
        began = perf_counter()
        talk = Talk(practice)
        talk.writes("Belt tijdens het inlezen")
        talk.ends()
        assert perf_counter() - began < 2
        with pytest.raises(StoreError, match="bezet"):
            practice.desk.calls.log_ended(practice.by)
        importing.execute("COMMIT")
        importing.close()
        assert talk.logged().note == "Belt tijdens het inlezen"


def test_a_note_does_not_wait_for_a_long_read(practice: Practice) -> None:
    """Reading the whole log keeps the reading connection for seconds; a call ends meanwhile."""
    over, other = Talk(practice), Talk(practice)
    by, calls = practice.by, practice.desk.calls
    ending = Ending(outcome="niets-nodig", ended_utc=calls.now_utc(), employee_id=by.employee.id)
    reads, done = threading.Event(), threading.Event()

    def read_long() -> None:
        with practice.desk.store.reading():
            reads.set()
            done.wait(10)

    thread = threading.Thread(target=read_long)
    thread.start()
    assert reads.wait(5)
    began = perf_counter()
    calls.end(over.head, 0, (), "notitie", ending, by)
    calls.keep(other.head, 0, (), "van het andere gesprek", by)
    took = perf_counter() - began
    done.set()
    thread.join()
    assert took < 2
    assert over.logged().outcome == "niets-nodig"


def test_whoever_has_the_lists_says_which_outcome_it_is(practice: Practice) -> None:
    talk, calls = Talk(practice), practice.desk.calls
    outcome = LISTS.outcome("terugbelafspraak")
    now = calls.now_utc()
    ending = Ending(outcome="terugbelafspraak", ended_utc=now, employee_id=talk.head.employee_id)
    with pytest.raises(KnownError, match="wat u belooft"):
        calls.end(talk.head, 0, (), "", ending, practice.by, outcome=outcome)
    promised = replace(ending, promise=promise(practice))
    calls.end(talk.head, 0, (), "", promised, practice.by, outcome=outcome)
    assert talk.logged().outcome == "terugbelafspraak"


@pytest.fixture
def colleague(practice: Practice) -> Iterator[Practice]:
    """Give another window on the same practice."""
    with open_practice(practice.folder, practice.clock, Ids(1)) as another:
        yield another


@pytest.mark.parametrize("logged", ["not logged yet", "logged", "logged long ago"])
def test_what_a_second_window_adds_to_a_call_that_is_over_is_never_said_to_be_kept(
    logged: str, practice: Practice, colleague: Practice
) -> None:
    mine, calls = Talk(practice), practice.desk.calls
    mine.happens(mine.event(Kind.BEGUN, "erkennen"))
    mine.writes("samen")
    hers = Talk(colleague)
    hers.head, hers.events, hers.note = mine.head, list(mine.events), mine.note
    hers.ends("terugbelafspraak", promise=promise(colleague))
    if logged != "not logged yet":
        assert hers.logged().note == "samen"
    if logged == "logged long ago":  # what the journal remembers of it is gone
        practice.desk._journal.close()
        colleague.desk._journal.close()
        (practice.folder / JOURNAL).unlink()
    for _each in range(2):
        with pytest.raises(KnownError, match="intussen afgerond"):
            mine.writes("samen, en heel belangrijk")
        with pytest.raises(KnownError, match="intussen afgerond"):
            calls.keep(mine.head, 1, (mine.event(Kind.MISSING, "erkennen"),), None, practice.by)
        with pytest.raises(KnownError, match="intussen afgerond"):
            mine.ends("terugbelafspraak", promise=promise(practice, "De uitslag bellen"))
        with pytest.raises(KnownError, match="intussen afgerond"):
            mine.ends()
    calls.keep(mine.head, 0, mine.events, "samen", practice.by)  # nothing new in it
    mine.ends("terugbelafspraak", promise=promise(practice))
    record = mine.logged()
    assert (record.note, record.promise) == ("samen", promise(practice))
    assert calls.open_calls() == []
    assert len(calls.records()) == 1


def test_two_windows_do_not_overwrite_each_other(practice: Practice, colleague: Practice) -> None:
    talk, calls = Talk(practice), practice.desk.calls
    seen = calls.keep(talk.head, 0, (), "samen", practice.by, seen=0).revision
    (opened,) = colleague.desk.calls.open_calls()
    assert opened.revision == seen
    hers = colleague.desk.calls.keep(
        opened.head, 0, (), "samen, met haar deel", colleague.by, seen=opened.revision
    )
    with pytest.raises(KnownError, match="op een andere plaats"):
        calls.keep(talk.head, 0, (), "samen, met mijn deel", practice.by, seen=seen)
    ending = Ending(
        outcome="niets-nodig", ended_utc=calls.now_utc(), employee_id=talk.head.employee_id
    )
    with pytest.raises(KnownError, match="op een andere plaats"):
        calls.end(talk.head, 0, (), "samen", ending, practice.by, seen=seen)
    (opened,) = calls.open_calls()
    assert (opened.note, opened.revision) == ("samen, met haar deel", hers.revision)
    calls.end(talk.head, 0, (), "alles", ending, practice.by, seen=opened.revision)
    assert talk.logged().note == "alles"


@pytest.mark.logs
def test_one_call_that_cannot_be_logged_does_not_stop_the_others(practice: Practice) -> None:
    bad, good, calls = Talk(practice), Talk(practice), practice.desk.calls
    ending = Ending(
        outcome="terugbelafspraak",
        ended_utc=calls.now_utc(),
        employee_id=bad.head.employee_id,
        promise=promise(practice, before="ooit"),
    )
    practice.desk._journal.keep(Told(bad.head, note="blijft", ending=ending), calls.now_utc())
    good.ends()
    for _each in range(2):
        with pytest.raises(ValueError, match="ooit"):
            calls.log_ended(practice.by)
        assert [record.id for record in calls.records()] == [good.id]
        assert [each.head.id for each in practice.desk._journal.read()] == [bad.id]


def test_logging_that_was_kept_waiting_is_done_at_the_next_try(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However many calls wait: one try waits once."""
    monkeypatch.setattr(driver, "BUSY_MILLISECONDS", 200)
    with open_practice(tmp_path / "busy") as practice:
        fill_library(practice)
        for _each in range(20):
            Talk(practice).ends()
        importing = driver.connect(practice.desk.store.path)
        importing.execute("BEGIN IMMEDIATE")
        began = perf_counter()
        with pytest.raises(StoreError, match="bezet"):
            practice.desk.calls.log_ended(practice.by)
        assert perf_counter() - began < 2
        importing.execute("ROLLBACK")
        importing.close()
        assert practice.desk.calls.log_ended(practice.by) == 20


def test_looking_for_what_waits_costs_nothing_when_nothing_does(practice: Practice) -> None:
    journal = practice.folder / JOURNAL
    assert practice.desk.calls.log_ended(practice.by) == 0
    assert not journal.exists()
    Talk(practice).writes("gaat nog door")
    began = perf_counter()
    for _each in range(100):
        assert practice.desk.calls.log_ended(practice.by) == 0
    assert perf_counter() - began < 0.5


def test_the_audit_says_how_much_left_and_came_and_nothing_of_whom(practice: Practice) -> None:
    talk = Talk(practice)
    talk.writes("Zonneveld")
    talk.ends()
    talk.logged()
    calls = practice.desk.calls
    records = calls.export(None, None, practice.by)
    calls.add_records(records, practice.by)
    entries = practice.audit()
    assert [(each.action, each.detail) for each in entries] == [
        (Action.CALL_FINISHED, ""),
        (Action.CALLS_EXPORTED, "1"),
    ]


def test_the_log_of_another_computer_is_added_exactly_and_once(
    practice: Practice, tmp_path: Path
) -> None:
    (jan,) = somebody(practice, "Vries")
    sanne = practice.desk.staff.add("Sanne", Role.RECEPTIONIST, practice.by)
    talk = Talk(practice, jan)
    talk.is_about(reason="rekening", script_version=VERSION)
    talk.happens(talk.event(Kind.BEGUN, "erkennen"))
    talk.ends(employee_id=sanne.id, promise=promise(practice, owner_id=sanne.id))
    talk.logged()
    records = practice.desk.calls.records()
    with open_practice(tmp_path / "other", practice.clock, Ids(1)) as other:
        calls = other.desk.calls
        assert calls.add_records([*records, *records], other.by) == (1, 1)
        assert calls.add_records(records, other.by) == (0, 1)
        assert calls.records() == records
        (eva,) = somebody(other, "Berg")
        calls.attach(talk.id, eva, other.by)
        assert [each.person_id for each in calls.records()] == [eva]
        (told,) = calls.open_promises(eva)
        assert (told.what, told.owner) == ("Bellen over de rekening", "Balie")


def test_a_promise_of_long_ago_does_not_come_back_as_open(
    practice: Practice, tmp_path: Path
) -> None:
    (jan,) = somebody(practice, "Vries")
    talk = Talk(practice, jan)
    talk.ends(promise=promise(practice))
    talk.logged()
    records = practice.desk.calls.records()
    practice.at("09:00", date(2027, 1, 1))
    with open_practice(tmp_path / "other", practice.clock, Ids(1)) as other:
        other.desk.calls.add_records(records, other.by)
        (eva,) = somebody(other, "Berg")
        other.desk.calls.attach(talk.id, eva, other.by)
        assert other.desk.calls.open_promises(eva) == []
        assert other.desk.calls.records()[0].promise == records[0].promise
