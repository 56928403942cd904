"""Sentences around a name: one full stop at the end, whatever the name ends in."""


def full_stop_once(sentence: str) -> str:
    """Return `sentence` with one full stop where a name in it ends in its own ("R.M.")."""
    return sentence[:-1] if sentence.endswith("..") else sentence


def tidy(text: str) -> str:
    """Return `text` with single spaces only, for names that arrive as they were typed."""
    return " ".join(text.split())
