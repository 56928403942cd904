"""A large agenda file in our own form: 100,000 appointments of a year, of 35,000 people."""

import csv
import io
import random
from datetime import timedelta
from pathlib import Path

from tests.bench.names import BenchPerson, make_people
from tests.bench.world import TODAY, TREATMENTS, working_days

COLUMNS = (
    *("datum", "tijd", "duur", "kenmerk", "patientnummer", "naam", "voornaam", "roepnaam"),
    *("voorletters", "voorvoegsel", "achternaam", "naamgebruik", "partner_voorvoegsel"),
    *("partner_achternaam", "aanspreekvorm", "aanspreken", "titel", "titel_gebruiken"),
    *("geboortedatum", "land", "telefoon", "behandeling", "behandelaar", "dier", "diersoort"),
    *("ouder", "kenmerken", "uitspraak", "status", "opmerking"),
)
ROWS = 100_000
PEOPLE = 35_000

_SEED = 77
_FIRST_NUMBER = 5_000_000  # none of them is known in the worlds
_REMARKS = ("", "", "", "", "belt als het later wordt", "komt met rolstoel", "eerst röntgenfoto")
_MARKS = ("", "", "", "", "", "", "gespannen", "slechthorend", "tolk,eerste-bezoek")


def write_csv(path: Path) -> None:
    """Write the file to `path`; the same each time."""
    path.write_text(csv_text(), encoding="utf-8")


def csv_text() -> str:
    """Return the file as text: the year from today on, by day and time."""
    rng = random.Random(_SEED)  # noqa: S311  no secret
    people = make_people(rng, PEOPLE, _FIRST_NUMBER)
    year = [day for day in working_days() if TODAY <= day < TODAY + timedelta(days=365)]
    times = [f"{hour}:{minute:02d}" for hour in range(8, 18) for minute in range(0, 60, 5)]
    places = [*range(PEOPLE), *rng.choices(range(PEOPLE), k=ROWS - PEOPLE)]
    rng.shuffle(places)
    visits = sorted((rng.choice(year), rng.randrange(len(times)), number) for number in range(ROWS))
    text = io.StringIO()
    table = csv.writer(text, delimiter=";", lineterminator="\r\n")
    table.writerow(COLUMNS)
    for place, (day, time, number) in zip(places, visits, strict=True):
        person = people[place]
        table.writerow(_row(rng, person, f"{day:%d-%m-%Y}", times[time], f"K{number:07d}"))
    return text.getvalue()


def _row(rng: random.Random, person: BenchPerson, day: str, time: str, key: str) -> list[str]:
    name = person.name
    return [
        *(day, time, rng.choice(("10", "15", "20", "30")), key, person.number),
        *("", name.given_name, name.call_name, name.initials, name.prefix, name.surname),
        *(name.name_use.value, name.partner_prefix, name.partner_surname),
        *(name.salutation.value, "", "", "", f"{person.birth_date:%d-%m-%Y}", "NL", person.phone),
        *(rng.choice(TREATMENTS), f"Nieuwe {rng.choice('ABCDEFGHIJ')}", "", "", ""),
        *(rng.choice(_MARKS), "", "gepland", rng.choice(_REMARKS)),
    ]
