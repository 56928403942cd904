"""What the receptionist does at the Opvolging screen, by keyboard, on a real database."""

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reception_assistant.changes import Changed
from reception_assistant.clock import StandingClock
from reception_assistant.desk.opening import Desk
from reception_assistant.follow_ups.follow_up import (
    Done,
    FollowUp,
    Helped,
    Kind,
    NewFollowUp,
    Reached,
    Source,
    State,
)
from tests.helpers.layout import findings
from tests.helpers.practice import TODAY, moment
from tests.helpers.window import press, texts, write
from tests.ui.call.left_column import heard
from tests.ui.follow_ups.practice import Opvolging, settle, standing
from ui.theme.colors import DARK, HIGH_CONTRAST, LIGHT

if TYPE_CHECKING:
    from collections.abc import Callable

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
ENTER = Qt.Key.Key_Return


def choose(here: Opvolging, who: str) -> None:
    """Choose one of the drawing."""
    assert here.work.panel.view.choose(here.people[who])


def says(here: Opvolging) -> str:
    """Return everything that stands on the screen."""
    return "\n".join(texts(here.window))


def test_what_is_late_comes_first_and_is_on_the_card(here: Opvolging) -> None:
    assert here.shown() == "offerte kroon nasturen"
    assert "2 te laat · 2 vandaag · 1 later" in says(here)
    press(Qt.Key.Key_Down, times=2)
    assert here.shown() == "rekening naast de begroting leggen"
    assert "Goedemorgen meneer Jansen, met" in says(here)
    assert "Maak het zelf af." in says(here)
    press(Qt.Key.Key_Up)
    assert here.shown() == "uitslag: dokter belt terug"


def test_done_asks_what_happened_and_whether_it_helped_and_the_list_empties_itself(
    here: Opvolging,
) -> None:
    press(ENTER, CTRL)
    assert "Schrijf eerst in een paar woorden op hoe het afliep." in says(here)
    write("Nagestuurd.")
    press(ENTER, CTRL)
    assert "Kies nog een antwoord op de vraag hierboven." in says(here)
    press(Qt.Key.Key_Space)
    press(ENTER, CTRL)
    one = here.one(here.people["late"])
    assert (one.state, one.result, one.helped) == (State.DONE, "Nagestuurd.", Helped.YES)
    assert here.shown() == "uitslag: dokter belt terug"
    assert QApplication.focusWidget() is here.work.panel.view


def test_done_can_be_undone(here: Opvolging) -> None:
    press(ENTER, CTRL)
    write("Nagestuurd.")
    press(ENTER)
    press(Qt.Key.Key_Space)
    press(ENTER, CTRL)
    assert callable(here.told.undo)
    here.told.undo()
    assert here.one(here.people["late"]).state is State.OPEN
    assert here.shown() == "offerte kroon nasturen"


def test_who_is_not_helped_gets_a_next_promise(here: Opvolging) -> None:
    choose(here, "today")
    press(Qt.Key.Key_F6)
    write("De rekening klopt niet.")
    press(ENTER)
    press(Qt.Key.Key_Right, times=2)
    press(Qt.Key.Key_Space)
    press(ENTER, CTRL)
    assert "Wat belooft u? Schrijf het op in een paar woorden." in says(here)
    write("nieuwe rekening mailen")
    press(ENTER)
    write("morgen voor 12")
    assert "Dat is woensdag 25 november" in says(here)
    press(ENTER, CTRL)
    assert here.one(here.people["today"]).helped is Helped.NO
    assert "nieuwe rekening mailen" in here.open_whats()


def test_not_reached_is_two_keys_and_plans_the_next_try(here: Opvolging) -> None:
    press(Qt.Key.Key_B, ALT)
    assert "Leeg laten mag. Dan is het vandaag om 11:15." in says(here)
    press(ENTER, CTRL)
    one = here.one(here.people["late"])
    assert [each.reached for each in one.attempts] == [Reached.NOT_REACHED]
    assert one.next_try == "2026-11-24T11:15"
    assert here.told.texts[-1] == "Vastgelegd. De volgende poging is vandaag om 11:15."


def test_a_typed_moment_goes_before_the_rule(here: Opvolging) -> None:
    press(Qt.Key.Key_B, ALT)
    here.work.card.tried.again.setFocus()
    write("vr 14:00")
    press(ENTER, CTRL)
    assert here.one(here.people["late"]).next_try == "2026-11-27T14:00"


def test_handing_over_asks_for_a_note(here: Opvolging) -> None:
    press(Qt.Key.Key_O, ALT)
    press(ENTER, CTRL)
    assert "Schrijf er een zin bij, zodat uw collega meteen verder kan." in says(here)
    write("Zij belt om drie uur.")
    press(ENTER, CTRL)
    one = here.one(here.people["late"])
    assert one.owner_id == here.other.id
    assert one.hand_overs[-1].note == "Zij belt om drie uur."


def test_what_a_third_party_says_comes_back_to_the_client(here: Opvolging) -> None:
    choose(here, "third")
    press(Qt.Key.Key_B, ALT)
    press(Qt.Key.Key_Right, times=2)
    press(Qt.Key.Key_Space)
    press(ENTER, CTRL)
    assert "Wacht op een ander" in says(here)
    choose(here, "third")
    assert "Wacht op antwoord van verzekeraar" in says(here)
    press(Qt.Key.Key_A, ALT)
    write("De helft wordt vergoed.")
    press(ENTER, CTRL)
    assert here.one(here.people["third"]).answer == "De helft wordt vergoed."
    choose(here, "third")
    assert "Antwoord van verzekeraar" in says(here)


def test_what_is_not_needed_goes_with_its_reason(here: Opvolging) -> None:
    press(Qt.Key.Key_X, ALT)
    press(ENTER, CTRL)
    assert here.one(here.people["late"]).state is State.OPEN
    write("Zij belde zelf al.")
    press(ENTER, CTRL)
    one = here.one(here.people["late"])
    assert (one.state, one.result) == (State.GONE, "Zij belde zelf al.")


def test_a_new_promise_is_made_by_keyboard(here: Opvolging) -> None:
    press(Qt.Key.Key_N, CTRL)
    write("mevrouw Pietersen")
    press(Qt.Key.Key_Tab)
    write("folder sturen")
    press(ENTER)
    write("over 2 weken")
    assert "Dat is dinsdag 8 december" in says(here)
    press(ENTER, CTRL)
    assert here.shown() == "folder sturen"
    opened = here.work.card.opened
    assert opened is not None
    assert (opened.follow_up.kind, opened.follow_up.whom) == (Kind.CALLBACK, "mevrouw Pietersen")
    assert opened.follow_up.owner_id == here.me.id
    assert opened.follow_up.before.startswith("2026-12-08")


def test_somebody_known_is_found_while_typing(here: Opvolging) -> None:
    press(Qt.Key.Key_N, CTRL)
    write("ancona")
    press(ENTER)
    assert here.work.form.who.person_id
    write("afspraak bevestigen")
    press(ENTER)
    write("morgen")
    press(ENTER, CTRL)
    opened = here.work.card.opened
    assert opened is not None
    assert opened.follow_up.person_id
    assert opened.follow_up.reach


def test_a_promise_without_a_moment_is_not_made(here: Opvolging) -> None:
    before = here.open_whats()
    press(Qt.Key.Key_N, CTRL)
    write("mevrouw Pietersen")
    press(Qt.Key.Key_Tab)
    write("folder sturen")
    press(ENTER)
    write("ooit eens")
    press(ENTER, CTRL)
    assert "Dit moment begrijpt Balie niet." in says(here)
    assert here.open_whats() == before
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_N, CTRL)
    assert here.work.form.core.what.text() == "folder sturen"


def test_a_promise_can_be_changed_and_keeps_what_is_not_touched(here: Opvolging) -> None:
    choose(here, "today")
    press(Qt.Key.Key_E, CTRL)
    here.work.form.core.what.setText("rekening uitleggen")
    press(ENTER, CTRL)
    one = here.one(here.people["today"])
    assert one.what == "rekening uitleggen"
    assert (one.after, one.before) == ("2026-11-24T11:00", "2026-11-24T12:00")
    assert (one.whom, one.kind, len(one.hand_overs)) == ("meneer Jansen", Kind.CALLBACK, 2)


def test_enter_calls_who_is_chosen(here: Opvolging) -> None:
    called: list[FollowUp] = heard(here.work.call_requested)
    press(Qt.Key.Key_Down)
    press(ENTER)
    here.work.call_shown()
    assert [each.id for each in called] == [here.people["tried"]] * 2


def test_a_click_on_the_button_of_a_row_calls_too(here: Opvolging) -> None:
    called = heard(here.work.call_requested)
    view = here.work.panel.view
    choose(here, "later")
    rect = view.visualRect(view.currentIndex())
    where = view.itemDelegate().button_at(rect).center()  # type: ignore[attr-defined]
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert [each.id for each in called] == [here.people["later"]]


def test_the_chips_show_a_part_of_it(here: Opvolging) -> None:
    here.work.panel.chips.take_keys()
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Space)
    assert "uitslag: dokter belt terug" not in says(here)
    press(Qt.Key.Key_Right, times=2)
    press(Qt.Key.Key_Space)
    assert here.shown() == "vragen of de kroon vergoed wordt, en antwoord terugkoppelen"
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Space)
    assert "Uit klachten staat niets meer open." in says(here)
    assert here.work.card.opened is None


def test_what_was_typed_for_one_waits_while_another_is_looked_at(here: Opvolging) -> None:
    press(Qt.Key.Key_F6)
    write("Half af")
    press(Qt.Key.Key_F6)
    press(Qt.Key.Key_Down)
    assert here.work.card.done.result.text() == ""
    press(Qt.Key.Key_Up)
    assert here.work.card.done.result.text() == "Half af"


def test_what_a_colleague_finished_is_not_taken_from_under_the_fingers(here: Opvolging) -> None:
    press(Qt.Key.Key_F6)
    write("Ik heb haar")
    done = Done(result="Gemaild.", helped=Helped.YES)
    here.desk.after.follow_ups.done(here.people["late"], done, here.by)
    here.work.hear(Changed.PROMISES)
    assert here.shown() == "offerte kroon nasturen"
    assert "Gemaild." in says(here)
    assert here.work.card.done.result.text() == "Ik heb haar"
    assert here.people["late"] not in here.open_whats()


def test_what_was_for_later_becomes_late_by_itself(here: Opvolging) -> None:
    here.clock.moment = moment(TODAY, "12:30")
    here.work.tick(here.desk.time.now())
    assert "3 te laat · 1 vandaag · 1 later" in says(here)


@pytest.mark.parametrize(
    ("look", "size"),
    [
        ((LIGHT, 100), (1248, 694)),
        ((DARK, 150), (1220, 640)),
        ((LIGHT, 150), (900, 560)),
        ((HIGH_CONTRAST, 100), (950, 626)),
    ],
)
def test_nothing_is_cut_off(
    qapp: QApplication,
    qtbot: QtBot,
    promised: tuple[Desk, StandingClock],
    look: tuple[str, int],
    size: tuple[int, int],
) -> None:
    with standing(qapp, qtbot, *promised, size=size, look=look) as here:
        here.add(
            "parodontologische nazorgbehandeling met wortelpuntontsteking bespreken",
            "11-25T17:00",
            whom="Maximiliana Wilhelmina van der Boetzelaer-Donaudampfschifffahrtsgesellschaft",
            source=Source.DESK,
        )
        here.work.show_yourself()
        work = here.work
        steps: tuple[Callable[[], None], ...] = (
            lambda: None,
            work.screen.bring_side,
            work.card.ask_how_it_went,
            work.card.ask_to_whom,
            work.card.ask_why_gone,
            work.new_promise,
            work.form.save,
        )
        for step in steps:
            step()
            settle()
            assert findings(here.window) == []


def test_a_new_promise_is_what_was_typed(here: Opvolging) -> None:
    made = heard(here.work.form.saved)
    here.work.promise_to("", "", "")
    form = here.work.form
    form.who.show_who(None, "de buurvrouw")
    form.core.what.setText("terugbellen over de folder")
    form.core.moment.set_text("morgen tussen 9 en 10")
    form.third.setChecked(True)
    form.third_party.setText("apotheek")
    form.save()
    (new,) = made
    assert isinstance(new, NewFollowUp)
    assert (new.kind, new.third_party) == (Kind.THIRD_PARTY, "apotheek")
    assert (new.after, new.before) == ("2026-11-25T09:00", "2026-11-25T10:00")
