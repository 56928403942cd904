"""The first sentence at the desk and on the telephone: Goedemorgen mevrouw De Vries."""

from collections.abc import Sequence
from datetime import datetime, time
from enum import IntEnum

from reception_assistant.i18n import N_, _
from reception_assistant.naming.sentence import full_stop_once, tidy


class PartOfDay(IntEnum):
    """The parts of a day in their order; each lasts six hours."""

    NIGHT = 0
    MORNING = 1
    AFTERNOON = 2
    EVENING = 3


_HOURS_IN_PART = 6
_GREETINGS = (N_("Goedendag"), N_("Goedemorgen"), N_("Goedemiddag"), N_("Goedenavond"))


def part_of_day(moment: time | datetime) -> PartOfDay:
    """Return the part of the day: morning from 6, afternoon from 12, evening from 18 o'clock."""
    return PartOfDay(moment.hour // _HOURS_IN_PART)


def greeting_word(moment: time | datetime) -> str:
    """Return the greeting by the clock, without a name: "Goedemorgen"."""
    return _(_GREETINGS[moment.hour // _HOURS_IN_PART])


def greeting(moment: time | datetime, spoken: str, animals: Sequence[str] = ()) -> str:
    """Return the greeting by the clock, first the owner and then the animals, in one breath."""
    word = greeting_word(moment)
    name, animal = tidy(spoken), _listing(animals)
    if name and animal:
        sentence = _("{greeting} {name}, en dag {animals}.")
    elif animal:
        sentence = _("{greeting}, en dag {animals}.")
    elif name:
        sentence = _("{greeting} {name}.")
    else:
        sentence = _("{greeting}.")
    return full_stop_once(sentence.format(greeting=word, name=name, animals=animal))


def _listing(names: Sequence[str]) -> str:
    """Return the names as said: "Bello", "Bello en Minoes", "Bello, Minoes en Tijger"."""
    heard = [name for name in map(tidy, names) if name]
    if not heard:
        return ""
    *others, last = heard
    return _("{others} en {last}").format(others=", ".join(others), last=last) if others else last
