"""What the window may load before the agenda stands on the screen: each rule saves the start time.

The program runs as it does for a user, in a process of its own, up to its first painted agenda;
there it tells what it has loaded and stops.
"""

import json
from pathlib import Path

import pytest

from reception_assistant.desk import demo
from tests.helpers.process import python

_UP_TO_THE_FIRST_PAINT = """
import json, os, sys
from reception_assistant.__main__ import main
from ui import app
from PySide6 import QtCore, QtWidgets

def tell(window, *_rest):
    row = window.front_desk.panel.view.chosen()
    told = {
        "modules": sorted(sys.modules),
        "namespace": "Qt" in QtCore.__dict__,
        "widgets": sorted(name for name in QtWidgets.__dict__ if name[0] == "Q"),
        "rows": len(window.front_desk.panel._model.rows()),
        "chosen": row is not None,
    }
    print(json.dumps(told), flush=True)
    os._exit(0)

app._settle = tell
main(["--data", sys.argv[1]])
"""
_NOT_YET = (
    "sqlite_utils",
    "msgspec",
    "click",
    "babel",
    "numpy",
    "PySide6.QtNetwork",
    "PySide6.QtSvg",
    "PySide6.QtTest",
    "fonticon_mdi7",
    "superqt",
    "ui.front_desk.visit_card",
    "ui.front_desk.person_form",
    "ui.front_desk.appointment_form",
    "ui.theme.icons",
    "ui.widgets.banner",
    "ui.widgets.found_list",
    "reception_assistant.cli.main",
    "reception_assistant.desk.agenda",
    "reception_assistant.desk.importing",
)
_MOST_OF_OURS = 38  # with what says hard words plainly, which this day has


class Loaded:
    """What was loaded when the agenda stood on the screen."""

    def __init__(self, told: str) -> None:
        said = json.loads(told)
        self.modules: set[str] = set(said["modules"])
        self.namespace: bool = said["namespace"]
        self.widgets: set[str] = set(said["widgets"])
        self.rows: int = said["rows"]
        self.chosen: bool = said["chosen"]


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Loaded:
    folder = tmp_path_factory.mktemp("start")
    demo.fill(folder)
    return up_to_the_first_paint(folder)


def up_to_the_first_paint(folder: Path) -> Loaded:
    told = python(_UP_TO_THE_FIRST_PAINT, folder)
    assert told.code == 0, told.err
    return Loaded(told.out)


def test_the_first_painted_window_is_the_agenda_with_who_is_next(loaded: Loaded) -> None:
    assert loaded.rows == 40
    assert loaded.chosen
    assert "ui.completing" not in loaded.modules


def test_a_practice_without_anybody_in_the_agenda_gets_its_window_too(tmp_path: Path) -> None:
    """What comes after the first paint comes at the first start too, and on a day off."""
    assert up_to_the_first_paint(tmp_path).rows == 0


def test_the_namespace_of_all_enums_is_not_loaded_yet(loaded: Loaded) -> None:
    """It costs 20 ms."""
    assert not loaded.namespace


def test_no_call_hands_out_a_widget_of_unknown_kind_yet(loaded: Loaded) -> None:
    """A call that returns a QWidget or a QStyle loads all classes of widgets."""
    assert loaded.widgets & {"QCalendarWidget", "QWizard", "QDial", "QStyleFactory"} == set()


@pytest.mark.parametrize("module", _NOT_YET)
def test_what_the_first_paint_does_not_need_comes_later(loaded: Loaded, module: str) -> None:
    assert module not in loaded.modules


def test_few_modules_of_ours_are_loaded_at_first(loaded: Loaded) -> None:
    names = {name for name in loaded.modules if name.split(".")[0] == "reception_assistant"}
    ours = {name for name in names if not any(each.startswith(f"{name}.") for each in names)}
    assert len(ours) <= _MOST_OF_OURS, sorted(ours)
