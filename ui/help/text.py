"""The text of the help: read from its files and taken apart, so that the panel can show it.

The files hold a small part of Markdown: one `# title`, `## headings`, paragraphs on one line,
`- points`, `1. steps`, `> advice`, **keys** and [links](page) to other pages.
"""

import re
from enum import StrEnum
from html import escape
from typing import NamedTuple

from reception_assistant.paths import resources
from ui.help.pages import PageName

_STRONG = re.compile(r"\*\*(.+?)\*\*")
_LINK = re.compile(r"\[([^\]]+)\]\(([^)]+)\)")
_STEP = re.compile(r"(\d+)\. ")


class Kind(StrEnum):
    """What a piece of a page is."""

    TITLE = "# "
    HEADING = "## "
    POINT = "- "
    STEP = "step"
    ADVICE = "> "
    PARAGRAPH = ""


class Block(NamedTuple):
    """A piece of a page; `sign` stands before a point or a step."""

    kind: Kind
    text: str
    sign: str = ""

    @property
    def html(self) -> str:
        """The text as a label shows it."""
        strong = _STRONG.sub(r'<span style="font-weight: 600">\1</span>', escape(self.text))
        return _LINK.sub(r'<a href="\2">\1</a>', strong)

    @property
    def plain(self) -> str:
        """The text as it is read aloud."""
        return _LINK.sub(r"\1", _STRONG.sub(r"\1", self.text))

    @property
    def links(self) -> list[str]:
        """The names of the pages that the text leads to."""
        return [found[2] for found in _LINK.finditer(self.text)]


class Page(NamedTuple):
    """One page of the help."""

    name: PageName
    title: str
    blocks: tuple[Block, ...]


def read_pages() -> dict[PageName, Page]:
    """Read all pages, in the order of the list; they are small."""
    return {
        name: taken_apart(name, resources("help", f"{name}.md").read_text(encoding="utf-8"))
        for name in PageName
    }


def taken_apart(name: PageName, text: str) -> Page:
    """Return the page of which `text` is the file."""
    title, *blocks = (_block(line) for line in text.splitlines() if line.strip())
    return Page(name, title.text, tuple(blocks))


def _block(line: str) -> Block:
    if step := _STEP.match(line):
        return Block(Kind.STEP, line[step.end() :].strip(), f"{step[1]}.")
    kinds = (Kind.TITLE, Kind.HEADING, Kind.POINT, Kind.ADVICE)
    kind = next((each for each in kinds if line.startswith(each)), Kind.PARAGRAPH)
    text = line.removeprefix(kind).strip()
    return Block(kind, text, "•" if kind is Kind.POINT else "")
