"""The card beside the list: the sentence for coming in, what matters now, the one for leaving."""

from datetime import date, datetime

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFrame, QWidget
from pytestqt.qtbot import QtBot

from reception_assistant.agenda.background import Past
from reception_assistant.agenda.day import Following, Person, Visit
from reception_assistant.agenda.marks import Mark
from reception_assistant.agenda.saying import Manners
from reception_assistant.agenda.visit import EventKind, Status
from reception_assistant.cues.cue import Cue, Situation
from reception_assistant.cues.outlook import Told
from reception_assistant.cues.rules import cues_for
from reception_assistant.naming.person import PersonName, Salutation
from tests.helpers.window import bury, button, texts
from ui.actions import Do, key_text
from ui.front_desk.visit_card import VisitCard
from ui.widgets.cue_boxes import AT_ONCE

NOW = datetime.fromisoformat("2026-11-24T09:00")
VRIES = Person(
    id="1",
    name=PersonName(
        given_name="Marieke", prefix="de", surname="Vries", salutation=Salutation.MEVROUW
    ),
    birth_date=date(1983, 8, 17),
    phone="06 11 22 33 16",
)
VISIT = Visit(
    id="v",
    start=datetime.fromisoformat("2026-11-24T09:10"),
    person=VRIES,
    treatment="kroon passen",
    practitioner="Bakker",
    remark="Wil graag even zitten.",
    following=Following(datetime.fromisoformat("2027-05-25T09:10"), "Bakker", "controle"),
)


@pytest.fixture
def card(qtbot: QtBot) -> VisitCard:
    made = VisitCard(Manners(sober_treatments=("slecht nieuws",)))
    qtbot.addWidget(made)
    made.resize(600, 900)
    made.show()
    return made


def ahead(visit: Visit) -> list[Cue]:
    """Return what is known ahead of `visit`."""
    return cues_for(Situation(visit, NOW))


def cues(card: VisitCard) -> list[QFrame]:
    """Return the boxes with cues that are on the card, from top to bottom."""
    frames: list[QFrame] = card.findChildren(QFrame)
    boxes = [each for each in frames if each.property("tone") and each.isVisible()]
    return sorted(boxes, key=lambda each: each.mapTo(card, QPoint()).y())


def test_the_right_name_in_the_right_sentence(card: VisitCard) -> None:
    card.show_visit(VISIT, NOW)
    said = texts(card)
    assert "Goedemorgen mevrouw De Vries." in said
    assert "Dag mevrouw De Vries, tot over een half jaar!" in said
    assert "Fijne dag!" in said
    assert "09:10 · kroon passen · Bakker · spreek met u" in said
    assert "Volgende afspraak: dinsdag 25 mei 2027 om 09:10 bij Bakker (controle)." in said


def test_a_remark_is_shown_and_never_part_of_a_sentence_to_say(card: VisitCard) -> None:
    card.show_visit(VISIT, NOW)
    assert "Wil graag even zitten." in texts(card)
    for sentence in (card._greeting, card._farewell, card._wish, card._asked):
        assert "zitten" not in sentence.text()


def test_nothing_to_say_joins_the_name_with_the_reason(card: VisitCard) -> None:
    card.show_visit(VISIT, NOW)
    for sentence in (card._greeting, card._farewell, card._wish, card._asked):
        assert "kroon" not in sentence.text()


def test_a_name_that_must_not_be_heard_is_in_no_sentence_to_say(card: VisitCard) -> None:
    secret = VISIT._replace(marks=frozenset({Mark.NOT_ALOUD}))
    card.show_visit(secret, NOW, ahead(secret))
    for sentence in (card._greeting, card._farewell, card._wish, card._asked):
        assert "Vries" not in sentence.text()
    assert "Zeg de naam niet hardop." in texts(card)


def test_sober_where_it_must_be(card: VisitCard) -> None:
    card.show_visit(VISIT._replace(treatment="slecht nieuws gesprek"), NOW)
    assert not any("Fijne" in text or text.endswith("!") for text in texts(card))


def test_at_most_four_cues_stand_there_and_the_rest_when_asked_for(card: VisitCard) -> None:
    many = VISIT._replace(marks=frozenset(Mark), animal_deceased=True, parent="oma", animal="Bo")
    card.show_visit(many, NOW, ahead(many))
    assert len(cues(card)) == AT_ONCE
    QTest.mouseClick(button(card, "Nog"), Qt.MouseButton.LeftButton)
    assert len(cues(card)) > AT_ONCE
    card.show_visit(many, NOW, ahead(many))
    assert len(cues(card)) > AT_ONCE, "they stay open while this person is shown"
    card.show_visit(VISIT._replace(id="w"), NOW)
    assert cues(card) == []
    card.show_visit(many, NOW, ahead(many))
    assert len(cues(card)) == AT_ONCE


def test_a_cue_says_why_it_is_there(card: VisitCard) -> None:
    tense = VISIT._replace(marks=frozenset({Mark.TENSE}))
    card.show_visit(tense, NOW, ahead(tense))
    (box,) = cues(card)
    assert "omdat «gespannen» bij deze afspraak staat" in texts(box)


def test_what_is_for_the_goodbye_stands_with_the_goodbye(card: VisitCard) -> None:
    known = Past(last_day=date(2027, 6, 1), read_on=NOW.date())
    last = VISIT._replace(following=None)
    card.show_visit(last, NOW, cues_for(Situation(last, NOW, past=known)))
    (box,) = cues(card)
    assert box.mapTo(card, QPoint()).y() > card._arrival.mapTo(card, QPoint()).y()
    assert box.mapTo(card, QPoint()).y() < card._farewell.mapTo(card, QPoint()).y()
    assert "“Is er nog een afspraak nodig? Dan maken we die meteen.”" in texts(card)


def test_what_it_is_for_stands_there_in_plain_words(card: VisitCard) -> None:
    hard = VISIT._replace(treatment="extractie", plain="tand of kies trekken")
    card.show_visit(hard, NOW)
    said = texts(card)
    assert "09:10 · tand of kies trekken · Bakker · spreek met u" in said
    assert "In de agenda staat: extractie." in said


def test_one_click_tells_that_the_practitioner_runs_late(card: VisitCard, qtbot: QtBot) -> None:
    card.show_visit(VISIT._replace(practitioner_spoken="tandarts Bakker"), NOW, (), Told(0))
    assert "Loopt tandarts Bakker uit?   Ctrl+T" in texts(card)
    assert button(card, "op tijd").isChecked()
    with qtbot.waitSignal(card.late_requested) as asked:
        QTest.mouseClick(button(card, "20"), Qt.MouseButton.LeftButton)
    assert asked.args == [Told(20)]
    with qtbot.waitSignal(card.late_requested) as again:
        QTest.mouseClick(button(card, "op tijd"), Qt.MouseButton.LeftButton)
    assert again.args == [Told(None)], "what was told already is taken back"


def test_nothing_is_asked_where_running_late_means_nothing(card: VisitCard) -> None:
    card.show_visit(VISIT, NOW, (), None)
    assert not any("uit? " in text for text in texts(card))


@pytest.mark.parametrize(
    ("status", "step"),
    [
        (Status.EXPECTED, "Aangemeld"),
        (Status.ARRIVED, "Naar binnen"),
        (Status.TAKEN_IN, "Vertrokken"),
        (Status.NO_SHOW, "Aangemeld"),
        (Status.CANCELLED, "Aangemeld"),
    ],
)
def test_the_next_step_stands_out(card: VisitCard, status: Status, step: str) -> None:
    card.show_visit(VISIT._replace(status=status), NOW)
    marks = [button(card, words) for words in ("Aangemeld", "Naar binnen", "Vertrokken")]
    marks.append(button(card, "Niet gekomen"))
    assert [
        each.text().split("   ")[0] for each in marks if each.property("kind") == "primary"
    ] == [step]


def test_each_mark_button_asks_for_its_mark_and_shows_its_key(
    card: VisitCard, qtbot: QtBot
) -> None:
    card.show_visit(VISIT, NOW)
    for do, words, kind in (
        (Do.ARRIVED, "Aangemeld", EventKind.ARRIVED),
        (Do.TAKEN_IN, "Naar binnen", EventKind.TAKEN_IN),
        (Do.LEFT, "Vertrokken", EventKind.LEFT),
        (Do.NO_SHOW, "Niet gekomen", EventKind.NO_SHOW),
    ):
        with qtbot.waitSignal(card.mark_requested) as asked:
            QTest.mouseClick(button(card, words), Qt.MouseButton.LeftButton)
        assert asked.args == [kind]
        assert key_text(do) in button(card, words).text()


def test_who_is_known_by_name_only_is_marked_as_such(card: VisitCard) -> None:
    card.show_visit(VISIT._replace(person=VRIES._replace(loose=True)), NOW)
    assert "Alleen op naam bekend: dit kan ook iemand anders zijn." in texts(card)


def test_markup_in_a_name_or_remark_is_shown_as_it_is(card: VisitCard) -> None:
    person = VRIES._replace(name=PersonName(given_name="<b>Anna</b>", surname="<i>Groot</i>"))
    card.show_visit(VISIT._replace(person=person, remark="<a href='x'>klik</a>"), NOW)
    assert "Goedemorgen <b>Anna</b> <i>Groot</i>." in texts(card)
    assert "<a href='x'>klik</a>" in texts(card)


def test_a_whole_day_of_visits_leaves_nothing_behind(card: VisitCard) -> None:
    """The card of the two hundredth visit is no heavier than that of the first."""

    def show_all() -> int:
        for number in range(200):
            marks = frozenset(list(Mark)[: number % len(Mark)])
            status = list(Status)[number % len(Status)]
            card.show_visit(VISIT._replace(id=str(number), marks=marks, status=status), NOW)
        card.show_nobody()
        bury()
        return len(card.findChildren(QWidget))

    before = show_all()
    assert show_all() == before
