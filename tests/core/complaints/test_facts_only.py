"""Facts of an incident: a judgement is marked, a fact is left alone."""

import pytest

from reception_assistant.complaints.facts_only import judging_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Een agressieve man", ["agressieve"]),
        ("Mevrouw was hysterisch en GEK.", ["hysterisch", "GEK"]),
        ("Weer die lastige meneer, dronken ook", ["lastige", "dronken"]),
        ("Wat een brutale vraag", ["brutale"]),
    ],
)
def test_a_word_that_judges_is_marked_where_it_stands(text: str, words: list[str]) -> None:
    marks = judging_words(text)
    assert [text[mark.start : mark.end] for mark in marks] == words
    assert all(mark.better and mark.why for mark in marks)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Zij gooide een beker tegen het raam en riep: ik weet waar je woont.",
        "Hij sloeg twee keer met zijn vuist op de balie.",
        "Om 10.15 uur zat meneer in de wachtkamer. Hij rook naar bier.",
        "Het gesprek duurde lang. Ik heb opgehangen.",
    ],
)
def test_what_happened_is_not_marked(text: str) -> None:
    assert judging_words(text) == ()
