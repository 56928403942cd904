"""Participles as they look, and those that say how something is and not what was done to it."""

import re
from functools import lru_cache

from reception_assistant.library.checking.written import listed

_BEFORE = (
    "(?:aan|achter|af|bij|binnen|buiten|dicht|door|goed|heen|in|klaar|langs|los|mee|mis|na|neer|om|"
    "onder|op|open|over|rond|samen|schoon|stil|tegen|terug|thuis|toe|uit|vast|voor|vol|weg|weer)?"
)
_WEAK = re.compile(
    rf"{_BEFORE}(?:ge[^\W\d_]{{2,}}[dt]|geë[^\W\d_]{{2,}}[dt]|geï[^\W\d_]{{2,}}[dt])"
)
_WITHOUT_GE = re.compile(rf"{_BEFORE}(?:be|ver|ont|her)[^\W\d_]{{2,}}(?:d|[kfschp]t)")
_STRONG = re.compile(
    rf"{_BEFORE}(?:gegeven|geschreven|gesproken|gekozen|gedragen|genomen|gevonden|gehouden|gelezen|"
    r"gezonden|geholpen|gekregen|getrokken|gesneden|gesloten|geroepen|gezien|gedaan|geboden|"
    r"gewassen|geladen|gevangen|gehangen|gewezen|gemeten|geschoten|gewogen|gebeten|gestoken|"
    r"gebonden|gedronken|gegeten|gelaten|geslagen|geheten|gezongen|geworpen|gebroken|"
    r"besproken|verzonden|ontvangen|beschreven|onthouden|besloten|verboden|verbonden|verwezen|"
    r"bewezen|bevonden|ondervonden|verloren|herschreven|overwogen|ondernomen|vergeleken|"
    r"vervangen|bevolen|verborgen|betrokken|onderbroken|verbroken|vermeden|bekeken|begrepen)"
)
_OTHERS = listed(
    "verzet voldaan overlegd overtuigd overhandigd ondersteund onderzocht doorzocht ondertekend "
    "herhaald misverstaan"
)
# Looks like one, but is a noun, another word, or a form of now.
_NONE = listed(
    "bedankt bedraad beeld begint behoeft bekend beleefd beleid benauwd bereid bericht beroemd "
    "berucht beslist bestand betreft bevat bewind bewust bezoek gebed gebeurt gebied gebit "
    "gebod gebrekt gedicht gedraagt geduld geeft geest geheid geld geldt gelooft geluid gemoed "
    "geneest geniet genot gerecht gerust geschrift geslacht gevecht gewest gewicht gezant "
    "gezicht gezond herfst ontbijt overeind overgewicht overheid tegenbericht tekort verband "
    "verbond verdacht verkeerd verleid verliefd verstand vertrouwd voorbeeld"
)
_OF_NOW = (
    "spreekt", "grijpt", "breekt", "trekt", "loopt", "koopt", "kijkt", "lijkt", "wijst", "liest",
    "helpt", "treft", "geeft", "blijft", "schrijft", "zoekt", "werpt", "krijgt",
)  # fmt: skip
_DONE_ON_END = ("kend", "eend", "iend", "wend")  # "verleend", but not "vervelend"
_BY_ITSELF = (
    "gekomen", "gegaan", "gebleven", "geweest", "geworden", "gebeurd", "gestopt", "gegroeid",
    "veranderd", "gevallen", "gestorven", "geslaagd", "verhuisd", "gelukt", "verdwenen",
    "geschrokken", "gelopen", "gereden", "gefietst", "gestegen", "gedaald", "genezen", "hersteld",
    "gebarsten", "gebroken", "gescheurd", "gezakt", "gestart", "geëindigd", "gereisd", "gevlucht",
    "gekalmeerd", "gezwollen", "gebleken", "gesprongen", "gewend", "gereageerd",
)  # fmt: skip
_HOW_IT_IS = listed(
    "aangedaan aangesloten afgesloten bedoeld bedroefd bekend bekneld benieuwd beperkt "
    "beschadigd beschermd besmet bestemd betrokken bevoegd bevriend bezet bezorgd geboren "
    "gechipt gecompliceerd gefrustreerd gehandicapt gehecht gekleed gekneusd geliefd "
    "gemotiveerd geopend gepast geregeld gericht gerustgesteld gescheiden geschikt geschokt "
    "gesloten gespannen gespecialiseerd gesteld getrouwd gevaccineerd gevestigd gewenst gewond "
    "gezien geïnteresseerd geïrriteerd ingeschreven ingewikkeld ontroerd ontspannen opgelost "
    "opgelucht opgewekt opgewonden teleurgesteld toegestaan uitgeput uitverkocht verbaasd "
    "verboden verbonden verdrietig vergist verhinderd verlamd verloren vermoeid verouderd "
    "verplicht verrast verrekt verslaafd verstopt verstuikt vertraagd verward verzekerd "
    "verzwakt volgeboekt"
)
"""Said of somebody or something as it is now: "we zijn gesloten", "u bent verzekerd"."""


@lru_cache(maxsize=4_000)
def is_participle(word: str) -> bool:
    """Tell whether a word in small letters is a participle."""
    if word in _OTHERS:
        return True
    if word in _NONE or not word.endswith(("t", "d", "n")):
        return False
    if _STRONG.fullmatch(word) or _WEAK.fullmatch(word):
        return True
    if word.endswith("end") and not word.endswith(_DONE_ON_END):
        return False
    return bool(_WITHOUT_GE.fullmatch(word)) and not word.endswith(_OF_NOW)


def is_state(word: str) -> bool:
    """Tell whether with "is" it says how it is, or what somebody did: no one did it to them."""
    return word in _HOW_IT_IS or word.endswith(_BY_ITSELF)
