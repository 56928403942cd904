"""The journal of running conversations: at once, all or nothing, and never lost."""

import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter

import pytest
from msgspec.structs import replace

from reception_assistant.calls.call import CallHead, Ending
from reception_assistant.clock import StandingClock
from reception_assistant.errors import KnownError, StoreError
from reception_assistant.run.event import Event, Kind
from reception_assistant.run.open_call import OpenCall
from reception_assistant.store import driver
from reception_assistant.store.journal import JOURNAL, Journal
from tests.helpers.process import python

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
AT, LATER = "2026-11-24T12:00:00.000", "2026-11-24T12:00:01.000"
HEAD = CallHead(id="call", employee_id="sanne", started_utc=AT)
ENDING = Ending(outcome="niets-nodig", ended_utc=LATER, employee_id="sanne")


def said(text: str, at: str = AT) -> Event:
    return Event(kind=Kind.MISSING, at_utc=at, employee_id="sanne", text=text)


EVENTS = (said("een"), said("twee", LATER))


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Callable[[], Journal]]:
    """Give a way to open the journal, as often as the program starts."""
    journals: list[Journal] = []

    def again() -> Journal:
        journals.append(Journal(tmp_path / JOURNAL, StandingClock(NOON)))
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
    journal.keep(HEAD, 0, EVENTS[:1], "Belt over", AT)
    journal.keep(replace(HEAD, reason="rekening"), 1, EVENTS[1:], "Belt over de rekening", LATER)
    kept = OpenCall(replace(HEAD, reason="rekening"), EVENTS, "Belt over de rekening", LATER)
    assert journal.read() == opened().read() == [kept]


def test_nothing_is_made_before_something_is_kept(tmp_path: Path) -> None:
    Journal(tmp_path / JOURNAL, StandingClock(NOON)).close()
    assert list(tmp_path.iterdir()) == []


def test_the_same_once_more_changes_nothing(journal: Journal) -> None:
    for _each in range(2):
        journal.keep(HEAD, 0, EVENTS, "notitie", AT)
    journal.keep(HEAD, 1, EVENTS[1:], None, AT)
    assert journal.read() == [OpenCall(HEAD, EVENTS, "notitie", AT)]


def test_a_note_that_did_not_change_stays(journal: Journal) -> None:
    journal.keep(HEAD, 0, (), "notitie", AT)
    journal.keep(HEAD, 0, EVENTS, None, LATER)
    assert journal.read()[0].note == "notitie"
    journal.keep(HEAD, 2, (), "", LATER)
    assert journal.read()[0].note == ""


def test_what_went_on_elsewhere_is_not_overwritten(journal: Journal) -> None:
    journal.keep(HEAD, 0, EVENTS, "van de een", AT)
    other = (said("anders", "2026-11-24T13:00:00.000"), said("drie"))
    with pytest.raises(KnownError, match="op een andere plaats") as refused:
        journal.keep(HEAD, 1, other, "van de ander", LATER)
    assert "niets overschreven" in refused.value.advice
    assert journal.read() == [OpenCall(HEAD, EVENTS, "van de een", AT)]


def test_several_conversations_go_on_at_once_oldest_first(journal: Journal) -> None:
    journal.keep(replace(HEAD, id="b"), 0, EVENTS, "twee", AT)
    journal.keep(replace(HEAD, id="a"), 0, (), "een", AT)
    assert [(each.head.id, each.note) for each in journal.read()] == [("a", "een"), ("b", "twee")]


def test_what_is_over_stays_until_it_is_in_the_log(
    journal: Journal, opened: Callable[[], Journal]
) -> None:
    for _each in range(2):
        journal.end(HEAD, 0, EVENTS, "klaar", ENDING, LATER)
    assert opened().read() == [OpenCall(HEAD, EVENTS, "klaar", LATER, ENDING)]
    journal.forget(HEAD.id)
    assert journal.read() == []


def test_what_comes_late_does_not_open_it_again(journal: Journal) -> None:
    journal.end(HEAD, 0, EVENTS, "klaar", ENDING, LATER)
    journal.keep(HEAD, 1, EVENTS[1:], "klaar", LATER)
    with pytest.raises(KnownError, match="afgerond"):
        journal.keep(HEAD, 2, (said("nog iets"),), None, LATER)
    with pytest.raises(KnownError, match="afgerond"):
        journal.keep(HEAD, 2, (), "klaar, en nog iets", LATER)
    journal.forget(HEAD.id)
    journal.keep(HEAD, 0, EVENTS, "klaar", LATER)
    journal.end(HEAD, 0, EVENTS, "klaar", ENDING, LATER)
    assert journal.read() == []


def test_what_was_taken_out_of_a_note_is_nowhere_in_the_file(
    journal: Journal, tmp_path: Path
) -> None:
    journal.keep(HEAD, 0, (), "nummer 12345678", AT)
    journal.keep(HEAD, 0, (), "nummer .........", AT)
    journal.close()
    assert [path.name for path in tmp_path.iterdir()] == [JOURNAL]
    assert b"12345678" not in (tmp_path / JOURNAL).read_bytes()


def test_a_power_cut_loses_nothing_that_was_kept(journal: Journal, tmp_path: Path) -> None:
    journal.keep(HEAD, 0, (), "notitie", AT)
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
    journal.keep(HEAD, 0, EVENTS, "notitie", AT)
    assert journal.read() == [OpenCall(HEAD, EVENTS, "notitie", AT)]
    (aside,) = tmp_path.glob("gesprekken-beschadigd-*.db")
    assert aside.read_bytes() == content
    assert aside.name in journal.notice


def _spoil(path: Path) -> None:
    spoiled = bytearray(path.read_bytes())
    spoiled[4_096:] = b"\xff" * (len(spoiled) - 4_096)
    path.write_bytes(spoiled)


def test_a_file_that_breaks_is_begun_anew(journal: Journal, tmp_path: Path) -> None:
    """What was kept lies in the file beside it; what comes is kept, and the note with it."""
    journal.keep(HEAD, 0, EVENTS[:1], "x" * 50_000, AT)
    journal.close()
    _spoil(tmp_path / JOURNAL)
    journal.keep(HEAD, 1, EVENTS[1:], "de hele notitie", LATER)
    (found,) = journal.read()
    assert (found.note, found.events) == ("de hele notitie", ())
    journal.end(HEAD, 0, EVENTS, "de hele notitie", ENDING, LATER)
    assert journal.read()[0].events == EVENTS
    assert list(tmp_path.glob("gesprekken-beschadigd-*.db"))


def test_a_file_that_breaks_while_it_is_open_is_begun_anew(
    journal: Journal, tmp_path: Path
) -> None:
    journal.keep(HEAD, 0, EVENTS, "x" * 50_000, AT)
    connection = journal._connection
    assert connection is not None
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    other = driver.connect(tmp_path / JOURNAL)
    other.execute("PRAGMA user_version = 1")  # so that the pages are read from the file again
    _spoil(tmp_path / JOURNAL)
    with pytest.raises(StoreError, match="beschadigd"):
        journal.read()
    other.close()
    journal.keep(HEAD, 0, EVENTS, "de hele notitie", LATER)
    assert journal.read() == [OpenCall(HEAD, EVENTS, "de hele notitie", LATER)]
    assert journal.notice


def test_a_newer_file_is_left_alone(journal: Journal, tmp_path: Path) -> None:
    journal.keep(HEAD, 0, (), "notitie", AT)
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
    journal.keep(replace(HEAD, id="a"), 0, (), "een", AT)
    journal.keep(replace(HEAD, id="b"), 0, (), "twee", AT)
    connection = driver.connect(tmp_path / JOURNAL)
    connection.execute("UPDATE heads SET facts = '{}' WHERE id = 'a'")
    connection.close()
    assert [each.note for each in journal.read()] == ["twee"]
    connection = driver.connect(tmp_path / JOURNAL)
    assert connection.execute("SELECT text FROM notes WHERE call_id = 'a'").fetchone() == ("een",)
    connection.close()


def test_another_process_that_writes_is_noticed(journal: Journal, tmp_path: Path) -> None:
    journal.keep(HEAD, 0, (), "notitie", AT)
    assert not journal.written_elsewhere()
    script = """
import sys
from pathlib import Path
from reception_assistant.store import driver
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
                journal.keep(head, count, (said(str(count)),), f"{count}", AT)
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
    journal.keep(HEAD, 0, (), note, AT)
    began = perf_counter()
    for count in range(20):
        journal.keep(HEAD, count, (said(str(count)),), note, AT)
    assert (perf_counter() - began) / 20 < 0.2


def test_a_disk_that_takes_no_more_is_told(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal.keep(HEAD, 0, EVENTS, "notitie", AT)
    connection = journal._connection
    assert connection is not None
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(StoreError, match="schijf is vol"):
        journal.keep(HEAD, 2, (said("x" * 100_000),), "y" * 100_000, LATER)
    assert journal.read() == [OpenCall(HEAD, EVENTS, "notitie", AT)]
