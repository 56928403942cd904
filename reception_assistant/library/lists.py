"""The lists of the practice: why people call, how it ends, what may be offered, when to hand over.

They are facts of the side files of a pack; the names of the fields are the keys of those files.
"""

from enum import StrEnum

from msgspec import Struct

from reception_assistant.library.context import Discipline


class _Item(
    Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True, eq=True
):
    """What the lines of all lists have in common: an id that never changes, and a label."""

    id: str
    label: str


class Reason(_Item, frozen=True, kw_only=True):
    """Why people call or come; `aliases` are the ids by which it was known before.

    `outcomes` are the usual ones, the likeliest first.
    """

    discipline: tuple[Discipline, ...] = ()
    aliases: tuple[str, ...] = ()
    outcomes: tuple[str, ...] = ()


class Outcome(_Item, frozen=True, kw_only=True):
    """How a conversation ends.

    `promise` asks what, before when and by whom; `alternative` asks what was offered instead;
    `helped: false` says that the other went away without help. `outgoing` is for calls that the
    practice makes itself.
    """

    aliases: tuple[str, ...] = ()
    promise: bool = False
    alternative: bool = False
    helped: bool = True
    outgoing: bool = False


class May(StrEnum):
    """What a receptionist may do with it."""

    SELF = "zelf"
    CONSULT = "overleg"
    NEVER = "nooit"


class Mandate(_Item, frozen=True, kw_only=True):
    """Something that may be offered, or never: `say` is the sentence for it (a kader).

    `whom` is who is to be asked first, where that is somebody in particular.
    """

    may: May
    say: str = ""
    discipline: tuple[Discipline, ...] = ()
    whom: str = ""


class StopSign(_Item, frozen=True, kw_only=True):
    """When to hand over at once, to whom, and what is said.

    `owner` is the clinician of the practice who stands for it, `confirmed` and `next` are ISO
    dates; without them it is an example. Without `reason` it is shown with every reason.
    """

    to: str
    say: str = ""
    discipline: tuple[Discipline, ...] = ()
    reason: tuple[str, ...] = ()
    owner: str = ""
    confirmed: str = ""
    next: str = ""

    @property
    def is_example(self) -> bool:
        """Tell whether nobody of the practice has put a name and a date to it yet."""
        return not (self.owner and self.confirmed)


class Allowed(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A warning that stands, and why (a line of uitzonderingen.yaml); `step` "" is all of it."""

    script: str
    code: str
    reason: str
    step: str = ""


class Pack(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """What a bundle of scripts is (pack.yaml)."""

    id: str
    title: str
    language: str = "nl"
    version: str = ""
    licence: str = ""
