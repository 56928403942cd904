"""A list of Dutch words as it is written down: with spaces between them."""


def listed(words: str) -> frozenset[str]:
    """Return the words of a text, each once."""
    return frozenset(words.split())
