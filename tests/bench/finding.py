"""Finding a person while typing: each letter of many searches, in the large and the small world."""

import random
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from itertools import count
from pathlib import Path

from reception_assistant.agenda.day import Visit
from reception_assistant.agenda.visit import EventKind
from reception_assistant.clock import StandingClock
from reception_assistant.desk.acting import By
from reception_assistant.desk.opening import Desk, open_desk
from reception_assistant.desk.people import PersonForm
from tests.bench import world
from tests.bench.measure import RUNS, Bar, Measured, Row, median_of, milliseconds, percentile, row
from tests.bench.names import make_people

_MOST_MS = 16.0
_MOST_TIMES, _OR_MS_MORE = 1.5, 2.0
_SEED = 5
_SOME_PEOPLE = 40
_WRITES = 20
_TYPED = (
    *("quist", "quaedvlieg", "xhofleer", "xu", "ypma", "yntema", "yıldız", "o'brien", "öztürk"),
    *("de vries", "de", "van", "van der", "van den berg", "van 't hof", "in 't veld", "d'angelo"),
    *("nse", "ondag", "jkst", "ijz", "een", "zzz", "x y", "e m s", "p j s", "maria van den"),
    *("06", "0612", "+31 6 12 34", "012", "19650312", "12-03-1965", "1-1-80", "2001-02-28"),
)


def rows() -> Iterator[Row]:
    """Measure finding in all its circumstances."""
    bar = Bar(_MOST_MS, "ms")
    yield row("find while typing, p95 of all letters", bar, _while_typing)
    yield row("the same, right after a visit was marked", bar, _after_a_mark)
    yield row("the same, right after a person was corrected", bar, _after_a_correction)
    yield row("finding at ten times the data", Bar(_MOST_TIMES, "x"), _ten_times)


def letters() -> list[str]:
    """Return what stands in the field after each letter typed."""
    people = make_people(random.Random(_SEED), _SOME_PEOPLE)  # noqa: S311  no secret
    typed = list(_TYPED)
    for number, person in enumerate(people):
        name, born = person.name, person.birth_date
        surname = f"{name.prefix} {name.surname}".strip()
        forms = (surname, f"{name.given_name} {surname}", name.surname)
        typed.append(forms[number % len(forms)].lower())
        typed.append((f"{born:%d-%m-%Y}", person.phone)[number % 2])
    return [whole[:end] for whole in typed for end in range(1, len(whole) + 1)]


def _while_typing() -> Measured:
    with _desk(world.big().folder) as desk:
        first = milliseconds(lambda: desk.people.find("a", world.TODAY))
        figure = median_of(lambda: _p95(desk))
    return Measured(figure, f"the very first {first:.0f} ms")


def _ten_times() -> Measured:
    with _desk(world.big().folder) as large, _desk(world.small().folder) as little:
        for desk in (large, little):
            desk.people.find("a", world.TODAY)
        pairs = sorted((_p95(large), _p95(little)) for _run in range(RUNS))
    big, small = pairs[len(pairs) // 2]
    met = big <= max(small * _MOST_TIMES, small + _OR_MS_MORE)
    return Measured(big / small, f"{small:.1f} -> {big:.1f} ms; or 2 ms more", met=met)


def _after_a_mark() -> Measured:
    def mark(desk: Desk, visit: Visit, by: By) -> None:
        desk.agenda.mark(visit.id, EventKind.ARRIVED, by)

    return Measured(_p95_after(mark))


def _after_a_correction() -> Measured:
    phones = (f"06-{number:08d}" for number in count())

    def correct(desk: Desk, visit: Visit, by: By) -> None:
        person = desk.people.person(visit.person.id) or visit.person
        form = PersonForm(name=person.name, birth_date=person.birth_date, phone=next(phones))
        desk.people.correct(person, form, by)

    return Measured(_p95_after(correct))


def _p95_after(write: Callable[[Desk, Visit, By], None]) -> float:
    """Return the 95th percentile of the finds that come first after a write."""
    typed = iter(random.Random(_SEED).choices(letters(), k=_WRITES * RUNS))  # noqa: S311
    with tempfile.TemporaryDirectory() as folder:
        copy = world.copy_of(world.big(), Path(folder))
        with _desk(copy.folder) as desk:
            by = By(desk.staff.at_the_desk())
            visits = iter(desk.agenda.day(world.TODAY, None).visits)
            desk.people.find("a", world.TODAY)

            def once() -> float:
                write(desk, next(visits), by)
                return milliseconds(lambda: desk.people.find(next(typed), world.TODAY))

            return median_of(lambda: percentile([once() for _write in range(_WRITES)], 95))


@contextmanager
def _desk(folder: Path) -> Iterator[Desk]:
    with open_desk(folder, clock=StandingClock(world.MOMENT)) as desk:
        yield desk


def _p95(desk: Desk) -> float:
    took = [milliseconds(partial(desk.people.find, typed, world.TODAY)) for typed in letters()]
    return percentile(took, 95)
