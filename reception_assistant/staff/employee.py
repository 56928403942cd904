"""Somebody who works at the practice."""

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple


class Role(StrEnum):
    """What somebody does at the practice."""

    RECEPTIONIST = "receptionist"
    MANAGER = "manager"


class Employee(NamedTuple):
    """Somebody who can be at the desk."""

    id: str
    name: str
    role: Role
    active: bool = True
    version: int = 1


def at_the_desk(everybody: Sequence[Employee], chosen_id: str) -> Employee:
    """Return who sits at the desk: the one chosen last, or the first who works here.

    Somebody always works here: the store begins with one employee and keeps one manager.
    """
    active = [each for each in everybody if each.active]
    return next((each for each in active if each.id == chosen_id), active[0])
