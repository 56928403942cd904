"""What the practice chose, declared once."""
