"""Plain words: in a long text, while somebody types, and before the first painted agenda."""

import compileall
import random
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from reception_assistant.language.lookup import Lookup
from reception_assistant.language.matching import Matcher
from reception_assistant.language.shipped import shipped_phrases, shipped_words
from reception_assistant.language.words import own_words
from tests.bench.measure import Bar, Measured, Row, median_of, milliseconds, row
from tests.bench.start import environment

_ROOT = Path(__file__).parents[2]
_TERMS, _WORDS = 900, 10_000
_RUNS = 25
_MATCHING, _TYPING, _START = Bar(5.0, "ms"), Bar(20.0, "ms"), Bar(2.0, "ms")
_TYPED = ("e", "endo", "gaatje", "behandeling", "extrcatie", "u moet de factuur betalen", "qqqqq")
# In a process in which the rest of the start is loaded already.
_SHORT_FORMS = """
import bisect
import reception_assistant.desk.beginning
from time import perf_counter
start = perf_counter()
from reception_assistant.language.short_forms import shipped_short_forms
shipped_short_forms("tandarts")
print((perf_counter() - start) * 1000)
"""
_SAID = """
Goedemorgen, u spreekt met de praktijk, waarmee kan ik u helpen?
Ik heb sinds gisteravond veel pijn aan een kies rechtsonder en kan bijna niet slapen.
Wat vervelend voor u. Mag ik uw naam en uw geboortedatum, dan zoek ik uw gegevens op.
De dokter heeft vanmiddag nog een plek vrij, om tien voor half drie. Schikt dat?
Ik begrijp het, maar wij hebben vandaag helaas geen ruimte meer in de agenda.
Uw dochter mag er natuurlijk bij blijven, dan voelt zij zich wat rustiger.
Na de extractie bijt u een half uur op een gaasje; u mag daarna niet spoelen.
Kunt u mij vertellen hoe laat de foto’s gemaakt worden en wat ik moet meenemen?
We bellen u terug zodra de uitslag er is, uiterlijk donderdag voor vijf uur.
Neemt u een lijst mee van alle medicijnen die u op dit moment gebruikt.
De rekening gaat eerst naar uw verzekering, daarna ziet u zelf wat er overblijft.
Ik heb drie kwartier in de wachtkamer gezeten en niemand zei iets tegen mij!
Dat spijt me. Er kwam iemand tussendoor die niet kon wachten, ik had het moeten zeggen.
De assistente heeft gezegd dat de coördinatie met het ziekenhuis geregeld zou worden.
Voor een consult van twintig minuten betaalt u het gewone tarief, tenzij er meer bij komt.
Onze hond drinkt de laatste dagen erg veel en wil ’s ochtends niet meer naar buiten.
Is het goed als mijn zoon de nieuwe brief ophaalt, of moet ik daar zelf voor komen?
Het gaat om een oude vulling die vorige week is losgekomen - gelukkig zonder pijn.
U hoeft niets te doen, wij sturen de gegevens vandaag nog naar uw huisarts toe.
Wilt u liever een andere dag, bijvoorbeeld woensdagmiddag of vrijdag om half negen?
"""


def rows() -> Iterator[Row]:
    """Measure matching, looking up and the short forms."""
    yield row(f"find {_TERMS} terms and phrases in {_WORDS:,} words", _MATCHING, _matching)
    yield row("plain words while typing, the slowest", _TYPING, _looking_up)
    yield row("short forms of treatments, loaded and read", _START, _starting)


def _matching() -> Measured:
    shipped = shipped_words()
    more = own_words((f"vakwoord{n:03}", "gewoon") for n in range(_TERMS - len(shipped)))
    matcher, text = Matcher((*shipped, *more), shipped_phrases(), "tandarts"), _text()
    found = len(matcher.find(text))
    took = median_of(lambda: milliseconds(lambda: matcher.find(text)), _RUNS)
    return Measured(took, f"{found} found")


def _looking_up() -> Measured:
    words, phrases = shipped_words(), shipped_phrases()
    lookup, matcher = Lookup(words, phrases, "tandarts"), Matcher(words, phrases, "tandarts")

    def look_up(typed: str) -> object:
        return lookup.answers(typed, [match.found for match in matcher.find(typed)])

    times = {
        typed: median_of(partial(milliseconds, partial(look_up, typed)), _RUNS) for typed in _TYPED
    }
    slowest = max(times, key=times.__getitem__)
    return Measured(times[slowest], f"«{slowest}»")


def _starting() -> Measured:
    compileall.compile_dir(_ROOT / "reception_assistant", quiet=2)
    return Measured(median_of(_start_once, _RUNS))


def _start_once() -> float:
    done = subprocess.run(  # noqa: S603  our own program
        [sys.executable, "-c", _SHORT_FORMS],
        cwd=_ROOT,
        env=environment(),
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    return float(done.stdout)


def _text() -> str:
    rng = random.Random(7)  # noqa: S311  the same text each time
    sentences, made, count = _SAID.strip().splitlines(), [], 0
    while count < _WORDS:
        made.append(rng.choice(sentences))
        count += len(made[-1].split())
    return "\n".join(made)
