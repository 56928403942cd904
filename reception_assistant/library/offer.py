"""A script that suits the moment, with the reason why."""

from typing import NamedTuple


class Offer(NamedTuple):
    """A script to choose now: `because` says in Dutch which parts of the moment it fits."""

    script_id: str
    title: str
    because: tuple[str, ...] = ()
    theme: str = ""
