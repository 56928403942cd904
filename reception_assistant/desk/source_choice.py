"""Which source a file belongs to: what it tells must meet what the same source told before."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from reception_assistant.agenda.profile import Kind, Profile
from reception_assistant.ids import NewId
from reception_assistant.store.readings import last_source_from
from reception_assistant.store.removal import remove_source
from reception_assistant.store.sources import BY_HAND, Source
from reception_assistant.store.watches import move_watch

if TYPE_CHECKING:
    from reception_assistant.store.driver import Connection

OWN_CSV = "eigen csv"
"""All tables whose columns are known by themselves: exports have a date in their name."""


class Belonging(NamedTuple):
    """What tells to which source a file belongs; `source_id` where that is certain already."""

    kind: Kind
    title: str
    signature: str = ""
    profile: Profile | None = None
    source_id: str = ""

    def among(self, known: Sequence[Source], new_id: NewId) -> Source:
        """Return the one of the `known` sources that the file belongs to, or else a new one.

        A profile has a source of its own. What was read before the profile was made, from files
        with the same signature, goes on in it, so that nobody is in the day twice.
        """
        certain = [each for each in known if each.id == self.source_id]
        if certain:
            return _read_by(certain[0], self.profile, known)
        if self.profile is not None:
            return _of_profile(self.kind, self.profile, known, new_id)
        if not self.signature:
            found = [each for each in known if each.name == OWN_CSV]
            return found[0] if found else Source(new_id(), OWN_CSV, "csv")
        found = [
            each for each in known if (each.kind, each.signature) == (self.kind, self.signature)
        ]
        if found:
            return found[0]
        name = _free(self.title, known)
        return Source(new_id(), name, self.kind, signature=self.signature)


def as_before(
    connection: "Connection", belongs: Belonging, place: str, known: Sequence[Source]
) -> Belonging:
    """Let the first file of a new profile go on in the source that was read from the same place.

    Else everybody of whom it told before is in the day twice.
    """
    profile = belongs.profile
    if profile is None or belongs.source_id:
        return belongs
    if any(each.profile_id == profile.id for each in known):
        return belongs
    before = last_source_from(connection, place)
    free = (each.id for each in known if each.id == before and not each.profile_id)
    return belongs._replace(source_id=next(free, ""))


def settled(
    connection: "Connection",
    source: Source,
    belongs: Belonging,
    known: Sequence[Source],
    new_id: NewId,
) -> Source:
    """Return where the first file of a followed source belongs.

    Of an address or an empty folder that was not known when following began. Where we have the
    source already, that one is followed from now on: else everybody is in the day twice.
    """
    begun = next((each for each in known if each.id == belongs.source_id), None)
    if begun is None or begun.first_day or begun.profile_id:
        return source
    others = [each for each in known if each is not begun]
    found = belongs._replace(source_id="").among(others, new_id)
    if found.id in {each.id for each in others}:
        move_watch(connection, begun.id, found.id)
        remove_source(connection, begun.id)
        return found
    name = found.name if belongs.profile or found.name == OWN_CSV else begun.name
    return found._replace(id=begun.id, name=name)


def _read_by(source: Source, profile: Profile | None, known: Sequence[Source]) -> Source:
    """Return `source` as it is when its files are read by `profile` from now on."""
    if profile is None or profile.id == source.profile_id:
        return source
    others = [each for each in known if each.id != source.id]
    name = source.name if source.name == OWN_CSV else _free(profile.name, others)
    return source._replace(name=name, profile_id=profile.id, signature=profile.signature)


def _of_profile(kind: Kind, profile: Profile, known: Sequence[Source], new_id: NewId) -> Source:
    found = [each for each in known if each.profile_id == profile.id]
    if found:
        return found[0]
    before = [
        each
        for each in known
        if not each.profile_id and each.kind == kind and each.signature == profile.signature
    ]
    others = [each for each in known if each not in before[:1]]
    source = before[0] if before else Source(new_id(), profile.name, kind)
    return source._replace(
        name=_free(profile.name, others), profile_id=profile.id, signature=profile.signature
    )


def _free(title: str, known: Sequence[Source]) -> str:
    """Return `title`, with a number where a source has that name already."""
    taken = {each.name for each in known} | {BY_HAND, OWN_CSV}
    number, name = 1, title
    while name in taken:
        number += 1
        name = f"{title} ({number})"
    return name
