"""Trouble is told in whole sentences: what happened, and what to do."""

import pytest

from reception_assistant.errors import BalieError, BugError, Cancelled, KnownError, StoreError


def test_what_happened_and_what_to_do_read_as_one_text() -> None:
    error = KnownError("De schijf is vol.", "Maak ruimte.")
    assert str(error) == "De schijf is vol. Maak ruimte."
    assert (error.message, error.advice) == ("De schijf is vol.", "Maak ruimte.")


def test_without_advice_there_is_no_stray_space() -> None:
    assert str(KnownError("Gestopt.")) == "Gestopt."


@pytest.mark.parametrize("kind", [StoreError, Cancelled])
def test_what_the_world_does_is_never_taken_for_our_own_mistake(kind: type[KnownError]) -> None:
    with pytest.raises(KnownError) as caught:
        raise kind("Het gaat niet.")
    assert not isinstance(caught.value, BugError)
    assert isinstance(caught.value, BalieError)


def test_our_own_mistake_is_never_shown_as_the_fault_of_the_world() -> None:
    assert not issubclass(BugError, KnownError)
