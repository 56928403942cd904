"""The prefixes (tussenvoegsels), and taking them off a surname where a source writes them there."""

# After the prefix table of the Dutch registers (domain: BRP), without the words that are also
# names or words between names ("ben", "bin", "of") and without single letters.
_TABLE = (
    "'s|'t|aan|aan 't|aan de|aan den|aan der|aan het|al|auf|auf dem|auf den|auf der|auf ter"
    "|aus|aus dem|aus den|aus der|bij|bij 't|bij de|bij den|bij het|boven|d'|da|dal|dalla|das"
    "|de|de die|de l'|de la|de las|degli|dei|del|della|den|der|des|di|do|dos|du|el|het|in|in 't"
    "|in de|in den|in der|in het|l'|la|las|le|les|lo|los|onder|onder 't|onder de|onder den"
    "|onder het|op|op 't|op de|op den|op der|op gen|op het|op ten|over|over 't|over de"
    "|over den|over het|te|ten|ter|tho|thoe|thor|toe|tot|uijt|uijt 't|uijt de|uijt den"
    "|uijt ten|uit|uit 't|uit de|uit den|uit het|uit te de|uit ten|unter|van|van 't|van 's"
    "|van d'|van de|van de l'|van de la|van den|van der|van gen|van het|van la|van ter"
    "|van van de|vom|von|von 't|von dem|von den|von der|voor|voor 't|voor de|voor den"
    "|voor in 't|vor|vor der|zu|zum|zur"
)
PREFIXES = frozenset(_TABLE.split("|"))
PREFIX_WORDS = frozenset(word for prefix in PREFIXES for word in prefix.split())
MOST_WORDS = max(prefix.count(" ") + 1 for prefix in PREFIXES)

_STRAIGHT = str.maketrans(dict.fromkeys("’‘`´", "'"))


def prefix_apart(surname: str) -> tuple[str, str]:
    """Return prefix and surname of "de Vries" or "Vries, de"; no prefix where it has a capital.

    Only for a source of which somebody said that it writes them in one: "De Wit" in a column of
    surnames can be the whole surname (Flemish: taaladvies.net/j-van-den-berg).
    """
    head, comma, tail = surname.partition(",")
    if comma:
        head, prefix = head.strip(), " ".join(tail.split())
        return (prefix, head) if head and _is_prefix(prefix) else ("", surname)
    words = surname.split()
    most = len(words) - 1 if set(words) - PREFIX_WORDS else 0
    for count in range(min(MOST_WORDS, most), 0, -1):
        prefix = " ".join(words[:count])
        if _is_prefix(prefix):
            return prefix, " ".join(words[count:])
    return "", surname


def _is_prefix(text: str) -> bool:
    return text.translate(_STRAIGHT) in PREFIXES
