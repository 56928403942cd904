"""The language of letters: "de beoordeling van uw klacht" where a verb would do."""

import re
from collections.abc import Iterator

from reception_assistant.library.checking.written import listed

# Things and moments that have such an ending, and that everybody says.
_THINGS = listed(
    "afdeling combinatie ding gelegenheid gezondheid hoeveelheid identiteit informatie instelling "
    "kleding koning kring leiding locatie meerderheid mening minderheid opleiding organisatie "
    "overheid rekening relatie ring situatie stichting universiteit vereniging verzekering vulling "
    "woning"
)
_LONG_THINGS = ("rekening", "vulling", "verzekering", "afdeling", "woning", "kleding", "ontsteking")
_OF_A_TIME = (
    "vandaag|morgen|gisteren|vanmorgen|vanmiddag|vanavond|vorige|volgende|deze|toen|nu|"
    "maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag"
)
_ENDING_AND_VAN = re.compile(
    rf"\b(?:(?:de|het|een|uw|je|onze|mijn)\s+)?([^\W\d_]+(?:ing|atie|heid|iteit))\s+van\b"
    rf"(?!\s+(?:{_OF_A_TIME})\b)",
    re.IGNORECASE,
)


def nominalisations_in(text: str) -> Iterator[str]:
    """Give each verb or quality that was made into a thing: "de beoordeling van"."""
    for found in _ENDING_AND_VAN.finditer(text):
        word = found[1].lower()
        if word not in _THINGS and not word.endswith(_LONG_THINGS):
            yield found[0]
