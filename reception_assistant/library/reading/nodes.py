"""From the text of a YAML file to its nodes, in one pass that refuses what is unsafe.

Nothing here calls itself, so that no file can exhaust the stack; scalars stay the text they are.
"""

from collections.abc import Iterable

from msgspec import Struct
from yaml import CSafeLoader, YAMLError
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
)

from reception_assistant.i18n import _
from reception_assistant.library.finding import Code
from reception_assistant.library.reading.refused import RefusedError
from reception_assistant.library.reading.yaml_trouble import unreadable

MOST_DEEP = 50


class TextNode(Struct, gc=False):
    """A text, letter for letter as it was written."""

    text: str
    line: int


class ListNode(Struct):
    """A list."""

    items: "list[Node]"
    line: int


class MapNode(Struct):
    """Keys with their values, by turns: a key may come twice, and may be anything."""

    items: "list[Node]"
    line: int

    def pairs(self) -> Iterable[tuple["Node", "Node"]]:
        """Return each key with its value."""
        return zip(self.items[::2], self.items[1::2], strict=True)


Node = TextNode | ListNode | MapNode


def compose(text: str) -> Node:
    """Return the nodes of the one document in `text`; an empty file is an empty text.

    Raises `RefusedError` for what is unsafe, is no YAML, or holds several documents.
    """
    try:
        found = _composed(CSafeLoader(text))
    except YAMLError as error:
        raise unreadable(error, text) from error
    return found or TextNode("", 1)


def _composed(loader: CSafeLoader) -> Node | None:
    root: list[Node] = []
    here, around = root, list[list[Node]]()
    for event in iter(loader.get_event, None):
        if isinstance(event, ScalarEvent):
            if event.tag is not None or event.anchor is not None:
                raise _marked(event)
            here.append(TextNode(event.value, _line(event)))
        elif isinstance(event, CollectionStartEvent):
            opened = _opened(event, len(around))
            here.append(opened)
            around.append(here)
            here = opened.items
        elif isinstance(event, CollectionEndEvent):
            here = around.pop()
        else:
            _refuse(event, again=bool(root))
    return root[0] if root else None


def _opened(event: CollectionStartEvent, depth: int) -> ListNode | MapNode:
    if event.tag is not None or event.anchor is not None:
        raise _marked(event)
    line = _line(event)
    if depth >= MOST_DEEP:
        raise RefusedError(
            Code.UNSAFE,
            line,
            _("Hier zitten meer dan {most} lagen in elkaar. Balie heeft niets gelezen.").format(
                most=MOST_DEEP
            ),
            _("Kijk of de haakjes en het inspringen kloppen: een script heeft weinig lagen."),
        )
    return MapNode([], line) if isinstance(event, MappingStartEvent) else ListNode([], line)


def _refuse(event: Event, *, again: bool) -> None:
    """Refuse references, directives and a second document."""
    if isinstance(event, AliasEvent):
        raise _marked(event)
    if isinstance(event, DocumentStartEvent):
        if event.tags:
            raise _tagged(event)
        if again:
            raise RefusedError(
                Code.NOT_A_SCRIPT,
                _line(event),
                _("Hier begint een tweede script in hetzelfde bestand."),
                _("Zet elk script in een eigen bestand. Een regel met alleen --- kan weg."),
            )


def _marked(event: NodeEvent) -> RefusedError:
    """Return why a value with an anchor, an alias or a tag is refused."""
    if event.anchor is None:
        return _tagged(event)
    return RefusedError(
        Code.UNSAFE,
        _line(event),
        _("Hier staat een verwijzing met & of *. Balie heeft niets gelezen."),
        _("Schrijf de tekst voluit. Begint een zin met & of *, gebruik dan aanhalingstekens."),
    )


def _tagged(event: Event) -> RefusedError:
    return RefusedError(
        Code.UNSAFE,
        _line(event),
        _("Hier staat een opdracht voor een computer. Balie voert die niet uit en las niets."),
        _("Haal die weg. Begint een zin met een uitroepteken, gebruik dan aanhalingstekens."),
    )


def _line(event: Event) -> int:
    mark = event.start_mark
    return mark.line + 1 if mark else 1
