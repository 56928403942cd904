"""What to say to somebody who comes in or leaves, from the facts of the visit and the clock."""

from dataclasses import dataclass
from datetime import datetime

from reception_assistant.agenda.calling import called
from reception_assistant.agenda.day import Visit
from reception_assistant.agenda.marks import Mark
from reception_assistant.naming.farewell import appointment_sentence, farewell, until, wish
from reception_assistant.naming.greeting import greeting
from reception_assistant.naming.listed import list_name
from reception_assistant.naming.person import Pronoun
from reception_assistant.naming.spoken import pronoun
from reception_assistant.text import fold


@dataclass(frozen=True, slots=True)
class Manners:
    """How this practice greets: the rules of Belgium, and which treatments ask for a sober word."""

    belgian: bool = False
    sober_treatments: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sayings:
    """Everything that is said about one visit.

    `age` is given for those below 18 only; `look_at` tells that the name could not be taken apart;
    `wish` is empty at a sober visit; `appointment` is the sentence about the next one, or empty.
    """

    spoken_name: str
    list_name: str
    age: int | None
    look_at: bool
    pronoun: Pronoun
    greeting: str
    farewell: str
    wish: str
    appointment: str
    sober: bool

    @property
    def whole_farewell(self) -> str:
        """The goodbye with its wish."""
        return f"{self.farewell} {self.wish}".strip()


def sayings(visit: Visit, now: datetime, manners: Manners) -> Sayings:
    """Return what to say at this visit when it is `now` (local wall time)."""
    person = visit.person
    spoken, age, look_at = called(visit)
    aloud = "" if Mark.NOT_ALOUD in visit.all_marks else spoken
    sober = is_sober(visit, manners)
    # At a sober visit "en dag Bello" would be heard as the last goodbye.
    animals = (visit.animal,) if visit.animal and aloud and not sober else ()
    following = visit.following.start if visit.following else None
    addressed = pronoun(person.name, age)
    return Sayings(
        spoken_name=spoken,
        list_name=list_name(person.name),
        age=age,
        look_at=look_at,
        pronoun=addressed,
        greeting=greeting(now, aloud, animals),
        farewell=farewell(aloud, until(now, following, belgian=manners.belgian), sober=sober),
        wish="" if sober else wish(now),
        appointment=appointment_sentence(following, addressed, now) if following else "",
        sober=sober,
    )


def is_sober(visit: Visit, manners: Manners) -> bool:
    """Tell whether a cheerful word would hurt: by mark, by animal, or by the practice's list."""
    if visit.animal_deceased or Mark.SENSITIVE in visit.all_marks:
        return True
    words = f" {_words(visit.treatment)}"
    asked = filter(None, map(_words, manners.sober_treatments))
    return any(f" {sober}" in words for sober in asked)


def _words(text: str) -> str:
    """Return the words of `text`, made comparable and without the signs between them."""
    plain = "".join(letter if letter.isalnum() else " " for letter in fold(text))
    return " ".join(plain.split())
