"""Orders at the start of a sentence: "Bel morgen", but not "Belt u morgen?" or "Kom gerust"."""

import re

from reception_assistant.library.checking.written import listed

_ORDERS = listed(
    "bel blijf breng controleer denk doe drink druk ga geef haal herhaal hou houd kalmeer kijk kom "
    "laat lees let loop luister maak meld neem noem onthoud overleg praat probeer regel schrijf "
    "schreeuw sla slik spreek stap stel stuur teken tik toon typ vergeet vertel verwijder volg "
    "vraag vul wacht wees zeg zet zit zoek zorg"
)
# "Bel ik u?" is a question, and in "zorg is duur" it is a noun.
_NO_ORDER_BEFORE = listed(
    "ik je jij u we wij hij ze zij men iemand er is was blijft wordt heeft kan van"
)
_KIND = listed("gerust maar eens rustig welkom fijn lekker")
_NEVER_KIND = frozenset(("luister", "kalmeer", "schreeuw", "doe"))
_NO_ORDER = {
    "kijk": frozenset((",",)),
    "stel": frozenset(("dat",)),
    "laat": frozenset(("in", "op")),
}
_OPENING = r"[\s\"'“‘(]*(?:(?i:en|dan|maar|of)\s+)?([^\W\d_]+)\b"
_BEGIN = re.compile(rf"{_OPENING}(\s*,)?")
_FIRST_WORDS = re.compile(rf"(?:^|[.!?\n][\"'”’»)\]]*){_OPENING}")
_WORD = re.compile(r"[^\W\d_]+")
# A question, or a life in danger: then an order is right.
_IS_NO_ORDER = re.compile(r"\?\W*$|\b112\b")
_SHOWN = 3


def may_order(text: str, words: frozenset[str]) -> bool:
    """Tell, much faster, whether a text with these words in it may hold an order."""
    if words.isdisjoint(_ORDERS):
        return False
    return any(first.lower() in _ORDERS for first in _FIRST_WORDS.findall(text))


def order_in(sentence: str) -> str:
    """Return the order with which a sentence starts: its first few words; "" if it has none."""
    first = _BEGIN.match(sentence)
    if first is None or first[1].lower() not in _ORDERS or _IS_NO_ORDER.search(sentence):
        return ""
    order = first[1].lower()
    following = _WORD.findall(sentence[first.end() :].lower())[:_SHOWN]
    next_ones = {",", *following[:1]} if first[2] else set(following[:1])
    if next_ones & _NO_ORDER.get(order, _NO_ORDER_BEFORE) or next_ones & _NO_ORDER_BEFORE:
        return ""
    if order not in _NEVER_KIND and _KIND.intersection(following):
        return ""
    return " ".join(sentence[first.start(1) :].split()[:_SHOWN]).rstrip(".,!;:")
