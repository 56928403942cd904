"""The first schema: people, appointments, visits, and who did what.

Text columns are never NULL unless they point at a row of another table: an unknown part of a name
is an empty text, so that two of them compare equal.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

_TABLES = (
    """
    CREATE TABLE employees (
        id TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        role TEXT NOT NULL CHECK (role IN ('receptionist', 'manager')),
        active INTEGER NOT NULL DEFAULT 1,
        row_version INTEGER NOT NULL DEFAULT 1
    )""",
    """
    CREATE TABLE settings (
        name TEXT PRIMARY KEY,
        value TEXT NOT NULL,
        row_version INTEGER NOT NULL DEFAULT 1
    )""",
    """
    CREATE TABLE audit (
        id TEXT PRIMARY KEY,
        at_utc TEXT NOT NULL,
        employee_id TEXT NOT NULL REFERENCES employees (id),
        action TEXT NOT NULL,
        subject_id TEXT NOT NULL DEFAULT '',
        detail TEXT NOT NULL DEFAULT ''
    )""",
    """
    CREATE TABLE sources (
        id TEXT PRIMARY KEY,
        name TEXT NOT NULL UNIQUE,
        kind TEXT NOT NULL,
        first_day TEXT NOT NULL DEFAULT '',
        last_day TEXT NOT NULL DEFAULT '',
        read_utc TEXT NOT NULL DEFAULT '',
        row_version INTEGER NOT NULL DEFAULT 1
    )""",
    """
    CREATE TABLE practitioners (
        id TEXT PRIMARY KEY,
        name TEXT NOT NULL UNIQUE,
        row_version INTEGER NOT NULL DEFAULT 1
    )""",
    # place follows sort_key, so that the search below gives its answers in the order of the list;
    # changed counts all writes to people, for whoever holds some of them in memory.
    """
    CREATE TABLE persons (
        id TEXT PRIMARY KEY,
        place INTEGER NOT NULL UNIQUE,
        given_name TEXT NOT NULL DEFAULT '',
        call_name TEXT NOT NULL DEFAULT '',
        initials TEXT NOT NULL DEFAULT '',
        prefix TEXT NOT NULL DEFAULT '',
        surname TEXT NOT NULL DEFAULT '',
        name_use TEXT NOT NULL DEFAULT 'E' CHECK (name_use IN ('E', 'P', 'V', 'N')),
        partner_prefix TEXT NOT NULL DEFAULT '',
        partner_surname TEXT NOT NULL DEFAULT '',
        salutation TEXT NOT NULL DEFAULT '' CHECK (salutation IN ('m', 'v', '')),
        pronoun TEXT NOT NULL DEFAULT '' CHECK (pronoun IN ('u', 'je', '')),
        title TEXT NOT NULL DEFAULT '',
        title_spoken INTEGER NOT NULL DEFAULT 0,
        country TEXT NOT NULL DEFAULT 'NL' CHECK (country IN ('NL', 'BE')),
        as_received TEXT NOT NULL DEFAULT '',
        birth_date TEXT NOT NULL DEFAULT '',
        phone TEXT NOT NULL DEFAULT '',
        pronunciation TEXT NOT NULL DEFAULT '',
        marks TEXT NOT NULL DEFAULT '',
        loose INTEGER NOT NULL DEFAULT 0,
        corrected TEXT NOT NULL DEFAULT '',
        sort_key TEXT NOT NULL,
        changed INTEGER NOT NULL,
        row_version INTEGER NOT NULL DEFAULT 1
    )""",
    # What a source calls a person, and a fingerprint of what it said of them the last time.
    """
    CREATE TABLE source_persons (
        source_id TEXT NOT NULL REFERENCES sources (id),
        person_id TEXT NOT NULL REFERENCES persons (id),
        number TEXT NOT NULL DEFAULT '',
        name_key TEXT NOT NULL,
        birth_date TEXT NOT NULL DEFAULT '',
        phone_key TEXT NOT NULL DEFAULT '',
        said TEXT NOT NULL,
        PRIMARY KEY (source_id, person_id)
    )""",
    """
    CREATE TABLE animals (
        id TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        species TEXT NOT NULL DEFAULT '',
        deceased INTEGER NOT NULL DEFAULT 0,
        row_version INTEGER NOT NULL DEFAULT 1
    )""",
    """
    CREATE TABLE animal_owners (
        animal_id TEXT NOT NULL REFERENCES animals (id),
        person_id TEXT NOT NULL REFERENCES persons (id),
        PRIMARY KEY (animal_id, person_id)
    )""",
    # starts is local wall time (YYYY-MM-DDTHH:MM) in `zone`; starts_utc is computed from it.
    # said is a fingerprint of the row in the source: a change by hand stays until the source
    # itself says something new.
    """
    CREATE TABLE appointments (
        id TEXT PRIMARY KEY,
        source_id TEXT REFERENCES sources (id),
        source_key TEXT NOT NULL DEFAULT '',
        person_id TEXT NOT NULL REFERENCES persons (id),
        practitioner_id TEXT REFERENCES practitioners (id),
        animal_id TEXT REFERENCES animals (id),
        starts TEXT NOT NULL,
        zone TEXT NOT NULL,
        starts_utc TEXT NOT NULL,
        minutes INTEGER NOT NULL DEFAULT 0,
        treatment TEXT NOT NULL DEFAULT '',
        parent TEXT NOT NULL DEFAULT '',
        marks TEXT NOT NULL DEFAULT '',
        remark TEXT NOT NULL DEFAULT '',
        booking TEXT NOT NULL DEFAULT 'gepland'
            CHECK (booking IN ('gepland', 'verzet', 'afgezegd', 'gekomen', 'niet-gekomen')),
        withdrawn_utc TEXT NOT NULL DEFAULT '',
        said TEXT NOT NULL DEFAULT '',
        row_version INTEGER NOT NULL DEFAULT 1
    )""",
    """
    CREATE TABLE visit_events (
        id TEXT PRIMARY KEY,
        appointment_id TEXT NOT NULL REFERENCES appointments (id),
        kind TEXT NOT NULL CHECK (kind IN ('arrived', 'taken_in', 'left', 'no_show', 'undone')),
        at_utc TEXT NOT NULL,
        employee_id TEXT NOT NULL REFERENCES employees (id),
        undoes TEXT REFERENCES visit_events (id)
    )""",
)

_INDEXES = (
    "CREATE INDEX appointments_by_start ON appointments (starts, person_id)",
    "CREATE INDEX appointments_by_person ON appointments (person_id, starts)",
    "CREATE INDEX appointments_by_key ON appointments (source_key, source_id)",
    "CREATE INDEX persons_by_change ON persons (changed)",
    "CREATE INDEX animal_owners_by_person ON animal_owners (person_id)",
    "CREATE INDEX visit_events_by_appointment ON visit_events (appointment_id)",
    "CREATE INDEX visit_events_by_employee ON visit_events (employee_id, at_utc)",
)

# Every word of a person stands in it after two spaces, so that one index of three letters at a
# time finds both the start of a word (from one letter) and any three letters in a row. Its row is
# the place of the person.
_SEARCH = """
    CREATE VIRTUAL TABLE person_search USING fts5 (words, tokenize = 'trigram', columnsize = 0)"""

# Somebody is always at the desk, and may do everything until the practice says who is who. What is
# added at the desk has a source of its own.
_FIRST_ROWS = (
    """
    INSERT INTO employees (id, name, role)
    VALUES ('00000000-0000-7000-8000-000000000001', 'Balie', 'manager')""",
    """
    INSERT INTO sources (id, name, kind)
    VALUES ('00000000-0000-7000-8000-000000000002', 'met de hand', 'hand')""",
)


def apply(db: "Database") -> None:
    """Make the tables of the first version, with the rows that are always there."""
    for statement in (*_TABLES, *_INDEXES, _SEARCH, *_FIRST_ROWS):
        db.execute(statement)
