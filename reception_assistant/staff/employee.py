"""Somebody who works at the practice."""

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
