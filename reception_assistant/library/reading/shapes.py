"""Walking nodes against a type: what each field of it can be is seen from the type itself.

A reader returns UNSET for what cannot be used, after it was reported.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import cache, partial
from typing import NamedTuple

from msgspec import UNSET, Struct, UnsetType, inspect

from reception_assistant.i18n import _
from reception_assistant.library.context import When
from reception_assistant.library.finding import Code, Path
from reception_assistant.library.reading.nodes import ListNode, MapNode, Node, TextNode
from reception_assistant.library.reading.rules import Form, form_of
from reception_assistant.library.reading.texts import (
    check_name,
    missing_key,
    read_text,
    report_missing,
    text_reader,
)
from reception_assistant.library.reading.walk import Walk
from reception_assistant.library.script import FIRST_PHASE, LAST_PHASE, Answer

Reader = Callable[[Walk, Node, Path], object]

_PHASES = {str(phase): phase for phase in range(FIRST_PHASE, LAST_PHASE + 1)}
_TRUTH = {"true": True, "false": False}
_MEANT_TRUE = frozenset({"true", "yes", "on", "y", "ja", "j", "waar", "aan"})
_WAYS = ("goto", "detour", "end", "missing")
_NO_WAY = frozenset({"", "false"})


class Missing(NamedTuple):
    """A field that has to be there: what to report when it is not, and what to go on with."""

    report: Callable[[Walk, Path], None]
    fallback: object


class Shape(NamedTuple):
    """A type, with what reads each of its fields."""

    kind: type[Struct]
    readers: Mapping[str, Reader]
    required: Mapping[str, Missing]


@cache
def shape_of(kind: type[Struct]) -> Shape:
    """Return how a type is read."""
    about = inspect.type_info(kind)
    if not isinstance(about, inspect.StructType):
        raise TypeError(kind)
    readers, required = {}, {}
    for field in about.fields:
        form = form_of(kind, field.name, required=field.required)
        readers[field.name] = _reader_of(field.type, form)
        if field.required:
            required[field.name] = _missing(field.name, field.type, form)
    return Shape(kind, readers, required)


def read_struct(shape: Shape, walk: Walk, node: Node, path: Path) -> object:
    """Return a fact of `shape`, as far as `node` has it; UNSET when too much is lacking."""
    told = is_group(walk, node, path)
    values = _values(shape, walk, node, path)
    for name, missing in shape.required.items():
        if name not in values:
            if told:
                missing.report(walk, path)
            values[name] = UNSET
    if shape.kind is Answer and told:
        _one_way(walk, node, path)
    if UNSET in values.values():
        values = _mended(values, shape.required)
        if UNSET in values.values():
            return UNSET
    return shape.kind(**values)


def is_group(walk: Walk, node: Node, path: Path) -> bool:
    """Tell whether `node` has keys with values, or nothing yet; report it when it has not."""
    if type(node) is MapNode or is_empty(node):
        return True
    walk.wrong(
        path,
        _("Hier horen sleutels met een waarde."),
        _("Schrijf op elke regel een sleutel, een dubbele punt en dan de tekst."),
    )
    return False


def is_empty(node: Node) -> bool:
    """Tell whether nothing was written."""
    return type(node) is TextNode and not node.text


def _values(shape: Shape, walk: Walk, node: Node, path: Path) -> dict[str, object]:
    """Return what is written in the fields of `shape`."""
    values: dict[str, object] = {}
    for key, value in _pairs(walk, node, path):
        name = key.text
        here = (*path, name)
        reader = shape.readers.get(name)
        if name in values:
            walk.double_key(here, key.line)
            continue
        walk.lines[here] = key.line
        if reader is None:
            walk.unknown_key(here, name, shape.readers)
        else:
            values[name] = reader(walk, value, here)
    return values


def _pairs(walk: Walk, node: Node, path: Path) -> Iterator[tuple[TextNode, Node]]:
    """Give the keys with their values."""
    if type(node) is not MapNode:
        return
    for key, value in node.pairs():
        if type(key) is TextNode:
            yield key, value
        else:
            message = _("Een sleutel is één woord, met een dubbele punt erachter.")
            walk.report(Code.WRONG_VALUE, path, message, line=key.line)


def _mended(values: dict[str, object], required: Mapping[str, Missing]) -> dict[str, object]:
    """Leave out what cannot be used, or go on with a fallback where something has to be."""
    return {
        name: required[name].fallback if value is UNSET else value
        for name, value in values.items()
        if value is not UNSET or name in required
    }


def _reader_of(kind: inspect.Type, form: Form) -> Reader:
    """Return what reads a field of this type; one that may be None is as if it could not."""
    if isinstance(kind, inspect.UnionType):
        (kind,) = (each for each in kind.types if not isinstance(each, inspect.NoneType))
    match kind:
        case inspect.StrType():
            reader: Reader = text_reader(form)
        case inspect.BoolType():
            reader = _read_truth
        case inspect.IntType():
            reader = _read_phase
        case inspect.EnumType():
            reader = _word_reader({member.value: member for member in kind.cls})
        case inspect.VarTupleType():
            reader = _list_reader(kind.item_type)
        case inspect.DictType():
            reader = _named_reader(kind.value_type)
        case inspect.StructType():
            reader = partial(read_struct, shape_of(kind.cls))
        case _:
            raise TypeError(kind)
    return reader


def _missing(name: str, kind: inspect.Type, form: Form) -> Missing:
    """Return what becomes of a field that has to be there and is not."""
    if isinstance(kind, inspect.StrType):
        return Missing(lambda walk, path: report_missing(walk, form, name, path), "")
    fallbacks: dict[type[inspect.Type], object] = {
        inspect.StructType: When(),
        inspect.DictType: {},
    }
    return Missing(
        lambda walk, path: missing_key(walk, name, path), fallbacks.get(type(kind), UNSET)
    )


def _read_truth(walk: Walk, node: Node, path: Path) -> bool | UnsetType:
    if is_empty(node):
        return UNSET
    text = read_text(walk, node, path)
    if type(node) is TextNode and text not in _TRUTH:
        walk.wrong_word(path, text, _TRUTH)
        # What was clearly meant is taken along, so that nothing else seems wrong because of it.
        return True if text.lower() in _MEANT_TRUE else UNSET
    return _TRUTH.get(text, UNSET)


def _read_phase(walk: Walk, node: Node, path: Path) -> int | UnsetType:
    if is_empty(node):
        return UNSET
    text = read_text(walk, node, path)
    if type(node) is TextNode and text not in _PHASES:
        walk.wrong_word(path, text, _PHASES)
    return _PHASES.get(text, UNSET)


def _word_reader(words: Mapping[str, object]) -> Reader:
    def read(walk: Walk, node: Node, path: Path) -> object:
        text = read_text(walk, node, path)
        if type(node) is TextNode and text not in words:
            walk.wrong_word(path, text, words)
        return words.get(text, UNSET)

    return read


def _list_reader(kind: inspect.Type) -> Reader:
    """Return what reads a list; of words one may stand alone, and nothing is an empty list."""
    item = _reader_of(kind, Form.FILLED)
    alone = not isinstance(kind, inspect.StructType)

    def read(walk: Walk, node: Node, path: Path) -> object:
        if type(node) is ListNode:
            found = []
            for number, each in enumerate(node.items):
                here = (*path, number)
                walk.lines[here] = each.line
                found.append(item(walk, each, here))
            return tuple(each for each in found if each is not UNSET)
        if is_empty(node):
            return ()
        if alone and type(node) is TextNode:
            one = item(walk, node, path)
            return () if one is UNSET else (one,)
        walk.wrong(
            path, _("Hier hoort een lijst."), _("Zet elk onderdeel op een regel met een streepje.")
        )
        return ()

    return read


def _named_reader(kind: inspect.Type) -> Reader:
    """Return what reads parts that each have a name of their own, like the steps of a script."""
    reader = _reader_of(kind, Form.FREE)

    def read(walk: Walk, node: Node, path: Path) -> object:
        found: dict[str, object] = {}
        is_group(walk, node, path)
        for key, value in _pairs(walk, node, path):
            here = (*path, key.text)
            if key.text in found:
                walk.double_key(here, key.line)
                continue
            walk.lines[here] = key.line
            check_name(walk, key.text, here)
            found[key.text] = reader(walk, value, here)
        return found

    return read


def _one_way(walk: Walk, node: Node, path: Path) -> None:
    """Report an answer that leads nowhere, or to more than one place."""
    ways = _ways_of(node) if type(node) is MapNode else set()
    if len(ways) == 1:
        return
    if ways:
        message = _("Dit antwoord leidt naar meer dan één plek: {ways}.")
        message = message.format(ways=", ".join(sorted(ways, key=_WAYS.index)))
    else:
        message = _("Dit antwoord leidt nergens heen.")
    walk.wrong(path, message, _("Kies er één: goto, detour, end of missing."))


def _ways_of(answer: MapNode) -> set[str]:
    """Return the ways that are filled in; an end without an outcome is one, found elsewhere."""
    return {
        key.text
        for key, value in answer.pairs()
        if type(key) is TextNode
        and key.text in _WAYS
        and (key.text == "end" or not (type(value) is TextNode and value.text in _NO_WAY))
    }
