"""What was remembered in a call goes into the record, so that nothing is typed twice."""

import re
from collections.abc import Mapping

from reception_assistant.complaints.complaint import Field, Yes
from reception_assistant.library.context import Mood
from reception_assistant.text import fold

# The scripts remember these under the ids of the record itself.
_SAME = (Field.EMOTION, Field.WORDS, Field.WISH, Field.SOLUTION, Field.ALTERNATIVE)
_OTHERWISE: Mapping[str, Field] = {"kanaal": Field.STAY_IN_TOUCH}
_YES = frozenset({"ja", "jawel", "jazeker", "klopt", "juist", "precies"})
_NO = frozenset({"nee", "niet", "neen"})
_BUT = frozenset({"maar", "behalve", "alleen", "deels"})


def answers_of(remembered: Mapping[str, str], mood: Mood | None = None) -> dict[Field, str]:
    """Return the answers of the record that a run remembered.

    "Klopt dat?" was answered in free words: only a plain yes is a yes; of anything else the words
    are kept beside those of the customer. How the caller sounds is the feeling, when the
    receptionist wrote down none.
    """
    answers = {field: _text(remembered, field) for field in _SAME}
    for name, field in _OTHERWISE.items():
        answers[field] = _text(remembered, name)
    if mood and not answers[Field.EMOTION]:
        answers[Field.EMOTION] = mood.value
    said = _text(remembered, Field.CONFIRMED)
    if said:
        answers[Field.CONFIRMED] = Yes.YES.value if _is_yes(said) else Yes.NO.value
        if not _says_nothing_else(said):
            answers[Field.MORE] = said
    return {field: text for field, text in answers.items() if text}


def _text(remembered: Mapping[str, str], name: str) -> str:
    return remembered.get(name, "").strip()


def _words(said: str) -> list[str]:
    return re.findall(r"\w+", fold(said))


def _is_yes(said: str) -> bool:
    words = _words(said)
    return bool(words) and words[0] in _YES and not (_NO | _BUT).intersection(words)


def _says_nothing_else(said: str) -> bool:
    return _is_yes(said) or _words(said) in (["nee"], ["neen"])
