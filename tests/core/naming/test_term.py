"""The practice's own word for its people, with the right article."""

import pytest

from reception_assistant.naming.term import ClientTerm


@pytest.mark.parametrize(
    ("term", "forms"),
    [
        (
            ClientTerm.PATIENT,
            "patiënt|patiënten|de patiënt|een patiënt|deze patiënt|welke patiënt",
        ),
        (ClientTerm.CLIENT, "cliënt|cliënten|de cliënt|een cliënt|deze cliënt|welke cliënt"),
        (ClientTerm.CUSTOMER, "klant|klanten|de klant|een klant|deze klant|welke klant"),
        (ClientTerm.OWNER, "baasje|baasjes|het baasje|een baasje|dit baasje|welk baasje"),
    ],
)
def test_each_word_has_its_forms(term: ClientTerm, forms: str) -> None:
    said = (term.singular, term.plural, term.with_article, term.indefinite, term.this, term.which)
    assert "|".join(said) == forms
    assert term == term.singular


def test_every_word_has_forms() -> None:
    assert all(term.with_article.endswith(term) for term in ClientTerm)
