"""Reading a text of a file, in the form that its field asks for."""

from collections.abc import Callable, Mapping

from reception_assistant.i18n import _
from reception_assistant.library.finding import Code, Path
from reception_assistant.library.reading.nodes import Node, TextNode
from reception_assistant.library.reading.rules import CODES, Form, is_day, is_id, is_name
from reception_assistant.library.reading.walk import Walk, shown


def read_text(walk: Walk, node: Node, path: Path) -> str:
    """Return a text that may be anything, also nothing."""
    if type(node) is TextNode:
        walk.seen(node.text, path)
        return node.text
    walk.wrong(
        path,
        _("Hier hoort gewone tekst."),
        _("Staan er haakjes, accolades of een streepje in? Zet de zin tussen aanhalingstekens."),
    )
    return ""


def text_reader(form: Form) -> Callable[[Walk, Node, Path], str]:
    """Return what reads a text of this form; what is wrong is reported, and kept as it is."""
    check = _CHECKS.get(form)
    if check is None:
        return read_text

    def read(walk: Walk, node: Node, path: Path) -> str:
        text = read_text(walk, node, path)
        if type(node) is TextNode:
            check(walk, text, path)
        return text

    return read


def report_missing(walk: Walk, form: Form, key: str, path: Path) -> None:
    """Report that the text `key` is not there at all."""
    if form is Form.START:
        _nowhere(walk, path)
    elif form in (Form.ID, Form.NAME):
        walk.report(
            Code.BAD_ID,
            path,
            _("Hier ontbreekt een id."),
            _("Zet er een regel bij met een korte eigen naam, zoals «id: afspraak-verzetten»."),
        )
    elif form is not Form.FREE:
        missing_key(walk, key, path)


def missing_key(walk: Walk, key: str, path: Path) -> None:
    """Report that `key` is not there, and has to be."""
    walk.wrong(
        path,
        _("Hier ontbreekt «{key}».").format(key=key),
        _("Zet er een regel bij met «{key}:» en vul die in.").format(key=key),
    )


def check_id(walk: Walk, text: str, path: Path) -> None:
    """Report an id that cannot be one."""
    if not is_id(text):
        walk.report(
            Code.BAD_ID,
            path,
            _("«{id}» kan geen id zijn.").format(id=shown(text)),
            _("Gebruik kleine letters, cijfers en streepjes; begin met een letter. Hoogstens 60."),
        )


def check_name(walk: Walk, text: str, path: Path) -> None:
    """Report the name of a step, or of what is remembered, that cannot be one."""
    if not is_name(text):
        walk.report(
            Code.BAD_ID,
            path,
            _("«{id}» kan geen id zijn.").format(id=shown(text)),
            _("Gebruik kleine letters, cijfers, - en _; begin met een letter. Hoogstens 60."),
        )


def _filled(walk: Walk, text: str, path: Path) -> None:
    if not text or text.isspace():
        walk.wrong(
            path,
            _("Hier staat nog niets."),
            _("Vul «{key}» in.").format(key=str(path[-1]))
            if isinstance(path[-1], str)
            else _("Vul deze regel in, of haal hem weg."),
        )


def _day(walk: Walk, text: str, path: Path) -> None:
    if text and not is_day(text):
        walk.wrong(
            path,
            _("«{text}» is geen datum.").format(text=shown(text)),
            _("Schrijf het jaar, de maand en de dag, zoals 2026-11-24."),
        )


def _code(walk: Walk, text: str, path: Path) -> None:
    if text not in CODES:
        walk.wrong_word(path, text, CODES)


def _start(walk: Walk, text: str, path: Path) -> None:
    if not text or text.isspace():
        _nowhere(walk, path)


def _nowhere(walk: Walk, path: Path) -> None:
    walk.report(
        Code.START_NOWHERE,
        path,
        _("Er staat niet bij met welke stap dit script begint."),
        _("Zet er een regel bij met «start:» en de naam van de eerste stap."),
    )


_CHECKS: Mapping[Form, Callable[[Walk, str, Path], None]] = {
    Form.FILLED: _filled,
    Form.ID: check_id,
    Form.NAME: check_name,
    Form.DAY: _day,
    Form.CODE: _code,
    Form.START: _start,
}
