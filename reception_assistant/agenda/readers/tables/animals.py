"""Lists of vets: there a patient may be the animal or its owner, and the list does not tell."""

from collections.abc import Sequence

from reception_assistant.agenda.readers.tables.vocabulary import Vocabulary, word_key


def hides_animal(names: Sequence[str], vocabulary: Vocabulary) -> bool:
    """Tell whether a table with these columns is of a vet, but none is known to name the animal."""
    keys = [word_key(name) for name in names]
    known = [vocabulary.columns.get(key) for key in keys]
    return "dier" not in known and (
        "diersoort" in known or not vocabulary.animal_signs.isdisjoint(keys)
    )


def may_be_animal(name: str, names: Sequence[str], vocabulary: Vocabulary) -> bool:
    """Tell whether the column `name` of `names` may hold the animal as well as its owner."""
    return word_key(name) in vocabulary.patients and hides_animal(names, vocabulary)


def owner_and_animal(names: Sequence[str], vocabulary: Vocabulary) -> tuple[str, str]:
    """Return which columns most likely hold the owner and the animal, if that is to be guessed."""
    wholes = [name for name in names if vocabulary.columns.get(word_key(name)) == "naam"]
    either = [name for name in wholes if word_key(name) in vocabulary.patients | {"naam"}]
    owners = [name for name in wholes if name not in either]
    surnames = [name for name in names if vocabulary.columns.get(word_key(name)) == "achternaam"]
    if not either or not (owners or surnames) or not hides_animal(names, vocabulary):
        return "", ""
    return (owners or [""])[0], either[0]
