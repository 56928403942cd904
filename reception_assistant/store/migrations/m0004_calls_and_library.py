"""Scripts in versions that never change, the lists beside them, calls and what was promised."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

_LIBRARY = (
    # text is the YAML as it was read or written; facts is the same as JSON of the program's types,
    # which it reads sooner.
    """
    CREATE TABLE script_versions (
        id TEXT PRIMARY KEY,
        script_id TEXT NOT NULL,
        number INTEGER NOT NULL,
        text TEXT NOT NULL,
        facts TEXT NOT NULL,
        origin TEXT NOT NULL CHECK (origin IN ('shipped', 'practice', 'pack')),
        made_utc TEXT NOT NULL,
        employee_id TEXT REFERENCES employees (id),
        UNIQUE (script_id, number)
    )""",
    # version_id is the published version; shipped is a fingerprint of the text that it was last
    # filled from, so that a release fills it again only when the practice left it as it was.
    """
    CREATE TABLE scripts (
        id TEXT PRIMARY KEY,
        version_id TEXT NOT NULL REFERENCES script_versions (id),
        shipped TEXT NOT NULL DEFAULT '',
        row_version INTEGER NOT NULL DEFAULT 1
    )""",
    """
    CREATE TABLE list_items (
        list TEXT NOT NULL CHECK (list IN
            ('reason', 'outcome', 'mandate', 'stop_sign', 'allowed', 'sample_person')),
        id TEXT NOT NULL,
        place INTEGER NOT NULL,
        facts TEXT NOT NULL,
        shipped TEXT NOT NULL DEFAULT '',
        row_version INTEGER NOT NULL DEFAULT 1,
        PRIMARY KEY (list, id)
    )""",
    """
    CREATE TABLE packs (
        id TEXT PRIMARY KEY,
        title TEXT NOT NULL DEFAULT '',
        version TEXT NOT NULL DEFAULT '',
        fingerprint TEXT NOT NULL,
        read_utc TEXT NOT NULL
    )""",
    """
    CREATE TRIGGER script_versions_never_change BEFORE UPDATE ON script_versions
    BEGIN SELECT RAISE(ABORT, 'a version never changes'); END""",
    """
    CREATE TRIGGER script_versions_stay BEFORE DELETE ON script_versions
    BEGIN SELECT RAISE(ABORT, 'a version stays'); END""",
)

_CALLS = (
    # number is as it came in, number_key its digits for comparing. elsewhere is empty for a call of
    # our own; of one that came from a file of another log it is the whole record as JSON, because
    # the people and scripts that it names may not be known here.
    """
    CREATE TABLE calls (
        id TEXT PRIMARY KEY,
        direction TEXT NOT NULL CHECK (direction IN ('in', 'uit', 'balie')),
        number TEXT NOT NULL DEFAULT '',
        number_key TEXT NOT NULL DEFAULT '',
        person_id TEXT REFERENCES persons (id),
        appointment_id TEXT REFERENCES appointments (id) ON DELETE SET NULL,
        reason_id TEXT NOT NULL DEFAULT '',
        mood_start TEXT NOT NULL DEFAULT ''
            CHECK (mood_start IN ('', 'rustig', 'gespannen', 'boos')),
        mood_end TEXT NOT NULL DEFAULT '' CHECK (mood_end IN ('', 'rustig', 'gespannen', 'boos')),
        script_version TEXT REFERENCES script_versions (id),
        note TEXT NOT NULL DEFAULT '',
        outcome_id TEXT NOT NULL,
        alternative TEXT NOT NULL DEFAULT '',
        employee_id TEXT NOT NULL REFERENCES employees (id),
        started_utc TEXT NOT NULL,
        ended_utc TEXT NOT NULL,
        elsewhere TEXT NOT NULL DEFAULT '',
        row_version INTEGER NOT NULL DEFAULT 1
    )""",
    # What happened, in order; promise is JSON. No reference to employees and versions: what was
    # written down of a conversation is kept also when the database that knew them was lost.
    """
    CREATE TABLE call_events (
        call_id TEXT NOT NULL REFERENCES calls (id),
        seq INTEGER NOT NULL,
        kind TEXT NOT NULL,
        at_utc TEXT NOT NULL,
        employee_id TEXT NOT NULL,
        version TEXT NOT NULL DEFAULT '',
        step TEXT NOT NULL DEFAULT '',
        number INTEGER NOT NULL DEFAULT -1,
        name TEXT NOT NULL DEFAULT '',
        label TEXT NOT NULL DEFAULT '',
        text TEXT NOT NULL DEFAULT '',
        promise TEXT NOT NULL DEFAULT '',
        PRIMARY KEY (call_id, seq)
    ) WITHOUT ROWID""",
    # How often a script ran in calls that ended so: counted when a call is added, because it is
    # asked at each step of a conversation.
    """
    CREATE TABLE script_use (
        script_id TEXT NOT NULL,
        outcome_id TEXT NOT NULL,
        times INTEGER NOT NULL,
        PRIMARY KEY (script_id, outcome_id)
    )""",
    # before_local is local wall time (YYYY-MM-DDTHH:MM) in zone; before_utc is computed from it.
    """
    CREATE TABLE promises (
        id TEXT PRIMARY KEY,
        call_id TEXT REFERENCES calls (id),
        person_id TEXT REFERENCES persons (id),
        what TEXT NOT NULL,
        before_local TEXT NOT NULL,
        zone TEXT NOT NULL,
        before_utc TEXT NOT NULL,
        owner_id TEXT NOT NULL REFERENCES employees (id),
        by_whom TEXT NOT NULL DEFAULT '',
        channel TEXT NOT NULL CHECK (channel IN ('bellen', 'mailen', 'brief', 'balie')),
        reach TEXT NOT NULL DEFAULT '',
        made_utc TEXT NOT NULL,
        state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'kept', 'gone')),
        row_version INTEGER NOT NULL DEFAULT 1
    )""",
)

_INDEXES = (
    "CREATE INDEX calls_by_person ON calls (person_id, started_utc)",
    "CREATE INDEX calls_by_start ON calls (started_utc)",
    "CREATE INDEX calls_by_number ON calls (number_key) WHERE number_key <> ''",
    "CREATE INDEX calls_of_nobody ON calls (started_utc) WHERE person_id IS NULL",
    # What points at an appointment is looked for when appointments go.
    """CREATE INDEX calls_by_appointment ON calls (appointment_id)
        WHERE appointment_id IS NOT NULL""",
    "CREATE INDEX call_events_begun ON call_events (version) WHERE kind = 'begun'",
    "CREATE INDEX call_events_missing ON call_events (version, step) WHERE kind = 'missing'",
    "CREATE INDEX promises_by_state ON promises (state, before_utc)",
    "CREATE INDEX promises_by_person ON promises (person_id)",
    "CREATE INDEX promises_by_call ON promises (call_id)",
)


def apply(db: "Database") -> None:
    """Make the tables of the fourth version."""
    for statement in (*_LIBRARY, *_CALLS, *_INDEXES):
        db.execute(statement)
