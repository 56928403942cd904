"""What was promised, and what becomes of it after the conversation."""
