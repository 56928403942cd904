"""Which source a file belongs to: what it tells must meet what the same source told before."""

from collections.abc import Sequence
from typing import NamedTuple

from reception_assistant.agenda.profile import Kind, Profile
from reception_assistant.ids import NewId
from reception_assistant.store.sources import BY_HAND, Source

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
