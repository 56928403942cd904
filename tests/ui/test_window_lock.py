"""One window for each folder of data."""

import subprocess
import sys
from pathlib import Path

import pytest

from reception_assistant.errors import StoreError
from ui.window_lock import take_lock

_HOLD = """
import sys
from pathlib import Path
from ui.window_lock import take_lock
lock = take_lock(Path(sys.argv[1]))
print("taken" if lock else "refused", flush=True)
sys.stdin.read()
"""


def holder(folder: Path) -> "subprocess.Popen[str]":
    """Let another process take the lock, and wait until it says whether it has it."""
    return subprocess.Popen(  # noqa: S603  our own lines
        [sys.executable, "-c", _HOLD, str(folder)],
        cwd=Path(__file__).parents[2],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def first_word(process: "subprocess.Popen[str]") -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def end(process: "subprocess.Popen[str]") -> None:
    process.kill()
    process.communicate()


def test_a_second_window_is_refused_until_the_first_closes(tmp_path: Path) -> None:
    first = take_lock(tmp_path)
    assert first is not None
    assert take_lock(tmp_path) is None
    first.close()
    second = take_lock(tmp_path)
    assert second is not None
    second.close()


def test_each_folder_has_its_own_lock(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    locks = [take_lock(tmp_path / name) for name in "ab"]
    assert None not in locks
    for lock in locks:
        assert lock is not None
        lock.close()


def test_the_lock_of_a_killed_program_is_free_again(tmp_path: Path) -> None:
    process = holder(tmp_path)
    try:
        assert first_word(process) == "taken"
        assert take_lock(tmp_path) is None
    finally:
        end(process)
    lock = take_lock(tmp_path)
    assert lock is not None
    lock.close()


def test_another_process_is_refused_too(tmp_path: Path) -> None:
    lock = take_lock(tmp_path)
    assert lock is not None
    process = holder(tmp_path)
    try:
        assert first_word(process) == "refused"
    finally:
        end(process)
        lock.close()


def test_a_folder_that_cannot_be_written_is_told_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="niets verloren"):
        take_lock(tmp_path / "is er niet")
