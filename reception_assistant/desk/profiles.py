"""What may be asked about profiles: how the agenda files of each system are read."""

from msgspec.structs import replace

from reception_assistant.agenda.profile import Profile
from reception_assistant.audit.entry import Action
from reception_assistant.changes import Changed
from reception_assistant.desk.acting import Acting, By
from reception_assistant.errors import KnownError
from reception_assistant.i18n import _
from reception_assistant.store.database import Store
from reception_assistant.store.profiles import delete_profile, read_profiles, save_profile

LONGEST_NAME = 60


class ProfileDesk:
    """Keeps the profiles."""

    def __init__(self, store: Store, acting: Acting) -> None:
        self._store, self._acting = store, acting

    def all(self) -> list[Profile]:
        """Return every profile, by name."""
        with self._store.reading() as connection:
            return read_profiles(connection)

    def named(self, name: str) -> Profile:
        """Return the profile called `name`; raises `KnownError` when there is none."""
        for profile in self.all():
            if profile.name.casefold() == " ".join(name.split()).casefold():
                return profile
        raise KnownError(
            _("Er is geen profiel «{name}».").format(name=name),
            _("Met «agenda profiles» ziet u welke er zijn."),
        )

    def save(self, profile: Profile, by: By) -> Profile:
        """Keep `profile`, in the place of one for the same files or with the same name.

        Returns:
            The profile as it is kept.

        Raises:
            KnownError: it has no name or a name that is too long, or both the files and the name
                have a profile already.
        """
        name = " ".join(profile.name.split())
        if not name or len(name) > LONGEST_NAME:
            raise KnownError(
                _("Dit profiel heeft nog geen naam, of een te lange."),
                _("Kies een naam van hoogstens {most} letters.").format(most=LONGEST_NAME),
            )
        with self._acting.deed(by, Action.PROFILE_SAVED, Changed.SOURCES) as deed:
            others = [each for each in read_profiles(deed.db.conn) if each.id != profile.id]
            namesake = [each for each in others if each.name.casefold() == name.casefold()]
            alike = [each for each in others if _alike(each, profile)]
            if alike and namesake and alike[0].id != namesake[0].id:
                raise KnownError(
                    _("Deze bestanden hebben al een profiel: «{name}».").format(name=alike[0].name),
                    _("Er is niets veranderd. Gebruik die naam."),
                )
            before = next(iter((*alike, *namesake)), profile)
            kept = replace(profile, id=before.id, name=name)
            save_profile(deed.db.conn, kept)
            deed.subject_id = kept.id
        return kept

    def remove(self, profile: Profile, by: By) -> None:
        """Forget how these files are read; what was read of them stays."""
        with self._acting.deed(by, Action.PROFILE_REMOVED, Changed.SOURCES) as deed:
            delete_profile(deed.db.conn, profile.id)
            deed.subject_id = profile.id


def _alike(one: Profile, other: Profile) -> bool:
    """Tell whether two profiles are known by the same files."""
    return (one.kind, one.signature, one.table.table) == (
        other.kind,
        other.signature,
        other.table.table,
    )
