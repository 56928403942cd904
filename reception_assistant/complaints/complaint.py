"""A complaint: the conversation in seven steps, written down while it is held."""

from collections.abc import Mapping
from enum import IntEnum, StrEnum

from msgspec import Struct


class Phase(IntEnum):
    """The seven steps."""

    PREPARE = 1
    ACKNOWLEDGE = 2
    CLARIFY = 3
    SOLVE = 4
    CHECK = 5
    DO = 6
    LEARN = 7


class Field(StrEnum):
    """What the record holds.

    The ids that the script for calming remembers too (`product.md`) are the same, so that nothing
    is typed twice.
    """

    GOAL = "doel"
    EXPECTED = "verwacht"
    EXPERIENCED = "ervaren"
    EMOTION = "emotie"
    APOLOGY = "excuus"
    WORDS = "woorden"
    MORE = "meer"
    BEHIND = "achter"
    HELP = "helpen"
    WISH = "wens"
    ACCEPTABLE = "acceptabel"
    CONFIRMED = "bevestigd"
    SOLUTION = "oplossing"
    ALTERNATIVE = "alternatief"
    GAIN_CUSTOMER = "winst-klant"
    GAIN_PRACTICE = "winst-praktijk"
    SOUNDS = "klinkt"
    THINKS = "vindt"
    MEETS = "voldoet"
    SOLVED = "opgelost"
    STAY_IN_TOUCH = "contact"
    CAUSE = "oorzaak"
    CAUSE_TEXT = "oorzaak-uitleg"
    BETWEEN_LINES = "tussen-de-regels"
    """Private: it is in no report, letter, export or overview."""


class Yes(StrEnum):
    """The answer of the customer to "klopt dat?" and "is het opgelost?"."""

    YES = "ja"
    PARTLY = "deels"
    NO = "nee"


class Form(StrEnum):
    """How it came: the legal term begins with a letter or a mail only."""

    SPOKEN = "mondeling"
    WRITTEN = "schriftelijk"


class Where(StrEnum):
    """Where somebody told it, or where others read it."""

    PHONE = "telefoon"
    DESK = "balie"
    MAIL = "mail"
    LETTER = "brief"
    ONLINE = "online"
    HEARSAY = "van-horen-zeggen"


class State(StrEnum):
    """Open until the customer says that it is solved, or a reason is written down."""

    OPEN = "open"
    CLOSED = "gesloten"


class Extension(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """More time, told to the customer in writing, with the reason."""

    at_utc: str
    weeks: int
    reason: str


class Event(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One thing that happened with a complaint (the step log): when, by whom, what.

    `kind` is one of: begun, answered, told (by the call itself), back, looped, extended,
    handed_over, promised, closed, reopened, letter, boundary, changed. `field` and `detail` say of
    what; never a private text. Of "closed", `field` is the last day of the term as it was then.
    """

    at_utc: str
    employee: str
    kind: str
    phase: int = 0
    field: str = ""
    detail: str = ""


class Complaint(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A complaint as it is now; `answers` are what the record holds, by `Field`.

    `received` is the local day (ISO) it came in; `form`, `regime` decide the term. `person_id` is
    None for somebody anonymous or not in the agenda; `whom` is then how they are called ("" =
    anonymous). `versions` are those of the answers that were read. `loops` counts how often "is it
    solved?" was not answered with yes. `closed_reason` is "" when the customer said yes.
    `promised` tells whether something that was promised because of it still stands, or is done.
    """

    id: str
    subject: str
    received: str
    form: Form
    where: Where
    regime: str
    owner_id: str
    owner: str
    made_utc: str
    phase: Phase = Phase.PREPARE
    reason: str = ""
    person_id: str | None = None
    whom: str = ""
    animal: str = ""
    reach: str = ""
    call_id: str | None = None
    appointment_id: str | None = None
    answers: Mapping[str, str] = {}
    versions: Mapping[str, int] = {}
    mandates: tuple[str, ...] = ()
    extensions: tuple[Extension, ...] = ()
    events: tuple[Event, ...] = ()
    hand_overs: int = 0
    loops: int = 0
    promised: bool = False
    state: State = State.OPEN
    closed_utc: str = ""
    closed_reason: str = ""
    row_version: int = 1

    def answer(self, field: Field) -> str:
        """Return what was written down in `field`, or ""."""
        return self.answers.get(field, "")


class NewComplaint(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A complaint that begins now; the fields are those of `Complaint`."""

    subject: str
    received: str
    form: Form
    where: Where
    owner_id: str
    regime: str = ""
    reason: str = ""
    person_id: str | None = None
    whom: str = ""
    animal: str = ""
    reach: str = ""
    call_id: str | None = None
    appointment_id: str | None = None
    answers: Mapping[str, str] = {}
