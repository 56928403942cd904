"""A profile comes back from the database exactly as it was chosen."""

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from reception_assistant.agenda.profile import (
    CalendarChoices,
    DayOrder,
    Kind,
    NameFrom,
    PractitionerFrom,
    Profile,
    TableChoices,
    TreatmentFrom,
)
from reception_assistant.agenda.readers.tables.columns import OUR_COLUMNS
from reception_assistant.store.profiles import delete_profile, read_profiles, save_profile
from reception_assistant.store.sources import Source, read_sources, save_source
from tests.helpers.practice import Practice, open_practice

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
PROFILES = st.builds(
    Profile,
    id=st.just("p1"),
    name=TEXT,
    kind=st.sampled_from(Kind),
    signature=TEXT,
    table=st.builds(
        TableChoices,
        columns=st.dictionaries(st.sampled_from(OUR_COLUMNS), TEXT),
        day_order=st.sampled_from(DayOrder),
        prefix_in_surname=st.booleans(),
        table=TEXT,
    ),
    calendar=st.builds(
        CalendarChoices,
        name_from=st.sampled_from(NameFrom),
        separator=TEXT,
        treatment_from=st.sampled_from(TreatmentFrom),
        practitioner_from=st.sampled_from(PractitionerFrom),
        practitioner=TEXT,
    ),
)


def profile(key: str, name: str) -> Profile:
    return Profile(id=key, name=name, kind=Kind.TABLE, signature=f"s{key}")


@settings(max_examples=50, deadline=None)
@given(chosen=st.lists(PROFILES, min_size=1, max_size=3))
def test_what_was_chosen_last_comes_back(chosen: list[Profile]) -> None:
    with tempfile.TemporaryDirectory() as folder, open_practice(Path(folder)) as practice:
        with practice.desk.store.writing() as db:
            for each in chosen:
                save_profile(db.conn, each)
        with practice.desk.store.reading() as connection:
            (kept,) = read_profiles(connection)
    assert kept == chosen[-1]


def test_profiles_come_by_name_whatever_their_capitals(practice: Practice) -> None:
    with practice.desk.store.writing() as db:
        for key, name in enumerate(("Zorg", "exquise", "Atlas", "bRidge")):
            save_profile(db.conn, profile(str(key), name))
        names = [each.name for each in read_profiles(db.conn)]
    assert names == ["Atlas", "bRidge", "exquise", "Zorg"]


def test_a_source_goes_on_without_the_profile_that_is_forgotten(practice: Practice) -> None:
    with practice.desk.store.writing() as db:
        save_profile(db.conn, profile("1", "Atlas"))
        save_source(db, Source("s1", "Atlas", "table", profile_id="1"))
        delete_profile(db.conn, "1")
        assert read_profiles(db.conn) == []
        assert read_sources(db.conn) == [Source("s1", "Atlas", "table")]
