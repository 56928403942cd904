"""The words and phrases that ship: every line is right, and a wrong one is named."""

import unicodedata
from collections import Counter

import pytest

from reception_assistant.errors import BugError
from reception_assistant.language import shipped
from reception_assistant.language.folding import Folded
from reception_assistant.language.matching import Matcher
from reception_assistant.language.shipped import (
    read_phrases,
    read_words,
    shipped_phrases,
    shipped_words,
)
from reception_assistant.language.short_forms import HEADS, ShortForms, shipped_text
from reception_assistant.language.treatments import GENERAL, short_of
from reception_assistant.language.words import Discipline, Phrase, PlainWord
from reception_assistant.paths import scripts_nl
from reception_assistant.text import fold

WORDS, PHRASES = shipped_words(), shipped_phrases()
SHORTS = [short_of(line) for line in shipped_text().splitlines()]
HEADS_OF_WORDS = "term,discipline,kort,uitleg,ernst,vormen,opmerking"
HEADS_OF_PHRASES = "patroon,zeg_liever,waarom,soort"
_FILES = (shipped.WORDS, shipped.PHRASES, "behandelingen.csv")


def letters(form: str) -> str:
    return form.strip("*")


def forms_of(word: PlainWord) -> tuple[str, ...]:
    return word.term, *word.forms


def test_all_words_and_phrases_are_there() -> None:
    assert len(WORDS) == 413
    assert len(PHRASES) == 143
    assert {word.discipline for word in WORDS} == set(Discipline) - {Discipline.OWN}


@pytest.mark.parametrize("name", _FILES)
def test_the_files_are_composed_letters_without_stray_spaces(name: str) -> None:
    text = scripts_nl("woorden", name).read_text(encoding="utf-8")
    assert unicodedata.is_normalized("NFC", text)
    assert "\r" not in text
    assert "\ufeff" not in text


def test_no_field_has_stray_spaces() -> None:
    fields = [
        *(field for word in WORDS for field in (*word[:5], *word.forms, word.remark)),
        *(field for phrase in PHRASES for field in phrase),
        *(field for line in shipped_text().splitlines() for field in line.split(";")),
    ]
    assert [field for field in fields if field != " ".join(field.split())] == []


def test_a_term_stands_once_in_each_discipline() -> None:
    count = Counter((word.discipline, fold(word.term)) for word in WORDS)
    assert [each for each, times in count.items() if times > 1] == []


def test_a_form_belongs_to_one_word_of_its_discipline() -> None:
    whose: dict[tuple[str, str], set[str]] = {}
    for word in WORDS:
        for form in forms_of(word):
            star = form.startswith("*"), form.endswith("*")
            whose.setdefault((word.discipline, f"{star}{fold(form)}"), set()).add(word.term)
    assert {form: terms for form, terms in whose.items() if len(terms) > 1} == {}


def test_no_form_is_written_twice() -> None:
    assert [word.term for word in WORDS if len(set(forms_of(word))) < len(forms_of(word))] == []


def test_a_star_stands_at_the_beginning_or_the_end_of_a_form_of_some_length() -> None:
    starred = [form for word in WORDS for form in word.forms if "*" in form]
    assert starred
    assert [form for form in starred if "*" in letters(form) or len(letters(form)) < 5] == []
    assert not any("*" in word.term for word in WORDS)


def test_a_plain_word_is_not_the_term_again() -> None:
    assert [word.term for word in WORDS if fold(word.short) == fold(word.term)] == []


def test_a_plain_word_is_one_to_five_words() -> None:
    assert [word.term for word in WORDS if len(word.short.split()) > 5] == []


def test_a_word_that_must_be_avoided_at_once_has_something_to_say() -> None:
    assert all(word.said for word in WORDS)


def test_each_form_is_found_in_its_own_discipline() -> None:
    for discipline in set(Discipline) - {Discipline.OWN}:
        mine = [word for word in WORDS if word.discipline is discipline]
        # The words for everybody count in every practice that has words.
        home = Discipline.GP if discipline is Discipline.GENERAL else discipline
        matcher = Matcher(mine, (), home)
        for word in mine:
            for form in map(letters, forms_of(word)):
                (match,) = matcher.find(form)
                assert (match.start, match.end, match.found) == (0, len(form), word), form


@pytest.mark.parametrize("phrase", PHRASES, ids=lambda phrase: phrase.pattern)
def test_each_phrase_is_found_with_a_word_in_its_gaps(phrase: Phrase) -> None:
    said = phrase.pattern.replace("...", "werkelijk")
    found = [match.found for match in Matcher((), PHRASES, "anders").find(said)]
    assert phrase in found


def test_no_better_sentence_holds_a_phrase_that_is_better_not_said() -> None:
    matcher = Matcher((), PHRASES, "anders")
    assert [phrase.better for phrase in PHRASES if matcher.find(phrase.better)] == []


def test_a_phrase_stands_once_and_says_why() -> None:
    count = Counter(Folded(phrase.pattern).text for phrase in PHRASES)
    assert max(count.values()) == 1
    assert all(phrase.reason.endswith(".") for phrase in PHRASES)


def test_reasons_need_no_other_line_or_document() -> None:
    told = " ".join(phrase.why for phrase in PHRASES)
    assert "seed" not in told
    assert "Idem" not in told


# --- treatments


def test_every_line_of_the_treatments_can_be_taken_apart() -> None:
    assert len(SHORTS) > 600
    assert {short.discipline for short in SHORTS} <= {*Discipline} - {Discipline.OWN}


def test_a_treatment_stands_once_in_each_discipline() -> None:
    count = Counter((short.discipline, fold(short.form)) for short in SHORTS)
    assert [each for each, times in count.items() if times > 1] == []


def test_a_treatment_is_a_word_of_its_discipline_or_holds_one() -> None:
    known = {(word.discipline, fold(form)) for word in WORDS for form in forms_of(word)}
    strange = [
        short.form
        for short in SHORTS
        if (short.discipline, fold(short.form)) not in known
        and not any((short.discipline, part) in known for part in fold(short.form).split())
    ]
    assert strange == []


OTHERWISE_ON_THE_LIST = {
    *("dpsi-score", "CBCT", "medische anamnese", "anamnese", "medicatielijst"),
    *("keukentafelgesprek", "gebitssanering", "convulsie", "insult", "urineweginfectie"),
    *("excisie", "heupdysplasie", "elleboogdysplasie", "titerbepaling"),
}
"""Words whose plain form speaks to the client («uw kaak»), or does not stand well in a list."""


def test_a_term_is_said_on_the_list_as_when_it_is_looked_up() -> None:
    said = {(word.discipline, word.term): word.short for word in WORDS}
    differing = {
        short.form
        for short in SHORTS
        if said.get((Discipline(short.discipline), short.form), short.plain) != short.plain
    }
    assert differing == OTHERWISE_ON_THE_LIST


def test_what_means_two_things_is_only_said_at_home() -> None:
    doubtful = {(w.discipline, fold(form)) for w in WORDS if w.ambiguous for form in forms_of(w)}
    loose = [
        short.form
        for short in SHORTS
        if (short.discipline, fold(short.form)) in doubtful and not short.only_own
    ]
    assert [form for form in loose if form] == []


def test_what_is_for_everybody_is_never_only_at_home() -> None:
    assert [s.form for s in SHORTS if s.discipline == GENERAL and s.only_own] == []


LEFT_AS_THEY_ARE = """
algemeen: alsmede backoffice bejegend bejegening BSN derhalve dienaangaande escaleren faciliteren
    formaliteit mits optimaliseren procedure protocol teneinde terugkoppeling traject
dierenarts: antiparasitair benigne epilepsie geluxeerd immuungemedieerd maligne nuchter
huisarts: acuut chronisch gecollabeerd medicamenteus nuchter recidiverend terminaal
tandarts: apicaal cariësvrij endocarditisprofylaxe geïmpacteerd geïndiceerd indicatie interdentaal
    kwadrant occlusaal parodontaal u-code
welzijn: zelfredzaam
"""
"""Words with a plain form that would make a crooked sentence in an agenda: adjectives, which bend
with their noun, words of a whole sentence, and words that need more than themselves."""


def test_every_word_with_a_plain_form_was_thought_about() -> None:
    on_the_list = {(short.discipline, short.form) for short in SHORTS}
    left: dict[str, set[str]] = {}
    for word in WORDS:
        if word.short and (word.discipline, word.term) not in on_the_list:
            left.setdefault(word.discipline, set()).add(word.term)
    thought: dict[str, set[str]] = {}
    for entry in LEFT_AS_THEY_ARE.replace("\n    ", " ").strip().splitlines():
        discipline, _colon, terms = entry.partition(":")
        thought[discipline] = set(terms.split())
    assert left == thought


# --- what is wrong is told


@pytest.mark.parametrize(
    "line",
    [
        "kroon,tandarts,kapje,,vermijden,kronen",
        "kroon,bakker,kapje,,vermijden,,",
        "kroon,tandarts,kapje,,soms,,",
        ",tandarts,kapje,,vermijden,,",
        "kroon,tandarts,,,vermijden,,",
        "kroon,tandarts,kapje,,vermijden,kronen||kroontje,",
        'kroon,tandarts,"kapje,,vermijden,,',
    ],
)
def test_a_wrong_word_is_named_by_its_line(line: str) -> None:
    good = "brug,tandarts,,vaste namaaktand,uitleggen,bruggen,dubbelzinnig"
    with pytest.raises(BugError, match=r"vaktermen\.csv, line 3"):
        list(read_words([HEADS_OF_WORDS, good, line]))


@pytest.mark.parametrize(
    "line", ["u moet,Wilt u,,gebod,x", "...,Wilt u,,gebod", "u moet,,,gebod", "u moet,Wilt u,,erg"]
)
def test_a_wrong_phrase_is_named_by_its_line(line: str) -> None:
    with pytest.raises(BugError, match=r"zinnen\.csv, line 2"):
        list(read_phrases([HEADS_OF_PHRASES, line]))


def test_wrong_heads_are_told() -> None:
    with pytest.raises(BugError, match="heads"):
        list(read_words(["term;discipline"]))


@pytest.mark.parametrize("line", ["kroon;tandarts;kapje", "kroon;tandarts;;", "a;b;c;soms"])
def test_a_wrong_treatment_is_told(line: str) -> None:
    assert HEADS.count(";") == 3
    with pytest.raises(BugError, match=r"behandelingen\.csv"):
        short_of(line)


def test_no_short_form_is_passed_by_before_it_is_looked_at() -> None:
    """Looking whether a treatment may have a short form is quick, and never says no too soon."""
    forms = ShortForms(shipped_text())
    for short in SHORTS:
        for written in (short.form, fold(short.form), short.form.upper(), f"1e {short.form}, 38"):
            assert forms._may_have(written), written
    assert not forms._may_have("zzz")
