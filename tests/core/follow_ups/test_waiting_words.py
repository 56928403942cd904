"""Whom we wait for, how somebody is reached, and what the screen warns of."""

from datetime import datetime

from reception_assistant.calls.promise import Channel
from reception_assistant.follow_ups.follow_up import Kind, Reached
from reception_assistant.follow_ups.waiting_words import hints, reach_words, waits_for
from tests.core.follow_ups.made import NOW, follow_up, handed_over, tried

ASKED = {
    "kind": Kind.THIRD_PARTY,
    "third_party": "de verzekeraar",
    "third_reach": "0301234567",
    "reach": "0612345678",
}


def test_the_number_of_whom_we_speak_with_now() -> None:
    assert reach_words(follow_up(reach="0612345678")) == "06 12345678"
    assert reach_words(follow_up()) == ""
    asked = reach_words(follow_up(**ASKED))
    assert asked.startswith("de verzekeraar · 030 ")
    assert reach_words(follow_up(**ASKED, answer="ja")) == "06 12345678"
    mail = follow_up(channel=Channel.MAIL, reach="jan@voorbeeld.nl")
    assert reach_words(mail) == "jan@voorbeeld.nl · mailen"
    assert reach_words(follow_up(channel=Channel.AT_DESK)) == "aan de balie"


def test_the_second_hand_over_is_a_warning() -> None:
    assert hints(follow_up(hand_overs=handed_over(1)), NOW) == ()
    assert hints(follow_up(hand_overs=handed_over(2)), NOW) == (
        "Dit is al twee keer overgedragen. Maak het zelf af.",
    )
    assert hints(follow_up(hand_overs=handed_over(3)), NOW)[0].startswith("Dit is al drie keer")


def test_who_is_never_there_is_tried_at_another_moment() -> None:
    missed = Reached.NOT_REACHED
    assert hints(follow_up(attempts=tried(missed)), NOW) == ()
    assert hints(follow_up(attempts=tried(missed, Reached.VOICEMAIL)), NOW) == (
        "Twee keer niet gesproken. Probeer een ander moment van de dag.",
    )
    assert hints(follow_up(attempts=tried(missed, missed, Reached.SPOKEN)), NOW) == ()


def test_we_call_ourselves_and_the_client_does_nothing() -> None:
    assert hints(follow_up(**ASKED), NOW) == ("Wij bellen zelf. De klant hoeft niets te doen.",)
    waiting = follow_up(**ASKED, attempts=tried(Reached.SPOKEN))
    assert waits_for(waiting) == "de verzekeraar"
    assert hints(waiting, NOW, datetime.fromisoformat("2026-11-23T10:00")) == (
        "Wacht op de verzekeraar, gevraagd: gisteren.",
    )
    assert hints(waiting, NOW) == ("Wacht op de verzekeraar.",)
    assert waits_for(follow_up(**ASKED | {"third_party": ""}, attempts=tried(Reached.SPOKEN)))
    answered = follow_up(**ASKED, attempts=tried(Reached.SPOKEN), answer="het wordt vergoed")
    assert waits_for(answered) == ""
    assert hints(answered, NOW) == ("Het antwoord: het wordt vergoed",)


def test_an_owner_who_left_comes_first() -> None:
    found = hints(follow_up(hand_overs=handed_over(2)), NOW, owner_left=True)
    assert found[0] == "Sanne werkt hier niet meer. Draag dit over, of neem het zelf."
    assert len(found) == 2
