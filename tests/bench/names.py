"""Real-looking people for the benchmark: Dutch surnames with their prefixes, most common first."""

import random
from datetime import date, timedelta
from itertools import accumulate
from typing import NamedTuple

from reception_assistant.naming.person import NameUse, PersonName, Salutation

# prefix|surname, in order of how often they occur; the rare letters q, x and y are among them.
_SURNAMES = """
de|Jong;|Jansen;de|Vries;van den|Berg;van|Dijk;|Bakker;|Janssen;|Visser;|Smit;|Meijer;de|Boer
|Mulder;de|Groot;|Bos;|Vos;|Peters;|Hendriks;van|Leeuwen;|Dekker;|Brouwer;de|Wit;|Dijkstra
|Smits;de|Graaf;van der|Meer;van der|Linden;|Kok;|Jacobs;de|Haan;|Vermeulen;van den|Heuvel
van der|Veen;van den|Broek;de|Bruijn;de|Bruin;van der|Heijden;|Schouten;van|Beek;|Willems
van|Vliet;van de|Ven;|Hoekstra;|Maas;|Verhoeven;|Koster;van|Dam;van der|Wal;|Prins;|Blom
|Huisman;|Peeters;de|Jonge;|Kuipers;van|Veen;|Post;|Kuiper;|Veenstra;|Kramer;van den|Brink
|Scholten;van|Wijk;|Postma;|Martens;|Vink;de|Ruiter;|Timmermans;|Groen;|Gerritsen;|Jonker
van|Loon;|Boer;van der|Velde;|Willemsen;|Smeets;de|Lange;de|Vos;|Bosch;van|Dongen;|Schipper
de|Koning;van der|Laan;|Koning;van der|Velden;|Driessen;van|Doorn;|Hermans;|Evers;van den|Bosch
van der|Meulen;|Hofman;|Bosman;|Wolters;|Sanders;van der|Horst;|Mol;|Kuijpers;|Molenaar
van de|Pol;de|Leeuw;|Verbeek;|Hofstra;|Kroon;|Lammers;|van Loon;|Gerrits;|Roos;|Groeneveld
van der|Steen;|Aerts;|Mertens;van|Rijn;|Zijlstra;|Wouters;|Groenendijk;van|Es;de|Jager;|Bouman
|Boersma;|Schuurman;de|Rooij;|van Wijngaarden;|Corstjens;|Ruiter;|Dijkman;|Bijl;|Hendriksen
|Otten;|Kamp;|Cornelissen;|Heijnen;|Claassen;|Vonk;van|Straten;|Doornbos;|Poels;|Nijhuis
van 't|Hof;|Ponsen;in 't|Veld;|Hoogland;|Terpstra;|Ouwehand;|Zwart;|Hulst;van der|Poel;|Brands
|Nijland;ten|Broeke;|Wiersma;|Ypma;van|Eijk;|Goossens;ter|Horst;|Bergsma;|Oosterhuis;|Haverkamp
op den|Camp;|Sijbrandij;van|Zanten;|Yıldız;|Yılmaz;|Kaya;|Demir;|Öztürk;|Şahin;|Çelik;el|Khatib
|El Amrani;|Bouzid;|Benali;|Mohamed;|Ali;|Ahmed;|Nguyen;|Singh;|Ramdin;|Pinas;|Kartosen;|Wong
|Kowalski;|Nowak;|Wójcik;|Dąbrowska;|Müller;|Schröder;|Fischer;|García;|Fernandes;da|Silva
dos|Santos;de la|Cruz;d'|Hondt;|D'Angelo;|O'Brien;|Quist;|Quaedvlieg;|Quint;|Querido;|Exalto
|Hendrickx;|Dierckx;|Hendrix;|Ramaekers;|Lux;|Xhofleer;|Xu;|Xavier;|Ybema;|Yntema;|Ytsma
|Ykema;|Zeeman;|Zuidema;|Zoutendijk;von|Reth;ver|Loren;|Loeffen;|Rozema;|Rietveld;|Reitsma
|Cuijpers;|Cox;|Cats;|Ubbink;|Udo;|Uijterwaal;uit de|Haag;|Uittenbogaard;|Pauw;|Paap;|Palm
|Naber;|Nauta;|Noordhoek;|Oosterveld;|Oldenburg;|Olthof;|IJzerman;|IJsbrandy;|IJpelaar;|Abbink
|Abma;|Adema;|Akkerman;|Alberts;van|Amerongen;|Arends;|Assink;van|Asperen;|Baars;|Backx;|Baas
|Beerepoot;|Beijer;van|Bemmel;|Bloemendaal;|Boogaard;|Brinkman;|Broekhuizen;ten|Cate;|Coenen
|Damen;|Davids;van|Deursen;|Diepeveen;|Duijn;van|Duijvenbode;|Eggink;|Elzinga;|Engels;|Faber
|Feenstra;|Flipse;|Franken;|Fokkema;|Gielen;|Goudriaan;|Graafland;|Grootenboer;|Haagsma;|Hamers
van|Hasselt;|Heemskerk;|Hogenboom;|Hoogendoorn;van|Houten;|Huijbregts;|Jager;|Jaspers;|Jongsma
|Joosten;|Kamphuis;|Keijzer;|Klaassen;|Kleijn;|Knol;|Koopman;|Korteweg;|Kraaijeveld;|Kuijt
|Lageveen;van|Lier;|Lindeman;|Loos;|Lubbers;|Maassen;|Maes;|Meinders;|Moerman;|Muller;|Mus
"""
_GIVEN = """
Johannes Maria Jan Anna Cornelis Johanna Hendrik Cornelia Willem Elisabeth Pieter Sanne Daan Emma
Sem Tess Lucas Sophie Levi Julia Finn Eva Milan Lotte Jesse Fleur Thijs Noa Thomas Lisa Tim Anouk
Ruben Iris Lars Femke Bram Roos Jasper Maud Stijn Esmée Koen Britt Sander Kim Jeroen Linda Mark
Petra Erik Monique Peter Ingrid Frank Marjan Ronald Yvonne Marcel Yara Xander Quinten Xenia Yusuf
Fatima Mohammed Ayşe Emre Zeynep Ömer Łukasz Małgorzata José Chloé Zoë Daniël Loïs Noël Renée
Gerrit Trijntje Wiebe Sietske Joost Marieke Bart Annelies Dirk Geertruida Hans Wilhelmina Kees
Jacoba Piet Neeltje Arie Grietje Klaas Aaltje Jaap Hendrika Gijs Lieke Mees Saar Teun Liv Siem Nora
"""
_DIVISIONS = "06|010|020|030|040|050|070|013|0172|0348|0495|0527"
_SPREAD = 12  # makes the most common name not too common
_PARTNERED = 0.3
_LATEST_BIRTH = date(2021, 6, 1)


class BenchPerson(NamedTuple):
    """Somebody of the benchmark, as a source would tell of them."""

    number: str
    name: PersonName
    birth_date: date
    phone: str


def surnames() -> list[tuple[str, str]]:
    """Return all prefixes and surnames, the most common first."""
    entries = ";".join(_SURNAMES.split("\n")).split(";")
    pairs = [entry.partition("|") for entry in entries if entry]
    return [(prefix, surname) for prefix, _bar, surname in pairs]


def make_people(rng: random.Random, count: int, first_number: int = 1) -> list[BenchPerson]:
    """Return `count` people; the same for the same `rng`."""
    names, given = surnames(), _GIVEN.split()
    heavier = list(accumulate(1 / (rank + _SPREAD) for rank in range(len(names))))
    own = rng.choices(names, cum_weights=heavier, k=count)
    partner = rng.choices(names, cum_weights=heavier, k=count)
    people = []
    for place in range(count):
        first = rng.choice(given)
        use = rng.choice(tuple(NameUse)) if rng.random() < _PARTNERED else NameUse.OWN
        with_partner = use is not NameUse.OWN
        name = PersonName(
            given_name=first,
            call_name=rng.choice(given) if rng.random() < 0.2 else "",
            initials=f"{first[0]}.{rng.choice('ABCDEFGHJKLMPRSTW')}.",
            prefix=own[place][0],
            surname=own[place][1],
            name_use=use,
            partner_prefix=partner[place][0] if with_partner else "",
            partner_surname=partner[place][1] if with_partner else "",
            salutation=rng.choice((Salutation.MENEER, Salutation.MEVROUW)),
        )
        division = rng.choice(_DIVISIONS.split("|"))
        rest = "".join(rng.choices("0123456789", k=10 - len(division)))
        born = _LATEST_BIRTH - timedelta(days=rng.randrange(95 * 365))
        number = f"P{first_number + place:07d}"
        people.append(BenchPerson(number, name, born, f"{division}-{rest}"))
    return people
