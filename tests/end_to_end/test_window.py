"""The window as a real process: started, started again, closed, killed, and without a screen."""

import os
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QLibraryInfo

from reception_assistant.desk import demo
from reception_assistant.desk.opening import open_desk
from reception_assistant.paths import DATABASE
from tests.helpers.process import Told, balie, started

LISTENING = "start: listening for a second start"
LONGEST = 30.0
NO_SCREEN = (
    "Balie kan geen venster openen: er is geen scherm bereikbaar, of er ontbreekt een onderdeel "
    "dat daarvoor nodig is. De agenda van vandaag ziet u met: reception-assistant today\n"
)
linux_only = pytest.mark.skipif(sys.platform != "linux", reason="screens of Linux")


@pytest.fixture(scope="module")
def demo_made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo") / "made"
    folder.mkdir()
    demo.fill(folder)
    return folder


@pytest.fixture
def data(demo_made: Path, tmp_path: Path) -> Path:
    """Give a folder with a practice, to be opened by the program itself."""
    folder = tmp_path / "data"
    folder.mkdir()
    for each in demo_made.glob(f"{DATABASE}*"):
        (folder / each.name).write_bytes(each.read_bytes())
    return folder


def log_of(folder: Path) -> list[str]:
    path = folder / "log" / "balie.log"
    return path.read_text(encoding="utf-8").splitlines() if path.exists() else []


def wait_until(true: Callable[[], bool]) -> None:
    """Wait for something in another process, which sends no signals."""
    end = time.monotonic() + LONGEST
    pause = threading.Event()
    while not true():
        assert time.monotonic() < end, "it took too long"
        pause.wait(0.02)


@contextmanager
def window(folder: Path) -> Iterator["subprocess.Popen[bytes]"]:
    """Open the window on `folder`, complete and listening; it is closed at the end."""
    process = started("--data", folder)
    try:
        wait_until(lambda: any(LISTENING in line for line in log_of(folder)))
        assert process.poll() is None
        yield process
    finally:
        process.kill()
        process.communicate()


def is_whole(folder: Path) -> bool:
    """Tell whether the database can be opened and says of itself that it is in order."""
    told = balie("doctor", data=folder)
    return told.code == 0 and "in orde" in told.out


def test_the_window_opens_step_by_step_without_a_warning(data: Path) -> None:
    with window(data):
        lines = log_of(data)
    steps = [line.partition(" ui.app: ")[2] for line in lines if " ui.app: " in line]
    assert steps[0] == "start: log"
    assert steps[-1] == LISTENING
    assert {"start: window complete", "start: crash reports", "start: words of Qt"} < set(steps)
    assert [line for line in lines if " INFO " not in line] == []


def test_the_very_first_start_opens_a_window_too(tmp_path: Path) -> None:
    folder = tmp_path / "new"
    with window(folder):
        assert (folder / DATABASE).exists()
    assert is_whole(folder)


def test_the_log_has_no_name_of_anybody(data: Path) -> None:
    with window(data):
        text = "\n".join(log_of(data))
    for name in ("Vries", "Jansen", "Sanne", "Linde", "Bakker"):
        assert name not in text


def test_a_second_start_brings_the_first_forward_and_ends(data: Path) -> None:
    with window(data) as first:
        second = balie("--data", data)
        assert (second.code, second.out, second.err) == (0, "", "")
        assert first.poll() is None


def test_another_folder_has_a_window_of_its_own(data: Path, tmp_path: Path) -> None:
    with window(data) as first, window(tmp_path / "other") as second:
        assert first.poll() is None
        assert second.poll() is None


def test_the_terminal_reads_and_writes_beside_the_window(data: Path) -> None:
    with window(data):
        told = balie("today", data=data)
        assert told.code == 0
        assert "mevrouw De Vries" in told.out
    assert is_whole(data)


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGKILL])
def test_a_window_that_is_ended_leaves_the_data_whole(data: Path, how: signal.Signals) -> None:
    with window(data) as process:
        process.send_signal(how)
        process.wait(LONGEST)
    assert is_whole(data)
    with window(data) as again:
        assert again.poll() is None


def test_the_demo_leaves_nothing_behind(tmp_path: Path) -> None:
    """Each start makes its own practice, in a folder that goes with it."""
    script = (
        "import sys\n"
        "from ui import app\n"
        "app._settle = lambda window, *_rest: window.close()\n"
        "from reception_assistant.__main__ import main\n"
        "sys.exit(main(['--demo']))\n"
    )
    told = subprocess.run(  # noqa: S603  our own lines
        [sys.executable, "-c", script],
        env={**os.environ, "TMPDIR": str(tmp_path)},
        cwd=Path(__file__).parents[2],
        capture_output=True,
        timeout=LONGEST,
        check=False,
    )
    assert told.returncode == 0, told.stderr
    assert list(tmp_path.iterdir()) == []


def test_every_screen_can_be_rendered_to_pictures(tmp_path: Path) -> None:
    told = balie("--screenshots", tmp_path / "pictures")
    assert told.code == 0, told.err
    pictures = list((tmp_path / "pictures").glob("*.png"))
    names = {
        f"{screen}-{size}-{theme}.png"
        for screen in ("balie", "persoon", "afspraak", "afgeschermd")
        for size in ("1366x768", "1024x700")
        for theme in ("light", "dark")
    }
    assert names <= {each.name for each in pictures}
    assert all(each.read_bytes().startswith(b"\x89PNG") for each in pictures)


# --- without a screen


def without_screen(tmp_path: Path, **variables: str) -> Told:
    return balie("--data", tmp_path / "data", data=None, **variables)


@linux_only
@pytest.mark.parametrize("platform", ["xcb", "wayland", "nosuchplatform", ""])
@pytest.mark.parametrize("display", ["", ":97", "nosuchhost:0"])
def test_without_a_reachable_screen_one_sentence_names_the_way_on(
    tmp_path: Path, platform: str, display: str
) -> None:
    told = without_screen(tmp_path, QT_QPA_PLATFORM=platform, DISPLAY=display, WAYLAND_DISPLAY="")
    assert (told.code, told.out, told.err) == (2, "", NO_SCREEN)


@linux_only
def test_without_a_library_that_the_screen_needs_it_says_the_same(tmp_path: Path) -> None:
    """As on a computer without libxcb-cursor: the plug-in is there, but cannot be loaded."""
    folder = tmp_path / "plugins"
    folder.mkdir()
    whole = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath), "platforms")
    plugin = (whole / "libqoffscreen.so").read_bytes()
    renamed = plugin.replace(b"offscreen", b"offscreem").replace(b"libQt6Gui.so", b"libQt6Gxx.so")
    (folder / "libqoffscreem.so").write_bytes(renamed)
    told = without_screen(
        tmp_path, QT_QPA_PLATFORM="offscreem", QT_QPA_PLATFORM_PLUGIN_PATH=str(folder)
    )
    assert (told.code, told.out, told.err) == (2, "", NO_SCREEN)


def test_without_a_screen_no_lock_stays_behind(data: Path) -> None:
    assert without_screen(data.parent, QT_QPA_PLATFORM="nosuchplatform").code == 2
    with window(data) as process:
        assert process.poll() is None


# --- data that cannot be opened


def refused(folder: Path) -> Told:
    """Start the window on data that cannot be opened."""
    told = balie("--data", folder)
    assert told.code == 1
    assert "Traceback" not in told.err
    assert told.out == ""
    assert told.err.count("\n") == 1
    return told


def test_a_newer_database_is_refused_and_left_alone(data: Path) -> None:
    path = data / DATABASE
    newer(path)
    before = path.read_bytes()
    told = refused(data)
    assert "nieuwere" in told.err
    assert path.read_bytes() == before


def newer(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        connection.execute(f"PRAGMA user_version = {version + 1000}")
    connection.close()


def test_a_database_of_another_program_is_refused_and_left_alone(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    with sqlite3.connect(folder / DATABASE) as connection:
        connection.execute("CREATE TABLE recipes (name TEXT)")
        connection.execute("INSERT INTO recipes VALUES ('soep')")
    connection.close()
    before = (folder / DATABASE).read_bytes()
    refused(folder)
    assert (folder / DATABASE).read_bytes() == before


@pytest.mark.skipif(os.name == "nt", reason="rights of files are another thing there")
def test_a_place_that_is_a_file_is_refused_with_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("in the way", encoding="utf-8")
    refused(tmp_path / "data")


def test_a_damaged_database_is_moved_aside_and_the_window_says_so(data: Path) -> None:
    """It is never deleted."""
    rubbish = b"SQLite format 3\x00" + b"rubbish " * 4096
    for each in data.glob(f"{DATABASE}*"):
        each.unlink()
    (data / DATABASE).write_bytes(rubbish)
    process = started("--data", data)
    try:
        wait_until(
            lambda: process.poll() is not None or any(LISTENING in line for line in log_of(data))
        )
    finally:
        process.kill()
        _out, err = process.communicate()
    assert b"Traceback" not in err
    kept = [each for each in data.rglob("*") if each.is_file() and rubbish in each.read_bytes()]
    assert kept
    with open_desk(data) as desk:
        assert desk.staff.everybody()
