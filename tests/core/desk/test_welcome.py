"""The first start: who is asked, and that every answer is kept once."""

from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reception_assistant.audit.entry import Action
from reception_assistant.desk.acting import By
from reception_assistant.desk.agenda import Booked
from reception_assistant.desk.people import PersonForm
from reception_assistant.desk.welcome import Answers, WelcomeDesk
from reception_assistant.errors import KnownError
from reception_assistant.naming.person import PersonName
from reception_assistant.settings.catalogue import (
    CLIENT_TERM,
    DISCIPLINE,
    PRACTICE_NAME,
    THEME,
    WELCOMED,
)
from reception_assistant.staff.employee import Role
from reception_assistant.text import fold
from tests.helpers.practice import TODAY, Practice, open_practice

HEADER = "datum;tijd;achternaam;behandelaar"
ROW = "24-11-2026;09:00;Bos;Bakker"


def welcome_of(practice: Practice) -> WelcomeDesk:
    desk = practice.desk
    return WelcomeDesk(desk.store, desk.settings, desk.staff, desk.practitioners)


@pytest.fixture
def welcome(practice: Practice) -> WelcomeDesk:
    """Give the first start of a new practice."""
    return welcome_of(practice)


def names(practice: Practice) -> list[str]:
    return [each.name for each in practice.desk.staff.everybody() if each.active]


def sees_people(practice: Practice) -> list[str]:
    return [each.name for each in practice.desk.practitioners.all()]


# --- who is asked


def test_a_new_practice_is_asked_also_after_a_restart(
    practice: Practice, welcome: WelcomeDesk
) -> None:
    assert welcome.needed()
    with open_practice(practice.folder) as again:
        assert welcome_of(again).needed()


def test_the_look_and_the_chair_do_not_make_a_practice_old(
    practice: Practice, welcome: WelcomeDesk
) -> None:
    practice.desk.settings.choose(THEME, "dark", practice.by)
    practice.desk.staff.sit_down(practice.desk.staff.at_the_desk())
    assert welcome.needed()


def test_who_was_asked_is_not_asked_again_whatever_the_answers(
    practice: Practice, welcome: WelcomeDesk
) -> None:
    welcome.done(practice.by)
    assert not welcome.needed()
    with open_practice(practice.folder) as again:
        assert not welcome_of(again).needed()


def test_who_has_a_name_is_not_asked(practice: Practice, welcome: WelcomeDesk) -> None:
    practice.desk.settings.choose(PRACTICE_NAME, "De Linde", practice.by)
    assert not welcome.needed()


def test_who_has_colleagues_is_not_asked(practice: Practice, welcome: WelcomeDesk) -> None:
    practice.desk.staff.add("Sanne", Role.RECEPTIONIST, practice.by)
    assert not welcome.needed()


def test_who_read_an_agenda_is_not_asked_also_when_it_is_gone_again(
    practice: Practice, welcome: WelcomeDesk
) -> None:
    practice.read(HEADER, ROW)
    assert not welcome.needed()
    (view,) = practice.desk.sources.all()
    practice.desk.sources.remove(view.source.id, practice.by)
    assert practice.visits() == ()
    assert not welcome.needed()


def test_who_follows_an_agenda_that_was_not_read_yet_is_not_asked(
    practice: Practice, welcome: WelcomeDesk
) -> None:
    practice.desk.sources.watch(str(practice.file(HEADER, ROW)), practice.by)
    assert not welcome.needed()


def test_who_only_wrote_somebody_down_by_hand_is_not_asked(
    practice: Practice, welcome: WelcomeDesk
) -> None:
    form = PersonForm(name=PersonName(given_name="Anna", surname="Bos"))
    person = practice.desk.people.add(form, practice.by)
    assert not welcome.needed()
    practice.desk.agenda.add(
        Booked(person_id=person, start=datetime.fromisoformat(f"{TODAY}T09:00"), minutes=10),
        practice.by,
    )
    assert not welcome.needed()


def test_half_an_answer_may_be_asked_for_again_and_is_still_there(
    practice: Practice, welcome: WelcomeDesk
) -> None:
    welcome.keep_practice("", "dierenarts", practice.by)
    welcome.keep_people("Sanne", (), ("Bakker",), practice.by)
    assert welcome.needed()
    assert welcome.answers(practice.by.employee) == Answers(
        "", "dierenarts", "Sanne", (), ("Bakker",)
    )


# --- what was answered


def test_nothing_is_filled_in_before_the_first_answer(
    practice: Practice, welcome: WelcomeDesk
) -> None:
    assert welcome.answers(practice.by.employee) == Answers()


def test_another_kind_of_practice_is_an_answer_too(
    practice: Practice, welcome: WelcomeDesk
) -> None:
    welcome.keep_practice("De Brug", "anders", practice.by)
    assert welcome.answers(practice.by.employee).discipline == "anders"


def test_practitioners_of_the_agenda_and_colleagues_are_filled_in(
    practice: Practice, welcome: WelcomeDesk
) -> None:
    practice.read(HEADER, ROW)
    sanne = practice.desk.staff.add("Sanne", Role.RECEPTIONIST, practice.by)
    gone = practice.desk.staff.add("Piet", Role.RECEPTIONIST, practice.by)
    practice.desk.staff.change(gone._replace(active=False), practice.by)
    told = welcome.answers(practice.by.employee)
    assert (told.own_name, told.colleagues, told.practitioners) == ("", ("Sanne",), ("Bakker",))
    assert welcome.answers(sanne).own_name == "Sanne"


# --- the practice


@pytest.mark.parametrize(
    ("discipline", "term"),
    [
        ("tandarts", "patiënt"),
        ("dierenarts", "baasje"),
        ("huisarts", "patiënt"),
        ("welzijn", "cliënt"),
        ("anders", "patiënt"),
    ],
)
def test_the_word_for_the_people_fits_the_discipline(
    practice: Practice, welcome: WelcomeDesk, discipline: str, term: str
) -> None:
    welcome.keep_practice("  De   Linde ", discipline, practice.by)
    chosen = practice.desk.settings.all()
    assert chosen.get(PRACTICE_NAME) == "De Linde"
    assert chosen.get(DISCIPLINE) == discipline
    assert chosen.get(CLIENT_TERM) == term


def test_the_word_follows_when_the_discipline_was_a_mistake(
    practice: Practice, welcome: WelcomeDesk
) -> None:
    welcome.keep_practice("De Linde", "dierenarts", practice.by)
    welcome.keep_practice("De Linde", "welzijn", practice.by)
    assert practice.desk.settings.all().get(CLIENT_TERM) == "cliënt"


def test_a_word_that_the_practice_chose_itself_stays(
    practice: Practice, welcome: WelcomeDesk
) -> None:
    practice.desk.settings.choose(CLIENT_TERM, "klant", practice.by)
    welcome.keep_practice("De Linde", "dierenarts", practice.by)
    assert practice.desk.settings.all().get(CLIENT_TERM) == "klant"


def test_a_skipped_discipline_stays_as_it_was(practice: Practice, welcome: WelcomeDesk) -> None:
    welcome.keep_practice("De Linde", "huisarts", practice.by)
    welcome.keep_practice("De Eik", "", practice.by)
    chosen = practice.desk.settings.all()
    assert (chosen.get(PRACTICE_NAME), chosen.get(DISCIPLINE)) == ("De Eik", "huisarts")


# --- the people


def test_the_first_employee_gets_a_name_and_colleagues_sit_at_the_desk(
    practice: Practice, welcome: WelcomeDesk
) -> None:
    me = practice.by.employee
    welcome.keep_people(" Sanne  de Wit ", ("Ayşe", "Piet"), ("Bakker", "El Amrani"), practice.by)
    everybody = {each.name: each for each in practice.desk.staff.everybody()}
    assert sorted(everybody) == ["Ayşe", "Piet", "Sanne de Wit"]
    assert everybody["Sanne de Wit"].id == me.id
    assert everybody["Sanne de Wit"].role is Role.MANAGER
    assert everybody["Piet"].role is Role.RECEPTIONIST
    assert sees_people(practice) == ["Bakker", "El Amrani"]


def test_the_same_answers_twice_change_nothing(practice: Practice, welcome: WelcomeDesk) -> None:
    said = Answers("De Linde", "tandarts", "Sanne", ("Piet",), ("Bakker",))
    welcome.keep(said, Answers(), practice.by)
    before = practice.audit()
    welcome.keep(said, said, practice.by)
    welcome.keep(said, Answers(), practice.by)
    assert practice.audit() == before


NAMES = st.lists(st.sampled_from(["Piet", "piet", " Piét ", "Ayşe", "", "  ", "Jan", "-"]))


@settings(max_examples=25, deadline=None)
@given(first=NAMES, second=NAMES, seeing=NAMES)
def test_nobody_is_ever_there_twice(
    tmp_path_factory: pytest.TempPathFactory,
    first: list[str],
    second: list[str],
    seeing: list[str],
) -> None:
    """Whatever is filled in, back and forth: every name stands there once, and none is lost."""
    with open_practice(tmp_path_factory.mktemp("answers")) as practice:
        welcome = welcome_of(practice)
        for colleagues in (first, second):
            welcome.keep_people("Sanne", colleagues, seeing, practice.by)
        here = [fold(each) for each in names(practice)]
        assert sorted(here) == sorted({"sanne", *map(fold, (*first, *second))} - {""})
        seen = [fold(each) for each in sees_people(practice)]
        assert sorted(seen) == sorted(set(map(fold, seeing)) - {""})


def test_who_is_there_already_is_left_alone(practice: Practice, welcome: WelcomeDesk) -> None:
    manager = practice.desk.staff.add("Marijke", Role.MANAGER, practice.by)
    practice.read(HEADER, ROW)
    (bakker,) = practice.desk.practitioners.all()
    practice.desk.practitioners.call(bakker, "tandarts Bakker", practice.by)
    welcome.keep_people("Sanne", ("marijke",), ("BAKKER", "Tandarts Bakker"), practice.by)
    assert names(practice) == ["Marijke", "Sanne"]
    assert manager in practice.desk.staff.everybody()
    assert sees_people(practice) == ["Bakker"]


def test_who_answers_stays_at_the_desk_also_when_a_colleague_comes_first_by_name(
    practice: Practice, welcome: WelcomeDesk
) -> None:
    me = practice.by.employee
    welcome.keep_people("Sanne", ("Ayşe",), (), practice.by)
    assert practice.desk.staff.at_the_desk().id == me.id


def test_who_was_chosen_to_sit_at_the_desk_stays_there(
    practice: Practice, welcome: WelcomeDesk
) -> None:
    me = practice.by
    ayse = practice.desk.staff.add("Ayşe", Role.RECEPTIONIST, me)
    practice.desk.staff.sit_down(ayse)
    welcome.keep_people("Sanne", ("Piet",), (), me)
    assert practice.desk.staff.at_the_desk() == ayse


def test_no_name_of_ones_own_leaves_the_old_one(practice: Practice, welcome: WelcomeDesk) -> None:
    welcome.keep_people("  ", ("Piet",), (), practice.by)
    assert names(practice) == ["Balie", "Piet"]
    assert practice.by.employee.name == "Balie"


def test_the_old_name_is_free_for_a_colleague(practice: Practice, welcome: WelcomeDesk) -> None:
    welcome.keep_people("Sanne", ("Balie",), (), practice.by)
    assert names(practice) == ["Balie", "Sanne"]


def test_the_name_of_a_colleague_cannot_be_ones_own(
    practice: Practice, welcome: WelcomeDesk
) -> None:
    practice.desk.staff.add("Sanne", Role.RECEPTIONIST, practice.by)
    with pytest.raises(KnownError, match="al iemand met deze naam"):
        welcome.keep_people("sanne", (), (), practice.by)
    assert names(practice) == ["Balie", "Sanne"]


def test_one_cannot_be_ones_own_colleague(practice: Practice, welcome: WelcomeDesk) -> None:
    with pytest.raises(KnownError, match="zelf ook bij uw collega"):
        welcome.keep_people("Sanne", ("Piet", "SANNE "), (), practice.by)
    assert names(practice) == ["Balie"]


def test_a_name_that_is_too_long_is_refused_and_the_rest_can_be_kept_after_that(
    practice: Practice, welcome: WelcomeDesk
) -> None:
    with pytest.raises(KnownError, match="60 letters"):
        welcome.keep_people("Sanne", ("Piet", "x" * 61), (), practice.by)
    with pytest.raises(KnownError, match="60 letters"):
        welcome.keep_people("Sanne", ("Piet",), ("x" * 61,), practice.by)
    welcome.keep_people("Sanne", ("Piet", "Jan"), ("Bakker",), practice.by)
    assert names(practice) == ["Jan", "Piet", "Sanne"]


def test_what_was_just_filled_in_by_mistake_can_be_taken_off_and_put_on_again(
    practice: Practice, welcome: WelcomeDesk
) -> None:
    wrong = Answers(own_name="Sanne", colleagues=("Petre", "Jan"), practitioners=("Baker",))
    right = wrong._replace(colleagues=("Petra", "Jan"), practitioners=("Bakker",))
    welcome.keep(wrong, Answers(), practice.by)
    welcome.keep(right, wrong, practice.by)
    assert names(practice) == ["Jan", "Petra", "Sanne"]
    assert sees_people(practice) == ["Bakker"]
    welcome.keep(wrong, right, practice.by)
    assert names(practice) == ["Jan", "Petre", "Sanne"]
    assert welcome.answers(practice.by.employee).colleagues == ("Jan", "Petre")


def test_what_was_changed_elsewhere_meanwhile_is_left_alone(
    practice: Practice, welcome: WelcomeDesk
) -> None:
    """The pages show what was known when they opened; only what is answered otherwise counts."""
    said = Answers("De Linde", "tandarts", "Sanne", ("Piet", "Jan"), ("Bakker",))
    welcome.keep(said, Answers(), practice.by)
    desk = practice.desk
    desk.settings.choose(PRACTICE_NAME, "De Eik", practice.by)
    everybody = {each.name: each for each in desk.staff.everybody()}
    desk.staff.change(everybody["Sanne"]._replace(name="Saar"), practice.by)
    desk.staff.change(everybody["Piet"]._replace(active=False), practice.by)
    desk.practitioners.remove(desk.practitioners.all()[0], practice.by)
    welcome.keep(said._replace(practitioners=("Bakker", "El Amrani")), said, practice.by)
    assert welcome.answers(practice.by.employee) == Answers(
        "De Eik", "tandarts", "Saar", ("Jan",), ("El Amrani",)
    )


def test_who_stands_in_the_agenda_is_never_taken_off(
    practice: Practice, welcome: WelcomeDesk
) -> None:
    practice.read(HEADER, ROW)
    welcome.keep(Answers(), welcome.answers(practice.by.employee), practice.by)
    assert sees_people(practice) == ["Bakker"]


# --- who may


def test_only_a_manager_answers_for_the_practice(practice: Practice, welcome: WelcomeDesk) -> None:
    sanne = practice.desk.staff.add("Sanne", Role.RECEPTIONIST, practice.by)
    by = By(sanne)
    for answer in (
        Answers(practice="De Linde"),
        Answers(discipline="huisarts"),
        Answers(own_name="Saar"),
        Answers(colleagues=("Piet",)),
        Answers(practitioners=("Bakker",)),
    ):
        with pytest.raises(KnownError, match="alleen een beheerder"):
            welcome.keep(answer, Answers(), by)
    assert names(practice) == ["Balie", "Sanne"]
    assert practice.desk.settings.all().get(PRACTICE_NAME) == ""


def test_a_receptionist_may_look_at_the_questions_and_skip_them(
    practice: Practice, welcome: WelcomeDesk
) -> None:
    by = By(practice.desk.staff.add("Sanne", Role.RECEPTIONIST, practice.by))
    told = welcome.answers(by.employee)
    welcome.keep(told, told, by)
    welcome.done(by)
    assert practice.desk.settings.all().yes(WELCOMED)


def test_the_end_is_written_down_once(practice: Practice, welcome: WelcomeDesk) -> None:
    for _each in range(2):
        welcome.done(practice.by)
    assert [each.detail for each in practice.audit()] == [WELCOMED.name]
    assert practice.audit()[0].action is Action.LOOK_CHANGED


def test_a_restart_finds_every_answer(practice: Practice, welcome: WelcomeDesk) -> None:
    said = Answers("De Linde", "welzijn", "Sanne", ("Piet",), ("Bakker",))
    welcome.keep(said, Answers(), practice.by)
    with open_practice(practice.folder) as again:
        assert again.desk.staff.at_the_desk().name == "Sanne"
        assert welcome_of(again).answers(again.by.employee) == said
