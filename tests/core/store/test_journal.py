"""The journal of running conversations: at once, all or nothing, and never lost."""

import threading
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import perf_counter

import msgspec
import pytest
from msgspec.structs import replace

from reception_assistant.calls.call import CallHead, Ending
from reception_assistant.calls.promise import Promise
from reception_assistant.clock import StandingClock
from reception_assistant.errors import KnownError, StoreError
from reception_assistant.run.event import Event, Kind
from reception_assistant.run.open_call import OpenCall, Told
from reception_assistant.store import driver, journal_file
from reception_assistant.store.journal import JOURNAL, Journal
from tests.helpers.process import python

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
AT, LATER = "2026-11-24T12:00:00.000", "2026-11-24T12:00:01.000"
HEAD = CallHead(id="call", employee_id="sanne", started_utc=AT)
ENDING = Ending(outcome="niets-nodig", ended_utc=LATER, employee_id="sanne")
PROMISE = Promise(what="Bellen", before="2026-11-24T17:00", owner_id="sanne")


def said(text: str, at: str = AT) -> Event:
    return Event(kind=Kind.MISSING, at_utc=at, employee_id="sanne", text=text)


EVENTS = (said("een"), said("twee", LATER))


def keep(
    journal: Journal,
    head: CallHead,
    first: int,
    events: Sequence[Event],
    note: str | None,
    at_utc: str,
    seen: int | None = None,
) -> int:
    return journal.keep(Told(head, first, events, note, seen=seen), at_utc)


def end(
    journal: Journal,
    head: CallHead,
    first: int,
    events: Sequence[Event],
    note: str,
    ending: Ending,
    at_utc: str,
) -> int:
    return journal.keep(Told(head, first, events, note, ending), at_utc)


@pytest.fixture
def clock() -> StandingClock:
    """Give a clock that stands at noon."""
    return StandingClock(NOON)


@pytest.fixture
def opened(tmp_path: Path, clock: StandingClock) -> Iterator[Callable[[], Journal]]:
    """Give a way to open the journal, as often as the program starts."""
    journals: list[Journal] = []

    def again() -> Journal:
        journals.append(Journal(tmp_path / JOURNAL, clock))
        return journals[-1]

    yield again
    for journal in journals:
        journal.close()


@pytest.fixture
def journal(opened: Callable[[], Journal]) -> Journal:
    """Give a new journal."""
    return opened()


def test_a_conversation_is_back_with_everything_after_a_restart(
    journal: Journal, opened: Callable[[], Journal]
) -> None:
    keep(journal, HEAD, 0, EVENTS[:1], "Belt over", AT)
    keep(journal, replace(HEAD, reason="rekening"), 1, EVENTS[1:], "Belt over de rekening", LATER)
    about = replace(HEAD, reason="rekening")
    kept = OpenCall(about, EVENTS, "Belt over de rekening", LATER, revision=2)
    assert journal.read() == opened().read() == [kept]


def test_nothing_is_made_before_something_is_kept(tmp_path: Path) -> None:
    Journal(tmp_path / JOURNAL, StandingClock(NOON)).close()
    assert list(tmp_path.iterdir()) == []


def test_the_same_once_more_changes_nothing(journal: Journal) -> None:
    for _each in range(2):
        keep(journal, HEAD, 0, EVENTS, "notitie", AT)
    keep(journal, HEAD, 1, EVENTS[1:], None, AT)
    assert journal.read() == [OpenCall(HEAD, EVENTS, "notitie", AT, revision=1)]


def test_a_note_that_did_not_change_stays(journal: Journal) -> None:
    keep(journal, HEAD, 0, (), "notitie", AT)
    keep(journal, HEAD, 0, EVENTS, None, LATER)
    assert journal.read()[0].note == "notitie"
    keep(journal, HEAD, 2, (), "", LATER)
    assert journal.read()[0].note == ""


def test_what_went_on_elsewhere_is_not_overwritten(journal: Journal) -> None:
    keep(journal, HEAD, 0, EVENTS, "van de een", AT)
    other = (said("anders", "2026-11-24T13:00:00.000"), said("drie"))
    with pytest.raises(KnownError, match="op een andere plaats") as refused:
        keep(journal, HEAD, 1, other, "van de ander", LATER)
    assert "niets overschreven" in refused.value.advice
    assert journal.read() == [OpenCall(HEAD, EVENTS, "van de een", AT, revision=1)]


def test_several_conversations_go_on_at_once_oldest_first(journal: Journal) -> None:
    keep(journal, replace(HEAD, id="b"), 0, EVENTS, "twee", AT)
    keep(journal, replace(HEAD, id="a"), 0, (), "een", AT)
    assert [(each.head.id, each.note) for each in journal.read()] == [("a", "een"), ("b", "twee")]


def test_what_is_over_stays_until_it_is_in_the_log(
    journal: Journal, opened: Callable[[], Journal]
) -> None:
    for _each in range(2):
        end(journal, HEAD, 0, EVENTS, "klaar", ENDING, LATER)
    assert opened().read() == [OpenCall(HEAD, EVENTS, "klaar", LATER, ENDING, 1)]
    journal.forget(HEAD.id)
    assert journal.read() == []


@pytest.fixture(params=["in the journal", "in the log", "after a restart"])
def finished(
    request: pytest.FixtureRequest, journal: Journal, opened: Callable[[], Journal]
) -> Journal:
    """Give the journal with a conversation that is over, and where it is."""
    end(journal, HEAD, 0, EVENTS, "klaar", ENDING, LATER)
    if request.param != "in the journal":
        journal.forget(HEAD.id)
    return opened() if request.param == "after a restart" else journal


def test_what_was_kept_already_comes_late_without_a_word(finished: Journal) -> None:
    before = finished.read()
    keep(finished, HEAD, 0, EVENTS, "klaar", LATER)
    keep(finished, HEAD, 1, EVENTS[1:], None, LATER)
    end(finished, HEAD, 2, (), "klaar", ENDING, LATER)
    end(finished, HEAD, 2, (), "klaar", replace(ENDING, ended_utc="2026-11-24T13:00"), LATER)
    assert finished.read() == before


@pytest.mark.parametrize(
    "told",
    [
        Told(HEAD, 2, (said("nog iets"),)),
        Told(HEAD, 1, (said("iets anders", "2026-11-24T13:00:00.000"),)),
        Told(HEAD, 2, (), "klaar, en nog iets"),
        Told(HEAD, 2, (), ""),
        Told(replace(HEAD, person_id="jan"), 2),
        Told(HEAD, 2, (), "klaar", replace(ENDING, outcome="terugbelafspraak")),
        Told(HEAD, 2, (), "klaar", replace(ENDING, alternative="de huisarts")),
        Told(HEAD, 2, (), "klaar", replace(ENDING, promise=PROMISE)),
        Told(HEAD, 2, (), "klaar, en nog iets", ENDING),
    ],
    ids=["event", "other", "note", "no note", "who", "outcome", "offered", "promise", "end"],
)
def test_what_is_new_of_a_conversation_that_is_over_is_told_to_be_lost(
    told: Told, finished: Journal
) -> None:
    before = finished.read()
    with pytest.raises(KnownError, match="intussen afgerond") as refused:
        finished.keep(told, LATER)
    assert "staat op dit scherm" in refused.value.advice
    assert finished.read() == before


def test_it_is_remembered_for_a_week_that_a_conversation_is_over(
    journal: Journal, clock: StandingClock
) -> None:
    end(journal, HEAD, 0, EVENTS, "klaar", ENDING, LATER)
    journal.forget(HEAD.id)
    for days, knows in ((6, True), (8, False)):
        clock.moment = NOON + timedelta(days=days)
        journal.forget("another")
        assert journal.knows(HEAD.id) == knows


def test_what_is_in_the_log_is_not_in_the_journal_any_more(
    journal: Journal, tmp_path: Path
) -> None:
    end(journal, HEAD, 0, (said("van haar man"),), "over haar been", ENDING, LATER)
    journal.forget(HEAD.id)
    journal.close()
    content = (tmp_path / JOURNAL).read_bytes()
    assert HEAD.id.encode() in content
    assert b"haar man" not in content
    assert b"haar been" not in content


def test_nothing_waits_for_the_log_but_what_is_over(journal: Journal, tmp_path: Path) -> None:
    assert not journal.is_waiting()
    assert list(tmp_path.iterdir()) == []
    keep(journal, HEAD, 0, EVENTS, "klaar", LATER)
    assert not journal.is_waiting()
    end(journal, HEAD, 2, (), "klaar", ENDING, LATER)
    assert journal.is_waiting()
    journal.forget(HEAD.id)
    assert not journal.is_waiting()


def test_what_another_window_wrote_is_not_overwritten(
    journal: Journal, opened: Callable[[], Journal]
) -> None:
    seen = keep(journal, HEAD, 0, EVENTS, "van de een", AT, seen=0)
    other = opened()
    about = replace(HEAD, reason="rekening")
    assert other.read()[0].revision == seen
    now = keep(other, about, 2, (), "van de een en de ander", LATER, seen=seen)
    for told in (
        Told(HEAD, 2, (), "van de een, en meer", seen=seen),
        Told(replace(HEAD, person_id="jan"), 2, seen=seen),
        Told(about, 2, (said("drie"),), seen=seen),
        Told(HEAD, 2, (), "van de een", ENDING, seen),
    ):
        with pytest.raises(KnownError, match="op een andere plaats") as refused:
            journal.keep(told, LATER)
        assert "niets overschreven" in refused.value.advice
    kept = OpenCall(about, EVENTS, "van de een en de ander", LATER, revision=now)
    assert journal.read() == [kept]


def test_whoever_opened_it_again_goes_on(journal: Journal, opened: Callable[[], Journal]) -> None:
    seen = keep(journal, HEAD, 0, EVENTS, "een", AT, seen=0)
    other = opened()
    keep(other, HEAD, 2, (), "een twee", LATER, seen=seen)
    again = keep(journal, HEAD, 2, (), "een twee drie", LATER, seen=journal.read()[0].revision)
    assert journal.read()[0].note == "een twee drie"
    with pytest.raises(KnownError, match="op een andere plaats"):
        keep(journal, HEAD, 2, (), "van voor het openen", LATER, seen=seen)
    with pytest.raises(KnownError, match="op een andere plaats"):
        keep(other, HEAD, 2, (), "een twee vier", LATER, seen=again - 1)


def test_a_window_need_not_wait_for_the_answer_before_it_tells_more(journal: Journal) -> None:
    """Three letters in a row are handed over before the first is kept."""
    revisions = [keep(journal, HEAD, 0, (), note, AT, seen=0) for note in ("e", "ee", "een")]
    assert journal.read()[0].note == "een"
    assert revisions == [1, 2, 3]


def test_the_same_from_two_windows_is_no_quarrel_and_gives_nobody_the_right_to_overwrite(
    journal: Journal, opened: Callable[[], Journal]
) -> None:
    seen = keep(journal, HEAD, 0, (), "een", AT, seen=0)
    keep(opened(), HEAD, 0, EVENTS[:1], "een twee", LATER, seen=seen)
    now = keep(journal, HEAD, 0, EVENTS[:1], "een twee", LATER, seen=seen)
    with pytest.raises(KnownError, match="op een andere plaats"):
        keep(journal, HEAD, 1, (), "een drie", LATER, seen=now)


def test_what_changes_nothing_is_no_revision(journal: Journal) -> None:
    seen = keep(journal, HEAD, 0, EVENTS, "notitie", AT)
    assert keep(journal, HEAD, 1, EVENTS[1:], "notitie", LATER, seen=seen) == seen


def test_what_does_not_say_what_it_saw_is_kept(
    journal: Journal, opened: Callable[[], Journal]
) -> None:
    keep(journal, HEAD, 0, EVENTS, "een", AT)
    keep(opened(), HEAD, 2, (), "twee", AT)
    keep(journal, HEAD, 2, (), "drie", AT)
    assert journal.read()[0].note == "drie"


def test_a_journal_that_was_begun_anew_takes_what_goes_on(journal: Journal) -> None:
    """The file was lost or broken: the window still has all of it, and the note is kept."""
    assert keep(journal, HEAD, 7, (), "de hele notitie", LATER, seen=12) == 13


def test_a_journal_of_the_version_before_is_taken_over(journal: Journal, tmp_path: Path) -> None:
    connection = driver.connect(tmp_path / JOURNAL)
    connection.execute(f"PRAGMA application_id = {journal_file.APPLICATION_ID}")
    for statement in journal_file._STEPS[0]:
        connection.execute(statement)
    connection.execute("PRAGMA user_version = 1")
    head = msgspec.json.encode(HEAD).decode()
    connection.executemany(
        "INSERT INTO heads (id, facts, changed_utc, logged) VALUES (?, ?, ?, ?)",
        [(HEAD.id, head, AT, 0), ("logged", "", AT, 1)],
    )
    connection.execute("INSERT INTO notes VALUES (?, 'van gisteren', ?)", (HEAD.id, AT))
    connection.close()
    assert journal.read() == [OpenCall(HEAD, (), "van gisteren", AT)]
    assert not journal.knows("logged")
    assert keep(journal, HEAD, 0, EVENTS, "van vandaag", AT, seen=0) == 1


def test_what_was_taken_out_of_a_note_is_nowhere_in_the_file(
    journal: Journal, tmp_path: Path
) -> None:
    keep(journal, HEAD, 0, (), "nummer 12345678", AT)
    keep(journal, HEAD, 0, (), "nummer .........", AT)
    journal.close()
    assert [path.name for path in tmp_path.iterdir()] == [JOURNAL]
    assert b"12345678" not in (tmp_path / JOURNAL).read_bytes()


def test_a_power_cut_loses_nothing_that_was_kept(journal: Journal, tmp_path: Path) -> None:
    keep(journal, HEAD, 0, (), "notitie", AT)
    connection = journal._connection
    assert connection is not None
    assert connection.execute("PRAGMA synchronous").fetchone()[0] == 2
    assert connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
    assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"


@pytest.mark.parametrize("content", [b"geen database" * 100, b"\0" * 5_000])
def test_a_broken_file_is_moved_aside_and_told(
    content: bytes, journal: Journal, tmp_path: Path
) -> None:
    (tmp_path / JOURNAL).write_bytes(content)
    keep(journal, HEAD, 0, EVENTS, "notitie", AT)
    assert journal.read() == [OpenCall(HEAD, EVENTS, "notitie", AT, revision=1)]
    (aside,) = tmp_path.glob("gesprekken-beschadigd-*.db")
    assert aside.read_bytes() == content
    assert aside.name in journal.notice


def _spoil(path: Path) -> None:
    spoiled = bytearray(path.read_bytes())
    spoiled[4_096:] = b"\xff" * (len(spoiled) - 4_096)
    path.write_bytes(spoiled)


def test_a_file_that_breaks_is_begun_anew(journal: Journal, tmp_path: Path) -> None:
    """What was kept lies in the file beside it; what comes is kept, and the note with it."""
    keep(journal, HEAD, 0, EVENTS[:1], "x" * 50_000, AT)
    journal.close()
    _spoil(tmp_path / JOURNAL)
    keep(journal, HEAD, 1, EVENTS[1:], "de hele notitie", LATER)
    (found,) = journal.read()
    assert (found.note, found.events) == ("de hele notitie", ())
    end(journal, HEAD, 0, EVENTS, "de hele notitie", ENDING, LATER)
    assert journal.read()[0].events == EVENTS
    assert list(tmp_path.glob("gesprekken-beschadigd-*.db"))


def test_a_file_that_breaks_while_it_is_open_is_begun_anew(
    journal: Journal, tmp_path: Path
) -> None:
    keep(journal, HEAD, 0, EVENTS, "x" * 50_000, AT)
    connection = journal._connection
    assert connection is not None
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    other = driver.connect(tmp_path / JOURNAL)
    other.execute("PRAGMA user_version = 2")  # so that the pages are read from the file again
    _spoil(tmp_path / JOURNAL)
    with pytest.raises(StoreError, match="beschadigd"):
        journal.read()
    other.close()
    keep(journal, HEAD, 0, EVENTS, "de hele notitie", LATER)
    assert journal.read() == [OpenCall(HEAD, EVENTS, "de hele notitie", LATER, revision=1)]
    assert journal.notice


def test_a_newer_file_is_left_alone(journal: Journal, tmp_path: Path) -> None:
    keep(journal, HEAD, 0, (), "notitie", AT)
    journal.close()
    connection = driver.connect(tmp_path / JOURNAL)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(StoreError, match="nieuwere Balie"):
        journal.read()
    assert [path.name for path in tmp_path.iterdir()] == [JOURNAL]


@pytest.mark.logs
def test_one_that_cannot_be_read_back_does_not_hide_the_others(
    journal: Journal, tmp_path: Path
) -> None:
    keep(journal, replace(HEAD, id="a"), 0, (), "een", AT)
    keep(journal, replace(HEAD, id="b"), 0, (), "twee", AT)
    connection = driver.connect(tmp_path / JOURNAL)
    connection.execute("UPDATE heads SET facts = '{}' WHERE id = 'a'")
    connection.close()
    assert [each.note for each in journal.read()] == ["twee"]
    connection = driver.connect(tmp_path / JOURNAL)
    assert connection.execute("SELECT text FROM notes WHERE call_id = 'a'").fetchone() == ("een",)
    connection.close()


def test_another_process_that_writes_is_noticed(journal: Journal, tmp_path: Path) -> None:
    keep(journal, HEAD, 0, (), "notitie", AT)
    assert not journal.written_elsewhere()
    script = """
import sys
from pathlib import Path
from reception_assistant.store import driver, journal_file
connection = driver.connect(Path(sys.argv[1]))
connection.execute("UPDATE notes SET text = 'elders'")
"""
    assert python(script, tmp_path / JOURNAL).code == 0
    assert journal.written_elsewhere()
    assert not journal.written_elsewhere()


def test_any_thread_may_ask(journal: Journal) -> None:
    failed: list[BaseException] = []

    def talk(number: int) -> None:
        try:
            for count in range(20):
                head = replace(HEAD, id=f"{number}")
                keep(journal, head, count, (said(str(count)),), f"{count}", AT)
                journal.read()
        except BaseException as error:  # noqa: BLE001  shown below
            failed.append(error)

    threads = [threading.Thread(target=talk, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    assert [(each.note, len(each.events)) for each in journal.read()] == [("19", 20)] * 4


def test_keeping_an_event_takes_little_of_two_seconds(journal: Journal) -> None:
    note = "woord " * 10_000
    keep(journal, HEAD, 0, (), note, AT)
    began = perf_counter()
    for count in range(20):
        keep(journal, HEAD, count, (said(str(count)),), note, AT)
    assert (perf_counter() - began) / 20 < 0.2


def test_a_disk_that_takes_no_more_is_told(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(journal, HEAD, 0, EVENTS, "notitie", AT)
    connection = journal._connection
    assert connection is not None
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(StoreError, match="schijf is vol"):
        keep(journal, HEAD, 2, (said("x" * 100_000),), "y" * 100_000, LATER)
    assert journal.read() == [OpenCall(HEAD, EVENTS, "notitie", AT, revision=1)]
