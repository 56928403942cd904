"""What to know and mention first when somebody stands at the desk or calls."""
