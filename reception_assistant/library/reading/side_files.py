"""Reading the side files of a pack: what it is, and its lists."""

from typing import Generic, NamedTuple, TypeVar

from msgspec import Struct

from reception_assistant.i18n import _
from reception_assistant.library.finding import Code, Finding, Path, Places
from reception_assistant.library.lists import Pack
from reception_assistant.library.reading.braces import as_written, has_braces
from reception_assistant.library.reading.nodes import ListNode, MapNode, compose
from reception_assistant.library.reading.opening import text_of
from reception_assistant.library.reading.refused import RefusedError
from reception_assistant.library.reading.shapes import is_empty, read_struct, shape_of
from reception_assistant.library.reading.walk import Ids, Walk

_Kind = TypeVar("_Kind", bound=Struct)
_SHOWN = ("label", "say", "to")


class ListReading(NamedTuple, Generic[_Kind]):
    """What was read of one list, and everything that is wrong with it.

    In `places` an item stands under its place among `items`.
    """

    items: tuple[_Kind, ...]
    findings: list[Finding]
    places: Places = Places()


def read_about(data: bytes, file: str) -> tuple[Pack | None, list[Finding]]:
    """Read what a pack says of itself."""
    walk = Walk(file)
    try:
        node = compose(text_of(data))
    except RefusedError as refused:
        return None, [refused.finding(file)]
    pack = read_struct(shape_of(Pack), walk, node, ())
    if isinstance(pack, Pack) and isinstance(node, MapNode):
        return pack, walk.by_line()
    return None, walk.by_line()


def read_list(data: bytes, file: str, kind: type[_Kind]) -> ListReading[_Kind]:
    """Read a list of `kind`; what cannot be used is left out."""
    walk = Walk(file)
    try:
        node = compose(text_of(data))
    except RefusedError as refused:
        return ListReading((), [refused.finding(file)])
    if is_empty(node):
        return ListReading((), [])
    if not isinstance(node, ListNode):
        walk.wrong(
            (),
            _("Dit bestand moet een lijst zijn."),
            _("Begin elk onderdeel op een nieuwe regel met een streepje."),
        )
        return ListReading((), walk.findings)
    items: list[_Kind] = []
    ids = Ids(walk)
    for each in node.items:
        path = (len(items),)  # after one that is left out, the next takes its place
        walk.lines[path] = each.line
        item = read_struct(shape_of(kind), walk, each, path)
        if isinstance(item, kind) and isinstance(each, MapNode):
            items.append(item)
            _take_ids(ids, item, path)
            _see_braces(walk, item, path)
    return ListReading(tuple(items), walk.by_line(), Places(walk.lines))


def _take_ids(ids: Ids, item: Struct, path: Path) -> None:
    """Note under which ids an item is known; the lines of some lists have none."""
    if name := getattr(item, "id", ""):
        ids.take(name, (*path, "id"))
    for number, alias in enumerate(getattr(item, "aliases", ())):
        ids.take(alias, (*path, "aliases", number))


def _see_braces(walk: Walk, item: Struct, path: Path) -> None:
    """Report a name to fill in: in the lists nothing is."""
    for key in _SHOWN:
        if has_braces(text := getattr(item, key, "")):
            walk.report(Code.UNKNOWN_PLACEHOLDER, (*path, key), *as_written(text))
