"""Finding inside a file what a reference points at, by all the ways in which FHIR writes one."""

import re
from typing import NamedTuple
from zoneinfo import ZoneInfo

from reception_assistant.agenda.readers.fhir.access import Fields, Part, unheard
from reception_assistant.agenda.readers.fhir.moments import moment
from reception_assistant.agenda.readers.trouble import NotUnderstoodError

LONGEST_NUMBER = 200

_TYPE = re.compile(r"[A-Z][A-Za-z]{1,60}", re.ASCII)
_ID = re.compile(r"[A-Za-z0-9._~-]{1,200}", re.ASCII)
_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.ASCII)
_SCHEMES = ("https://", "http://")
_UTC = ZoneInfo("UTC")


class Address(NamedTuple):
    """Where a resource is said to live: "server/Patient/1", "Patient/1" or "urn:uuid:…"."""

    server: str = ""
    kind: str = ""
    id: str = ""
    urn: str = ""

    @property
    def whole(self) -> str:
        """The address as one text."""
        return self.urn or "/".join(filter(None, (self.server, self.kind, self.id)))


class Home(NamedTuple):
    """Where a reference is written: on which server, and inside what it may point at with "#"."""

    server: str = ""
    contained: dict[str, Fields] = {}  # noqa: RUF012  never added to


class Target(NamedTuple):
    """What a reference points at; `fields` is None when that is not in the file.

    `number` is by what the source knows it, empty when that says nothing outside of this file.
    """

    kind: str = ""
    fields: Fields | None = None
    number: str = ""


class Index:
    """Every resource of the file by its addresses.

    `unclear` counts those that say something else under an address that was taken already.
    """

    def __init__(self) -> None:
        self.unclear = 0
        self._by_address: dict[str, Fields] = {}
        self._by_name: dict[tuple[str, str], tuple[str, Fields | None]] = {}
        self._by_uuid: dict[str, Fields] = {}

    def add(self, fields: Fields, url: str) -> None:
        """Add a resource with its `fullUrl`; of two versions of one the newer stays."""
        kind = str(fields["resourceType"])
        address = address_of(url)
        own = identity(fields)
        if address.urn:
            self._keep(address.urn, fields)
        server = address.server if address.kind == kind else ""
        name = own or (address.id if address.kind == kind else "")
        if not name:
            return
        kept = self._keep(Address(server, kind, name).whole, fields)
        if _UUID.fullmatch(name.lower()):
            self._by_uuid[name.lower()] = kept
        known = self._by_name.get((kind, name))
        # On two servers it is the number of two persons.
        sure = known is None or (known[0] == server and known[1] is not None)
        self._by_name[kind, name] = (server, kept if sure else None)

    def find(self, reference: Part, home: Home) -> Target:
        """Return what `reference`, which is written in `home`, points at."""
        text = reference.text("reference")
        said = reference.text("type").rpartition("/")[2]
        if text.startswith("#"):
            inside = home.contained.get(text[1:])
            return Target(str(inside["resourceType"]) if inside else said, inside)
        address = address_of(text)
        found = self._found(address, home.server)
        if found is None:
            return Target(address.kind or said, None, self._number(address))
        number = identity(found) or ("" if address.urn else address.id)
        return Target(str(found["resourceType"]), found, number)

    def _found(self, address: Address, server: str) -> Fields | None:
        if address.urn:
            uuid = address.urn.rpartition(":")[2]
            return self._by_address.get(address.urn) or self._by_uuid.get(uuid)
        if not address.id:
            return None
        where = address.server or server
        exact = self._by_address.get(address._replace(server=where).whole)
        if exact is not None:
            return exact
        lives, fields = self._by_name.get((address.kind, address.id), ("", None))
        # A whole address of another server is about somebody else with the same number.
        return fields if not (address.server and lives) else None

    def _number(self, address: Address) -> str:
        if address.urn:
            return address.urn.rpartition(":")[2]
        taken = address.server and (address.kind, address.id) in self._by_name
        return address.whole if taken else address.id

    def _keep(self, key: str, fields: Fields) -> Fields:
        known = self._by_address.get(key)
        if known is None or is_newer(fields, known):
            self._by_address[key] = fields
            return fields
        if not is_newer(known, fields) and known != fields:
            self.unclear += 1
        return known


def address_of(url: str) -> Address:
    """Return the parts of a reference or a `fullUrl`; empty when it points at nothing by name."""
    bare = url.strip().partition("/_history/")[0].rstrip("/")
    if bare[:4].lower() == "urn:":
        return Address(urn=bare.lower()) if len(bare) <= LONGEST_NUMBER else Address()
    scheme = next((each for each in _SCHEMES if bare[: len(each)].lower() == each), "")
    server, _slash, rest = bare[len(scheme) :].rpartition("/")
    server, _slash, kind = server.rpartition("/")
    if not (_TYPE.fullmatch(kind) and _ID.fullmatch(rest)):
        return Address()
    return Address(server if scheme and len(server) <= LONGEST_NUMBER else "", kind, rest)


def identity(fields: Fields) -> str:
    """Return the id of a resource, empty when it has none that can be used."""
    own = Part(fields, unheard).text("id")
    return own if len(own) <= LONGEST_NUMBER else ""


def is_newer(fields: Fields, than: Fields) -> bool:
    """Tell whether this is a later version of the same resource."""
    return _version(fields) > _version(than)


def _version(fields: Fields) -> tuple[float, int]:
    meta = Part(fields, unheard).part("meta")
    try:
        updated = moment(meta.text("lastUpdated"), _UTC).at.timestamp()
    except (NotUnderstoodError, OverflowError):
        updated = 0.0
    return updated, meta.number("versionId") or 0
