"""The pages tell the truth: their commands work, and every command, option and key is told."""

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest

from reception_assistant.cli.main import balie
from reception_assistant.settings.catalogue import CATALOGUE
from ui.actions import TABLE, key_text

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")


def _commands_told(page: str) -> list[str]:
    blocks = re.findall(r"^```\n(.*?)^```", page, re.DOTALL | re.MULTILINE)
    lines = [line for block in blocks for line in block.splitlines()]
    inline = [" ".join(found.split()) for found in re.findall(r"`(uv run [^`]+)`", page)]
    return [line for line in (*lines, *inline) if line.startswith(("uv ", "python3 "))]


def _own_commands(command: click.Command, before: str = "") -> list[str]:
    if not isinstance(command, click.Group):
        return [before]
    return [
        each
        for name, sub in command.commands.items()
        for each in _own_commands(sub, f"{before} {name}".strip())
    ]


def _subjects(command: click.Command) -> list[click.Command]:
    subs = command.commands.values() if isinstance(command, click.Group) else ()
    return [command, *(each for sub in subs for each in _subjects(sub))]


@pytest.mark.parametrize("name", _own_commands(balie))
def test_the_readme_tells_every_command(name: str) -> None:
    """A user finds every command in the README."""
    assert name in README


def test_the_readme_tells_every_option() -> None:
    """A user finds every option in the README."""
    options = {
        option
        for command in _subjects(balie)
        for parameter in command.params
        for option in parameter.opts
        if option.startswith("--")
    }
    assert not [option for option in sorted(options) if option not in README]


def test_the_readme_tells_every_key() -> None:
    """A user finds every key in the README."""
    keys = [key_text(action.id) for action in TABLE if action.shortcut]
    assert not [key for key in keys if key not in README]


def test_every_setting_explains_itself() -> None:
    """No setting is without a name and a line of help."""
    assert all(setting.label and setting.help for setting in CATALOGUE)


def test_the_readme_has_its_two_commands_on_one_line_each() -> None:
    """The two lines that a newcomer copies stand there as they are."""
    commands = _commands_told(README)
    assert "python3 -m pip install uv; python3 -m uv run reception-assistant --demo" in commands
    assert "python3 -m pip install uv; python3 -m uv run pytest" in commands


@pytest.mark.parametrize("command", _commands_told(CONTRIBUTING))
def test_the_commands_for_contributors_exist(command: str) -> None:
    """Every command of CONTRIBUTING.md names a program, a folder and a module that are there."""
    words = shlex.split(command)
    if words[0] == "uv" and words[1] == "run":
        words = words[2:]
        assert shutil.which(words[0], path=Path(sys.executable).parent) or words[0] == "python"
    for word in words[1:]:
        if word.startswith("tests/"):
            assert (ROOT / word).exists()


def test_the_map_names_every_folder_of_the_house() -> None:
    """Whoever looks for something finds its folder on the map."""
    rooms = [
        folder.name
        for half in ("reception_assistant", "ui")
        for folder in (ROOT / half).iterdir()
        if (folder / "__init__.py").exists()
    ]
    assert not [room for room in sorted(rooms) if f"{room}/`" not in CONTRIBUTING]


def test_the_readme_shows_a_picture_of_each_screen() -> None:
    """A visitor sees every screen of the rail, and no picture that nobody shows."""
    pictures = {path.name for path in (ROOT / "resources" / "pictures").iterdir()}
    assert pictures == set(re.findall(r"resources/pictures/([\w-]+\.png)", README))


@pytest.mark.parametrize("page", [README, CONTRIBUTING])
def test_no_page_points_at_a_file_that_is_gone(page: str) -> None:
    """Every file that a page names in a link or as a path is there."""
    linked = re.findall(r"\]\(([^)#:]+)\)", page)
    told = re.findall(r"`((?:tests|ui|resources|scripts_nl|reception_assistant)/[\w./-]+)`", page)
    assert not [path for path in (*linked, *told) if not (ROOT / path.rstrip("/")).exists()]


def test_the_bench_and_the_program_explain_themselves() -> None:
    """Asking for help costs nothing and ends well."""
    for module in ("tests.bench", "reception_assistant"):
        done = subprocess.run(  # noqa: S603  our own program
            [sys.executable, "-m", module, "--help"],
            cwd=ROOT,
            capture_output=True,
            check=False,
            timeout=60,
        )
        assert done.returncode == 0, done.stderr
