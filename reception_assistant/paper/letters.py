r"""Letters about a complaint, from templates that a practice may change.

A template is plain text with a few signs: `# ` before what it is about, `## ` before the heading of
a part, `- ` before a line of a list, an empty line between paragraphs and `\` at the end of a line
that stays apart. A field stands between braces; behind a bar stands what is written when it is not
known, which may be nothing. A paragraph or line with a field that has nothing to say is left out.
"""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple

from reception_assistant.errors import KnownError
from reception_assistant.i18n import N_, _
from reception_assistant.library.filling import fill, parse
from reception_assistant.paper import html
from reception_assistant.paper.html import Page


class Kind(StrEnum):
    """Which letter; its template has the same name."""

    RECEIPT = "ontvangst"
    EXTENSION = "verlenging"
    OUTCOME = "uitkomst"


TITLES = {
    Kind.RECEIPT: N_("Ontvangst bevestigen"),
    Kind.EXTENSION: N_("Meer tijd vragen"),
    Kind.OUTCOME: N_("Uitkomst vertellen"),
}
"""What each letter is called on a button."""


class LetterField(StrEnum):
    """What may stand between braces in a letter; what is "tussen de regels" never can."""

    PRACTICE = "praktijk"
    SENDER = "afzender"
    DATE = "datum"
    NAME = "naam"
    GREETING = "begroeting"
    ANIMAL = "dier"
    SUBJECT = "onderwerp"
    RECEIVED = "ontvangen"
    OWNER = "eigenaar"
    WORDS = "woorden"
    WISH = "wens"
    TERM = "termijn"
    FORMER_TERM = "vorige_termijn"
    MORE_TIME = "extra_tijd"
    BECAUSE = "reden"
    APOLOGY = "excuus"
    SOLUTION = "oplossing"
    AGREED = "afspraken"
    CHANGE = "verandering"
    NEXT_DOOR = "verder"


class Sort(StrEnum):
    """What a block of a letter is."""

    SUBJECT = "subject"
    HEADING = "heading"
    TEXT = "text"
    ITEM = "item"


class Block(NamedTuple):
    """A paragraph, a heading or a line of a list."""

    sort: Sort
    text: str


class Letter(NamedTuple):
    """A letter that is written out; it holds names, so it goes to whom it is for only."""

    kind: Kind
    blocks: tuple[Block, ...]


class Template(NamedTuple):
    """The text of a template, and the name of its file for whoever has to mend it."""

    file: str
    text: str


_SIGNS = (("## ", Sort.HEADING), ("# ", Sort.SUBJECT), ("- ", Sort.ITEM))
_KNOWN = frozenset(LetterField)


def written(kind: Kind, template: Template, values: Mapping[LetterField, str]) -> Letter:
    """Return the letter with `values` filled in.

    Raises:
        KnownError: the template asks for a field that is not there, or has a loose brace.
    """
    filled = {field.value: text.strip() for field, text in values.items() if text.strip()}
    blocks = list(_blocks(template.text))
    for block in blocks:
        _refuse_unknown(block, template.file)
    told = (
        Block(each.sort, fill(each.text, filled)) for each in blocks if not _is_mute(each, filled)
    )
    return Letter(kind, tuple(_without_empty_parts([each for each in told if each.text.strip()])))


def letter_page(letter: Letter) -> Page:
    """Return a letter as a page."""
    pieces: list[str] = []
    items: list[str] = []
    for block in (*letter.blocks, Block(Sort.TEXT, "")):
        if items and block.sort is not Sort.ITEM:
            pieces.append(html.bullets(items, "letter"))
            items = []
        if block.sort is Sort.ITEM:
            items.append(block.text)
        elif block.sort is Sort.SUBJECT:
            pieces.append(html.paragraph(block.text, "letter-subject"))
        elif block.sort is Sort.HEADING:
            pieces.append(html.paragraph(block.text, "letter-part"))
        elif block.text:
            pieces.append(html.paragraph(block.text, "letter"))
    return Page(_("Brief"), "".join(pieces))


def letter_text(letter: Letter) -> str:
    """Return a letter as plain text, for a mail."""
    lines: list[str] = []
    before: Sort | None = None
    for block in letter.blocks:
        if before is not None and not (before is block.sort is Sort.ITEM):
            lines.append("")
        lines.append(f"- {block.text}" if block.sort is Sort.ITEM else block.text)
        before = block.sort
    return "\n".join(lines) + "\n"


def _blocks(text: str) -> Iterator[Block]:
    """Give the blocks of a template, before anything is filled in."""
    open_lines: list[str] = []
    for line in (*text.splitlines(), ""):
        bare = line.strip()
        sort, rest = _signed(bare)
        if (not bare or sort is not Sort.TEXT) and open_lines:
            yield Block(Sort.TEXT, _as_one(open_lines))
            open_lines = []
        if sort is not Sort.TEXT:
            yield Block(sort, rest)
        elif bare:
            open_lines.append(bare)


def _signed(line: str) -> tuple[Sort, str]:
    for sign, sort in _SIGNS:
        if line.startswith(sign):
            return sort, line.removeprefix(sign).strip()
    return Sort.TEXT, line


def _as_one(lines: list[str]) -> str:
    """Return the lines of a paragraph as one text; a line that ends in a backslash stays apart."""
    whole = ""
    for line in lines:
        stays = line.endswith("\\")
        whole += line.removesuffix("\\").rstrip() + ("\n" if stays else " ")
    return whole.strip()


def _refuse_unknown(block: Block, file: str) -> None:
    for part in parse(block.text):
        if part.broken:
            raise KnownError(
                _("In de brief «{file}» staat een losse accolade bij «{text}».").format(
                    file=file, text=part.text
                ),
                _("Er is geen brief gemaakt. Schrijf een veld als {example}.").format(
                    example="{naam}"
                ),
            )
        if part.name and part.name not in _KNOWN:
            raise KnownError(
                _("In de brief «{file}» staat een veld dat Balie niet kent: «{field}».").format(
                    file=file, field=part.name
                ),
                _("Er is geen brief gemaakt. U kunt kiezen uit: {fields}.").format(
                    fields=", ".join(LetterField)
                ),
            )


def _is_mute(block: Block, values: Mapping[str, str]) -> bool:
    """Tell whether a field in it has nothing to say, and nothing else may stand there."""
    return any(
        part.name and part.name not in values and part.fallback is None
        for part in parse(block.text)
    )


def _without_empty_parts(blocks: list[Block]) -> Iterator[Block]:
    """Give `blocks` without the headings that have nothing below them."""
    for at, block in enumerate(blocks):
        following = blocks[at + 1] if at + 1 < len(blocks) else None
        empty = following is None or following.sort is Sort.HEADING
        if block.sort is not Sort.HEADING or not empty:
            yield block
