"""The profiles: how the agenda files of each system are to be read."""

from typing import TYPE_CHECKING

import msgspec

from reception_assistant.agenda.profile import CalendarChoices, Kind, Profile, TableChoices

if TYPE_CHECKING:
    from sqlite3 import Connection

_COLUMNS = "id, name, kind, signature, choices"


class _Choices(msgspec.Struct, frozen=True):
    """What was chosen, as it is kept."""

    table: TableChoices = TableChoices()
    calendar: CalendarChoices = CalendarChoices()


def read_profiles(connection: "Connection") -> list[Profile]:
    """Return all profiles, by name."""
    rows = connection.execute(f"SELECT {_COLUMNS} FROM profiles ORDER BY name COLLATE NOCASE")
    return [_profile(*row) for row in rows]


def save_profile(connection: "Connection", profile: Profile) -> None:
    """Add `profile`, or keep what was chosen anew."""
    choices = msgspec.json.encode(_Choices(profile.table, profile.calendar)).decode()
    connection.execute(
        f"""INSERT INTO profiles ({_COLUMNS}) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET name = excluded.name, kind = excluded.kind,
            signature = excluded.signature, choices = excluded.choices,
            row_version = row_version + 1""",
        (profile.id, profile.name, profile.kind, profile.signature, choices),
    )


def delete_profile(connection: "Connection", profile_id: str) -> None:
    """Forget a profile; its source goes on without one."""
    connection.execute("UPDATE sources SET profile_id = NULL WHERE profile_id = ?", (profile_id,))
    connection.execute("DELETE FROM profiles WHERE id = ?", (profile_id,))


def _profile(key: str, name: str, kind: str, signature: str, choices: str) -> Profile:
    chosen = msgspec.json.decode(choices, type=_Choices)
    return Profile(
        id=key,
        name=name,
        kind=Kind(kind),
        signature=signature,
        table=chosen.table,
        calendar=chosen.calendar,
    )
