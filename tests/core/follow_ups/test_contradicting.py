"""Two promises about one thing that do not agree are seen before anybody calls."""

from typing import Any

import pytest

from reception_assistant.follow_ups.contradicting import contradictions
from reception_assistant.follow_ups.follow_up import Kind, State
from tests.core.follow_ups.made import NOW, follow_up

OTHER: dict[str, Any] = {
    "id": "2",
    "owner_id": "youssef",
    "owner": "Youssef",
    "before": "2026-11-27T17:00",
}


def test_moments_far_apart_are_told_with_who_promised_what() -> None:
    found = contradictions([follow_up(**OTHER), follow_up()], NOW)
    assert [(each.first.id, each.second.id) for each in found] == [("1", "2")]
    assert found[0].words == (
        "Hierover staan twee beloften: Sanne voor vandaag 17:00 en Youssef voor vrijdag "
        "27 november 17:00. Kies samen één antwoord, en bel daarna pas."
    )


@pytest.mark.parametrize(
    ("differs", "how_many"),
    [
        ({"before": "2026-11-25T17:00"}, 0),
        ({"before": "2026-11-25T17:01"}, 1),
        ({"before": "2026-11-24T17:00", "what": "nieuwe rekening sturen"}, 1),
        ({"before": "2026-11-24T17:00", "what": "Rekening naast de begroting  leggen"}, 0),
        (
            {"before": "2026-11-24T17:00", "what": "iets anders", "owner_id": "sanne"},
            0,
        ),
        ({"subject": "afspraak"}, 0),
        ({"person_id": "de-vries"}, 0),
        ({"state": State.DONE}, 0),
        ({"kind": Kind.SOLVED}, 0),
    ],
)
def test_what_differs_and_what_does_not(differs: dict[str, Any], how_many: int) -> None:
    assert len(contradictions([follow_up(), follow_up(**OTHER | differs)], NOW)) == how_many


def test_somebody_outside_the_agenda_is_known_by_name_and_number() -> None:
    loose = {"person_id": None, "whom": "J. Jansen"}
    known = {**loose, "reach": "06-12345678"}
    one, two = follow_up(**known), follow_up(**OTHER, **known | {"reach": "0612345678"})
    assert len(contradictions([one, two], NOW)) == 1
    assert not contradictions([follow_up(**loose), follow_up(**OTHER, **loose)], NOW)
    assert not contradictions([follow_up(subject=""), follow_up(**OTHER | {"subject": ""})], NOW)
