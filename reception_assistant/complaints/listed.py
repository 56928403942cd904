"""What the register of complaints shows, and what comes back when somebody writes in a record."""

from typing import NamedTuple

from reception_assistant.complaints.complaint import Complaint, Field, Form, Phase, State


class Row(NamedTuple):
    """One complaint in the register.

    `who` is "anoniem" for nobody known, `received` a day (ISO). `due_words` tell before when;
    `near` says that the last day comes close, `overdue` that it is over.
    """

    id: str
    who: str
    subject: str
    phase: Phase
    form: Form
    due_words: str
    overdue: bool
    near: bool
    state: State
    owner: str
    received: str
    person_id: str | None = None


class Search(NamedTuple):
    """Which complaints are asked for; what is empty does not count. `first`, `last` are days."""

    text: str = ""
    state: State | None = State.OPEN
    form: Form | None = None
    owner_id: str = ""
    reason: str = ""
    cause: str = ""
    first: str = ""
    last: str = ""


class Clash(NamedTuple):
    """Two people wrote in one field: `theirs` is kept, `mine` waits for a choice.

    `who` wrote theirs, and `when` says at what moment, in words.
    """

    field: Field
    mine: str
    theirs: str
    who: str
    when: str


class Written(NamedTuple):
    """The complaint after writing, and what could not be kept beside what somebody else wrote."""

    complaint: Complaint
    clashes: tuple[Clash, ...] = ()
