"""An apology that blames nobody, and is tied to something that is done and looked at."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reception_assistant.complaints.apology import beginnings, blaming, sentence, with_proof
from reception_assistant.complaints.complaint import Where
from reception_assistant.complaints.guides import Emotion
from reception_assistant.complaints.working_days import is_working_day
from reception_assistant.errors import KnownError

TEAM = ("Sanne", "Wit", "Fatima El Amrani")


def said_or_refused(happened: str, names: list[str]) -> str | KnownError:
    try:
        return sentence(happened, "", Where.PHONE, names)
    except KnownError as error:
        return error


@pytest.mark.parametrize(
    "typed",
    [
        "u zo lang heeft gewacht",
        "U zo lang heeft gewacht.",
        "dat u zo lang heeft gewacht",
        "Het spijt me dat u zo lang heeft gewacht.",
        "Sorry, dat u zo lang heeft gewacht!",
        "  het  spijt ons dat u zo lang heeft gewacht … ",
    ],
)
def test_however_it_is_typed_it_is_one_sentence(typed: str) -> None:
    assert sentence(typed, "", Where.PHONE) == "Het spijt me dat u zo lang heeft gewacht."


@pytest.mark.parametrize(
    ("where", "begins"),
    [
        (Where.PHONE, "Ik hoor dat u boos bent. "),
        (Where.DESK, "Ik zie dat u boos bent. "),
        (Where.MAIL, "Ik lees dat u boos bent. "),
    ],
)
def test_the_feeling_comes_first(where: Where, begins: str) -> None:
    assert sentence("het zo ging", Emotion.ANGRY, where) == f"{begins}Het spijt me dat het zo ging."


@pytest.mark.parametrize("emotion", ["rustig", "", "boos en moe", "{naam}"])
def test_a_feeling_that_does_not_fit_is_not_said(emotion: str) -> None:
    assert sentence("het zo ging", emotion, Where.PHONE) == "Het spijt me dat het zo ging."


@pytest.mark.parametrize(
    "blame",
    [
        "u te laat was",
        "u niet heeft gebeld",
        "u niet eerder heeft gebeld",
        "u het verkeerd heeft begrepen",
        "u had moeten bellen",
        "u zich zo voelt",
        "het misging omdat u niet belde",
        "u wachtte, maar wij hadden het druk",
        "Sanne u niet terugbelde",
        "u op Wit moest wachten",
        "Fatima El Amrani het vergat",
        "mijn collega niet belde",
        "dit kwam door de tandarts",
        "het onze fout was",
    ],
)
def test_blame_is_refused_with_a_better_sentence(blame: str) -> None:
    with pytest.raises(KnownError) as error:
        sentence(blame, Emotion.ANGRY, Where.PHONE, TEAM)
    assert "Zeg liever: «Het spijt me" in error.value.advice


@pytest.mark.parametrize(
    "fine",
    [
        "u niet bent gebeld",
        "u niet eerder bent geholpen",
        "wij u zijn vergeten",
        "u lang aan de balie stond",
        "u zo lang op de dokter heeft gewacht",
        "u maar één afspraak kreeg",
        "de witte vulling pijn deed",
        "u niet kreeg wat u hoopte",
        "u zo moeilijk kon parkeren",
    ],
)
def test_what_happened_to_somebody_is_no_blame(fine: str) -> None:
    assert sentence(fine, "", Where.PHONE, TEAM) == f"Het spijt me dat {fine}."


@pytest.mark.parametrize("text", beginnings())
def test_what_is_offered_blames_nobody(text: str) -> None:
    assert not blaming(sentence(text, Emotion.SAD, Where.DESK, TEAM), TEAM)


@pytest.mark.parametrize("text", ["", "  ", "sorry", "Het spijt me dat", "..."])
def test_an_apology_says_what_happened(text: str) -> None:
    with pytest.raises(KnownError, match="overkwam"):
        sentence(text, "", Where.PHONE)


@settings(max_examples=60, deadline=None)
@given(text=st.text(max_size=60), names=st.lists(st.text(max_size=8), max_size=3))
def test_whatever_is_typed_gives_a_sentence_or_a_reason(text: str, names: list[str]) -> None:
    said = said_or_refused(text, names)
    assert isinstance(said, KnownError) or said.startswith("Het spijt me dat ")
    assert said.advice if isinstance(said, KnownError) else not blaming(said, names)


def test_an_apology_goes_with_what_is_done_and_a_look_two_working_days_later() -> None:
    friday = date(2026, 11, 27)
    done = with_proof("Het spijt me.", " Het nummer  afsluiten ", friday, is_working_day)
    assert done.action == "Het nummer afsluiten"
    assert done.check.what == "Kijk na of dit is gebeurd: Het nummer afsluiten"
    assert done.check.before == "2026-12-01T17:00"


def test_an_apology_alone_is_only_words() -> None:
    with pytest.raises(KnownError, match="wat u gaat doen"):
        with_proof("Het spijt me.", "  ", date(2026, 11, 27), is_working_day)
