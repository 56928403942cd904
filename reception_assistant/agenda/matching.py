"""Whose appointment is this? Rows of one source matched with the people that it told of before.

Within one source: the patient number; else the whole name with the birth date; else the whole
name with the phone number; else the whole name alone, as a *loose* person, who may be more than
one human. Across sources never by name alone: only somebody who was added by hand is recognised,
by whole name and birth date.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from heapq import merge
from operator import attrgetter
from typing import NamedTuple

from reception_assistant.agenda.finding import phone_key
from reception_assistant.agenda.incoming import IncomingRow, let_go
from reception_assistant.agenda.telling import NAME_FIELDS
from reception_assistant.ids import NewId
from reception_assistant.naming.listed import full_name
from reception_assistant.text import fold

_AT_ONCE = 5_000
_name_parts = attrgetter(*NAME_FIELDS)


class KnownPerson(NamedTuple):
    """Somebody as one source knows them; `said` is what it told the last time, "" for nothing."""

    person_id: str
    number: str
    name_key: str
    birth_date: str
    phone_key: str
    said: str = ""
    loose: bool = False


class Identity(NamedTuple):
    """What a row says of who somebody is."""

    number: str
    name_key: str
    birth_date: str
    phone_key: str


@dataclass(slots=True)
class Entry:
    """One person of this source and the rows of the file that are theirs."""

    person_id: str
    identity: Identity
    said: str = ""
    is_new: bool = False
    loose: bool = False
    rows: list[IncomingRow] = field(default_factory=list)


def identified(rows: Iterable[IncomingRow]) -> list[tuple[IncomingRow, Identity]]:
    """Return each row with what it says of who somebody is, made comparable.

    The same people come again and again; what was made comparable once is remembered.
    """
    name_keys: dict[tuple[str, ...], str] = {}
    phone_keys = {"": ""}
    identities: dict[Identity, Identity] = {}
    pairs = []
    for row in rows:
        parts = _name_parts(row.name)
        name_key = name_keys.get(parts)
        if name_key is None:
            name_keys[parts] = name_key = fold(full_name(row.name))
        phone = phone_keys.get(row.phone)
        if phone is None:
            phone_keys[row.phone] = phone = phone_key(row.phone)
        born = row.birth_date.isoformat() if row.birth_date else ""
        identity = Identity(row.number, name_key, born, phone)
        pairs.append((row, identities.setdefault(identity, identity)))
    return pairs


class Matcher:
    """Finds for each row of a source the person it is about."""

    def __init__(
        self, known: Iterable[KnownPerson], by_hand: Iterable[KnownPerson], new_id: NewId
    ) -> None:
        self._new_id = new_id
        self._by_number: dict[str, Entry] = {}
        self._by_birth: dict[tuple[str, str], list[Entry]] = {}
        self._by_phone: dict[tuple[str, str], list[Entry]] = {}
        self._loose: dict[str, Entry] = {}
        self._by_hand: dict[tuple[str, str], list[KnownPerson]] = {}
        self._known = list(known)
        told_of = {person.person_id for person in self._known}
        for person in by_hand:
            if person.birth_date and person.person_id not in told_of:
                key = (person.name_key, person.birth_date)
                self._by_hand.setdefault(key, []).append(person)

    def match(self, rows: Iterable[IncomingRow]) -> list[tuple[IncomingRow, Entry]]:
        """Return each row with its person, in the order of the file.

        Rows that say most of who somebody is are looked at first, so that the outcome does not
        depend on the order of the lines.
        """
        pairs = identified(rows)
        different = {identity for _row, identity in pairs}
        self._register_known(different)
        by_strength: tuple[list[Identity], ...] = ([], [], [], [])
        for identity in different:
            by_strength[_strength(identity)].append(identity)
        entries = {
            identity: self._entry_for(identity)
            for some in by_strength
            for identity in _sorted(some)
        }
        placed = [(row, entries[identity]) for row, identity in pairs]
        for row, entry in placed:
            entry.rows.append(row)
        let_go(pairs)
        return placed

    def _register_known(self, identities: Iterable[Identity]) -> None:
        """Register those who may be meant: a large source knows many who are not in the file."""
        numbers = {identity.number for identity in identities}
        names = {identity.name_key for identity in identities}
        others = []
        for person in self._known:
            if person.number in numbers or person.name_key in names:
                identity = Identity(*person[1:5])
                self._register(Entry(person.person_id, identity, person.said, loose=person.loose))
            else:
                others.append(person)
        self._known = others

    def _entry_for(self, identity: Identity) -> Entry:
        if identity.number:
            entry = self._by_number.get(identity.number) or self._unnumbered(identity)
        elif identity.birth_date:
            entry = self._with_birth_date(identity)
        elif identity.phone_key:
            entry = self._with_phone(identity)
        else:
            entry = self._namesake(identity)
        entry = entry or self._newcomer(identity)
        self._learn(entry, identity)
        return entry

    def _with_birth_date(self, identity: Identity) -> Entry | None:
        same = self._by_birth.get((identity.name_key, identity.birth_date), [])
        if same:
            return same[0] if len(same) == 1 else self._namesake(identity)
        same = self._by_phone.get((identity.name_key, identity.phone_key), [])
        undated = [entry for entry in same if not entry.identity.birth_date]
        return undated[0] if len(undated) == 1 and identity.phone_key else None

    def _with_phone(self, identity: Identity) -> Entry | None:
        same = self._by_phone.get((identity.name_key, identity.phone_key), [])
        return self._namesake(identity) if len(same) > 1 else next(iter(same), None)

    def _unnumbered(self, identity: Identity) -> Entry | None:
        """Find somebody who was known before the source began to give a number."""
        same = self._by_birth.get((identity.name_key, identity.birth_date), [])
        if not identity.birth_date:
            same = self._by_phone.get((identity.name_key, identity.phone_key), [])
        free = [entry for entry in same if not entry.identity.number]
        return free[0] if len(free) == 1 else None

    def _namesake(self, identity: Identity) -> Entry:
        entry = self._loose.get(identity.name_key)
        if entry is None:
            bare = Identity("", identity.name_key, "", "")
            entry = Entry(self._new_id(), bare, is_new=True, loose=True)
            self._register(entry)
        return entry

    def _newcomer(self, identity: Identity) -> Entry:
        same = self._by_hand.get((identity.name_key, identity.birth_date), [])
        if len(same) == 1 and identity.birth_date:
            return Entry(same.pop().person_id, identity)
        return Entry(self._new_id(), identity, is_new=True)

    def _learn(self, entry: Entry, identity: Identity) -> None:
        """Remember for `entry` what this row adds to who somebody is.

        Under another name (one number with two of them) only what was told with that name counts.
        """
        if entry.loose:
            return
        before = entry.identity
        same_name = identity.name_key == before.name_key
        entry.identity = Identity(
            identity.number or before.number,
            identity.name_key,
            identity.birth_date or (before.birth_date if same_name else ""),
            identity.phone_key or (before.phone_key if same_name else ""),
        )
        self._register(entry)

    def _register(self, entry: Entry) -> None:
        number, name_key, birth_date, phone = entry.identity
        if entry.loose:
            self._loose[name_key] = entry
            return
        if number:
            self._by_number[number] = entry
        for index, key in ((self._by_birth, birth_date), (self._by_phone, phone)):
            if key:
                same = index.get((name_key, key))
                if same is None:
                    index[name_key, key] = [entry]
                elif not any(other is entry for other in same):
                    same.append(entry)


def _sorted(identities: list[Identity]) -> Iterator[Identity]:
    """Give `identities` in order; sorted in parts, because a sort lets no other thread run."""
    parts = range(0, len(identities), _AT_ONCE)
    return merge(*(sorted(identities[start : start + _AT_ONCE]) for start in parts))


def _strength(identity: Identity) -> int:
    """Return 0 for a number, 1 for a birth date, 2 for a phone number, 3 for a name alone."""
    number, _name_key, birth_date, phone = identity
    return 0 if number else 1 if birth_date else 2 if phone else 3
