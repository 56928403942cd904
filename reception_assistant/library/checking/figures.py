"""Figures of speech: Dutch that says one thing and means another, with what is meant.

None of them is something that is also meant literally at a front desk: no "onder de knie".
"""

from reception_assistant.language.words import Discipline, PlainWord

_PAIRS = (
    ("uit de hand lopen", "te ver gaan", "loopt uit de hand", "liep uit de hand"),
    ("uit de hand gelopen", "te ver gegaan"),
    ("door de vingers zien", "niet streng zijn", "ziet door de vingers"),
    ("de knoop doorhakken", "kiezen", "knoop doorgehakt", "knopen doorhakken", "hak de knoop door"),
    ("van het kastje naar de muur", "steeds naar iemand anders"),
    ("een oogje in het zeil houden", "opletten", "oogje in het zeil"),
    ("de vinger aan de pols houden", "blijven volgen", "vinger aan de pols"),
    ("met de deur in huis vallen", "meteen beginnen", "met de deur in huis"),
    ("over het hoofd zien", "niet zien", "over het hoofd gezien", "over het hoofd zag"),
    ("een hart onder de riem", "steun", "hart onder de riem"),
    ("op de lange baan schuiven", "uitstellen", "op de lange baan"),
    ("de kogel is door de kerk", "het is besloten", "kogel door de kerk"),
    ("de kat uit de boom kijken", "afwachten", "kat uit de boom"),
    ("een appeltje voor de dorst", "iets voor later", "appeltje voor de dorst"),
    ("om de tuin leiden", "misleiden", "om de tuin geleid"),
    ("de spijker op de kop", "precies goed", "spijker op zijn kop", "spijkers op laag water"),
    ("water bij de wijn doen", "elk iets toegeven", "water bij de wijn"),
    ("roet in het eten gooien", "de plannen bederven", "roet in het eten"),
    ("tussen wal en schip", "zonder hulp", "tussen de wal en het schip"),
    ("op rolletjes lopen", "goed gaan", "op rolletjes"),
    ("de draad weer oppakken", "verdergaan", "pak de draad op", "pakken de draad op"),
    ("een steentje bijdragen", "meehelpen", "steentje bij"),
    ("de handen uit de mouwen", "aan het werk", "handen uit de mouwen"),
    ("in het honderd lopen", "misgaan", "loopt in het honderd"),
    ("over één nacht ijs gaan", "te snel beslissen", "over een nacht ijs"),
    ("de bal ligt bij", "de keuze is aan", "bal ligt nu bij"),
    ("groen licht", "toestemming"),
    ("aan de bel trekken", "het ons laten weten", "trek aan de bel", "trekt u aan de bel"),
    ("aan de bel getrokken", "het laten weten"),
    ("een stok achter de deur", "een reden om het te doen", "stok achter de deur"),
    ("een balletje opgooien", "iets voorstellen", "balletje opgooien"),
    ("de puntjes op de i", "de laatste dingen", "puntjes op de i"),
    ("achter de rug", "voorbij"),
    ("met beide benen op de grond", "rustig en verstandig"),
    ("het kwartje valt", "iemand begrijpt het", "kwartje is gevallen", "kwartje viel"),
    ("de boot missen", "te laat zijn", "boot gemist", "mist u de boot"),
    ("op de valreep", "op het laatste moment"),
    ("van a tot z", "helemaal"),
    ("een tandje bijzetten", "harder werken", "tandje bij zetten"),
    ("door de zure appel heen bijten", "iets vervelends doen", "door de zure appel heen"),
    ("een mouw aan passen", "oplossen", "mouw aan te passen"),
    ("geen blad voor de mond", "eerlijk", "blad voor de mond"),
    ("door de bomen het bos", "het overzicht"),
    ("oude koeien uit de sloot", "iets van vroeger", "koeien uit de sloot"),
    ("een slag om de arm", "niet helemaal zeker", "slag om de arm"),
    ("uit de lucht komen vallen", "onverwacht zijn", "uit de lucht gevallen"),
    ("de kous is af", "het is klaar", "kous af"),
    ("aan het lijntje houden", "laten wachten", "aan het lijntje"),
    ("als een rode draad", "steeds"),
    ("in de kiem smoren", "meteen stoppen", "in de kiem gesmoord"),
    ("olie op het vuur", "erger"),
    ("zand erover", "we praten er niet meer over"),
    ("gouden bergen beloven", "te veel beloven", "gouden bergen"),
    ("aan een zijden draad", "heel onzeker", "aan een zijden draadje"),
    ("de lucht klaren", "het uitpraten", "lucht te klaren"),
    ("met de mond vol tanden", "zonder antwoord", "mond vol tanden"),
    ("de hond in de pot", "te laat voor het eten"),
    ("op het verkeerde been zetten", "iets verkeerds laten denken", "op het verkeerde been gezet"),
    ("in goede aarde vallen", "goed ontvangen zijn", "in goede aarde"),
    ("de koe bij de hoorns vatten", "beginnen", "koe bij de hoorns"),
)

FIGURES = tuple(
    PlainWord(figure, Discipline.GENERAL, meant, forms=tuple(forms))
    for figure, meant, *forms in _PAIRS
)
