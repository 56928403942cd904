"""Names, greetings and farewells."""
