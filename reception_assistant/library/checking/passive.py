"""Sentences that hide who does something: "uw afspraak wordt verzet", "het is genoteerd".

Few false alarms go before finding everything. With "worden" every participle counts, with "zijn"
only those that say what was done: not "we zijn gesloten", "de dokter is gekomen" or, as a question,
"bent u geholpen?". Both must stand in one clause, and a clause with "hebben" is about that.
"""

import re
from collections.abc import Iterator

from reception_assistant.library.checking.participles import is_participle, is_state

_BECOME = frozenset(("word", "wordt", "worden", "werd", "werden"))
_BE = frozenset(("ben", "bent", "is", "zijn", "was", "waren"))
_HAVE = frozenset(("heb", "hebt", "heeft", "hebben", "had", "hadden"))
_HELPERS = _BECOME | _BE

_CLAUSES = re.compile(
    r"[.!?\n,;:–—(){}|]|\b(?:en|maar|want|of|dat|als|omdat|zodat|voordat|nadat|terwijl|toen|wanneer|wat|"
    r"wie|waar|hoe|die)\b"
)
_SENTENCE = re.compile(r"[^.!?\n]+[.!?\n]*")
# Who asks this asks how it is now.
_ASKED = frozenset(("geholpen", "gezegd"))
_WORD = re.compile(r"[^\W\d_]+")
# "te ontvangen" is no participle, and "eerlijk gezegd" says nothing of the rest.
_MAKES_IT_OTHERWISE = frozenset(("te", "eerlijk", "kort", "zoals", "anders"))


def may_be_passive(words: frozenset[str]) -> bool:
    """Tell, much faster, whether a text with these words in it may be passive."""
    return not words.isdisjoint(_HELPERS) and any(map(is_participle, words))


def passive_in(text: str) -> Iterator[str]:
    """Give each pair that makes a clause passive: "wordt … verzet"."""
    for sentence in _SENTENCE.findall(text.lower()):
        states = _ASKED if "?" in sentence else frozenset[str]()
        for clause in _CLAUSES.split(sentence):
            words = _WORD.findall(clause)
            if not _HAVE.intersection(words) and (found := _pair(words, states)):
                yield found


def _pair(words: list[str], states: frozenset[str]) -> str:
    """Return the pair that makes a clause passive; `states` are no such participles here."""
    helper = next((word for word in words if word in _BECOME), "")
    becomes = bool(helper)
    helper = helper or next((word for word in words if word in _BE), "")
    if not helper:
        return ""
    before = ""
    for word in words:
        if (
            before not in _MAKES_IT_OTHERWISE
            and is_participle(word)
            and (becomes or not (word in states or is_state(word)))
        ):
            return _told(words, helper, word)
        before = word
    return ""


def _told(words: list[str], helper: str, participle: str) -> str:
    first, last = sorted((helper, participle), key=words.index)
    return f"{first} {last}" if words.index(last) - words.index(first) == 1 else f"{first} … {last}"
