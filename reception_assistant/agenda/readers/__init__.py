"""The readers of agenda files: bytes in, facts and a list of what was not understood out."""
