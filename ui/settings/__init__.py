"""Instellingen: what the practice chose and who works here, kept as soon as it is changed."""
