"""The worked cases of the domain, read from tests/data/naming, and short ways to make facts."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from hypothesis import strategies as st

from reception_assistant.naming.person import Country, NameUse, PersonName, Salutation

_DATA = Path(__file__).parents[2] / "data" / "naming"
_SALUTATIONS = {"m": Salutation.MENEER, "v": Salutation.MEVROUW, "?": Salutation.UNKNOWN}


@dataclass(frozen=True, slots=True, kw_only=True)
class NameCase:
    """A row of names.csv."""

    label: str
    name: PersonName
    age: int | None
    spoken: str
    listed: str
    sorted_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FarewellCase:
    """A row of farewells.csv."""

    label: str
    now: datetime
    following: datetime | None
    phrase: str


def name_cases() -> list[NameCase]:
    """Return the 48 worked names."""
    return [
        NameCase(
            label=row["id"],
            name=PersonName(
                given_name=row["voornaam"],
                initials=row["voorletters"],
                prefix=row["voorvoegsel"],
                surname=row["achternaam"],
                name_use=NameUse(row["naamgebruik"]),
                partner_prefix=row["partner_voorvoegsel"],
                partner_surname=row["partner_achternaam"],
                salutation=_SALUTATIONS[row["aanspreek"]],
                title=row["titel"],
                title_spoken=row["titel_gebruiken"] == "ja",
                country=Country(row["land"]),
            ),
            age=int(row["leeftijd"]) if row["leeftijd"] else None,
            spoken=row["gesproken"],
            listed=row["lijstnaam"],
            sorted_by=row["sorteersleutel"],
        )
        for row in _rows("names.csv")
    ]


def farewell_cases() -> list[FarewellCase]:
    """Return the 27 worked farewells."""
    return [
        FarewellCase(
            label=row["id"],
            now=at(row["nu"]),
            following=at(row["afspraak"]) if row["afspraak"] else None,
            phrase=row["zin"],
        )
        for row in _rows("farewells.csv")
    ]


def at(moment: str) -> datetime:
    """Return a wall time of the practice, written as in the worked cases."""
    return datetime.fromisoformat(moment)


def letters(text: str) -> str:
    """Return `text` without white space, for comparing what was kept."""
    return "".join(text.split())


# Registered parts: any script, apostrophes, hyphens, stray spaces; NUL was removed before.
PARTS = st.text(
    st.sampled_from("aàdeijIJvVzßſŁłđńÅøœ'’-. ñnşטאبر京~|{}\u00a0\u200f\u0301")
    | st.characters(exclude_categories=("Cs", "Cc")),
    max_size=12,
)
NAMES = st.builds(
    PersonName,
    given_name=PARTS,
    call_name=PARTS,
    initials=PARTS,
    prefix=PARTS | st.sampled_from(["", "de", "van den", "'t", "d'", "d’", "in 't", "Van Der"]),
    surname=PARTS | st.sampled_from(["", ".", "Vries"]),
    name_use=st.sampled_from(NameUse),
    partner_prefix=PARTS | st.sampled_from(["", "van", "d'"]),
    partner_surname=PARTS | st.sampled_from(["", ".", "Berg"]),
    salutation=st.sampled_from(Salutation),
    title=st.sampled_from(["", "dr.", "baron", "ir."]),
    title_spoken=st.booleans(),
    country=st.sampled_from(Country),
    as_received=st.just("") | PARTS,
)


def _rows(file: str) -> Iterator[dict[str, str]]:
    with (_DATA / file).open(encoding="utf-8", newline="") as text:
        yield from csv.DictReader(text)
