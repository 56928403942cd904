"""Which scripts fit the visit that is selected, with what is seen there as the reason why."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reception_assistant.agenda.day import Visit
from reception_assistant.cues.cue import Cue
from reception_assistant.library.choosing import with_reason
from reception_assistant.library.context import Context, Moment, Sign, When, age_band
from reception_assistant.library.offer import Offer
from reception_assistant.naming.spoken import age_on
from reception_assistant.settings.catalogue import DISCIPLINE
from reception_assistant.store.database import Store
from reception_assistant.store.staff import read_settings

if TYPE_CHECKING:
    from reception_assistant.desk.library import LibraryDesk

_ABOUT = {
    "practitioner_late": "wachttijd",
    "waiting_long": "wachttijd",
    "no_next": "geen-volgende-afspraak",
}
"""What a cue is about, as a reason of scripts."""


class FittingDesk:
    """What may be asked about the scripts for who stands at the desk."""

    def __init__(self, store: Store, library: "LibraryDesk") -> None:
        self._store = store
        self._library = library

    def scripts(self, visit: Visit, cues: Sequence[Cue], limit: int) -> list[Offer]:
        """Return the scripts that suit this visit now, the weightiest first.

        What merely suits everybody is left out: a card that always says the same is not read.
        """
        context = self._context(visit)
        found: dict[str, Offer] = {}
        for cue in cues:
            if cue.kind not in _ABOUT:
                continue
            about = context._replace(reason=_ABOUT[cue.kind])
            known = with_reason(about, self._library.all().lists.reasons)
            names = known.reason_names | {about.reason}
            for offer in self._library.offers(about):
                if names.intersection(self._when(offer).reason):
                    found.setdefault(offer.script_id, offer._replace(because=(cue.because,)))
        for offer in self._library.offers(context):
            when = self._when(offer)
            if when.signs or when.age:
                found.setdefault(offer.script_id, offer)
        return list(found.values())[:limit]

    def _when(self, offer: Offer) -> When:
        return self._library.all().scripts[offer.script_id].script.when

    def _context(self, visit: Visit) -> Context:
        with self._store.reading() as connection:
            discipline = read_settings(connection).get(DISCIPLINE)
        born = visit.person.birth_date
        signs = {Sign(mark.value) for mark in visit.all_marks}
        if visit.animal_deceased:
            signs.add(Sign.ANIMAL_DECEASED)
        return Context(
            moment=Moment.DESK,
            discipline=discipline,
            age=age_band(age_on(born, visit.start.date()) if born else None),
            signs=frozenset(signs),
        )
