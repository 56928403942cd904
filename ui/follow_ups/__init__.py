"""The Opvolging screen: what was promised to whom, and what becomes of it."""
