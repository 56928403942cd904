"""Employees and settings on disk."""

from typing import TYPE_CHECKING

from reception_assistant.settings.catalogue import Settings
from reception_assistant.staff.employee import Employee, Role

if TYPE_CHECKING:
    from sqlite3 import Connection


def read_employees(connection: "Connection") -> list[Employee]:
    """Return everybody who works or worked here, by name."""
    rows = connection.execute(
        "SELECT id, name, role, active, row_version FROM employees ORDER BY name, id"
    )
    return [Employee(row[0], row[1], Role(row[2]), bool(row[3]), row[4]) for row in rows]


def save_employee(connection: "Connection", employee: Employee) -> None:
    """Add an employee or keep what changed."""
    connection.execute(
        """INSERT INTO employees (id, name, role, active) VALUES (?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET name = excluded.name, role = excluded.role,
            active = excluded.active, row_version = row_version + 1""",
        (employee.id, employee.name, employee.role, int(employee.active)),
    )


def read_settings(connection: "Connection") -> Settings:
    """Return all that was chosen."""
    return Settings(dict(connection.execute("SELECT name, value FROM settings").fetchall()))


def save_setting(connection: "Connection", name: str, value: str) -> None:
    """Keep what was chosen."""
    connection.execute(
        """INSERT INTO settings (name, value) VALUES (?, ?)
        ON CONFLICT (name) DO UPDATE SET value = excluded.value, row_version = row_version + 1""",
        (name, value),
    )
