"""Reading and writing scripts and lists."""
