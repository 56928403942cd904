"""The pages of the help: complete, short, in plain words, and never out of date."""

import re

import pytest

from reception_assistant.paths import resources
from ui.actions import TABLE, Do, key_text, words
from ui.help.pages import PageName, actions_of, keys_of, page_for
from ui.help.text import Block, Kind, Page, read_pages, taken_apart

PAGES = read_pages()
LONGEST_SENTENCE, LONGEST_ON_AVERAGE, LONGEST_PAGE = 15, 10, 240  # words
OTHER_KEYS = {"Enter", "Esc", "Tab", "Backspace", "Ctrl+Enter", "Shift+Enter", "Alt+1"}
"""Keys that belong to a list, a field, a form or a script, and are no action."""
KEY = re.compile(
    r"(?:(?:Ctrl|Shift|Alt)\+)+(?:[\w,-]+|\+|\.|←)|\bF\d{1,2}\b|\b(?:Enter|Esc|Tab|Backspace)\b"
)
HIDDEN = re.compile(r"https?:|www\.|!\[|<\w|`|\bje\b|\bjouw?\b", re.IGNORECASE)
ENGLISH = re.compile(
    r"\b(?:click|drag|drop|file|folder|settings|help|undo|shortcuts?|update|import\w*|tip|okay"
    r"|online|e-?mail|reset|default|feature|popup|dropdown|scroll\w*|team|planning|screen)\b",
    re.IGNORECASE,
)


def prose(page: Page) -> str:
    """Return all that is written on a page."""
    return "\n".join((page.title, *(block.plain for block in page.blocks)))


def sentences(page: Page) -> list[str]:
    """Return the sentences of a page, without its headings."""
    text = "\n".join(block.plain for block in page.blocks if block.kind is not Kind.HEADING)
    return [each for each in re.split(r"(?<=[.?!])\s+|\n", text) if each]


def number_of_words(text: str) -> int:
    return len(text.split())


def listed(name: PageName) -> set[str]:
    """Return the keys in the lists of a page."""
    return {key.text for group in keys_of(name) for key in group.keys}


def test_there_is_a_page_for_each_name_and_no_other() -> None:
    files = {path.name for path in resources("help").iterdir()}
    assert files == {f"{name}.md" for name in PageName}


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
class TestEachPage:
    def test_has_a_title_and_something_to_read(self, page: Page) -> None:
        text = resources("help", f"{page.name}.md").read_text(encoding="utf-8")
        assert text.startswith("# ")
        assert text.count("\n# ") == 0
        assert page.title
        assert sentences(page)

    def test_leads_only_to_pages_that_exist(self, page: Page) -> None:
        links = {link for block in page.blocks for link in block.links}
        assert links <= set(PageName)
        assert page.name not in links

    def test_keeps_advice_free_of_links(self, page: Page) -> None:
        """A link has the colour of the page, not of a coloured box."""
        assert [b.text for b in page.blocks if b.kind is Kind.ADVICE and b.links] == []

    def test_is_written_in_short_sentences(self, page: Page) -> None:
        found = sentences(page)
        assert [each for each in found if number_of_words(each) > LONGEST_SENTENCE] == []
        assert sum(map(number_of_words, found)) / len(found) <= LONGEST_ON_AVERAGE

    def test_is_short(self, page: Page) -> None:
        assert number_of_words(prose(page)) <= LONGEST_PAGE

    def test_says_u_in_dutch_without_pictures_or_addresses(self, page: Page) -> None:
        text = resources("help", f"{page.name}.md").read_text(encoding="utf-8")
        assert HIDDEN.findall(text) == []
        assert ENGLISH.findall(text) == []

    def test_leaves_no_mark_of_its_making_in_sight(self, page: Page) -> None:
        assert re.findall(r"\*\*|\]\(|^#|^>|^- ", prose(page), re.MULTILINE) == []

    def test_names_only_keys_that_work(self, page: Page) -> None:
        of_actions = {key_text(action.id) for action in TABLE if action.shortcut}
        assert set(KEY.findall(prose(page))) <= of_actions | OTHER_KEYS

    def test_lists_each_key_it_names(self, page: Page) -> None:
        """What is read above can be found again below; of other screens the words are enough."""
        if page.name is PageName.KEYS:
            return
        everywhere = {key_text(what) for what in (Do.HELP, Do.DESK, Do.SETTINGS, Do.ADD_PERSON)}
        named = set(KEY.findall(prose(page)))
        assert named - listed(page.name) <= everywhere | OTHER_KEYS

    def test_shows_each_key_in_strong_letters(self, page: Page) -> None:
        strong = {found for b in page.blocks for found in re.findall(r"\*\*(.+?)\*\*", b.text)}
        assert set(KEY.findall(prose(page))) <= strong


def test_every_key_stands_in_the_list_of_all_keys() -> None:
    expected = {(key_text(each.id), words(each.id)) for each in TABLE if each.shortcut}
    shown = [(key.text, key.words) for group in keys_of(PageName.KEYS) for key in group.keys]
    assert expected <= set(shown)
    assert len(shown) == len(set(shown))


def test_every_key_stands_on_the_page_of_a_screen_too() -> None:
    somewhere = {
        what for name in PageName if name is not PageName.KEYS for what in actions_of(name)
    }
    assert {each.id for each in TABLE if each.shortcut} <= somewhere


@pytest.mark.parametrize("name", PageName)
def test_a_key_stands_once_on_a_page(name: PageName) -> None:
    keys = [key.text for group in keys_of(name) for key in group.keys]
    assert len(keys) == len(set(keys)) or name in (PageName.DESK, PageName.KEYS)
    assert all(group.keys for group in keys_of(name))


def test_a_screen_gets_its_own_page_and_a_new_one_all_keys() -> None:
    assert page_for("balie") is PageName.DESK
    assert page_for("telefoon") is PageName.PHONE
    assert page_for("opvolging") is PageName.FOLLOW_UPS
    assert page_for("klachten") is PageName.COMPLAINTS
    assert page_for("inzicht") is PageName.KEYS
    assert page_for("") is PageName.KEYS


def test_every_page_is_led_to_from_another() -> None:
    """Nobody has to know that a page exists: each is offered in the list of the others."""
    assert list(PAGES) == list(PageName)
    assert len({page.title for page in PAGES.values()}) == len(PAGES)


def test_a_page_is_taken_apart() -> None:
    page = taken_apart(
        PageName.DESK,
        "# Aan de balie\n\nDruk op **F3**.\n\n## Later\n\n- punt\n\n"
        "2. stap & [meer](zoeken)\n\n> let op\n",
    )
    assert page.title == "Aan de balie"
    assert page.blocks == (
        Block(Kind.PARAGRAPH, "Druk op **F3**."),
        Block(Kind.HEADING, "Later"),
        Block(Kind.POINT, "punt", "•"),
        Block(Kind.STEP, "stap & [meer](zoeken)", "2."),
        Block(Kind.ADVICE, "let op"),
    )
    assert page.blocks[0].html == 'Druk op <span style="font-weight: 600">F3</span>.'
    assert page.blocks[3].html == 'stap &amp; <a href="zoeken">meer</a>'
    assert page.blocks[3].plain == "stap & meer"
    assert page.blocks[3].links == ["zoeken"]
