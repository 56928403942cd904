"""Every theme has every role, and whatever meets on screen has contrast enough."""

import tomllib
from pathlib import Path

import pytest

from reception_assistant.errors import BugError
from reception_assistant.paths import resources
from ui.theme.colors import HIGH_CONTRAST, ROLES, THEMES, read_theme, shipped_theme
from ui.theme.contrast import PAIRS, TEXT, Pair, contrast


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: f"{pair.front}-on-{pair.back}")
def test_contrast(name: str, pair: Pair) -> None:
    theme = shipped_theme(name)
    assert contrast(theme[pair.front], theme[pair.back]) >= pair.least


def test_high_contrast_is_high() -> None:
    theme = shipped_theme(HIGH_CONTRAST)
    assert all(contrast(theme[p.front], theme[p.back]) >= 7 for p in PAIRS if p.least == TEXT)


def test_contrast_as_wcag_counts() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#FFFFFF", "#FFFFFF") == pytest.approx(1)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.005)


@pytest.mark.parametrize("name", THEMES)
def test_our_reader_reads_what_toml_says(name: str) -> None:
    path = resources("theme", f"{name}.toml")
    read = tomllib.loads(path.read_text(encoding="utf-8"))
    theme = read_theme(path)
    assert {role.replace("-", "_") for role in read} == set(ROLES)
    assert {role: theme[role] for role in read} == read


def test_every_role_has_a_place_in_the_pairs_or_is_only_decoration() -> None:
    decoration = {"line", "button_border"} | {
        f"{tone}_edge" for tone in ("attention", "calm", "stop", "good")
    }
    met = {role for pair in PAIRS for role in (pair.front, pair.back)}
    assert set(ROLES) - met == decoration


def test_a_theme_with_a_hole_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bare.toml"
    path.write_text('background = "#FFFFFF"\nsky = "#0000FF"\n', encoding="utf-8")
    with pytest.raises(BugError, match="'sky'"):
        read_theme(path)


def test_a_line_that_is_no_role_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "odd.toml"
    path.write_text('background = "white"\n', encoding="utf-8")
    with pytest.raises(BugError, match="white"):
        read_theme(path)


def test_a_theme_does_not_change() -> None:
    theme = shipped_theme("light")
    with pytest.raises(AttributeError):
        theme.text = "#000000"
    with pytest.raises(BugError, match="mauve"):
        theme["mauve"]
