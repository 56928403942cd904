"""Paper in the window: a page is seen first, and then printed, kept or copied."""
