"""Reading the side files of a pack: what it is, and its lists."""

from typing import Generic, NamedTuple, TypeVar

from msgspec import Struct

from reception_assistant.i18n import _
from reception_assistant.library.finding import Finding, Path
from reception_assistant.library.lists import Pack
from reception_assistant.library.reading.nodes import ListNode, MapNode, compose
from reception_assistant.library.reading.opening import text_of
from reception_assistant.library.reading.refused import RefusedError
from reception_assistant.library.reading.shapes import is_empty, read_struct, shape_of
from reception_assistant.library.reading.walk import Ids, Walk

_Kind = TypeVar("_Kind", bound=Struct)


class ListReading(NamedTuple, Generic[_Kind]):
    """What was read of one list, and everything that is wrong with it."""

    items: tuple[_Kind, ...]
    findings: list[Finding]


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
    items = []
    ids = Ids(walk)
    for number, each in enumerate(node.items):
        walk.lines[number,] = each.line
        item = read_struct(shape_of(kind), walk, each, (number,))
        if isinstance(item, kind) and isinstance(each, MapNode):
            items.append(item)
            _take_ids(ids, item, (number,))
    return ListReading(tuple(items), walk.by_line())


def _take_ids(ids: Ids, item: Struct, path: Path) -> None:
    """Note under which ids an item is known; the lines of some lists have none."""
    if name := getattr(item, "id", ""):
        ids.take(name, (*path, "id"))
    for number, alias in enumerate(getattr(item, "aliases", ())):
        ids.take(alias, (*path, "aliases", number))
