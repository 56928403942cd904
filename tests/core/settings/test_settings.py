"""Settings: declared once, checked before they are kept, with a default that is right."""

import pytest

from reception_assistant.errors import KnownError
from reception_assistant.settings.catalogue import (
    BY_NAME,
    CATALOGUE,
    CLIENT_TERM,
    PRACTICE_NAME,
    SOBER_TREATMENTS,
    TEXT_SIZE,
    THEME,
    ZONE,
    Kind,
    Setting,
    Settings,
)
from tests.helpers.practice import Practice, open_practice


def test_every_setting_can_be_found_by_its_own_name() -> None:
    assert len(BY_NAME) == len(CATALOGUE)
    assert all(BY_NAME[setting.name] is setting for setting in CATALOGUE)


@pytest.mark.parametrize("setting", CATALOGUE, ids=lambda setting: setting.name)
def test_every_setting_is_explained_and_its_default_passes_its_own_check(setting: Setting) -> None:
    assert setting.label
    assert setting.help.endswith(".")
    assert setting.checked(setting.default) == setting.default
    assert (setting.kind in (Kind.CHOICE, Kind.YES_NO)) == bool(setting.choices)
    assert len(setting.choice_words) == (len(setting.choices) if setting.kind is Kind.CHOICE else 0)


def test_what_was_not_chosen_has_its_default() -> None:
    chosen = Settings({})
    assert chosen.get(CLIENT_TERM) == "patiënt"
    assert chosen.number(TEXT_SIZE) == 100
    assert chosen.items(SOBER_TREATMENTS) == (
        "euthanasie",
        "overlijden",
        "slecht nieuws",
        "spoed",
    )


def test_what_was_chosen_stays_after_a_restart(practice: Practice) -> None:
    practice.desk.settings.choose(PRACTICE_NAME, "  De Linde ", practice.by)
    with open_practice(practice.folder) as again:
        assert again.desk.settings.all().get(PRACTICE_NAME) == "De Linde"


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        (CLIENT_TERM, "bezoeker"),
        (CLIENT_TERM, ""),
        (THEME, "DARK"),
        (TEXT_SIZE, "99"),
        (TEXT_SIZE, "201"),
        (TEXT_SIZE, "groot"),
        (TEXT_SIZE, "1e2"),
        (TEXT_SIZE, "-100"),
        (TEXT_SIZE, "١٥٠"),
        (TEXT_SIZE, "9" * 10_000),
        (ZONE, "Europa/Amsterdam"),
        (ZONE, "../../etc/passwd"),
        (ZONE, ""),
    ],
)
def test_a_value_that_cannot_be_is_refused_with_what_can(
    setting: Setting, value: str, practice: Practice
) -> None:
    before = practice.desk.settings.all().get(setting)
    with pytest.raises(KnownError, match="kan dit niet staan") as told:
        practice.desk.settings.choose(setting, value, practice.by)
    assert told.value.advice
    assert practice.desk.settings.all().get(setting) == before


@pytest.mark.parametrize("value", ["100", "150", " 200 "])
def test_a_number_within_its_bounds_is_kept(value: str, practice: Practice) -> None:
    practice.desk.settings.choose(TEXT_SIZE, value, practice.by)
    assert practice.desk.settings.all().number(TEXT_SIZE) == int(value)
