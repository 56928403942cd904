"""What a screen or a command may ask for; permission, audit and news are seen to here."""
