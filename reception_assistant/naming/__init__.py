"""The right name in the right sentence: persons, salutations, greetings, farewells."""
