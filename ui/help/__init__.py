"""Help (F1) beside the screen: what can be done there, with the keys from the actions table."""
