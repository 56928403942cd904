"""Scripts and lists from files, with the line of each part and with all that is wrong at once."""
