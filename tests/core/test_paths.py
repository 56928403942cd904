"""Where things lie."""

import sys
from pathlib import Path

import pytest

from reception_assistant import paths

ROOT = Path(__file__).parents[2]


def test_a_checkout_finds_what_ships_with_it() -> None:
    assert paths.resources("fonts", "Inter-Regular.otf").is_file()
    assert paths.scripts_nl("demo", "tandarts.csv").is_file()
    assert paths.resources() == ROOT / "resources"


def test_a_chosen_folder_goes_before_that_of_the_environment(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("RECEPTION_ASSISTANT_DATA", str(tmp_path / "environment"))
    assert paths.data_folder(str(tmp_path / "chosen")) == tmp_path / "chosen"
    assert paths.data_folder() == tmp_path / "environment"
    assert paths.data_folder("") == tmp_path / "environment"


def test_a_tilde_is_the_home_of_the_user(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    assert paths.data_folder("~/praktijk") == tmp_path / "praktijk"


@pytest.mark.parametrize(
    ("platform", "variables", "folder"),
    [
        ("linux", {}, ".local/share/balie"),
        ("linux", {"XDG_DATA_HOME": "/elders"}, "/elders/balie"),
        ("darwin", {}, "Library/Application Support/Balie"),
        ("win32", {}, "AppData/Local/Balie"),
        ("win32", {"LOCALAPPDATA": "/appdata"}, "/appdata/Balie"),
    ],
)
def test_without_a_choice_the_data_lie_where_the_system_keeps_them(
    platform: str,
    variables: dict[str, str],
    folder: str,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    for name in ("RECEPTION_ASSISTANT_DATA", "XDG_DATA_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr(sys, "platform", platform)
    assert paths.data_folder() == tmp_path / folder
