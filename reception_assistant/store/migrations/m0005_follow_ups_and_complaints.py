"""Fifth version: what becomes of promises, complaints in seven steps, feedback and incidents."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

# What was promised stays as it is; what becomes of it is added.
_PROMISES = (
    "ALTER TABLE promises ADD COLUMN kind TEXT NOT NULL DEFAULT 'terugbellen'",
    "ALTER TABLE promises ADD COLUMN source TEXT NOT NULL DEFAULT 'gesprek'",
    # after_local is from when it may be done; next_try_local from when a next try makes sense.
    "ALTER TABLE promises ADD COLUMN after_local TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE promises ADD COLUMN next_try_local TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE promises ADD COLUMN whom TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE promises ADD COLUMN subject TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE promises ADD COLUMN complaint_id TEXT REFERENCES complaints (id)",
    "ALTER TABLE promises ADD COLUMN feedback_id TEXT REFERENCES feedback (id)",
    "ALTER TABLE promises ADD COLUMN improvement_id TEXT REFERENCES improvements (id)",
    "ALTER TABLE promises ADD COLUMN third_party TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE promises ADD COLUMN third_reach TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE promises ADD COLUMN answer TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE promises ADD COLUMN result TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE promises ADD COLUMN helped TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE promises ADD COLUMN closed_utc TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE promises ADD COLUMN closed_by TEXT REFERENCES employees (id)",
    "UPDATE promises SET kind = 'belofte' WHERE channel <> 'bellen'",
    """
    UPDATE promises SET subject = COALESCE(
        (SELECT reason_id FROM calls WHERE calls.id = promises.call_id), '')""",
    """
    CREATE TABLE promise_attempts (
        id TEXT PRIMARY KEY,
        promise_id TEXT NOT NULL REFERENCES promises (id) ON DELETE CASCADE,
        at_utc TEXT NOT NULL,
        employee_id TEXT NOT NULL REFERENCES employees (id),
        reached TEXT NOT NULL,
        note TEXT NOT NULL DEFAULT ''
    )""",
    """
    CREATE TABLE promise_hand_overs (
        id TEXT PRIMARY KEY,
        promise_id TEXT NOT NULL REFERENCES promises (id) ON DELETE CASCADE,
        at_utc TEXT NOT NULL,
        from_id TEXT NOT NULL REFERENCES employees (id),
        to_id TEXT NOT NULL REFERENCES employees (id),
        note TEXT NOT NULL
    )""",
)

_COMPLAINTS = (
    # received_on is a local day (YYYY-MM-DD); of the customer's own words only the answers tell.
    """
    CREATE TABLE complaints (
        id TEXT PRIMARY KEY,
        person_id TEXT REFERENCES persons (id),
        whom TEXT NOT NULL DEFAULT '',
        animal TEXT NOT NULL DEFAULT '',
        subject TEXT NOT NULL,
        reason TEXT NOT NULL DEFAULT '',
        received_on TEXT NOT NULL,
        form TEXT NOT NULL CHECK (form IN ('mondeling', 'schriftelijk')),
        told_where TEXT NOT NULL,
        regime TEXT NOT NULL,
        owner_id TEXT NOT NULL REFERENCES employees (id),
        reach TEXT NOT NULL DEFAULT '',
        call_id TEXT REFERENCES calls (id),
        appointment_id TEXT,
        phase INTEGER NOT NULL DEFAULT 1 CHECK (phase BETWEEN 1 AND 7),
        loops INTEGER NOT NULL DEFAULT 0,
        mandates TEXT NOT NULL DEFAULT '',
        state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'gesloten')),
        made_utc TEXT NOT NULL,
        closed_utc TEXT NOT NULL DEFAULT '',
        closed_reason TEXT NOT NULL DEFAULT '',
        row_version INTEGER NOT NULL DEFAULT 1
    )""",
    # One row for each thing that the record holds: two people may write in two of them at once.
    """
    CREATE TABLE complaint_answers (
        complaint_id TEXT NOT NULL REFERENCES complaints (id) ON DELETE CASCADE,
        field TEXT NOT NULL,
        value TEXT NOT NULL,
        at_utc TEXT NOT NULL,
        employee_id TEXT NOT NULL REFERENCES employees (id),
        row_version INTEGER NOT NULL DEFAULT 1,
        PRIMARY KEY (complaint_id, field)
    ) WITHOUT ROWID""",
    """
    CREATE TABLE complaint_events (
        id TEXT PRIMARY KEY,
        complaint_id TEXT NOT NULL REFERENCES complaints (id) ON DELETE CASCADE,
        at_utc TEXT NOT NULL,
        employee_id TEXT NOT NULL REFERENCES employees (id),
        kind TEXT NOT NULL,
        phase INTEGER NOT NULL DEFAULT 0,
        field TEXT NOT NULL DEFAULT '',
        detail TEXT NOT NULL DEFAULT ''
    )""",
    """
    CREATE TABLE complaint_extensions (
        id TEXT PRIMARY KEY,
        complaint_id TEXT NOT NULL REFERENCES complaints (id) ON DELETE CASCADE,
        at_utc TEXT NOT NULL,
        employee_id TEXT NOT NULL REFERENCES employees (id),
        weeks INTEGER NOT NULL CHECK (weeks > 0),
        reason TEXT NOT NULL
    )""",
    """
    CREATE TABLE improvements (
        id TEXT PRIMARY KEY,
        cause TEXT NOT NULL,
        what TEXT NOT NULL,
        owner_id TEXT NOT NULL REFERENCES employees (id),
        since TEXT NOT NULL,
        review TEXT NOT NULL,
        complaint_id TEXT REFERENCES complaints (id) ON DELETE SET NULL,
        script_id TEXT NOT NULL DEFAULT '',
        rule TEXT NOT NULL DEFAULT '',
        worked TEXT NOT NULL DEFAULT '',
        remark TEXT NOT NULL DEFAULT '',
        row_version INTEGER NOT NULL DEFAULT 1
    )""",
    """
    CREATE TABLE feedback (
        id TEXT PRIMARY KEY,
        sort TEXT NOT NULL,
        text TEXT NOT NULL,
        told_where TEXT NOT NULL DEFAULT '',
        about TEXT NOT NULL DEFAULT '',
        person_id TEXT REFERENCES persons (id),
        whom TEXT NOT NULL DEFAULT '',
        at_utc TEXT NOT NULL,
        employee_id TEXT NOT NULL REFERENCES employees (id),
        reply_before TEXT NOT NULL DEFAULT '',
        done TEXT NOT NULL DEFAULT '',
        done_utc TEXT NOT NULL DEFAULT '',
        row_version INTEGER NOT NULL DEFAULT 1
    )""",
    # Facts only; a row is removed after the day in expires_on.
    """
    CREATE TABLE incidents (
        id TEXT PRIMARY KEY,
        day TEXT NOT NULL,
        facts TEXT NOT NULL,
        person_id TEXT REFERENCES persons (id),
        whom TEXT NOT NULL DEFAULT '',
        call_id TEXT REFERENCES calls (id),
        complaint_id TEXT REFERENCES complaints (id) ON DELETE SET NULL,
        employee_id TEXT NOT NULL REFERENCES employees (id),
        told TEXT NOT NULL,
        warned INTEGER NOT NULL DEFAULT 0,
        ended INTEGER NOT NULL DEFAULT 0,
        reported INTEGER NOT NULL DEFAULT 0,
        expires_on TEXT NOT NULL,
        aftercare TEXT NOT NULL DEFAULT '',
        made_utc TEXT NOT NULL,
        row_version INTEGER NOT NULL DEFAULT 1
    )""",
)

_INDEXES = (
    "CREATE INDEX promises_by_complaint ON promises (complaint_id) WHERE complaint_id IS NOT NULL",
    "CREATE INDEX promises_by_owner ON promises (owner_id, state, before_utc)",
    "CREATE INDEX promises_by_subject ON promises (person_id, subject) WHERE state = 'open'",
    # The list of follow-ups: what waits for somebody else, and what is tried again on a day.
    """CREATE INDEX promises_waiting ON promises (before_utc)
        WHERE state = 'open' AND kind = 'wij-bellen-zelf' AND answer = ''""",
    """CREATE INDEX promises_again ON promises (next_try_local)
        WHERE state = 'open' AND next_try_local <> ''""",
    "CREATE INDEX promise_attempts_by_promise ON promise_attempts (promise_id, at_utc)",
    "CREATE INDEX promise_hand_overs_by_promise ON promise_hand_overs (promise_id, at_utc)",
    "CREATE INDEX complaints_by_state ON complaints (state, received_on)",
    "CREATE INDEX complaints_by_person ON complaints (person_id) WHERE person_id IS NOT NULL",
    "CREATE INDEX complaints_by_call ON complaints (call_id) WHERE call_id IS NOT NULL",
    "CREATE INDEX complaint_answers_by_field ON complaint_answers (field, value)",
    "CREATE INDEX complaint_events_by_complaint ON complaint_events (complaint_id, at_utc)",
    "CREATE INDEX complaint_extensions_by ON complaint_extensions (complaint_id, at_utc)",
    "CREATE INDEX improvements_by_cause ON improvements (cause)",
    "CREATE INDEX feedback_by_time ON feedback (at_utc)",
    "CREATE INDEX incidents_by_person ON incidents (person_id) WHERE person_id IS NOT NULL",
    "CREATE INDEX incidents_by_end ON incidents (expires_on)",
)


def apply(db: "Database") -> None:
    """Make the tables of the fifth version."""
    for statement in (*_COMPLAINTS, *_PROMISES, *_INDEXES):
        db.execute(statement)
