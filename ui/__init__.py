"""The window: it asks the core and shows the answer."""
