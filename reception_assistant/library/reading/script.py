"""Reading one script."""

from typing import NamedTuple

from reception_assistant.i18n import _
from reception_assistant.library.content import ScriptFile
from reception_assistant.library.finding import Code, Finding, Places
from reception_assistant.library.reading.nodes import MapNode, Node, TextNode, compose
from reception_assistant.library.reading.opening import text_of
from reception_assistant.library.reading.refused import RefusedError
from reception_assistant.library.reading.shapes import read_struct, shape_of
from reception_assistant.library.reading.walk import Walk
from reception_assistant.library.script import Script

MOST_STEPS = 1000
_STEPS = "steps"


class ScriptReading(NamedTuple):
    """What was read of a script, and everything that is wrong with its form.

    `script` is None when nothing of it can be used.
    """

    script: ScriptFile | None
    findings: list[Finding]


def read_script(data: bytes, file: str) -> ScriptReading:
    """Read a script from the bytes of a file; never raises, whatever is in it."""
    try:
        node = compose(text_of(data))
        _refuse_other_things(node)
    except RefusedError as refused:
        return ScriptReading(None, [refused.finding(file)])
    walk = Walk(file)
    script = read_struct(shape_of(Script), walk, node, ())
    if not isinstance(script, Script):
        raise TypeError(script)  # every field that a script needs has something to go on with
    return ScriptReading(
        ScriptFile(file, script, Places(walk.lines)),
        [finding._replace(script=script.id) for finding in walk.by_line()],
    )


def _refuse_other_things(node: Node) -> None:
    """Refuse what has no steps, and what has far too many."""
    found = _steps_of(node)
    if found is None:
        raise RefusedError(
            Code.NOT_A_SCRIPT,
            1,
            _("Dit is geen script: er staan geen stappen in."),
            _("Een script begint met id en title, en heeft onder «steps:» zijn stappen."),
        )
    if len(found.items) // 2 > MOST_STEPS:
        raise RefusedError(
            Code.UNSAFE,
            found.line,
            _("Dit script heeft meer dan {most} stappen. Balie heeft niets gelezen.").format(
                most=MOST_STEPS
            ),
            _("Verdeel het over meer scripts, die met detour naar elkaar gaan."),
        )


def _steps_of(node: Node) -> MapNode | None:
    if not isinstance(node, MapNode):
        return None
    found = (
        value for key, value in node.pairs() if isinstance(key, TextNode) and key.text == _STEPS
    )
    steps = next(found, None)
    return steps if isinstance(steps, MapNode) else None
