"""Settings: declared once, checked before they are kept, with a default that is right."""

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reception_assistant.changes import Change, Changed
from reception_assistant.complaints.reading import shipped_regimes
from reception_assistant.desk.acting import By
from reception_assistant.errors import KnownError
from reception_assistant.settings.catalogue import (
    AT_THE_DESK,
    BIRTHDAY,
    BY_NAME,
    CALLS_FROM,
    CALLS_UNTIL,
    CATALOGUE,
    CLIENT_TERM,
    COMPLAINT_RULE,
    NO,
    OWN_WORDS,
    PRACTICE_NAME,
    SOBER_TREATMENTS,
    TEXT_SIZE,
    THEME,
    WAITING_MINUTES,
    WELCOMED,
    YES,
    ZONE,
    Group,
    Kind,
    Setting,
    Settings,
    filled_lines,
    of_group,
    pair_of,
)
from reception_assistant.staff.employee import Role
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


def test_a_name_is_one_line_of_a_size_that_fits() -> None:
    assert PRACTICE_NAME.checked("  De\n Linde ") == "De Linde"
    with pytest.raises(KnownError, match="120 letters"):
        PRACTICE_NAME.checked("x" * 121)


def test_what_was_not_chosen_has_its_default() -> None:
    chosen = Settings({})
    assert chosen.get(CLIENT_TERM) == "patiënt"
    assert chosen.number(TEXT_SIZE) == 100
    assert chosen.items(SOBER_TREATMENTS) == (
        *("euthanasie", "inslapen", "overlijden", "overleden", "slecht nieuws"),
        *("slechtnieuws", "palliatief", "crematie", "spoed"),
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
        (BIRTHDAY, "yes"),
        (BIRTHDAY, "Ja"),
        (BIRTHDAY, ""),
        (WAITING_MINUTES, "4"),
        (WAITING_MINUTES, "121"),
        (WAITING_MINUTES, ""),
        (CALLS_FROM, ""),
        (CALLS_FROM, "5.59"),
        (CALLS_FROM, "13.01"),
        (CALLS_UNTIL, "13.59"),
        (CALLS_UNTIL, "25"),
        (CALLS_UNTIL, "17.60"),
        (CALLS_UNTIL, "vijf uur"),
        (OWN_WORDS, "alleen een vakwoord"),
        (OWN_WORDS, "C-afspraak ="),
        (OWN_WORDS, "= controle"),
        (OWN_WORDS, "C-afspraak = controle\nen dan dit"),
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


@pytest.mark.parametrize("typed", ["8.30", "8:30", "08:30", "830", " 8.30 uur "])
def test_a_time_is_kept_however_it_is_typed(typed: str, practice: Practice) -> None:
    practice.desk.settings.choose(CALLS_FROM, typed, practice.by)
    assert practice.desk.settings.all().time(CALLS_FROM) == time(8, 30)


def test_a_practice_calls_from_a_time_that_lies_before_the_last() -> None:
    assert CALLS_FROM.highest < CALLS_UNTIL.lowest


def test_each_rule_for_complaints_can_be_chosen_under_its_own_name() -> None:
    offered = dict(zip(COMPLAINT_RULE.choices, COMPLAINT_RULE.choice_words, strict=True))
    rules = {each.id: each.label for each in shipped_regimes()}
    assert {COMPLAINT_RULE.default: "Die bij uw soort praktijk hoort", **rules} == offered


def test_every_setting_is_on_the_page_of_its_subject_and_on_no_other() -> None:
    pages = [setting for group in Group for setting in of_group(group)]
    assert sorted(pages) == sorted(CATALOGUE)
    assert {AT_THE_DESK, WELCOMED} <= set(of_group(Group.KEPT))


def test_yes_and_no_are_kept_as_such(practice: Practice) -> None:
    assert not practice.desk.settings.all().yes(BIRTHDAY)
    practice.desk.settings.choose(BIRTHDAY, f" {YES} ", practice.by)
    assert practice.desk.settings.all().yes(BIRTHDAY)
    practice.desk.settings.choose(BIRTHDAY, NO, practice.by)
    assert not practice.desk.settings.all().yes(BIRTHDAY)


def test_a_list_has_an_item_on_each_line(practice: Practice) -> None:
    practice.desk.settings.choose(SOBER_TREATMENTS, " spoed\n\n  slecht nieuws \n", practice.by)
    assert practice.desk.settings.all().items(SOBER_TREATMENTS) == ("spoed", "slecht nieuws")
    practice.desk.settings.choose(SOBER_TREATMENTS, "", practice.by)
    assert practice.desk.settings.all().items(SOBER_TREATMENTS) == ()


def test_own_words_have_a_pair_on_each_line(practice: Practice) -> None:
    lines = "C-afspraak=controle\n\n  E = mc = kwadraat  "
    practice.desk.settings.choose(OWN_WORDS, lines, practice.by)
    assert practice.desk.settings.all().pairs(OWN_WORDS) == (
        ("C-afspraak", "controle"),
        ("E", "mc = kwadraat"),
    )


@given(st.integers())
def test_a_number_is_taken_within_its_bounds_and_refused_beyond(number: int) -> None:
    if WAITING_MINUTES.lowest <= number <= WAITING_MINUTES.highest:
        assert WAITING_MINUTES.checked(str(number)) == str(number)
        return
    with pytest.raises(KnownError, match="van 5 tot 120"):
        WAITING_MINUTES.checked(str(number))


_words = st.text(st.characters(exclude_categories=("Cc", "Zl", "Zp", "Cs"))).filter(
    lambda text: text.strip() and len(text.splitlines()) == 1
)


@given(st.lists(st.tuples(_words.filter(lambda word: "=" not in word), _words), max_size=5))
def test_pairs_come_back_as_they_were_written(pairs: list[tuple[str, str]]) -> None:
    text = "\n".join(f"{term} = {plain}" for term, plain in pairs)
    kept = Settings({OWN_WORDS.name: OWN_WORDS.checked(text)})
    assert kept.pairs(OWN_WORDS) == tuple((term.strip(), plain.strip()) for term, plain in pairs)


@given(st.text())
def test_any_text_is_read_as_lines_and_pairs_without_trouble(text: str) -> None:
    assert all(line == line.strip() != "" for line in filled_lines(text))
    for line in filled_lines(text):
        pair = pair_of(line)
        assert pair is None or all(pair)


@pytest.mark.parametrize("setting", CATALOGUE, ids=lambda setting: setting.name)
def test_who_may_change_it_is_told_by_the_catalogue(setting: Setting, practice: Practice) -> None:
    sanne = By(practice.desk.staff.add("Sanne", Role.RECEPTIONIST, practice.by))
    before = practice.desk.settings.all().get(setting)
    if setting.anybody:
        practice.desk.settings.choose(setting, setting.default, sanne)
        return
    with pytest.raises(KnownError, match="alleen een beheerder"):
        practice.desk.settings.choose(setting, setting.default, sanne)
    assert practice.desk.settings.all().get(setting) == before


def test_a_change_is_told_and_written_down_without_what_was_chosen(practice: Practice) -> None:
    heard: list[Change] = []
    practice.desk.changes.listen(heard.append)
    practice.desk.settings.choose(PRACTICE_NAME, "De Linde", practice.by)
    assert [change.what for change in heard] == [Changed.SETTINGS]
    assert practice.audit()[-1].detail == PRACTICE_NAME.name
