"""The borders of the house, checked by machine (design: architecture)."""

import ast
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[1]
PACKAGES = ("reception_assistant", "ui")
LATE_MARK = "# late: start"

MOST_LINES = 400
MOST_LINES_OF_MAIN_WINDOW = 300
MOST_LINES_OF_CLASS = 250
MOST_METHODS = 20
MOST_LINES_OF_FUNCTION = 50

# Every import inside a function: the module that does it, and what it imports. Only to keep the
# start short, or to reach the window from `__main__`.
LATE_IMPORTS = {
    "reception_assistant.__main__": {
        "reception_assistant",
        "reception_assistant.cli.main",
        "reception_assistant.cli.screenless",
        "reception_assistant.desk",
        "reception_assistant.desk.beginning",
        "ui.app",
        "ui.printing",
    },
    "reception_assistant.desk.after": {
        "reception_assistant.desk.ahead",
        "reception_assistant.desk.complaints",
        "reception_assistant.desk.feedback",
        "reception_assistant.desk.follow_ups",
        "reception_assistant.desk.incidents",
        "reception_assistant.desk.learning",
        "reception_assistant.desk.letters",
        "reception_assistant.desk.mandates",
        "reception_assistant.desk.overview",
        "reception_assistant.desk.standing",
    },
    "reception_assistant.paper.card": {"segno"},
    "reception_assistant.desk.opening": {
        "reception_assistant.desk.acting",
        "reception_assistant.desk.after",
        "reception_assistant.desk.agenda",
        "reception_assistant.desk.agenda_files",
        "reception_assistant.desk.ahead",
        "reception_assistant.desk.assistant",
        "reception_assistant.desk.callers",
        "reception_assistant.desk.calls",
        "reception_assistant.desk.health",
        "reception_assistant.desk.importing",
        "reception_assistant.desk.library",
        "reception_assistant.desk.people",
        "reception_assistant.desk.plain_words",
        "reception_assistant.desk.practitioners",
        "reception_assistant.desk.profiles",
        "reception_assistant.desk.settings",
        "reception_assistant.desk.sources",
        "reception_assistant.desk.staff",
        "reception_assistant.desk.standing",
        "reception_assistant.desk.watching",
        "reception_assistant.desk.welcome",
        "reception_assistant.store.journal",
    },
    "reception_assistant.desk.library": {
        "reception_assistant.desk.fitting",
        "reception_assistant.library.shipped",
    },
    "reception_assistant.complaints.working_days": {"holidays"},
    "reception_assistant.calls.phone": {"phonenumbers"},
    "reception_assistant.desk.agenda_files": {
        "reception_assistant.agenda.readers.fhir.reader",
        "reception_assistant.agenda.readers.ical.reader",
        "reception_assistant.agenda.readers.ical.signature",
        "reception_assistant.agenda.readers.tables.spreadsheet",
    },
    "reception_assistant.i18n": {"string"},
    "reception_assistant.language.short_forms": {"reception_assistant.language.treatments"},
    "reception_assistant.store.driver": {"sqlite_utils"},
    "reception_assistant.store.migrations": {"sqlite_utils"},
    "reception_assistant.store.place": {"ctypes"},
    "ui.aftercare": {"ui.complaints.work", "ui.follow_ups.work", "ui.paper.work"},
    "ui.printing": {"PySide6.QtPrintSupport"},
    "ui.app": {
        "PySide6.QtCore",
        "PySide6.QtWidgets",
        "logging",
        "reception_assistant",
        "ui.ask",
        "ui.changes",
        "ui.completing",
        "ui.crash",
        "ui.language",
        "ui.screenshots",
        "ui.single_instance",
        "ui.tasks",
    },
    "ui.first_start": {"ui.welcome.demo_process", "ui.welcome.work"},
    "ui.front_desk.day_panel": {
        "ui.front_desk.empty_day",
        "ui.front_desk.practitioner_filter",
    },
    "ui.front_desk.editing": {"ui.front_desk.appointment_form", "ui.front_desk.person_form"},
    "ui.main_window": {
        "reception_assistant.desk.settings",
        "reception_assistant.naming.term",
    },
    "ui.sources.work": {"ui.sources.assistant"},
    "ui.tasks": {"concurrent.futures"},
    "ui.telephone": {"reception_assistant.run.shown_steps", "ui.call.keys", "ui.call.work"},
    "ui.widgets.search": {"ui.widgets.found_list"},
}
# Not there on every system, so that they can stand nowhere else.
SYSTEM_IMPORTS = {"fcntl", "msvcrt"}

_COLOUR = re.compile(
    r"#[0-9a-fA-F]{3}(?:[0-9a-fA-F]{1,5})?\b|\brgba?\(|\bQt\.GlobalColor\b|\bQColor\((?=[^)\s])"
)
_TOO_VAGUE = {"utils", "util", "helpers", "helper", "misc", "common", "tools", "mixed", "stuff"}


class Module(NamedTuple):
    """A module of ours, read and parsed."""

    path: Path
    name: str
    text: str
    tree: ast.Module

    @property
    def lines(self) -> list[str]:
        """The lines of its text."""
        return self.text.splitlines()

    def at(self, node: ast.AST) -> str:
        """Return where `node` stands."""
        return f"{self.path.relative_to(ROOT)}:{getattr(node, 'lineno', 0)}"


def _modules(*folders: str) -> Iterator[Module]:
    for folder in folders:
        for path in sorted((ROOT / folder).rglob("*.py")):
            text = path.read_text(encoding="utf-8")
            parts = path.relative_to(ROOT).with_suffix("").parts
            name = ".".join(part for part in parts if part != "__init__")
            yield Module(path, name, text, ast.parse(text))


OURS = list(_modules(*PACKAGES))
TESTS = list(_modules("tests"))
WINDOW = [module for module in OURS if module.name.split(".")[0] == "ui"]
LOOKS_LIKE_LOOKS = "ui.theme"


def test_no_module_grows_beyond_its_cap() -> None:
    too_long = [
        f"{module.name}: {len(module.lines)}"
        for module in OURS
        if len(module.lines)
        > (MOST_LINES_OF_MAIN_WINDOW if module.name == "ui.main_window" else MOST_LINES)
    ]
    assert too_long == []


def test_no_class_grows_beyond_its_cap() -> None:
    too_large = []
    for module in OURS:
        for node in ast.walk(module.tree):
            if not isinstance(node, ast.ClassDef):
                continue
            methods = [
                each.name
                for each in node.body
                if isinstance(each, ast.FunctionDef) and not each.name.startswith("_")
            ]
            if _length(node) > MOST_LINES_OF_CLASS or len(methods) > MOST_METHODS:
                too_large.append(f"{module.at(node)} {node.name}: {_length(node)}, {len(methods)}")
    assert too_large == []


def test_no_function_grows_beyond_its_cap() -> None:
    too_long = [
        f"{module.at(node)} {node.name}: {_length(node)}"
        for module in OURS
        for node in ast.walk(module.tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and _length(node) > MOST_LINES_OF_FUNCTION
    ]
    assert too_long == []


def _length(node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) -> int:
    first = min([node.lineno, *(each.lineno for each in node.decorator_list)])
    return (node.end_lineno or first) - first + 1


def test_colours_and_style_sheets_come_from_the_theme() -> None:
    found = []
    for module in WINDOW:
        if module.name.startswith(LOOKS_LIKE_LOOKS):
            continue
        for number, line in _code(module):
            if _COLOUR.search(line) or "setStyleSheet" in line:
                found.append(f"{module.path.relative_to(ROOT)}:{number}: {line.strip()}")
    assert found == []


@pytest.mark.parametrize("word", ["processEvents", "moveToThread"])
def test_the_window_never_turns_its_own_loop(word: str) -> None:
    found = [
        f"{module.path.relative_to(ROOT)}:{number}"
        for module in WINDOW
        for number, line in _code(module)
        if word in line
    ]
    assert found == []


def test_questions_are_asked_in_one_place() -> None:
    found = [
        module.at(node)
        for module in OURS
        if module.name != "ui.ask"
        for node in ast.walk(module.tree)
        if _mentions(node, "QMessageBox")
    ]
    assert found == []


def test_no_test_waits_by_the_clock() -> None:
    found = [
        module.at(node)
        for module in TESTS
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Attribute)
        and node.attr in {"wait", "sleep"}
        and isinstance(node.value, ast.Name)
        and node.value.id in {"qtbot", "QTest", "time"}
    ]
    assert [place for place in found if not place.startswith("tests/bench/")] == []


def _mentions(node: ast.AST, name: str) -> bool:
    if isinstance(node, ast.ImportFrom | ast.Import):
        return any(each.name == name for each in node.names)
    return (isinstance(node, ast.Name) and node.id == name) or (
        isinstance(node, ast.Attribute) and node.attr == name
    )


def _code(module: Module) -> Iterator[tuple[int, str]]:
    """Give the lines with code: no comments, no docstrings."""
    told: set[int] = set()
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            told.update(range(node.lineno, (node.end_lineno or node.lineno) + 1))
    for number, line in enumerate(module.lines, 1):
        bare = line.split("  # ")[0]
        if number not in told and not bare.lstrip().startswith("#"):
            yield number, bare


class _Late(NamedTuple):
    """An import inside a function."""

    place: str
    importing: str
    imported: str
    line: str


def _late_imports() -> list[_Late]:
    found = []
    for module in OURS:
        at_top = set(_at_top(module.tree))
        for node in ast.walk(module.tree):
            if isinstance(node, ast.Import | ast.ImportFrom) and node not in at_top:
                names = (
                    [node.module or ""]
                    if isinstance(node, ast.ImportFrom)
                    else [each.name for each in node.names]
                )
                line = module.lines[node.lineno - 1]
                found += [_Late(module.at(node), module.name, name, line) for name in names]
    return found


def _at_top(tree: ast.Module) -> Iterator[ast.stmt]:
    """Give the statements of a module itself, also those under `if TYPE_CHECKING` and `try`."""
    rest: list[ast.stmt] = list(tree.body)
    while rest:
        node = rest.pop()
        yield node
        if isinstance(node, ast.If | ast.Try | ast.With):
            rest += [each for each in ast.iter_child_nodes(node) if isinstance(each, ast.stmt)]


def test_imports_inside_a_function_say_why() -> None:
    silent = [
        late.place
        for late in _late_imports()
        if late.imported not in SYSTEM_IMPORTS
        and (LATE_MARK not in late.line or "noqa: PLC0415" not in late.line)
    ]
    assert silent == []


def test_imports_inside_a_function_are_in_the_list_above() -> None:
    found: dict[str, set[str]] = {}
    for late in _late_imports():
        if late.imported not in SYSTEM_IMPORTS:
            found.setdefault(late.importing, set()).add(late.imported)
    assert found == LATE_IMPORTS


def test_the_window_is_reached_from_one_place() -> None:
    reaching = {
        module.name
        for module in OURS
        if module.name.startswith("reception_assistant")
        for node in ast.walk(module.tree)
        for name in _imported(node)
        if name.split(".")[0] == "ui"
    }
    assert reaching <= {"reception_assistant.__main__"}


def test_the_core_never_imports_qt() -> None:
    importing = {
        module.at(node)
        for module in OURS
        if module.name.startswith("reception_assistant")
        for node in ast.walk(module.tree)
        for name in _imported(node)
        if name.split(".")[0] in {"PySide6", "shiboken6", "PyQt6"}
    }
    assert importing == set()


def _imported(node: ast.AST) -> list[str]:
    if isinstance(node, ast.ImportFrom):
        return [node.module or ""]
    return [each.name for each in node.names] if isinstance(node, ast.Import) else []


def test_modules_are_named_after_their_subject() -> None:
    vague = [module.name for module in OURS if _TOO_VAGUE & set(module.name.split("."))]
    assert vague == []


@pytest.mark.slow
def test_the_contracts_between_the_layers_hold_when_linted_from_scratch(tmp_path: Path) -> None:
    assert _lint("--no-cache") == ""


def test_the_contracts_between_the_layers_hold() -> None:
    assert _lint() == ""


def _lint(*arguments: str) -> str:
    """Return what import-linter has to say; empty when all is well."""
    command = shutil.which("lint-imports", path=str(Path(sys.executable).parent))
    assert command, "import-linter is not installed"
    told = subprocess.run(  # noqa: S603  our own tool
        [command, *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )
    return "" if told.returncode == 0 else told.stdout + told.stderr
