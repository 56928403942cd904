"""Situations for the tests of cues: an ordinary visit at ten past nine, and what is said of it."""

from datetime import datetime
from typing import Any

from reception_assistant.agenda.day import Person, Visit
from reception_assistant.cues.cue import Cue, Situation
from reception_assistant.cues.rules import cues_for
from reception_assistant.naming.person import PersonName

NOW = datetime.fromisoformat("2026-11-24T09:00")
START = datetime.fromisoformat("2026-11-24T09:10")
_OF_SITUATION = ("now", "pronoun", "sober", "past", "turn", "waited", "wishes")
_OF_PERSON = ("birth_date", "pronunciation", "loose")


def situation(**facts: Any) -> Situation:
    """Return a situation in which only `facts` are out of the ordinary."""
    seen = {name: facts.pop(name) for name in _OF_SITUATION if name in facts}
    of_person = {name: facts.pop(name) for name in _OF_PERSON if name in facts}
    person = Person(
        id="p",
        name=PersonName(surname="Zonneveld"),
        marks=frozenset(facts.pop("person_marks", ())),
        **of_person,
    )
    visit = Visit(
        id="v", start=START, person=person, treatment="wortelkanaal", practitioner="Bakker"
    )
    return Situation(visit._replace(**facts), **{"now": NOW, **seen})


def cues(**facts: Any) -> list[Cue]:
    """Return the cues of a situation in which only `facts` are out of the ordinary."""
    return cues_for(situation(**facts))
