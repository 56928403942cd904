"""Words: a translation may change the sentence, never what is filled in; and all can be found."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo

from reception_assistant import i18n

ROOT = Path(__file__).parents[2]
_MARKERS = {"_", "N_", "ngettext", "pgettext"}
_ENGLISH = re.compile(
    r"\b(the|this|that|not|with|from|error|should|cannot|must|you|your|and|please)\b",
    re.IGNORECASE,
)


def _install(catalogue: Catalog, folder: Path) -> None:
    place = folder / "en" / "LC_MESSAGES"
    place.mkdir(parents=True, exist_ok=True)
    with (place / "balie.mo").open("wb") as file:
        write_mo(file, catalogue)
    i18n.install("en", folder)


@pytest.fixture
def _dutch_again(tmp_path: Path) -> Iterator[None]:
    yield
    i18n.install("nl", tmp_path / "nothing here")


@pytest.mark.usefixtures("_dutch_again")
@pytest.mark.parametrize(
    ("dutch", "english", "shown"),
    [
        ("{name} is aangemeld.", "{name} has arrived.", "{name} has arrived."),
        ("Op {day} om {time}.", "At {time} on {day}.", "At {time} on {day}."),
        ("{name} is aangemeld.", "{person} has arrived.", "{name} is aangemeld."),
        ("{name} is aangemeld.", "Somebody has arrived.", "{name} is aangemeld."),
        ("{name} is aangemeld.", "{name has arrived.", "{name} is aangemeld."),
        ("{name} is aangemeld.", "{name.__class__} has arrived.", "{name} is aangemeld."),
        ("{name} is aangemeld.", "{name:d} has arrived.", "{name} is aangemeld."),
        ("Klaar.", "Done, {}.", "Klaar."),
        ("Klaar.", "Done, {name}.", "Klaar."),
    ],
)
def test_a_translation_is_taken_only_with_the_same_fields(
    dutch: str, english: str, shown: str, tmp_path: Path
) -> None:
    catalogue = Catalog(locale="en")
    catalogue.add(dutch, english)
    catalogue.add(dutch, english, context="balie")
    _install(catalogue, tmp_path)
    assert i18n._(dutch) == shown
    assert i18n.pgettext("balie", dutch) == shown


@pytest.mark.usefixtures("_dutch_again")
def test_the_form_for_one_and_for_many_is_translated(tmp_path: Path) -> None:
    catalogue = Catalog(locale="en")
    catalogue.add(("{n} regel", "{n} regels"), ("{n} line", "{n} lines"))
    _install(catalogue, tmp_path)
    assert i18n.ngettext("{n} regel", "{n} regels", 1) == "{n} line"
    assert i18n.ngettext("{n} regel", "{n} regels", 3) == "{n} lines"


@pytest.mark.usefixtures("_dutch_again")
def test_a_language_without_a_catalogue_is_dutch(tmp_path: Path) -> None:
    i18n.install("fy", tmp_path)
    assert i18n._("{name} is aangemeld.") == "{name} is aangemeld."
    assert i18n.ngettext("{n} regel", "{n} regels", 0) == "{n} regels"


def test_every_sentence_is_found_by_the_tool_that_collects_them() -> None:
    collected: set[str] = set()
    for package in ("reception_assistant", "ui"):
        for _file, _line, message, _comments, _context in extract_from_dir(
            ROOT / package, keywords={"_": None, "N_": None, "ngettext": (1, 2)}
        ):
            collected.update([message] if isinstance(message, str) else message)
    written = {text for _place, text in _literals()}
    assert written
    assert written <= collected


def test_nothing_but_whole_sentences_is_translated() -> None:
    """An f-string, a % or a sum inside _() is dropped silently by the collecting tool."""
    wrong = [
        f"{path.relative_to(ROOT)}:{call.lineno}"
        for path, call in _calls()
        for argument in _worded(call)
        if not (isinstance(argument, ast.Constant) and isinstance(argument.value, str))
        and not _names_a_declared_text(argument)
    ]
    assert wrong == []


def test_the_sentences_are_dutch() -> None:
    english = [f"{place}: {text}" for place, text in _literals() if _ENGLISH.search(_prose(text))]
    assert english == []


def test_every_dutch_sentence_can_be_filled_in() -> None:
    for place, text in _literals():
        fields = i18n.placeholders(text)
        assert all(re.fullmatch(r"\{[a-z_]+!:[^{}]*\}", field) for field in fields), place


def _prose(text: str) -> str:
    return re.sub(r"\{[^}]*\}|«[^»]*»|--\w+", "", text)


def _literals() -> Iterator[tuple[str, str]]:
    for path, call in _calls():
        for argument in _worded(call):
            if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                yield f"{path.relative_to(ROOT)}:{call.lineno}", argument.value


def _calls() -> Iterator[tuple[Path, ast.Call]]:
    for package in ("reception_assistant", "ui"):
        for path in sorted((ROOT / package).rglob("*.py")):
            if path.name == "i18n.py":
                continue
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and getattr(node.func, "id", "") in _MARKERS:
                    yield path, node


def _worded(call: ast.Call) -> list[ast.expr]:
    """Return the arguments of a marker that are sentences."""
    return call.args[:2] if getattr(call.func, "id", "") == "ngettext" else call.args[-1:]


def _names_a_declared_text(argument: ast.expr) -> bool:
    """Tell whether this is a text that was marked with N_ where it is declared."""
    return isinstance(argument, ast.Name | ast.Attribute | ast.Subscript)
