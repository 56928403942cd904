"""The first sentence is ready to be said: by name, kept or sorry, and nothing of the reason."""

from datetime import datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reception_assistant.calls.promise import Channel
from reception_assistant.follow_ups.follow_up import FollowUp, Kind, Reached
from reception_assistant.follow_ups.telling import Addressee, Speaker, opening
from tests.core.follow_ups.made import NOW, follow_up, handed_over, tried

SANNE = Speaker("Sanne", "sanne", "Tandartspraktijk De Linde")
YOUSSEF = Speaker("Youssef", "youssef", "Tandartspraktijk De Linde")
JANSEN = Addressee("meneer Jansen")
YESTERDAY = datetime.fromisoformat("2026-11-23T16:00")
OVER = "2026-11-23T17:00"
THIRD: dict[str, Any] = {"kind": Kind.THIRD_PARTY, "third_party": "de verzekeraar"}


def said(
    by: Speaker = SANNE,
    to: Addressee = JANSEN,
    made: datetime | None = YESTERDAY,
    **differs: Any,
) -> str:
    return opening(follow_up(**differs), to, by, NOW, made)


def test_who_promised_it_says_so() -> None:
    assert said() == (
        "Goedemorgen meneer Jansen, met Sanne. Ik bel u terug, zoals ik gisteren beloofde. "
        "Komt het nu uit?"
    )


def test_a_colleague_speaks_for_all() -> None:
    expected = (
        "Goedemorgen meneer Jansen, met Youssef. Ik bel u terug, zoals we gisteren beloofden. "
        "Komt het nu uit?"
    )
    assert said(YOUSSEF) == expected
    assert "zoals we" in said(hand_overs=handed_over(1))


def test_late_begins_with_sorry_and_blames_nobody() -> None:
    assert said(before=OVER) == (
        "Goedemorgen meneer Jansen, met Sanne. Het spijt me dat ik later bel dan ik beloofde. "
        "Komt het nu uit?"
    )
    assert "Het spijt me dat we later bellen dan we beloofden." in said(YOUSSEF, before=OVER)


@pytest.mark.parametrize(
    ("made", "when"),
    [
        ("2026-11-24T08:51", "zoals ik vanmorgen beloofde"),
        ("2026-11-24T00:10", "zoals ik vannacht beloofde"),
        ("2026-11-23T08:51", "zoals ik gisteren beloofde"),
        ("2026-11-20T08:51", "zoals ik afgelopen vrijdag beloofde"),
        ("2026-11-17T08:51", "zoals ik op dinsdag 17 november beloofde"),
        ("2025-11-17T08:51", "zoals ik op maandag 17 november 2025 beloofde"),
        ("2026-11-24T10:00", "zoals ik beloofde"),
        ("", "zoals ik beloofde"),
    ],
)
def test_it_tells_since_when_somebody_waits(made: str, when: str) -> None:
    assert f", {when}." in said(made=datetime.fromisoformat(made) if made else None)


@pytest.mark.parametrize(
    ("differs", "sentence"),
    [
        ({"kind": Kind.PROMISE}, "Ik bel u, zoals ik gisteren beloofde."),
        ({"kind": Kind.SOLVED}, "Ik hoor graag of het voor u is opgelost."),
        ({"kind": Kind.CHECK}, "Ik hoor graag of alles is gegaan zoals we met u afspraken."),
        (
            {"kind": Kind.REPLY},
            "U vertelde ons wat u ervan vond. Ik vertel u graag wat we daarmee deden.",
        ),
        (
            THIRD | {"answer": "het wordt vergoed"},
            "Ik heb voor u gebeld, zoals ik gisteren beloofde.",
        ),
        (
            {"kind": Kind.SOLVED, "before": OVER},
            "Het spijt me dat u nu pas van ons hoort. Ik hoor graag of het voor u is opgelost.",
        ),
    ],
)
def test_each_kind_has_its_own_sentence(differs: dict[str, Any], sentence: str) -> None:
    whole = f"Goedemorgen meneer Jansen, met Sanne. {sentence} Komt het nu uit?"
    assert said(**differs) == whole


def test_a_third_party_hears_no_name_of_the_client() -> None:
    asking = said(**THIRD)
    assert asking == (
        "Goedemorgen, met Sanne van Tandartspraktijk De Linde. "
        "Ik bel namens iemand die bij ons komt. Wie kan mij verder helpen?"
    )
    again = said(**THIRD, attempts=tried(Reached.SPOKEN))
    assert again.endswith("Ik vroeg u eerder iets namens iemand die bij ons komt. Weet u al meer?")
    assert said(Speaker("", ""), **THIRD).startswith("Goedemorgen. Ik bel namens")
    assert said(Speaker("", "", "De Linde"), **THIRD).startswith("Goedemorgen, u spreekt met")


@pytest.mark.parametrize(
    ("differs", "sentence"),
    [
        (
            {"channel": Channel.MAIL},
            "Beste meneer Jansen,\nHierbij krijgt u wat ik gisteren beloofde.",
        ),
        (
            {"channel": Channel.LETTER, "before": OVER},
            "Beste meneer Jansen,\nHet spijt me dat u hier langer op heeft gewacht. "
            "Hierbij krijgt u wat ik gisteren beloofde.",
        ),
        (
            {"channel": Channel.MAIL, "kind": Kind.SOLVED},
            "Beste meneer Jansen,\nIk hoor graag of het voor u is opgelost.",
        ),
        (
            {"channel": Channel.AT_DESK},
            "Goedemorgen meneer Jansen. Wat we gisteren beloofden, ligt voor u klaar.",
        ),
    ],
)
def test_a_letter_and_the_desk_begin_otherwise(differs: dict[str, Any], sentence: str) -> None:
    assert said(**differs) == sentence


def test_who_is_young_is_spoken_to_as_young_and_a_child_through_a_parent() -> None:
    young = Addressee("Robin de Wit", je=True)
    assert "Ik bel je terug, zoals ik gisteren beloofde." in said(to=young)
    child = said(to=Addressee("Tim", je=True, child=True))
    assert child == (
        "Goedemorgen, met Sanne. Spreek ik met een ouder van Tim? "
        "Ik bel u terug, zoals ik gisteren beloofde. Komt het nu uit?"
    )
    assert "Spreek ik met een ouder?" in said(to=Addressee(child=True))
    mail = said(to=Addressee("Tim", je=True, child=True), channel=Channel.MAIL)
    assert mail.startswith("Beste ouder van Tim,")


def test_without_a_name_the_sentence_is_whole() -> None:
    assert said(to=Addressee()).startswith("Goedemorgen, met Sanne. Ik bel u terug")
    assert said(Speaker("", "")).startswith("Goedemorgen meneer Jansen. Ik bel u terug")
    assert said(Speaker("", ""), Addressee()).startswith("Goedemorgen. Ik bel u terug")
    assert said(to=Addressee("R.M."), channel=Channel.AT_DESK).startswith("Goedemorgen R.M. Wat")


@pytest.mark.parametrize("you", ["u", "je"])
def test_not_aloud_tells_a_listener_nothing(you: str) -> None:
    quiet = Addressee("meneer Jansen", je=you == "je", aloud=False)
    for before in (OVER, "2026-11-24T17:00"):
        assert said(to=quiet, before=before) == (
            f"Goedemorgen, met Sanne. Komt het uit dat ik {you} bel?"
        )
    assert said(to=quiet, channel=Channel.AT_DESK) == "Goedemorgen."


def test_a_review_is_a_question_to_colleagues() -> None:
    assert said(kind=Kind.REVIEW) == (
        "Wat is er door deze verandering beter geworden, en wat nog niet?"
    )


NAMES = st.sampled_from(["", "mevrouw De Vries", "Robin", "R.M.", "{naam}", "  a  b "])


@given(
    st.builds(
        follow_up,
        kind=st.sampled_from(Kind),
        channel=st.sampled_from(Channel),
        before=st.sampled_from([OVER, "2026-11-24T17:00"]),
        answer=st.sampled_from(["", "geheim antwoord"]),
        what=st.just("geheime reden"),
        subject=st.just("geheim"),
        third_party=st.just("geheime derde"),
    ),
    st.builds(Addressee, NAMES, st.booleans(), st.booleans(), st.booleans()),
    st.builds(Speaker, NAMES, st.just("sanne"), NAMES),
)
@settings(max_examples=120, deadline=None)
def test_no_sentence_ever_tells_the_reason_or_shows_a_hole(
    one: FollowUp, to: Addressee, by: Speaker
) -> None:
    sentence = opening(one, to, by, NOW, YESTERDAY)
    assert "geheim" not in sentence
    assert "  " not in sentence
    assert ".." not in sentence
    assert "{when}" not in sentence
    assert " ," not in sentence
    if not to.aloud and to.name and one.channel in (Channel.CALL, Channel.AT_DESK):
        assert to.name.strip() not in sentence.replace(by.name, "").replace(by.practice, "")
