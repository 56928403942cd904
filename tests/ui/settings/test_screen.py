"""Instellingen: every setting on a page, kept as soon as it is changed, never lost."""

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from reception_assistant.clock import StandingClock
from reception_assistant.desk.opening import Desk
from reception_assistant.settings.catalogue import (
    AHEAD_WEEKS,
    BIRTHDAY,
    CATALOGUE,
    CLIENT_TERM,
    DISCIPLINE,
    LATE_MINUTES,
    OWN_WORDS,
    PLAIN_TREATMENTS,
    PRACTICE_NAME,
    SOBER_TREATMENTS,
    TEXT_SIZE,
    THEME,
    WAITING_MINUTES,
    ZONE,
    Group,
    Setting,
)
from reception_assistant.store.staff import save_setting
from tests.helpers.window import press, texts, write
from tests.ui.settings.conftest import AGENDA, OpenSettings, open_settings, show
from tests.ui.test_freed import is_freed
from ui.settings.choice_entries import ZoneEntry
from ui.settings.field import SettingField
from ui.settings.screen import SettingsScreen, Subject
from ui.tasks import InlineRunner, Runners, ThreadRunner
from ui.theme.colors import DARK, LIGHT
from ui.widgets.long_words import whole

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ON_A_PAGE = [setting for setting in CATALOGUE if setting.group is not Group.KEPT]


def refill(text: str) -> None:
    """Type `text` over what stands in the field."""
    press(Qt.Key.Key_A, CONTROL)
    write(text)


def turn_wheel(entry: QWidget) -> None:
    """Turn the wheel over a field."""
    place, inverted = QPointF(entry.rect().center()), False
    turn = QWheelEvent(
        place,
        place,
        QPoint(),
        QPoint(0, -240),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        inverted,
    )
    QApplication.sendEvent(entry, turn)


# --- every setting


@pytest.mark.parametrize("setting", ON_A_PAGE, ids=lambda setting: setting.name)
def test_each_setting_has_one_field_with_its_name_and_what_it_means(
    settings: OpenSettings, setting: Setting
) -> None:
    field = settings.to(setting)
    settings.settle()
    assert field.isVisible()
    assert field.entry.accessibleName() == setting.label
    shown = texts(field)
    assert setting.label in shown
    assert setting.help in shown
    everything: list[QWidget] = settings.screen.findChildren(QWidget)
    assert [each for each in everything if each.accessibleName() == setting.label] == [field.entry]


@pytest.mark.parametrize("setting", ON_A_PAGE, ids=lambda setting: setting.name)
def test_each_field_shows_what_is_chosen_and_looking_changes_nothing(
    settings: OpenSettings, setting: Setting
) -> None:
    before = settings.audit()
    field = settings.to(setting)
    assert field.entry.filled().strip() == settings.chosen(setting)
    press(Qt.Key.Key_Tab)
    settings.screen.settle()
    assert settings.audit() == before
    assert settings.news == ""


@pytest.mark.parametrize(
    ("setting", "kept"),
    [
        (SOBER_TREATMENTS, "spoed\r\n\r\n slecht nieuws"),
        (OWN_WORDS, "C = controle\x0bMH = mondhygiëne"),
    ],
)
def test_what_came_from_elsewhere_is_not_tidied_by_looking(
    settings: OpenSettings, setting: Setting, kept: str
) -> None:
    settings.choose(setting, kept)
    settings.to(setting)
    press(Qt.Key.Key_Tab)
    settings.work.open_page(Subject.LOOK)
    assert settings.chosen(setting) == kept
    assert settings.news == ""


def test_a_choice_that_this_version_does_not_know_is_left_alone(settings: OpenSettings) -> None:
    with settings.desk.store.writing() as db:
        save_setting(db.conn, DISCIPLINE.name, "ziekenhuis")
    settings.work.reload()
    settings.to(DISCIPLINE)
    press(Qt.Key.Key_Tab)
    settings.work.open_page(Subject.LOOK)
    assert settings.chosen(DISCIPLINE) == "ziekenhuis"
    assert settings.news == ""


def test_what_balie_keeps_for_itself_is_on_no_page(settings: OpenSettings) -> None:
    for subject in Subject:
        settings.work.open_page(subject)
    fields: list[SettingField] = settings.screen.findChildren(SettingField)
    assert sorted(field.setting for field in fields) == sorted(ON_A_PAGE)


# --- walking


def test_arrows_walk_the_pages_and_tab_goes_into_one(settings: OpenSettings) -> None:
    assert settings.subject() is Subject.PRACTICE
    assert "Naam van de praktijk" in texts(settings.screen)
    press(Qt.Key.Key_Down)
    assert settings.subject() is Subject.STAFF
    press(Qt.Key.Key_Down)
    assert settings.subject() is Subject.GREETING
    assert "Naam van de praktijk" not in texts(settings.screen)
    press(Qt.Key.Key_Tab)
    assert settings.field(SOBER_TREATMENTS).entry.hasFocus()
    press(Qt.Key.Key_Tab)
    assert settings.field(BIRTHDAY).entry.hasFocus()


def test_a_long_page_is_scrolled_from_the_list(settings: OpenSettings) -> None:
    settings.window.resize(1000, 300)
    settings.settle()
    (page,) = settings.screen.pages()
    press(Qt.Key.Key_PageDown)
    assert page.verticalScrollBar().value() > 0
    press(Qt.Key.Key_PageUp)
    assert page.verticalScrollBar().value() == 0
    assert settings.subject() is Subject.PRACTICE


def test_escape_leaves_the_field_and_then_the_screen(settings: OpenSettings, qtbot: QtBot) -> None:
    for setting in (PRACTICE_NAME, CLIENT_TERM, ZONE, SOBER_TREATMENTS, WAITING_MINUTES):
        settings.to(setting)
        with qtbot.assertNotEmitted(settings.work.left):
            press(Qt.Key.Key_Escape)
        assert settings.screen.list.hasFocus()
        with qtbot.waitSignal(settings.work.left):
            press(Qt.Key.Key_Escape)


@pytest.mark.parametrize("subject", [Group.WORDS, Subject.WORDS, "words"])
def test_another_screen_can_lead_to_a_page(settings: OpenSettings, subject: str) -> None:
    settings.work.open_page(subject)
    assert settings.subject() is Subject.WORDS
    assert settings.field(OWN_WORDS).isVisible()
    assert settings.field(PLAIN_TREATMENTS).entry.hasFocus()


def test_the_page_about_the_agenda_is_the_one_handed_in(
    settings: OpenSettings, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(settings.work.agenda_opened):
        settings.work.open_page(Subject.AGENDA)
    assert AGENDA in texts(settings.screen)
    with qtbot.waitSignal(settings.work.agenda_opened):
        settings.work.show_yourself()


def test_the_page_about_the_agenda_takes_the_keys_only_from_who_was_led_there(
    settings: OpenSettings,
) -> None:
    settings.agenda.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    settings.work.agenda_opened.connect(settings.agenda.setFocus)
    press(Qt.Key.Key_Down, times=6)
    assert settings.subject() is Subject.AGENDA
    assert settings.screen.list.hasFocus()
    press(Qt.Key.Key_Down)
    assert settings.subject() is Subject.LOOK
    settings.work.open_page(Subject.AGENDA)
    assert settings.agenda.hasFocus()
    settings.work.show_yourself()
    assert settings.screen.list.hasFocus()


# --- keeping


def test_a_text_is_kept_at_enter_and_told(settings: OpenSettings) -> None:
    settings.to(PRACTICE_NAME)
    refill("De Linde")
    assert settings.chosen(PRACTICE_NAME) != "De Linde"
    press(Qt.Key.Key_Return)
    assert settings.chosen(PRACTICE_NAME) == "De Linde"
    assert settings.news == "Bewaard: Naam van de praktijk."


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Escape])
def test_a_text_is_kept_when_its_field_is_left(settings: OpenSettings, key: Qt.Key) -> None:
    before = len(settings.audit())
    field = settings.to(PRACTICE_NAME)
    refill("  De Linde ")
    press(key)
    settings.settle()
    assert settings.chosen(PRACTICE_NAME) == "De Linde"
    assert field.entry.filled() == "De Linde"
    assert len(settings.audit()) == before + 1


def test_a_text_is_kept_when_another_page_or_screen_is_opened(settings: OpenSettings) -> None:
    settings.to(PRACTICE_NAME)
    refill("De Linde")
    settings.work.open_page(Subject.LOOK)
    assert settings.chosen(PRACTICE_NAME) == "De Linde"
    settings.to(PRACTICE_NAME)
    refill("De Eik")
    settings.screen.hide()
    assert settings.chosen(PRACTICE_NAME) == "De Eik"


def test_a_text_is_kept_when_the_window_closes(settings: OpenSettings) -> None:
    settings.to(PRACTICE_NAME)
    refill("De Linde")
    settings.window.close()
    assert settings.chosen(PRACTICE_NAME) == "De Linde"


def test_a_choice_is_kept_when_it_is_made(settings: OpenSettings) -> None:
    settings.choose(DISCIPLINE, "tandarts")
    settings.to(DISCIPLINE)
    press(Qt.Key.Key_Down)
    assert settings.chosen(DISCIPLINE) == "dierenarts"
    assert settings.news == "Bewaard: Soort praktijk."


def test_a_box_is_kept_when_it_is_ticked(settings: OpenSettings) -> None:
    settings.choose(PLAIN_TREATMENTS, "nee")
    settings.to(PLAIN_TREATMENTS)
    press(Qt.Key.Key_Space)
    assert settings.chosen(PLAIN_TREATMENTS) == "ja"
    press(Qt.Key.Key_Space)
    assert settings.chosen(PLAIN_TREATMENTS) == "nee"


def test_a_typed_number_is_kept_when_its_field_is_left(settings: OpenSettings) -> None:
    settings.to(WAITING_MINUTES)
    refill("25")
    press(Qt.Key.Key_Tab)
    assert settings.chosen(WAITING_MINUTES) == "25"


def test_arrows_keep_a_number_once_they_rest_and_stay_within_its_bounds(
    settings: OpenSettings, qtbot: QtBot
) -> None:
    field = settings.to(LATE_MINUTES)
    before = len(settings.audit())
    press(Qt.Key.Key_Up, times=2)
    assert field.entry.filled() == "20"
    assert settings.chosen(LATE_MINUTES) == "10"
    qtbot.waitUntil(lambda: settings.chosen(LATE_MINUTES) == "20")
    assert len(settings.audit()) == before + 1
    press(Qt.Key.Key_Up, times=30)
    assert field.entry.filled() == "60"
    press(Qt.Key.Key_Down, times=30)
    press(Qt.Key.Key_Return)
    assert settings.chosen(LATE_MINUTES) == "5"


def test_a_list_has_one_thing_on_each_line_and_is_kept_with_control_enter(
    settings: OpenSettings,
) -> None:
    field = settings.to(SOBER_TREATMENTS)
    refill("euthanasie")
    press(Qt.Key.Key_Return)
    write("afscheid")
    press(Qt.Key.Key_Return, CONTROL)
    assert settings.desk.settings.all().items(SOBER_TREATMENTS) == ("euthanasie", "afscheid")
    assert field.entry.hasFocus()
    press(Qt.Key.Key_Tab)
    assert not field.entry.hasFocus()


def test_own_words_are_pairs_of_a_term_and_plain_words(settings: OpenSettings) -> None:
    settings.to(OWN_WORDS)
    write("C-afspraak = controle")
    press(Qt.Key.Key_Tab, SHIFT)
    pairs = settings.desk.settings.all().pairs(OWN_WORDS)
    assert pairs == (("C-afspraak", "controle"),)


def test_a_list_grows_with_its_lines(settings: OpenSettings) -> None:
    field = settings.to(SOBER_TREATMENTS)
    settings.settle()
    field.entry.fill("regel")
    settings.settle()
    before = field.entry.height()
    field.entry.fill("\n".join(["regel"] * 8))
    settings.settle()
    assert field.entry.height() > before


def test_a_time_zone_is_chosen_with_those_of_europe_first(settings: OpenSettings) -> None:
    entry = settings.to(ZONE).entry
    assert isinstance(entry, ZoneEntry)
    offered = [entry.itemText(at) for at in range(entry.count())]
    assert offered[0].startswith("Europe/")
    assert {"Europe/Amsterdam", "Europe/Brussels", "America/Curacao"} < set(offered)
    assert all(ZONE.checked(zone) == zone for zone in offered)
    press(Qt.Key.Key_Down)
    assert settings.chosen(ZONE) == offered[offered.index("Europe/Amsterdam") + 1]


def test_a_time_zone_is_typed(settings: OpenSettings) -> None:
    settings.to(ZONE)
    refill("Europe/Brussels")
    press(Qt.Key.Key_Return)
    assert settings.chosen(ZONE) == "Europe/Brussels"


# --- taking back


def test_every_change_can_be_undone(settings: OpenSettings) -> None:
    before = settings.chosen(PRACTICE_NAME)
    field = settings.to(PRACTICE_NAME)
    refill("De Linde")
    press(Qt.Key.Key_Return)
    settings.undo()
    assert settings.chosen(PRACTICE_NAME) == before
    assert field.entry.filled() == before
    assert settings.news == "Teruggezet: Naam van de praktijk."


def test_undo_does_not_overwrite_what_somebody_else_chose_since(settings: OpenSettings) -> None:
    settings.to(PRACTICE_NAME)
    refill("De Linde")
    press(Qt.Key.Key_Return)
    settings.choose(PRACTICE_NAME, "De Eik")
    settings.undo()
    assert settings.chosen(PRACTICE_NAME) == "De Eik"
    assert "intussen weer veranderd" in settings.news


# --- what cannot be


@pytest.mark.parametrize(
    ("setting", "typed", "advice"),
    [
        (WAITING_MINUTES, "500", "van 5 tot 120"),
        (AHEAD_WEEKS, "0", "van 1 tot 52"),
        (OWN_WORDS, "alleen een vakwoord", "vakwoord = gewone taal"),
        (ZONE, "Europa/Amsterdam", "Europe/Amsterdam"),
        (TEXT_SIZE, "900", "van 100 tot 200"),
    ],
)
def test_what_cannot_be_stays_in_the_field_with_what_to_do_beneath_it(
    settings: OpenSettings, setting: Setting, typed: str, advice: str
) -> None:
    before = settings.chosen(setting)
    field = settings.to(setting)
    refill(typed)
    press(Qt.Key.Key_Tab)
    settings.settle()
    assert settings.chosen(setting) == before
    assert field.entry.filled() == typed
    assert field.entry.property("wrong") == "true"
    assert field.trouble.isVisible()
    assert advice in whole(field.trouble.text())
    assert settings.news == ""
    settings.work.reload()
    settings.work.open_page(Subject.STAFF)
    settings.work.open_page(setting.group)
    assert field.entry.filled() == typed
    assert field.trouble.isVisible()
    assert settings.news == ""


def test_the_trouble_goes_as_soon_as_one_types_on(settings: OpenSettings) -> None:
    field = settings.to(WAITING_MINUTES)
    refill("500")
    press(Qt.Key.Key_Return)
    assert field.trouble.isVisible()
    refill("50")
    assert not field.trouble.isVisible()
    press(Qt.Key.Key_Return)
    assert settings.chosen(WAITING_MINUTES) == "50"
    assert field.entry.property("wrong") == "false"


def test_what_is_refused_after_one_went_elsewhere_is_told_at_the_bottom(
    settings: OpenSettings,
) -> None:
    settings.to(OWN_WORDS)
    write("half")
    settings.writing.held = True
    settings.work.open_page(Subject.LOOK)
    settings.writing.let_go()
    assert "Bij «Eigen woorden» kan dit niet staan." in settings.news
    settings.work.open_page(Subject.WORDS)
    assert settings.field(OWN_WORDS).entry.filled() == "half"
    assert settings.field(OWN_WORDS).trouble.isVisible()


def test_what_is_refused_for_another_reason_can_be_kept_later(settings: OpenSettings) -> None:
    field = settings.to(PRACTICE_NAME)
    refill("De Linde")
    settings.seated = settings.receptionist
    press(Qt.Key.Key_Return)
    assert "alleen een beheerder" in whole(field.trouble.text())
    settings.seated = settings.manager
    press(Qt.Key.Key_Return)
    assert settings.chosen(PRACTICE_NAME) == "De Linde"
    assert not field.trouble.isVisible()


def test_a_choice_that_is_refused_goes_back(settings: OpenSettings) -> None:
    field = settings.to(CLIENT_TERM)
    before = field.entry.filled()
    settings.seated = settings.receptionist
    press(Qt.Key.Key_End)
    assert field.entry.filled() == before == settings.chosen(CLIENT_TERM)
    assert "alleen een beheerder" in whole(field.trouble.text())


# --- changed elsewhere


def test_what_changes_elsewhere_is_shown(settings: OpenSettings) -> None:
    for setting, value in ((PRACTICE_NAME, "De Eik"), (DISCIPLINE, "welzijn")):
        settings.choose(setting, value)
        assert settings.field(setting).entry.filled() == value


def test_a_field_in_which_one_is_typing_is_not_overwritten(settings: OpenSettings) -> None:
    field = settings.to(PRACTICE_NAME)
    refill("De Lin")
    settings.choose(PRACTICE_NAME, "De Eik")
    assert field.entry.filled() == "De Lin"
    write("de")
    press(Qt.Key.Key_Return)
    assert settings.chosen(PRACTICE_NAME) == "De Linde"
    settings.undo()
    assert settings.chosen(PRACTICE_NAME) == "De Eik"


def test_a_refused_text_is_right_when_somebody_else_kept_just_that(
    settings: OpenSettings,
) -> None:
    field = settings.to(PRACTICE_NAME)
    refill("De Linde")
    settings.seated = settings.receptionist
    press(Qt.Key.Key_Return)
    settings.choose(PRACTICE_NAME, "De Linde")
    assert not field.trouble.isVisible()
    assert field.entry.property("wrong") == "false"


def test_typing_on_while_it_is_being_kept_loses_nothing(settings: OpenSettings) -> None:
    field = settings.to(PRACTICE_NAME)
    refill("De Linde")
    settings.writing.held = True
    press(Qt.Key.Key_Return)
    write(" in Zwolle")
    settings.writing.let_go()
    settings.settle()
    assert settings.chosen(PRACTICE_NAME) == "De Linde"
    assert field.entry.filled() == "De Linde in Zwolle"
    press(Qt.Key.Key_Tab)
    assert settings.chosen(PRACTICE_NAME) == "De Linde in Zwolle"


def test_leaving_a_field_that_is_being_kept_does_not_keep_it_twice(
    settings: OpenSettings,
) -> None:
    before = len(settings.audit())
    settings.to(PRACTICE_NAME)
    refill("De Linde")
    settings.writing.held = True
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Tab)
    settings.writing.let_go()
    assert len(settings.audit()) == before + 1


def test_what_changed_while_nobody_looked_is_shown_on_return(settings: OpenSettings) -> None:
    settings.screen.hide()
    settings.choose(PRACTICE_NAME, "De Eik")
    settings.screen.show()
    settings.work.show_yourself()
    assert settings.field(PRACTICE_NAME).entry.filled() == "De Eik"


# --- who may


def test_a_receptionist_sees_who_may_change_it_and_how(settings: OpenSettings) -> None:
    settings.sit_down(settings.receptionist)
    for subject in (
        *(Subject.PRACTICE, Subject.GREETING, Subject.WORDS),
        *(Subject.LIMITS, Subject.TERMS),
    ):
        settings.work.open_page(subject)
        settings.settle()
        shown = " ".join(texts(settings.screen))
        assert "Alleen een beheerder kan dit veranderen." in shown
        assert settings.manager.name in shown
        assert "bovenin het scherm" in shown
    for setting in ON_A_PAGE:
        assert settings.to(setting).entry.isEnabled() == setting.anybody


def test_a_receptionist_chooses_the_look_and_is_told_nothing_about_managers(
    settings: OpenSettings,
) -> None:
    settings.sit_down(settings.receptionist)
    settings.to(THEME)
    assert "beheerder" not in " ".join(texts(settings.screen))
    press(Qt.Key.Key_End)
    settings.settle()
    assert settings.chosen(THEME) == "high_contrast"


def test_the_pages_open_up_when_a_manager_sits_down(settings: OpenSettings) -> None:
    settings.sit_down(settings.receptionist)
    settings.sit_down(settings.manager)
    field = settings.to(PRACTICE_NAME)
    assert field.entry.isEnabled()
    assert "Alleen een beheerder" not in " ".join(texts(settings.screen))


def test_all_of_a_long_list_can_be_read_when_it_cannot_be_changed(
    settings: OpenSettings,
) -> None:
    lines = "\n".join(f"behandeling {number}" for number in range(30))
    settings.choose(SOBER_TREATMENTS, lines)
    settings.sit_down(settings.receptionist)
    field = settings.to(SOBER_TREATMENTS)
    settings.settle()
    letters = field.entry.fontMetrics().lineSpacing()
    assert field.entry.height() >= 30 * letters


# --- the look


def test_theme_and_size_are_worn_at_once(settings: OpenSettings, qtbot: QtBot) -> None:
    settings.choose(THEME, LIGHT)
    settings.to(THEME)
    press(Qt.Key.Key_Down)
    assert settings.appearance.look.theme.name == DARK
    assert settings.chosen(THEME) == DARK
    assert settings.news == "Bewaard: Licht of donker."
    settings.undo()
    assert settings.appearance.look.theme.name == LIGHT
    settings.to(TEXT_SIZE)
    with qtbot.waitSignal(settings.work.size_chosen) as size:
        press(Qt.Key.Key_Up)
    assert size.args == [110]
    assert settings.appearance.look.scale == 110
    assert settings.chosen(TEXT_SIZE) == "110"


def test_a_look_chosen_in_the_menu_is_shown_here(settings: OpenSettings) -> None:
    settings.to(THEME)
    settings.looks.wear(DARK)
    settings.looks.larger()
    settings.settle()
    assert settings.field(THEME).entry.filled() == DARK
    assert settings.field(TEXT_SIZE).entry.filled() == "110"


# --- behind it


def test_the_wheel_changes_no_field(settings: OpenSettings) -> None:
    for setting in (CLIENT_TERM, ZONE, WAITING_MINUTES):
        entry = settings.to(setting).entry
        before = entry.filled()
        turn_wheel(entry)
        assert entry.filled() == before


def test_the_choices_have_words_and_not_their_codes(settings: OpenSettings) -> None:
    entry = settings.to(DISCIPLINE).entry
    assert isinstance(entry, QComboBox)
    assert [entry.itemText(at) for at in range(entry.count())] == list(DISCIPLINE.choice_words)


def test_the_title_stands_on_each_page(settings: OpenSettings) -> None:
    for subject in set(Subject) - {Subject.AGENDA}:
        settings.work.open_page(subject)
        title = settings.screen.list.currentIndex().data()
        labels: list[QLabel] = settings.screen.findChildren(QLabel)
        assert title in [each.text() for each in labels if each.isVisible()]


class _Windows(QObject):
    """Remembers every window that comes on screen."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[QWidget] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        shown = event.type() == QEvent.Type.Show
        if shown and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(watched)
        return False


def test_making_a_page_flashes_no_window(qapp: QApplication, settings: OpenSettings) -> None:
    windows = _Windows()
    qapp.installEventFilter(windows)
    for subject in Subject:
        settings.work.open_page(subject)
        settings.settle()
    settings.sit_down(settings.receptionist)
    qapp.removeEventFilter(windows)
    assert windows.seen == []


def test_it_works_with_threads_that_take_their_time(
    qapp: QApplication, qtbot: QtBot, desk_and_clock: tuple[Desk, StandingClock]
) -> None:
    threads = ThreadRunner("reading"), ThreadRunner("writing"), ThreadRunner("files", 2)
    with open_settings(
        qapp, desk_and_clock[0], runners=Runners(*threads, InlineRunner())
    ) as opened:
        show(qtbot, opened)
        name, zone = opened.field(PRACTICE_NAME).entry, opened.field(ZONE).entry
        assert isinstance(zone, ZoneEntry)
        qtbot.waitUntil(lambda: name.filled() != "" and zone.count() > 0)
        opened.to(PRACTICE_NAME)
        refill("De Linde")
        press(Qt.Key.Key_Tab)
        qtbot.waitUntil(lambda: opened.news == "Bewaard: Naam van de praktijk.")
        assert opened.chosen(PRACTICE_NAME) == "De Linde"
        for thread in threads:
            thread.shutdown()


def test_the_screen_is_freed_when_it_goes(qapp: QApplication) -> None:
    assert is_freed(lambda: SettingsScreen(QLabel()))
