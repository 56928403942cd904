"""A page as HTML: all that people typed in it is text, whatever signs it holds.

It keeps to what Qt's documents know: tables, a few tags, and sizes in pixels of a page that is
794 wide and 1123 high (A4).
"""

import html
from collections.abc import Iterable, Sequence
from typing import NamedTuple
from urllib.parse import quote

from reception_assistant.i18n import _

_INK, _SOFT, _LINE, _WEAK, _BAR = "#16232b", "#54646f", "#c6d0d5", "#eef3f5", "#7fa8a5"

_LONGEST_BAR = 340
_COLOURED = "data:image/svg+xml;charset=utf-8," + quote(
    '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8">'
    f'<rect width="8" height="8" fill="{_BAR}"/></svg>'
)

_STYLE = f"""
body {{ color: {_INK}; font-size: 13px; }}
h1 {{ font-size: 22px; font-weight: 600; margin: 0 0 4px 0; }}
.part {{ font-size: 14px; font-weight: 600; margin: 18px 0 4px 0; }}
.letter {{ font-size: 14px; line-height: 135%; margin: 0 0 14px 0; }}
.letter-subject {{ font-size: 19px; font-weight: 600; margin: 26px 0 20px 0; }}
.letter-part {{ font-size: 15px; font-weight: 600; margin: 22px 0 6px 0; }}
p {{ margin: 0 0 8px 0; }}
ul {{ margin: 0; }}
li {{ margin: 0 0 3px 0; }}
th {{ color: {_SOFT}; font-size: 11px; font-weight: 600; text-align: left; }}
td {{ border-top: 1px solid {_LINE}; }}
.soft {{ color: {_SOFT}; font-size: 12px; }}
.large {{ font-size: 21px; font-weight: 600; }}
.tile {{ background-color: {_WEAK}; border-top: 0; }}
.number {{ font-size: 22px; font-weight: 600; margin: 0; }}
.caption {{ color: {_SOFT}; font-size: 11px; margin: 0; }}
"""


class Page(NamedTuple):
    """What is to be printed: `body` is HTML; `title` and `foot` are text without any name.

    What is to stay on `one_sheet` is made smaller, as far as it can still be read.
    """

    title: str
    body: str
    foot: str = ""
    one_sheet: bool = False

    @property
    def html(self) -> str:
        """The whole page."""
        return _whole(self.body)

    def foot_html(self, number: int, of: int) -> str:
        """Return the foot of a sheet; which one it is is told where there are more."""
        place = _("bladzijde {number} van {of}").format(number=number, of=of) if of > 1 else ""
        return _whole(paragraph(" · ".join(filter(None, (self.foot, place))), "caption"))


def escaped(text: str) -> str:
    """Return `text` as it is to be read, with its own line breaks."""
    whole = html.escape(text.strip(), quote=True)
    return "<br/>".join(whole.splitlines())


def heading(text: str) -> str:
    """Return the heading of the page."""
    return f"<h1>{escaped(text)}</h1>"


def part(text: str, number: int | None = None) -> str:
    """Return the heading of a part, with how many there are where that helps."""
    shown = text if number is None else f"{text} · {number}"
    return paragraph(shown, "part")


def paragraph(text: str, kind: str = "") -> str:
    """Return a paragraph; `kind` is one of the classes of the style."""
    named = f' class="{kind}"' if kind else ""
    return f"<p{named}>{escaped(text)}</p>"


def bullets(lines: Iterable[str], kind: str = "") -> str:
    """Return lines with a dot before each."""
    named = f' class="{kind}"' if kind else ""
    return f"<ul>{''.join(f'<li{named}>{escaped(line)}</li>' for line in lines)}</ul>"


def table(heads: Sequence[str], rows: Iterable[Sequence[str]], widths: Sequence[int]) -> str:
    """Return a table over the whole width; `widths` are percentages."""
    named = "".join(
        f'<th width="{width}%">{escaped(head)}</th>'
        for head, width in zip(heads, widths, strict=True)
    )
    lines = "".join(
        f"<tr>{''.join(f'<td>{escaped(cell)}</td>' for cell in row)}</tr>" for row in rows
    )
    return f'<table width="100%" cellspacing="0" cellpadding="4"><tr>{named}</tr>{lines}</table>'


def bars(counts: Iterable[tuple[str, int]], most: int) -> str:
    """Return numbers, each with a bar beside it that shows its size against `most`."""
    lines = "".join(
        f'<tr><td width="38%">{escaped(label)}</td><td width="8%" align="right">{number}</td>'
        f'<td width="54%">{_bar(_LONGEST_BAR * number // most)}</td></tr>'
        for label, number in counts
    )
    return f'<table width="100%" cellspacing="0" cellpadding="3">{lines}</table>'


def tiles(figures: Sequence[tuple[str, str]]) -> str:
    """Return figures beside one another, each large above what it counts."""
    width = 100 // max(1, len(figures))
    cells = "".join(
        f'<td class="tile" width="{width}%"><p class="number">{escaped(figure)}</p>'
        f'<p class="caption">{escaped(of)}</p></td>'
        for figure, of in figures
    )
    return f'<table width="100%" cellspacing="6" cellpadding="8"><tr>{cells}</tr></table>'


def _bar(width: int) -> str:
    """Return a bar of so many pixels; a picture, because a cell takes all the width there is."""
    return f'<img src="{_COLOURED}" width="{width}" height="11"/>' if width > 0 else ""


def _whole(body: str) -> str:
    return f"<html><head><style>{_STYLE}</style></head><body>{body}</body></html>"
